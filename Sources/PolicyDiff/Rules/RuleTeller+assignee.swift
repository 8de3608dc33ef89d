internal import PolicyModel

extension RuleTeller {
    /// How the reach of a rule changed that binds somebody else than before, and which way that goes for the reader.
    ///
    /// A rule that passes from the readers to the publisher, or the reverse, is another rule for them; among readers it reaches
    /// further where the old assignee is among the new ones.
    static func assigneeChange(_ old: Rule, _ new: Rule) -> (kind: ChangeKind, direction: Direction) {
        let isPermission = new.type == .permission
        switch (isPublishers(old), isPublishers(new)) {
        case (true, false): return (.scopeWidened, isPermission ? .looser : .stricter)
        case (false, true): return (.scopeNarrowed, isPermission ? .stricter : .looser)
        default: break
        }
        let before = words(assignee(old))
        let after = words(assignee(new))
        if before.isStrictSubset(of: after) { return (.scopeWidened, isPermission ? .looser : .stricter) }
        if after.isStrictSubset(of: before) { return (.scopeNarrowed, isPermission ? .stricter : .looser) }
        return (.scopeWidened, .unclear)
    }

    /// Whom a rule binds: users, where it does not say.
    static func assignee(_ rule: Rule) -> String { rule.assignee ?? "users" }

    private static func words(_ assignee: String) -> Set<String> {
        Set(assignee.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
}

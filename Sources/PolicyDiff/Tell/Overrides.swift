package import PolicyModel

/// The publisher's word on significance.
enum Overrides {
    /// Gives a change the significance that the settings name for it, or for its kind; the word on one change counts more.
    static func apply(_ overrides: [SignificanceOverride], to draft: inout Draft) {
        guard !overrides.isEmpty else { return }
        let id = ChangeID.hash(of: draft)
        guard let word = word(of: overrides, on: id, draft.kind.id), word.significance != draft.significance else {
            return
        }
        draft.reason += said(word)
        draft.significance = word.significance
        draft.override = word
    }

    static func word(
        of overrides: [SignificanceOverride], on change: String, _ kind: String
    ) -> SignificanceOverride? {
        overrides.last { $0.target == .change(change) } ?? overrides.last { $0.target == .kind(kind) }
    }

    static func said(_ word: SignificanceOverride) -> String {
        "; set to \(word.significance.rawValue) by the publisher: \(word.reason)"
    }
}

extension SignificanceOverride {
    /// Returns a finding for each override of a kind that does not exist: it would go unnoticed that it does nothing.
    package static func findings(on overrides: [SignificanceOverride], path: String = "policyhistory.yaml") -> [Finding]
    {
        overrides.compactMap { override in
            guard case .kind(let id) = override.target, ChangeKind.named(id) == nil else { return nil }
            return Finding(
                id: "override-of-unknown-kind", severity: .warning,
                message: "The override of \"\(id)\" does nothing: there is no such kind of change.",
                place: Place(path: path), fix: "Take a kind from those that `policyhistory kinds` lists.")
        }
    }
}

extension Change {
    /// Returns the change with the significance that the publisher gives it, or its kind: for changes that no comparison of
    /// texts made, such as a postponed date.
    package func overridden(by overrides: [SignificanceOverride]) -> Change {
        guard let word = Overrides.word(of: overrides, on: id, kind), word.significance != significance else {
            return self
        }
        return Change(
            id: id, kind: kind, significance: word.significance,
            direction: word.significance == .editorial ? .neutral : direction, section: section, rule: rule,
            before: before, after: after, edits: edits, modality: modality, quantities: quantities, focus: focus,
            summary: summary, reason: reason + Overrides.said(word), introducedIn: introducedIn, places: places,
            override: word)
    }
}

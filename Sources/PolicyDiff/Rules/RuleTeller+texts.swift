internal import PolicyModel

/// What became of the texts of rules, and of the lists in them.
extension RuleTeller {
    /// What a part of the rules is about.
    struct Subject {
        let name: String
        var rule: String?
        var facts = Facts()
        var anchor: String?
    }

    static func facts(_ modality: Modality, _ actor: Facts.Actor, _ effect: Facts.Effect) -> Facts {
        var facts = Facts()
        facts.modality = modality
        facts.actor = actor
        facts.effect = effect
        return facts
    }

    mutating func compareText(_ old: Statement, _ new: Statement, _ subject: Subject) {
        for draft in reader.read(old, new, subject.facts, [subject.name]) { take(draft, subject) }
    }

    /// Compares lists of statements: equal ones first, then the most alike, the rest came or went.
    mutating func compareList(
        _ old: [Statement], _ new: [Statement], _ subject: Subject, added: (ChangeKind, Direction),
        removed: (ChangeKind, Direction)
    ) {
        let (pairs, gone, came) = reader.match(old, new)
        for (before, after) in pairs where before.text != after.text { compareText(before, after, subject) }
        for statement in gone { add(removed.0, removed.1, subject, statement, nil) }
        for statement in came { add(added.0, added.1, subject, nil, statement) }
    }

    func draft(
        _ kind: ChangeKind, _ direction: Direction, _ subject: Subject, _ before: Statement?, _ after: Statement?,
        _ reason: String
    ) -> Draft {
        var draft = Draft(
            kind, direction, section: [subject.name], place: [subject.name],
            before: before.map { Change.Evidence(text: $0.text, lines: $0.lines) },
            after: after.map { Change.Evidence(text: $0.text, lines: $0.lines) }, reason: reason,
            order: Double((after?.lines ?? before?.lines)?.first ?? 0))
        draft.rule = subject.rule
        return draft
    }

    mutating func add(
        _ kind: ChangeKind, _ direction: Direction, _ subject: Subject, _ before: Statement?, _ after: Statement?,
        _ reason: String? = nil
    ) {
        drafts.append(
            draft(
                kind, direction, subject, before, after,
                reason
                    ?? (before == nil ? "the entry is new" : after == nil ? "the entry is gone" : "the entry differs")))
    }

    mutating func take(_ draft: Draft, _ subject: Subject) {
        var draft = draft
        draft.rule = subject.rule
        drafts.append(draft)
    }

    static func recast(_ draft: Draft, as kind: ChangeKind) -> Draft {
        var recast = Draft(
            kind, draft.direction, section: draft.section, place: draft.place, before: draft.before, after: draft.after,
            reason: draft.reason, order: draft.order)
        recast.edits = draft.edits
        recast.quantities = draft.quantities
        recast.oldWords = draft.oldWords
        recast.newWords = draft.newWords
        return recast
    }

    /// Pairs entries by id, in the order of the new list, with those that are gone at their old places behind.
    static func byID<Entry>(_ old: [Entry], _ new: [Entry], id: (Entry) -> String) -> [(Entry?, Entry?)] {
        var waiting: [String: Entry] = [:]
        for entry in old { waiting[id(entry)] = entry }
        var pairs: [(Entry?, Entry?)] = []
        for entry in new { pairs.append((waiting.removeValue(forKey: id(entry)), entry)) }
        for entry in old where waiting[id(entry)] != nil { pairs.append((entry, nil)) }
        return pairs
    }
}

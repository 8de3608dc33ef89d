internal import PolicyModel

/// One edit is told once: the same words changed in several places are one change with several places.
enum Echoes {
    /// Kinds whose value is the words replaced, wherever they stand.
    private static let byWords: Set<String> = [ChangeKind.partyRenamed.id, ChangeKind.contactChanged.id]

    /// Returns the changes with equal ones told once, in the order of their first places.
    static func grouped(_ drafts: [Draft]) -> [Draft] {
        var keys = ByteTable(capacity: drafts.count)
        var result: [Draft] = []
        var texts = TextTable(capacity: drafts.count)
        for draft in drafts {
            let (number, isNew) = keys.insert(key(of: draft, &texts).numbers.span)
            if isNew {
                result.append(draft)
            } else {
                result[number].places += draft.places
            }
        }
        return result
    }

    /// What two changes have in common that are told once, as numbers: the same text stands in several changes of a clause.
    private struct Key {
        private(set) var numbers: [UInt32] = []

        init(_ kind: ChangeKind, _ direction: Direction, _ texts: inout TextTable) {
            numbers.reserveCapacity(8)
            add(kind.id, &texts)
            add(direction.rawValue, &texts)
        }

        mutating func add(_ text: String?, _ texts: inout TextTable) {
            numbers.append(text.map { UInt32(texts.number(of: $0)) } ?? .max)
        }

        mutating func add(_ list: [String?], _ texts: inout TextTable) {
            numbers.append(UInt32(list.count))
            for text in list { add(text, &texts) }
        }
    }

    /// What of some words is not shared with others: of `Firefox-Kontos` and `Mozilla-Kontos` the first halves.
    private static func distinct(_ words: String, from others: String) -> String {
        func parts(_ text: String) -> [String] {
            Vocabulary.plain(text).split { !$0.isLetter && !$0.isNumber && $0 != "@" && $0 != "." }.map(String.init)
        }
        let mine = parts(words)
        let theirs = Set(parts(others))
        let left = mine.filter { !theirs.contains($0) }
        return (left.isEmpty ? mine : left).joined(separator: " ")
    }

    private static func key(of draft: Draft, _ texts: inout TextTable) -> Key {
        if byWords.contains(draft.kind.id), draft.oldWords != nil || draft.newWords != nil {
            var key = Key(draft.kind, .neutral, &texts)
            key.add(draft.oldWords.map { distinct($0, from: draft.newWords ?? "") }, &texts)
            key.add(draft.newWords.map { distinct($0, from: draft.oldWords ?? "") }, &texts)
            return key
        }
        var key = Key(draft.kind, draft.direction, &texts)
        if let name = draft.name {
            key.add(name, &texts)
            return key
        }
        key.add(draft.rule, &texts)
        if draft.kind == .clauseMoved || draft.kind == .pageFurnitureChanged {
            key.add(draft.place + ["→"] + draft.section, &texts)
        } else {
            key.add(draft.before?.text, &texts)
            key.add(draft.after?.text, &texts)
        }
        key.add(draft.quantities.flatMap { [$0.before, $0.after] }, &texts)
        return key
    }
}

internal import PolicyModel

/// One edit is told once: the same words changed in several places are one change with several places.
enum Echoes {
    /// Kinds whose value is the words replaced, wherever they stand.
    private static let byWords: Set<String> = [ChangeKind.partyRenamed.id, ChangeKind.contactChanged.id]

    /// Returns the changes with equal ones told once, in the order of their first places.
    static func grouped(_ drafts: [Draft]) -> [Draft] {
        var places: [Key: Int] = [:]
        var result: [Draft] = []
        var texts = TextTable(capacity: drafts.count)
        for draft in drafts {
            let key = key(of: draft, &texts)
            if let index = places[key] {
                result[index].places += draft.places
            } else {
                places[key] = result.count
                result.append(draft)
            }
        }
        return result
    }

    private struct Key: Hashable {
        let kind: String
        let direction: Direction
        let rule: String?
        // Texts by their numbers: the same text stands in several changes of a clause.
        let before: Int?
        let after: Int?
        let section: [String]
        let quantities: [QuantityChange]
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
            return Key(
                kind: draft.kind.id, direction: .neutral, rule: nil,
                before: draft.oldWords.map { texts.number(of: distinct($0, from: draft.newWords ?? "")) },
                after: draft.newWords.map { texts.number(of: distinct($0, from: draft.oldWords ?? "")) }, section: [],
                quantities: [])
        }
        if let name = draft.name {
            return Key(
                kind: draft.kind.id, direction: draft.direction, rule: nil, before: nil, after: texts.number(of: name),
                section: [], quantities: [])
        }
        let isMove = draft.kind == .clauseMoved || draft.kind == .pageFurnitureChanged
        return Key(
            kind: draft.kind.id, direction: draft.direction, rule: draft.rule,
            before: isMove ? nil : draft.before.map { texts.number(of: $0.text) },
            after: isMove ? nil : draft.after.map { texts.number(of: $0.text) },
            section: isMove ? draft.place + ["→"] + draft.section : [],
            quantities: draft.quantities)
    }
}

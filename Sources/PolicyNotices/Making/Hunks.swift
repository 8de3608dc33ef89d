internal import PolicyDiff

/// One place where the wording of a clause changed: the words that went and those that came.
struct Hunk: Hashable {
    /// The words that went; empty where none did.
    let old: String
    /// The words that came; empty where none did.
    let new: String

    /// Returns the places where a clause changed, white space and punctuation around them taken off.
    static func all(in edits: [WordEdit]) -> [Hunk] {
        var hunks: [Hunk] = []
        var old = ""
        var new = ""
        func close() {
            let hunk = Hunk(old: trimmed(old), new: trimmed(new))
            if hunk.old != hunk.new { hunks.append(hunk) }
            (old, new) = ("", "")
        }
        for edit in edits {
            switch edit.operation {
            case .equal: close()
            case .delete: old += edit.text
            case .insert: new += edit.text
            }
        }
        close()
        return hunks
    }

    /// Whether it has more than the small words that a list gains and loses as its items come and go.
    func isTelling(_ words: SentenceReader) -> Bool {
        [old, new].contains { side in
            side.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).contains { word in
                word.count > 3 || word.contains(where: { $0.isNumber || $0.isUppercase })
                    || words.stands(.negation, in: String(word))
            }
        }
    }

    /// Whether words that are told already hold it.
    func isTold(in words: [String]) -> Bool {
        let sides = [old, new].filter { !$0.isEmpty }
        return sides.allSatisfy { side in words.contains { $0.contains(side) } }
    }

    private static func trimmed(_ text: String) -> String {
        func isAround(_ character: Character) -> Bool { character.isWhitespace || ".,;:()[]".contains(character) }
        var rest = text[...].drop(while: isAround)
        while let last = rest.last, isAround(last) { rest.removeLast() }
        return String(rest)
    }
}

/// The changes of each clause of a text, for telling which of its places nobody else tells.
struct ClauseMates {
    private struct Clause: Hashable {
        let before: Change.Evidence
        let after: Change.Evidence
    }

    private var told: [Clause: [String]] = [:]

    init(_ changes: [Change]) {
        for change in changes {
            guard let clause = Self.clause(of: change) else { continue }
            var words = [change.focus?.before, change.focus?.after].compactMap { $0 }
            words += change.quantities.flatMap { [$0.before, $0.after] }.compactMap { $0 }
            told[clause, default: []] += words
        }
    }

    /// Returns the places of a change's clause that neither it nor another change tells in its own words.
    ///
    /// Only the first change of a clause that asks is given them.
    mutating func untold(by change: Change, _ words: SentenceReader) -> [Hunk] {
        guard let clause = Self.clause(of: change), let known = told[clause] else { return [] }
        let hunks = Hunk.all(in: change.edits).filter { !$0.isTold(in: known) && $0.isTelling(words) }
        told[clause] = known + hunks.flatMap { [$0.old, $0.new] }
        return hunks
    }

    private static func clause(of change: Change) -> Clause? {
        guard let before = change.before, let after = change.after,
            change.edits.contains(where: { $0.operation == .equal })
        else { return nil }
        return Clause(before: before, after: after)
    }
}

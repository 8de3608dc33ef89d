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

    /// Whether it has more than the small words that a list gains and loses as its items come and go, or a verb its "will".
    func isTelling(_ words: SentenceReader) -> Bool {
        [old, new].contains { side in
            side.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init).contains { word in
                if word.contains(where: \.isNumber) || words.stands(.negation, in: word) { return true }
                guard word.count > 3 || word.contains(where: \.isUppercase) else { return false }
                return words.readings(of: word).contains { reading in
                    !reading.topic.isEmpty || (reading.modality != .none && reading.modality != .will)
                }
            }
        }
    }

    /// The place without the words that are told already, and without what both sides then share at their ends; nil where
    /// nothing is left.
    func besides(_ told: [String]) -> Hunk? {
        let known = told.filter { !$0.isEmpty }.sorted { ($1.count, $0) < ($0.count, $1) }
        func rest(_ side: String) -> String {
            if known.contains(where: { $0.contains(side) }) { return "" }
            return known.reduce(side) { $0.replacing($1, with: " ") }
        }
        var (old, new) = (rest(old).split(separator: " ")[...], rest(new).split(separator: " ")[...])
        // Sides of which nothing is told stand as they are.
        if old.elementsEqual(self.old.split(separator: " ")), new.elementsEqual(self.new.split(separator: " ")) {
            return self
        }
        while let first = old.first, first == new.first { (old, new) = (old.dropFirst(), new.dropFirst()) }
        while let last = old.last, last == new.last { (old, new) = (old.dropLast(), new.dropLast()) }
        let left = Hunk(
            old: Self.trimmed(old.joined(separator: " ")), new: Self.trimmed(new.joined(separator: " ")))
        return left.old.isEmpty && left.new.isEmpty ? nil : left
    }

    /// How many words it has on both sides.
    var size: Int { Quotation.count(old) + Quotation.count(new) }

    static func trimmed(_ text: String) -> String {
        func isAround(_ character: Character) -> Bool { character.isWhitespace || ".,;:()[]".contains(character) }
        var rest = text[...].drop(while: isAround)
        while let last = rest.last, isAround(last) { rest.removeLast() }
        return String(rest)
    }
}

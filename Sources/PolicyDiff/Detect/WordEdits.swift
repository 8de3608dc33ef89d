/// The word edits of two passages, as evidence.
enum WordEdits {
    /// Returns the edits that turn the old text into the new one; the old text is what is equal or deleted, the new one what is equal or inserted.
    static func edits(_ old: Passage, _ new: Passage, _ hunks: [Hunk]) -> [WordEdit] {
        var builder = Builder()
        let oldBytes = Array(old.text.utf8)
        let newBytes = Array(new.text.utf8)
        var oldPlace = 0
        var newPlace = 0
        func text(_ bytes: [UInt8], _ from: Int, _ to: Int) -> String {
            from < to ? String(decoding: bytes[from..<to], as: UTF8.self) : ""
        }
        func step(to oldEnd: Int, _ newEnd: Int) {
            let before = text(oldBytes, oldPlace, oldEnd)
            let after = text(newBytes, newPlace, newEnd)
            if before == after {
                builder.add(.equal, before)
            } else {
                builder.add(.delete, before)
                builder.add(.insert, after)
            }
            oldPlace = max(oldPlace, oldEnd)
            newPlace = max(newPlace, newEnd)
        }
        var oldWord = 0
        var newWord = 0
        for hunk in hunks + [Hunk(old: old.words.count..<old.words.count, new: new.words.count..<new.words.count)] {
            while oldWord < hunk.old.lowerBound, newWord < hunk.new.lowerBound {
                step(to: old.word(oldWord).start, new.word(newWord).start)
                step(to: old.word(oldWord).end, new.word(newWord).end)
                oldWord += 1
                newWord += 1
            }
            if !hunk.old.isEmpty || !hunk.new.isEmpty {
                let oldStart = hunk.old.isEmpty ? oldPlace : old.word(hunk.old.lowerBound).start
                let newStart = hunk.new.isEmpty ? newPlace : new.word(hunk.new.lowerBound).start
                if !hunk.old.isEmpty, !hunk.new.isEmpty { step(to: oldStart, newStart) }
                step(
                    to: hunk.old.isEmpty ? oldPlace : old.word(hunk.old.upperBound - 1).end,
                    hunk.new.isEmpty ? newPlace : new.word(hunk.new.upperBound - 1).end)
                oldWord = hunk.old.upperBound
                newWord = hunk.new.upperBound
            }
        }
        step(to: oldBytes.count, newBytes.count)
        return builder.edits
    }

    private struct Builder {
        var edits: [WordEdit] = []

        mutating func add(_ operation: WordEdit.Operation, _ text: String) {
            if text.isEmpty { return }
            if let last = edits.last, last.operation == operation {
                edits[edits.count - 1] = WordEdit(operation, last.text + text)
            } else {
                edits.append(WordEdit(operation, text))
            }
        }
    }
}

/// The word edits of two passages, as evidence.
enum WordEdits {
    /// Returns the edits that turn the old text into the new one; the old text is what is equal or deleted, the new one what is equal or inserted.
    static func edits(_ old: Passage, _ new: Passage, _ hunks: [Hunk]) -> [WordEdit] {
        var builder = Builder(old: old.bytes, new: new.bytes)
        var oldWord = 0
        var newWord = 0
        for hunk in hunks + [Hunk(old: old.words.count..<old.words.count, new: new.words.count..<new.words.count)] {
            while oldWord < hunk.old.lowerBound, newWord < hunk.new.lowerBound {
                let (oldToken, newToken) = (old.word(oldWord), new.word(newWord))
                builder.step(to: oldToken.start, newToken.start)
                builder.step(to: oldToken.end, newToken.end)
                oldWord += 1
                newWord += 1
            }
            if !hunk.old.isEmpty || !hunk.new.isEmpty {
                let oldStart = hunk.old.isEmpty ? builder.oldPlace : old.word(hunk.old.lowerBound).start
                let newStart = hunk.new.isEmpty ? builder.newPlace : new.word(hunk.new.lowerBound).start
                if !hunk.old.isEmpty, !hunk.new.isEmpty { builder.step(to: oldStart, newStart) }
                builder.step(
                    to: hunk.old.isEmpty ? builder.oldPlace : old.word(hunk.old.upperBound - 1).end,
                    hunk.new.isEmpty ? builder.newPlace : new.word(hunk.new.upperBound - 1).end)
                oldWord = hunk.old.upperBound
                newWord = hunk.new.upperBound
            }
        }
        builder.step(to: old.bytes.count, new.bytes.count)
        return builder.edits()
    }

    /// Goes through both texts side by side and notes what is equal, as ranges of bytes: strings are made at the end.
    private struct Builder {
        let old: [UInt8]
        let new: [UInt8]
        private(set) var oldPlace = 0
        private(set) var newPlace = 0
        private var runs: [(operation: WordEdit.Operation, bytes: Range<Int>)] = []

        init(old: [UInt8], new: [UInt8]) {
            self.old = old
            self.new = new
        }

        /// Takes both texts up to where they are read next.
        mutating func step(to oldEnd: Int, _ newEnd: Int) {
            let before = oldPlace..<max(oldPlace, oldEnd)
            let after = newPlace..<max(newPlace, newEnd)
            if areEqual(before, after) {
                add(.equal, before)
            } else {
                add(.delete, before)
                add(.insert, after)
            }
            oldPlace = before.upperBound
            newPlace = after.upperBound
        }

        /// Whether the texts are equal, however their accents are written.
        private func areEqual(_ before: Range<Int>, _ after: Range<Int>) -> Bool {
            if before.count == after.count {
                var place = 0
                while place < before.count, old[before.lowerBound + place] == new[after.lowerBound + place] {
                    place += 1
                }
                if place == before.count { return true }
            }
            let mayBeEqual = old[before].contains { $0 >= 0xCC } || new[after].contains { $0 >= 0xCC }
            return mayBeEqual
                && String(decoding: old[before], as: UTF8.self) == String(decoding: new[after], as: UTF8.self)
        }

        private mutating func add(_ operation: WordEdit.Operation, _ bytes: Range<Int>) {
            if bytes.isEmpty { return }
            if let last = runs.last, last.operation == operation {
                runs[runs.count - 1].bytes = last.bytes.lowerBound..<bytes.upperBound
            } else {
                runs.append((operation, bytes))
            }
        }

        /// Returns the edits in order.
        func edits() -> [WordEdit] {
            runs.map { run in
                WordEdit(
                    run.operation, String(decoding: (run.operation == .insert ? new : old)[run.bytes], as: UTF8.self))
            }
        }
    }
}

/// A run of words that was taken out, put in, or replaced.
struct Hunk: Hashable {
    /// The words that went, as a range of the old passage's `words`; empty where words were put in.
    var old: Range<Int>
    /// The words that came.
    var new: Range<Int>

    var isInsertion: Bool { old.isEmpty }
    var isDeletion: Bool { new.isEmpty }
    var isReplacement: Bool { !old.isEmpty && !new.isEmpty }

    /// Whether what went begins in words of the old passage, and what came in words of the new one.
    func begins(in oldWords: Range<Int>, _ newWords: Range<Int>) -> Bool {
        (old.isEmpty || oldWords.contains(old.lowerBound)) && (new.isEmpty || newWords.contains(new.lowerBound))
    }
}

/// The word differences of two passages.
enum WordDiff {
    /// Returns the hunks from `old` to `new`, in order.
    ///
    /// An insertion that could stand in several places is set to begin where a sentence begins; words that carry nothing do
    /// not keep two hunks apart. Close to linear in the number of words.
    static func hunks(_ old: Passage, _ new: Passage) -> [Hunk] {
        let oldKeys = keys(old, new)
        let newKeys = keys(new, old)
        var hunks: [Hunk] = []
        var oldNext = 0
        var newNext = 0
        for match in SequenceMatcher.matches(oldKeys, newKeys) + [(oldKeys.count, newKeys.count)] {
            if match.old > oldNext || match.new > newNext {
                hunks.append(Hunk(old: oldNext..<match.old, new: newNext..<match.new))
            }
            oldNext = match.old + 1
            newNext = match.new + 1
        }
        for place in hunks.indices {
            let behind = place > 0 ? hunks[place - 1] : nil
            hunks[place] = slid(hunks[place], behind: behind, old, new, oldKeys, newKeys)
        }
        return joined(hunks, old, new)
    }

    /// The keys to match: where one side hides its e-mail addresses, all addresses are equal.
    private static func keys(_ passage: Passage, _ other: Passage) -> [UInt32] {
        let hides =
            passage.tokens.contains { $0.kind == .hiddenEmail } || other.tokens.contains { $0.kind == .hiddenEmail }
        return passage.words.map { index in
            let token = passage.tokens[index]
            return hides && (token.kind == .email || token.kind == .hiddenEmail) ? UInt32.max : token.key
        }
    }

    /// Slides a pure insertion or deletion to the left as long as its words stay the same, to begin with a sentence where that is possible.
    ///
    /// - Parameter behind: the hunk before it, which it may reach but not pass: only the words between the two are the same on both sides.
    private static func slid(
        _ hunk: Hunk, behind: Hunk?, _ old: Passage, _ new: Passage, _ oldKeys: [UInt32], _ newKeys: [UInt32]
    ) -> Hunk {
        guard !hunk.isReplacement else { return hunk }
        let (passage, keys, range) = hunk.isInsertion ? (new, newKeys, hunk.new) : (old, oldKeys, hunk.old)
        func startsSentence(_ place: Int) -> Bool {
            place == 0
                || (place < passage.words.count && passage.word(place).sentence != passage.word(place - 1).sentence)
        }
        if startsSentence(range.lowerBound) { return hunk }
        let other = hunk.isInsertion ? hunk.old.lowerBound : hunk.new.lowerBound
        let room = hunk.new.lowerBound - (behind?.new.upperBound ?? 0)
        var shift = 0
        while shift < min(room, 40), keys[range.lowerBound - shift - 1] == keys[range.upperBound - shift - 1] {
            shift += 1
            if startsSentence(range.lowerBound - shift) {
                let moved = (range.lowerBound - shift)..<(range.upperBound - shift)
                let still = (other - shift)..<(other - shift)
                return hunk.isInsertion ? Hunk(old: still, new: moved) : Hunk(old: moved, new: still)
            }
        }
        return hunk
    }

    /// Joins hunks between which only words stand that carry nothing, or one word among much that changed.
    private static func joined(_ hunks: [Hunk], _ old: Passage, _ new: Passage) -> [Hunk] {
        var result: [Hunk] = []
        for hunk in hunks {
            guard let last = result.last else {
                result.append(hunk)
                continue
            }
            let between = last.old.upperBound..<hunk.old.lowerBound
            let beside = last.new.upperBound..<hunk.new.lowerBound
            let size = max(last.old.count, last.new.count) + max(hunk.old.count, hunk.new.count)
            let carriesNothing = between.allSatisfy { old.word($0).traits.contains(.filler) }
            let sameSentence =
                between.isEmpty
                || (old.word(between.lowerBound).sentence == old.word(between.upperBound - 1).sentence
                    && last.old.upperBound > 0
                    && old.word(last.old.upperBound - 1).sentence
                        == old.word(hunk.old.lowerBound < old.words.count ? hunk.old.lowerBound : old.words.count - 1)
                        .sentence)
            if !between.isEmpty, sameSentence, between.count == beside.count,
                (carriesNothing && between.count <= 3 && size >= between.count * 3) || (between.count == 1 && size >= 8)
            {
                result[result.count - 1] = Hunk(
                    old: last.old.lowerBound..<hunk.old.upperBound, new: last.new.lowerBound..<hunk.new.upperBound)
            } else {
                result.append(hunk)
            }
        }
        return result
    }
}

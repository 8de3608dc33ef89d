/// Claims the hunks that say the same in other words.
enum PhrasingReading {
    /// How many equal words may part two hunks that are one difference: "on the [basis of]" and "based on".
    private static let gap = 3
    /// How many hunks are taken together.
    private static let mostTogether = 4

    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard !edit.vocabulary.lexicon.isUnknown, !edit.open.isEmpty else { return [] }
        let current = edit
        // Bounded by how many places of a clause are read; a set of them would cost a look over all types once.
        var proven: [Hunk] = []
        for run in runs(current) {
            // The longest parts first: a part of a phrase alone proves nothing.
            for length in stride(from: run.count, to: 0, by: -1) {
                for start in 0...(run.count - length) {
                    let part = run[start..<(start + length)]
                    let isWanted = part.contains { current.open.contains($0) && !proven.contains($0) }
                    if isWanted, isProven(current, part) { proven += part }
                }
            }
        }
        let hunks = edit.claim { proven.contains($0) }
        guard let first = hunks.first else { return [] }
        var telling = Telling(
            kind: .reworded, direction: .neutral, reason: "the words say the same in another way", hunks: hunks)
        (telling.oldWords, telling.newWords) = (current.oldWords(first), current.newWords(first))
        telling.also = hunks.dropFirst().map {
            Change.Focus(before: current.oldWords($0), after: current.newWords($0))
        }
        return [telling]
    }

    /// The hunks, those near each other in one sentence together.
    ///
    /// What was found to carry nothing is among them: it may be part of a phrase ("[in] our discretion", "[at] our sole discretion").
    private static func runs(_ edit: ClauseEdit) -> [[Hunk]] {
        var runs: [[Hunk]] = []
        for hunk in edit.hunks {
            if let last = runs.last?.last, runs[runs.count - 1].count < mostTogether,
                hunk.old.lowerBound - last.old.upperBound <= gap,
                hunk.old.lowerBound - last.old.upperBound == hunk.new.lowerBound - last.new.upperBound,
                isInOneSentence(edit.old, last.old.lowerBound..<max(hunk.old.upperBound, last.old.lowerBound + 1)),
                isInOneSentence(edit.new, last.new.lowerBound..<max(hunk.new.upperBound, last.new.lowerBound + 1))
            {
                runs[runs.count - 1].append(hunk)
            } else {
                runs.append([hunk])
            }
        }
        return runs
    }

    private static func isInOneSentence(_ passage: Passage, _ range: Range<Int>) -> Bool {
        guard range.upperBound <= passage.words.count else { return true }
        return passage.word(range.lowerBound).sentence == passage.word(range.upperBound - 1).sentence
    }

    private static func isProven(_ edit: ClauseEdit, _ run: ArraySlice<Hunk>) -> Bool {
        guard let first = run.first, let last = run.last else { return false }
        let hunk = Hunk(
            old: first.old.lowerBound..<last.old.upperBound, new: first.new.lowerBound..<last.new.upperBound)
        // Words of two sentences are no wording of one.
        guard isInOneSentence(edit.old, hunk.old.isEmpty ? 0..<1 : hunk.old),
            isInOneSentence(edit.new, hunk.new.isEmpty ? 0..<1 : hunk.new)
        else { return false }
        return SamePhrasing.isProven(edit, hunk, room: room(edit, around: hunk))
    }

    /// How many words around a hunk are equal on both sides, up to where the sentence or the next hunk ends or begins.
    private static func room(_ edit: ClauseEdit, around hunk: Hunk) -> (before: Int, behind: Int) {
        let before = edit.hunks.last {
            $0.old.upperBound <= hunk.old.lowerBound && $0.new.upperBound <= hunk.new.lowerBound
        }
        let behind = edit.hunks.first {
            $0.old.lowerBound >= hunk.old.upperBound && $0.new.lowerBound >= hunk.new.upperBound
        }
        let oldStart = edit.old.sentence(at: hunk.old.lowerBound)
        let newStart = edit.new.sentence(at: hunk.new.lowerBound)
        let starts = (
            hunk.old.lowerBound - max(before?.old.upperBound ?? 0, oldStart.lowerBound),
            hunk.new.lowerBound - max(before?.new.upperBound ?? 0, newStart.lowerBound)
        )
        let oldEnd = edit.old.sentence(at: max(hunk.old.upperBound - 1, hunk.old.lowerBound)).upperBound
        let newEnd = edit.new.sentence(at: max(hunk.new.upperBound - 1, hunk.new.lowerBound)).upperBound
        let ends = (
            min(behind?.old.lowerBound ?? edit.old.words.count, oldEnd) - hunk.old.upperBound,
            min(behind?.new.lowerBound ?? edit.new.words.count, newEnd) - hunk.new.upperBound
        )
        return (max(0, min(starts.0, starts.1)), max(0, min(ends.0, ends.1)))
    }
}

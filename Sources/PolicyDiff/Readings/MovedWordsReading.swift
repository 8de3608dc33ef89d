/// Claims words that only changed their place in a sentence.
enum MovedWordsReading {
    /// What a word may not be for its place to be without meaning.
    private static let bound: Traits = [.negation, .must, .mustNot, .may, .needNot, .exception, .condition]

    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard !edit.vocabulary.lexicon.isUnknown else { return [] }
        let current = edit
        let gone = edit.open.filter { $0.isDeletion && $0.old.count <= 12 }
        let came = edit.open.filter { $0.isInsertion && $0.new.count <= 12 }
        guard !gone.isEmpty, !came.isEmpty, !Exchange.turnsAround(current) else { return [] }
        /// Where the words that moved begin: what went in the old text, what came in the new one.
        var movedFrom: Set<Int> = []
        var movedTo: Set<Int> = []
        for hunk in gone {
            guard let words = content(current.old, hunk.old) else { continue }
            let other = came.first { candidate in
                !movedTo.contains(candidate.new.lowerBound) && content(current.new, candidate.new) == words
                    && current.old.sentence(at: candidate.old.lowerBound)
                        == current.old.sentence(at: hunk.old.lowerBound)
            }
            if let other {
                movedFrom.insert(hunk.old.lowerBound)
                movedTo.insert(other.new.lowerBound)
            }
        }
        let hunks = edit.claim { hunk in
            (hunk.isDeletion && movedFrom.contains(hunk.old.lowerBound))
                || (hunk.isInsertion && movedTo.contains(hunk.new.lowerBound))
        }
        if hunks.isEmpty { return [] }
        return [
            Telling(
                kind: .reworded, direction: .neutral, reason: "the same words stand in another order in the sentence",
                hunks: hunks)
        ]
    }

    /// The words that carry anything, sorted; nil where one of them must stand where it stands.
    private static func content(_ passage: Passage, _ range: Range<Int>) -> [UInt32]? {
        guard
            range.allSatisfy({
                passage.word($0).kind == .word
                    && (passage.word($0).traits.isDisjoint(with: bound) || passage.word($0).traits.contains(.only))
            })
        else { return nil }
        let words = range.filter { !passage.word($0).traits.contains(.filler) }.map { passage.word($0).key }
        return words.isEmpty ? nil : words.sorted()
    }

    /// Whether a clause has the same words as before in another order, and none of them stands elsewhere that must stand where it stands.
    static func isWholeMoved(_ edit: ClauseEdit) -> Bool {
        if edit.hunks.isEmpty { return false }
        // Whole sentences say the same wherever they stand.
        let sentences = sentences(edit.old)
        if sentences.count > 1, sentences == Self.sentences(edit.new) { return true }
        if edit.vocabulary.lexicon.isUnknown { return false }
        let still: Traits = [.negation, .exception, .restrictor]
        guard edit.hunks.allSatisfy({ edit.traits($0).isDisjoint(with: still) && !Opposition.stands(in: $0, of: edit) })
        else { return false }
        func content(_ passage: Passage) -> [UInt32] {
            passage.words.indices.filter { !passage.word($0).traits.contains(.filler) }.map { passage.word($0).key }
                .sorted()
        }
        let old = content(edit.old)
        return old.count >= 4 && old == content(edit.new) && !Exchange.mayStand(in: edit)
    }

    /// The words of each sentence, the sentences sorted.
    private static func sentences(_ passage: Passage) -> [[UInt32]] {
        passage.sentences.map { $0.map { passage.word($0).key } }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}

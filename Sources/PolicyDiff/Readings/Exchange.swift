/// Tells words that traded places from words that only moved: "pay within 30 days … refund within 14" is not "… 14 … 30".
///
/// The words of the whole are the same either way, so counting them proves nothing.
enum Exchange {
    /// Whether words of a clause may have traded places with others, so that each now goes with another verb or thing.
    static func mayStand(in edit: ClauseEdit) -> Bool {
        edit.hunks.contains { isExchange($0, of: edit) } || crossesSentences(edit) || turnsAround(edit)
    }

    /// Whether the words that a hunk replaces stand where another hunk puts them, and the reverse.
    static func isTrade(_ hunk: Hunk, of edit: ClauseEdit) -> Bool {
        func keys(_ passage: Passage, _ range: Range<Int>) -> [UInt32] { range.map { passage.word($0).key } }
        guard hunk.isReplacement else { return false }
        let (gone, came) = (keys(edit.old, hunk.old), keys(edit.new, hunk.new))
        return edit.hunks.contains { keys(edit.old, $0.old) == came && keys(edit.new, $0.new) == gone }
    }

    /// Whether words stand where others stood, and neither are a member of one list.
    private static func isExchange(_ hunk: Hunk, of edit: ClauseEdit) -> Bool {
        guard carries(edit.old, hunk.old), carries(edit.new, hunk.new) else { return false }
        let isPlain = { (passage: Passage, range: Range<Int>) in range.allSatisfy { passage.word($0).kind == .word } }
        guard isPlain(edit.old, hunk.old), isPlain(edit.new, hunk.new) else { return true }
        let isFirst = hunk.old.lowerBound == edit.hunks.first?.old.lowerBound
        let isLast = hunk.old.lowerBound == edit.hunks.last?.old.lowerBound
        func isMember(_ passage: Passage, _ range: Range<Int>) -> Bool {
            (isFirst || isParted(passage, before: range.lowerBound))
                && (isLast || isParted(passage, before: range.upperBound))
        }
        return !isMember(edit.old, hunk.old) || !isMember(edit.new, hunk.new)
    }

    /// Whether a comma, a semicolon or an "and" stands before the word at a place, or there.
    private static func isParted(_ passage: Passage, before place: Int) -> Bool {
        guard place > 0, place < passage.words.count else { return true }
        return [place - 1, place].contains { passage.word($0).traits.contains(.conjunction) }
            || passage.follows(",", place) || passage.follows(";", place)
    }

    /// Whether the words hold one that carries meaning of its own, or says who does it or for whom.
    private static func carries(_ passage: Passage, _ range: Range<Int>) -> Bool {
        range.contains {
            let traits = passage.word($0).traits
            return !traits.isDisjoint(with: [.reader, .publisher]) || traits.isDisjoint(with: [.filler, .conjunction])
        }
    }

    /// Whether the text has as many sentences as before, and words of one stand in another.
    private static func crossesSentences(_ edit: ClauseEdit) -> Bool {
        let old = contents(edit.old)
        let new = contents(edit.new)
        return old.count == new.count && old != new
    }

    /// Whether two things changed sides of the word between them: "from Alpha to Beta" became "from Beta to Alpha".
    static func turnsAround(_ edit: ClauseEdit) -> Bool {
        let came = edit.hunks.filter(\.isInsertion)
        return edit.hunks.contains { hunk in
            guard hunk.isDeletion, let first = hunk.old.first, let last = hunk.old.last, first != last else {
                return false
            }
            return came.contains { other in
                guard let start = other.new.first, let end = other.new.last, start != end else { return false }
                func isHinge(_ word: Token) -> Bool {
                    word.traits.contains(.filler) && !word.traits.contains(.conjunction)
                }
                let (head, tail) = (edit.old.word(first), edit.old.word(last))
                let (newHead, newTail) = (edit.new.word(start), edit.new.word(end))
                return (isHinge(head) && newTail.key == head.key && newHead.key != head.key)
                    || (isHinge(tail) && newHead.key == tail.key && newTail.key != tail.key)
            }
        }
    }

    /// The words of each sentence that carry anything, each sentence and the sentences sorted.
    private static func contents(_ passage: Passage) -> [[UInt32]] {
        passage.sentences.map { sentence in
            sentence.filter { !passage.word($0).traits.contains(.filler) }.map { passage.word($0).key }.sorted()
        }.filter { !$0.isEmpty }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}

/// Claims the hunks that ask: a question states nothing and binds nobody, whether it stands above an answer or is put into the
/// words of a title ("The purpose of the account", "What is the purpose of the account?").
enum QuestionReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        let lexicon = edit.vocabulary.lexicon
        guard !lexicon.isUnknown, edit.old.asks || edit.new.asks else { return [] }
        let current = edit
        let hunks = edit.claim { isWholeQuestion(current, $0) || isPutAsQuestion(current, $0) }
        guard let first = hunks.first else { return [] }
        var telling = Telling(
            kind: .reworded, direction: .neutral, reason: "a question states nothing", hunks: hunks)
        (telling.oldWords, telling.newWords) = (current.oldWords(first), current.newWords(first))
        return [telling]
    }

    /// Whether whole sentences came or went that ask for something: "How do I report a page?", not "Under 18?".
    private static func isWholeQuestion(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        var place = range.lowerBound
        while place < range.upperBound {
            let sentence = passage.sentence(at: place)
            guard sentence.lowerBound == place, sentence.upperBound <= range.upperBound,
                passage.isQuestion(sentence), isInterrogative(passage, place, edit.vocabulary)
            else { return false }
            place = sentence.upperBound
        }
        return true
    }

    /// Whether a title was put as a question, or a question as a title: words that ask and carry nothing else came or went.
    private static func isPutAsQuestion(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        let old = edit.old.sentence(at: hunk.old.lowerBound)
        let new = edit.new.sentence(at: hunk.new.lowerBound)
        let modal: Traits = [.must, .mustNot, .may, .needNot, .will, .negation, .exception, .condition]
        guard edit.old.isQuestion(old) != edit.new.isQuestion(new), !edit.old.isStatement(old),
            !edit.new.isStatement(new), edit.old.traits(old).isDisjoint(with: modal.subtracting(.condition))
        else { return false }
        func asks(_ passage: Passage, _ range: Range<Int>) -> Bool {
            range.allSatisfy { place in
                isInterrogative(passage, place, edit.vocabulary)
                    || (SameMeaning.isEmpty(passage.word(place))
                        && passage.word(place).traits.isDisjoint(with: modal))
                    || passage.word(place).traits.contains(.copula)
            }
        }
        return asks(edit.old, hunk.old) && asks(edit.new, hunk.new)
    }

    private static func isInterrogative(_ passage: Passage, _ place: Int, _ vocabulary: Vocabulary) -> Bool {
        vocabulary.lexicon.details.interrogatives.stands(in: passage, over: place..<(place + 1), vocabulary)
    }
}

extension Passage {
    /// Whether any sentence may be a question.
    fileprivate var asks: Bool { bytes.contains(UInt8(ascii: "?")) }

    /// Whether a sentence ends in a question mark.
    fileprivate func isQuestion(_ sentence: Range<Int>) -> Bool { end(of: sentence) == UInt8(ascii: "?") }

    /// Whether a sentence ends in a full stop, as no title does.
    fileprivate func isStatement(_ sentence: Range<Int>) -> Bool { end(of: sentence) == UInt8(ascii: ".") }

    private func end(of sentence: Range<Int>) -> UInt8? {
        guard let last = sentence.last, words[last] + 1 < tokens.count else { return nil }
        return mark(words[last] + 1)
    }
}

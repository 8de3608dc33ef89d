internal import PolicyModel

/// Claims the hunks of sentences that say the same the other way round: "We keep logs" and "Logs are kept", "The plan costs 5
/// euros" and "The price of the plan is 5 euros".
///
/// The proof: apart from one verb that stands elsewhere, both sentences hold the same words in the same order, with the same modals
/// and negations. Who acts may go without saying where it is the publisher; nobody else may.
enum ParaphraseReading {
    /// Longer sentences are not read.
    private static let mostWords = 60

    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        let old = edit.old.sentences
        let new = edit.new.sentences
        guard !edit.vocabulary.lexicon.isUnknown, !edit.open.isEmpty, old.count == new.count else { return [] }
        let current = edit
        func index(_ hunk: Hunk) -> Int? {
            let before = old.firstIndex { $0.contains(hunk.old.lowerBound) }
            let after = new.firstIndex { $0.contains(hunk.new.lowerBound) }
            if hunk.isInsertion { return after }
            if hunk.isDeletion { return before }
            return before == after ? before : nil
        }
        var proven: [Int: Bool] = [:]
        let hunks = edit.claim { hunk in
            guard let index = index(hunk) else { return false }
            if let known = proven[index] { return known }
            let isProven = saysTheSame(current, old[index], new[index])
            proven[index] = isProven
            return isProven
        }
        guard let first = hunks.first else { return [] }
        var telling = Telling(
            kind: .reworded, direction: .neutral, reason: "the same is said the other way round", hunks: hunks)
        (telling.oldWords, telling.newWords) = (current.oldWords(first), current.newWords(first))
        return [telling]
    }

    private static func saysTheSame(_ edit: ClauseEdit, _ old: Range<Int>, _ new: Range<Int>) -> Bool {
        guard max(old.count, new.count) <= mostWords, min(old.count, new.count) >= 2 else { return false }
        let before = Outline(edit.old, old, edit.vocabulary)
        let after = Outline(edit.new, new, edit.vocabulary)
        func isSame(_ left: Int, _ right: Int) -> Bool { SameMeaning.isSame(edit, left, right) }
        guard before.modals.count == after.modals.count, zip(before.modals, after.modals).allSatisfy(isSame) else {
            return false
        }
        return isTurned(before, after, isSame) || isTurned(after, before) { isSame($1, $0) }
            || isPriced(edit, before, after, isSame)
    }

    /// Whether the first sentence says of the publisher what the second says in the passive.
    private static func isTurned(
        _ active: Outline, _ passive: Outline, _ isSame: (Int, Int) -> Bool
    ) -> Bool {
        guard passive.isPassive, !passive.namesPublisher, active.content.count == passive.content.count else {
            return false
        }
        let prefix = zip(active.content, passive.content).prefix { isSame($0, $1) }.count
        guard prefix < active.content.count else { return false }
        let verb = active.content[prefix]
        guard active.isSubject(before: verb),
            let place = passive.content.indices.first(where: { $0 > prefix && isSame(verb, passive.content[$0]) })
        else { return false }
        var rest = passive.content
        rest.remove(at: place)
        return zip(active.content[(prefix + 1)...], rest[prefix...]).allSatisfy { isSame($0, $1) }
    }

    /// Whether one sentence names the price and the other says what the thing costs.
    private static func isPriced(
        _ edit: ClauseEdit, _ before: Outline, _ after: Outline, _ isSame: (Int, Int) -> Bool
    ) -> Bool {
        guard before.content.count == after.content.count else { return false }
        let olds = before.content.indices.filter { edit.old.word(before.content[$0]).traits.contains(.cost) }
        let news = after.content.indices.filter { edit.new.word(after.content[$0]).traits.contains(.cost) }
        return olds.contains { old in
            news.contains { new in
                guard old != new, isSame(before.content[old], after.content[new]) else { return false }
                var (left, right) = (before.content, after.content)
                left.remove(at: old)
                right.remove(at: new)
                return zip(left, right).allSatisfy { isSame($0, $1) }
            }
        }
    }

    /// What a sentence holds beside words that carry nothing.
    private struct Outline {
        /// The words that carry anything, the reader's pronouns among them.
        var content: [Int] = []
        /// The modals, negations and limits.
        var modals: [Int] = []
        /// Where the publisher is named by a pronoun that is a subject.
        private var subjects: [Int] = []
        /// Whether a verb needs no subject in this language.
        private let isSubjectless: Bool
        /// Whether it may be in the passive.
        private(set) var isPassive = false

        init(_ passage: Passage, _ sentence: Range<Int>, _ vocabulary: Vocabulary) {
            let lexicon = vocabulary.lexicon
            isSubjectless = lexicon.hasSubjectless
            let modal: Traits = [.must, .mustNot, .may, .needNot, .will, .negation, .only]
            for place in sentence {
                let token = passage.word(place)
                let traits = token.traits
                if lexicon.details.reflexives.contains(Int(vocabulary.lexical[Int(token.key)])) {
                    isPassive = true
                } else if token.kind != .word || !traits.isDisjoint(with: [.reader, .thirdParty, .conjunction]) {
                    content.append(place)
                } else if !traits.isDisjoint(with: modal) {
                    modals.append(place)
                } else if traits.isSuperset(of: [.publisher, .filler]) {
                    if !traits.contains(.possessive) { subjects.append(place) }
                } else if traits.contains(.copula) {
                    isPassive = true
                } else if traits.isDisjoint(with: [.filler, .address])
                    || !traits.isDisjoint(with: Traits.decisive)
                {
                    content.append(place)
                }
            }
        }

        var namesPublisher: Bool { !subjects.isEmpty }

        /// Whether the publisher acts in front of a verb, with nothing that carries anything between them.
        func isSubject(before verb: Int) -> Bool {
            if subjects.isEmpty { return isSubjectless && content.first == verb }
            return subjects.contains { subject in
                subject < verb && !content.contains { $0 > subject && $0 < verb }
            }
        }
    }
}

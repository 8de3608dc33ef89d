internal import PolicyModel

/// Tells where something that needed the reader's consent goes on now until the reader objects, or the reverse: "only if you opt
/// in" became "unless you opt out".
enum ConsentReading {
    /// What lets something happen to the reader.
    private enum Basis: Hashable {
        case consent, objection
    }

    /// How many words in front of "you opt in" may lead to it: "only if".
    private static let mostLeading = 3

    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard !edit.vocabulary.lexicon.isUnknown else { return [] }
        let current = edit
        var tellings: [Telling] = []
        for hunk in current.open where edit.open.contains(hunk) {
            let old = current.old.sentence(at: hunk.old.lowerBound)
            let new = current.new.sentence(at: hunk.new.lowerBound)
            guard let before = basis(current.old, old, current.vocabulary),
                let after = basis(current.new, new, current.vocabulary), before.basis != after.basis,
                touches(hunk, current, before.words, after.words)
            else { continue }
            let hunks = edit.claim { other in
                other.begins(in: old, new) && touches(other, current, before.words, after.words)
            }
            let isConsent = after.basis == .consent
            tellings.append(
                Telling(
                    kind: isConsent ? .conditionAdded : .conditionRemoved,
                    direction: isConsent ? .looser : .stricter,
                    reason: isConsent
                        ? "it went on until the reader objected and needs the reader's consent now"
                        : "it needed the reader's consent and goes on now until the reader objects",
                    hunks: hunks, oldWords: current.old.written(before.words),
                    newWords: current.new.written(after.words)))
        }
        return tellings
    }

    /// On what a sentence lets something hang, with the words that say so; nil where it names neither or both.
    private static func basis(
        _ passage: Passage, _ sentence: Range<Int>, _ vocabulary: Vocabulary
    ) -> (basis: Basis, words: Range<Int>)? {
        let details = vocabulary.lexicon.details
        let consent = details.consenting.first(in: passage, over: sentence, vocabulary)
        let objection = details.objecting.first(in: passage, over: sentence, vocabulary)
        switch (consent, objection) {
        case (let words?, nil): return led(passage, words, in: sentence).map { (.consent, $0) }
        case (nil, let words?): return led(passage, words, in: sentence).map { (.objection, $0) }
        default: return nil
        }
    }

    /// The words with the condition in front of them; nil where no condition leads them in: "you agree to these terms".
    private static func led(_ passage: Passage, _ words: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
        let leading: Traits = [.condition, .exception, .only, .restrictor]
        var first = words.lowerBound
        var isLed = passage.word(first).traits.contains(.possessive)
        var place = words.lowerBound - 1
        while place >= sentence.lowerBound, words.lowerBound - place <= mostLeading {
            let traits = passage.word(place).traits
            if !traits.isDisjoint(with: leading) {
                isLed = true
                first = place
            } else if first != place + 1 || traits.isDisjoint(with: .filler) {
                break
            }
            place -= 1
        }
        return isLed ? first..<words.upperBound : nil
    }

    /// Whether a hunk changes the words that say so, or an "only" that goes with them.
    private static func touches(_ hunk: Hunk, _ edit: ClauseEdit, _ old: Range<Int>, _ new: Range<Int>) -> Bool {
        if hunk.old.overlaps(old) || hunk.new.overlaps(new) { return true }
        return max(hunk.old.count, hunk.new.count) <= 2 && edit.traits(hunk).contains(.only)
    }
}

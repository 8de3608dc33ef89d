internal import PolicyModel

/// Tells which way a statement goes of which neither the actor nor the modality says it: by the words in it that are good or bad
/// news by themselves, and by what an exemption lets off.
enum Tendency {
    /// What a statement with its own words is for the reader, where its facts leave that open.
    static func effect(
        of facts: Facts, _ passage: Passage, _ range: Range<Int>, _ vocabulary: Vocabulary
    ) -> Facts.Effect {
        guard facts.effect == .unknown, !facts.isPointer, facts.modality == .none || facts.modality == .will,
            !facts.traits.contains(.exception), !vocabulary.lexicon.isUnknown
        else { return facts.effect }
        let details = vocabulary.lexicon.details
        let good =
            details.favourable.first(in: passage, over: range, vocabulary)
            ?? details.usable.first(in: passage, over: range, vocabulary)
        let bad = details.unfavourable.first(in: passage, over: range, vocabulary)
        switch (good, bad) {
        case (nil, _?): return .burden
        case (let words?, nil):
            let near = max(range.lowerBound, words.lowerBound - 2)..<min(words.upperBound + 4, range.upperBound)
            return passage.traits(near).contains(.negation) ? .burden : .benefit
        default: return facts.effect
        }
    }

    /// Whether words say what for something is done: "to detect fraud", "um Betrug zu erkennen".
    static func isAim(_ passage: Passage, _ range: Range<Int>, _ vocabulary: Vocabulary) -> Bool {
        guard let first = range.first else { return false }
        return vocabulary.lexicon.details.aims.stands(in: passage, over: first..<(first + 1), vocabulary)
    }

    /// What a list without a verb is for the reader: a list of wrongs says what is forbidden, a purpose of use is one use more.
    static func ofList(
        _ facts: Facts, _ passage: Passage, _ sentence: Range<Int>, _ words: Range<Int>, _ vocabulary: Vocabulary
    ) -> Facts.Effect {
        let details = vocabulary.lexicon.details
        guard facts.effect == .unknown, facts.modality == .none, facts.actor == .nobody || facts.actor == .thirdParty,
            facts.traits.isDisjoint(with: [.personalData, .exception])
        else { return facts.effect }
        if details.purposes.stands(in: passage, over: words, vocabulary) { return .burden }
        // "To detect fraud and abuse" says what something is for.
        guard !isAim(passage, sentence, vocabulary) else { return facts.effect }
        let around = [
            sentence.lowerBound..<words.lowerBound, words.upperBound..<max(words.upperBound, sentence.upperBound),
        ]
        let wrongs = around.reduce(0) { $0 + details.wrongs.count(in: passage, over: $1, vocabulary) }
        return wrongs >= 2 ? .burden : facts.effect
    }

    /// The direction of an exemption that came or went: who is let off a fee gains, whom a guarantee does not cover loses.
    ///
    /// What does not apply any more is named in front ("the fee does not apply to …"), or is what the rest of its clause says.
    static func ofExemption(
        _ passage: Passage, _ range: Range<Int>, added: Bool, _ vocabulary: Vocabulary, context: Context
    ) -> Direction {
        let verb =
            range.first { passage.word($0).traits.isSuperset(of: [.exception, .negation]) } ?? range.upperBound
        let subject = range.lowerBound..<verb
        let details = vocabulary.lexicon.details
        let good = details.namedBenefits.stands(in: passage, over: subject, vocabulary)
        let bad = details.namedBurdens.stands(in: passage, over: subject, vocabulary)
        let spared: Facts.Effect =
            switch (good, bad) {
            case (true, false): .benefit
            case (false, true): .burden
            case (true, true): .unknown
            case (false, false): rest(passage, beside: range, context)
            }
        switch spared {
        case .burden: return added ? .looser : .stricter
        case .benefit: return added ? .stricter : .looser
        case .unknown: return .unclear
        }
    }

    /// What the other sentences of a clause are for the reader, where all that say so agree.
    private static func rest(_ passage: Passage, beside range: Range<Int>, _ context: Context) -> Facts.Effect {
        let effects = Set(
            passage.sentences.filter { !$0.overlaps(range) }
                .map { context.completed(Facts(passage, $0)).effect }.filter { $0 != .unknown })
        return effects.count == 1 ? effects.first ?? .unknown : .unknown
    }
}

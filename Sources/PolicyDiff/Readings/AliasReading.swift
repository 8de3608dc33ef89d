/// Claims the hunks by which a definition calls the same party by more pronouns, or fewer: "Acme" or "we" for "Acme", "we", "us".
enum AliasReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard !edit.vocabulary.lexicon.isUnknown, !edit.open.isEmpty else { return [] }
        let current = edit
        let hunks = edit.claim { hunk in
            let old = parties(current.old, hunk.old, current.vocabulary)
            let new = parties(current.new, hunk.new, current.vocabulary)
            guard let old, let new, !old.isEmpty || !new.isEmpty else { return false }
            if old == new { return true }
            // The party has another name of this sort on both sides.
            return isAliased(current.old, around: hunk.old, old.union(new), current.vocabulary)
                && isAliased(current.new, around: hunk.new, old.union(new), current.vocabulary)
        }
        guard let first = hunks.first else { return [] }
        var telling = Telling(
            kind: .reworded, direction: .neutral, reason: "a definition calls the same party by other pronouns",
            hunks: hunks)
        (telling.oldWords, telling.newWords) = (current.oldWords(first), current.newWords(first))
        return [telling]
    }

    private static let party: Traits = [.reader, .publisher]

    /// Whom the pronouns of a range stand for, each of them in quotes; nil where other words are among them.
    private static func parties(_ passage: Passage, _ range: Range<Int>, _ vocabulary: Vocabulary) -> Traits? {
        var parties: Traits = []
        for place in range {
            let token = passage.word(place)
            guard token.kind == .word, token.traits.isDisjoint(with: .decisive) else { return nil }
            if isPronoun(passage, place, vocabulary), isQuoted(passage, place) {
                parties.formUnion(token.traits.intersection(party))
            } else if token.traits.isDisjoint(with: [.filler, .conjunction]) || !token.traits.isDisjoint(with: party) {
                return nil
            }
        }
        return parties
    }

    private static func isPronoun(_ passage: Passage, _ place: Int, _ vocabulary: Vocabulary) -> Bool {
        vocabulary.lexicon.details.partyPronouns.stands(in: passage, over: place..<(place + 1), vocabulary)
    }

    private static func isQuoted(_ passage: Passage, _ place: Int) -> Bool {
        let index = passage.words[place]
        // American style puts the comma inside: “we,” “us”.
        return index > 0 && passage.isQuote(index - 1)
            && ((index + 1)..<min(index + 3, passage.tokens.count)).contains { passage.isQuote($0) }
    }

    /// Whether another pronoun of the party stands in quotes near a range, with no more than a few words between.
    private static func isAliased(
        _ passage: Passage, around range: Range<Int>, _ parties: Traits, _ vocabulary: Vocabulary
    )
        -> Bool
    {
        let near = max(0, range.lowerBound - 6)..<min(passage.words.count, range.upperBound + 6)
        return near.contains { place in
            !range.contains(place) && isPronoun(passage, place, vocabulary) && isQuoted(passage, place)
                && !passage.word(place).traits.isDisjoint(with: parties)
        }
    }
}

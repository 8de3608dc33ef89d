// Phrases: words that mean something together.

extension Tokenizer {
    /// Gives the words of a phrase the phrase's traits, and one key where the phrase has an equivalent.
    mutating func applyPhrases(_ vocabulary: inout Vocabulary) {
        guard !vocabulary.lexicon.phrases.isEmpty else { return }
        var merged: [Token] = []
        merged.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            guard tokens[index].kind == .word, vocabulary.beginsPhrase[Int(tokens[index].key)],
                let phrases = vocabulary.lexicon.phrases[vocabulary.forms[Int(tokens[index].key)]]
            else {
                merged.append(tokens[index])
                index += 1
                continue
            }
            var canonical: (form: String, length: Int)?
            for phrase in phrases {
                guard follows(phrase.words, at: index, vocabulary) else { continue }
                for place in index..<(index + phrase.words.count) { tokens[place].traits.formUnion(phrase.traits) }
                if let form = phrase.canonical, canonical == nil { canonical = (form, phrase.words.count) }
            }
            if let (form, length) = canonical {
                let last = tokens[index + length - 1]
                var token = Token(
                    kind: .word, key: vocabulary.key(of: form), start: tokens[index].start, end: last.end,
                    traits: vocabulary.lexicon.traits[form] ?? [], sentence: tokens[index].sentence)
                token.traits.formUnion(tokens[index].traits)
                merged.append(token)
                index += length
            } else {
                merged.append(tokens[index])
                index += 1
            }
        }
        tokens = merged
        applyGappedPhrases(vocabulary)
    }

    /// Gives the words on both sides of a gap (`dürfen … nicht`) the phrase's traits.
    ///
    /// It comes after the phrases without a gap, because their modals and negations end a gap.
    mutating func applyGappedPhrases(_ vocabulary: Vocabulary) {
        guard !vocabulary.lexicon.gappedPhrases.isEmpty else { return }
        for index in tokens.indices where tokens[index].kind == .word {
            for phrase in vocabulary.lexicon.gappedPhrases[vocabulary.forms[Int(tokens[index].key)]] ?? [] {
                for place in places(of: phrase.words, at: index, vocabulary) ?? [] {
                    tokens[place].traits.formUnion(phrase.traits)
                }
            }
        }
    }

    /// Whether the words of a phrase without a gap stand at `index`; its first word is known to.
    func follows(_ words: [String], at index: Int, _ vocabulary: Vocabulary) -> Bool {
        guard index + words.count <= tokens.count else { return false }
        for offset in 1..<max(words.count, 1) {
            let token = tokens[index + offset]
            guard token.kind == .word, vocabulary.forms[Int(token.key)] == words[offset] else { return false }
        }
        return true
    }

    /// The tokens that a phrase's words stand at, where it begins at `index`; nil where it does not.
    func places(of words: [String], at index: Int, _ vocabulary: Vocabulary) -> [Int]? {
        var places: [Int] = []
        var index = index
        var gap = 0
        for word in words {
            if word == "…" {
                gap = Self.longestGap
                continue
            }
            var ends: Traits = [.must, .mustNot, .may, .will]
            // A negation turns what the phrase says, but not where the phrase itself goes on to a negation.
            if gap > 0, vocabulary.lexicon.traits[word]?.contains(.negation) != true { ends.insert(.negation) }
            while true {
                guard index < tokens.count else { return nil }
                let token = tokens[index]
                index += 1
                if token.kind == .word, vocabulary.forms[Int(token.key)] == word { break }
                guard gap > 0, token.kind != .punctuation, token.traits.isDisjoint(with: ends) else { return nil }
                gap -= 1
            }
            gap = 0
            places.append(index - 1)
        }
        return places
    }

    /// How many words may stand in the gap of a phrase.
    static let longestGap = 10
}

// Phrases: words that mean something together.

extension Tokenizer {
    /// Gives the words of a phrase the phrase's traits, and one key where the phrase has an equivalent.
    mutating func applyPhrases(_ vocabulary: inout Vocabulary) {
        let lexicon = vocabulary.lexicon
        guard !lexicon.phrases.isEmpty else { return }
        var index = 0
        var kept = 0
        while index < tokens.count {
            let begun = tokens[index].kind == .word ? vocabulary.phrases(begunBy: tokens[index].key) : 0..<0
            let second = begun.isEmpty ? nil : lexical(index + 1, vocabulary)
            var canonical: (form: String, length: Int)?
            for place in begun where lexicon.secondWords[place] == second {
                let count = lexicon.phrases[place].words.count
                guard follows(place, at: index, vocabulary) else { continue }
                let traits = lexicon.phrases[place].traits
                for place in index..<(index + count) { tokens[place].traits.formUnion(traits) }
                if canonical == nil, let form = lexicon.phrases[place].canonical { canonical = (form, count) }
            }
            if let (form, length) = canonical {
                let last = tokens[index + length - 1]
                var token = Token(
                    kind: .word, key: vocabulary.key(of: form), start: tokens[index].start, end: last.end,
                    traits: lexicon.traits(of: form) ?? [], sentence: tokens[index].sentence)
                token.traits.formUnion(tokens[index].traits)
                tokens[kept] = token
                index += length
            } else {
                if kept != index { tokens[kept] = tokens[index] }
                index += 1
            }
            kept += 1
        }
        tokens.removeLast(tokens.count - kept)
        applyGappedPhrases(vocabulary)
    }

    /// The number in the lexicon of the word at a place; nil where no word stands there.
    private func lexical(_ place: Int, _ vocabulary: Vocabulary) -> Int32? {
        guard place < tokens.count, tokens[place].kind == .word else { return nil }
        return vocabulary.lexical[Int(tokens[place].key)]
    }

    /// Gives the words on both sides of a gap (`dürfen … nicht`) the phrase's traits.
    ///
    /// It comes after the phrases without a gap, because their modals and negations end a gap.
    mutating func applyGappedPhrases(_ vocabulary: Vocabulary) {
        guard vocabulary.lexicon.hasGappedPhrases else { return }
        for index in tokens.indices where tokens[index].kind == .word {
            for phrase in vocabulary.gappedPhrases(begunBy: tokens[index].key) {
                for place in places(of: phrase, at: index, vocabulary) ?? [] {
                    tokens[place].traits.formUnion(vocabulary.lexicon.phrases[phrase].traits)
                }
            }
        }
    }

    /// Whether the words of a phrase without a gap stand at `index`; its first word is known to.
    func follows(_ phrase: Int, at index: Int, _ vocabulary: Vocabulary) -> Bool {
        let lexicon = vocabulary.lexicon
        let count = lexicon.phrases[phrase].words.count
        guard index + count <= tokens.count else { return false }
        for offset in 1..<max(count, 1) {
            let token = tokens[index + offset]
            guard token.kind == .word, vocabulary.lexical[Int(token.key)] == lexicon.phrases[phrase].words[offset]
            else {
                return false
            }
        }
        return true
    }

    /// The tokens that a phrase's words stand at, where it begins at `index`; nil where it does not.
    func places(of phrase: Int, at index: Int, _ vocabulary: Vocabulary) -> [Int]? {
        let lexicon = vocabulary.lexicon
        var places: [Int] = []
        var index = index
        var gap = 0
        for word in lexicon.phrases[phrase].words {
            if word == Lexicon.Phrase.gap {
                gap = Self.longestGap
                continue
            }
            var ends: Traits = [.must, .mustNot, .may, .will]
            // A negation turns what the phrase says, but not where the phrase itself goes on to a negation.
            if gap > 0, lexicon.words[word].traits?.contains(.negation) != true { ends.insert(.negation) }
            while true {
                guard index < tokens.count else { return nil }
                let token = tokens[index]
                index += 1
                if token.kind == .word, vocabulary.lexical[Int(token.key)] == word { break }
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

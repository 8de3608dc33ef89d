/// Reads a clause's text into tokens: words in normal form, and numbers, dates, references and addresses as units.
struct Tokenizer {
    let text: [UInt8]
    let atoms: [Atom]
    var next = 0
    var tokens: [Token] = []
    var sentence = 0
    var sentenceStarts = true

    /// Returns the tokens of a text.
    ///
    /// Linear in its length.
    static func tokens(of text: String, in vocabulary: inout Vocabulary) -> [Token] {
        tokens(of: Array(text.utf8), in: &vocabulary)
    }

    /// Returns the tokens of a text in UTF-8.
    static func tokens(of text: [UInt8], in vocabulary: inout Vocabulary) -> [Token] {
        var tokenizer = Tokenizer(text, vocabulary.lexicon)
        tokenizer.readAll(&vocabulary)
        tokenizer.applyPhrases(&vocabulary)
        return tokenizer.tokens
    }

    private init(_ text: [UInt8], _ lexicon: Lexicon) {
        self.text = text
        let atoms = Atom.scan(text)
        self.atoms = lexicon.hasElisions ? Self.elided(atoms, text, lexicon) : atoms
        tokens.reserveCapacity(self.atoms.count)
    }

    /// Takes elided words off the words behind them, so that `l'article 5` and `d'un mois` read as their full words do.
    static func elided(_ atoms: [Atom], _ text: [UInt8], _ lexicon: Lexicon) -> [Atom] {
        var parted: [Atom] = []
        parted.reserveCapacity(atoms.count + atoms.count / 8)
        for atom in atoms {
            var atom = atom
            while atom.sort == .word, let end = elisionEnd(atom, text, lexicon) {
                parted.append(Atom(sort: .word, start: atom.start, end: end))
                atom = Atom(sort: .word, start: end, end: atom.end)
            }
            parted.append(atom)
        }
        return parted
    }

    /// The end of the elided word that a word begins with, its apostrophe included.
    static func elisionEnd(_ atom: Atom, _ text: [UInt8], _ lexicon: Lexicon) -> Int? {
        for place in atom.start..<min(atom.end, atom.start + 10) where text[place] == 0x27 || text[place] == 0xE2 {
            let end = place + (text[place] == 0x27 ? 1 : 3)
            guard end < atom.end else { return nil }
            let head = Vocabulary.plain(String(decoding: text[atom.start..<end], as: UTF8.self))
            guard let known = lexicon.number(of: head), lexicon.details.elided[known] != nil else { return nil }
            let whole = Vocabulary.plain(String(decoding: text[atom.start..<atom.end], as: UTF8.self))
            return lexicon.number(of: whole).map { lexicon.words[$0].isShort } == true ? nil : end
        }
        return nil
    }

    mutating func readAll(_ vocabulary: inout Vocabulary) {
        readNumbering(&vocabulary)
        while next < atoms.count {
            let atom = atoms[next]
            switch atom.sort {
            case .hiddenEmail:
                // `privacy[email protected]`: what is left of the address belongs to it.
                var start = atom.start
                if let last = tokens.last, last.kind == .word, last.end == start {
                    start = last.start
                    tokens.removeLast()
                }
                append(.hiddenEmail, "[email protected]", start, gluedEnd(), [.contact], &vocabulary)
            case .email: append(.email, lowercased(atom), atom.start, atom.end, [.contact], &vocabulary)
            case .url where isLeftOver(atom):
                // `[a](https://…)` that no parser read as a link: readers are led there, the words are others.
                append(.punctuation, "](", atom.start, atom.end, [], &vocabulary)
            case .url: append(.url, lowercased(atom), atom.start, atom.end, [.contact], &vocabulary)
            case .number: readNumber(&vocabulary)
            case .mark: readMark(&vocabulary)
            case .word: readWord(&vocabulary)
            }
        }
    }

    /// Where the address at `next` ends with what is glued to it: `[email protected]example.org`.
    private func gluedEnd() -> Int {
        var end = atoms[next].end
        var place = next + 1
        while place < atoms.count, atoms[place].start == end {
            let isDot = isMark(place, ".") && place + 1 < atoms.count && atoms[place + 1].start == atoms[place].end
            guard isDot || atoms[place].sort == .word || atoms[place].sort == .url else { break }
            end = atoms[place].end
            place += 1
        }
        return end
    }

    /// Whether an address stands behind `](`.
    private func isLeftOver(_ atom: Atom) -> Bool {
        atom.start >= 2 && text[atom.start - 1] == UInt8(ascii: "(") && text[atom.start - 2] == UInt8(ascii: "]")
    }

    /// Adds a token and steps to the atom after `end`.
    mutating func append(
        _ kind: Token.Kind, _ form: String, _ start: Int, _ end: Int, _ traits: Traits, _ vocabulary: inout Vocabulary
    ) {
        tokens.append(
            Token(kind: kind, key: vocabulary.key(of: form), start: start, end: end, traits: traits, sentence: sentence)
        )
        while next < atoms.count, atoms[next].start < end { next += 1 }
        sentenceStarts = false
    }

    // MARK: Words

    mutating func readWord(_ vocabulary: inout Vocabulary) {
        let atom = atoms[next]
        let number = vocabulary.entry(of: atom.start..<atom.end, in: text)
        let begins = vocabulary.entries[number].begins
        if !begins.isEmpty {
            if begins.contains(.reference), readReference(&vocabulary) { return }
            if begins.contains(.date), readWrittenDate(&vocabulary) { return }
            if begins.contains(.number), readNumberWord(&vocabulary) { return }
        }
        if next + 1 < atoms.count, vocabulary.entries[number].traits.contains(.currency) || isMark(next + 1, "$"),
            readCurrencyCode(vocabulary.entries[number].traits, &vocabulary)
        {
            return
        }
        let isName = vocabulary.entries[number].isCapitalised && !sentenceStarts && !isAllCapitals(atom)
        let standsFirst = vocabulary.lexicon.hasSubjectless && isFirst()
        func add(_ key: UInt32, _ traits: Traits) {
            var token = Token(
                kind: .word, key: key, start: atom.start, end: atom.end, traits: traits, sentence: sentence)
            token.isName = isName
            if standsFirst, vocabulary.isSubjectless(key) { token.traits.insert(.reader) }
            tokens.append(token)
        }
        if !vocabulary.entries[number].isNothing {
            add(vocabulary.entries[number].key, vocabulary.entries[number].traits)
        }
        for place in vocabulary.entries[number].others.indices {
            let (key, traits) = vocabulary.entries[number].others[place]
            add(key, traits)
        }
        next += 1
        sentenceStarts = false
    }

    /// Whether nothing stands in front of the next word that could be its subject: it begins the sentence or follows a mark,
    /// a negation or a condition that does.
    func isFirst() -> Bool {
        for (steps, token) in tokens.reversed().enumerated() {
            if steps == 2 || token.kind == .punctuation || token.kind == .numbering || token.sentence != sentence {
                return steps < 2 || token.kind == .punctuation || token.sentence != sentence
            }
            if token.kind != .word || token.traits.isDisjoint(with: [.negation, .condition]) { return false }
        }
        return true
    }

    /// Whether the word stands in a run of capitals, where a capital says nothing of a name.
    func isAllCapitals(_ atom: Atom) -> Bool {
        func isCapital(_ atom: Atom) -> Bool {
            atom.end - atom.start > 1 && text[atom.start..<atom.end].allSatisfy { $0 < 0x61 || $0 > 0x7A }
        }
        guard isCapital(atom) else { return false }
        let before = next > 0 && atoms[next - 1].sort == .word && isCapital(atoms[next - 1])
        let after = next + 1 < atoms.count && atoms[next + 1].sort == .word && isCapital(atoms[next + 1])
        return before || after
    }

    func lowercased(_ atom: Atom) -> String {
        Vocabulary.plain(String(decoding: text[atom.start..<atom.end], as: UTF8.self))
    }

    // MARK: Marks and sentences

    mutating func readMark(_ vocabulary: inout Vocabulary) {
        let atom = atoms[next]
        if atom.end - atom.start <= 3, readCurrency(&vocabulary) { return }
        let entry = vocabulary.mark(atom.start..<atom.end, in: text)
        let endsSentence = endsSentence(atom)
        tokens.append(
            Token(kind: .punctuation, key: entry, start: atom.start, end: atom.end, traits: [], sentence: sentence))
        next += 1
        if endsSentence {
            sentence += 1
            sentenceStarts = true
        } else if opensSentence(atom) {
            sentenceStarts = true
        }
    }

    /// Whether a capital behind the mark says nothing of a name.
    private func opensSentence(_ atom: Atom) -> Bool {
        if atom.end - atom.start == 1 {
            return [UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "(")].contains(text[atom.start])
        }
        return isMark(next - 1, "•") || isMark(next - 1, "“")
    }

    func endsSentence(_ atom: Atom) -> Bool {
        let mark = text[atom.start]
        if atom.end - atom.start > 1 { return isMark(next, "。") || isMark(next, "！") || isMark(next, "？") }
        guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") else { return false }
        guard next + 1 < atoms.count else { return true }
        let following = atoms[next + 1]
        if following.start == atom.end, following.sort != .mark { return false }
        if following.sort == .word, text[following.start] >= 0x61, text[following.start] <= 0x7A { return false }
        if following.sort == .mark, following.start == atom.end, text[following.start] != 0x22 {
            return mark != UInt8(ascii: ".") ? true : following.end - following.start > 1
        }
        if mark == UInt8(ascii: "."), let last = tokens.last, last.kind == .word, last.end == atom.start {
            if last.traits.contains(.abbreviation) { return false }
            if last.end - last.start == 1, text[last.start] != UInt8(ascii: "I") { return false }
        }
        return true
    }
}

/// Reads a clause's text into tokens: words in normal form, and numbers, dates, references and addresses as units.
struct Tokenizer {
    private let text: [UInt8]
    private let atoms: [Atom]
    private var next = 0
    private var tokens: [Token] = []
    private var sentence = 0
    private var sentenceStarts = true

    /// Returns the tokens of a text.
    ///
    /// Linear in its length.
    static func tokens(of text: String, in vocabulary: inout Vocabulary) -> [Token] {
        var tokenizer = Tokenizer(Array(text.utf8), vocabulary.lexicon)
        tokenizer.readAll(&vocabulary)
        tokenizer.applyPhrases(&vocabulary)
        return tokenizer.tokens
    }

    private init(_ text: [UInt8], _ lexicon: Lexicon) {
        self.text = text
        let atoms = Atom.scan(text)
        self.atoms = lexicon.elisions.isEmpty ? atoms : Self.elided(atoms, text, lexicon)
    }

    /// Takes elided words off the words behind them, so that `l'article 5` and `d'un mois` read as their full words do.
    private static func elided(_ atoms: [Atom], _ text: [UInt8], _ lexicon: Lexicon) -> [Atom] {
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
    private static func elisionEnd(_ atom: Atom, _ text: [UInt8], _ lexicon: Lexicon) -> Int? {
        for place in atom.start..<min(atom.end, atom.start + 10) where text[place] == 0x27 || text[place] == 0xE2 {
            let end = place + (text[place] == 0x27 ? 1 : 3)
            guard end < atom.end else { return nil }
            let head = Vocabulary.plain(String(decoding: text[atom.start..<end], as: UTF8.self))
            guard lexicon.elisions[head] != nil else { return nil }
            let whole = Vocabulary.plain(String(decoding: text[atom.start..<atom.end], as: UTF8.self))
            return lexicon.contractions[whole] == nil ? end : nil
        }
        return nil
    }

    private mutating func readAll(_ vocabulary: inout Vocabulary) {
        readNumbering(&vocabulary)
        while next < atoms.count {
            let atom = atoms[next]
            switch atom.sort {
            case .hiddenEmail: append(.hiddenEmail, "[email protected]", atom.start, atom.end, [.contact], &vocabulary)
            case .email: append(.email, lowercased(atom), atom.start, atom.end, [.contact], &vocabulary)
            case .url: append(.url, lowercased(atom), atom.start, atom.end, [.contact], &vocabulary)
            case .number: readNumber(&vocabulary)
            case .mark: readMark(&vocabulary)
            case .word: readWord(&vocabulary)
            }
        }
    }

    /// Adds a token and steps to the atom after `end`.
    private mutating func append(
        _ kind: Token.Kind, _ form: String, _ start: Int, _ end: Int, _ traits: Traits, _ vocabulary: inout Vocabulary
    ) {
        tokens.append(
            Token(kind: kind, key: vocabulary.key(of: form), start: start, end: end, traits: traits, sentence: sentence)
        )
        while next < atoms.count, atoms[next].start < end { next += 1 }
        sentenceStarts = false
    }

    // MARK: Words

    private mutating func readWord(_ vocabulary: inout Vocabulary) {
        let atom = atoms[next]
        let entry = vocabulary.entry(of: text[atom.start..<atom.end])
        if !entry.begins.isEmpty {
            if entry.begins.contains(.reference), readReference(&vocabulary) { return }
            if entry.begins.contains(.date), readWrittenDate(&vocabulary) { return }
            if entry.begins.contains(.number), readNumberWord(&vocabulary) { return }
        }
        let isName = entry.isCapitalised && !sentenceStarts && !isAllCapitals(atom)
        let standsFirst = !vocabulary.lexicon.subjectless.isEmpty && isFirst()
        for (key, traits) in zip(entry.keys, entry.traits) {
            var token = Token(
                kind: .word, key: key, start: atom.start, end: atom.end, traits: traits, sentence: sentence)
            token.isName = isName
            if standsFirst, vocabulary.lexicon.subjectless.contains(vocabulary.forms[Int(key)]) {
                token.traits.insert(.reader)
            }
            tokens.append(token)
        }
        next += 1
        sentenceStarts = false
    }

    /// Whether nothing stands in front of the next word that could be its subject: it begins the sentence or follows a mark,
    /// a negation or a condition that does.
    private func isFirst() -> Bool {
        for (steps, token) in tokens.reversed().enumerated() {
            if steps == 2 || token.kind == .punctuation || token.kind == .numbering || token.sentence != sentence {
                return steps < 2 || token.kind == .punctuation || token.sentence != sentence
            }
            if token.kind != .word || token.traits.isDisjoint(with: [.negation, .condition]) { return false }
        }
        return true
    }

    /// Whether the word stands in a run of capitals, where a capital says nothing of a name.
    private func isAllCapitals(_ atom: Atom) -> Bool {
        func isCapital(_ atom: Atom) -> Bool {
            atom.end - atom.start > 1 && text[atom.start..<atom.end].allSatisfy { $0 < 0x61 || $0 > 0x7A }
        }
        guard isCapital(atom) else { return false }
        let before = next > 0 && atoms[next - 1].sort == .word && isCapital(atoms[next - 1])
        let after = next + 1 < atoms.count && atoms[next + 1].sort == .word && isCapital(atoms[next + 1])
        return before || after
    }

    private func lowercased(_ atom: Atom) -> String {
        Vocabulary.plain(String(decoding: text[atom.start..<atom.end], as: UTF8.self))
    }

    // MARK: Marks and sentences

    private mutating func readMark(_ vocabulary: inout Vocabulary) {
        let atom = atoms[next]
        if atom.end - atom.start == 1 || atom.end - atom.start <= 3, readCurrency(&vocabulary) { return }
        let form = String(decoding: text[atom.start..<atom.end], as: UTF8.self)
        let endsSentence = endsSentence(form, atom, vocabulary)
        tokens.append(
            Token(
                kind: .punctuation, key: vocabulary.key(of: form), start: atom.start, end: atom.end, traits: [],
                sentence: sentence))
        next += 1
        if endsSentence {
            sentence += 1
            sentenceStarts = true
        } else if [":", "•", "“", "\"", "("].contains(form) {
            sentenceStarts = true
        }
    }

    private func endsSentence(_ form: String, _ atom: Atom, _ vocabulary: Vocabulary) -> Bool {
        if form == "。" || form == "！" || form == "？" { return true }
        guard form == "." || form == "!" || form == "?" else { return false }
        guard next + 1 < atoms.count else { return true }
        let following = atoms[next + 1]
        if following.start == atom.end, following.sort != .mark { return false }
        if following.sort == .word, text[following.start] >= 0x61, text[following.start] <= 0x7A { return false }
        if following.sort == .mark, following.start == atom.end, text[following.start] != 0x22 {
            return form != "." ? true : following.end - following.start > 1
        }
        if form == ".", let last = tokens.last, last.kind == .word, last.end == atom.start {
            if last.traits.contains(.abbreviation) { return false }
            if last.end - last.start == 1, text[last.start] != UInt8(ascii: "I") { return false }
        }
        return true
    }

    // MARK: Numbers

    /// The number that leads a clause: `5.2.`, `(a)`, `IV.`, `12)`.
    private mutating func readNumbering(_ vocabulary: inout Vocabulary) {
        guard let first = atoms.first else { return }
        var end = first.end
        var taken = 1
        func mark(_ index: Int) -> UInt8? {
            guard index < atoms.count, atoms[index].sort == .mark, atoms[index].end - atoms[index].start == 1 else {
                return nil
            }
            return text[atoms[index].start]
        }
        func isOrdinal(_ index: Int) -> Bool {
            guard index < atoms.count else { return false }
            let atom = atoms[index]
            if atom.sort == .number { return true }
            guard atom.sort == .word, atom.end - atom.start <= 4 else { return false }
            let bytes = text[atom.start..<atom.end]
            if bytes.count == 1 { return true }
            return bytes.allSatisfy { [0x69, 0x76, 0x78, 0x6C, 0x49, 0x56, 0x58, 0x4C].contains($0) }
        }
        if mark(0) == UInt8(ascii: "("), isOrdinal(1), mark(2) == UInt8(ascii: ")"), atoms.count > 3 {
            end = atoms[2].end
            taken = 3
        } else if isOrdinal(0), atoms.count > 2, let closing = mark(1), closing == 0x2E || closing == 0x29,
            atoms[1].start == first.end
        {
            end = atoms[1].end
            taken = 2
        } else if first.sort == .number, atoms.count > 1, text[first.start..<first.end].contains(0x2E),
            atoms[1].sort == .word, vocabulary.lexicon.units[lowercased(atoms[1])] == nil
        {
            taken = 1  // `2.1 You are …`
        } else {
            return
        }
        append(
            .numbering, "#" + String(decoding: text[first.start..<end], as: UTF8.self), first.start, end, [],
            &vocabulary)
        next = taken
        sentenceStarts = true
    }

    /// A currency sign or code in front of a number.
    private mutating func readCurrency(_ vocabulary: inout Vocabulary) -> Bool {
        let form = lowercased(atoms[next])
        guard let unit = vocabulary.lexicon.units[form] ?? Self.signs[form], next + 1 < atoms.count,
            atoms[next + 1].sort == .number
        else { return false }
        let start = atoms[next].start
        next += 1
        readQuantity(from: start, unit: unit, &vocabulary)
        return true
    }

    private static let signs: [String: String] = ["€": "eur", "$": "usd", "£": "gbp", "¥": "jpy", "₹": "inr"]

    private mutating func readNumber(_ vocabulary: inout Vocabulary) {
        if readNumericDate(&vocabulary) { return }
        readQuantity(from: atoms[next].start, unit: nil, &vocabulary)
    }

    /// `thirty (30) days`, `thirty days`, `thirty days (30)`, `cent euros (100 €)`; a number word alone stays a word.
    private mutating func readNumberWord(_ vocabulary: inout Vocabulary) -> Bool {
        let lexicon = vocabulary.lexicon
        guard let number = writtenNumber(at: next, lexicon) else { return false }
        var after = number.next
        if isMark(after, "("), after + 2 < atoms.count, atoms[after + 1].sort == .number, isMark(after + 2, ")") {
            after += 3
        }
        var (name, end, traits): (String, Int, Traits)
        if let unit = number.unit, let known = lexicon.units[unit] {
            (name, end, traits) = (known, atoms[number.next - 1].end, lexicon.traits[unit] ?? .unit)
        } else if let unit = unit(at: after, lexicon) {
            (name, end, traits) = (unit.name, unit.end, unit.traits)
            after = unit.next
        } else {
            return false
        }
        // `un mois` is a duration, `un utilisateur` a user: an article is a number only before a unit of time.
        let isArticle = number.next == next + 1 && lexicon.traits[lowercased(atoms[next])]?.contains(.filler) == true
        if isArticle, !traits.contains(.duration) { return false }
        end = repetitionEnd(at: after, of: number.value, lexicon) ?? end
        append(
            .quantity, "\(number.value)|\(name)", atoms[next].start, end, Traits.number.union(traits), &vocabulary)
        return true
    }

    /// The end of the digits in brackets that say a written number again: `(100 €)`.
    private func repetitionEnd(at index: Int, of value: Int, _ lexicon: Lexicon) -> Int? {
        guard isMark(index, "(") else { return nil }
        var place = index + 1
        while place < atoms.count, atoms[place].sort == .mark, isSignOrSlash(place, lexicon) { place += 1 }
        guard place < atoms.count, atoms[place].sort == .number,
            Self.plainNumber(text[atoms[place].start..<atoms[place].end]) == String(value)
        else { return nil }
        place += 1
        if let unit = unit(at: place, lexicon) { place = unit.next }
        return isMark(place, ")") ? atoms[place].end : nil
    }

    /// The number that one or more words say: `cent cinquante`, `vingt-quatre`, `treinta y cinco`, `cent-cinquante-euros`.
    private func writtenNumber(at index: Int, _ lexicon: Lexicon) -> (value: Int, unit: String?, next: Int)? {
        var values: [Int] = []
        var place = index
        while values.count < 8, place < atoms.count, atoms[place].sort == .word {
            let word = lowercased(atoms[place])
            if let value = lexicon.numbers[word] {
                values.append(value)
            } else {
                var parts = word.split(separator: "-").map(String.init)
                let unit = parts.count > 1 ? parts.last.flatMap { lexicon.units[$0] == nil ? nil : $0 } : nil
                if unit != nil { parts.removeLast() }
                let said = parts.compactMap { lexicon.numbers[$0] }
                if said.count == parts.count, parts.count > 1 || unit != nil {
                    values += said
                    if unit != nil { return (Self.sum(values), unit, place + 1) }
                } else if !values.isEmpty, Self.conjunctions.contains(word), place + 1 < atoms.count,
                    lexicon.numbers[lowercased(atoms[place + 1])] != nil
                {
                    place += 1
                    continue
                } else {
                    break
                }
            }
            place += 1
        }
        return values.isEmpty ? nil : (Self.sum(values), nil, place)
    }

    /// Words that join the parts of a written number.
    private static let conjunctions: Set<String> = ["et", "and", "y", "und"]

    /// What number words say together: a hundred or thousand multiplies what stands before it.
    private static func sum(_ values: [Int]) -> Int {
        var total = 0
        var group = 0
        for value in values {
            switch value {
            case 1000:
                total += max(group, 1) * 1000
                group = 0
            case 100 where group > 0 && group < 10: group *= 100
            default: group += value
            }
        }
        return total + group
    }

    private func numberWord(_ word: String, _ lexicon: Lexicon) -> Int? {
        if let value = lexicon.numbers[word] { return value }
        let parts = word.split(separator: "-")
        guard parts.count > 1 else { return nil }
        let values = parts.compactMap { lexicon.numbers[String($0)] }
        return values.count == parts.count ? Self.sum(values) : nil
    }

    /// Reads the number at `next`, its range, and the unit behind it.
    private mutating func readQuantity(from start: Int, unit given: String?, _ vocabulary: inout Vocabulary) {
        let lexicon = vocabulary.lexicon
        var form = Self.plainNumber(text[atoms[next].start..<atoms[next].end])
        var end = atoms[next].end
        next += 1
        var unitName = given
        var traits: Traits = .number
        // A range: `2-15`, `2€–15€`, `€2-€/£15`.
        var probe = next
        if let behind = unit(at: probe, lexicon), unitName == nil, behind.isSign { probe = behind.next }
        if isMark(probe, "-") || isMark(probe, "–"), probe > 0, atoms[probe].start - end <= 4 {
            var other = probe + 1
            while other < atoms.count, atoms[other].sort == .mark, isSignOrSlash(other, lexicon) { other += 1 }
            if other < atoms.count, atoms[other].sort == .number {
                form += "-" + Self.plainNumber(text[atoms[other].start..<atoms[other].end])
                end = atoms[other].end
                next = other + 1
            }
        }
        // `4 (quatre) jours`: the same number again in words.
        var after = next
        if isMark(after, "("), after + 2 < atoms.count, isMark(after + 2, ")"),
            numberWord(lowercased(atoms[after + 1]), lexicon) != nil
                || String(decoding: text[atoms[after + 1].start..<atoms[after + 1].end], as: UTF8.self) == form
        {
            after += 3
            end = atoms[after - 1].end
            next = after
        }
        if isMark(after, "%") {
            unitName = "%"
            end = atoms[after].end
        } else if let unit = unit(at: after, lexicon) {
            unitName = unitName ?? unit.name
            traits.formUnion(unit.traits)
            end = unit.end
        }
        append(.quantity, unitName.map { "\(form)|\($0)" } ?? form, start, end, traits, &vocabulary)
    }

    private func isSignOrSlash(_ index: Int, _ lexicon: Lexicon) -> Bool {
        let form = lowercased(atoms[index])
        return form == "/" || Self.signs[form] != nil
    }

    /// Digits with the decimal comma as a dot and without the apostrophes that part thousands.
    private static func plainNumber(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes.compactMap { $0 == 0x2C ? 0x2E : $0 == 0x27 ? nil : $0 }, as: UTF8.self)
    }

    private func unit(at index: Int, _ lexicon: Lexicon) -> (
        name: String, end: Int, next: Int, traits: Traits, isSign: Bool
    )? {
        var place = index
        // `3-day`: a hyphen joins number and unit.
        if isMark(place, "-"), place + 1 < atoms.count, atoms[place].end == atoms[place + 1].start { place += 1 }
        guard place < atoms.count, atoms[place].sort == .word || atoms[place].sort == .mark else { return nil }
        var form = lowercased(atoms[place])
        if let sign = Self.signs[form] { return (sign, atoms[place].end, place + 1, .currency, true) }
        var kind = ""
        if lexicon.unitAdjectives.contains(form), place + 1 < atoms.count,
            lexicon.units[lowercased(atoms[place + 1])] != nil
        {
            kind = lexicon.unitKinds[form] ?? ""
            place += 1
            form = lowercased(atoms[place])
        }
        guard let name = lexicon.units[form] else { return nil }
        var end = atoms[place].end
        var after = place + 1
        // `jours ouvrés`: the adjective may stand behind.
        if after < atoms.count, lexicon.unitAdjectives.contains(lowercased(atoms[after])) {
            kind = kind.isEmpty ? lexicon.unitKinds[lowercased(atoms[after])] ?? "" : kind
            end = atoms[after].end
            after += 1
        }
        return (kind.isEmpty ? name : kind + "-" + name, end, after, lexicon.traits[form] ?? .unit, false)
    }

    private func isMark(_ index: Int, _ form: String) -> Bool {
        guard index < atoms.count, atoms[index].sort == .mark else { return false }
        return text[atoms[index].start..<atoms[index].end].elementsEqual(form.utf8)
    }

    // MARK: Dates and references

    /// `25 March 2026` begins with a number; also `2026-03-25` and `25/03/2026`.
    private mutating func readNumericDate(_ vocabulary: inout Vocabulary) -> Bool {
        let start = next
        func number(_ index: Int) -> String? {
            guard index < atoms.count, atoms[index].sort == .number else { return nil }
            return String(decoding: text[atoms[index].start..<atoms[index].end], as: UTF8.self)
        }
        guard let first = number(start) else { return false }
        for separator in ["-", "/", "."] where isMark(start + 1, separator) && isMark(start + 3, separator) {
            if let second = number(start + 2), let third = number(start + 4),
                first.count + second.count + third.count <= 8,
                atoms[start + 4].end - atoms[start].start <= 10,
                first.count == 4 || third.count == 4
                    || (separator == "/" && first.count <= 2 && second.count == 2 && third.count == 2)
            {
                append(
                    .date, [first, second, third].joined(separator: "-"), atoms[start].start, atoms[start + 4].end,
                    .number, &vocabulary)
                return true
            }
        }
        let groups = first.split(separator: ".")
        if groups.count == 3, groups[2].count == 4, groups[0].count <= 2, groups[1].count <= 2 {
            append(.date, groups.joined(separator: "-"), atoms[start].start, atoms[start].end, .number, &vocabulary)
            return true
        }
        // Day, month, year.
        guard first.count <= 2, let day = Int(first), (1...31).contains(day) else { return false }
        var place = start + 1
        if isMark(place, ".") { place += 1 }
        if place < atoms.count, ["of", "de", "st", "nd", "rd", "th"].contains(lowercased(atoms[place])) { place += 1 }
        guard let month = month(place, vocabulary) else { return false }
        return finishDate(day: day, month: month, after: place + 1, from: start, &vocabulary)
    }

    /// `March 25, 2026` and `March 2026`.
    private mutating func readWrittenDate(_ vocabulary: inout Vocabulary) -> Bool {
        guard let month = month(next, vocabulary), next + 1 < atoms.count, atoms[next + 1].sort == .number else {
            return false
        }
        let number = atoms[next + 1]
        let digits = String(decoding: text[number.start..<number.end], as: UTF8.self)
        if digits.count == 4, let year = Int(digits), (1900...2999).contains(year) {
            append(.date, "\(year)-\(month)", atoms[next].start, number.end, .number, &vocabulary)
            return true
        }
        guard digits.count <= 2, let day = Int(digits), (1...31).contains(day) else { return false }
        return finishDate(day: day, month: month, after: next + 2, from: next, &vocabulary)
    }

    private func month(_ index: Int, _ vocabulary: Vocabulary) -> String? {
        guard index < atoms.count, atoms[index].sort == .word else { return nil }
        let form = lowercased(atoms[index])
        guard vocabulary.lexicon.traits[form]?.contains(.month) == true else { return nil }
        // `may 10` is a modal and a number; months that are also words begin with a capital.
        let first = text[atoms[index].start]
        if vocabulary.lexicon.traits[form]?.contains(.may) == true, first >= 0x61, first <= 0x7A { return nil }
        return form
    }

    private mutating func finishDate(
        day: Int, month: String, after: Int, from start: Int, _ vocabulary: inout Vocabulary
    ) -> Bool {
        var place = after
        if place < atoms.count, ["st", "nd", "rd", "th"].contains(lowercased(atoms[place])) { place += 1 }
        var end = atoms[place - 1].end
        var form = "\(month)-\(day)"
        if isMark(place, ",") { place += 1 }
        if place < atoms.count, ["de", "of", "del"].contains(lowercased(atoms[place])) { place += 1 }
        if place < atoms.count, atoms[place].sort == .number, atoms[place].end - atoms[place].start == 4 {
            form = String(decoding: text[atoms[place].start..<atoms[place].end], as: UTF8.self) + "-" + form
            end = atoms[place].end
        }
        append(.date, form, atoms[start].start, end, .number, &vocabulary)
        return true
    }

    /// `Section 5.2`, `clause 7 (b)`: one token, so that a renumbering is seen as such.
    private mutating func readReference(_ vocabulary: inout Vocabulary) -> Bool {
        let form = lowercased(atoms[next])
        guard vocabulary.lexicon.traits[form]?.contains(.reference) == true, next + 1 < atoms.count,
            atoms[next + 1].sort == .number
        else { return false }
        let number = atoms[next + 1]
        var end = number.end
        var place = next + 2
        while isMark(place, "("), isMark(place + 2, ")"), atoms[place].start == end {
            end = atoms[place + 2].end
            place += 3
        }
        let digits = String(decoding: text[number.start..<end], as: UTF8.self)
        append(.reference, "§\(digits)", atoms[next].start, end, .reference, &vocabulary)
        return true
    }

    // MARK: Phrases

    /// Gives the words of a phrase the phrase's traits, and one key where the phrase has an equivalent.
    private mutating func applyPhrases(_ vocabulary: inout Vocabulary) {
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
    private mutating func applyGappedPhrases(_ vocabulary: Vocabulary) {
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
    private func follows(_ words: [String], at index: Int, _ vocabulary: Vocabulary) -> Bool {
        guard index + words.count <= tokens.count else { return false }
        for offset in 1..<max(words.count, 1) {
            let token = tokens[index + offset]
            guard token.kind == .word, vocabulary.forms[Int(token.key)] == words[offset] else { return false }
        }
        return true
    }

    /// The tokens that a phrase's words stand at, where it begins at `index`; nil where it does not.
    private func places(of words: [String], at index: Int, _ vocabulary: Vocabulary) -> [Int]? {
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
    private static let longestGap = 10
}

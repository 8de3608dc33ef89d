// Numbers with what they count: amounts, durations, ages, ranges, and the numbers that lead a clause.

extension Tokenizer {
    /// Reads the mark of a call-out (`[!NOTE]`): markup, whatever its word.
    mutating func readCallout(_ vocabulary: inout Vocabulary) -> Bool {
        guard atoms.count > 3, isMark(0, "["), isMark(1, "!"), atoms[2].sort == .word, isMark(3, "]"),
            atoms[0].end == atoms[1].start, atoms[1].end == atoms[2].start
        else { return false }
        append(.numbering, "[!]", atoms[0].start, atoms[3].end, [], &vocabulary)
        sentenceStarts = true
        return true
    }

    /// The number that leads a clause: `5.2.`, `(a)`, `IV.`, `12)`.
    mutating func readNumbering(_ vocabulary: inout Vocabulary) {
        if readCallout(&vocabulary) { return }
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
            atoms[1].sort == .word, vocabulary.lexicon.unit(lowercased(atoms[1])) == nil
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
    mutating func readCurrency(_ vocabulary: inout Vocabulary) -> Bool {
        guard next + 1 < atoms.count, atoms[next + 1].sort == .number else { return false }
        let form = lowercased(atoms[next])
        guard let unit = vocabulary.lexicon.unit(form) ?? Self.signs[form] else { return false }
        let start = atoms[next].start
        next += 1
        readQuantity(from: start, unit: unit, &vocabulary)
        return true
    }

    /// The code of a currency in front of a number (`USD 1,000`), or the country's letters in front of the sign (`US$5`).
    mutating func readCurrencyCode(_ traits: Traits, _ vocabulary: inout Vocabulary) -> Bool {
        let start = atoms[next].start
        if traits.contains(.currency), next + 1 < atoms.count, atoms[next + 1].sort == .number,
            let unit = vocabulary.lexicon.unit(lowercased(atoms[next]))
        {
            next += 1
            readQuantity(from: start, unit: unit, &vocabulary)
            return true
        }
        guard next + 2 < atoms.count, isMark(next + 1, "$"), atoms[next + 2].sort == .number,
            atoms[next + 1].start == atoms[next].end, let unit = Self.dollars[lowercased(atoms[next])]
        else { return false }
        next += 2
        readQuantity(from: start, unit: unit, &vocabulary)
        return true
    }

    /// Whose dollar or peso it is, by the letters in front of the sign.
    static let dollars = [
        "us": "usd", "u.s": "usd", "ca": "cad", "c": "cad", "au": "aud", "a": "aud", "nz": "nzd", "hk": "hkd",
        "sg": "sgd", "s": "sgd", "r": "brl", "mx": "mxn",
    ]

    static let signs: [String: String] = ["€": "eur", "$": "usd", "£": "gbp", "¥": "jpy", "₹": "inr"]

    mutating func readNumber(_ vocabulary: inout Vocabulary) {
        if readNumericDate(&vocabulary) { return }
        readQuantity(from: atoms[next].start, unit: nil, &vocabulary)
    }

    /// `thirty (30) days`, `thirty days`, `thirty days (30)`, `cent euros (100 €)`; a number word alone stays a word.
    mutating func readNumberWord(_ vocabulary: inout Vocabulary) -> Bool {
        let lexicon = vocabulary.lexicon
        guard let number = writtenNumber(at: next, lexicon) else { return false }
        var after = number.next
        if isMark(after, "("), after + 2 < atoms.count, atoms[after + 1].sort == .number, isMark(after + 2, ")") {
            after += 3
        }
        var (name, end, traits): (String, Int, Traits)
        if let unit = number.unit, let known = lexicon.unit(unit) {
            (name, end, traits) = (known, atoms[number.next - 1].end, lexicon.traits(of: unit) ?? .unit)
        } else if let unit = unit(at: after, lexicon) {
            (name, end, traits) = (unit.name, unit.end, unit.traits)
            after = unit.next
        } else {
            return false
        }
        // `un mois` is a duration, `un utilisateur` a user: an article is a number only before a unit of time.
        let isArticle =
            number.next == next + 1 && lexicon.traits(of: lowercased(atoms[next]))?.contains(.filler) == true
        if isArticle, !traits.contains(.duration) { return false }
        end = repetitionEnd(at: after, of: number.value, lexicon) ?? end
        append(
            .quantity, "\(number.value)|\(name)", atoms[next].start, end, Traits.number.union(traits), &vocabulary)
        return true
    }

    /// The end of the digits in brackets that say a written number again: `(100 €)`.
    func repetitionEnd(at index: Int, of value: Int, _ lexicon: Lexicon) -> Int? {
        guard isMark(index, "(") else { return nil }
        var place = index + 1
        while place < atoms.count, atoms[place].sort == .mark, isSignOrSlash(place, lexicon) { place += 1 }
        // `(USD 100)`
        if place < atoms.count, atoms[place].sort == .word, lexicon.unit(lowercased(atoms[place])) != nil { place += 1 }
        guard place < atoms.count, atoms[place].sort == .number,
            Self.plainNumber(text[atoms[place].start..<atoms[place].end]) == String(value)
        else { return nil }
        place += 1
        if let unit = unit(at: place, lexicon) { place = unit.next }
        return isMark(place, ")") ? atoms[place].end : nil
    }

    /// The number that one or more words say: `cent cinquante`, `vingt-quatre`, `treinta y cinco`, `cent-cinquante-euros`.
    func writtenNumber(at index: Int, _ lexicon: Lexicon) -> (value: Int, unit: String?, next: Int)? {
        var values: [Int] = []
        var place = index
        while values.count < 8, place < atoms.count, atoms[place].sort == .word {
            let word = lowercased(atoms[place])
            if let value = lexicon.value(of: word) {
                values.append(value)
            } else {
                var parts = word.split(separator: "-").map(String.init)
                let unit = parts.count > 1 ? parts.last.flatMap { lexicon.unit($0) == nil ? nil : $0 } : nil
                if unit != nil { parts.removeLast() }
                let said = parts.compactMap { lexicon.value(of: $0) }
                if said.count == parts.count, parts.count > 1 || unit != nil {
                    values += said
                    if unit != nil { return (Self.sum(values), unit, place + 1) }
                } else if !values.isEmpty, Self.conjunctions.contains(word), place + 1 < atoms.count,
                    lexicon.value(of: lowercased(atoms[place + 1])) != nil
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
    static let conjunctions: Set<String> = ["et", "and", "y", "und"]

    /// What number words say together: a hundred or thousand multiplies what stands before it.
    static func sum(_ values: [Int]) -> Int {
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

    func numberWord(_ word: String, _ lexicon: Lexicon) -> Int? {
        if let value = lexicon.value(of: word) { return value }
        let parts = word.split(separator: "-")
        guard parts.count > 1 else { return nil }
        let values = parts.compactMap { lexicon.value(of: String($0)) }
        return values.count == parts.count ? Self.sum(values) : nil
    }

    /// Reads the number at `next`, its range, and the unit behind it.
    mutating func readQuantity(from start: Int, unit given: String?, _ vocabulary: inout Vocabulary) {
        let lexicon = vocabulary.lexicon
        var form = Self.plainNumber(text[atoms[next].start..<atoms[next].end])
        var end = atoms[next].end
        next += 1
        var unitName = given
        // What stands in front of a number is a currency.
        var traits: Traits = given == nil ? .number : [.number, .currency]
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
        if traits.contains(.currency), form.hasSuffix(".00") { form.removeLast(3) }
        append(.quantity, unitName.map { "\(form)|\($0)" } ?? form, start, end, traits, &vocabulary)
    }

    func isSignOrSlash(_ index: Int, _ lexicon: Lexicon) -> Bool {
        let form = lowercased(atoms[index])
        return form == "/" || Self.signs[form] != nil
    }

    /// Digits with the decimal comma as a dot and without the apostrophes that part thousands.
    static func plainNumber(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: bytes.compactMap { $0 == 0x2C ? 0x2E : $0 == 0x27 ? nil : $0 }, as: UTF8.self)
    }

    func unit(at index: Int, _ lexicon: Lexicon) -> (
        name: String, end: Int, next: Int, traits: Traits, isSign: Bool
    )? {
        var place = index
        // `3-day`: a hyphen joins number and unit.
        if isMark(place, "-"), place + 1 < atoms.count, atoms[place].end == atoms[place + 1].start { place += 1 }
        guard place < atoms.count, atoms[place].sort == .word || atoms[place].sort == .mark else { return nil }
        var form = lowercased(atoms[place])
        if let sign = Self.signs[form] { return (sign, atoms[place].end, place + 1, .currency, true) }
        var kind = ""
        if lexicon.isUnitAdjective(form), place + 1 < atoms.count,
            lexicon.unit(lowercased(atoms[place + 1])) != nil
        {
            kind = lexicon.unitKind(form) ?? ""
            place += 1
            form = lowercased(atoms[place])
        }
        guard let name = lexicon.unit(form) else { return nil }
        var end = atoms[place].end
        var after = place + 1
        // `jours ouvrés`: the adjective may stand behind.
        if after < atoms.count, lexicon.isUnitAdjective(lowercased(atoms[after])) {
            kind = kind.isEmpty ? lexicon.unitKind(lowercased(atoms[after])) ?? "" : kind
            end = atoms[after].end
            after += 1
        }
        return (kind.isEmpty ? name : kind + "-" + name, end, after, lexicon.traits(of: form) ?? .unit, false)
    }

    func isMark(_ index: Int, _ form: String) -> Bool {
        guard index < atoms.count, atoms[index].sort == .mark else { return false }
        return text[atoms[index].start..<atoms[index].end].elementsEqual(form.utf8)
    }
}

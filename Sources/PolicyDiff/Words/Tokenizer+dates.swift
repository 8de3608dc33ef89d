// Dates, and references to other places of the text.

extension Tokenizer {
    /// `25 March 2026` begins with a number; also `2026-03-25` and `25/03/2026`.
    mutating func readNumericDate(_ vocabulary: inout Vocabulary) -> Bool {
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
    mutating func readWrittenDate(_ vocabulary: inout Vocabulary) -> Bool {
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

    func month(_ index: Int, _ vocabulary: Vocabulary) -> String? {
        guard index < atoms.count, atoms[index].sort == .word else { return nil }
        let form = lowercased(atoms[index])
        guard vocabulary.lexicon.traits(of: form)?.contains(.month) == true else { return nil }
        // `may 10` is a modal and a number; months that are also words begin with a capital.
        let first = text[atoms[index].start]
        if vocabulary.lexicon.traits(of: form)?.contains(.may) == true, first >= 0x61, first <= 0x7A { return nil }
        return form
    }

    mutating func finishDate(
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

    /// Whether a word of a reference, written with a capital, has the letter or the Roman number of a part behind it: `Section R`.
    private func isLettered(_ place: Int) -> Bool {
        func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
        let number = atoms[place + 1]
        guard number.sort == .word, isCapital(text[atoms[place].start]) else { return false }
        let letters = text[number.start..<number.end]
        let roman = Set("IVXLC".utf8)
        return letters.count == 1
            ? isCapital(letters.first ?? 0) : letters.count <= 5 && letters.allSatisfy(roman.contains)
    }

    /// `Section 5.2`, `clause 7 (b)`: one token, so that a renumbering is seen as such.
    mutating func readReference(_ vocabulary: inout Vocabulary) -> Bool {
        let form = lowercased(atoms[next])
        guard vocabulary.lexicon.traits(of: form)?.contains(.reference) == true, next + 1 < atoms.count,
            atoms[next + 1].sort == .number || isLettered(next)
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
}

import PolicyModel

/// A date that stands in a text.
struct FoundDate {
    /// The tokens it takes.
    let tokens: Range<Int>
    /// The day; nil where it can be read two ways, or names a month only.
    let date: CivilDate?
}

/// Reads dates as people write them: `March 25, 2026`, `25th of March, 2026`, `1er janvier 2026`, `25.
///
/// März 2026`, `2026-03-25`, `25/03/2026`. A date that can be read two ways is found, but not read.
enum DateReader {
    /// Returns the date that begins at a token; nil where none does.
    static func date(at place: Int, in tokens: [DateToken], _ words: DateWords) -> FoundDate? {
        switch tokens[place].kind {
        case .number:
            return numeric(at: place, tokens, words) ?? dayMonthYear(at: place, tokens, words)
                ?? ideographic(at: place, tokens)
        case .word: return monthDayYear(at: place, tokens, words)
        case .sign: return nil
        }
    }

    // MARK: Numbers only

    private static func numeric(at place: Int, _ tokens: [DateToken], _ words: DateWords) -> FoundDate? {
        guard place + 4 < tokens.count, tokens[place + 2].kind == .number, tokens[place + 4].kind == .number,
            let separator = sign(tokens[place + 1]), sign(tokens[place + 3]) == separator,
            ["-", "/", ".", "‑", "–"].contains(separator)
        else { return nil }
        let parts = [tokens[place], tokens[place + 2], tokens[place + 4]]
        // "1.2.2024" is a date, "1. 2. 2024" too, "1.2.3.4" is not.
        if place + 5 < tokens.count, sign(tokens[place + 5]) == separator, place + 6 < tokens.count,
            tokens[place + 6].kind == .number, !tokens[place + 6].followsSpace
        {
            return nil
        }
        let range = place..<(place + 5)
        if parts[0].digits == 4, parts[1].digits <= 2, parts[2].digits <= 2 {
            return found(range, parts[0].value, parts[1].value, parts[2].value)
        }
        guard parts[2].digits == 4, parts[0].digits <= 2, parts[1].digits <= 2, isYear(parts[2].value) else {
            return nil
        }
        let (first, second) = (parts[0].value, parts[1].value)
        if words.isDayFirst || first > 12 { return found(range, parts[2].value, second, first) }
        if second > 12 || first == second { return found(range, parts[2].value, first, second) }
        return FoundDate(tokens: range, date: nil)
    }

    /// `2024年12月20日`.
    private static func ideographic(at place: Int, _ tokens: [DateToken]) -> FoundDate? {
        guard place + 5 < tokens.count, tokens[place].digits == 4, tokens[place + 1].text == "年",
            tokens[place + 2].kind == .number, tokens[place + 3].text == "月", tokens[place + 4].kind == .number,
            tokens[place + 5].text.hasPrefix("日")
        else { return nil }
        return found(place..<(place + 6), tokens[place].value, tokens[place + 2].value, tokens[place + 4].value)
    }

    // MARK: With the name of a month

    private static func dayMonthYear(at place: Int, _ tokens: [DateToken], _ words: DateWords) -> FoundDate? {
        let day = tokens[place]
        guard day.digits <= 2, day.value >= 1, day.value <= 31 else { return nil }
        var next = place + 1
        if next < tokens.count, isOrdinal(tokens[next]) { next += 1 }
        if next < tokens.count, [".", ",", "-", "/"].contains(tokens[next].text) { next += 1 }
        if next < tokens.count, ["of", "de", "del"].contains(tokens[next].text) { next += 1 }
        guard next < tokens.count, let month = words.months[tokens[next].text] else { return nil }
        next += 1
        while next < tokens.count, [".", ",", "-", "/", "de", "del", "of"].contains(tokens[next].text) { next += 1 }
        guard next < tokens.count, tokens[next].digits == 4, isYear(tokens[next].value) else { return nil }
        return found(place..<(next + 1), tokens[next].value, month, day.value)
    }

    private static func monthDayYear(at place: Int, _ tokens: [DateToken], _ words: DateWords) -> FoundDate? {
        guard let month = words.months[tokens[place].text] else { return nil }
        var next = place + 1
        while next < tokens.count, [".", ",", "-", "/", "the", "de"].contains(tokens[next].text) { next += 1 }
        guard next < tokens.count, tokens[next].kind == .number else { return nil }
        if tokens[next].digits == 4 {
            return isYear(tokens[next].value) ? FoundDate(tokens: place..<(next + 1), date: nil) : nil
        }
        let day = tokens[next]
        guard day.digits <= 2 else { return nil }
        next += 1
        if next < tokens.count, isOrdinal(tokens[next]) { next += 1 }
        while next < tokens.count, [",", ".", "-", "/", "of", "de"].contains(tokens[next].text) { next += 1 }
        guard next < tokens.count, tokens[next].digits == 4, isYear(tokens[next].value) else { return nil }
        return found(place..<(next + 1), tokens[next].value, month, day.value)
    }

    // MARK: Parts

    /// A date of numbers that are meant as one: a day that does not exist is no date at all.
    private static func found(_ range: Range<Int>, _ year: Int, _ month: Int, _ day: Int) -> FoundDate? {
        guard isYear(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        return FoundDate(tokens: range, date: CivilDate(year: year, month: month, day: day))
    }

    private static func isYear(_ value: Int) -> Bool { (1900...2199).contains(value) }

    private static func isOrdinal(_ token: DateToken) -> Bool {
        !token.followsSpace && ["st", "nd", "rd", "th", "er", "ère", "º", "°", "ª", "e", "ème"].contains(token.text)
    }

    private static func sign(_ token: DateToken) -> String? { token.kind == .sign ? token.text : nil }
}

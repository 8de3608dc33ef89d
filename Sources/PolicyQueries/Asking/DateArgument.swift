import PolicyModel

/// Reads the dates that people give on a command line.
package enum DateArgument {
    /// Returns what a date argument means.
    ///
    /// Read are `2026-03-25`, `2026-03-25T10:00:00Z` and other moments of RFC 3339, `today`, `yesterday`, `tomorrow`, and
    /// `30 days ago` with days, weeks, months and years. A month ago is the same day of the month before, or that month's last
    /// day where it is shorter.
    ///
    /// - Parameters:
    ///   - text: The argument.
    ///   - now: The present, for the relative ones; they are days of `now.today`.
    /// - Throws: `QueryError` with `unreadableDate` for a day that does not exist, a moment without a zone, and all else.
    package static func read(_ text: String, now: Now) throws(QueryError) -> When {
        if let when = try absolute(text) { return when }
        if let day = relative(text, to: now.today) { return .day(day) }
        throw .unreadableDate(text)
    }

    /// Reads a day or a moment; nil where the text has the shape of neither.
    static func absolute(_ text: String) throws(QueryError) -> When? {
        if let day = CivilDate(iso: text) { return .day(day) }
        if let moment = Instant(rfc3339: text) { return .moment(moment) }
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, looksLikeDay(bytes[0..<10]) else { return nil }
        let day = String(decoding: bytes[0..<10], as: UTF8.self)
        if CivilDate(iso: day) == nil { throw .missingDay(day) }
        if bytes.count > 10, Instant(rfc3339: text + "Z") != nil { throw .momentWithoutZone(text) }
        throw .unreadableDate(text)
    }

    private static func relative(_ text: String, to today: CivilDate) -> CivilDate? {
        let words = text.lowercased().split(omittingEmptySubsequences: false) { $0 == " " || $0 == "-" }
        switch words.count {
        case 1 where words[0] == "today": return today
        case 1 where words[0] == "yesterday": return today.adding(days: -1)
        case 1 where words[0] == "tomorrow": return today.adding(days: 1)
        case 3 where words[2] == "ago":
            guard let count = words[0] == "a" || words[0] == "one" ? 1 : Int(words[0]), (0...1_000_000).contains(count)
            else { return nil }
            switch words[1] {
            case "day", "days": return today.adding(days: -count)
            case "week", "weeks": return today.adding(days: -7 * count)
            case "month", "months": return today.goingBack(months: count)
            case "year", "years": return today.goingBack(months: 12 * count)
            default: return nil
            }
        default: return nil
        }
    }

    private static func looksLikeDay(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.enumerated().allSatisfy { place, byte in
            place == 4 || place == 7
                ? byte == UInt8(ascii: "-") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
}

extension CivilDate {
    /// Returns the same day of an earlier month, or that month's last day where it is shorter; nil before the year 1.
    func goingBack(months: Int) -> CivilDate? {
        let total = year * 12 + (month - 1) - months
        guard total >= 12 else { return nil }
        for day in stride(from: day, through: 1, by: -1) {
            if let found = CivilDate(year: total / 12, month: total % 12 + 1, day: day) { return found }
        }
        return nil
    }
}

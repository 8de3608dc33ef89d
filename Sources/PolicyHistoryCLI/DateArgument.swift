import PolicyModel

/// A date as people write it on the command line: a day, or a moment.
enum DateArgument: Hashable {
    /// A civil day. What it means, its begin or its end, is the question's to say.
    case day(CivilDate)
    /// A moment with its zone.
    case moment(Instant)

    /// Reads `2026-03-25`, `2026-03-25T10:00:00Z`, `today`, `yesterday`, `30 days ago` (weeks, months and years too).
    ///
    /// - Throws: `CommandFailure` where the day does not exist or the text is no date.
    init(reading text: String, today: CivilDate) throws(CommandFailure) {
        if let day = CivilDate(iso: text) {
            self = .day(day)
        } else if let moment = Instant(rfc3339: text) {
            self = .moment(moment)
        } else if let day = Self.relativeDay(text, today: today) {
            self = .day(day)
        } else {
            throw .unreadableDate(text, why: Self.whyNot(text))
        }
    }

    /// The UTC day of the date.
    var day: CivilDate {
        switch self {
        case .day(let day): day
        case .moment(let moment): moment.utcDay
        }
    }

    private static func relativeDay(_ text: String, today: CivilDate) -> CivilDate? {
        let words = text.lowercased().split(separator: " ")
        switch (words.count, words.first) {
        case (1, "today"): return today
        case (1, "yesterday"): return today.adding(days: -1)
        case (1, "tomorrow"): return today.adding(days: 1)
        default: break
        }
        // Counts above six digits lie outside the calendar anyway, and must not overflow the arithmetic.
        guard words.count == 3, words[2] == "ago", words[0].utf8.count <= 6, let count = Int(words[0]), count >= 0
        else { return nil }
        switch words[1] {
        case "day", "days": return today.adding(days: -count)
        case "week", "weeks": return today.adding(days: -7 * count)
        case "month", "months": return earlier(than: today, byMonths: count)
        case "year", "years": return earlier(than: today, byMonths: 12 * count)
        default: return nil
        }
    }

    /// The same day of an earlier month, or that month's last day where it is shorter (31 March − 1 month = 28 February).
    private static func earlier(than day: CivilDate, byMonths count: Int) -> CivilDate? {
        let months = day.year * 12 + day.month - 1 - count
        guard months >= 12 else { return nil }
        for candidate in stride(from: day.day, through: 28, by: -1) {
            if let found = CivilDate(year: months / 12, month: months % 12 + 1, day: candidate) { return found }
        }
        return CivilDate(year: months / 12, month: months % 12 + 1, day: day.day)
    }

    /// Says what is wrong with a text that has the shape of a date; nil where it has not.
    private static func whyNot(_ text: String) -> String? {
        let parts = text.prefix { $0 != "T" }.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ Int($0) != nil }),
            let year = Int(parts[0]), let month = Int(parts[1])
        else { return nil }
        let day = parts.joined(separator: "-")
        if CivilDate(iso: day) != nil {
            return "\"\(text)\" cannot be read as a moment: it needs a time and a zone, such as \(day)T10:00:00Z"
        }
        guard CivilDate(year: max(year, 1), month: month, day: 1) != nil, year > 0 else {
            return "\(text) is no date: there is no \(year == 0 ? "year 0" : "month \(month)")"
        }
        let length = (28...31).last { CivilDate(year: year, month: month, day: $0) != nil } ?? 28
        let name = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ][month - 1]
        return "\(day) does not exist: \(name) \(year) has \(length) days"
    }
}

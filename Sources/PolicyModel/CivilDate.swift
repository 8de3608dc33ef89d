/// A day of the proleptic Gregorian calendar, without a time and without a zone: what a policy means by a date.
///
/// Law and policies speak of days, never of moments, so published and effective dates are civil dates. Years run from
/// 1 to 9999; dates before 1970 are ordinary. Days that do not exist (30 February) cannot be made. See ISO 8601-1, 5.2.2.1.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// The year, 1…9999.
    public let year: Int
    /// The month, 1…12.
    public let month: Int
    /// The day of the month, 1…31.
    public let day: Int

    /// Makes the day, or returns nil where no such day exists.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        guard (1...Self.days(inMonth: month, of: year)).contains(day) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY-MM-DD` and nothing else; nil for another shape or a day that does not exist.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Makes the day that lies `days` after 1970-01-01 (negative: before).
    ///
    /// Days outside the years 1…9999 are clamped.
    public init(daysSinceEpoch days: Int) {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
        let clamped = min(max(days, -719_162), 2_932_896)
        let shifted = clamped + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.month = month
        self.day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    }

    /// The number of days from 1970-01-01 to this day; negative before it.
    public var daysSinceEpoch: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// Returns the day that lies `days` later, or earlier where negative.
    public func adding(days: Int) -> CivilDate { CivilDate(daysSinceEpoch: daysSinceEpoch + days) }

    /// Returns the same day of the month that lies `months` later, or earlier where negative; its last day where that month is shorter.
    ///
    /// Clamped to the years 1…9999.
    public func adding(months: Int) -> CivilDate {
        let count = min(max(year * 12 + month - 1 + months, 12), 9999 * 12 + 11)
        let (year, month) = (count / 12, count % 12 + 1)
        let last = Self.days(inMonth: month, of: year)
        return CivilDate(year: year, month: month, day: min(day, last)) ?? self
    }

    /// The first moment of this day, 00:00:00 UTC.
    public var startOfDay: Instant { Instant(secondsSinceEpoch: Int64(daysSinceEpoch) * 86_400) }

    /// Orders days as the calendar does.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        default: 31
        }
    }

    static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return digits.isEmpty ? nil : value
    }
}

extension CivilDate: CustomStringConvertible {
    /// The day as `YYYY-MM-DD`.
    public var description: String {
        var text: [UInt8] = []
        addDigits(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Writes the day: answers hold one for each of thousands of versions.
    func addDigits(to text: inout [UInt8]) {
        text.addDigits(of: year, count: 4)
        text.append(UInt8(ascii: "-"))
        text.addDigits(of: month, count: 2)
        text.append(UInt8(ascii: "-"))
        text.addDigits(of: day, count: 2)
    }
}

extension [UInt8] {
    /// Adds the last `count` decimal digits of a number, with zeros in front where it has fewer.
    mutating func addDigits(of number: Int, count: Int) {
        var unit = 1
        for _ in 1..<count { unit *= 10 }
        while unit > 0 {
            append(UInt8(ascii: "0") + UInt8(number / unit % 10))
            unit /= 10
        }
    }
}

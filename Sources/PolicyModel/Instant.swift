/// A moment on the UTC time line, to the nanosecond: when a version was recorded, and what a query asks about.
public struct Instant: Hashable, Comparable, Sendable {
    /// Whole seconds since 1970-01-01T00:00:00Z, negative before it.
    public let secondsSinceEpoch: Int64
    /// Nanoseconds after the whole second, 0…999,999,999.
    public let nanoseconds: Int32

    /// Makes the moment `secondsSinceEpoch` plus `nanoseconds`.
    public init(secondsSinceEpoch: Int64, nanoseconds: Int32 = 0) {
        self.secondsSinceEpoch = secondsSinceEpoch
        self.nanoseconds = min(max(nanoseconds, 0), 999_999_999)
    }

    /// Reads a date-time of RFC 3339 such as `2026-03-25T10:00:00Z`, `…10:00:00.5+02:00`; nil for anything else.
    ///
    /// A `T` (or `t`, or one space) parts day and time. A zone is required: a moment without one is ambiguous. A leap second (`:60`) is
    /// read as the first moment of the next minute; digits beyond the nanosecond are cut off.
    public init?(rfc3339 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10]),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = CivilDate(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = CivilDate.number(bytes[11..<13]), let minute = CivilDate.number(bytes[14..<16]),
            let second = CivilDate.number(bytes[17..<19]), hour < 24, minute < 60, second <= 60
        else { return nil }
        var rest = bytes[19...]
        var nanoseconds = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard !digits.isEmpty else { return nil }
            for place in 0..<9 {
                let digit = place < digits.count ? digits[digits.startIndex + place] - UInt8(ascii: "0") : 0
                nanoseconds = nanoseconds * 10 + Int(digit)
            }
            rest = rest[digits.endIndex...]
        }
        guard let offset = Self.zoneOffset(rest) else { return nil }
        let timeOfDay = hour * 3_600 + minute * 60 + second - offset
        self.init(
            secondsSinceEpoch: day.startOfDay.secondsSinceEpoch + Int64(timeOfDay), nanoseconds: Int32(nanoseconds))
    }

    /// The UTC day that holds this moment.
    public var utcDay: CivilDate { CivilDate(daysSinceEpoch: Int(floorDivide(secondsSinceEpoch, 86_400))) }

    /// Orders moments as they pass.
    public static func < (left: Instant, right: Instant) -> Bool {
        (left.secondsSinceEpoch, left.nanoseconds) < (right.secondsSinceEpoch, right.nanoseconds)
    }

    /// The offset from UTC in seconds that `Z` or `±hh:mm` states.
    private static func zoneOffset(_ zone: ArraySlice<UInt8>) -> Int? {
        if zone.elementsEqual([UInt8(ascii: "Z")]) || zone.elementsEqual([UInt8(ascii: "z")]) { return 0 }
        let start = zone.startIndex
        guard zone.count == 6, zone[start + 3] == UInt8(ascii: ":"),
            zone[start] == UInt8(ascii: "+") || zone[start] == UInt8(ascii: "-"),
            let hours = CivilDate.number(zone[(start + 1)..<(start + 3)]),
            let minutes = CivilDate.number(zone[(start + 4)..<(start + 6)]), hours < 24, minutes < 60
        else { return nil }
        return (hours * 3_600 + minutes * 60) * (zone[start] == UInt8(ascii: "-") ? -1 : 1)
    }
}

extension Instant: CustomStringConvertible {
    /// The moment in UTC as RFC 3339: `2026-03-25T10:00:00Z`, with a fraction only where there is one.
    public var description: String {
        let day = utcDay
        // A day beyond the years that can be written is clamped, and so is its clock.
        let (past, isTooFar) = secondsSinceEpoch.subtractingReportingOverflow(day.startOfDay.secondsSinceEpoch)
        let second = isTooFar ? 0 : Int(min(max(past, 0), 86_399))
        var text: [UInt8] = []
        text.reserveCapacity(30)
        day.addDigits(to: &text)
        for (mark, part) in [("T", second / 3_600), (":", second / 60 % 60), (":", second % 60)]
            as [(UnicodeScalar, Int)]
        {
            text.append(UInt8(ascii: mark))
            text.addDigits(of: part, count: 2)
        }
        if nanoseconds > 0 {
            text.append(UInt8(ascii: "."))
            text.addDigits(of: Int(nanoseconds), count: 9)
            while text.last == UInt8(ascii: "0") { text.removeLast() }
        }
        text.append(UInt8(ascii: "Z"))
        return String(decoding: text, as: UTF8.self)
    }
}

private func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    value >= 0 ? value / divisor : (value - divisor + 1) / divisor
}

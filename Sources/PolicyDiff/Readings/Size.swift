/// The numeric size of a quantity's normal form, durations in hours.
struct Size: Equatable {
    let values: [Double]
    let unit: String

    /// Reads the quantity of a token, or the number that its word says.
    init(_ token: Token, _ vocabulary: Vocabulary) {
        let value = token.kind == .word ? vocabulary.value(of: token.key) : nil
        self.init(value.map(String.init) ?? vocabulary.forms[Int(token.key)])
    }

    /// Reads a quantity's normal form: `30|day`, `2-15|eur`, `12`.
    init(_ form: String) {
        let parts = form.split(separator: "|", maxSplits: 1)
        unit = parts.count > 1 ? String(parts[1]) : ""
        let hours: Double =
            switch unit {
            case "minute": 1.0 / 60
            case "hour": 1
            case "day": 24
            case "week": 168
            case "month": 730
            case "year": 8_760
            default: 1
            }
        values = (parts.first ?? "").split(separator: "-").map { (Self.value(of: $0) ?? 0) * hours }
    }

    /// Whether both are periods of the calendar that are equally long: two weeks and 14 days, a year and twelve months.
    func isSamePeriod(as other: Size) -> Bool {
        isPlainPeriod && other.isPlainPeriod && !values.isEmpty && values == other.values
    }

    /// Whether which of two periods is longer hangs on the month: a month and 30 days.
    func isAboutSamePeriod(as other: Size) -> Bool {
        guard isPlainPeriod, other.isPlainPeriod, unit != other.unit, let mine = values.max(),
            let theirs = other.values.max()
        else { return false }
        return abs(mine - theirs) <= max(mine, theirs) * 0.08
    }

    private var isPlainPeriod: Bool { ["minute", "hour", "day", "week", "month", "year"].contains(unit) }

    /// -1, 0 or 1 as the other quantity is smaller, equal or not comparable, or larger; of ranges the upper ends, then the lower ones.
    func compared(to other: Size) -> Int {
        guard let mine = values.max(), let theirs = other.values.max() else { return 0 }
        if mine != theirs { return theirs > mine ? 1 : -1 }
        let lower = (values.min() ?? 0, other.values.min() ?? 0)
        if values.count != other.values.count { return other.values.count > values.count ? 1 : -1 }
        return lower.0 == lower.1 ? 0 : lower.1 > lower.0 ? 1 : -1
    }

    /// Reads `1.000` and `1.234.567` as thousands, `6.90` as a decimal.
    private static func value(of text: Substring) -> Double? {
        let groups = text.split(separator: ".")
        if groups.count > 1, groups.dropFirst().allSatisfy({ $0.count == 3 }) { return Double(groups.joined()) }
        if groups.count > 2, let last = groups.last { return Double(groups.dropLast().joined() + "." + last) }
        return Double(text)
    }
}

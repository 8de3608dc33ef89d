import PolicyModel

/// Where days lie on a line, and which of them are named on it.
struct TimeScale {
    /// A day that is named, and how.
    struct Tick: Hashable {
        let name: String
        let x: Int
    }

    /// The beginnings of years, or of months where the line is short.
    private(set) var ticks: [Tick] = []
    /// How much room a name takes.
    private static let nameWidth = 56

    private let first: Int
    private let days: Int
    private let start: Int
    private let length: Int

    /// Makes the scale of some days between two places.
    init(_ dates: [CivilDate], from start: Int, to end: Int) {
        self.first = dates.min()?.daysSinceEpoch ?? 0
        self.days = max(1, (dates.max()?.daysSinceEpoch ?? 0) - first)
        self.start = start
        self.length = end - start
        guard let low = dates.min(), let high = dates.max() else { return }
        let months = (high.year - low.year) * 12 + high.month - low.month + 1
        let most = max(2, length / (2 * Self.nameWidth))
        let step = [1, 3, 6].first { months / $0 < most } ?? 12 * ((months / 12 + most) / most)
        var month = low.year * 12 + (step < 12 ? (low.month - 1) / step * step : 0)
        while month < high.year * 12 + high.month {
            defer { month += step }
            guard let day = CivilDate(year: month / 12, month: month % 12 + 1, day: 1) else { continue }
            // What begins before the line is named by where the line begins.
            let name = max(day, low).description.prefix(step < 12 ? 7 : 4)
            ticks.append(Tick(name: String(name), x: max(start, x(day))))
        }
        // The time that the line begins in is named at its beginning, unless the next one stands too near.
        if ticks.count > 1, ticks[1].x - ticks[0].x < Self.nameWidth { ticks.removeFirst() }
        // A name needs room before the end.
        let beginning = ticks.first
        ticks.removeAll { $0.x > end - Self.nameWidth + 24 && $0 != beginning }
    }

    /// Where a day lies; one beyond the end lies at it.
    func x(_ day: CivilDate) -> Int { start + min(days, day.daysSinceEpoch - first) * length / days }
}

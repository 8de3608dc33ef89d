package import PolicyQueries
import PolicyModel

/// The form for pages and slides: a drawing that stands alone, follows a light or dark screen, and says in words what it shows.
package enum SVGForm {
    private static let width = 960
    private static let margin = 24
    private static let rowHeight = 64
    private static let headHeight = 40

    /// Returns what `stats --format svg` prints: a line of time for each policy, with a mark for each version.
    ///
    /// A mark is as large as what its version changed is heavy; each has its words as a title.
    package static func timelines(_ stats: Statistics) -> String {
        let height = headHeight + max(1, stats.entries.count) * rowHeight + margin
        let scale = Scale(days(stats), from: margin, to: width - margin)
        var drawing = Markup(.xml)
        drawing.element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)", "width": "\(width)",
                "height": "\(height)", "role": "img", "aria-label": label(stats),
            ]
        ) { svg in
            svg.newline()
            svg.element("style") { $0.own(sheet) }
            svg.newline()
            svg.void("rect", ["class": "page", "width": "\(width)", "height": "\(height)"])
            svg.newline()
            for (year, x) in scale.years {
                svg.void(
                    "line",
                    [
                        "class": "year", "x1": "\(x)", "y1": "\(headHeight - 14)", "x2": "\(x)",
                        "y2": "\(height - margin)",
                    ])
                svg.element("text", ["class": "small", "x": "\(x + 4)", "y": "\(headHeight - 18)"], text: String(year))
                svg.newline()
            }
            for (row, entry) in stats.entries.enumerated() {
                add(entry, top: headHeight + row * rowHeight, scale, to: &svg)
            }
        }
        drawing.newline()
        return drawing.source
    }

    /// The days that the line reaches over: what is announced for a far day stands at its end.
    private static func days(_ stats: Statistics) -> [CivilDate] {
        let marks = stats.entries.flatMap(\.marks)
        let past = marks.filter { $0.version.state != .upcoming }.map(\.day)
        guard let last = past.max() else { return marks.map(\.day) }
        return past + marks.map { min($0.day, last.adding(days: 366)) }
    }

    private static func label(_ stats: Statistics) -> String {
        let names = stats.entries.count == 1 ? stats.entries[0].policy.title : "\(stats.entries.count) policies"
        return "Versions of \(names): \(StatisticsWording.head(stats.figures))"
    }

    private static func add(_ entry: Statistics.Entry, top: Int, _ scale: Scale, to svg: inout Markup) {
        let y = top + 38
        svg.element("g") { row in
            row.newline()
            row.element("text", ["x": "\(margin)", "y": "\(top + 16)"], text: entry.policy.title)
            row.newline()
            if let first = entry.marks.first, let last = entry.marks.last {
                row.void(
                    "line",
                    [
                        "class": "line", "x1": "\(scale.x(first.day))", "y1": "\(y)", "x2": "\(scale.x(last.day))",
                        "y2": "\(y)",
                    ])
                row.newline()
            }
            // The heaviest last, so that none is hidden by a lighter one of the same days.
            let order = entry.marks.enumerated().sorted {
                (radius($0.element), $0.offset) < (radius($1.element), $1.offset)
            }
            for (_, mark) in order {
                row.element(
                    "circle",
                    ["class": style(mark), "cx": "\(scale.x(mark.day))", "cy": "\(y)", "r": "\(radius(mark))"]
                ) { $0.element("title", text: words(mark)) }
                row.newline()
            }
        }
        svg.newline()
    }

    private static func radius(_ mark: Statistics.Mark) -> Int {
        switch mark.significance {
        case .material: 8
        case .minor: 6
        case .editorial: 4
        case nil: mark.isFirst ? 8 : 3
        }
    }

    private static func style(_ mark: Statistics.Mark) -> String {
        switch mark.version.state {
        case .upcoming: "upcoming"
        case .withdrawn: "withdrawn"
        default: mark.isFirst ? "first" : mark.significance?.rawValue ?? "none"
        }
    }

    private static func words(_ mark: Statistics.Mark) -> String {
        let weight =
            mark.isFirst ? "first version" : mark.significance.map { "\($0.rawValue) changes" } ?? "nothing changed"
        return "\(mark.version.label), \(Wording.standing(mark.version)): \(weight)"
    }

    private static let sheet: StaticString = """

        .page { fill: #fff } text { font: 14px system-ui, sans-serif; fill: #1b1b1b } .small { font-size: 12px; fill: #575757 }
        .year { stroke: #d5d5d5 } .line { stroke: #575757; stroke-width: 2 }
        circle { stroke: #fff; stroke-width: 1.5; fill: #575757 } .material { fill: #a01818 } .minor { fill: #0b4fa8 }
        .first { fill: #1b1b1b } .upcoming { fill: #fff; stroke: #a01818; stroke-dasharray: 3 2 }
        .withdrawn { fill: #fff; stroke: #575757 }
        @media (prefers-color-scheme: dark) {
          .page { fill: #15171b } text { fill: #e9e7e3 } .small { fill: #adadad } .year { stroke: #3a3d44 } .line { stroke: #adadad }
          circle { stroke: #15171b; fill: #adadad } .material { fill: #ffa3a3 } .minor { fill: #a3c8ff } .first { fill: #e9e7e3 }
          .upcoming { fill: #15171b; stroke: #ffa3a3 } .withdrawn { fill: #15171b; stroke: #adadad }
        }

        """
}

/// Where days lie on a line.
private struct Scale {
    /// The first days of the years that are named, with their places.
    private(set) var years: [(year: Int, x: Int)] = []
    private let first: Int
    private let days: Int
    private let start: Int
    private let length: Int

    init(_ dates: [CivilDate], from start: Int, to end: Int) {
        self.first = dates.min()?.daysSinceEpoch ?? 0
        self.days = max(1, (dates.max()?.daysSinceEpoch ?? 0) - first)
        self.start = start
        self.length = end - start
        guard let low = dates.min()?.year, let high = dates.max()?.year else { return }
        let step = max(1, (high - low + 1 + 11) / 12)
        for year in stride(from: low, through: high, by: step) {
            guard let day = CivilDate(year: year, month: 1, day: 1) else { continue }
            years.append((year, max(start, x(day))))
        }
        // The year that the line begins in is named at its beginning, unless the next one stands too near.
        if years.count > 1, years[1].x - years[0].x < 40 { years.removeFirst() }
    }

    func x(_ day: CivilDate) -> Int { start + min(days, day.daysSinceEpoch - first) * length / days }
}

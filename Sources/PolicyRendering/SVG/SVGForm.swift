package import PolicyQueries
import PolicyModel

/// The form for pages and slides: a drawing that stands alone, follows a light or dark screen, and says in words what it shows.
package enum SVGForm {
    private static let width = 960
    private static let margin = 24
    private static let rowHeight = 64
    private static let headHeight = 40
    private static let footHeight = 40
    /// How many characters of a title and an id find room in a row.
    private static let rowColumns = 110

    /// Returns what `stats --format svg` prints: a line of time for each policy, with a mark for each version.
    ///
    /// A mark is as large as what its version changed is heavy; each has its words as a title.
    package static func timelines(_ stats: Statistics) -> String {
        let foot = headHeight + max(1, stats.entries.count) * rowHeight
        let height = foot + footHeight
        let scale = TimeScale(days(stats), from: margin, to: width - margin)
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
            for tick in scale.ticks {
                svg.void(
                    "line",
                    [
                        "class": "tick", "x1": "\(tick.x)", "y1": "\(headHeight - 14)", "x2": "\(tick.x)",
                        "y2": "\(foot)",
                    ])
                svg.element(
                    "text", ["class": "small", "x": "\(tick.x + 4)", "y": "\(headHeight - 18)"], text: tick.name)
                svg.newline()
            }
            for (row, entry) in stats.entries.enumerated() {
                add(entry, in: stats, top: headHeight + row * rowHeight, scale, to: &svg)
            }
            addLegend(stats, top: foot, to: &svg)
        }
        drawing.newline()
        return drawing.source
    }

    /// The days that the line reaches over: what is announced for a far day stands at its end.
    private static func days(_ stats: Statistics) -> [CivilDate] {
        let marks = stats.entries.flatMap(\.marks)
        let past = marks.filter { $0.version.state != .upcoming }.map(\.day)
        let ends = stats.entries.compactMap(\.ended)
        guard let last = (past + ends).max() else { return marks.map(\.day) }
        let today = stats.entries.contains { $0.ended == nil } ? [stats.today] : []
        return past + ends + today + marks.map { min($0.day, max(last, stats.today).adding(days: 366)) }
    }

    private static func label(_ stats: Statistics) -> String {
        let names = stats.entries.count == 1 ? stats.entries[0].policy.title : "\(stats.entries.count) policies"
        return "Versions of \(names): \(StatisticsWording.head(stats.figures))"
    }

    private static func add(
        _ entry: Statistics.Entry, in stats: Statistics, top: Int, _ scale: TimeScale, to svg: inout Markup
    ) {
        let y = top + 38
        svg.element("g") { row in
            row.newline()
            row.element("text", ["x": "\(margin)", "y": "\(top + 16)"]) { name in
                let title = shortened(entry.policy.title, to: rowColumns)
                name.text(title)
                // Titles such as "Privacy Policy" stand there many times.
                if stats.entries.count > 1, entry.policy.id.text != entry.policy.title {
                    let id = shortened(entry.policy.id.text, to: max(12, rowColumns - title.count))
                    name.element("tspan", ["class": "small", "dx": "10"], text: id)
                }
            }
            row.newline()
            if let first = entry.marks.first, let last = entry.marks.last {
                let from = scale.x(first.day)
                let to = max(scale.x(last.day), scale.x(entry.ended ?? stats.today))
                row.void("line", ["class": "line", "x1": "\(from)", "y1": "\(y)", "x2": "\(to)", "y2": "\(y)"])
                row.newline()
                if let ended = entry.ended {
                    row.element(
                        "line", ["class": "line", "x1": "\(to)", "y1": "\(y - 9)", "x2": "\(to)", "y2": "\(y + 9)"]
                    ) { $0.element("title", text: "ended on \(ended)") }
                    row.newline()
                }
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

    private static func shortened(_ text: String, to columns: Int) -> String {
        text.count <= columns ? text : text.prefix(columns - 1) + "…"
    }

    /// Says what the marks mean that are there.
    private static func addLegend(_ stats: Statistics, top: Int, to svg: inout Markup) {
        let marks = stats.entries.flatMap(\.marks)
        var entries: [(style: String, radius: Int, words: String)] = []
        for (style, words) in [
            ("first", "first version"), ("material", "material changes"), ("minor", "minor changes"),
            ("editorial", "editorial changes"), ("none", "nothing changed"), ("upcoming", "upcoming"),
            ("withdrawn", "withdrawn"),
        ] {
            guard let mark = marks.first(where: { self.style($0) == style }) else { continue }
            entries.append((style, radius(mark), words))
        }
        var x = margin
        svg.element("g") { legend in
            legend.newline()
            for entry in entries {
                legend.void(
                    "circle",
                    ["class": entry.style, "cx": "\(x + 8)", "cy": "\(top + 16)", "r": "\(entry.radius)"])
                legend.element("text", ["class": "small", "x": "\(x + 22)", "y": "\(top + 20)"], text: entry.words)
                legend.newline()
                x += 40 + entry.words.count * 7
            }
            if stats.entries.contains(where: { $0.ended != nil }) {
                legend.void(
                    "line",
                    ["class": "line", "x1": "\(x + 8)", "y1": "\(top + 7)", "x2": "\(x + 8)", "y2": "\(top + 25)"])
                legend.element("text", ["class": "small", "x": "\(x + 18)", "y": "\(top + 20)"], text: "ended")
                legend.newline()
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
        text { paint-order: stroke; stroke: #fff; stroke-width: 3px; stroke-linejoin: round }
        .tick { stroke: #d5d5d5 } .line { stroke: #575757; stroke-width: 2 }
        circle { stroke: #fff; stroke-width: 1.5; fill: #575757 } .material { fill: #a01818 } .minor { fill: #0b4fa8 }
        .first { fill: #1b1b1b } .upcoming { fill: #fff; stroke: #a01818; stroke-dasharray: 3 2 }
        .withdrawn { fill: #fff; stroke: #575757 }
        @media (prefers-color-scheme: dark) {
          .page { fill: #15171b } text { fill: #e9e7e3 } .small { fill: #adadad } .tick { stroke: #3a3d44 }
          text { stroke: #15171b } .line { stroke: #adadad }
          circle { stroke: #15171b; fill: #adadad } .material { fill: #ffa3a3 } .minor { fill: #a3c8ff } .first { fill: #e9e7e3 }
          .upcoming { fill: #15171b; stroke: #ffa3a3 } .withdrawn { fill: #15171b; stroke: #adadad }
        }

        """
}

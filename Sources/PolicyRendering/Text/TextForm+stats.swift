import PolicyModel
package import PolicyQueries

extension TextForm {
    /// How many of several policies are listed where not all are asked for.
    private static let listedPolicies = 20
    /// The columns of the longest bar.
    private static let barColumns = 30

    /// Returns what `stats` prints: what was counted, a bar for each year, and of several policies a row for each.
    package static func stats(_ stats: Statistics, options: RenderingOptions = .init()) -> String {
        var page = Page(options)
        guard !stats.entries.isEmpty else {
            page.add(StyledText(Wording.noPolicy(knownAt: stats.knownAt)))
            return page.text
        }
        if stats.entries.count == 1 {
            page.add(title(stats.entries[0].policy))
        } else {
            page.add(StyledText("\(stats.entries.count) policies", .strong))
        }
        page.add(StyledText(StatisticsWording.head(stats.figures)))
        page.gap()
        page.add(bars: stats.figures.years, columns: barColumns)
        page.gap()
        let facts = StatisticsWording.facts(stats.figures)
        for (name, figure) in facts { page.add(StyledText("\(name): \(figure)"), indentation: 4, first: 2) }
        if stats.entries.count > 1 { page.add(rows: stats.entries, limit: listedPolicies) }
        return page.text
    }
}

extension Page {
    /// Adds a row for each year with a bar: full for changes in substance, light for editorial ones.
    fileprivate mutating func add(bars years: [Statistics.Year], columns: Int) {
        let most = years.map(\.counts.allChanges).max() ?? 0
        let widest = years.map { String($0.counts.versions).count }.max() ?? 1
        for year in years {
            let counts = year.counts
            let editorial = counts.changes[.editorial] ?? 0
            let whole = Self.length(counts.allChanges, of: most, columns)
            let full = min(whole, Self.length(counts.allChanges - editorial, of: most, columns))
            let number = String(counts.versions)
            var line = StyledText("  \(year.year)  ")
            line.append(String(repeating: " ", count: widest - number.count))
            line.append(counts.versions == 1 ? "\(number) version   " : "\(number) versions  ", .quiet)
            line.append(String(repeating: "█", count: full))
            line.append(String(repeating: "░", count: whole - full), .quiet)
            if counts.allChanges > 0 { line.append(" \(counts.allChanges)") }
            addLine(line)
        }
        if most > 0 {
            addLine(StyledText("  changes by year: █ in substance, ░ editorial", .quiet))
        }
    }

    /// The columns of a bar: at least one for what is there at all.
    private static func length(_ count: Int, of most: Int, _ columns: Int) -> Int {
        count == 0 || most == 0 ? 0 : max(1, (count * columns + most / 2) / most)
    }

    fileprivate mutating func add(rows entries: [Statistics.Entry], limit: Int) {
        gap()
        var table = Table()
        let head = ["versions", "changes", "editorial", "silent", "notice", "policy"]
        table.add(head.map { StyledText($0, .quiet) })
        let sorted = StatisticsWording.byWeight(entries)
        for entry in sorted.prefix(options.all ? .max : limit) {
            let figures = entry.figures
            let cells = [
                String(figures.total.versions), String(figures.total.allChanges),
                figures.total.editorialPercent.map { "\($0) %" } ?? "–", String(figures.silentChanges),
                StatisticsWording.median(figures),
            ]
            table.add(cells.map { StyledText($0) } + [StyledText(entry.policy.id.text, .strong)])
        }
        table.print(on: &self)
        if !options.all, sorted.count > limit {
            add(StyledText("and \(sorted.count - limit) more (--all lists them)", .quiet))
        }
    }
}

import PolicyModel
package import PolicyQueries

extension MarkdownForm {
    /// Returns what `stats --format markdown` prints: what was counted, a table of the years, and of several policies one of them.
    package static func stats(_ stats: Statistics) -> String {
        guard !stats.entries.isEmpty else { return Wording.noPolicy(knownAt: stats.knownAt) + "\n" }
        var output =
            stats.entries.count == 1
            ? heading(stats.entries[0].policy, level: 1) : "# \(stats.entries.count) policies\n"
        output += "\n\(markdownEscaped(StatisticsWording.head(stats.figures))).\n\n"
        output += "| year | versions | material | minor | editorial |\n|---|---:|---:|---:|---:|\n"
        for year in stats.figures.years {
            output += row([String(year.year), String(year.counts.versions)] + weights(year.counts))
        }
        output += "\n"
        for (name, figure) in StatisticsWording.facts(stats.figures) {
            output += "- \(markdownEscaped("\(name): \(figure)"))\n"
        }
        if stats.entries.count > 1 {
            output += "\n| policy | versions | material | minor | editorial | silent | dates alone | notice |\n"
            output += "|---|---:|---:|---:|---:|---:|---:|---:|\n"
            for entry in StatisticsWording.byWeight(stats.entries) {
                let figures = entry.figures
                output += row(
                    [entry.policy.id.text, String(figures.total.versions)] + weights(figures.total) + [
                        String(figures.silentChanges), String(figures.datesMovedAlone),
                        StatisticsWording.median(figures),
                    ])
            }
        }
        return output
    }

    private static func weights(_ counts: Statistics.Counts) -> [String] {
        [Significance.material, .minor, .editorial].map { String(counts.changes[$0] ?? 0) }
    }

    private static func row(_ cells: [String]) -> String {
        "| " + cells.map(markdownEscaped).joined(separator: " | ") + " |\n"
    }
}

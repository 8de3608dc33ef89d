import PolicyModel
import PolicyQueries

/// The words about how often policies change, for the text and the Markdown form.
enum StatisticsWording {
    /// "12 changes: 5 material, 2 minor, 5 editorial".
    static func changes(_ counts: Statistics.Counts) -> String {
        let parts = Significance.allCases.reversed().compactMap { significance in
            counts.changes[significance].map { "\($0) \(significance.rawValue)" }
        }
        let total = Wording.counted(counts.allChanges, "change", "changes")
        return parts.isEmpty ? "no changes" : "\(total): " + parts.joined(separator: ", ")
    }

    /// How many versions, since when, and how much they changed.
    static func head(_ figures: Statistics.Figures) -> String {
        let versions = Wording.counted(figures.total.versions, "version", "versions")
        let idle =
            figures.total.withoutSubstance == 0
            ? "" : ", \(figures.total.withoutSubstance) of them without a change in substance"
        return "\(versions)\(idle); \(changes(figures.total))"
    }

    /// What is told below the years, as pairs of a name and a figure.
    static func facts(_ figures: Statistics.Figures) -> [(name: String, figure: String)] {
        [
            ("Editorial changes", figures.total.editorialPercent.map { "\($0) % of all" } ?? "none"),
            ("Silent changes (the text changed, its dates did not)", String(figures.silentChanges)),
            ("Dates moved without a change in substance", String(figures.datesMovedAlone)),
            ("Notice given, from published to effective", notice(figures)),
        ]
    }

    private static func notice(_ figures: Statistics.Figures) -> String {
        guard figures.medianNotice != nil else { return "unknown, no version states both days" }
        return "median \(median(figures)), of \(Wording.counted(figures.notices.count, "version", "versions"))"
    }

    /// The median notice alone: "30 days", "−3 days"; "–" where it is unknown.
    static func median(_ figures: Statistics.Figures) -> String {
        guard let days = figures.medianNotice else { return "–" }
        return (days < 0 ? "−" : "") + Wording.counted(abs(days), "day", "days")
    }

    /// The policies with the most changes in substance first; among equals by id.
    static func byWeight(_ entries: [Statistics.Entry]) -> [Statistics.Entry] {
        func substance(_ entry: Statistics.Entry) -> Int {
            let counts = entry.figures.total
            return counts.allChanges - (counts.changes[.editorial] ?? 0)
        }
        return entries.enumerated().sorted {
            (substance($1.element), $1.element.figures.total.versions, $0.offset) < (
                substance($0.element), $0.element.figures.total.versions, $1.offset
            )
        }.map(\.element)
    }
}

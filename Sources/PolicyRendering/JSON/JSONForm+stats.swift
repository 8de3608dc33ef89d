import PolicyModel
package import PolicyQueries

extension JSONForm {
    /// Returns the object that `stats` prints: all policies together, then each.
    package static func stats(_ stats: Statistics) -> JSON {
        [
            "schemaVersion": schemaVersion,
            "axis": .string(stats.axis.rawValue),
            "total": figures(stats.figures),
            "policies": .array(
                stats.entries.map { ["policy": policy($0.policy), "figures": figures($0.figures)] }),
            "findings": findings(stats.findings),
        ]
    }

    private static func figures(_ figures: Statistics.Figures) -> JSON {
        [
            "counts": counts(figures.total),
            "years": .array(figures.years.map { ["year": .integer($0.year), "counts": counts($0.counts)] }),
            "editorialPercent": figures.total.editorialPercent.map { .integer($0) } ?? .null,
            "silentChanges": .integer(figures.silentChanges),
            "datesMovedAlone": .integer(figures.datesMovedAlone),
            "notice": [
                "versions": .integer(figures.notices.count),
                "medianDays": figures.medianNotice.map { .integer($0) } ?? .null,
            ],
        ]
    }

    private static func counts(_ counts: Statistics.Counts) -> JSON {
        [
            "versions": .integer(counts.versions),
            "versionsWithoutSubstance": .integer(counts.withoutSubstance),
            "changes": .object(
                JSON.Members(pairs: Significance.allCases.map { ($0.rawValue, .integer(counts.changes[$0] ?? 0)) })),
        ]
    }
}

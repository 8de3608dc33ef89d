import PolicyModel
import PolicyQueries
import PolicyTestSupport
import Testing

/// How often policies change, how much, and how well that is announced.
@Suite struct StatisticsTests {
    typealias Record = InMemorySource.Record

    private func figures(_ source: InMemorySource) throws -> Statistics.Figures {
        try Chronicle(source).statistics().figures
    }

    @Test func `changes are counted by year and weight, and versions without substance apart`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2024-06-01", label: "1", effective: "2024-06-01", text: "a"),
                Record("2024-09-01", label: "2", effective: "2024-09-01", text: "a\nb\n~x"),
                Record("2026-01-01", label: "3", effective: "2026-01-01", text: "a\nb\n~y"),
            ])
        let figures = try figures(source)
        #expect(figures.years.map(\.year) == [2024, 2025, 2026])
        #expect(figures.years.map(\.counts.versions) == [2, 0, 1])
        #expect(figures.years[0].counts.changes == [.material: 1, .editorial: 1])
        #expect(figures.total.withoutSubstance == 1)
        #expect(figures.total.editorialPercent == 75)
    }

    @Test func `a text that changes under its date line is silent, a date that moves over the same text is alone`()
        throws
    {
        let source = InMemorySource(
            .documents, "Terms",
            [
                Record("2026-01-01", published: "2026-01-01", text: "a"),
                Record("2026-02-01", published: "2026-01-01", text: "a\nb"),
                Record("2026-03-01", published: "2026-03-01", text: "a\nb"),
                Record("2026-04-01", published: "2026-04-01", text: "a\nb\nc"),
                Record("2026-05-01", text: "a\nb\nc\nd"), Record("2026-06-01", text: "a"),
            ])
        #expect(try figures(source).silentChanges == 1)
        #expect(try figures(source).datesMovedAlone == 1)
    }

    @Test func `a postponement is no date moved alone, and a silent correction is a silent change`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", effective: "2026-02-01", text: "a"),
                Record("2026-01-02", label: "1", effective: "2026-03-01", text: "a"),
                Record("2026-01-03", label: "1", effective: "2026-03-01", text: "a\nb"),
            ])
        #expect(try figures(source).silentChanges == 1)
        #expect(try figures(source).datesMovedAlone == 0)
    }

    @Test(arguments: [
        ([30], 30), ([10, 30], 20), ([10, 31], 21), ([-3, 0, 400], 0), ([-5, -2], -3), ([], nil as Int?),
    ])
    func `the notice given is the median of the days from published to effective`(days: [Int], expected: Int?) throws {
        let first = civil("2026-01-01")
        let records = days.enumerated().map { number, days in
            let published = first.adding(days: number * 500)
            return Record(
                published.description, label: "\(number)", effective: published.adding(days: days).description,
                published: published.description, text: "t\(number)")
        }
        let source = InMemorySource(.native, "p", records + [Record("2040-01-01", label: "undated", text: "t")])
        #expect(try figures(source).medianNotice == expected)
    }

    @Test func `what was taken back gave no notice, and several policies are added up`() throws {
        let source = InMemorySource(
            .native,
            [
                (
                    "p", [],
                    [
                        Record("2026-01-01", label: "1", effective: "2026-01-11", published: "2026-01-01", text: "a"),
                        Record(
                            "2026-02-01", label: "2", effective: "2026-12-31", published: "2026-02-01", withdrawn: true,
                            text: "b"),
                    ]
                ),
                ("q", [], [Record("2025-01-01", label: "1", text: "a"), Record("2025-02-01", label: "2", text: "b")]),
            ])
        let stats = try Chronicle(source).statistics()
        #expect(stats.figures.notices == [10])
        #expect(stats.figures.total.versions == 4)
        #expect(stats.entries.map(\.figures.total.versions) == [2, 2])
        #expect(stats.figures.years.map(\.year) == [2025, 2026])
        #expect(try Chronicle(source).statistics(knownAt: day("2025-06-01")).entries.map(\.policy.id.text) == ["q"])
    }
}

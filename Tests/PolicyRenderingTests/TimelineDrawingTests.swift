import PolicyModel
import PolicyQueries
import PolicyTestSupport
import Testing

@testable import PolicyRendering

@Suite("The drawing of stats") struct TimelineDrawingTests {
    private static let source = InMemorySource(
        .documents,
        [
            ("A/Privacy Policy", [], [.init("2024-01-01", text: "a"), .init("2025-03-01", text: "b")]),
            ("B/Privacy Policy", [], [.init("2024-06-01", text: "a"), .init("2025-01-01", text: nil)]),
        ])

    @Test("tells policies of one title apart, names the marks that are there, and ends what ended")
    func legend() throws {
        let drawing = SVGForm.timelines(try chronicle(Self.source).statistics())
        #expect(drawing.contains(">A/Privacy Policy</tspan>") && drawing.contains(">B/Privacy Policy</tspan>"))
        #expect(drawing.contains(">first version</text>") && drawing.contains(">ended</text>"))
        #expect(!drawing.contains(">withdrawn</text>"))
        #expect(drawing.contains("<title>ended on 2025-01-01</title>"))
        // What stands goes on to the day asked about, at the right edge.
        #expect(drawing.contains("class=\"line\" x1=\"24\"") && drawing.contains("x2=\"936\""))
    }

    @Test(
        "names days in order, none over another, none over the edge",
        arguments: [
            ("2026-01-01", "2026-01-01"), ("2026-01-10", "2026-02-20"), ("2025-12-01", "2026-12-01"),
            ("2023-02-28", "2026-12-31"), ("1967-04-07", "1970-01-01"), ("2012-10-03", "2026-11-24"),
            ("0001-01-01", "9999-12-31"), ("2026-12-20", "2027-01-05"),
        ])
    func ticks(first: String, last: String) throws {
        let days = try [first, last].map { try #require(CivilDate(iso: $0)) }
        let scale = TimeScale(days, from: 24, to: 936)
        #expect(!scale.ticks.isEmpty)
        for tick in scale.ticks { #expect(tick.x >= 24 && (tick.x <= 904 || tick == scale.ticks[0])) }
        for (left, right) in zip(scale.ticks, scale.ticks.dropFirst()) {
            #expect(right.x - left.x >= 40, "\(left) \(right)")
            #expect(left.name < right.name)
        }
    }
}

import PolicyDiff
import PolicyModel
import PolicyQueries
import PolicyTestSupport
import Testing

@Suite struct WithdrawalTests {
    typealias Record = InMemorySource.Record

    /// Version 2 binds from 1 March and is taken back on 1 June; version 3 is taken back before its day.
    static let source = InMemorySource(
        .native, "p",
        [
            Record("2026-01-01", label: "1", effective: "2026-01-01", text: "a"),
            Record("2026-02-01", label: "2", effective: "2026-03-01", published: "2026-02-01", text: "a\nb"),
            Record("2026-02-10", label: "3", effective: "2026-12-01", text: "a\nb\nc"),
            Record("2026-06-01T12:00:00Z", label: "2", effective: "2026-03-01", withdrawn: true, text: "a\nb"),
            Record("2026-06-02", label: "3", effective: "2026-12-01", withdrawn: true, text: "a\nb\nc"),
        ])
    static let chronicle = Chronicle(source)

    @Test(arguments: [
        ("2026-02-28", "1"), ("2026-03-01", "2"), ("2026-05-31", "2"), ("2026-06-01", "1"), ("2026-12-24", "1"),
    ])
    func `a version binds until the day it is taken back, and the one before it binds again`(
        on date: String, label: String
    ) throws {
        #expect(try Self.chronicle.show(policy: "p", at: day(date)).version.label == label)
        #expect(try Self.chronicle.policies(at: day(date)).entries[0].inForce?.label == label)
    }

    @Test func `its states follow the day asked about`() throws {
        func states(_ date: String) throws -> [String] {
            try Self.chronicle.log(at: day(date)).entries[0].versions.map { "\($0.label) \($0.state.rawValue)" }
        }
        #expect(try states("2026-04-01") == ["3 withdrawn", "2 in-force", "1 superseded"])
        #expect(try states("2026-07-01") == ["3 withdrawn", "2 withdrawn", "1 in-force"])
    }

    @Test func `that it was taken back undoes its changes, and says so`() throws {
        let news = try #require(try Self.chronicle.since(day("2026-05-01")).policies.first)
        #expect(news.from?.label == "2" && news.to?.label == "1")
        #expect(
            news.comparison.changes.map(\.summary) == [
                "Version 2, in force from 2026-03-01, was withdrawn on 2026-06-01.",
                "Version 3 was withdrawn before it took effect.", "-b",
            ])
        #expect(news.comparison.changes.map(\.introducedIn) == ["2", "3", "2"])
        #expect(news.versions.map(\.label) == ["2", "3"])
    }

    @Test func `one that came and was taken back in the window leaves no change, and a word`() throws {
        let source = InMemorySource(.native, "p", Self.records(["1", "2", "2-"]))
        let news = try #require(try Chronicle(source).since(day("2026-01-15")).policies.first)
        #expect(news.comparison.changes.isEmpty)
        #expect(
            news.notes == [
                .withdrawn(label: "2", from: civil("2026-03-01"), on: civil("2026-06-01")),
                .changedBackAndForth(times: 1),
            ])
    }

    @Test func `one that never took effect is told in the changelog against what it was to replace`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", effective: "2026-01-01", text: "a"),
                Record("2026-02-01", label: "2", effective: "2027-03-01", text: "a\nb"),
                Record("2026-03-01", label: "2", effective: "2027-03-01", withdrawn: true, text: "a\nb"),
                Record("2026-04-01", label: "3", effective: "2026-04-01", text: "a\nc"),
            ])
        let log = try Chronicle(source).log(changes: true).entries[0]
        #expect(log.versions.map(\.label) == ["2", "3", "1"])
        #expect(
            log.changes.map { $0?.changes.map(\.summary) } == [
                ["Version 2 was withdrawn before it took effect.", "+b"], ["+c"], nil,
            ])
    }

    @Test func `where nothing stood before it nothing is in force any more`() throws {
        let source = InMemorySource(.native, "p", Self.records(["2", "2-"]))
        let chronicle = Chronicle(source)
        let news = try #require(try chronicle.since(day("2026-05-01")).policies.first)
        #expect(news.from?.label == "2" && news.to == nil)
        let refusal = #expect(throws: QueryError.self) { try chronicle.show(policy: "p") }
        #expect(refusal?.hint == "Version 2 was withdrawn on 2026-06-01.")
    }

    @Test func `one that took effect while it was known counts in the changelog, later ones follow on what stood`()
        throws
    {
        let source = InMemorySource(
            .native, "p",
            Self.records(["1", "2", "2-"]) + [Record("2026-07-01", label: "4", effective: "2026-07-01", text: "a\nd")])
        let changes = try Chronicle(source).log(changes: true).entries[0].changes
        #expect(changes[0]?.changes.map(\.summary) == ["+d"])
    }

    @Test(arguments: [("2026-05-01", "2"), ("2026-06-02", "1")])
    func `as known before it was taken back it binds on`(known: String, label: String) throws {
        #expect(
            try Self.chronicle.show(policy: "p", at: day("2026-07-01"), knownAt: day(known)).version.label == label)
    }

    private static func records(_ names: [String]) -> [Record] {
        let all = [
            "1": Record("2026-01-01", label: "1", effective: "2026-01-01", text: "a"),
            "2": Record("2026-02-01", label: "2", effective: "2026-03-01", text: "a\nb"),
            "2-": Record("2026-06-01", label: "2", effective: "2026-03-01", withdrawn: true, text: "a\nb"),
        ]
        return names.compactMap { all[$0] }
    }
}

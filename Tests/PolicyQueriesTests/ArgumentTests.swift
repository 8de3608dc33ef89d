import PolicyDiff
import PolicyModel
import PolicyQueries
import PolicyTestSupport
import Testing

@Suite struct ArgumentTests {
    typealias Record = InMemorySource.Record

    static let source = InMemorySource(
        .native, "p",
        [
            Record("2026-01-01", label: "first", effective: "2026-01-01", text: "a"),
            Record("2026-02-01", label: "2026-01-15", effective: "2026-02-01", text: "b"),
            Record("2026-03-01", label: "third", effective: "2026-03-01", text: "c"),
        ], revisions: ["HEAD": 2, "HEAD~1": 1, "third": 0])

    @Test(arguments: [
        ("first", "a"), ("2026-01-15", "b"), ("2026-01-14", "a"), ("2026-02-28", "b"), ("HEAD~1", "b"), ("third", "c"),
    ])
    func `a version is found by label, then by date, then by revision`(argument: String, text: String) throws {
        #expect(try Chronicle(Self.source).show(policy: "p", version: argument).text == text)
    }

    @Test func `a revision that did not touch the policy finds what stood there`() throws {
        let source = InMemorySource(
            .documents,
            [
                ("A", [], [Record("2026-01-01", text: "a")]),
                ("B", [], [Record("2026-02-01", text: "b"), Record("2026-03-01", text: "c")]),
            ],
            revisions: ["v1": 1])
        #expect(try Chronicle(source).show(policy: "A", version: "v1").text == "a")
        #expect(try Chronicle(source).show(policy: "B", version: "v1").text == "b")
    }

    @Test func `diff alone compares the last two versions`() throws {
        let difference = try Chronicle(Self.source).diff(policy: "p")
        #expect(difference.from?.label == "2026-01-15")
        #expect(difference.to?.label == "third")
        #expect(difference.comparison.changes.map(\.summary) == ["-b", "+c"])
    }

    @Test func `diff between two versions says which one in between brought each change`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", text: "a"), Record("2026-02-01", label: "2", text: "a\nb"),
                Record("2026-03-01", label: "3", text: "a\nb\nc"),
            ])
        let changes = try Chronicle(source).diff(policy: "p", from: "1", to: "3").comparison.changes
        #expect(changes.map(\.introducedIn) == ["2", "3"])
    }

    @Test(arguments: [("third", "first"), ("2026-03-01", "2026-02-01"), ("HEAD", "first")])
    func `from after to is refused`(from: String, to: String) {
        let error = #expect(throws: QueryError.self) {
            try Chronicle(Self.source).diff(policy: "p", from: from, to: to)
        }
        #expect(error?.code == .reversed)
    }

    @Test func `two records of one label can be compared by revision`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", effective: "2026-02-01", text: "a"),
                Record("2026-01-02", label: "1", effective: "2026-03-01", text: "b"),
            ], revisions: ["HEAD~1": 0])
        let difference = try Chronicle(source).diff(policy: "p", from: "HEAD~1", to: "1")
        #expect(
            difference.comparison.changes.map(\.kind) == ["effective-date-postponed", "clause-removed", "clause-added"])
        #expect(difference.from?.state == .corrected)
    }

    @Test(arguments: ["nonsense", "2026-02-30", "2025-01-01"])
    func `what names no version is refused`(argument: String) {
        #expect(throws: QueryError.self) { try Chronicle(Self.source).show(policy: "p", version: argument) }
    }

    @Test func `a policy of one version has nothing to compare`() {
        let source = InMemorySource(.native, "p", [Record("2026-01-01", label: "1", text: "a")])
        let error = #expect(throws: QueryError.self) { try Chronicle(source).diff(policy: "p") }
        #expect(error?.code == .noVersion)
    }
}

import PolicyModel
import PolicyQueries
import PolicyTestSupport
import Testing

@Suite struct TimelineTests {
    typealias Record = InMemorySource.Record

    private func log(_ source: InMemorySource, all: Bool = false, at: String = "2030-01-01") throws -> [String] {
        try Chronicle(source).log(all: all, at: day(at)).entries.flatMap(\.versions).map {
            "\($0.label) \($0.state.rawValue) \($0.effective.standard?.description ?? "-")"
        }
    }

    private func marks(_ source: InMemorySource, _ label: String, all: Bool = false) throws -> [VersionMark] {
        try Chronicle(source).log(all: all).entries.flatMap(\.versions).first { $0.label == label }?.marks ?? []
    }

    @Test func `documents are labelled by the recorded UTC day, counted within it`() throws {
        let source = InMemorySource(
            .documents, "Terms",
            [
                Record("2026-01-05T10:00:00Z", text: "a"), Record("2026-01-05T12:00:00Z", text: "b"),
                Record("2026-01-04T12:00:00Z", text: "c"), Record("2026-01-05T09:00:00Z", text: "d"),
            ])
        #expect(
            try Chronicle(source).log(axis: .recorded).entries[0].versions.map(\.label)
                == ["2026-01-05.3", "2026-01-04", "2026-01-05.2", "2026-01-05"])
    }

    @Test func `a native version without a label gets the recorded day, but no label that another states`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-05T10:00:00Z", text: "a"), Record("2026-01-05T12:00:00Z", text: "b"),
                Record("2026-02-01", label: "2026-01-05.2", text: "c"),
            ])
        #expect(
            try Chronicle(source).log().entries[0].versions.map(\.label) == [
                "2026-01-05.2", "2026-01-05.3", "2026-01-05",
            ])
    }

    @Test func `the version with the latest day binds, and a later recorded one of the same day`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", effective: "2026-01-01", text: "a"),
                Record("2026-02-01", label: "2", effective: "2026-06-01", text: "b"),
                Record("2026-03-01", label: "3", effective: "2026-04-01", text: "c"),
                Record("2026-03-02", label: "4", effective: "2026-04-01", text: "d"),
            ])
        #expect(
            try log(source, at: "2026-05-01") == [
                "2 upcoming 2026-06-01", "4 in-force 2026-04-01", "3 superseded 2026-04-01", "1 superseded 2026-01-01",
            ])
        #expect(
            try Chronicle(source).log(axis: .recorded).entries[0].versions.map(\.label) == ["4", "3", "2", "1"])
        #expect(try log(source, at: "2026-06-01")[0] == "2 in-force 2026-06-01")
        #expect(try marks(source, "3").contains(.effectiveBackwards))
    }

    @Test func `whoever is shown an older text because the newer one states an earlier day is told so`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-10", label: "1", effective: "2026-01-01", text: "a"),
                Record("2026-03-10", label: "2", text: "b"),
                Record("2026-04-01", label: "3", effective: "2026-03-01", text: "c"),
            ])
        let chronicle = Chronicle(source)
        func ids(_ findings: [Finding]) -> [String] { findings.map(\.id) }
        let shown = try chronicle.show(policy: "p")
        #expect(shown.version.label == "2")
        #expect(ids(shown.findings) == ["unknown-day-in-force"])
        #expect(shown.findings[0].message.contains("Version 3 was recorded after version 2"))
        #expect(try ids(chronicle.policies().findings) == ["unknown-day-in-force"])
        #expect(try ids(chronicle.since(day("2026-02-01")).policies[0].findings) == ["unknown-day-in-force"])
        // Not where it was not known yet, nor on the axis on which the newest is in force, nor of a version that was asked for.
        #expect(try chronicle.show(policy: "p", knownAt: day("2026-03-20")).findings.isEmpty)
        #expect(try chronicle.show(policy: "p", axis: .recorded).findings.isEmpty)
        #expect(try chronicle.show(policy: "p", version: "1").findings.isEmpty)
    }

    @Test
    func `a version whose day of effect is unknown stands at its published day, else at its recorded day, and says so`()
        throws
    {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-10", label: "1", published: "2026-01-05", text: "a"),
                Record("2026-02-10T10:00:00Z", label: "2", text: "b"),
            ])
        let chronicle = Chronicle(source)
        #expect(try chronicle.show(policy: "p", at: day("2026-01-05")).version.label == "1")
        #expect(throws: QueryError.self) { try chronicle.show(policy: "p", at: day("2026-01-04")) }
        #expect(try chronicle.show(policy: "p", at: day("2026-02-10")).version.label == "2")
        #expect(try chronicle.show(policy: "p", at: moment("2026-02-10T09:59:59Z")).version.label == "1")
        #expect(
            try marks(source, "1").contains(
                .effectiveUnknown(standsAt: civil("2026-01-05"), isPublishedDay: true)))
        #expect(
            try marks(source, "2").contains(
                .effectiveUnknown(standsAt: civil("2026-02-10"), isPublishedDay: false)))
    }

    @Test func `a withdrawn version never binds`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", effective: "2026-01-01", text: "a"),
                Record("2026-02-01", label: "2", effective: "2026-06-01", text: "b"),
                Record("2026-03-01", label: "2", effective: "2026-06-01", withdrawn: true, text: "b"),
            ])
        #expect(try log(source, at: "2026-07-01") == ["2 withdrawn 2026-06-01", "1 in-force 2026-01-01"])
    }

    @Test func `a label recorded again is postponed, advanced or corrected, and its latest record counts`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", effective: "2026-02-01", text: "a"),
                Record("2026-01-02", label: "1", effective: "2026-03-01", text: "a"),
                Record("2026-01-03", label: "1", effective: "2026-03-01", text: "b"),
                Record("2026-01-04", label: "1", effective: "2026-02-15", text: "c"),
            ])
        #expect(
            try log(source, all: true) == [
                "1 in-force 2026-02-15", "1 corrected 2026-03-01", "1 corrected 2026-03-01", "1 postponed 2026-02-01",
            ])
        #expect(try log(source) == ["1 in-force 2026-02-15"])
        #expect(try marks(source, "1") == [.advanced(from: civil("2026-03-01"), to: civil("2026-02-15")), .correction])
    }

    @Test func `a date line belongs to the first text that bears it: later substance is a silent change`() throws {
        let source = InMemorySource(
            .documents, "Terms",
            [
                Record("2026-01-02", effective: "2026-01-01", text: "a"),
                Record("2026-01-10", effective: "2026-01-01", text: "a\n~typo mended"),
                Record("2026-02-10", effective: "2026-01-01", text: "b"),
                Record("2026-03-10", effective: "2026-01-01", text: "a"),
                Record("2026-04-10", effective: "2026-04-01", text: "c"),
            ])
        #expect(
            try log(source) == [
                "2026-04-10 in-force 2026-04-01", "2026-03-10 superseded -", "2026-02-10 superseded -",
                "2026-01-10 superseded 2026-01-01", "2026-01-02 superseded 2026-01-01",
            ])
        let chronicle = Chronicle(source)
        #expect(try chronicle.show(policy: "Terms", at: day("2026-02-09")).version.label == "2026-01-10")
        #expect(try chronicle.show(policy: "Terms", at: day("2026-02-10")).version.label == "2026-02-10")
        #expect(try chronicle.show(policy: "Terms", at: day("2026-03-31")).version.label == "2026-03-10")
        #expect(try marks(source, "2026-02-10").contains(.silentChange(statedDate: civil("2026-01-01"))))
    }

    @Test func `nothing binds between the end of a policy and its return`() throws {
        let source = InMemorySource(
            .documents, "Terms",
            [
                Record("2026-01-02", effective: "2026-01-01", text: "a"),
                Record("2026-01-03", effective: "2027-01-01", text: "never"),
                Record("2026-02-02", text: nil),
                Record("2026-03-02", effective: "2026-01-01", text: "a"),
            ])
        let chronicle = Chronicle(source)
        #expect(try chronicle.show(policy: "Terms", at: day("2026-02-01")).text == "a")
        #expect(throws: QueryError.self) { try chronicle.show(policy: "Terms", at: day("2026-02-20")) }
        #expect(try chronicle.show(policy: "Terms", at: day("2026-03-02")).version.label == "2026-03-02")
        #expect(try chronicle.show(policy: "Terms", at: day("2027-06-01")).version.label == "2026-03-02")
    }

    @Test func `what was recorded later is not known earlier`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", effective: "2026-02-01", text: "a"),
                Record("2026-03-01", label: "1", effective: "2026-02-01", text: "b"),
                Record("2026-04-01", label: "2", effective: "2026-02-15", text: "c"),
            ])
        let chronicle = Chronicle(source)
        #expect(try chronicle.show(policy: "p", at: day("2026-02-20")).text == "c")
        #expect(try chronicle.show(policy: "p", at: day("2026-02-20"), knownAt: day("2026-03-31")).text == "b")
        #expect(try chronicle.show(policy: "p", at: day("2026-02-20"), knownAt: day("2026-02-20")).text == "a")
        #expect(throws: QueryError.self) {
            try chronicle.show(policy: "p", at: day("2026-02-20"), knownAt: day("2025-12-31"))
        }
    }

    @Test func `a moment includes what was recorded exactly then, and the line decides where dates run backwards`()
        throws
    {
        let source = InMemorySource(
            .documents, "Terms",
            [
                Record("2026-01-01T10:00:00Z", text: "a"), Record("2026-01-03T10:00:00Z", text: "b"),
                Record("2026-01-02T10:00:00Z", text: "c"),
            ])
        let chronicle = Chronicle(source)
        func text(_ at: When) throws -> String { try chronicle.show(policy: "Terms", at: at, axis: .recorded).text }
        #expect(try text(moment("2026-01-02T09:59:59.999Z")) == "a")
        #expect(try text(moment("2026-01-02T10:00:00Z")) == "c")
        #expect(try text(moment("2026-01-03T10:00:00Z")) == "c")
        #expect(try marks(source, "2026-01-02").contains(.recordedBackwards))
    }
}

import PolicyDiff
import PolicyModel
import PolicyQueries
import PolicyTestSupport
import Testing

@Suite struct AnnouncementTests {
    private func announced(_ records: [InMemorySource.Record]) throws -> [Announcements.Entry] {
        let source = InMemorySource(.native, "terms", records)
        return try #require(try Chronicle(source, now: "2026-06-01T12:00:00Z").announcements().first).entries
    }

    private func record(
        _ day: String, _ label: String, _ text: String?, published: String? = nil, effective: String? = nil,
        withdrawn: Bool = false
    ) -> InMemorySource.Record {
        InMemorySource.Record(
            day, label: label, effective: effective, published: published, withdrawn: withdrawn, text: text)
    }

    @Test func `each version is told against the one before it, the newest first, the first as new`() throws {
        let entries = try announced([
            record("2026-01-01", "1", "You may copy."), record("2026-02-01", "2", "You may copy.\nYou must pay."),
            record("2026-03-01", "3", "You must pay."),
        ])
        #expect(entries.map(\.version.label) == ["3", "2", "1"])
        #expect(entries.map { $0.difference?.from?.label } == ["2", "1", nil])
        #expect(entries[1].difference?.comparison.changes.count == 1)
        #expect(entries[2].difference?.comparison.changes == [])
    }

    @Test func `recording a version again moves its update only where a reader should look again`() throws {
        let entries = try announced([
            record("2026-01-01", "1", "You may copy."), record("2026-02-01", "2", "You may sell."),
            record("2026-02-10", "2", "You may sell."), record("2026-02-20", "2", "You must pay."),
        ])
        #expect(entries[0].first.description == "2026-02-01T00:00:00Z")
        #expect(entries[0].updated.description == "2026-02-20T00:00:00Z")
        let same = try announced([
            record("2026-02-01", "2", "You may sell.", effective: "2026-05-01"),
            record("2026-02-10", "2", "You may sell.", published: "2026-02-09", effective: "2026-05-01"),
        ])
        #expect(same[0].updated == same[0].first)
        let postponed = try announced([
            record("2026-02-01", "2", "You may sell.", effective: "2026-05-01"),
            record("2026-02-10", "2", "You may sell.", effective: "2026-07-01"),
        ])
        #expect(postponed[0].updated.description == "2026-02-10T00:00:00Z")
    }

    @Test func `what is announced for a day to come is not told before it`() throws {
        let entries = try announced([
            record("2026-01-01", "1", "You may copy."),
            record("2026-05-20", "2", "You may sell.", published: "2026-06-02", effective: "2026-08-01"),
        ])
        #expect(entries.map(\.version.label) == ["1"])
    }

    @Test func `a withdrawn version says that it was withdrawn, and the next one is told against the one before it`()
        throws
    {
        let entries = try announced([
            record("2026-01-01", "1", "You may copy."),
            record("2026-02-01", "2", "You may sell.", effective: "2026-07-01"),
            record("2026-02-10", "2", "You may sell.", effective: "2026-07-01", withdrawn: true),
            record("2026-03-01", "3", "You may lend.", effective: "2026-04-01"),
        ])
        #expect(entries[0].difference?.from?.label == "1")
        #expect(entries[1].difference?.comparison.changes.map(\.kind) == ["version-withdrawn"])
        #expect(entries[1].updated.description == "2026-02-10T00:00:00Z")
    }

    @Test func `a version that was withdrawn from the start has nothing to announce`() throws {
        let entries = try announced([
            record("2026-01-01", "1", "You may copy."),
            record("2026-02-01", "2", "You may sell.", effective: "2026-07-01", withdrawn: true),
        ])
        #expect(entries.first { $0.version.label == "2" }?.difference == nil)
    }

    @Test func `the end of a policy is announced`() throws {
        let entries = try announced([
            record("2026-01-01", "1", "You may copy."), record("2026-02-01", "2", nil),
        ])
        #expect(entries[0].version.state == .ended)
        #expect(entries[0].difference?.from?.label == "1")
        #expect(entries[0].difference?.to == nil)
    }
}

import PolicyModel
import PolicyQueries
import Testing

@Suite struct DateArgumentTests {
    static let now = Now(Instant(rfc3339: "2024-03-31T22:30:00Z") ?? Instant(secondsSinceEpoch: 0))

    @Test(arguments: [
        ("2026-03-25", "2026-03-25"), ("1815-12-10", "1815-12-10"), ("2024-02-29", "2024-02-29"),
        ("today", "2024-03-31"), ("yesterday", "2024-03-30"), ("Yesterday", "2024-03-30"),
        ("30 days ago", "2024-03-01"), ("1 day ago", "2024-03-30"), ("2 weeks ago", "2024-03-17"),
        ("1 month ago", "2024-02-29"), ("13 months ago", "2023-02-28"), ("a year ago", "2023-03-31"),
        ("4 years ago", "2020-03-31"), ("0 days ago", "2024-03-31"),
    ])
    func `days and relative days are read`(text: String, expected: String) throws {
        #expect(try DateArgument.read(text, now: Self.now).description == expected)
    }

    @Test(arguments: [
        ("2026-03-25T10:00:00Z", "2026-03-25T10:00:00Z"), ("2026-03-27T00:33:40+01:00", "2026-03-26T23:33:40Z"),
        ("2026-06-16T10:30:58.5Z", "2026-06-16T10:30:58.5Z"),
    ])
    func `moments are read in UTC`(text: String, expected: String) throws {
        #expect(try DateArgument.read(text, now: Self.now).description == expected)
    }

    @Test(arguments: [
        ("2026-02-30", "2026-02-30 does not exist"), ("2023-02-29", "2023-02-29 does not exist"),
        ("2026-13-01T00:00:00Z", "2026-13-01 does not exist"), ("2026-03-25T10:00:00", "names no zone"),
        ("2026-03-25T25:00:00Z", "cannot be read"), ("25.03.2026", "cannot be read"), ("", "cannot be read"),
        ("soon", "cannot be read"), ("-5 days ago", "cannot be read"), ("30 fortnights ago", "cannot be read"),
        ("99999 years ago", "cannot be read"),
    ])
    func `what is no date is refused with the reason`(text: String, reason: String) {
        let error = #expect(throws: QueryError.self) { try DateArgument.read(text, now: Self.now) }
        #expect(error?.code == .unreadableDate)
        #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")")
    }

    @Test func `today is the day at the place that the settings name`() throws {
        let now = Now(Self.now.moment, today: CivilDate(year: 2024, month: 4, day: 1))
        #expect(try DateArgument.read("yesterday", now: now).description == "2024-03-31")
    }
}

import PolicyDiff
import PolicyModel
import PolicyQueries
import PolicyTestSupport
import Testing

@Suite struct SinceTests {
    typealias Record = InMemorySource.Record

    static let source = InMemorySource(
        .native, "p",
        [
            Record("2026-01-12T23:35:06Z", label: "2025-11-28", effective: "2025-11-28", text: "a"),
            Record("2026-03-26T23:33:41Z", label: "2026-03-25", effective: "2026-03-25", text: "a\nb"),
            Record("2026-04-08", label: "2026-04-08", published: "2026-04-08", text: "a\nb"),
            Record("2026-06-16T10:30:58Z", label: "2026-06-11", effective: "2026-06-11", text: "b\nc"),
            Record("2026-06-17", label: "2099-01-01", effective: "2099-01-01", text: "b\nc\nd"),
        ])

    @Test func `each net change names the version that brought it`() throws {
        let answer = try Chronicle(Self.source).since(day("2026-01-01"))
        #expect(answer.told == ["-a (2026-06-11)", "+b (2026-03-25)", "+c (2026-06-11)"])
        let news = answer.policies[0]
        #expect(news.from?.label == "2025-11-28")
        #expect(news.to?.label == "2026-06-11")
        #expect(news.versions.map(\.label) == ["2026-03-25", "2026-04-08", "2026-06-11"])
        #expect(news.notes == [.nothingNew(label: "2026-04-08")])
    }

    @Test func `what is upcoming is told apart, with what it will change`() throws {
        let news = try Chronicle(Self.source).since(day("2026-07-01")).policies[0]
        #expect(news.comparison.changes.isEmpty && news.versions.isEmpty)
        #expect(news.upcoming.map(\.version.label) == ["2099-01-01"])
        #expect(news.upcoming[0].version.state == .upcoming)
        #expect(news.upcoming[0].comparison.changes.map(\.summary) == ["+d"])
    }

    @Test func `since a day counts what took effect on it; until a day does too`() throws {
        let chronicle = Chronicle(Self.source)
        #expect(try chronicle.since(day("2026-03-25"), until: day("2026-03-25")).told == ["+b (2026-03-25)"])
        #expect(try chronicle.since(day("2026-03-26"), until: day("2026-04-01")).told == [])
        #expect(try chronicle.since(day("2026-03-01"), until: day("2026-03-24")).told == [])
    }

    @Test func `before the first version there is none`() throws {
        let news = try Chronicle(Self.source).since(day("2020-01-01"), until: day("2026-02-01")).policies[0]
        #expect(news.from == nil)
        #expect(news.to?.label == "2025-11-28")
        #expect(news.notes == [.new])
        #expect(news.comparison.changes.isEmpty)
        #expect(news.isSubstantive)
    }

    @Test func `A to B to A is nothing`() throws {
        let source = InMemorySource(
            .documents, "Terms",
            [
                Record("2026-01-01", text: "a"), Record("2026-02-01", text: "b"), Record("2026-03-01", text: "a"),
                Record("2026-04-01", text: "c"), Record("2026-05-01", text: "a"),
            ])
        let news = try Chronicle(source).since(day("2026-01-15")).policies[0]
        #expect(news.comparison.changes.isEmpty)
        #expect(news.notes == [.changedBackAndForth(times: 2)])
        #expect(news.versions.count == 4)
        #expect(!news.isSubstantive)
    }

    @Test func `a version that no comparison tells from the one before is published again, not changed`() throws {
        let source = InMemorySource(
            .documents, "Terms",
            [Record("2026-01-01", text: "a"), Record("2026-02-01", text: "a\n"), Record("2026-03-01", text: "a\n\n")])
        let news = try Chronicle(source).since(day("2026-01-15")).policies[0]
        #expect(news.notes == [.republished(versions: 2)])
    }

    @Test func `a change that went and came back was brought by its latest coming`() throws {
        let source = InMemorySource(
            .documents, "Terms",
            [
                Record("2026-01-01", text: "a"), Record("2026-02-01", text: "a\nb"), Record("2026-03-01", text: "a"),
                Record("2026-04-01", text: "a\nb"), Record("2026-05-01", text: "a\nb\nc"),
            ])
        #expect(try Chronicle(source).since(day("2026-01-15")).told == ["+b (2026-04-01)", "+c (2026-05-01)"])
    }

    @Test func `a policy without a version in the window is unchanged, and the answer says how far it reaches`() throws
    {
        let source = InMemorySource(
            .documents, [("A", [], [Record("2026-01-01", text: "a")]), ("B", [], [Record("2026-03-01", text: "b")])])
        let answer = try Chronicle(source).since(day("2026-02-01"))
        #expect(answer.unchanged.map(\.text) == ["A"])
        #expect(answer.policies.map(\.policy.id.text) == ["B"])
        #expect(answer.newestRecorded?.description == "2026-03-01T00:00:00Z")
        #expect(answer.until.description == "2030-01-01")
    }

    @Test func `a policy that ended, came back or was renamed says so`() throws {
        let source = InMemorySource(
            .documents,
            [
                ("Ended", [], [Record("2026-01-01", text: "a"), Record("2026-02-01", text: nil)]),
                (
                    "New name", ["Old name"],
                    [Record("2026-01-01", path: "Old name.md", text: "a"), Record("2026-02-01", text: "a")]
                ),
                (
                    "Returned", [],
                    [Record("2025-01-01", text: "a"), Record("2025-02-01", text: nil), Record("2026-02-01", text: "b")]
                ),
            ])
        let answer = try Chronicle(source).since(day("2026-01-15"))
        #expect(answer.policies[0].notes == [.ended(civil("2026-02-01"))])
        #expect(answer.policies[0].to == nil)
        #expect(answer.policies[0].isSubstantive)
        #expect(answer.policies[1].notes == [.renamed(from: "Old name"), .republished(versions: 1)])
        #expect(!answer.policies[1].isSubstantive)
        guard case .returned(let last) = answer.policies[2].notes.first else {
            Issue.record("\(answer.policies[2].notes)")
            return
        }
        #expect(last.label == "2025-01-01")
    }

    @Test func `a correction recorded in the window is news, though its version is in force since long`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", effective: "2026-01-01", text: "a"),
                Record("2026-05-01", label: "1", effective: "2026-01-01", text: "b"),
            ])
        let news = try Chronicle(source).since(day("2026-04-01")).policies[0]
        #expect(news.comparison.changes.map(\.summary) == ["-a", "+b"])
        #expect(news.from?.state == .corrected)
        #expect(news.to?.state == .inForce)
        #expect(news.versions.flatMap(\.marks) == [.correction])
        #expect(try Chronicle(source).since(day("2026-05-02")).unchanged == ["p"])
    }

    @Test func `a postponement recorded in the window is news, with both days`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", effective: "2026-01-01", text: "a"),
                Record("2026-02-01", label: "2", effective: "2026-04-01", text: "b"),
                Record("2026-03-20", label: "2", effective: "2026-07-01", text: "b"),
            ])
        let news = try Chronicle(source).since(day("2026-03-15"), until: day("2026-05-01")).policies[0]
        #expect(news.comparison.changes.map(\.kind) == ["effective-date-postponed"])
        let sentence = news.comparison.changes[0].summary
        #expect(sentence.contains("2026-04-01") && sentence.contains("2026-07-01"))
        #expect(news.to?.label == "1")
        #expect(news.upcoming.map(\.version.label) == ["2"])
        let effect = try Chronicle(source).since(day("2026-05-01"), until: day("2026-07-01"))
        #expect(effect.told == ["-a (2)", "+b (2)"])
    }

    @Test func `a version taken back in the window is news`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", effective: "2026-01-01", text: "a"),
                Record("2026-02-01", label: "2", effective: "2026-04-01", text: "b"),
                Record("2026-03-20", label: "2", effective: "2026-04-01", withdrawn: true, text: "b"),
            ])
        let news = try Chronicle(source).since(day("2026-03-15")).policies[0]
        #expect(news.comparison.changes.map(\.kind) == ["version-withdrawn"])
        #expect(news.to?.label == "1")
    }

    @Test func `a version recorded in the window that took effect before it is named, though not counted`() throws {
        let answer = try Chronicle(Self.source).since(day("2026-03-26"), until: day("2026-04-01"))
        #expect(answer.policies.isEmpty)
        #expect(answer.unchanged == ["p"])
        #expect(answer.recordedLate.map(\.label) == ["2026-03-25"])
        #expect(try Chronicle(Self.source).since(day("2026-01-01")).recordedLate.isEmpty)
    }

    @Test func `since after until is refused; a future since is not`() throws {
        let chronicle = Chronicle(Self.source)
        for (since, until) in [
            (day("2026-03-26"), day("2026-03-25")), (moment("2026-03-26T00:00:00Z"), day("2026-03-25")),
            (day("2026-03-26"), moment("2026-03-25T23:59:59Z")),
        ] {
            let error = #expect(throws: QueryError.self) { try chronicle.since(since, until: until) }
            #expect(error?.code == .reversed)
        }
        let future = try chronicle.since(day("2098-01-01"))
        #expect(future.until.description == "2098-01-01")
        #expect(future.policies[0].upcoming.count == 1)
        #expect(try chronicle.since(day("2100-01-01")).unchanged == ["p"])
    }

    @Test func `asked ahead, the answer says so, and what is upcoming is no news of the window`() throws {
        let chronicle = Chronicle(Self.source)
        let ahead = try chronicle.since(day("2098-01-01"))
        #expect(ahead.askedAhead == civil("2030-01-01"))
        #expect(ahead.reach == (news: 0, upcoming: 1))
        #expect(try chronicle.since(day("2026-07-01")).reach == (news: 0, upcoming: 1))
        #expect(try chronicle.since(day("2026-06-01")).reach == (news: 1, upcoming: 0))
        #expect(try chronicle.since(day("2026-07-01")).askedAhead == nil)
    }

    @Test func `in a shallow clone what its oldest commit holds is not called new`() throws {
        let records = [Record("2026-02-01", text: "a"), Record("2026-03-01", text: "b")]
        let source = InMemorySource(
            .documents, [("First", [], records), ("Second", [], [Record("2026-04-01", text: "a")])], isShallow: true)
        let answer = try Chronicle(source).since(day("2026-01-01"))
        #expect(answer.policies.map(\.notes) == [[.cutOff(civil("2026-02-01"))], [.new]])
        let refusal = #expect(throws: QueryError.self) {
            try Chronicle(source).show(policy: "First", at: day("2026-01-01"))
        }
        #expect(refusal?.hint?.contains("ends at") == true)
    }

    @Test func `a policy that was deleted and created again with the same text did not change back and forth`() throws {
        let source = InMemorySource(
            .documents, "Terms",
            [
                Record("2026-01-01", text: "a"), Record("2026-02-01", text: "b"), Record("2026-03-01", text: nil),
                Record("2026-04-01", text: "b"),
            ])
        let chronicle = Chronicle(source)
        #expect(
            try chronicle.since(day("2026-02-15")).policies.map(\.notes) == [
                [.interrupted(ended: civil("2026-03-01"), back: civil("2026-04-01"))]
            ])
        let refusal = #expect(throws: QueryError.self) { try chronicle.show(policy: "Terms", at: day("2026-03-15")) }
        #expect(
            refusal?.hint == "It had ended: its text was deleted on 2026-03-01; its last version was 2026-02-01.")
    }

    @Test func `an unknown policy is refused with the nearest names`() {
        let source = InMemorySource(
            .documents,
            [
                ("Le Chat/Terms", [], [Record("2026-01-01", text: "a")]),
                ("Other", [], [Record("2026-01-01", text: "a")]),
            ])
        let error = #expect(throws: QueryError.self) {
            try Chronicle(source).since(day("2026-01-01"), policies: ["Le Chat/Term"])
        }
        #expect(error?.code == .unknownPolicy)
        #expect(error?.message.contains("Le Chat/Term") == true)
        #expect(error?.hint?.contains("\"Le Chat/Terms\"") == true)
    }

    @Test func `the answer does not depend on how the work is run`() throws {
        let records = (1...9).map { Record("2026-01-0\($0)", text: "a\($0)") }
        let source = InMemorySource(.documents, (0..<50).map { ("P\($0)", [], records) })
        let backwards = Chronicle(
            source: source, now: Now(Instant(secondsSinceEpoch: 1_900_000_000)), compare: compareClauses,
            perform: { count, work in for index in (0..<count).reversed() { work(index) } })
        let forwards = Chronicle(
            source: source, now: Now(Instant(secondsSinceEpoch: 1_900_000_000)), compare: compareClauses)
        #expect(try backwards.since(day("2026-01-05")) == forwards.since(day("2026-01-05")))
    }
}

/// What a reader is told of time itself: bounds, gaps, what was known, what is told twice.
@Suite struct SinceBoundsTests {
    typealias Record = InMemorySource.Record

    private static let source = InMemorySource(
        .native,
        [
            ("early", [], [Record("2020-01-01", label: "1", effective: "2020-01-01", text: "a")]),
            (
                "late", [],
                [
                    Record("2026-01-01", label: "1", effective: "2026-02-01", text: "a"),
                    Record("2026-05-01", label: "2", effective: "2026-09-01", published: "2026-05-02", text: "a\nb"),
                ]
            ),
        ])

    @Test func `before anything was recorded nothing is known, and nothing is said of it`() throws {
        let chronicle = Chronicle(Self.source)
        let answer = try chronicle.since(day("2010-01-01"), knownAt: day("2015-01-01"))
        #expect(answer.policies.isEmpty && answer.unchanged.isEmpty)
        #expect(answer.newestRecorded == nil)
        #expect(try chronicle.log(knownAt: day("2015-01-01")).entries.isEmpty)
        #expect(try chronicle.policies(knownAt: day("2015-01-01")).entries.isEmpty)
        for ask in [
            { try chronicle.show(policy: "late", knownAt: day("2015-01-01")) as Any },
            { try chronicle.diff(policy: "late", knownAt: day("2015-01-01")) as Any },
            { try chronicle.blame(policy: "late", knownAt: day("2015-01-01")) as Any },
            { try chronicle.history(policy: "late", of: .match("a"), knownAt: day("2015-01-01")) as Any },
        ] {
            let error = #expect(throws: QueryError.self) { _ = try ask() }
            #expect(error?.message == "Nothing of late had been recorded by 2015-01-01.")
            #expect(error?.hint == "Its first record is of 2026-01-01.")
        }
    }

    @Test func `an answer as known then is bounded by the newest record of then`() throws {
        let answer = try Chronicle(Self.source).since(day("2026-03-01"), knownAt: day("2026-03-01"))
        #expect(answer.newestRecorded?.utcDay == civil("2026-01-01"))
        #expect(answer.unchanged.map(\.text) == ["early", "late"])
        #expect(try Chronicle(Self.source).since(day("2026-03-01")).newestRecorded?.utcDay == civil("2026-05-01"))
    }

    @Test func `a policy that had not begun by the end is named with its first version`() throws {
        let answer = try Chronicle(Self.source).since(day("2025-01-01"), until: day("2025-12-31"), policies: ["late"])
        #expect(answer.unchanged.map(\.text) == ["late"])
        #expect(answer.notBegun.map(\.label) == ["1"])
    }

    @Test(arguments: [Axis.published, .recorded])
    func `on other axes what is upcoming is told once, among the changes`(axis: Axis) throws {
        let chronicle = Chronicle(Self.source, now: "2026-06-01T00:00:00Z")
        let news = try #require(try chronicle.since(day("2026-05-01"), policies: ["late"], axis: axis).policies.first)
        #expect(news.comparison.changes.map(\.summary) == ["+b"])
        #expect(news.upcoming.map(\.isListed) == [true])
        // Announced before the window, it is no change of it, and told as upcoming in full.
        let later = try #require(try chronicle.since(day("2026-05-10"), policies: ["late"], axis: axis).policies.first)
        #expect(later.comparison.changes.isEmpty)
        #expect(later.upcoming.map(\.isListed) == [false])
    }

    @Test func `a policy deleted and created again in the window is told so, with what differs`() throws {
        let source = InMemorySource(
            .documents, "Terms",
            [
                Record("2026-01-01", text: "a"), Record("2026-02-01", text: nil), Record("2026-03-01", text: "a\nb"),
            ])
        let answer = try Chronicle(source).since(day("2026-01-15"))
        #expect(answer.told == ["+b (2026-03-01)"])
        #expect(
            answer.policies[0].notes == [.interrupted(ended: civil("2026-02-01"), back: civil("2026-03-01"))])
        let both = try Chronicle(source).since(day("2025-01-01"), until: day("2026-02-15"))
        #expect(both.policies[0].notes == [.new, .ended(civil("2026-02-01"))])
    }

    @Test func `log compares with the version before that was not taken back, and tells what became of the dates`()
        throws
    {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", effective: "2026-01-01", text: "a"),
                Record("2026-02-01", label: "2", effective: "2026-03-01", text: "a\nbad"),
                Record("2026-02-10", label: "2", effective: "2026-03-01", withdrawn: true, text: "a\nbad"),
                Record("2026-04-01", label: "3", effective: "2026-05-01", text: "a\nb"),
                Record("2026-04-10", label: "3", effective: "2026-06-01", text: "a\nb"),
            ])
        func told(all: Bool) throws -> [String] {
            let entry = try Chronicle(source).log(all: all, changes: true).entries[0]
            return zip(entry.versions, entry.changes).map { version, comparison in
                "\(version.label) \(version.state.rawValue): "
                    + (comparison?.changes.map { $0.kind.hasPrefix("clause") ? $0.summary : $0.kind } ?? ["-"]).joined(
                        separator: " ")
            }
        }
        #expect(
            try told(all: false) == [
                "3 in-force: effective-date-postponed +b", "2 withdrawn: version-withdrawn +bad", "1 superseded: -",
            ])
        #expect(
            try told(all: true) == [
                "3 in-force: effective-date-postponed", "3 postponed: +b", "2 withdrawn: version-withdrawn",
                "2 withdrawn: +bad", "1 superseded: -",
            ])
    }

    @Test(arguments: [
        ("2026-05-15", "2026-07-01", ["new users", "old users"]),
        ("2026-06-15", "2026-07-01", ["old users"]),  // Nothing else happens in it.
        ("2027-02-01", "2027-03-01", []), ("2026-05-15", "2027-03-01", ["new users", "old users"]),
    ])
    func `readers for whom a version takes effect on another day are told so`(
        since: String, until: String, expected: [String]
    ) throws {
        let source = InMemorySource(
            .native, "p",
            [
                InMemorySource.Record("2026-01-01", label: "1", effective: "2026-01-01", text: "a"),
                InMemorySource.Record(
                    "2026-06-01", label: "2", effective: "2026-06-10",
                    audiences: ["new users": "2026-06-02", "old users": "2027-01-15"], text: "b"),
                InMemorySource.Record("2027-01-01", label: "3", effective: "2027-02-01", text: "c"),
            ])
        let news = try Chronicle(source).since(day(since), until: day(until)).policies
        let names = news.flatMap(\.notes).compactMap { if case .audience("2", let name, _) = $0 { name } else { nil } }
        #expect(names.sorted() == expected)
    }
}

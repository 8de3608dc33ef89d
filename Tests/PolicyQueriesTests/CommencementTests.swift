import PolicyDiff
import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyQueries

/// Rules that take effect on days of their own.
@Suite struct CommencementTests {
    typealias Record = InMemorySource.Record

    private static func rule(_ id: String, _ action: String, from day: String? = nil) -> Rule {
        Rule(
            id: id, type: .prohibition, action: action, clause: id, effective: day.flatMap { CivilDate(iso: $0) },
            lines: LineRange(1, 1))
    }

    private static let source = InMemorySource(
        .native, "p",
        [
            Record(
                "2026-01-01", label: "1", effective: "2026-01-01",
                rules: [rule("bots", "run bots"), rule("spam", "send spam")],
                text: "# Bots\nYou must not run bots.\n# Spam\nYou must not send spam."),
            Record(
                "2026-02-01", label: "2", effective: "2026-03-01",
                rules: [
                    rule("bots", "run bots or scripts", from: "2026-05-01"), rule("spam", "send spam or chain letters"),
                    rule("scraping", "scrape pages", from: "2026-02-15"),
                ],
                text:
                    "# Bots\nYou must not run bots or scripts.\n# Spam\nYou must not send spam or chain letters.\n# Scraping\nYou must not scrape pages."
            ),
        ])

    private func binding(_ asked: String) throws -> Commencement? {
        let chronicle = Chronicle(Self.source)
        let history = try chronicle.history(named: "p")
        return try chronicle.timeline(of: history)?.commencement(at: Cut(endOf: civil(asked)))
    }

    @Test(arguments: [
        ("2026-02-14", ["run bots", "send spam"], "Bots Spam"),
        ("2026-02-15", ["run bots", "send spam", "scrape pages"], "Bots Spam Scraping"),
        ("2026-03-01", ["run bots", "send spam or chain letters", "scrape pages"], "Bots Spam Scraping"),
        ("2026-05-01", ["run bots or scripts", "send spam or chain letters", "scrape pages"], "Bots Spam Scraping"),
    ])
    func `in force on a day is told rule by rule, with the clause of each`(
        asked: String, actions: [String], headings: String
    ) throws {
        let binding = try #require(try binding(asked))
        #expect(binding.content.rules?.rules.map(\.action) == actions)
        let document = binding.content.document
        #expect(document.sections.map(\.heading).filter { !$0.isEmpty }.joined(separator: " ") == headings)
        #expect(Set(document.clauses.map(\.text)) == Set(actions.map { "You must not \($0)." }))
        for clause in document.clauses.indices {
            #expect(document.sections[document.clauses[clause].section].clauses.contains(clause))
        }
    }

    @Test func `since tells each rule on its own day, by the version that brought it`() throws {
        let chronicle = Chronicle(Self.source)
        #expect(
            try chronicle.since(day("2026-02-10"), until: day("2026-02-20")).told == ["+You must not scrape pages. (2)"]
        )
        #expect(
            try chronicle.since(day("2026-02-20"), until: day("2026-04-01")).told == [
                "-You must not send spam. (2)", "+You must not send spam or chain letters. (2)",
            ])
        #expect(
            try chronicle.since(day("2026-04-01"), until: day("2026-05-01")).told == [
                "-You must not run bots. (2)", "+You must not run bots or scripts. (2)",
            ])
        #expect(try chronicle.since(day("2026-04-01"), until: day("2026-04-30")).told == [])
        #expect(try chronicle.since(day("2026-05-02")).policies.isEmpty)
    }

    @Test func `what is still to come is told with its day`() throws {
        let news = try #require(
            try Chronicle(Self.source).since(day("2026-02-20"), until: day("2026-04-01")).policies.first)
        #expect(news.upcoming.map(\.rules) == [UpcomingRules(ids: ["bots"], day: civil("2026-05-01"))])
        #expect(news.upcoming[0].comparison.changes.count == 2)
        #expect(
            news.notes.contains(
                .staggered(
                    RuleStanding(
                        rule: "bots", title: nil, label: "2", day: civil("2026-05-01"), isInForce: false, boundBy: "1"))
            ))
        let early = try #require(
            try Chronicle(Self.source).since(day("2026-02-02"), until: day("2026-02-03")).policies.first)
        #expect(early.upcoming.map { $0.rules?.ids ?? [$0.version.label] } == [["scraping"], ["2"], ["bots"]])
    }

    /// Version 2's rule on bots moves from May to September while it is still to come.
    private static let moved = InMemorySource(
        .native, "p",
        [
            Record(
                "2026-01-01", label: "1", effective: "2026-01-01", rules: [rule("bots", "run bots")],
                text: "# Bots\nYou must not run bots."),
            Record(
                "2026-02-01", label: "2", effective: "2026-03-01",
                rules: [rule("bots", "run bots or scripts", from: "2026-05-01")],
                text: "# Bots\nYou must not run bots or scripts."),
            Record(
                "2026-04-10", label: "2", effective: "2026-03-01",
                rules: [rule("bots", "run bots or scripts", from: "2026-09-01")],
                text: "# Bots\nYou must not run bots or scripts."),
        ])

    @Test(arguments: [Axis.effective, .published, .recorded])
    func `a rule's own day that moves is told with both days, once`(axis: Axis) throws {
        let news = try #require(
            try Chronicle(Self.moved).since(day("2026-04-01"), until: day("2026-06-01"), axis: axis).policies.first)
        let moves = news.comparison.changes.filter { $0.kind == "effective-date-postponed" }
        #expect(
            moves.map(\.summary) == [
                "Rule “bots” of version 2 takes effect on 2026-09-01, not on 2026-05-01 as stated before: it was postponed."
            ])
        #expect(moves[0].rule == "bots" && moves[0].introducedIn == "2")
        #expect(!news.comparison.changes.contains { $0.kind == "date-changed" })
        #expect(!news.notes.contains(.republished(versions: 1)))
    }

    @Test func `what is to come, rule by rule, is what was known then`() throws {
        let early = try #require(
            try Chronicle(Self.moved).since(
                day("2026-04-01"), until: day("2026-04-20"), knownAt: day("2026-04-05")
            ).policies.first)
        #expect(early.upcoming.map(\.rules) == [UpcomingRules(ids: ["bots"], day: civil("2026-05-01"))])
        let late = try #require(
            try Chronicle(Self.moved).since(day("2026-04-01"), until: day("2026-04-20")).policies.first)
        #expect(late.upcoming.map(\.rules) == [UpcomingRules(ids: ["bots"], day: civil("2026-09-01"))])
    }

    @Test func `rules ahead of a version that is taken back bind until then`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record(
                    "2026-01-01", label: "1", effective: "2026-01-01", rules: [Self.rule("bots", "run bots")], text: "a"
                ),
                Record(
                    "2026-02-01", label: "2", effective: "2026-12-01",
                    rules: [Self.rule("bots", "run scripts", from: "2026-03-01")], text: "a\nb"),
                Record(
                    "2026-06-01", label: "2", effective: "2026-12-01", withdrawn: true,
                    rules: [Self.rule("bots", "run scripts", from: "2026-03-01")], text: "a\nb"),
            ])
        let chronicle = Chronicle(source)
        let timeline = try #require(try chronicle.timeline(of: try chronicle.history(named: "p")))
        func action(_ asked: String) throws -> [String]? {
            try timeline.commencement(at: Cut(endOf: civil(asked)))?.content.rules?.rules.map(\.action)
        }
        #expect(try action("2026-02-28") == ["run bots"])
        #expect(try action("2026-05-31") == ["run scripts"])
        #expect(try action("2026-06-01") == ["run bots"])
        #expect(try action("2026-12-24") == ["run bots"])
    }

    @Test func `diff by day compares what binds, diff by label what stands`() throws {
        let chronicle = Chronicle(Self.source)
        let byDay = try chronicle.diff(policy: "p", from: "2026-02-01", to: "2026-04-01")
        #expect(!byDay.comparison.changes.contains { $0.summary.contains("scripts") })
        #expect(byDay.comparison.changes.contains { $0.summary.contains("chain letters") })
        let byLabel = try chronicle.diff(policy: "p", from: "1", to: "2")
        #expect(byLabel.comparison.changes.contains { $0.summary.contains("scripts") })
    }

    @Test func `show tells which rules do not bind with their version`() throws {
        let chronicle = Chronicle(Self.source)
        let shown = try chronicle.show(policy: "p", at: day("2026-04-01"))
        #expect(shown.rules.map(\.rule) == ["scraping", "bots"])
        #expect(shown.rules.map(\.isInForce) == [true, false])
        #expect(try chronicle.show(policy: "p", at: day("2026-02-20")).rules.map(\.label) == ["2"])
        #expect(try chronicle.show(policy: "p", version: "1", at: nil).rules.isEmpty)
    }

    @Test func `a rule that is superseded before its day never binds`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", effective: "2026-01-01", rules: [Self.rule("a", "x")], text: "t"),
                Record(
                    "2026-02-01", label: "2", effective: "2026-02-01",
                    rules: [Self.rule("a", "y", from: "2026-06-01")], text: "t"),
                Record(
                    "2026-03-01", label: "3", effective: "2026-03-01", rules: [Self.rule("a", "z", from: "2026-09-01")],
                    text: "t"),
                Record("2026-04-01", label: "4", effective: "2026-12-01", rules: [], text: "t"),
            ])
        let chronicle = Chronicle(source)
        let timeline = try #require(try chronicle.timeline(of: try chronicle.history(named: "p")))
        func action(_ day: String) throws -> String? {
            try timeline.commencement(at: Cut(endOf: civil(day)))?.content.rules?.rules.first?.action
        }
        #expect(try ["2026-02-02", "2026-07-01", "2026-09-01", "2026-12-01"].map(action) == ["x", "x", "z", nil])
    }

    @Test func `a text with a stretch exchanged is whole`() throws {
        let old = InMemorySource.document("# A\na1\na2\n# B\nb1\n# C\nc1")
        let new = InMemorySource.document("# A\nx1\n# D\nd1\nd2")
        let other = try #require(new.piece(at: "a"))
        func lines(_ document: Document) -> [String] {
            document.sections.flatMap { [$0.heading] + document.clauses[$0.clauses].map(\.text) }
        }
        let b = try #require(old.piece(at: "b"))
        let a = try #require(old.piece(at: "a"))
        #expect(lines(old.exchanging(a, for: other, of: new)) == ["", "A", "x1", "B", "b1", "C", "c1"])
        #expect(
            lines(old.exchanging(b, for: new.piece(at: "d"), of: new)) == [
                "", "A", "a1", "a2", "D", "d1", "d2", "C", "c1",
            ])
        #expect(lines(old.exchanging(b, for: nil, of: new)) == ["", "A", "a1", "a2", "C", "c1"])
        let d = try #require(new.piece(at: "d"))
        #expect(
            lines(old.exchanging(old.place(for: d, of: new), for: d, of: new)) == [
                "", "A", "a1", "a2", "D", "d1", "d2", "B", "b1", "C", "c1",
            ])
    }
}

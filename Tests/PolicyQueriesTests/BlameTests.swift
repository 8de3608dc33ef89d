import PolicyModel
@testable import PolicyQueries
import PolicyTestSupport
import Synchronization
import Testing

/// Since which version each part stands, and what became of one part.
@Suite struct BlameTests {
    typealias Record = InMemorySource.Record

    static let fee = "The monthly fee is five euros, payable in advance by card or by bank transfer."
    static let dearer = "The monthly fee is nine euros, payable in advance by card or by bank transfer."
    static let typo = "The monthly fee is nine euros, payable in advance by card or by bank transfer !"
    static let sharing = "You must not share your password with other people, not even for a short while."
    static let closing = "We close accounts that nobody has used for two years, after a reminder by mail."

    static let source = InMemorySource(
        .native, "p",
        [
            Record("2026-01-01", label: "1", effective: "2026-01-01", text: "# Fees\n\(fee)\n# Accounts\n\(sharing)"),
            Record(
                "2026-02-01", label: "2", effective: "2026-02-01", text: "# Fees\n\(dearer)\n# Accounts\n\(sharing)"),
            Record(
                "2026-03-01", label: "3", effective: "2026-03-01",
                text: "# Accounts\n\(sharing)\n\(closing)\n# Fees\n\(typo)"),
            Record("2026-04-01", label: "4", effective: "2099-01-01", text: "# Accounts\n\(closing)\n# Fees\n\(typo)"),
        ])

    private func since(_ blame: Blame) -> [String: String] {
        Dictionary(uniqueKeysWithValues: blame.parts.map { ($0.text, $0.since.label) })
    }

    @Test
    func `a clause stands since its last change in substance; a typo, a move and a reordered section do not count`()
        throws
    {
        let blame = try Chronicle(Self.source).blame(policy: "p")
        #expect(blame.version.label == "3")
        #expect(
            since(blame)
                == ["Accounts": "1", Self.sharing: "1", Self.closing: "3", "Fees": "1", Self.typo: "2"])
        #expect(blame.parts.allSatisfy { $0.wordings.isEmpty })
    }

    @Test func `a policy that was deleted and created again says that it began anew`() throws {
        let source = InMemorySource(
            .documents, "Terms",
            [Record("2026-01-01", text: "a"), Record("2026-02-01", text: nil), Record("2026-03-01", text: "a")])
        let blame = try Chronicle(source).blame(policy: "Terms")
        #expect(blame.first.label == "2026-03-01" && blame.endedBefore == civil("2026-02-01"))
    }

    @Test func `the whole line of wordings leads back to the first one`() throws {
        let blame = try Chronicle(Self.source).blame(policy: "p", wordings: true)
        let part = try #require(blame.parts.first { $0.text == Self.typo })
        #expect(part.wordings.map(\.version.label) == ["3", "2", "1"])
        #expect(part.wordings.map(\.text) == [Self.typo, Self.dearer, Self.fee])
        #expect(part.wordings.map(\.significance) == [.editorial, .material, nil])
    }

    @Test(arguments: [("2026-01-15", "1"), ("2026-02-01", "2"), ("2026-03-31", "2"), ("2099-01-01", "2")])
    func `it can be asked of any day`(asked: String, expected: String) throws {
        let blame = try Chronicle(Self.source).blame(policy: "p", at: day(asked))
        #expect(blame.parts.first { $0.text.hasPrefix("The monthly fee") }?.since.label == expected)
    }

    @Test func `it can be asked of a version that is not yet in force`() throws {
        let blame = try Chronicle(Self.source).blame(policy: "p", version: "4")
        #expect(since(blame)[Self.closing] == "3")
        #expect(since(blame)[Self.sharing] == nil)
    }

    @Test func `what was deleted and created again begins anew`() throws {
        let source = InMemorySource(
            .documents, "Terms",
            [
                Record("2026-01-01", text: Self.fee), Record("2026-02-01", text: nil),
                Record("2026-03-01", text: Self.fee),
            ])
        let blame = try Chronicle(source).blame(policy: "Terms")
        #expect(since(blame) == [Self.fee: "2026-03-01"])
    }

    @Test func `a failed capture makes no clause new`() throws {
        let whole = (0..<60).map { "Clause \($0) says in a few plain words what is to be said of the case \($0)." }
            .joined(separator: "\n")
        let source = InMemorySource(
            .documents, "Terms",
            [
                Record("2026-01-01", text: whole), Record("2026-02-01", text: "Not found"),
                Record("2026-03-01", text: whole + "\n\(Self.fee)"),
            ])
        let blame = try Chronicle(source).blame(policy: "Terms")
        #expect(blame.parts.count == 61)
        #expect(blame.parts.dropLast().allSatisfy { $0.since.label == "2026-01-01" })
        #expect(blame.parts.last?.since.label == "2026-03-01")
    }

    @Test func `rules stand since their own last change`() throws {
        func rule(_ id: String, _ action: String) -> Rule {
            Rule(id: id, type: .prohibition, action: action, lines: LineRange(1, 1))
        }
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", rules: [rule("resale", "resell access")], text: Self.sharing),
                Record(
                    "2026-02-01", label: "2", rules: [rule("bees", "keep bees"), rule("resale", "resell access")],
                    text: Self.sharing),
                Record(
                    "2026-03-01", label: "3",
                    rules: [rule("bees", "keep bees or wasps"), rule("resale", "resell access")], text: Self.sharing),
            ])
        let blame = try Chronicle(source).blame(policy: "p", wordings: true)
        #expect(blame.rules.map(\.rule) == ["bees", "resale"])
        #expect(blame.rules.map(\.since.label) == ["3", "1"])
        #expect(blame.rules[0].wordings.map(\.text) == ["keep bees or wasps", "keep bees"])
    }
}

@Suite struct PartHistoryTests {
    typealias Record = InMemorySource.Record

    private func told(_ history: PartHistory) -> [String] {
        history.entries.map { "\($0.version.label) \($0.event.rawValue)" }
    }

    @Test func `a section's history tells its own versions only, under whatever heading`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                Record("2026-01-01", label: "1", text: "# Fees\n\(BlameTests.fee)\n# Accounts\n\(BlameTests.sharing)"),
                Record(
                    "2026-02-01", label: "2",
                    text: "# Fees\n\(BlameTests.fee)\n# Accounts\n\(BlameTests.sharing)\n\(BlameTests.closing)"),
                Record(
                    "2026-03-01", label: "3",
                    text: "# What it costs\n\(BlameTests.fee)\n# Accounts\n\(BlameTests.sharing)\n\(BlameTests.closing)"
                ),
                Record(
                    "2026-04-01", label: "4",
                    text:
                        "# What it costs\n\(BlameTests.dearer)\n# Accounts\n\(BlameTests.sharing)\n\(BlameTests.closing)"
                ),
            ])
        let chronicle = Chronicle(source)
        #expect(
            try told(chronicle.history(policy: "p", of: .section("fees"))) == ["4 changed", "3 changed", "1 first"])
        #expect(try told(chronicle.history(policy: "p", of: .section("What it costs"))).count == 3)
        #expect(try told(chronicle.history(policy: "p", of: .section("Accounts"))) == ["2 changed", "1 first"])
    }

    @Test
    func `a clause is followed from the words asked for to what it became, and is told when it goes and comes back`()
        throws
    {
        let source = InMemorySource(
            .documents, "Terms",
            [
                Record("2026-01-01", text: BlameTests.sharing),
                Record("2026-02-01", text: "\(BlameTests.sharing)\n\(BlameTests.fee)"),
                Record("2026-03-01", text: "\(BlameTests.sharing)\n\(BlameTests.dearer)"),
                Record("2026-04-01", text: BlameTests.sharing),
                Record("2026-05-01", text: "\(BlameTests.sharing)\n\(BlameTests.dearer)"),
            ])
        let chronicle = Chronicle(source)
        #expect(
            try told(chronicle.history(policy: "Terms", of: .match("FIVE EUROS")))
                == ["2026-04-01 gone", "2026-03-01 changed", "2026-02-01 appeared"])
        #expect(
            try told(chronicle.history(policy: "Terms", of: .match("monthly fee")))
                == ["2026-05-01 returned", "2026-04-01 gone", "2026-03-01 changed", "2026-02-01 appeared"])
        #expect(
            try told(chronicle.history(policy: "Terms", of: .match("monthly fee"), at: day("2026-03-15"))).first
                == "2026-03-01 changed")
    }

    @Test func `a part that no version has is an error that names the nearest`() throws {
        let source = InMemorySource(.native, "p", [Record("2026-01-01", label: "1", text: "# Accounts\nx")])
        let error = #expect(throws: QueryError.self) {
            try Chronicle(source).history(policy: "p", of: .section("Acounts"))
        }
        #expect(error?.hint?.contains("Accounts") == true)
        #expect(error?.code == .unknownPart)
    }

    @Test(arguments: [true, false])
    func `what was found before is told again, and only of the same line`(wordings: Bool) throws {
        let cache = MemoryCache()
        func chronicle(_ source: InMemorySource) -> Chronicle {
            Chronicle(
                source: source, now: Now(civil("2030-01-01").startOfDay), compare: compareClauses, cache: cache)
        }
        let plain = try Chronicle(BlameTests.source).blame(policy: "p", version: "4", wordings: wordings)
        #expect(try chronicle(BlameTests.source).blame(policy: "p", version: "4", wordings: wordings) == plain)
        let count = cache.count
        #expect(try chronicle(BlameTests.source).blame(policy: "p", version: "4", wordings: wordings) == plain)
        #expect(cache.count == count)
        let other = try chronicle(BlameTests.source).blame(policy: "p", version: "3", wordings: !wordings)
        #expect(try other == Chronicle(BlameTests.source).blame(policy: "p", version: "3", wordings: !wordings))
    }
}

/// Keeps results as an index does, in memory.
private final class MemoryCache: ComparisonCache {
    private let results = Mutex<[CacheKey: [UInt8]]>([:])

    var count: Int { results.withLock { $0.count } }

    func kept(_ keys: [CacheKey]) -> [[UInt8]?] { results.withLock { results in keys.map { results[$0] } } }

    func keep(_ bytes: [UInt8], as key: CacheKey) { results.withLock { $0[key] = bytes } }
}

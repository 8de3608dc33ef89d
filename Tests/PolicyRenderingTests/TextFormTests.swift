import PolicyDiff
import PolicyModel
import PolicyQueries
import PolicyTestSupport
import Testing

@testable import PolicyRendering

@Suite struct TextFormTests {
    @Test
    func `a change is one sentence with its direction, before and after, its place and the version that brought it`() {
        let changes = [
            change(
                "deadline-shortened", section: ["Usage Policy", "Refunds", "Time"],
                before:
                    "You may ask for a refund of what you paid in advance within 30 days of the day on which you bought it from us.",
                after:
                    "You may ask for a refund of what you paid in advance within 14 days of the day on which you bought it from us.",
                edits: edits(
                    "You may ask for a refund of what you paid in advance within ", "30", "14",
                    " days of the day on which you bought it from us."),
                summary: "You have less time: 14 days instead of 30 days.", introducedIn: "2"),
            change(
                "contact-changed", .minor, .neutral, section: ["Contact"],
                summary: "Contact: “a@b.example” → “c@d.example”",
                introducedIn: "2", places: 3), change("typo-fixed", .editorial, .neutral, summary: "A typo."),
        ]
        #expect(
            TextForm.difference(difference(changes)) == """
                Usage Policy · usage
                1 → 2, in force since 2026-03-25
                3 changes: 1 material, 1 minor, 1 editorial · stricter for you

                  ▲ stricter  You have less time: 14 days instead of 30 days.
                              − … of what you paid in advance within 30 days of the day on which
                                you …
                              + … of what you paid in advance within 14 days of the day on which
                                you …
                              Refunds › Time · version 2, since 2026-03-25

                  ● neutral   Contact: “a@b.example” → “c@d.example”
                              Contact · in 3 places · version 2, since 2026-03-25 · minor

                  and 1 editorial change of wording or layout (--all lists it)

                """)
    }

    @Test func `all tells editorial changes and whole texts`() {
        let long = (1...100).map { "word\($0)" }.joined(separator: " ")
        let changes = [change(after: long), change("typo-fixed", .editorial, .neutral, summary: "A typo.")]
        let short = TextForm.difference(difference(changes))
        #expect(!short.contains("word100") && !short.contains("A typo."))
        let all = TextForm.difference(difference(changes), options: RenderingOptions(all: true))
        #expect(all.contains("word100") && all.contains("· editorial") && all.contains("A typo."))
    }

    @Test func `a text that the sentence quotes is not repeated, of one quoted in part the rest is shown`() {
        let whole = TextForm.difference(
            difference([change(after: "Do not spam.", summary: "Newly forbidden: “Do not spam.”")]))
        #expect(!whole.contains("+ "))
        let part = TextForm.difference(
            difference([change(after: "Do not spam the other members.", summary: "Newly forbidden: “Do not spam …”")]))
        #expect(part.contains("+ … the other members."))
    }

    @Test func `a text quoted but for its first words and full stop is not repeated`() {
        let told = change(
            after: "You must label every image you made.", summary: "Newly required: “label every image you made”")
        #expect(!TextForm.difference(difference([told])).contains("+ "))
        #expect(
            TextForm.difference(difference([told]), options: RenderingOptions(all: true)).contains("+ You must label"))
    }

    @Test func `an added not is shown on both sides`() {
        let negated = change(
            before: "You may share it.", after: "You may not share it.",
            edits: [WordEdit(.equal, "You may "), WordEdit(.insert, "not "), WordEdit(.equal, "share it.")],
            summary: "Stricter.")
        let text = TextForm.difference(difference([negated]))
        #expect(text.contains("− You may share it."))
        #expect(text.contains("+ You may not share it."))
    }

    @Test func `since answers in groups, with what is upcoming and what stayed`() throws {
        let answer = try chronicle(eventful).since(day("2026-05-15"))
        #expect(
            TextForm.since(answer) == """
                What changed from 2026-05-15 to 2026-12-01, by day of effect: news in 1 of 3
                policies

                Nimbus Rules · nimbus
                2 → 3, in force since 2026-06-01
                3 changes: 1 material, 2 minor · partly unclear which way

                  ▲ stricter  Newly forbidden: “c”
                              Prohibited uses › Security · version 3, since 2026-06-01

                  ? unclear   No longer stated: “B”
                              Prohibited uses › Security · version 3, since 2026-06-01 · minor

                  ? unclear   No longer stated: “a”
                              Prohibited uses › Security · version 3, since 2026-06-01 · minor

                  3: postponed from 2026-05-01 to 2026-06-01.

                  Upcoming: 2099 takes effect on 2099-01-01: 1 material change · stricter for
                    you
                    ▲ stricter  Newly forbidden: “e”

                Unchanged: gone, quiet.

                """)
    }

    @Test(arguments: [
        ("2099-01-02", "2099-01-02 lies ahead (today is 2026-12-01), and nothing is known so far to"),
        ("2098-01-01", "2098-01-01 lies ahead (today is 2026-12-01): what is known so far, by day of"),
        ("2026-11-01", "effect: nothing new, but a\ncoming version in 1"),
    ])
    func `since counts what is upcoming apart from news, and says so where it is asked ahead`(
        since: String, said: String
    ) throws {
        let text = TextForm.since(try chronicle(eventful).since(day(since)))
        #expect(text.contains(said), "\(text)")
        #expect(!text.contains("news in"))
    }

    @Test func `of many policies the most important changes are told and the rest is counted`() throws {
        let records: [InMemorySource.Record] = [
            .init("2026-01-01", text: "a"),
            .init("2026-06-01", text: (1...9).map { "clause \($0)" }.joined(separator: "\n")),
        ]
        let answer = try chronicle(InMemorySource(.documents, (0..<20).map { ("P\($0)", [], records) })).since(
            day("2026-05-01"))
        let short = TextForm.since(answer)
        #expect(short.contains("clause 4”") && !short.contains("clause 5”"))
        #expect(short.contains("and 6 more (--all lists them)"))
        #expect(TextForm.since(answer, options: RenderingOptions(all: true)).contains("clause 9”"))
    }

    @Test func `silent changes and late records are said, in one line however many`() throws {
        let records: [InMemorySource.Record] = (1...9).map {
            .init("2026-0\($0)-02", effective: "2026-01-01", text: "clause \($0)")
        }
        let silent = TextForm.since(
            try chronicle(InMemorySource(.documents, "Terms", records)).since(day("2026-02-01")))
        #expect(
            silent.contains(
                """
                  Changed silently, under the date of an earlier text: 2026-02-02 (dated
                    2026-01-01), 2026-03-02 (dated 2026-01-01), 2026-04-02 (dated 2026-01-01)
                    and 5 more.
                """))
        #expect(!silent.contains("Day of effect unknown"))
        let late = InMemorySource(
            .native, "p",
            [
                .init("2026-01-01", label: "1", effective: "2026-01-01", text: "a"),
                .init("2026-03-01", label: "2", effective: "2026-02-01", text: "b"),
            ])
        #expect(
            TextForm.since(try chronicle(late).since(day("2026-02-15"))).contains(
                "Not counted here, in force before 2026-02-15 but recorded later: p 2 (recorded"))
    }

    @Test func `an empty answer says what it covers`() throws {
        let answer = try chronicle(eventful).since(day("2026-11-01"), policies: ["quiet"])
        #expect(
            TextForm.since(answer)
                == "Nothing changed in quiet between 2026-11-01 and 2026-12-01; the newest record is\nof 2026-09-01.\n")
    }

    @Test func `nothing a policy says reaches the terminal as a command`() {
        let evil = "a\u{1B}[2J\u{9B}31mb\u{202E}c\u{7}d\r\ne\u{2066}f"
        let name = PolicyName(id: PolicyID("id\u{1B}c"), title: evil)
        let hostile = Difference(
            policy: name, from: version(evil, .superseded), to: version(evil, .inForce),
            comparison: Comparison(changes: [
                change(
                    section: [evil, "Sub\u{1B}"], before: evil, after: evil + " new",
                    edits: edits(evil, " x\u{1B}", " new\u{9D}", ""),
                    summary: evil, introducedIn: evil)
            ]))
        for text in [
            TextForm.difference(hostile),
            TextForm.difference(hostile, options: RenderingOptions(color: false, all: true)),
            MarkdownForm.difference(hostile), JSONForm.difference(hostile).text,
        ] {
            #expect(!text.unicodeScalars.contains { $0.isUnsafeOnTerminals })
        }
        let colored = TextForm.difference(hostile, options: RenderingOptions(color: true))
        let commands = colored.split(separator: "\u{1B}").dropFirst().map { $0.prefix { $0 != "m" } }
        #expect(commands.allSatisfy { $0.hasPrefix("[") && $0.dropFirst().allSatisfy { $0.isNumber || $0 == ";" } })
    }

    @Test(arguments: [40, 60, 80, 120])
    func `lines keep to the width`(width: Int) throws {
        let long = String(repeating: "unbreakable", count: 20) + " 漢字" + String(repeating: "漢", count: 90)
        let changes = [change(section: [long, long], before: "old", after: long, summary: long, introducedIn: "2")]
        let text = TextForm.difference(difference(changes, title: long), options: RenderingOptions(width: width))
        #expect(text.split(separator: "\n").allSatisfy { $0.columns <= width })
        let since = TextForm.since(
            try chronicle(eventful).since(day("2026-01-15")), options: RenderingOptions(width: width))
        #expect(since.split(separator: "\n").allSatisfy { $0.columns <= width })
    }

    @Test func `colour marks what the words already say`() {
        let plain = TextForm.difference(difference([change(after: "x")]))
        let colored = TextForm.difference(difference([change(after: "x")]), options: RenderingOptions(color: true))
        #expect(!plain.contains("\u{1B}"))
        var bare = ""
        var isCommand = false
        for character in colored {
            if character == "\u{1B}" { isCommand = true }
            if !isCommand { bare.append(character) }
            if character == "m", isCommand { isCommand = false }
        }
        #expect(bare == plain)
    }

    @Test func `log lists versions newest first with what is odd about them`() throws {
        let log = try chronicle(eventful).log(policies: ["nimbus"])
        #expect(
            TextForm.log(log) == """
                Nimbus Rules · nimbus
                  earlier: nimbus-old
                  version  effective   published   recorded    state
                  2099     2099-01-01  unknown     2026-09-01  upcoming
                  4        2026-08-01  unknown     2026-07-15  withdrawn
                  3        2026-06-01  unknown     2026-04-15  in force; postponed from
                                                               2026-05-01 to 2026-06-01
                  2        unknown     2026-02-01  2026-03-01  superseded; correction: recorded
                                                               again with other text or rules
                  1        2026-01-01  unknown     2026-01-01  superseded

                """)
    }

    @Test func `policies lists what is in force`() throws {
        #expect(
            TextForm.policies(try chronicle(eventful).policies()) == """
                in force             versions  policy
                ended                1         gone
                3, since 2026-06-01  5         nimbus · Nimbus Rules (1 upcoming)
                1                    1         quiet

                """)
    }

    @Test func `show prints one line about the version and its text`() throws {
        let text = TextForm.shown(try chronicle(eventful).show(policy: "nimbus", at: day("2026-02-15")))
        #expect(text.hasPrefix("Nimbus Rules · 2, in force, published 2026-02-01, day of effect unknown"))
        #expect(text.hasSuffix("\n\na\nB\n"))
    }
}

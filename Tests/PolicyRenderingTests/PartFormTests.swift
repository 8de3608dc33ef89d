import PolicyDiff
import PolicyModel
import PolicyQueries
import PolicyTestSupport
import Testing

@testable import PolicyRendering

/// The forms of the answers about versions, parts and figures.
struct PartFormTests {
    private static let fee = "The monthly fee is five euros, payable in advance by card or by bank transfer."
    private static let dearer = "The monthly fee is nine euros, payable in advance by card or by bank transfer."

    static let source = InMemorySource(
        .native, "terms",
        [
            .init(
                "2026-01-01", label: "1", effective: "2026-02-01", published: "2026-01-01", title: "Terms of Lumen",
                rules: [Rule(id: "resale", type: .prohibition, action: "resell access", lines: lines(1))],
                text: "# Fees\n\(fee)\n# Use | <b>\nYou must not resell access."),
            .init(
                "2026-03-01", label: "2", effective: "2026-04-01", published: "2026-03-01", reason: "Dearer.",
                rules: [Rule(id: "resale", type: .prohibition, action: "resell access", lines: lines(1))],
                text: "# Fees\n\(dearer)\n# Use | <b>\nYou must not resell access."),
        ])

    @Test func `blame is one line a part, with its version at the margin`() throws {
        #expect(
            TextForm.blame(try chronicle(Self.source).blame(policy: "terms")) == """
                Terms of Lumen · terms
                2, in force since 2026-04-01 · 2 clauses, 1 rule

                1  Fees
                2  The monthly fee is nine euros, payable in advance by card or by bank transfe…

                1  Use | <b>
                1  You must not resell access.

                   Rules
                1  resale  resell access

                The history starts with 1: what stands since then may be older.

                """)
        let whole = TextForm.blame(try chronicle(Self.source).blame(policy: "terms", wordings: true))
        #expect(whole.contains("1 new: The monthly fee is five euros"))
        let markdown = MarkdownForm.blame(try chronicle(Self.source).blame(policy: "terms"))
        #expect(markdown.contains("| 1 | **Use \\| \\<b\\>** |"))
    }

    @Test func `history tells each version with its change, the oldest with its text`() throws {
        let text = TextForm.history(try chronicle(Self.source).history(policy: "terms", of: .section("Fees")))
        #expect(text.hasPrefix("Terms of Lumen · terms\nThe section “Fees”: changed in 1 of 2 versions\n"))
        #expect(text.contains("2, in force since 2026-04-01: changed\n"))
        #expect(
            text.hasSuffix(
                "  Fees\n  The monthly fee is five euros, payable in advance by card or by bank\n    transfer.\n"))
    }

    @Test func `a changelog has the shape of Keep a Changelog`() throws {
        let log = try chronicle(eventful).log(policies: ["nimbus"], changes: true)
        let page = MarkdownForm.log(log)
        #expect(
            page.hasPrefix("# Changelog: Nimbus Rules\n\n## [2099] - 2099-01-01\n\nTakes effect on 2099-01-01.  \n"))
        #expect(page.contains("\n## [4] - 2026-08-01 [WITHDRAWN]\n"))
        #expect(page.contains("\n### Added\n\n- **stricter**: Newly forbidden: “e”"))
        #expect(page.contains("Postponed from 2026-05-01 to 2026-06-01.  \n"))
        #expect(page.contains("### Changed\n\n- **neutral**: Version 3 takes effect on 2026-06-01, not on 2026-05-01"))
    }

    @Test func `stats has a bar a year, and a row a policy`() throws {
        let text = TextForm.stats(try chronicle(eventful).statistics())
        #expect(text.hasPrefix("3 policies\n7 versions"))
        #expect(text.contains("█"))
        #expect(
            text.contains("\nversions  changes  editorial  silent  notice   policy\n")
                || text.contains("versions  changes"))
        #expect(text.split(separator: "\n").allSatisfy { $0.columns <= 80 })
        let one = TextForm.stats(try chronicle(Self.source).statistics())
        #expect(one.contains("  Notice given, from published to effective: median 31 days, of 2 versions\n"))
    }

    @Test func `a drawing is well-formed and lets no title become markup`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                .init("2026-01-01", label: "<1>", effective: "2026-01-01", title: "A & <script>", text: "a"),
                .init("2026-02-01", label: "2", effective: "2099-01-01", text: "b"),
            ])
        let drawing = SVGForm.timelines(try chronicle(source).statistics())
        #expect(drawing.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(drawing.contains("A &amp; &lt;script&gt;"))
        #expect(!drawing.contains("<script"))
        #expect(drawing.contains("class=\"upcoming\" cx=\"936\""))
        var open: [Substring] = []
        for piece in drawing.split(separator: "<").dropFirst(drawing.hasPrefix("<") ? 0 : 1) {
            let tag = piece.prefix { $0 != ">" }
            if tag.hasPrefix("/") {
                #expect(open.popLast() == tag.dropFirst())
            } else if !tag.hasSuffix("/") {
                open.append(tag.prefix { $0 != " " })
            }
        }
        #expect(open.isEmpty)
    }

    @Test func `every answer's JSON keeps to the schema`() throws {
        let validator = SchemaValidator(root: JSONSchemas.changes)
        for (policy, source) in [("terms", Self.source), ("nimbus", eventful)] {
            let chronicle = chronicle(source)
            let answers: [JSON] = [
                JSONForm.blame(try chronicle.blame(policy: policy, wordings: true)),
                JSONForm.history(try chronicle.history(policy: policy, of: .match("a"))),
                JSONForm.log(try chronicle.log()), JSONForm.log(try chronicle.log(all: true, changes: true)),
                JSONForm.shown(try chronicle.show(policy: policy)), JSONForm.policies(try chronicle.policies()),
                JSONForm.stats(try chronicle.statistics()),
            ]
            for answer in answers { #expect(validator.violations(of: answer) == [], "\(answer.text.prefix(200))") }
        }
    }
}

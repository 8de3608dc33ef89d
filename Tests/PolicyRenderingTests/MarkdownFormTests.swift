import PolicyDiff
import PolicyModel
import PolicyQueries
import Testing

@testable import PolicyRendering

@Suite struct MarkdownFormTests {
    @Test(arguments: [
        ("plain words, and more.", "plain words, and more."), ("# Heading", "\\# Heading"),
        ("**bold** _it_ `code`", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\`"),
        ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"), ("&amp; & co", "\\&amp; \\& co"),
        ("1. one", "1\\. one"), ("2) two", "2\\) two"), ("- item", "\\- item"), ("+ item", "\\+ item"),
        ("a - b", "a - b"),
        ("| a | b |", "\\| a \\| b \\|"), ("mailto:a@b.example", "mailto\\:a@b.example"),
        ("see https://evil.example", "see https\\://evil.example"),
        ("www.evil.example", "www\\.evil.example"), ("covers:\none\ntwo", "covers: one; two"),
        ("~~gone~~", "\\~\\~gone\\~\\~"),
        ("![x](y)", "\\!\\[x\\](y)"), ("at 10:30", "at 10:30"), ("back\\slash", "back\\\\slash"), ("=====", "\\====="),
        ("a\u{1B}[2Jb", "a\u{FFFD}\\[2Jb"),
    ])
    func `policy text is shown as it stands and does nothing`(text: String, expected: String) {
        #expect(markdownEscaped(text) == expected)
    }

    @Test(arguments: [("id", "`id`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("a\nb", "`a b`")])
    func `a code span cannot be left`(text: String, expected: String) { #expect(MarkdownForm.code(text) == expected) }

    @Test func `a change is a list item with its sides below it`() {
        let changes = [
            change(
                "deadline-shortened", before: "Within 30 days.", after: "Within 14 days.",
                edits: edits("Within ", "30", "14", " days."), summary: "You have less time.", introducedIn: "2"),
            change("typo-fixed", .editorial, .neutral),
        ]
        #expect(
            MarkdownForm.difference(difference(changes)) == """
                # Usage Policy

                `usage`

                1 → 2, in force since 2026-03-25

                2 changes: 1 material, 1 editorial · stricter for you

                - **▲ stricter**: You have less time.
                  - Before: Within <del>30</del> days.
                  - After: Within <ins>14</ins> days.
                  - Prohibited uses › Security · version 2, since 2026-03-25
                - and 1 editorial change of wording or layout

                """)
    }

    @Test func `since has a section a policy`() throws {
        let text = MarkdownForm.since(try chronicle(eventful).since(day("2026-05-15")))
        #expect(
            text.hasPrefix(
                "# What changed from 2026-05-15 to 2026-12-01\n\n## Nimbus Rules\n\n`nimbus`\n\n2 → 3, in force since 2026-06-01"
            ))
        #expect(text.contains("- **▲ stricter**: Newly forbidden: “c”\n"))
        #expect(text.contains("**Upcoming:** 2099 takes effect on 2099-01-01"))
        #expect(text.hasSuffix("Unchanged: gone, quiet.\n"))
    }
}

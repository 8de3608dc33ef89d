import PolicyModel
import PolicyParsing
import Testing

@Suite("Markdown")
struct MarkdownTests {
    private func document(_ text: String) -> Document {
        parseDocument(Array(text.utf8), path: "a.md", layout: .documents).document
    }

    private func clause(_ text: String) -> Clause? { document(text).clauses.first }

    @Test(
        "a clause is the text that a reader sees",
        arguments: [
            ("Hard\nwrapped  \nlines\\\nand<br>breaks", "Hard wrapped lines and breaks"),
            ("**Bold**, _it_ and ~~gone~~ `code  x`", "Bold, it and gone code x"),
            ("a\\*b\\* &amp; &copy; &#169; &eacute; &hearts;", "a*b* & © © é ♥"),
            ("[\\[email protected\\]](/cdn-cgi/l/email-protection#1)", "[email protected]"),
            ("See [our *terms*](https://a.b/c \"title\").", "See our terms."),
            ("![A logo](logo.png) Text", "A logo Text"),
            ("Write to <me@a.org> or <https://a.org>", "Write to me@a.org or https://a.org"),
            ("https://a.org/_x_y_z and www.a.org/__b__", "https://a.org/_x_y_z and www.a.org/__b__"),
            ("<span class=\"a\">In</span> <b>tags</b><!-- not this -->", "In tags"),
            ("snake_case_word and 2*3*4", "snake_case_word and 234"),
            ("1986\\. A year", "1986. A year"),
            ("[not a link] and [x][y] (z)", "[not a link] and [x][y] (z)"),
            ("\u{A0}\u{200B}text\u{A0}", "text"),
            ("“**we**”, “_us_”", "“we”, “us”"),
            ("a [^1] note", "a [^1] note"),
            ("Placeholders {name} and {{ name }}", "Placeholders {name} and {{ name }}"),
        ])
    func text(source: String, text: String) {
        #expect(clause(source)?.text == text)
        #expect(document("* \(source.replacing("\n", with: "\n  "))").clauses.first?.text == text, "in an item")
    }

    @Test("marked-up stretches are told by the bytes they cover")
    func spans() {
        let spans = clause("É **bold *both*** [link](u) ![pic](p) `code` ~~no~~ https://a.org")?.spans
        #expect(
            spans == [
                Span(.strong, bytes: 3..<12), Span(.emphasis, bytes: 8..<12), Span(.link(target: "u"), bytes: 13..<17),
                Span(.image(source: "p"), bytes: 18..<21), Span(.code, bytes: 22..<26),
                Span(.strikethrough, bytes: 27..<29),
            ])
        #expect(clause("**a**")?.spans == [Span(.strong, bytes: 0..<1)])
        #expect(clause("x ** a ** [ b ](c)")?.spans == [Span(.link(target: "c"), bytes: 10..<11)])
    }

    @Test(
        "a link that only repeats its own address is no span",
        arguments: ["<https://a.org>", "https://a.org", "[a@b.org](mailto:a@b.org)", "www.a.org"])
    func ownTarget(source: String) {
        #expect(clause(source)?.spans == [])
    }

    @Test("link targets are found wherever they are defined")
    func references() {
        let text =
            "See [the Terms][t] and [Other].\n\n# H\n\n* [other] item\n\n[t]: https://a.org/t\n[OTHER]: <https://a.org/o> 'Title'\n"
        let clauses = document(text).clauses
        #expect(clauses.map(\.text) == ["See the Terms and Other.", "other item"])
        #expect(clauses[0].spans.map(\.style) == [.link(target: "https://a.org/t"), .link(target: "https://a.org/o")])
        #expect(clauses[1].spans.map(\.style) == [.link(target: "https://a.org/o")])
    }

    @Test("headings of both kinds make sections by their level")
    func sections() {
        let text = "before\n\nTitle\n=====\n\n### Deep ###\n\ndeep\n\nSecond\n------\nsecond\n# Last {#end .x}\n"
        let document = document(text)
        #expect(document.title == "Title")
        #expect(document.sections.map(\.heading) == ["", "Title", "Deep", "Second", "Last"])
        #expect(document.sections.map(\.level) == [0, 1, 3, 2, 1])
        #expect(document.sections.map(\.parent) == [nil, nil, 1, 1, nil])
        #expect(document.sections.map(\.anchor) == [nil, nil, nil, nil, "end"])
        #expect(document.sections.map(\.clauses) == [0..<1, 1..<1, 1..<2, 2..<3, 3..<3])
        #expect(document.sections[1].lines == LineRange(3, 4))
    }

    @Test("a bold line stays a clause")
    func boldLine() {
        #expect(document("**Scope**\n\nText").sections.count == 1)
        #expect(document("**Scope**\n\nText").clauses.map(\.text) == ["Scope", "Text"])
    }

    @Test("items have depth, marker and what leads them")
    func lists() {
        let text = """
            You must not:

            - spam:
              - by mail
              - by
                phone
            - harass

              Really.

              1) first
            + other list

            After.

            * loose
            """
        let clauses = document(text).clauses
        #expect(
            clauses.map(\.text) == [
                "You must not:", "spam:", "by mail", "by phone", "harass", "Really.", "first", "other list", "After.",
                "loose",
            ])
        #expect(
            clauses.map(\.form) == [
                .paragraph, .listItem(depth: 1, marker: "-"), .listItem(depth: 2, marker: "-"),
                .listItem(depth: 2, marker: "-"),
                .listItem(depth: 1, marker: "-"), .paragraph, .listItem(depth: 2, marker: "1)"),
                .listItem(depth: 1, marker: "+"),
                .paragraph, .listItem(depth: 1, marker: "*"),
            ])
        #expect(clauses.map(\.leadIn) == [nil, 0, 1, 1, 0, 4, 5, 0, nil, 8])
        #expect(clauses[3].lines == LineRange(5, 6))
    }

    @Test("a heading ends what a paragraph leads")
    func leadEnds() {
        #expect(document("Lead:\n\n# H\n\n* item").clauses[1].leadIn == nil)
        #expect(document("Lead:\n\n---\n\n* item").clauses[1].leadIn == 0)
    }

    @Test("the number of an item that begins with a heading belongs to the heading")
    func numberedHeading() {
        let document = document("1.  ## Scope\n\n    Text.\n\n2.  ## End\n")
        #expect(document.sections.map(\.heading) == ["", "1. Scope", "2. End"])
        #expect(document.clauses.map(\.text) == ["Text."])
        #expect(document.clauses[0].section == 1)
    }

    @Test("rows of a table are clauses that the header leads")
    func tables() {
        let clauses = document("| Right | How |\n| --- | :-: |\n| **Access** | a \\| b |\n| | |\n| x |\n").clauses
        #expect(clauses.map(\.text) == ["Right | How", "Access | a | b", "x |"])
        #expect(clauses.map(\.form) == [.tableRow(header: true), .tableRow(header: false), .tableRow(header: false)])
        #expect(clauses.map(\.leadIn) == [nil, 0, 0])
        #expect(clauses.map(\.lines) == [LineRange(1, 1), LineRange(3, 3), LineRange(5, 5)])
    }

    @Test("quotes are paragraphs, code and HTML are kept as they stand")
    func others() {
        let text =
            "> quoted\n> text\n\n```yaml\na:   b\n\nc\n```\n\n    indented\n\n<div class=\"x\"><p>In &amp; out</p>\n<!-- no --></div>\n\nend"
        let clauses = document(text).clauses
        #expect(clauses.map(\.text) == ["quoted text", "a: b c", "indented", "In & out", "end"])
        #expect(clauses.map(\.form) == [.paragraph, .verbatim, .verbatim, .verbatim, .paragraph])
        #expect(clauses.map(\.lines.first) == [1, 4, 10, 12, 15])
    }

    @Test(
        "attribute lists become anchors and leave the text",
        arguments: [
            ("Be kind. {#kind}", "Be kind.", "kind"),
            ("Be kind.\n{: #kind .x datetime=\"2026-01-01\"}", "Be kind.", "kind"),
            ("Be kind.{:#kind}", "Be kind.", "kind"), ("* Be kind. {#kind}", "Be kind.", "kind"),
            ("{#kind}\n\nBe kind.", "Be kind.", "kind"),
            ("<a id=\"kind\"></a>Be kind.", "Be kind.", "kind"),
            ("<a name='kind'></a>\n\nBe kind.", "Be kind.", "kind"),
            ("Be kind. {.wide}", "Be kind.", nil), ("Be {kind}", "Be {kind}", nil),
            ("Be kind {# kind}", "Be kind {# kind}", nil),
        ] as [(String, String, String?)])
    func anchors(source: String, text: String, anchor: String?) {
        #expect(clause(source)?.text == text)
        #expect(clause(source)?.anchor == anchor)
    }

    @Test("a page that puts everything in one list is read as the sections it shows")
    func oneLargeList() {
        var text = "*   Last updated\n\n"
        for number in 0..<600 {
            text +=
                "    ## Heading \(number)\n\n    A paragraph with **bold** text and ~~some~~ more of it.\n\n    *   an item\n\n"
        }
        let document = document(text)
        #expect(document.sections.count == 601)
        #expect(document.clauses.count == 1_201)
        #expect(document.clauses[2].form == .listItem(depth: 2, marker: "*"))
        #expect(document.clauses[2].leadIn == 1)
        #expect(document.sections[600].lines == LineRange(3 + 599 * 6, 3 + 599 * 6))
    }

    @Test("reading on many threads gives what reading on one gives")
    func threads() async {
        // Strikethrough, tables and quotes go to the library, whose extensions share tables between all parsers.
        let text = (0..<40).map {
            "~~gone~~ *www.a.org* https://a.org\n\n> quote ~~x~~\n\n| a | b~~c~~ |\n|---|---|\n| \($0) | d |\n\n"
        }
        .joined()
        let alone = document(text)
        let together = await withTaskGroup(of: Document.self) { group in
            for _ in 0..<16 { group.addTask { self.document(text) } }
            return await group.reduce(into: [Document]()) { $0.append($1) }
        }
        #expect(together.allSatisfy { $0 == alone })
    }

    @Test("a statement is the same whether all of the text is read or only its ends")
    func statements() {
        let date = "Last updated: May 1, 2026\n\n"
        let filler = "Some clause.\n\n* item\n* item\n\n# Heading\n\n"
        for count in [0, 1, 5, 10, 12, 20, 60] {
            let many = String(repeating: filler, count: count)
            for text in [date + many, many + date, many + date + many, many + "Effective date\n\nMay 2, 2026", many] {
                let bytes = Array(text.utf8)
                for layout in Layout.allCases {
                    #expect(
                        parseStatement(bytes, path: "", layout: layout)
                            == parseDocument(bytes, path: "", layout: layout).statement)
                }
            }
        }
    }
}

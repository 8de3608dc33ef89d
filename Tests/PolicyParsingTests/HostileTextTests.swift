import PolicyModel
import PolicyParsing
import PolicyTestSupport
import Testing

/// Text that is broken, or made to be slow: everything is read, in time that grows with the text and no faster.
@Suite("Hostile text", .serialized)
struct HostileTextTests {
    private func parse(_ bytes: [UInt8]) -> ParsedText { parseDocument(bytes, path: "a.md", layout: .documents) }
    private func parse(_ text: String) -> ParsedText { parse(Array(text.utf8)) }
    private func texts(_ text: String) -> [String] { parse(text).document.clauses.map(\.text) }

    @Test("line ends of every kind give the same text on the same lines", arguments: ["\n", "\r\n", "\r"])
    func lineEnds(end: String) {
        let text = ["# Title", "", "One", "two.", "", "* item", "* other", "", "```", "code", "```"].joined(
            separator: end)
        let document = parse(text).document
        #expect(document.sections.map(\.heading) == ["", "Title"])
        #expect(document.clauses.map(\.text) == ["One two.", "item", "other", "code"])
        #expect(document.clauses.map(\.lines) == [LineRange(3, 4), LineRange(6, 6), LineRange(7, 7), LineRange(9, 11)])
    }

    @Test("a byte order mark, NUL and tabs are no obstacle")
    func oddBytes() {
        #expect(parse("\u{FEFF}# Title\n\nText").document.sections.map(\.heading) == ["", "Title"])
        #expect(texts("one\0two") == ["one\u{FFFD}two"])
        #expect(texts("*\tone\n*\ttwo\n\t* nested\n\nend\tof\ttext") == ["one", "two", "nested", "end of text"])
    }

    @Test(
        "bytes that are not UTF-8 are named by offset and line, and the rest is read",
        arguments: [
            ([0xFF], 0), ([0xC3], 0), ([0xE2, 0x82], 0), ([0xED, 0xA0, 0x80], 0), ([0xC0, 0xAF], 0), ([0x80], 0),
        ])
    func notUTF8(bad: [UInt8], within: Int) {
        let parsed = parse(Array("# Title\r\n\r\nA".utf8) + bad + Array(" word".utf8))
        #expect(parsed.findings.map(\.id) == ["text-not-utf8"])
        #expect(parsed.findings[0].severity == .error)
        #expect(parsed.findings[0].message.contains("offset 12") && parsed.findings[0].message.contains("line 3"))
        #expect(
            parsed.document.clauses[0].text.hasPrefix("A\u{FFFD}") && parsed.document.clauses[0].text.hasSuffix(" word")
        )
    }

    @Test(
        "a file without text has no clauses",
        arguments: ["", "\n", "\n\n\n", "   ", "\u{FEFF}", "---", "<!-- nothing -->", "\u{A0}\n\n\u{200B}", "[a]: b"])
    func empty(text: String) {
        #expect(parse(text).document.clauses.isEmpty)
        #expect(parse(text).document.sections.count == 1)
    }

    @Test(
        "a line of many megabytes is one clause",
        arguments: ["many words in a long line without any markup at all, and so on and on ", "*a* "])
    func longLine(word: String) {
        let length = word.contains("*") ? 1_000_000 : 16_000_000
        let time = threadTime {
            let document = parse(String(repeating: word, count: length / word.utf8.count)).document
            #expect(document.clauses.count == 1)
        }
        #expect(time < .seconds(20))
    }

    @Test("lists and quotes nested ten thousand deep keep their text")
    func deep() {
        var list = ""
        for depth in 0..<400 { list += String(repeating: "  ", count: depth) + "* level \(depth)\n" }
        let items = parse(list).document.clauses
        #expect(items.map(\.text).joined(separator: " ").contains("level 399"))
        #expect(items[3].form == .listItem(depth: 4, marker: "*"))
        for marker in ["* ", "> ", "1. ", "- > "] {
            let document = parse(String(repeating: marker, count: 10_000) + "the end").document
            #expect(document.clauses.last?.text.hasSuffix("the end") == true)
        }
    }

    @Test("a hundred thousand headings are sections, in a tree by level")
    func headings() {
        let text = (0..<100_000).map { String(repeating: "#", count: $0 % 6 + 1) + " h\($0)" }.joined(separator: "\n")
        let document = parse(text).document
        #expect(document.sections.count == 100_001)
        #expect(document.path(ofSection: 9) == ["h6", "h7", "h8"])
    }

    @Test("a block that is too much for Markdown is kept as text, and said so")
    func tooLarge() {
        let table = "| a | b |\n|---|---|\n" + String(repeating: "| ~~x~~ | y |\n", count: 10_000)
        let rows = parse(table)
        #expect(rows.findings.isEmpty)
        #expect(rows.document.clauses.count == 10_001)
        #expect(rows.document.clauses[9_999].leadIn == 0)
        #expect(rows.document.clauses[9_999].lines == LineRange(10_001, 10_001))
        let header = "|" + String(repeating: "a|", count: 20_000) + "\n|" + String(repeating: "-|", count: 20_000)
        let wide = parse(header + "\n| x |\n\nafter")
        #expect(wide.findings.map(\.id) == ["block-too-large"])
        #expect(wide.findings[0].place?.lines == LineRange(1, 3))
        #expect(wide.document.clauses.contains { $0.form == .verbatim && $0.text.contains("x") })
        #expect(wide.document.clauses.last?.text == "after")
    }

    /// Shapes that make one algorithm or another take more than linear time.
    static let shapes: [(name: String, repeated: String)] = [
        ("open links", "["), ("images in links", "![[]()"), ("links in links", "[a]("), ("closed brackets", "]"),
        ("both brackets", "[]"),
        ("nested brackets", "[[a]"), ("emphasis", "*a "), ("strong and emphasis", "**a *b_ "),
        ("underscores", "_a__b "),
        ("emphasis closers", "a* "), ("long runs", "****a"), ("code", "`a``b```c "), ("backticks", "`"),
        ("instructions", "a <?"),
        ("declarations", "a <!A "), ("sections", "a <![CDATA["), ("comments", "a <!-- "), ("tags", "<a x=\""),
        ("closing tags", "</a "),
        ("autolinks", "<http:"), ("entities", "&a"), ("entities with end", "&amp;"), ("unknown entities", "&abc; "),
        ("addresses", "http://a.b/("),
        ("hosts", "www.a_b."), ("titles", "[a](b \""), ("parentheses", "(((("), ("titles in parentheses", "[a](b (c "),
        ("escapes", "\\*\\["),
        ("strikethrough", "~~a "), ("attribute lists", "{#a "), ("table rows", "|\n"), ("tables", "|a|\n|-|\n"),
        ("wide rows", "a|b|c|d\n-|-|-|-\n"),
        ("quotes", "> "), ("quote lines", "> a\n"), ("lazy quotes", "> a\nb\n"), ("items", "* "),
        ("item lines", "* a\n"),
        ("items apart", "* a\n\n"), ("ordered items", "1. a\n2. b\n"), ("items with quotes", "* > a\n"),
        ("items with code", "* ```\n"),
        ("nested items", "* a\n  * b\n    * c\n"), ("headings", "# a\n"), ("underlined headings", "a\n===\n"),
        ("rules", "---\n"), ("fences", "```\n"),
        ("html", "<div>\n"), ("html blocks", "<div>\n\n"), ("definitions", "[a]: b\n"),
        ("many definitions", "[a]: b\n\n[a][b]\n\n"),
        ("footnotes", "[^a]: b\n\nc[^a]\n\n"), ("blank lines", "\n"), ("indented code", "    a\n\n"),
        ("front matter", "---\na: b\n"),
        ("unclosed", "<script>\n"), ("hard breaks", "a  \n"), ("spaces", "    "), ("tabs", "\t"),
    ]

    @Test("time grows with the text and no faster", arguments: shapes)
    func linear(name: String, repeated: String) {
        func seconds(_ count: Int) -> Double {
            let bytes = Array(String(repeating: repeated, count: count / repeated.utf8.count).utf8)
            return threadTime { #expect(parse(bytes).document.sections.count > 0) } / .seconds(1)
        }
        // Other work on the machine slows memory, too: the best of several counts. Below some milliseconds the clock says nothing.
        // Both sizes lie beyond what cmark-gfm is given at a time.
        var (small, large) = (Double.infinity, Double.infinity)
        for _ in 0..<8 {
            small = min(small, seconds(40_000))
            large = min(large, seconds(80_000))
            if large < max(small, 0.1) * 2.6 { return }
        }
        Issue.record("\(name): \(small) s, then \(large) s")
    }

    @Test(
        "hostile shapes behind definitions and inside items and quotes take no longer",
        arguments: ["![[]()", "[a](", "a <?", "*a ", "[a]"])
    func linearInside(shape: String) {
        let many = String(repeating: shape, count: 100_000 / shape.utf8.count)
        let time = threadTime {
            for frame in ["[a]: b\n\n\(many)", "* \(many)\n* ~~x~~", "> \(many)", "1. \(many)\n\n   ## h\n"] {
                _ = parse(frame)
            }
        }
        #expect(time < .seconds(8))
    }
}

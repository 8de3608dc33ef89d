import CCommonMark
import PolicyModel
import Testing

@testable import PolicyParsing

/// The readers of this room against the library that they stand in for: on texts made at random from what Markdown is made of.
@Suite("Against cmark-gfm")
struct AgainstCommonMarkTests {
    /// Numbers that look random and are the same each time.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static let pieces = [
        "word", "Word", "we", "é", "日本", "2026", "https://a.org/x_y", "www.a.org", "a@b.org", " ", "  ", "\n", "\n",
        ".", ",", ":", "!", "(", ")",
        "*", "**", "***", "_", "__", "`", "``", "[", "]", "](u)", "](u \"t\")", "](<u v>)", "![", "\\*", "\\", "&amp;",
        "&nbsp;", "&#33;", "&x;", "&",
        "<b>", "</b>", "<br>", "<a href=\"x\">", "<", ">", "<!-- c -->", "<https://a.org>", "~~", "“", "”", "—", "'",
        "\"", "{", "}", "[x]", "\u{A0}",
    ]

    private static let starts = [
        "", "", "", "* ", "*   ", "- ", "+ ", "1. ", "2) ", "10. ", "  ", "    ", "  * ", "    * ", "> ", "# ", "### ",
        "```\n", "~~~", "| ", "|---|\n",
        "===\n", "---\n", "***\n", "<div>\n", "</div>\n", "<!--", "-->\n", "\t", "* * ", "1. - ", "[x]: /u\n", "\n",
        "\n", "\n", "\n\n",
    ]

    private func text(_ seed: Int, blocks: Bool) -> String {
        var numbers = Numbers(state: UInt64(seed))
        var text = ""
        for _ in 0..<Int.random(in: 1...(blocks ? 12 : 1), using: &numbers) {
            if blocks { text += Self.starts.randomElement(using: &numbers) ?? "" }
            for _ in 0..<Int.random(in: 1...(blocks ? 5 : 14), using: &numbers) {
                let isWord = Int.random(in: 0..<3, using: &numbers) == 0
                text += isWord ? "word" : Self.pieces.randomElement(using: &numbers) ?? ""
            }
            if blocks { text += "\n" }
        }
        return text
    }

    private func read(_ text: String, byLibrary: Bool) -> Document {
        SourceText(Array(text.utf8), path: "").bytes.withUnsafeBufferPointer {
            var shared = SharedTexts.none
            return MarkdownReader.read(
                $0, from: 0, line: 1, path: "", sharing: &shared, leavesAllToCommonMark: byLibrary
            ).builder.finished(title: nil, language: nil)
        }
    }

    @Test("inline markup is read as the library reads it")
    func inline() {
        var differences: [String] = []
        for seed in 0..<4_000 {
            let text = text(seed, blocks: false)
            let (ours, theirs) = (read(text, byLibrary: false), read(text, byLibrary: true))
            if ours.clauses.map(\.text) != theirs.clauses.map(\.text)
                || ours.clauses.map(\.spans) != theirs.clauses.map(\.spans)
            {
                differences.append(
                    "\(text.debugDescription): \(ours.clauses.map(\.text)) \(theirs.clauses.map(\.text))")
            }
        }
        #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(12).joined(separator: "\n"))")
    }

    @Test("blocks are read as the library reads them")
    func blocks() {
        var differences: [String] = []
        for seed in 0..<4_000 {
            let text = text(seed, blocks: true)
            let (ours, theirs) = (read(text, byLibrary: false), read(text, byLibrary: true))
            let (left, right) = (described(ours), described(theirs))
            if left != right {
                let change = zip(left, right).first { $0 != $1 } ?? ("\(left.count) parts", "\(right.count) parts")
                differences.append("\(text.debugDescription):\n    \(change.0)\n    \(change.1)")
            }
        }
        #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(12).joined(separator: "\n"))")
    }

    /// A document in words.
    ///
    /// The library takes one line too few for comments: the last line of verbatim blocks is left out.
    private func described(_ document: Document) -> [String] {
        document.sections.map { "\($0.level) '\($0.heading)' \($0.lines)" }
            + document.clauses.map {
                "\($0.form) '\($0.text)' \($0.leadIn ?? -1) \($0.section) \($0.anchor ?? "") "
                    + "\($0.lines.first) \($0.form == .verbatim ? 0 : $0.lines.last) \($0.spans)"
            }
    }

    @Test("no word of a text is lost: clauses and headings hold all that the library shows of the whole")
    func allWords() throws {
        var missing: [String] = []
        for seed in 100_000..<101_000 {
            let text = text(seed, blocks: true)
            let document = read(text, byLibrary: false)
            let markers = document.clauses.map { if case .listItem(_, let marker) = $0.form { marker } else { "" } }
            let shown = zip(markers, document.clauses).map { $0 + $1.text } + document.sections.map(\.heading)
            // Tags leave no space behind in what the library prints: words are looked for across them.
            let all = Self.words(shown.joined(separator: " ")).joined()
            let lost = Self.words(try #require(Self.plainText(text))).filter { !all.contains($0) }
            if !lost.isEmpty { missing.append("\(text.debugDescription): \(lost) not in \(shown)") }
        }
        #expect(missing.isEmpty, "\(missing.count): \(missing.prefix(8).joined(separator: "\n"))")
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.contains(where: \.isLetter) }
    }

    /// The whole text as the library prints it without markup.
    private static func plainText(_ text: String) -> String? {
        cmark_gfm_core_extensions_ensure_registered()
        let text = text.replacing("\0", with: "\u{FFFD}")
        guard let tree = cmark_parse_document(text, text.utf8.count, CMARK_OPT_DEFAULT) else { return nil }
        defer { cmark_node_free(tree) }
        guard let plain = cmark_render_plaintext(tree, CMARK_OPT_DEFAULT, 0) else { return nil }
        defer { cmark_get_default_mem_allocator()?.pointee.free(plain) }
        return String(cString: plain)
    }
}

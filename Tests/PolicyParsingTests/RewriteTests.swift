import PolicyModel
import PolicyParsing
import Testing

@Suite("Writing a version into the front matter")
struct RewriteTests {
    private func rewrite(
        _ text: String, label: String? = nil, effective: String? = nil, published: String? = nil, reason: String? = nil,
        previous: VersionStatement? = nil
    ) throws -> String {
        let values = FrontMatterValues(
            label: label, effective: effective.flatMap { CivilDate(iso: $0) },
            published: published.flatMap { CivilDate(iso: $0) }, reason: reason)
        let bytes = try rewriteFrontMatter(of: Array(text.utf8), setting: values, previous: previous, path: "policy.md")
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("values are added where they belong and every other byte stays")
    func adds() throws {
        let text = "---\n# ours\nid: a   # the id\ntitle: 'A: b'\n\nsources: [x]\n---\nText  \n"
        let result = try rewrite(text, label: "2026-06-11", effective: "2026-07-01", reason: "Because: yes")
        #expect(
            result == """
                ---
                # ours
                id: a   # the id
                title: 'A: b'
                version: 2026-06-11
                effective: 2026-07-01
                reason: "Because: yes"

                sources: [x]
                ---
                Text  \n
                """)
    }

    @Test("an unknown date is filled in, a comment behind it stays")
    func unknown() throws {
        #expect(
            try rewrite("---\nid: a\npublished: unknown # later\n---\nText", published: "2026-01-02")
                == "---\nid: a\npublished: 2026-01-02 # later\n---\nText")
    }

    @Test("a value that still stands from the version before is replaced")
    func stale() throws {
        let text = "---\nid: a\nversion: \"1.0\"\neffective: 2026-01-01\nreason: >\n  The old\n  reason.\n---\nText"
        let previous = parseDocument(Array(text.utf8), path: "policy.md").statement
        let result = try rewrite(text, label: "2.0", effective: "2026-02-02", reason: "New", previous: previous)
        #expect(result == "---\nid: a\nversion: \"2.0\"\neffective: 2026-02-02\nreason: New\n---\nText")
    }

    @Test("another value is a conflict that names both")
    func conflict() throws {
        let error = #expect(throws: ParsingError.self) {
            try rewrite("---\nid: a\neffective: 2026-01-01\n---\nText", effective: "2026-02-02")
        }
        #expect(error?.code == .conflictingValue)
        #expect(error?.message.contains("2026-01-01") == true && error?.message.contains("2026-02-02") == true)
    }

    @Test("the same value is left as it is written")
    func same() throws {
        let text = "---\nid: a\neffective: '2026-01-01'\n---\nText"
        #expect(try rewrite(text, effective: "2026-01-01") == text)
    }

    @Test("the day for everybody else is set in dates by audience")
    func audiences() throws {
        let text = "---\nid: a\neffective:\n  default: unknown\n  existing-users: 2026-05-01\n---\nText"
        #expect(
            try rewrite(text, effective: "2026-01-01").contains("  default: 2026-01-01\n  existing-users: 2026-05-01\n")
        )
    }

    @Test("CRLF line ends and a byte order mark stay")
    func lineEnds() throws {
        #expect(
            try rewrite("\u{FEFF}---\r\nid: a\r\n---\r\nText\r\n", label: "x")
                == "\u{FEFF}---\r\nid: a\r\nversion: x\r\n---\r\nText\r\n")
    }

    @Test("a file without front matter gets one")
    func new() throws {
        #expect(
            try rewrite("Text", label: "1", published: "2026-01-02")
                == "---\nversion: \"1\"\npublished: 2026-01-02\n---\n\nText")
    }

    @Test(
        "front matter that cannot be read is not written into",
        arguments: ["---\nid: a\nText", "---\n{id: a}\n---\n", "---\nid: [\n---\n"])
    func unreadable(text: String) {
        let error = #expect(throws: ParsingError.self) { try rewrite(text, label: "1") }
        #expect(error?.code == .unreadableFrontMatter)
    }

    @Test(
        "any reason comes back as it was given",
        arguments: [
            "no", "# not a comment", "a: b", "\"quoted\"", "line\nbreak", "- item", "ends with:", " spaced ", "日本語",
            "'", "a #b", "[x]", "*x", "",
        ])
    func reasons(reason: String) throws {
        let result = try rewrite("---\nid: a\n---\nText", reason: reason)
        let stated = parseDocument(Array(result.utf8), path: "policy.md").statement.reason
        #expect(stated == reason)
    }
}

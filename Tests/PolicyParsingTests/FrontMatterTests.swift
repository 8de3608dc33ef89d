import PolicyModel
import PolicyParsing
import PolicyTestSupport
import Testing

@Suite("Front matter")
struct FrontMatterTests {
    private func parse(_ text: String, layout: Layout = .native) -> ParsedText {
        parseDocument(Array(text.utf8), path: "policy.md", layout: layout)
    }

    private let whole = """
        ---
        id: usage
        title: Usage Policy
        lang: en
        version: "3.0"
        published: unknown
        effective: 2026-03-25
        recorded: 2026-03-26T23:33:41Z
        status: withdrawn
        reason: Clarifies an attack.
        sources: [one, two]
        ---

        # Usage

        Text.
        """

    @Test("every key of the front matter is read as the text it is")
    func keys() {
        let statement = parse(whole).statement
        #expect(statement.id == "usage")
        #expect(statement.title == "Usage Policy")
        #expect(statement.language == "en")
        #expect(statement.label == "3.0")
        #expect(statement.published == nil)
        #expect(statement.effective == EffectiveDates(standard: CivilDate(iso: "2026-03-25")))
        #expect(statement.recorded == Instant(rfc3339: "2026-03-26T23:33:41Z"))
        #expect(statement.isWithdrawn)
        #expect(statement.reason == "Clarifies an attack.")
        #expect(statement.sources == ["one", "two"])
        #expect(parse(whole).findings.isEmpty)
    }

    @Test("lines of the text count the front matter")
    func lines() {
        let document = parse(whole).document
        #expect(document.sections[1].lines == LineRange(14, 14))
        #expect(document.clauses[0].lines == LineRange(16, 16))
        #expect(document.title == "Usage Policy")
    }

    @Test("dates by audience have one for everybody else")
    func audiences() {
        let text =
            "---\nid: a\nversion: 1\neffective: {default: 2026-03-25, existing-users: 2026-05-01, new-users: unknown}\n---\n"
        let effective = parse(text).statement.effective
        #expect(effective.standard == CivilDate(iso: "2026-03-25"))
        #expect(effective.audiences.map(\.name) == ["existing-users", "new-users"])
        #expect(effective.audiences.map(\.date) == [CivilDate(iso: "2026-05-01"), nil])
    }

    @Test(
        "a word that YAML 1.1 takes for something else stays text",
        arguments: ["no", "012", "1:30", "1.10", "2024-01-01", "0x1F"])
    func untyped(label: String) {
        #expect(parse("---\nid: a\nversion: \(label)\neffective: 2026-03-25\n---\nText").statement.label == label)
    }

    @Test(
        "what is wrong is a finding with its line",
        arguments: [
            ("---\nid: a\neffective: 2026-02-30\n---\n", "date-invalid", 3),
            ("---\nid: a\neffective: soon\n---\n", "date-invalid", 3),
            ("---\nid: a\neffectve: 2026-02-03\neffective: 2026-02-03\n---\n", "key-unknown", 3),
            ("---\nid: a\neffective: {defalt: 2026-02-03}\n---\n", "key-missing", 3),
            ("---\nid: a\neffective: [2026-02-03]\n---\n", "value-wrong-type", 3),
            ("---\nid: [a]\neffective: 2026-02-03\n---\n", "value-wrong-type", 2),
            ("---\nid: a\nid: b\neffective: 2026-02-03\n---\n", "yaml-duplicate-key", 2),
            ("---\nid: &x a\ntitle: *x\neffective: 2026-02-03\n---\n", "yaml-alias", 2),
            ("---\nid: a\ntitle: *x\n---\n", "yaml-alias", 3),
            ("---\nid: !!str a\neffective: 2026-02-03\n---\n", "yaml-tag", 2),
            ("---\nid: a\n<<: {title: b}\neffective: 2026-02-03\n---\n", "yaml-alias", 3),
            ("---\nid: a\n\ttitle: b\n---\n", "yaml-invalid", 3),
            ("---\nid: a\nstatus: gone\neffective: 2026-02-03\n---\n", "value-unknown", 3),
            ("---\nid: a\nrecorded: 2026-02-03\neffective: 2026-02-03\n---\n", "value-wrong-form", 3),
            ("---\nid: a\nversion: b\n---\nText", "version-without-date", 2),
            ("Text", "front-matter-missing", 1),
            ("---\nid: a\nversion: 1\n\nText", "front-matter-unterminated", 1),
        ])
    func findings(text: String, id: String, line: Int) {
        let findings = parse(text).findings
        let finding = findings.first { $0.id == id }
        #expect(finding != nil, "\(findings.map(\.id))")
        #expect(finding?.place?.lines?.first == line, "\(String(describing: finding))")
        #expect(finding?.place?.path == "policy.md")
    }

    @Test("a mistyped key is answered with the one that was meant")
    func nearestKey() {
        let finding = parse("---\nid: a\neffectve: 2026-02-03\neffective: unknown\n---\n").findings.first {
            $0.id == "key-unknown"
        }
        #expect(finding?.severity == .warning)
        #expect(finding?.fix == "Did you mean 'effective'?")
    }

    @Test("a date that does not exist is named and not read as another")
    func impossibleDate() {
        let parsed = parse("---\nid: a\neffective: 2026-02-30\n---\n")
        #expect(parsed.statement.effective.standard == nil)
        #expect(parsed.findings.contains { $0.severity == .error && $0.message.contains("2026-02-30") })
    }

    @Test("front matter that never ends leaves the text whole")
    func unterminated() {
        let parsed = parse("---\nid: a\n\nThe text.")
        #expect(parsed.document.clauses.map(\.text).last == "The text.")
    }

    @Test("aliases that would grow without bounds are refused at once")
    func bomb() {
        var text = "---\na: &a [x, x, x, x, x, x, x, x, x]\n"
        for (name, before) in zip("bcdefghijkl", "abcdefghijk") {
            text += "\(name): &\(name) {" + (0..<9).map { "? *\(before) : \($0)" }.joined(separator: ", ") + "}\n"
        }
        let time = threadTime { #expect(parse(text + "---\nText").findings.contains { $0.id == "yaml-alias" }) }
        #expect(time < .seconds(1))
    }

    @Test(
        "large and deep YAML is refused at once",
        arguments: ["[", "{a: ", "- ", "? ", "\"", "a: &a ", "!", "|\n ", "'x', "])
    func hostile(shape: String) {
        let text = "---\nid: a\nx: " + String(repeating: shape, count: 1_000_000 / shape.utf8.count) + "\n---\nText"
        let time = threadTime {
            let parsed = parse(text)
            #expect(!parsed.findings.isEmpty)
            #expect(parsed.document.clauses.map(\.text) == ["Text"])
        }
        #expect(time < .seconds(3))
    }

    @Test("ten megabytes of YAML are refused without being read")
    func tooLarge() {
        let text = "---\n" + String(repeating: "[", count: 10_000_000) + "\n---\nText"
        #expect(parse(text).findings.map(\.id).contains("yaml-too-large"))
    }

    @Test("foreign front matter of other layouts is passed over without a word")
    func foreign() {
        let parsed = parse("---\ntitle: Terms\nversions:\n  fpt: '*'\n---\n\nText", layout: .documents)
        #expect(parsed.findings.isEmpty)
        #expect(parsed.document.title == "Terms")
        #expect(parsed.document.clauses.map(\.text) == ["Text"])
        #expect(parsed.document.clauses[0].lines == LineRange(7, 7))
    }

    @Test("of foreign front matter only title, language and dates count")
    func foreignKeys() {
        let statement = parse("---\nid: 7\nversion: 2\nlang: de\neffective: 2026-03-25\n---\nText", layout: .documents)
            .statement
        #expect(statement.id == nil && statement.label == nil)
        #expect(statement.language == "de")
        #expect(statement.effective.standard == CivilDate(iso: "2026-03-25"))
    }

    @Test("a text that begins with a rule keeps what stands between it and the next rule")
    func ruleAtStart() {
        let parsed = parse("---\n\nFirst.\n\n---\n\nSecond.", layout: .documents)
        #expect(parsed.document.clauses.map(\.text) == ["First.", "Second."])
    }
}

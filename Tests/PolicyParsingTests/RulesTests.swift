import PolicyModel
import PolicyParsing
import Testing

@Suite("Rules and settings")
struct RulesTests {
    private func rules(_ text: String) -> (rules: RuleSet?, findings: [Finding]) {
        parseRules(Array(text.utf8), path: "rules.yaml")
    }

    private let whole = """
        scope: {includes: [all products], excludes: [open models]}
        definitions: [{id: csam, term: CSAM, meaning: "abuse material"}]
        principles: [{id: neutral, text: Be neutral.}]
        rules:
          - id: security
            type: prohibition
            title: Security
            assignee: users
            action: compromise the security of the publisher,
              its products or third parties
            examples:
              - creating malware
              - exploiting vulnerabilities
            exceptions: []
            conditions:
            consequences: [suspension, termination]
            clause: "#security"
            effective: 2026-03-25

          # the next one
          - {id: report, type: duty, assignee: publisher, action: answer reports}
        enforcement: [{id: suspend, measure: suspension, conditions: [a breach]}]
        contacts: [{id: form, channel: form, address: https://example.org/report}]
        """

    @Test("everything that rules.yaml states is read, with its lines")
    func reads() {
        let (read, findings) = rules(whole)
        #expect(findings.isEmpty, "\(findings)")
        #expect(read?.scope.includes == [Statement("all products", lines: LineRange(1, 1))])
        #expect(read?.scope.excludes == [Statement("open models", lines: LineRange(1, 1))])
        #expect(
            read?.definitions == [
                Definition(id: "csam", term: "CSAM", meaning: "abuse material", lines: LineRange(2, 2))
            ])
        #expect(read?.principles == [Principle(id: "neutral", text: "Be neutral.", lines: LineRange(3, 3))])
        let security = read?.rules.first
        #expect(security?.action == "compromise the security of the publisher, its products or third parties")
        #expect(
            security?.examples == [
                Statement("creating malware", lines: LineRange(12, 12)),
                Statement("exploiting vulnerabilities", lines: LineRange(13, 13)),
            ])
        #expect(security?.clause == "security")
        #expect(security?.effective == CivilDate(iso: "2026-03-25"))
        #expect(security?.lines == LineRange(5, 18))
        #expect(read?.rules.last?.lines == LineRange(21, 21))
        #expect(read?.rules.map(\.type) == [.prohibition, .duty])
        #expect(read?.enforcement.first?.conditions.map(\.text) == ["a breach"])
        #expect(read?.contacts.first?.address == "https://example.org/report")
    }

    @Test("an empty file states nothing and is no error", arguments: ["", "# nothing\n", "rules:\n", "rules: []\n"])
    func empty(text: String) {
        #expect(rules(text).rules == RuleSet())
        #expect(rules(text).findings.isEmpty)
    }

    @Test(
        "what is wrong is named, and the rest is read",
        arguments: [
            ("- {id: b, type: ban, action: x}", "value-unknown"),
            ("- {id: b, type: duty}", "key-missing"),
            ("- {type: duty, action: x}", "key-missing"),
            ("- {id: a, type: duty, action: x}", "id-duplicate"),
            ("- [b]", "value-wrong-type"),
            ("- {id: b, type: duty, action: x, examples: one}", "value-wrong-type"),
            ("- {id: b, type: duty, action: {x: y}}", "value-wrong-type"),
        ])
    func wrong(entry: String, id: String) {
        let (read, findings) = rules("rules:\n- {id: a, type: duty, action: first}\n\(entry)\n")
        #expect(
            findings.contains { $0.id == id && $0.severity == .error && $0.place?.lines?.first == 3 }, "\(findings)")
        #expect(read?.rules.first?.action == "first")
    }

    @Test("a file that cannot be read is no rule set", arguments: ["[", "rules: &a [*a]", "- a", "a", "rules: \u{1}"])
    func unreadable(text: String) {
        let (read, findings) = rules(text)
        #expect(read == nil)
        #expect(findings.contains { $0.severity == .error })
    }

    @Test("bytes that are not UTF-8 are named by their offset")
    func notUTF8() {
        let bytes = Array("rules: []\n# ".utf8) + [0xFF, 0x0A]
        let findings = parseRules(bytes, path: "rules.yaml").findings
        #expect(findings.first?.id == "text-not-utf8")
        #expect(
            findings.first?.message.contains("offset 12") == true && findings.first?.message.contains("line 2") == true)
    }

    @Test("a clause is found by its own anchor or by a heading's slug, and missed by name")
    func anchors() {
        let text = "---\nid: a\n---\n# Our *Rules*, 2nd part {#two}\n\nBe kind. {#kind}\n\n## Über uns\n\n## Über uns\n"
        let document = parseDocument(Array(text.utf8), path: "policy.md").document
        #expect(document.anchorTarget("two") == .section(1))
        #expect(document.anchorTarget("#our-rules-2nd-part") == .section(1))
        #expect(document.anchorTarget("kind") == .clause(0))
        #expect(document.anchorTarget("über-uns") == .section(2))
        #expect(document.anchorTarget("über-uns-1") == .section(3))
        let read = rules(
            "rules:\n- {id: a, type: duty, action: x, clause: '#kind'}\n- {id: b, type: duty, action: x, clause: '#unkind'}"
        )
        let findings = checkAnchors(rules: read.rules ?? RuleSet(), document: document, path: "rules.yaml")
        #expect(findings.map(\.id) == ["rule-anchor-missing"])
        #expect(findings.first?.message.contains("#unkind") == true)
        #expect(findings.first?.place?.lines == LineRange(3, 3))
    }

    @Test("settings are read, and what is unusable has its default")
    func settings() {
        let text = """
            publisher: Example
            contact: a@example.org
            languages: [en, fr]
            timeZone: Europe/Paris
            root: policies
            layout: native
            overrides:
              - {kind: typo-fixed, significance: minor, reason: We say so.}
              - {change: 0123456789abcdef, significance: editorial, reason: As announced.}
              - {kind: a, change: b, significance: minor, reason: Both.}
              - {kind: a, significance: huge, reason: Unknown.}
            """
        let (settings, findings) = parseSettings(Array(text.utf8), path: "policyhistory.yaml")
        #expect(settings.publisher == "Example")
        #expect(settings.languages == ["en", "fr"])
        #expect(settings.timeZone == "Europe/Paris")
        #expect(settings.root == "policies")
        #expect(settings.layout == .native)
        #expect(
            settings.overrides.prefix(2) == [
                SignificanceOverride(target: .kind("typo-fixed"), significance: .minor, reason: "We say so."),
                SignificanceOverride(
                    target: .change("0123456789abcdef"), significance: .editorial, reason: "As announced."),
            ])
        #expect(findings.map { $0.place?.lines?.first } == [10, 11])
        #expect(parseSettings([], path: "").settings == Settings())
    }

    @Test("the printed schemas are JSON that names every key", arguments: ["rules", "settings", "front-matter"])
    func schemas(name: String) throws {
        let schema = try #require(jsonSchema(named: name))
        #expect(schema.contains("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\""))
        let keys = ["rules": "consequences", "settings": "overrides", "front-matter": "translates"]
        #expect(schema.contains("\"\(keys[name] ?? "")\""))
        #expect(jsonSchema(named: "nothing") == nil)
    }
}

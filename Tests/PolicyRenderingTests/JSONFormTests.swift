import PolicyDiff
import PolicyModel
import PolicyQueries
import PolicyTestSupport
import Testing

@testable import PolicyRendering

@Suite struct JSONFormTests {
    static let validator = SchemaValidator(root: JSONSchemas.changes)

    @Test func `a difference has every key of the contract, null or empty where there is nothing`() {
        let value = JSONForm.difference(
            Difference(policy: nil, from: nil, to: nil, comparison: Comparison(changes: [])))
        #expect(
            value.text == """
                {
                  "changes": [],
                  "findings": [],
                  "from": null,
                  "policy": null,
                  "schemaVersion": 1,
                  "summary": {
                    "counts": {
                      "editorial": 0,
                      "material": 0,
                      "minor": 0
                    },
                    "direction": "neutral",
                    "significance": "none"
                  },
                  "to": null
                }

                """)
    }

    @Test func `a change has every key of the contract`() {
        let whole = change(
            "deadline-shortened", before: "Within 30 days.", after: "Within 14 days.",
            edits: edits("Within ", "30", "14", " days."),
            quantities: [QuantityChange(before: "30 days", after: "14 days")],
            introducedIn: "2")
        #expect(
            JSONForm.change(whole).text == """
                {
                  "after": {
                    "lines": [
                      5,
                      6
                    ],
                    "text": "Within 14 days."
                  },
                  "before": {
                    "lines": [
                      3,
                      3
                    ],
                    "text": "Within 30 days."
                  },
                  "direction": "stricter",
                  "edits": [
                    {
                      "op": "equal",
                      "text": "Within "
                    },
                    {
                      "op": "delete",
                      "text": "30"
                    },
                    {
                      "op": "insert",
                      "text": "14"
                    },
                    {
                      "op": "equal",
                      "text": " days."
                    }
                  ],
                  "id": "0123456789abcdef",
                  "introducedIn": "2",
                  "kind": "deadline-shortened",
                  "modality": {
                    "after": "must-not",
                    "before": null
                  },
                  "places": 1,
                  "quantities": [
                    {
                      "after": "14 days",
                      "before": "30 days"
                    }
                  ],
                  "reason": "A new prohibition.",
                  "rule": null,
                  "section": [
                    "Prohibited uses",
                    "Security"
                  ],
                  "significance": "material",
                  "summary": "You must not break the locks."
                }

                """)
    }

    @Test(arguments: [
        change(
            "deadline-shortened", before: "Within 30 days.", after: "Within 14 days.",
            edits: edits("Within ", "30", "14", " days."),
            quantities: [QuantityChange(before: "30 days", after: nil), QuantityChange(before: nil, after: "\"2\"")]),
        change("clause-moved", before: nil, after: "A line\nand another \u{1B}[0m.", introducedIn: "2"),
        change("section-removed", before: "Gone", after: nil),
    ])
    func `changes are printed as their trees are`(change: Change) {
        let list: JSON = ["changes": .changes([change, change])]
        let tree: JSON = ["changes": .array([JSONForm.change(change), JSONForm.change(change)])]
        #expect(list.text == tree.text)
    }

    @Test func `no change at all is an empty list`() {
        #expect(JSON.changes([]).text == "[]\n")
    }

    @Test func `a version's days are null where unknown, and its moment is in UTC`() throws {
        let answer = try chronicle(eventful).since(day("2026-01-15"))
        let texts = answer.policies.flatMap(\.versions).map { JSONForm.version($0).text }
        #expect(texts.contains { $0.contains("\"effective\": null") && $0.contains("\"published\": \"2026-02-01\"") })
        let later = try chronicle(eventful).since(day("2026-07-10")).policies.flatMap(\.versions)
        #expect(later.map { JSONForm.version($0).text }.contains { $0.contains("\"state\": \"withdrawn\"") })
        #expect(JSONForm.version(version("x", .inForce)).text.contains("\"recorded\": \"2026-03-26T23:33:41Z\""))
    }

    @Test(arguments: [
        "2020-01-01", "2026-01-15", "2026-02-15", "2026-03-15", "2026-04-10", "2026-07-10", "2026-11-01", "2099-01-01",
        "2100-01-01",
    ])
    func `what since prints is valid against the shipped schema`(since: String) throws {
        for axis in Axis.allCases {
            let answer = JSONForm.since(try chronicle(eventful).since(day(since), axis: axis))
            #expect(Self.validator.violations(of: answer) == [])
        }
    }

    @Test func `what diff and compare print is valid against the shipped schema`() throws {
        let compared = try chronicle(eventful).diff(policy: "nimbus", from: "1", to: "3")
        #expect(Self.validator.violations(of: JSONForm.difference(compared)) == [])
        let content = PolicyContent(
            document: InMemorySource.document("a"), findings: [Finding(id: "x", severity: .warning, message: "X.")])
        let files = Difference(before: content, after: content, comparison: Comparison(changes: [change()]))
        #expect(Self.validator.violations(of: JSONForm.difference(files)) == [])
    }

    @Test func `the schema refuses what breaks the contract`() {
        guard case .object(var whole) = JSONForm.difference(difference([change()])) else { return }
        whole["changes"] = nil
        #expect(Self.validator.violations(of: .object(whole)).contains { $0.contains("changes is missing") })
        whole["changes"] = []
        whole["more"] = 1
        #expect(Self.validator.violations(of: .object(whole)).contains { $0.contains("more is unknown") })
        whole["more"] = nil
        whole["summary"] = [
            "significance": "large", "direction": "neutral", "counts": ["material": 0, "minor": 0, "editorial": 0],
        ]
        #expect(!Self.validator.violations(of: .object(whole)).isEmpty)
    }

    @Test func `rules that are to come are named, with their day`() throws {
        func rule(_ day: CivilDate?) -> Rule {
            Rule(id: "bots", type: .duty, action: "x", effective: day, lines: LineRange(1, 1))
        }
        let source = InMemorySource(
            .native, "p",
            [
                .init("2026-01-01", label: "1", effective: "2026-01-01", rules: [rule(nil)], text: "a"),
                .init(
                    "2026-02-01", label: "2", effective: "2026-03-01", rules: [rule(CivilDate(iso: "2099-05-01"))],
                    text: "b"),
            ])
        let answer = JSONForm.since(try chronicle(source).since(day("2026-02-15")))
        #expect(Self.validator.violations(of: answer) == [])
        let rules =
            "\"rules\": {\n            \"effective\": \"2099-05-01\",\n            \"ids\": [\n              \"bots\"\n"
        #expect(answer.text.contains(rules), "\(answer.text)")
        let ahead = JSONForm.since(try chronicle(eventful).since(day("2098-01-01")))
        #expect(ahead.text.contains("\"id\": \"date-ahead\""))
        #expect(ahead.text.contains("\"rules\": null"))
    }

    @Test func `a version recorded late is a finding`() throws {
        let source = InMemorySource(
            .native, "p",
            [
                .init("2026-01-01", label: "1", effective: "2026-01-01", text: "a"),
                .init("2026-03-01", label: "2", effective: "2026-02-01", text: "b"),
            ])
        let text = JSONForm.since(try chronicle(source).since(day("2026-02-15"))).text
        #expect(text.contains("\"id\": \"recorded-late\""))
        #expect(text.contains("\"unchanged\": [\n    \"p\"\n  ]"))
    }
}

import PolicyDiff
import PolicyModel
import PolicyQueries

/// JSON Schemas (2020-12) of what the JSON form prints.
package enum JSONSchemas {
    /// The schema of what the commands that answer questions print.
    package static var changes: JSON {
        [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "What changed in a policy",
            "description":
                "What the commands of policyhistory that answer questions print with --format json. Every key is always present, null or [] where there is nothing.",
            "oneOf": .array(forms.map { ["$ref": .string("#/$defs/\($0)")] }),
            "$defs": .object(JSON.Members(answers.merging(parts) { $1 })),
        ]
    }

    /// The answers that a command prints as a whole.
    private static let forms = ["difference", "since", "log", "show", "policies", "blame", "history", "stats"]

    /// What answers consist of.
    private static var parts: [String: JSON] {
        [
            "difference": object("The changes between two versions or two texts.", differenceMembers),
            "since": object("What changed since a date, policy by policy.", sinceMembers),
            "news": object(
                "What is new about one policy.",
                differenceMembers.merging([
                    "versions": array(
                        "#/$defs/version", "The versions of the window, in the order they took effect on the axis."),
                    "upcoming": array(
                        "#/$defs/upcoming", "The versions that are not yet in force at the end, by day."),
                ]) { $1 }),
            "upcoming": object(
                "A version that is not yet in force, or rules of a version that take effect on a day of their own.",
                versionMembers.merging([
                    "rules": optional(
                        object(
                            "The rules that are meant, where not the version as a whole takes effect.",
                            [
                                "ids": ["description": "Their ids.", "type": "array", "items": ["type": "string"]],
                                "effective": string("The day they take effect, YYYY-MM-DD."),
                            ]))
                ]) { $1 }),
            "policy": object(
                "A policy.", ["id": string("Its stable id."), "title": string("Its title for people.")]),
            "version": object("One dated state of a policy.", versionMembers),
            "summary": object("The changes taken together.", summaryMembers),
            "change": object("One difference with what it means for the reader, and the evidence.", changeMembers),
            "evidence": object(
                "One side's text.",
                [
                    "text": string("Plain text without markup; for the section kinds the heading alone."),
                    "lines": [
                        "description": "The first and the last line in the file, counted from 1.",
                        "type": "array", "items": ["type": "integer", "minimum": 1], "minItems": 2, "maxItems": 2,
                    ],
                ]),
            "finding": object(
                "What was noticed.",
                [
                    "id": string("A stable kebab-case id."),
                    "severity": oneOf(["note", "warning", "error"], "How much it matters."),
                    "message": string("One sentence."),
                    "place": optional(string("Where: path, path:line or path:first-last.")),
                ]),
        ]
    }

    private static var differenceMembers: [String: JSON] {
        [
            "schemaVersion": ["const": 1],
            "policy": optional(["$ref": "#/$defs/policy"]),
            "from": optional(["$ref": "#/$defs/version"]),
            "to": optional(["$ref": "#/$defs/version"]),
            "summary": ["$ref": "#/$defs/summary"],
            "changes": array("#/$defs/change", "The changes, most important first."),
            "findings": array("#/$defs/finding", "What was noticed in the texts."),
        ]
    }

    private static var sinceMembers: [String: JSON] {
        [
            "schemaVersion": ["const": 1],
            "since": string("The day (from its beginning) or moment asked about."),
            "until": string("The day (to its end) or moment up to which it was asked."),
            "axis": oneOf(Axis.allCases.map(\.rawValue), "The time line it was asked on."),
            "policies": array("#/$defs/news", "The policies with a version in the window or an upcoming one, by id."),
            "unchanged": [
                "description": "The ids of the policies without any.", "type": "array", "items": ["type": "string"],
            ],
            "findings": array("#/$defs/finding", "What was noticed in the repository."),
        ]
    }

    static var versionMembers: [String: JSON] {
        [
            "label": string("The label, unique in the policy."),
            "effective": optional(date("The day it starts to bind; null where unknown.")),
            "published": optional(date("The day it was announced; null where unknown.")),
            "recorded": [
                "description": "The committer date of its commit, in UTC.", "type": "string", "format": "date-time",
            ],
            "commit": ["description": "The commit that recorded it.", "type": "string", "pattern": "^[0-9a-f]{40}$"],
            "state": oneOf(VersionState.allCases.map(\.rawValue), "Where it stands at the end of the question."),
        ]
    }

    private static var summaryMembers: [String: JSON] {
        [
            "significance": oneOf(
                ["none"] + Significance.allCases.map(\.rawValue), "The most important significance among the changes."),
            "direction": oneOf(
                OverallDirection.allCases.map(\.rawValue), "The direction over the substantive changes, for the reader."
            ),
            "counts": object(
                "How many changes have each significance.",
                Dictionary(
                    uniqueKeysWithValues: Significance.allCases.map {
                        ($0.rawValue, ["type": "integer", "minimum": 0])
                    })),
        ]
    }

    private static var changeMembers: [String: JSON] {
        let modality = optional(oneOf(Modality.allCases.map(\.rawValue), "What the clause does."))
        let quantity = optional(string("The quantity as it stands in the text."))
        return [
            "id": ["description": "A hash of kind, place and values.", "type": "string", "pattern": "^[0-9a-f]{16}$"],
            "kind": [
                "description": "The kind's id; `policyhistory kinds` explains each.", "type": "string",
                "pattern": "^[a-z]+(-[a-z]+)*$",
            ],
            "significance": oneOf(Significance.allCases.map(\.rawValue), "How much it matters."),
            "direction": oneOf(Direction.allCases.map(\.rawValue), "For the reader."),
            "section": [
                "description": "The headings that lead to the place, outermost first.", "type": "array",
                "items": ["type": "string"],
            ],
            "rule": optional(string("The id of the rule it concerns.")),
            "before": optional(["$ref": "#/$defs/evidence"]),
            "after": optional(["$ref": "#/$defs/evidence"]),
            "edits": [
                "description": "The word edits from old to new.", "type": "array",
                "items": object(
                    nil,
                    [
                        "op": oneOf(["equal", "delete", "insert"], "What happened to the words."),
                        "text": string("The words."),
                    ]),
            ],
            "modality": optional(object("What the clause did and does.", ["before": modality, "after": modality])),
            "quantities": [
                "description": "The quantities that changed.", "type": "array",
                "items": object(nil, ["before": quantity, "after": quantity]),
            ],
            "summary": string("One sentence."),
            "reason": string("Why it is classified so."),
            "introducedIn": optional(string("The label of the version that brought it.")),
            "places": ["description": "In how many places the edit was made.", "type": "integer", "minimum": 1],
        ]
    }

    static func object(_ description: String?, _ members: [String: JSON]) -> JSON {
        var schema: [String: JSON] = [
            "type": "object", "properties": .object(JSON.Members(members)), "additionalProperties": false,
            "required": .array(members.keys.sorted().map { .string($0) }),
        ]
        if let description { schema["description"] = .string(description) }
        return .object(JSON.Members(schema))
    }

    static func array(_ reference: String, _ description: String) -> JSON {
        ["description": .string(description), "type": "array", "items": ["$ref": .string(reference)]]
    }

    static func string(_ description: String) -> JSON {
        ["description": .string(description), "type": "string"]
    }

    static func date(_ description: String) -> JSON {
        [
            "description": .string(description), "type": "string", "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        ]
    }

    static func oneOf(_ values: [String], _ description: String) -> JSON {
        ["description": .string(description), "enum": .array(values.map { .string($0) })]
    }

    static func optional(_ schema: JSON) -> JSON { ["anyOf": [schema, ["type": "null"]]] }
}

import PolicyDiff
import PolicyModel
import PolicyQueries

extension JSONSchemas {
    /// The schemas of the answers about versions, parts and figures, by name.
    static var answers: [String: JSON] {
        [
            "log": object(
                "The versions of policies, newest first.",
                answer([
                    "policies": list(
                        object(
                            "A policy with its versions.",
                            [
                                "policy": reference("policy"),
                                "aliases": list(string("An earlier id."), "Its earlier ids, newest first."),
                                "versions": array("#/$defs/version", "Its versions, newest first."),
                                "changes": optional(
                                    list(
                                        optional(reference("changed")),
                                        "What each version changed; null for the first. Null as a whole unless asked for."
                                    )),
                            ]), "The policies, by id.")
                ])),
            "changed": object(
                "What a version changed.",
                ["summary": reference("summary"), "changes": array("#/$defs/change", "Most important first.")]),
            "show": object("One version.", answer(shown)),
            "policies": object("What is in the repository.", answer(policies)),
            "blame": object(
                "Since which version each part stands.",
                answer([
                    "policy": reference("policy"), "version": reference("version"), "axis": axis,
                    "first": reference("version"),
                    "clauses": array("#/$defs/part", "Headings and clauses in the order of the text."),
                    "rules": array("#/$defs/part", "Rules in the order of the file."),
                ])),
            "part": object("A heading, a clause or a rule.", part),
            "history": object(
                "The versions of one part.",
                answer([
                    "policy": reference("policy"), "axis": axis, "versions": count("How many versions were looked at."),
                    "part": object(
                        "The part.",
                        ["kind": oneOf(["rule", "section", "match"], "What it is."), "value": string("As asked for.")]),
                    "entries": list(object("A version that did something to it.", entry), "Newest first."),
                ])),
            "stats": object(
                "How often policies change, and how much.",
                answer([
                    "axis": axis, "total": reference("figures"),
                    "policies": list(
                        object("One policy.", ["policy": reference("policy"), "figures": reference("figures")]),
                        "The policies, by id."),
                ])),
            "figures": object("What is counted.", figures),
            "counts": object(
                "How much changed.",
                [
                    "versions": count("Versions."),
                    "versionsWithoutSubstance": count("Versions that changed nothing in substance; not the first."),
                    "changes": object(
                        "Changes by weight.",
                        Dictionary(
                            uniqueKeysWithValues: Significance.allCases.map { ($0.rawValue, count("Changes.")) })),
                ]),
        ]
    }

    private static func answer(_ members: [String: JSON]) -> [String: JSON] {
        members.merging([
            "schemaVersion": ["const": 1], "findings": array("#/$defs/finding", "What was noticed."),
        ]) { $1 }
    }

    private static var shown: [String: JSON] {
        [
            "policy": reference("policy"), "version": reference("version"),
            "audiences": list(
                object(
                    "An audience with a day of its own.",
                    ["audience": string("Its name."), "effective": optional(date("Its day; null where unknown."))]),
                "The audiences, by name."),
            "marks": list(string("One remark."), "What is odd about its dates."),
            "rules": list(
                object(
                    "A rule with a day of its own.",
                    [
                        "rule": string("Its id."), "version": string("The label of the version that brings it."),
                        "effective": date("Its day."),
                        "state": oneOf(["in-force", "upcoming"], "Whether it binds on the day asked about."),
                        "boundBy": optional(string("The label of the version whose wording binds until then.")),
                    ]), "The rules that do not take effect with their version, by day."),
            "text": string("The text as it was recorded."),
        ]
    }

    private static var policies: [String: JSON] {
        [
            "layout": oneOf(Layout.allCases.map(\.rawValue), "How the policies are laid out."),
            "policies": list(
                object(
                    "A policy.",
                    [
                        "policy": reference("policy"),
                        "aliases": list(string("An earlier id."), "Its earlier ids, newest first."),
                        "inForce": optional(reference("version")), "newest": reference("version"),
                        "versions": count("How many versions it has."), "upcoming": count("How many are to come."),
                    ]), "The policies, by id."),
        ]
    }

    private static var part: [String: JSON] {
        [
            "section": list(string("A heading."), "The headings that lead to it, outermost first."),
            "isHeading": ["type": "boolean"], "rule": optional(string("The rule's id.")),
            "text": string("How it reads."),
            "lines": [
                "type": "array", "items": ["type": "integer", "minimum": 1], "minItems": 2, "maxItems": 2,
            ],
            "since": reference("version"),
            "wordings": list(
                object(
                    "A wording.",
                    [
                        "version": reference("version"), "text": string("How it read."),
                        "significance": optional(
                            oneOf(Significance.allCases.map(\.rawValue), "Its change; null for the first wording.")),
                    ]), "Its wordings, newest first; empty unless asked for."),
        ]
    }

    private static var entry: [String: JSON] {
        [
            "version": reference("version"),
            "event": oneOf(PartEvent.allCases.map(\.rawValue), "What it did to the part."),
            "text": string("How the part reads in it."), "summary": reference("summary"),
            "changes": array("#/$defs/change", "The changes of the part alone."),
        ]
    }

    private static var figures: [String: JSON] {
        [
            "counts": reference("counts"),
            "years": list(
                object("One year.", ["year": count("The year."), "counts": reference("counts")]), "The years."),
            "editorialPercent": optional(count("The share of editorial changes.")),
            "silentChanges": count("Records with other substance under the same dates."),
            "datesMovedAlone": count("Records with other dates and the same substance."),
            "notice": object(
                "The days from published to effective.",
                [
                    "versions": count("Versions where both are known."),
                    "medianDays": optional(["type": "integer"]),
                ]),
        ]
    }

    private static var axis: JSON { oneOf(Axis.allCases.map(\.rawValue), "The time line it was asked on.") }

    private static func reference(_ name: String) -> JSON { ["$ref": .string("#/$defs/\(name)")] }

    private static func list(_ items: JSON, _ description: String) -> JSON {
        ["description": .string(description), "type": "array", "items": items]
    }

    private static func count(_ description: String) -> JSON {
        ["description": .string(description), "type": "integer", "minimum": 0]
    }
}

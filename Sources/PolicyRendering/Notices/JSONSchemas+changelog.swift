import PolicyModel
import PolicyNotices

extension JSONSchemas {
    /// The schema of what `changelog --format json` prints; the fields of its templates are its properties.
    package static var changelog: JSON {
        var definitions = noticeDefinitions
        definitions["notice"] = noticeObject
        definitions["version"] = object("One dated state of a policy.", versionMembers)
        definitions["entry"] = object("One version with its notice.", entryMembers)
        var schema = JSON.Members([
            "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "All versions with their notices",
            "$defs": .object(JSON.Members(definitions)),
        ])
        if case .object(let members) = changelogObject { schema = schema.merging(members) }
        return .object(schema)
    }

    private static var changelogObject: JSON {
        object(
            "What `policyhistory changelog --format json` prints. Every key is always present, null or [] where there is nothing.",
            [
                "schemaVersion": ["const": 1],
                "language": string("The language of the notices (BCP 47)."),
                "writing": oneOf(["ltr", "rtl"], "The direction that the language is written in."),
                "publisher": optional(string("Who publishes the policies.")),
                "title": string("What to call it."),
                "policies": [
                    "description": "The policies, by id.", "type": "array",
                    "items": object(
                        nil,
                        [
                            "id": string("The policy's stable id."), "title": string("Its title for people."),
                            "heading": string("What to put above its versions."),
                            "introduction": string("The sentence below that."),
                            "versions": array("#/$defs/entry", "Its versions, the one recorded last first."),
                        ]),
                ],
                "labels": object("The fixed words.", ["versions": string("Above the list of versions.")]),
            ])
    }

    private static var entryMembers: [String: JSON] {
        [
            "version": ["$ref": "#/$defs/version"],
            "anchor": string("A name for the version in a page, no two alike."),
            "day": date("The day it takes effect, else that of its announcement, else that of its record."),
            "dayText": string("The same in words."),
            "isWithdrawn": ["description": "Whether it was taken back.", "type": "boolean"],
            "remark": optional(string("That it is the first version, was withdrawn, or ended.")),
            "reason": optional(string("Why it exists, in the publisher's words.")),
            "sections": [
                "description": "The points of its notice by what happened.", "type": "array",
                "items": object(
                    nil,
                    [
                        "kind": oneOf(ChangelogLabels.Section.allCases.map(\.rawValue), "What happened."),
                        "title": string("The heading."),
                        "points": [
                            "description": "The points.", "type": "array",
                            "items": object(
                                nil,
                                [
                                    "text": string("The sentence."),
                                    "place": optional(string("The headings that lead to it.")),
                                ]),
                        ],
                    ]),
            ],
            "notice": optional(["$ref": "#/$defs/notice"]),
        ]
    }
}

import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyQueries

extension JSONSchemas {
    /// The schema of what `notice --format json` prints; the fields of templates are its properties.
    package static var notice: JSON {
        var schema = JSON.Members([
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "What readers are told about changes",
            "$defs": .object(JSON.Members(noticeDefinitions)),
        ])
        if case .object(let members) = noticeObject { schema = schema.merging(members) }
        return .object(schema)
    }

    /// The definitions that the notice, and whatever holds notices, refer to.
    static var noticeDefinitions: [String: JSON] {
        guard case .object(let all) = changes, case .object(let definitions) = all["$defs"] else { return [:] }
        return [
            "change": definitions["change"] ?? .null,
            "evidence": definitions["evidence"] ?? .null,
            "policy": object("What the notice says of one policy.", policyMembers),
            "reference": object("A version, enough to find exactly this text again.", referenceMembers),
            "point": object("One sentence with the changes it stands on.", pointMembers),
            "fact": object("What readers are told beside the changes.", factMembers),
        ]
    }

    /// A notice by itself; refers to `noticeDefinitions`.
    static var noticeObject: JSON {
        object(
            "What `policyhistory notice --format json` prints. All texts are in the notice's language, ready to be shown, and plain: no markup. Every key is always present, null or [] where there is nothing.",
            [
                "schemaVersion": ["const": 1],
                "id": string("The permanent name of the notice: POLICY/LABEL, or since/FROM..TO for a digest."),
                "language": string("The language of the notice (BCP 47)."),
                "writing": oneOf(["ltr", "rtl"], "The direction that the language is written in."),
                "publisher": optional(string("Who publishes the policies.")),
                "reader": oneOf(Recipient.Reader.allCases.map(\.rawValue), "Whether the reader knew the old version."),
                "audience": optional(string("The audience whose days are told; null for everybody.")),
                "headline": string("One line that tells the most important change."),
                "amendment": optional(
                    object(
                        "What an amended notice says of the one before it.",
                        [
                            "digest": string("The digest of the notice that it changes."),
                            "explanation": string("What is different now."),
                            "sentence": string("The sentence for readers."),
                        ])),
                "summary": strings("At most three sentences."),
                "summaryMarkup": optional(
                    markup("The summary in people's Markdown; null where it is text alone.")),
                "summaryAdditions": paragraphs("What people added behind the summary, in Markdown, a paragraph each."),
                "class": oneOf(NoticeClass.allCases.map(\.rawValue), "The hardest class among the policies."),
                "policies": array("#/$defs/policy", "The policies it tells of, the most important news first."),
                "facts": array("#/$defs/fact", "What holds for the notice as a whole, in the order to show it."),
                "additions": paragraphs("What people added elsewhere, in Markdown, a paragraph each."),
                "wanted": [
                    "description": "What a complete notice would say and nobody has said; not for readers.",
                    "type": "array",
                    "items": object(
                        nil,
                        [
                            "policy": optional(string("The id of the policy; null for the notice as a whole.")),
                            "subject": oneOf(NoticeSubject.allCases.map(\.rawValue), "What is wanted."),
                            "question": string("What to write."),
                        ]),
                ],
                "labels": object(
                    "The fixed words of the notice's language.",
                    [
                        "colon": string("Behind a label."), "inShort": string("Above the overview."),
                        "changes": string("Above the changes."),
                        "was": string("Before the old wording."), "now": string("Before the new wording."),
                        "place": string("Before the place."), "why": string("Before a reason."),
                        "version": string("Before a version."), "links": string("Above the links."),
                        "amended": string("Above an amended notice."), "digest": string("Before the digest."),
                        "unsubscribe": string("Where readers stop further messages of a list."),
                    ]),
                "digest": [
                    "description": "SHA-256 over the exact texts.", "type": "string", "pattern": "^[0-9a-f]{64}$",
                ],
            ])
    }

    private static var policyMembers: [String: JSON] {
        let classes = NoticeClass.allCases.map(\.rawValue)
        return [
            "id": string("The policy's stable id."),
            "title": string("Its title for people."),
            "event": oneOf(PolicyNotice.Event.allCases.map(\.rawValue), "What became of the policy as a whole."),
            "from": optional(["$ref": "#/$defs/reference"]),
            "to": optional(["$ref": "#/$defs/reference"]),
            "effective": [
                "description":
                    "When it takes effect for the recipient: everybody's day first, then those of audiences.",
                "type": "array",
                "items": object(
                    nil,
                    [
                        "audience": optional(string("The audience; null for everybody else.")),
                        "day": optional(date("The day; null where unknown.")),
                        "text": optional(string("The day in words.")),
                    ]),
            ],
            "published": optional(date("The day it was announced; null where unknown.")),
            "zone": string("The zone of all days: an IANA name or UTC."),
            "class": object(
                "What the changes are to the reader.",
                [
                    "value": oneOf(classes, "What the notice is told as."),
                    "computed": oneOf(classes, "What the changes make of it."),
                    "stated": optional(oneOf(classes, "What people make of it.")),
                    "qualities": [
                        "description": "What people say beside the class.", "type": "array",
                        "items": oneOf(NoticeQuality.allCases.map(\.rawValue), "A quality."),
                    ],
                    "reason": optional(string("Why people say so.")),
                ]),
            "direction": oneOf(
                OverallDirection.allCases.map(\.rawValue), "The direction over the substantive changes."),
            "summary": strings("What is said of this policy beside the notice's own summary."),
            "languageOfText": optional(
                string("The language of the policy's text (BCP 47) where it is not the notice's; null where it is.")),
            "overview": strings("Of very many changes, section by section what they are; [] where the points are few."),
            "overviewAdditions": paragraphs("What people added behind the overview, in Markdown, a paragraph each."),
            "groups": [
                "description": "The substantive changes by what they mean for the reader, most important first.",
                "type": "array",
                "items": object(
                    nil,
                    [
                        "meaning": oneOf(Meaning.allCases.map(\.rawValue), "What they mean for the reader."),
                        "title": string("The heading."),
                        "points": array("#/$defs/point", "The points, most important first."),
                    ]),
            ],
            "wordingOnly": optional(["$ref": "#/$defs/point"]),
            "facts": array("#/$defs/fact", "What else readers are told, in the order to show it."),
            "links": [
                "description": "Where the texts are.", "type": "array",
                "items": object(
                    nil,
                    [
                        "kind": oneOf(NoticeLinkKind.allCases.map(\.rawValue), "What the link leads to."),
                        "label": string("What to call it."),
                        "url": url("The address, of http or https."),
                    ]),
            ],
            "rule": optional(
                object(
                    "The notice rule that applies.",
                    [
                        "id": string("Its name."),
                        "days": optional(["description": "Its period in days.", "type": "integer", "minimum": 0]),
                        "months": optional(["description": "Its period in months.", "type": "integer", "minimum": 0]),
                        "source": optional(string("Where it comes from.")),
                        "earliest": optional(date("The first day of effect that it allows.")),
                        "exemption": optional(string("Why its period does not apply.")),
                        "isKept": ["description": "Whether no day of effect is too early.", "type": "boolean"],
                    ])),
        ]
    }

    private static var referenceMembers: [String: JSON] {
        let content = { (what: String) -> JSON in
            optional(["description": .string(what), "type": "string", "pattern": "^[0-9a-f]{40}$"])
        }
        return [
            "label": string("The label, unique in the policy."),
            "commit": ["description": "The commit that recorded it.", "type": "string", "pattern": "^[0-9a-f]{40}$"],
            "text": content("The content of its text, as git names it."),
            "rules": content("The content of its rules, as git names it."),
            "published": optional(date("The day it was announced; null where unknown.")),
            "effective": optional(date("The day it starts to bind for everybody; null where unknown.")),
            "recorded": [
                "description": "The moment it was recorded, in UTC.", "type": "string", "format": "date-time",
            ],
        ]
    }

    private static var pointMembers: [String: JSON] {
        [
            "text": string("The sentence."),
            "markup": optional(markup("The sentence in people's Markdown; null where it is text alone.")),
            "spans": [
                "description":
                    "The sentence in stretches, so that a page can say in which language its quotations are.",
                "type": "array",
                "items": object(
                    nil,
                    [
                        "text": string("The words."),
                        "language": optional(string("Their language (BCP 47); null for that of the notice.")),
                    ]),
            ],
            "quotations": optional(
                object(
                    "Whose words it quotes; null where the policy is in the notice's own language.",
                    [
                        "language": string("Their language (BCP 47)."),
                        "isTranslation": [
                            "description": "Whether they are those of the recorded translation.", "type": "boolean",
                        ],
                    ])),
            "generated": string("The sentence as it was generated; the same unless people wrote another."),
            "short": string("The same in a few words."),
            "place": optional(
                string("The headings that lead to it, and which way it goes where the heading above it does not say.")),
            "anchor": optional(string("The anchor of the place in the new text's page.")),
            "why": optional(string("Why it changed.")),
            "was": optional(string("What stood there before, in full.")),
            "now": optional(string("What stands there now, in full.")),
            "significance": oneOf(Significance.allCases.map(\.rawValue), "The most important significance."),
            "direction": oneOf(Direction.allCases.map(\.rawValue), "For the reader."),
            "additions": paragraphs("What people added behind it, in Markdown, a paragraph each."),
            "changes": array("#/$defs/change", "The changes it stands on."),
        ]
    }

    private static var factMembers: [String: JSON] {
        [
            "subject": oneOf(NoticeSubject.allCases.map(\.rawValue), "What it is about."),
            "label": string("What to call it."),
            "text": string("One or a few sentences."),
            "markup": optional(markup("The same in people's Markdown; null where it is text alone.")),
            "day": optional(date("The day it names.")),
            "additions": paragraphs("What people added behind it, in Markdown, a paragraph each."),
        ]
    }

    static func strings(_ description: String) -> JSON {
        ["description": .string(description), "type": "array", "items": ["type": "string"]]
    }

    /// A sentence in Markdown; templates may put it only between elements.
    private static func markup(_ description: String) -> JSON {
        ["description": .string(description), "type": "string", "contentMediaType": "text/markdown"]
    }

    private static func paragraphs(_ description: String) -> JSON {
        ["description": .string(description), "type": "array", "items": markup("A paragraph, or a list.")]
    }

    /// An address; templates may put only these into `href` and `src`.
    static func url(_ description: String) -> JSON {
        ["description": .string(description), "type": "string", "format": "uri"]
    }
}

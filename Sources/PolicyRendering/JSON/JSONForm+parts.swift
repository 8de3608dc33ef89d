import PolicyDiff
import PolicyModel
package import PolicyQueries

extension JSONForm {
    /// Returns the object that `blame` prints: headings and clauses in the order of the text, then the rules.
    ///
    /// `wordings` leads from the present wording back to the first one; `[]` where they were not asked for.
    package static func blame(_ blame: Blame) -> JSON {
        [
            "schemaVersion": schemaVersion,
            "policy": policy(blame.policy),
            "version": version(blame.version),
            "axis": .string(blame.axis.rawValue),
            "first": version(blame.first),
            "clauses": .array(blame.parts.map(part)),
            "rules": .array(blame.rules.map(part)),
            "findings": findings(blame.findings),
        ]
    }

    /// Returns the object that `history` prints: the versions that did something to the part, newest first.
    package static func history(_ history: PartHistory) -> JSON {
        let (kind, value): (String, String) =
            switch history.selector {
            case .rule(let id): ("rule", id)
            case .section(let heading): ("section", heading)
            case .match(let text): ("match", text)
            }
        return [
            "schemaVersion": schemaVersion,
            "policy": policy(history.policy),
            "part": ["kind": .string(kind), "value": .string(value)],
            "axis": .string(history.axis.rawValue),
            "entries": .array(
                history.entries.map {
                    [
                        "version": version($0.version), "event": .string($0.event.rawValue), "text": .string($0.text),
                        "summary": summary($0.comparison), "changes": .changes($0.comparison.changes),
                    ]
                }),
            "versions": .integer(history.versions),
            "findings": findings(history.findings),
        ]
    }

    private static func part(_ part: Blame.Part) -> JSON {
        [
            "section": .array(part.section.map { .string($0) }),
            "isHeading": .bool(part.isHeading),
            "rule": .optional(part.rule),
            "text": .string(part.text),
            "lines": lines(part.lines),
            "since": version(part.since),
            "wordings": .array(
                part.wordings.map {
                    [
                        "version": version($0.version), "text": .string($0.text),
                        "significance": .optional($0.significance?.rawValue),
                    ]
                }),
        ]
    }
}

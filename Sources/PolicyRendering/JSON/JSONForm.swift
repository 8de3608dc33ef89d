import PolicyDiff
package import PolicyModel
import PolicyQueries

/// The machine's form of every answer: keys sorted, every key always present, `null` or `[]` where there is nothing.
///
/// What stands here is a contract; `schemaVersion` counts its breaks. `JSONSchemas.changes` describes it.
package enum JSONForm {
    static let schemaVersion: JSON = 1

    static func policy(_ name: PolicyName) -> JSON { ["id": .string(name.id.text), "title": .string(name.title)] }

    static func version(_ version: Version) -> JSON { .object(members(of: version)) }

    static func members(of version: Version) -> JSON.Members {
        JSON.Members([
            "label": .string(version.label),
            "effective": .optional(version.effective.standard?.description),
            "published": .optional(version.published?.description),
            "recorded": .string(version.recorded.description),
            "commit": .string(version.commit.description),
            "state": .string(version.state.rawValue),
        ])
    }

    static func summary(_ comparison: Comparison) -> JSON {
        [
            "significance": .string(comparison.significance?.rawValue ?? "none"),
            "direction": .string(comparison.direction.rawValue),
            "counts": .object(
                JSON.Members(pairs: Significance.allCases.map { ($0.rawValue, .integer(comparison.count($0))) })),
        ]
    }

    /// A change as a tree, for whoever looks into it; `JSONWriter` prints changes without one.
    static func change(_ change: Change) -> JSON {
        [
            "after": evidence(change.after),
            "before": evidence(change.before),
            "direction": .string(change.direction.rawValue),
            "edits": .array(
                change.edits.map { ["op": .string($0.operation.rawValue), "text": .string($0.text)] }),
            "id": .string(change.id),
            "introducedIn": .optional(change.introducedIn),
            "kind": .string(change.kind),
            "modality": change.modality.map {
                ["after": .optional($0.after?.rawValue), "before": .optional($0.before?.rawValue)]
            } ?? .null,
            "places": .integer(change.places),
            "quantities": .array(
                change.quantities.map { ["after": .optional($0.after), "before": .optional($0.before)] }),
            "reason": .string(change.reason),
            "rule": .optional(change.rule),
            "section": .array(change.section.map { .string($0) }),
            "significance": .string(change.significance.rawValue),
            "summary": .string(change.summary),
        ]
    }

    static func finding(_ finding: Finding) -> JSON {
        [
            "id": .string(finding.id),
            "severity": .string(finding.severity.rawValue),
            "message": .string(finding.message),
            "place": finding.place.map { .string(place($0)) } ?? .null,
        ]
    }

    /// Returns findings as a list, in their order.
    package static func findings(_ findings: [Finding]) -> JSON { .array(findings.map(finding)) }

    /// A place as people write it: `path`, `path:3` or `path:3-5`.
    static func place(_ place: Place) -> String {
        guard let lines = place.lines else { return place.path }
        return lines.first == lines.last ? "\(place.path):\(lines.first)" : "\(place.path):\(lines.first)-\(lines.last)"
    }

    static func lines(_ lines: LineRange) -> JSON { [.integer(lines.first), .integer(lines.last)] }

    private static func evidence(_ evidence: Change.Evidence?) -> JSON {
        guard let evidence else { return .null }
        return ["lines": lines(evidence.lines), "text": .string(evidence.text)]
    }
}

import PolicyDiff
import PolicyModel
package import PolicyNotices
import PolicyQueries

extension JSONForm {
    /// Returns the object that `notice --format json` prints; `JSONSchemas.notice` describes it, and templates read it.
    ///
    /// Each paragraph that people added stands at the part it was written behind, those that belong nowhere at the end.
    package static func notice(_ notice: Notice) -> JSON {
        var additions = PlacedAdditions(notice.additions)
        let policies = JSON.array(notice.policies.map { policy($0, of: notice, &additions) })
        let behindSummary = additions.take("summary")
        let facts = JSON.array(notice.facts.map { fact($0, &additions) })
        return [
            "schemaVersion": schemaVersion,
            "id": .string(notice.id),
            "language": .string(notice.language),
            "writing": .string(WritingDirection(ofLanguage: notice.language).rawValue),
            "publisher": .optional(notice.publisher),
            "reader": .string(notice.recipient.reader.rawValue),
            "audience": .optional(notice.recipient.audience),
            "headline": .string(notice.headline),
            "amendment": notice.amendment.map {
                [
                    "digest": .string($0.digest), "explanation": .string($0.explanation),
                    "sentence": .string($0.sentence),
                ]
            } ?? .null,
            "summary": .array(notice.summary.map { .string($0) }),
            "summaryMarkup": .optional(notice.summaryMarkdown),
            "summaryAdditions": behindSummary,
            "class": .string(notice.category.rawValue),
            "policies": policies,
            "facts": facts,
            "additions": additions.rest(),
            "wanted": .array(
                notice.wanted.map {
                    [
                        "policy": .optional($0.policy?.text), "subject": .string($0.subject.rawValue),
                        "question": .string($0.question),
                    ]
                }),
            "labels": labels(notice.labels),
            "digest": .string(notice.digest),
        ]
    }

    private static func policy(_ part: PolicyNotice, of notice: Notice, _ additions: inout PlacedAdditions) -> JSON {
        [
            "id": .string(part.policy.id.text),
            "title": .string(part.policy.title),
            "event": .string(part.event.rawValue),
            "from": part.from.map(reference) ?? .null,
            "to": part.to.map(reference) ?? .null,
            "effective": .array(
                part.effective.map {
                    [
                        "audience": .optional($0.audience), "day": .optional($0.day?.description),
                        "text": .optional($0.text),
                    ]
                }),
            "published": .optional(part.published?.description),
            "zone": .string(part.zone),
            "class": [
                "value": .string(part.classification.value.rawValue),
                "computed": .string(part.classification.computed.rawValue),
                "stated": .optional(part.classification.stated?.rawValue),
                "qualities": .array(part.classification.qualities.map { .string($0.rawValue) }),
                "reason": .optional(part.classification.reason),
            ],
            "direction": .string(part.direction.rawValue),
            // What the notice as a whole already says is not said again.
            "summary": .array(part.summary == notice.summary ? [] : part.summary.map { .string($0) }),
            "languageOfText": .optional(part.languageOfText),
            "overview": .array(part.overview.map { .string($0) }),
            "overviewAdditions": additions.take(part.overview.indices.map { "overview:\($0 + 1)" }),
            "groups": .array(
                part.groups.map { group in
                    [
                        "meaning": .string(group.meaning.rawValue), "title": .string(group.title),
                        "points": .array(group.points.map { point($0, notice.labels, &additions) }),
                    ]
                }),
            "wordingOnly": part.wordingOnly.map { point($0, notice.labels, &additions) } ?? .null,
            "facts": .array(part.facts.map { fact($0, &additions) }),
            "links": .array(
                part.links.filter { Address.isSafe($0.url) }.map {
                    ["kind": .string($0.kind.rawValue), "label": .string($0.label), "url": .string($0.url)]
                }),
            "rule": part.rule.map(rule) ?? .null,
        ]
    }

    private static func reference(_ version: VersionReference) -> JSON {
        [
            "label": .string(version.label),
            "commit": .string(version.commit.description),
            "text": .optional(version.text?.description),
            "rules": .optional(version.rules?.description),
            "published": .optional(version.published?.description),
            "effective": .optional(version.effective.standard?.description),
            "recorded": .string(version.recorded.description),
        ]
    }

    private static func point(
        _ point: NoticePoint, _ labels: NoticeLabels, _ additions: inout PlacedAdditions
    ) -> JSON {
        [
            "text": .string(point.text),
            "markup": .optional(point.markdown),
            "spans": .array(
                QuotedSpan.spans(of: point, labels).map {
                    ["text": .string($0.text), "language": .optional($0.language)]
                }),
            "quotations": point.quotations.map {
                ["language": .string($0.language), "isTranslation": .bool($0.isTranslation)]
            } ?? .null,
            "generated": .string(point.generated),
            "short": .string(point.short),
            "place": .optional(point.place),
            "anchor": .optional(point.anchor),
            "why": .optional(point.why),
            "was": .optional(point.was),
            "now": .optional(point.now),
            "significance": .string(point.significance.rawValue),
            "direction": .string(point.direction.rawValue),
            "additions": additions.take(point.changes.map { "change:\($0.id)" }),
            "changes": .changes(point.changes),
        ]
    }

    private static func fact(_ fact: NoticeFact, _ additions: inout PlacedAdditions) -> JSON {
        [
            "subject": .string(fact.subject.rawValue),
            "label": .string(fact.label),
            "text": .string(fact.text),
            "markup": .optional(fact.markdown),
            "day": .optional(fact.day?.description),
            "additions": additions.take("fact:\(fact.subject.rawValue)"),
        ]
    }

    private static func rule(_ applied: AppliedRule) -> JSON {
        let (days, months): (JSON, JSON) =
            switch applied.rule.period {
            case .days(let days): (.integer(days), .null)
            case .months(let months): (.null, .integer(months))
            }
        return [
            "id": .string(applied.rule.id),
            "days": days,
            "months": months,
            "source": .optional(applied.rule.source),
            "earliest": .optional(applied.earliest?.description),
            "exemption": .optional(applied.exemption),
            "isKept": .bool(applied.tooEarly.isEmpty),
        ]
    }

    private static func labels(_ labels: NoticeLabels) -> JSON {
        [
            "colon": .string(labels.colon), "inShort": .string(labels.inShort), "changes": .string(labels.changes),
            "was": .string(labels.was),
            "now": .string(labels.now), "place": .string(labels.place), "why": .string(labels.why),
            "version": .string(labels.version), "links": .string(labels.links), "amended": .string(labels.amended),
            "digest": .string(labels.digest), "unsubscribe": .string(labels.unsubscribe),
        ]
    }
}

/// The paragraphs that people added, handed out once each to the part they stand behind.
private struct PlacedAdditions {
    private var waiting: [Addition]

    init(_ additions: [Addition]) { waiting = additions }

    mutating func take(_ keys: [String]) -> JSON {
        let found = waiting.filter { keys.contains($0.after) }
        waiting.removeAll { keys.contains($0.after) }
        return .array(found.map { .string($0.markdown) })
    }

    mutating func take(_ key: String) -> JSON { take([key]) }

    func rest() -> JSON { .array(waiting.map { .string($0.markdown) }) }
}

import PolicyDiff
import PolicyModel
package import PolicyNotices
import PolicyQueries

extension MarkdownForm {
    /// Returns what `notice --format markdown` prints.
    package static func notice(_ notice: Notice) -> String {
        var blocks = ["# \(markdownEscaped(notice.headline))"]
        if let amendment = notice.amendment { blocks.append(markdownEscaped(amendment.sentence)) }
        if !notice.summary.isEmpty { blocks.append(markdownEscaped(notice.summary.joined(separator: " "))) }
        let isAlone = notice.policies.count == 1
        for part in notice.policies {
            if !isAlone { blocks.append("## \(markdownEscaped(part.policy.title))") }
            if notice.summary != part.summary { blocks.append(markdownEscaped(part.summary.joined(separator: " "))) }
            let level = isAlone ? "##" : "###"
            for group in part.groups {
                blocks.append("\(level) \(markdownEscaped(group.title))")
                blocks.append(group.points.map { "- \(point($0))" }.joined(separator: "\n"))
            }
            if let last = part.wordingOnly { blocks.append(markdownEscaped(last.text)) }
            blocks += part.facts.map { fact($0, notice.labels) }
            if !part.links.isEmpty {
                blocks.append(
                    part.links.map { "- [\(markdownEscaped($0.label))](<\($0.url)>)" }.joined(separator: "\n"))
            }
        }
        blocks += notice.facts.map { fact($0, notice.labels) }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private static func point(_ point: NoticePoint) -> String {
        markdownEscaped(point.text) + (point.place.map { " *\(markdownEscaped($0))*" } ?? "")
    }

    private static func fact(_ fact: NoticeFact, _ labels: NoticeLabels) -> String {
        "**\(markdownEscaped(fact.label + labels.colon))** \(markdownEscaped(fact.text))"
    }
}

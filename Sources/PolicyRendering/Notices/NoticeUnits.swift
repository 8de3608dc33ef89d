import PolicyDiff
import PolicyModel
package import PolicyNotices
import PolicyQueries

extension MarkdownForm {
    /// Returns the generated parts of the file of a notice of one policy, in their order.
    package static func units(of notice: Notice) -> [NoticeUnit] {
        var units = [NoticeUnit(key: .headline, markdown: "# \(markdownEscaped(notice.headline))")]
        if let amendment = notice.amendment {
            units.append(NoticeUnit(key: .amendment, markdown: markdownEscaped(amendment.sentence)))
        }
        if !notice.summary.isEmpty {
            units.append(
                NoticeUnit(key: .summary, markdown: markdownEscaped(notice.summary.joined(separator: " "))))
        }
        for part in notice.policies {
            units += part.overview.enumerated().map { place, line in
                NoticeUnit(key: .overview(place + 1), markdown: "- \(markdownEscaped(line))")
            }
            for group in part.groups {
                units.append(NoticeUnit(key: .group(group.meaning), markdown: "## \(markdownEscaped(group.title))"))
                units += group.points.map { point in
                    let place = point.place.map { " *\(markdownEscaped($0))*" } ?? ""
                    return NoticeUnit(key: .point(point), markdown: "- \(markdownEscaped(point.text))\(place)")
                }
            }
            if let last = part.wordingOnly {
                units.append(NoticeUnit(key: .editorial, markdown: markdownEscaped(last.text)))
            }
            units += part.facts.map { unit($0, notice.labels) }
            units += part.links.map { link in
                NoticeUnit(key: .link(link), markdown: "- [\(markdownEscaped(link.label))](<\(link.url)>)")
            }
        }
        return units + notice.facts.map { unit($0, notice.labels) }
    }

    private static func unit(_ fact: NoticeFact, _ labels: NoticeLabels) -> NoticeUnit {
        NoticeUnit(
            key: .fact(fact),
            markdown: "**\(markdownEscaped(fact.label + labels.colon))** \(markdownEscaped(fact.text))")
    }
}

import PolicyDiff
import PolicyModel
package import PolicyQueries

extension TextForm {
    /// Beyond so many policies with news each is told in its most important changes only, unless all are asked for.
    private static let manyPolicies = 12
    private static let changesOfMany = 4

    /// Returns what `since` prints: the policies with news, the weightiest first, what is upcoming, and what stayed the same.
    package static func since(_ answer: SinceAnswer, options: RenderingOptions = .init()) -> String {
        var page = Page(options)
        if answer.policies.isEmpty {
            page.add(StyledText(SinceWording.nothing(answer)))
        } else {
            page.add(StyledText(SinceWording.heading(answer), .quiet))
        }
        for news in answer.policiesByWeight {
            page.gap()
            page.add(news, limit: answer.policies.count > manyPolicies ? changesOfMany : .max)
        }
        if !answer.policies.isEmpty, let unchanged = SinceWording.unchanged(answer, all: options.all) {
            page.gap()
            page.add(StyledText(unchanged, .quiet))
        }
        if let late = SinceWording.recordedLate(answer, all: options.all) {
            page.gap()
            page.add(StyledText(late))
        }
        return page.text
    }
}

extension Page {
    fileprivate mutating func add(_ news: PolicyNews, limit: Int) {
        add(TextForm.title(news.policy))
        for line in SinceWording.head(news) { add(StyledText(line)) }
        add(
            changes: news.comparison.changes, in: ChangeContext(versions: news.versions, policy: news.policy),
            limit: limit)
        let notes = SinceWording.notes(news)
        if !notes.isEmpty { gap() }
        for note in notes { add(StyledText(note, .quiet), indentation: 4, first: 2) }
        for upcoming in news.upcoming {
            gap()
            add(upcoming)
        }
    }

    /// How many changes of an upcoming version are told where not all are asked for.
    private static let upcomingChanges = 5

    private mutating func add(_ upcoming: UpcomingVersion) {
        var head = StyledText("Upcoming: ", .strong)
        head.append(SinceWording.upcoming(upcoming))
        add(head, indentation: 4, first: 2)
        if upcoming.isListed { return }
        let substantive = upcoming.comparison.changes.filter { options.all || $0.significance > .editorial }
        for change in substantive.prefix(options.all ? .max : Self.upcomingChanges) {
            var lead = StyledText("    ")
            let label = "\(change.direction.sign) \(change.direction.rawValue)"
            lead.append(label, StyledText.Style(change.direction))
            lead.append(String(repeating: " ", count: max(1, 12 - label.columns)))
            add(StyledText(change.summary), indentation: 16, lead: lead)
        }
        let left = substantive.count - Self.upcomingChanges
        if !options.all, left > 0 { add(StyledText("and \(left) more (--all lists them)", .quiet), indentation: 16) }
    }
}

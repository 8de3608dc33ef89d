import PolicyDiff
package import PolicyModel
package import PolicyQueries

extension HTMLForm {
    /// Returns the page that `since` makes: each policy with its changes, and with its redline where its text is given.
    ///
    /// - Parameter texts: the texts in force before and at the end of the window, by policy.
    package static func since(_ answer: SinceAnswer, texts: [PolicyID: WholeText] = [:]) -> String {
        let title = "What changed from \(answer.since) to \(answer.until)"
        return page(title: title) { page in
            page.element("header") { header in
                header.element("h1", text: title)
                header.element("p", ["class": "quiet"], text: "Counted \(Wording.axis(answer.axis)).")
                if answer.askedAhead != nil, !answer.policies.isEmpty {
                    header.element("p", ["class": "quiet"], text: SinceWording.heading(answer) + ".")
                }
            }
            page.newline()
            if answer.policies.isEmpty {
                page.element("p", ["class": "sum"], text: SinceWording.nothing(answer))
            }
            let policies = answer.policiesByWeight
            if policies.count > 1 {
                page.element("nav", ["aria-label": "Policies"]) { nav in
                    nav.element("ul") { list in
                        for (number, news) in policies.enumerated() {
                            list.element("li") { item in
                                item.element(
                                    "a", ["href": "#policy-\(number + 1)", "dir": "auto"], text: news.policy.title)
                                item.text(": \(Wording.sum(news.comparison))")
                            }
                        }
                    }
                }
                page.newline()
            }
            for (number, news) in policies.enumerated() {
                addNews(news, text: texts[news.policy.id], number: number + 1, to: &page)
            }
            if !answer.policies.isEmpty, let unchanged = SinceWording.unchanged(answer, all: true) {
                page.element("p", text: unchanged)
            }
            if let line = SinceWording.recordedLate(answer, all: true) {
                page.element("p", ["class": "quiet"], text: line)
            }
            addFindings(
                answer.findings
                    + answer.policies.flatMap { news in
                        (news.findings + news.comparison.findings).map { $0.placed(in: news.policy.id.text) }
                    }, to: &page)
        }
    }

    private static func addNews(_ news: PolicyNews, text: WholeText?, number: Int, to page: inout Markup) {
        page.element("article", ["aria-labelledby": "policy-\(number)"]) { article in
            ComparisonView.heading(2, id: "policy-\(number)", to: &article) { $0.text(news.policy.title) }
            if news.policy.title != news.policy.id.text {
                article.element("p", ["class": "quiet"]) { $0.element("code", text: news.policy.id.text) }
            }
            for (place, line) in SinceWording.head(news).enumerated() {
                article.element("p", ["class": place == 0 ? nil : "sum"], text: line)
            }
            for note in SinceWording.notes(news) { article.element("p", text: note) }
            article.newline()
            let view = ComparisonView(
                changes: news.comparison.changes, text: text,
                context: ChangeContext(versions: news.versions, policy: news.policy), prefix: "policy-\(number)-")
            view.addChanges(to: &article, level: 3)
            for (place, upcoming) in news.upcoming.enumerated() {
                ComparisonView.heading(3, to: &article) { $0.text("Upcoming: \(upcoming.version.label)") }
                article.element("p", ["class": "sum"], text: SinceWording.upcoming(upcoming))
                if upcoming.isListed { continue }
                ComparisonView(
                    changes: upcoming.comparison.changes, text: nil,
                    context: ChangeContext(versions: [upcoming.version], policy: news.policy),
                    prefix: "policy-\(number)-upcoming-\(place + 1)-"
                ).addChanges(to: &article, level: 4)
            }
            view.addRedline(to: &article, level: 3)
        }
        page.newline()
    }
}

extension Finding {
    /// Returns the finding with a place, where it has none of its own.
    fileprivate func placed(in path: String) -> Finding {
        place != nil ? self : Finding(id: id, severity: severity, message: message, place: Place(path: path), fix: fix)
    }
}

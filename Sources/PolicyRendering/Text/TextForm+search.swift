import PolicyModel
package import PolicyQueries

extension TextForm {
    /// Returns what `search` prints: for each policy when the phrase came and went, and the clauses that hold it.
    package static func search(_ answer: SearchAnswer, options: RenderingOptions = .init()) -> String {
        var page = Page(options)
        page.add(StyledText(SearchWording.head(answer), .strong))
        for entry in answer.entries {
            page.gap()
            var title = StyledText(entry.policy.title, .strong)
            if entry.policy.title != entry.policy.id.text { title.append(" · \(entry.policy.id)", .quiet) }
            page.add(title)
            for run in entry.runs { page.add(StyledText(SearchWording.run(run)), indentation: 2) }
            if let source = SearchWording.source(entry) { page.add(StyledText(source, .quiet), indentation: 2) }
            for clause in entry.clauses {
                page.add(StyledText("“" + SearchWording.excerpt(clause, of: answer) + "”", .quiet), indentation: 2)
                if let own = SearchWording.own(clause, in: entry) {
                    page.add(StyledText(own, .quiet), indentation: 4)
                }
            }
            if let rest = SearchWording.rest(entry) {
                page.add(StyledText(rest, .quiet), indentation: 2)
            }
        }
        return page.text
    }
}

import PolicyModel
package import PolicyQueries

extension MarkdownForm {
    /// Returns what `search` prints.
    package static func search(_ answer: SearchAnswer, options: RenderingOptions = .init()) -> String {
        var lines = ["# " + markdownEscaped(SearchWording.head(answer)), ""]
        for entry in answer.entries {
            lines += ["## " + markdownEscaped(entry.policy.title), ""]
            if entry.policy.title != entry.policy.id.text { lines += [markdownEscaped(entry.policy.id.text), ""] }
            lines += entry.runs.map { "- " + markdownEscaped(SearchWording.run($0)) }
            if let source = SearchWording.source(entry) { lines += ["", source] }
            for clause in entry.clauses {
                lines += ["", "> " + markdownEscaped(SearchWording.excerpt(clause, of: answer))]
                if let own = SearchWording.own(clause, in: entry) { lines += ["", markdownEscaped(own)] }
            }
            if let rest = SearchWording.rest(entry) { lines += ["", markdownEscaped(rest)] }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }
}

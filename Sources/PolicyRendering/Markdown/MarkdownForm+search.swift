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
            lines += ["", "> " + markdownEscaped(SearchWording.excerpt(entry, of: answer)), ""]
        }
        return lines.joined(separator: "\n")
    }
}

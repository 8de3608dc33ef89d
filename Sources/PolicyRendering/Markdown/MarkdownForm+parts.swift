import PolicyDiff
import PolicyModel
package import PolicyQueries

extension MarkdownForm {
    /// Returns what `blame --format markdown` prints: a table of clauses and rules with the version since which each stands.
    package static func blame(_ blame: Blame, options: RenderingOptions = .init()) -> String {
        var output = heading(blame.policy, level: 1) + "\n" + markdownEscaped(BlameWording.head(blame)) + "\n\n"
        output += "| since | clause |\n|---|---|\n" + blame.parts.map(row).joined()
        if !blame.rules.isEmpty {
            output += "\n| since | rule |\n|---|---|\n" + blame.rules.map(row).joined()
        }
        if let bound = BlameWording.bound(blame) { output += "\n\(markdownEscaped(bound))\n" }
        return output
    }

    /// Returns what `history --format markdown` prints: a section for each version that did something to the part.
    package static func history(_ history: PartHistory, options: RenderingOptions = .init()) -> String {
        var output = heading(history.policy, level: 1) + "\n" + markdownEscaped(HistoryWording.head(history)) + "\n"
        for entry in history.entries {
            output += "\n## \(markdownEscaped(entry.version.label))\n\n"
            output += markdownEscaped(HistoryWording.event(entry)) + "\n"
            if HistoryWording.showsText(entry) {
                output +=
                    "\n"
                    + entry.text.split(separator: "\n").map { "> \(markdownEscaped(String($0)))\n" }
                    .joined(separator: ">\n")
            }
            let told = changes(
                entry.comparison.changes, in: ChangeContext(versions: [], policy: history.policy, showsLabels: false),
                all: options.all)
            if !told.isEmpty { output += "\n" + told }
        }
        return output
    }

    private static func row(_ part: Blame.Part) -> String {
        var text = markdownEscaped(part.text)
        if part.isHeading { text = "**\(text)**" }
        if let rule = part.rule { text = "\(code(rule)) \(text)" }
        for (place, wording) in part.wordings.enumerated() where part.wordings.count > 1 {
            text += "<br>\(markdownEscaped("\(wording.version.label) \(BlameWording.event(wording))"))"
            if place > 0 { text += ": \(markdownEscaped(wording.text))" }
        }
        return "| \(markdownEscaped(part.since.label)) | \(text) |\n"
    }
}

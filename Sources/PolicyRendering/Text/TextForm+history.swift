import PolicyDiff
import PolicyModel
package import PolicyQueries

extension TextForm {
    /// The lines of a part's text that are shown where not all is asked for.
    private static let shownLines = 8

    /// Returns what `history` prints: the versions that did something to the part, newest first, each with its change.
    package static func history(_ history: PartHistory, options: RenderingOptions = .init()) -> String {
        var page = Page(options)
        page.add(title(history.policy))
        page.add(StyledText(HistoryWording.head(history)))
        for entry in history.entries {
            page.gap()
            var head = StyledText(entry.version.label, .strong)
            head.append(", \(HistoryWording.event(entry))")
            page.add(head)
            if HistoryWording.showsText(entry) {
                let lines = entry.text.split(separator: "\n")
                for line in lines.prefix(options.all ? .max : shownLines) {
                    page.add(StyledText(String(line)), indentation: 4, first: 2)
                }
                if !options.all, lines.count > shownLines {
                    page.add(
                        StyledText("and \(lines.count - shownLines) more lines (--all shows them)", .quiet),
                        indentation: 2)
                }
            }
            page.add(
                changes: entry.comparison.changes,
                in: ChangeContext(versions: [], policy: history.policy, showsLabels: false))
        }
        return page.text
    }
}

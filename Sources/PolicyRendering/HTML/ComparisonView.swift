import PolicyDiff
import PolicyModel

/// One comparison on a page: its list of changes and its redline, which lead to each other.
struct ComparisonView {
    let changes: [Change]
    let text: WholeText?
    let context: ChangeContext
    /// What the ids of this comparison begin with, so that a page can hold several.
    let prefix: String
    /// Where each change stands.
    let places: ChangePlaces

    init(changes: [Change], text: WholeText?, context: ChangeContext, prefix: String) {
        self.changes = changes
        self.text = text
        self.context = context
        self.prefix = prefix
        self.places = ChangePlaces(of: changes, in: text?.redline)
    }

    /// The id of a change in the list; changes are numbered from 1 in the order in which they are told.
    func id(ofChange index: Int) -> String { "\(prefix)change-\(index + 1)" }

    /// The id of a block of the redline.
    func id(ofBlock index: Int) -> String { "\(prefix)block-\(index + 1)" }

    /// The id of a change of the rules below the redline.
    func id(ofRule index: Int) -> String { "\(prefix)rule-\(index + 1)" }

    /// The id of the place that a change leads to; nil where it stands nowhere on the page.
    func target(ofChange index: Int) -> String? {
        switch places.targets[index] {
        case .block(let block): id(ofBlock: block)
        case .rule(let rule): id(ofRule: rule)
        case .nowhere: nil
        }
    }

    /// The changes of the rules that the redline does not show, by index.
    var ruleChanges: [Int] {
        changes.indices.filter { if case .rule = places.targets[$0] { true } else { false } }
    }

    var hasRedline: Bool { text?.redline.blocks.isEmpty == false }

    /// Adds links to the parts of a page that holds this comparison alone.
    func addContents(to page: inout Markup) {
        guard hasRedline, !changes.isEmpty else { return }
        page.element("nav", ["aria-label": "On this page"]) { nav in
            nav.element("a", ["href": "#\(prefix)changes"], text: "What changed")
            nav.text(" · ")
            nav.element("a", ["href": "#\(prefix)text"], text: "The whole text")
        }
        page.newline()
    }

    /// Adds words in runs: those that came and went marked for the eye and in words.
    ///
    /// White space at either end of a run stays outside its mark.
    static func add(_ edits: [WordEdit], to markup: inout Markup) {
        for edit in edits {
            switch edit.operation {
            case .equal: addLines(edit.text, to: &markup)
            case .insert, .delete:
                let words = edit.text.drop { $0.isWhitespace }
                let lead = edit.text.dropLast(words.count)
                let kept = words.dropLast(words.reversed().prefix { $0.isWhitespace }.count)
                if kept.isEmpty {
                    addLines(edit.text, to: &markup)
                    continue
                }
                markup.text(String(lead))
                let isNew = edit.operation == .insert
                markup.element(isNew ? "ins" : "del") { mark in
                    addWords(isNew ? "inserted: " : "deleted: ", to: &mark)
                    addLines(String(kept), to: &mark)
                    addWords(isNew ? " end of insertion" : " end of deletion", to: &mark)
                }
                markup.text(String(words.dropFirst(kept.count)))
            }
        }
    }

    /// Adds words for screen readers.
    ///
    /// With a direction of their own they do not count where a block takes its direction from its first letter (`dir="auto"`).
    private static func addWords(_ words: String, to markup: inout Markup) {
        markup.element("span", ["class": "words", "lang": "en", "dir": "ltr"], text: words)
    }

    /// Adds text whose line feeds part the clauses that a passage was joined of.
    private static func addLines(_ text: String, to markup: inout Markup) {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { markup.void("br") }
            markup.text(String(line))
        }
    }
}

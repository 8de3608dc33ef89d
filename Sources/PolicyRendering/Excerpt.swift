import PolicyDiff

/// The old or the new side of a change in runs, shortened around what differs.
struct Excerpt: Hashable {
    /// One run of words.
    struct Run: Hashable {
        let text: String
        /// Whether the words are only on this side.
        let isChanged: Bool
    }

    let runs: [Run]

    var text: String { runs.map(\.text).joined() }

    /// The words kept on either side of an edit.
    private static let context = 7
    /// The longest excerpt, in words.
    private static let longest = 60

    /// Returns what of a change's old and new text is worth showing beside its sentence.
    ///
    /// A text that the sentence quotes in full is not shown again, of one that it quotes in part only the rest; and a side that
    /// merely lacks some words is left out where the other side shows them.
    static func sides(of change: Change, whole: Bool) -> (before: Excerpt?, after: Excerpt?) {
        var before = change.before.map { Excerpt($0.text, change.edits, own: .delete, whole: whole) }
        var after = change.after.map { Excerpt($0.text, change.edits, own: .insert, whole: whole) }
        if !whole {
            if change.before == nil, let text = change.after?.text {
                after = remainder(of: text, quotedIn: change.summary) ?? after
            }
            if change.after == nil, let text = change.before?.text {
                before = remainder(of: text, quotedIn: change.summary) ?? before
            }
            if let old = before, let new = after {
                // Two or fewer words may be a "not": then both sides say it better.
                if !old.isChanged, new.changedWords > 2 { before = nil }
                if !new.isChanged, old.changedWords > 2 { after = nil }
            }
        }
        func shown(_ excerpt: Excerpt?) -> Excerpt? {
            guard let excerpt, !excerpt.text.isEmpty, !change.summary.contains(excerpt.text) else { return nil }
            if !whole, excerpt.isMostlyQuoted(in: change.summary) { return nil }
            return excerpt
        }
        return (shown(before), shown(after))
    }

    /// Whether it has words that the other side lacks.
    var isChanged: Bool { runs.contains(where: \.isChanged) }

    private var changedWords: Int { runs.filter(\.isChanged).reduce(0) { $0 + Self.wordStarts($1.text).count } }

    /// What follows the beginning of a text that a sentence quotes with an ellipsis; nil where it quotes none of it.
    private static func remainder(of text: String, quotedIn summary: String) -> Excerpt? {
        guard let end = summary.lastIndex(of: "…"),
            let start = summary[..<end].lastIndex(of: "“").map(summary.index(after:))
        else { return nil }
        var quoted = summary[start..<end]
        while quoted.last == " " { quoted.removeLast() }
        guard !quoted.isEmpty, text.hasPrefix(quoted) else { return nil }
        let rest = text.dropFirst(quoted.count)
        return Excerpt(runs: [Run(text: "…" + firstWords(of: String(rest)), isChanged: false)])
    }

    /// Whether a sentence quotes most of the text: all but "You must" and the full stop.
    private func isMostlyQuoted(in summary: String) -> Bool {
        guard !isChanged, let start = summary.firstIndex(of: "“"), let end = summary.lastIndex(of: "”"), start < end
        else {
            return false
        }
        let quoted = summary[summary.index(after: start)..<end]
        return quoted.utf8.count * 10 >= text.utf8.count * 7 && text.contains(quoted)
    }

    private init(runs: [Run]) { self.runs = runs }

    private init(_ text: String, _ edits: [WordEdit], own: WordEdit.Operation, whole: Bool) {
        let side = edits.filter { $0.operation == .equal || $0.operation == own }
        guard !side.isEmpty, edits.contains(where: { $0.operation == .equal }) else {
            self.runs = [Run(text: whole ? text : Self.firstWords(of: text), isChanged: false)]
            return
        }
        // Where the other side alone has words, its place still has to be in view.
        var runs: [Run] = []
        for (place, edit) in edits.enumerated() {
            switch edit.operation {
            case .equal:
                let shortened =
                    whole
                    ? edit.text
                    : Self.shortened(edit.text, isFirst: place == 0, isLast: place == edits.count - 1)
                runs.append(Run(text: shortened, isChanged: false))
            case own: runs.append(Run(text: edit.text, isChanged: true))
            default: break
            }
        }
        self.runs = whole ? runs : Self.capped(runs)
    }

    /// Keeps the words of an equal run that stand next to an edit.
    private static func shortened(_ text: String, isFirst: Bool, isLast: Bool) -> String {
        let words = wordStarts(text)
        let kept = isFirst || isLast ? context : 2 * context
        if words.count <= kept + 2 { return text }
        let head = isFirst ? "" : String(text[..<words[context]])
        let tail = isLast ? "" : String(text[words[words.count - context]...])
        return isFirst ? "… " + tail : isLast ? head + "…" : head + "… " + tail
    }

    /// Cuts what is still too long, after the words that one can take in.
    private static func capped(_ runs: [Run]) -> [Run] {
        var left = longest
        var kept: [Run] = []
        for run in runs {
            let words = wordStarts(run.text)
            if words.count <= left {
                kept.append(run)
                left -= words.count
            } else {
                kept.append(Run(text: String(run.text[..<words[left]]) + "…", isChanged: run.isChanged))
                break
            }
        }
        return kept
    }

    private static func firstWords(of text: String) -> String {
        let words = wordStarts(text)
        return words.count <= longest ? text : String(text[..<words[longest]]) + "…"
    }

    /// Where each word starts; a run without spaces, as in Chinese, counts as a word every 24 characters.
    private static func wordStarts(_ text: String) -> [String.Index] {
        var starts: [String.Index] = []
        var length = 0
        for index in text.indices {
            if text[index] == " " {
                length = 0
            } else {
                if length.isMultiple(of: 24) { starts.append(index) }
                length += 1
            }
        }
        return starts
    }
}

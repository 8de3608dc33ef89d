import PolicyDiff
import PolicyModel
import PolicyQueries

/// The form for pages, issues and mails: Markdown in which policy text is inert.
///
/// Words that went and came stand in `<del>` and `<ins>`, which Markdown renderers show struck through and underlined.
package enum MarkdownForm {
    static func heading(_ policy: PolicyName, level: Int) -> String {
        let marks = String(repeating: "#", count: level)
        if policy.title == policy.id.text { return "\(marks) \(markdownEscaped(policy.title))\n" }
        return "\(marks) \(markdownEscaped(policy.title))\n\n\(code(policy.id.text))\n"
    }

    /// Text in a code span, which no backquotes in it can leave.
    static func code(_ text: String) -> String {
        let inline = String(sanitised(text).map { $0.isNewline || $0 == "\t" ? " " : $0 })
        var longest = 0
        var run = 0
        for character in inline {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let pad = inline.hasPrefix("`") || inline.hasSuffix("`") || inline.isEmpty ? " " : ""
        return fence + pad + inline + pad + fence
    }

    static func changes(_ changes: [Change], in context: ChangeContext, all: Bool) -> String {
        let told = all ? changes : changes.filter { $0.significance > .editorial }
        var output = told.map { change($0, context, all: all) }.joined()
        let left = changes.count - told.count
        if left > 0 {
            output +=
                "- \(told.isEmpty ? "" : "and ")\(Wording.counted(left, "editorial change", "editorial changes")) "
                + "of wording or layout\n"
        }
        for line in Wording.overrides(among: all ? [] : changes.filter { $0.significance == .editorial }) {
            output += "  - \(markdownEscaped(line))\n"
        }
        return output
    }

    /// Where the changes of a long list are.
    static func table(_ digest: ComparisonDigest) -> String {
        DigestWording.rows(digest).reduce(
            into: "| Section | Changes | Which way | Mostly |\n| --- | ---: | --- | --- |\n"
        ) {
            let cells = [$1.section, String($1.count), $1.directions, $1.kinds]
            $0 += "| " + cells.map { markdownEscaped($0.replacingNoBreakSpaces) }.joined(separator: " | ") + " |\n"
        }
    }

    private static func change(_ change: Change, _ context: ChangeContext, all: Bool) -> String {
        let word = change.significance == .editorial ? "editorial" : change.direction.rawValue
        let sign = change.significance == .editorial ? "" : change.direction.sign + " "
        var output = "- **\(sign)\(word)**: \(markdownEscaped(change.summary))\n"
        output += sides(change, whole: all)
        let place = Wording.place(of: change, context, all: all)
        if !place.isEmpty { output += "  - \(markdownEscaped(place.replacingNoBreakSpaces))\n" }
        if let word = change.override { output += "  - \(markdownEscaped(Wording.override(word)))\n" }
        return output
    }

    /// What went and what came, below a change.
    static func sides(_ change: Change, whole: Bool = true) -> String {
        let (before, after) = Excerpt.sides(of: change, whole: whole)
        return (before.map { "  - Before: \(marked($0, "del"))\n" } ?? "")
            + (after.map { "  - After: \(marked($0, "ins"))\n" } ?? "")
    }

    private static func marked(_ excerpt: Excerpt, _ element: String) -> String {
        excerpt.runs.map { run in
            guard run.isChanged else { return markdownEscaped(run.text) }
            // White space stays outside, so that the mark hugs the words.
            let words = run.text.drop { $0 == " " }
            let lead = String(repeating: " ", count: run.text.count - words.count)
            let kept = words.reversed().drop { $0 == " " }.reversed()
            let tail = String(repeating: " ", count: words.count - kept.count)
            return kept.isEmpty ? run.text : "\(lead)<\(element)>\(markdownEscaped(String(kept)))</\(element)>\(tail)"
        }.joined()
    }
}

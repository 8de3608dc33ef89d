import PolicyModel
import Testing

@testable import PolicyDiff

/// What looks like a part of the page and is one of the policy: swallowed, it would be a change that nobody is told of.
struct PageOrPolicyTests {
    @Test(
        "a short line below a heading of the policy is told when it comes",
        arguments: [
            ("Information we collect", ["- Your Name", "- Email Address"], "- Precise Location"),
            ("Countries", ["- Albania", "- Austria"], "- North Korea"),
            ("Who gets your data", ["Nimbus Analytics", "Harbour Mail"], "Orchard Data Cloud"),
            ("Fees", ["Monthly Plan", "Yearly Plan"], "Lifetime Plan"),
            ("Forbidden content", ["- Gambling", "- Hate Speech"], "- Adult Content"),
        ])
    func shortLineIsTold(heading: String, lines: [String], added: String) {
        let result = compared(heading, lines, lines + [added])
        #expect(result.changes.contains { $0.significance > .editorial }, "\(added)")
        let back = compared(heading, lines + [added], lines)
        #expect(back.changes.contains { $0.significance > .editorial }, "\(added)")
    }

    @Test(
        "a clause that begins or ends as a page does is told when it binds otherwise",
        arguments: [
            ("Copyright infringement is not permitted.", "Copyright infringement is permitted."),
            ("We answer notices of copyright within 10 days.", "We answer notices of copyright within 20 days."),
            (
                "Copyright and marks. You may not use, copy or sell the pictures on our pages, nor may you lend them.",
                "Copyright and marks. You may use, copy or sell the pictures on our pages, nor may you lend them."
            ),
            (
                "Your data is sold to partners. Was this helpful?",
                "Your data is sold to all partners and brokers. Was this helpful?"
            ),
            (
                "Need help? You may call us at any hour of the day, and we will not charge you for it in any case.",
                "Need help? You may call us at any hour of the day, and we will charge you for it in any case."
            ),
            ("Max 30 guests", "Max 60 guests"),
        ])
    func bindingClauseIsTold(old: String, new: String) {
        #expect(compared("Rules", [old], [new]).changes.contains { $0.significance > .editorial }, "\(new)")
    }

    @Test(
        "what only a page says stays quiet",
        arguments: [
            ("© 2025 Example. All rights reserved.", "© 2026 Example. All rights reserved."),
            ("Copyright 2025 Example", "Copyright 2026 Example"),
            ("Was this helpful? 12 people said so.", "Was this helpful? 14 people said so."),
            (
                "We use cookies to improve our pages. Accept all",
                "We use cookies to improve our pages and measure visits. Accept all"
            ),
        ])
    func pageStaysQuiet(old: String, new: String) {
        #expect(compared("Rules", [old], [new]).changes.allSatisfy { $0.significance == .editorial }, "\(new)")
    }

    /// Compares two texts of one section, whose lines are paragraphs, or items where they begin with a hyphen.
    private func compared(_ heading: String, _ old: [String], _ new: [String]) -> Comparison {
        func content(_ lines: [String]) -> PolicyContent {
            let clauses = lines.enumerated().map { index, line in
                let isItem = line.hasPrefix("- ")
                return Clause(
                    text: isItem ? String(line.dropFirst(2)) : line,
                    form: isItem ? .listItem(depth: 1, marker: "-") : .paragraph, section: 1,
                    lines: LineRange(index + 2, index + 2))
            }
            let sections = [
                Section(heading: "", level: 0, parent: nil, clauses: 0..<0, lines: LineRange(1, 1)),
                Section(
                    heading: heading, level: 1, parent: 0, clauses: 0..<clauses.count, lines: LineRange(1, 1)),
            ]
            return PolicyContent(document: Document(sections: sections, clauses: clauses), rules: nil)
        }
        return compare(content(old), content(new), options: ComparisonOptions(language: "en"))
    }
}

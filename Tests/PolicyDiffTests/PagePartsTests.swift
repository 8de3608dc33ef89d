import PolicyModel
import Testing

@testable import PolicyDiff

/// Parts of the page around a policy are no changes of it, and nothing of the policy is taken for one.
struct PagePartsTests {
    /// Twelve sentences of a text.
    private static let text = (1...12).map {
        "Sentence \($0) of the house rules tells guests where the keys of the house are kept at night."
    }

    /// A document of list items, marked by a leading hyphen, and paragraphs, all above the first heading.
    private func content(_ lines: [String], heading: String = "", lead: Int? = nil) -> PolicyContent {
        let clauses = lines.enumerated().map { index, line in
            let isItem = line.hasPrefix("- ")
            return Clause(
                text: isItem ? String(line.dropFirst(2)) : line,
                form: isItem ? .listItem(depth: 1, marker: "-") : .paragraph, leadIn: isItem ? lead : nil,
                lines: LineRange(index + 1, index + 1))
        }
        let sections = [
            Section(
                heading: heading, level: heading.isEmpty ? 0 : 1, parent: nil, clauses: 0..<clauses.count,
                lines: LineRange(1, 1))
        ]
        return PolicyContent(document: Document(sections: sections, clauses: clauses), rules: nil)
    }

    private func compared(_ old: PolicyContent, _ new: PolicyContent) -> Comparison {
        compare(old, new, options: ComparisonOptions(language: "en"))
    }

    private static let menu = [
        "- Find an agent", "- Contact", "- Search", "- Stories", "- Careers", "- My offers", "- Prizes",
    ]

    @Test("labels, places of the reader and prices of the day above the text are the page's")
    func header() {
        let old = Self.menu + ["- Set your place", "$1,598.60", "[AAA"] + Self.text
        let new = Self.menu + ["- springfield, XX 80201", "$1,612.00", "[BBB"] + Self.text
        let comparison = compared(content(old), content(new))
        #expect(comparison.significance == .editorial)
        #expect(comparison.findings.map(\.id) == ["page-parts"])
    }

    @Test(
        "a ban, a price with words, a list that a sentence leads in, and a list of a text without more are the policy's",
        arguments: [
            ("- No smoking", "- No smoking and no pets"), ("- Small room 50 euros", "- Small room 70 euros"),
            ("- You must ring", "- You must ring twice"),
        ])
    func headerKeepsRules(old: String, new: String) {
        #expect(
            compared(content(Self.menu + [old] + Self.text), content(Self.menu + [new] + Self.text)).significance
                == .material)
    }

    @Test("short items that a sentence leads in are the policy's")
    func headerKeepsLists() {
        let items = ["- Name", "- Street", "- Telephone", "- Faces", "- Shoes", "- Habits", "- Precise place"]
        let lead = ["We collect:"]
        let led = compared(
            content(lead + items + Self.text, lead: 0), content(lead + items + ["- Heart rate"] + Self.text, lead: 0))
        #expect(led.significance == .material)
    }

    @Test("a list that counts its days from the day of reading is a feed")
    func feed() {
        let feed = [
            "- Where is my key", "- by ann", "- 2 hours ago", "- I lost it", "- by bob", "- 3 days ago", "- Help",
        ]
        let old = Self.text + feed + ["- 1 week ago"]
        let new = Self.text + ["- Can you open my door?", "- by eve", "- 5 hours ago"] + feed + ["- 2 weeks ago"]
        #expect(compared(content(old, heading: "Rules"), content(new, heading: "Rules")).significance == .editorial)
    }

    @Test("a list with periods that the policy counts is no feed")
    func noFeed() {
        let list = [
            "- Logs: 30 days", "- Letters: 2 weeks", "- Backups: 3 months", "- Photos: 1 year", "- Keys: 1 day",
        ]
        let old = Self.text + list + ["- Names: 30 days"]
        let new = Self.text + list + ["- Names: 60 days"]
        #expect(compared(content(old, heading: "Rules"), content(new, heading: "Rules")).significance == .material)
    }

    @Test("a banner that asks for cookies is the page's; the paragraph on cookies is the policy's")
    func banner() {
        let banner = ["We would like to use cookies. You can accept all cookies or choose some.", "Accept all cookies"]
        let old = content(Self.text, heading: "Cookies")
        #expect(compared(old, content(Self.text + banner, heading: "Cookies")).significance == .editorial)
        let paragraph = ["We use cookies to count visits. You can delete them at any time.", "Ask the host for more."]
        #expect(compared(old, content(Self.text + paragraph, heading: "Cookies")).significance == .material)
    }

    @Test("what a text says of its own changes is told where it changed")
    func report() {
        let old = content(["The house has a door."] + Self.text, heading: "Summary of changes")
        let new = content(
            ["We have clarified that you must ring twice.", "The house has a door."] + Self.text,
            heading: "Summary of changes")
        #expect(compared(old, new).significance == .editorial)
        let rule = content(
            ["You must ring twice.", "The house has a door."] + Self.text, heading: "Summary of changes")
        #expect(compared(old, rule).significance == .material)
        let elsewhere = content(
            ["We have added a fee of 5 euros to each stay.", "The house has a door."] + Self.text, heading: "Fees")
        #expect(
            compared(content(["The house has a door."] + Self.text, heading: "Fees"), elsewhere).significance
                == .material)
    }

    @Test("what a site answers instead of the page is a missing text, a short policy is not")
    func errorPage() {
        let old = content(Self.text, heading: "Rules")
        let comparison = compared(old, content(["Access denied", "Try reloading this page."]))
        #expect(comparison.significance == .editorial)
        #expect(comparison.findings.map(\.id) == ["text-missing"])
        let short = compared(content(["The door is open at night."]), content(["The door is locked at night."]))
        #expect(short.significance == .material)
        #expect(short.findings.isEmpty)
    }

    @Test("titles of other pages under a heading that leads there are the page's, sentences there are not")
    func related() {
        let old = content(Self.text, heading: "Related articles")
        let titles = content(Self.text + ["- How do I tell the host of a broken lamp?"], heading: "Related articles")
        #expect(compared(old, titles).significance == .editorial)
        let rule = content(Self.text + ["- You must tell the host of a broken lamp."], heading: "Related articles")
        #expect(compared(old, rule).significance == .material)
    }

    @Test("a law's number and a year are no cost")
    func citations() {
        let law = comparedClauses(
            "This follows Directive 95/46/EC on data and its price.",
            "This follows Regulation (EU) 2016/679 on data and its price.",
            "en")
        #expect(!law.changes.contains { $0.kind.hasPrefix("quantity") })
        let year = comparedClauses("We follow the price list of 2004.", "We follow the price list of 2021.", "en")
        #expect(year.changes.map(\.kind) == ["date-changed"])
        let price = comparedClauses("The price is 2004 euros.", "The price is 2021 euros.", "en")
        #expect(price.changes.map(\.kind) == ["quantity-raised"])
    }
}

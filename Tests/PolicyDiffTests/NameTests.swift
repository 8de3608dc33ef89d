import PolicyModel
import Testing

@testable import PolicyDiff

/// Names of companies, addresses, and what software writes into a page.
struct NameTests {
    @Test(
        "a company with another name is a renamed party",
        arguments: [
            ("This is between you and Acorn Digital Services LLC.", "This is between you and Acorn.com Services LLC."),
            ("Here 'we' means Acorn Ireland Limited and its staff.", "Here 'we' means Acorn LLC and its staff."),
            (
                "Note that Acorn.gg has no key to this door.",
                "Note that Oakwood Operations Ltd has no key to this door."
            ),
            ("The lift is run by Acorn Technologies AG in town.", "The lift is run by Acorn AG in town."),
            ("You no longer earn Acorn Super Points here.", "You no longer earn Acorn Points here."),
        ])
    func renamed(old: String, new: String) {
        let changes = comparedClauses(old, new, "en").changes
        #expect(changes.map(\.kind) == ["party-renamed"])
        #expect(changes.first?.direction == .neutral)
    }

    @Test(
        "a word of a defined term or of a plan is no name",
        arguments: [
            ("We store your Personal Data for a week.", "We store your Personal Health Data for a week."),
            ("It comes with the Acorn Plan for a week.", "It comes with the Acorn Premium Plan for a week."),
            ("We send it to Acorn for a week.", "We send it to Acorn and Oakwood for a week."),
        ])
    func noName(old: String, new: String) {
        #expect(!comparedClauses(old, new, "en").changes.contains { $0.kind == "party-renamed" })
    }

    @Test(
        "another address or telephone number is another contact",
        arguments: [
            ("Greece | 00800 4920 00536", "Greece | 21 1180 9433"),
            (
                "Letters go to Acorn, Hohlmarkt 9, 20459 Hamburg.",
                "Letters go to Acorn, Brunnentwiete 3, 20459 Hamburg."
            ),
            (
                "Letters go to Acorn AG, Mühlstrasse 27, CH-8050 Zurich, Switzerland.",
                "Letters go to Acorn AG, Seestrasse 60b, CH-8005 Zurich, Switzerland."
            ),
        ])
    func contact(old: String, new: String) {
        #expect(Set(comparedClauses(old, new, "en").changes.map(\.kind)) == ["contact-changed"])
    }

    @Test(
        "figures of a table and amounts in groups of three are no telephone numbers",
        arguments: [
            ("Small | 1200 | 5300", "Small | 1400 | 6500"),
            ("The prize is 1 200 000 points.", "The prize is 1 300 000 points."),
        ])
    func amounts(old: String, new: String) {
        let kinds = comparedClauses(old, new, "en").changes.map(\.kind)
        #expect(!kinds.isEmpty && !kinds.contains("contact-changed"))
    }

    @Test("a moment or a long number that software wrote is no change of the text")
    func stamps() {
        for (old, new) in [
            ("Terms Ann Field2025-04-29T13:11:25+02:00", "Terms Ann Field2025-10-30T15:19:00+01:00"),
            ("Ray ID: 8f3a91c2d4e5b6a7f0", "Ray ID: 91bc03d4e5f6a7b8c9"),
        ] {
            #expect(comparedClauses(old, new, "en").significance == .editorial)
        }
        #expect(comparedClauses("You pay on 2025-04-29.", "You pay on 2025-05-29.", "en").significance == .material)
    }
}

import PolicyModel
import Testing

@testable import PolicyDiff

/// What is no violation is allowed, what is one is forbidden, and what only describes allows nothing.
struct AllowedTests {
    private func listed(_ lead: String, _ items: [String]) -> PolicyContent {
        let clauses =
            [Clause(text: lead, lines: LineRange(1, 1))]
            + items.enumerated().map { index, item in
                Clause(
                    text: item, form: .listItem(depth: 1, marker: "-"), leadIn: 0,
                    lines: LineRange(index + 2, index + 2))
            }
        return PolicyContent(document: Document(sections: [], clauses: clauses), rules: nil)
    }

    @Test(
        "an item does what its lead-in says",
        arguments: [
            ("en", "The following is not a violation:", "quoting a song", "parodying a song", Direction.looser),
            ("de", "Folgendes ist kein Verstoß:", "ein Lied zitieren", "ein Lied parodieren", .looser),
            ("fr", "Ne constitue pas une infraction :", "citer une chanson", "parodier une chanson", .looser),
            ("es", "No constituye una infracción:", "citar una canción", "parodiar una canción", .looser),
            ("en", "These things are allowed:", "quoting a song", "parodying a song", .looser),
            ("en", "The following is a violation:", "quoting a song", "parodying a song", .stricter),
            ("de", "Folgendes ist ein Verstoß:", "ein Lied zitieren", "ein Lied parodieren", .stricter),
            ("fr", "Constitue une infraction :", "citer une chanson", "parodier une chanson", .stricter),
            ("es", "Constituye una infracción:", "citar una canción", "parodiar una canción", .stricter),
        ])
    func items(language: String, lead: String, item: String, other: String, direction: Direction) {
        let options = ComparisonOptions(language: language)
        let added = compare(listed(lead, [item]), listed(lead, [item, other]), options: options)
        #expect(added.changes.map(\.kind) == [direction == .looser ? "permission-added" : "prohibition-added"])
        #expect(added.direction.rawValue == direction.rawValue)
    }

    @Test(
        "a new sentence is what it says",
        arguments: [
            ("en", "You no longer need to print your ticket.", "permission-added"),
            ("de", "Sie müssen das Ticket nicht mehr ausdrucken.", "permission-added"),
            ("fr", "Vous n'avez plus besoin d'imprimer le billet.", "permission-added"),
            ("es", "Ya no es necesario que usted imprima la entrada.", "permission-added"),
            ("en", "It is no longer possible to join as a seller.", "prohibition-added"),
            ("fr", "Il n'est plus possible de s'inscrire comme vendeur.", "prohibition-added"),
            ("de", "Eine Anmeldung als Verkäufer ist nicht mehr möglich.", "prohibition-added"),
            ("es", "Ya no es posible inscribirse como vendedor.", "prohibition-added"),
            ("en", "You agree that you will not copy the key.", "prohibition-added"),
            ("en", "You agree that you will copy the key.", "duty-added"),
            ("en", "No pets are allowed.", "prohibition-added"),
            ("en", "Don’t hide the label.", "prohibition-added"),
            ("en", "Only trained members may book the lab.", "prohibition-added"),
            ("de", "Nur geschulte Mitglieder dürfen das Labor buchen.", "prohibition-added"),
            ("en", "Smoking is forbidden.", "prohibition-added"),
            ("en", "It is your sole responsibility to read the sign.", "duty-added"),
            ("en", "Cover Mail allows you to make addresses that will forward your letters.", "permission-added"),
            ("en", "Advertisers may learn your city from your visits.", "disclosure-added"),
            ("en", "We use a lock where this is allowed by law.", "disclosure-added"),
        ])
    func sentence(language: String, sentence: String, kind: String) {
        let door = [
            "en": "The door is open.", "de": "Die Tür ist offen.", "fr": "La porte est ouverte.",
            "es": "La puerta está abierta.",
        ]
        let old = door[language] ?? ""
        #expect(comparedClauses(old, "\(old) \(sentence)", language).changes.map(\.kind) == [kind])
    }

    @Test(
        "an exception to what others must not do, taken out, is no gain",
        arguments: [
            ("en", "Dogs must not enter, except guide dogs.", "Dogs must not enter."),
            ("de", "Hunde dürfen nicht hinein, außer Blindenhunden.", "Hunde dürfen nicht hinein."),
            ("fr", "Les chiens ne doivent pas entrer, sauf les chiens guides.", "Les chiens ne doivent pas entrer."),
            ("es", "Los perros no deben entrar, excepto los perros guía.", "Los perros no deben entrar."),
        ])
    func others(language: String, old: String, new: String) {
        let change = comparedClauses(old, new, language)
        #expect(change.changes.map(\.kind) == ["exception-removed"])
        #expect(change.direction != .looser)
    }

    @Test("what only says what for, or where, allows nothing")
    func descriptions() {
        for (old, new) in [
            ("We keep copies.", "We keep copies so that you do not have to."),
            ("We run a shop.", "We run a shop and a page where you can ask."),
        ] {
            #expect(!comparedClauses(old, new, "en").changes.contains { $0.kind.hasPrefix("permission") })
        }
    }
}

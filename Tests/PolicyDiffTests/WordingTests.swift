import PolicyModel
import Testing

@testable import PolicyDiff

/// Other words are mere wording only where it can be shown that they say the same.
struct WordingTests {
    @Test(
        "a word in place of one that is not known to mean the same is told",
        arguments: [
            ("en", "You must return the keys at the desk.", "You must return the badges at the desk."),
            ("en", "We keep a copy of the contract for auditors.", "We keep a copy of the contract for insurers."),
            ("en", "Members may borrow tools from the shed.", "Members may borrow tools from the cellar."),
            ("en", "You may cancel in writing.", "You may cancel in person."),
            ("fr", "Vous devez rendre les clés au comptoir.", "Vous devez rendre les badges au comptoir."),
            ("de", "Sie müssen die Schlüssel am Empfang abgeben.", "Sie müssen die Ausweise am Empfang abgeben."),
            ("es", "Usted debe devolver las llaves en recepción.", "Usted debe devolver las tarjetas en recepción."),
        ])
    func unproven(language: String, old: String, new: String) {
        let changes = comparedClauses(old, new, language).changes
        #expect(changes.map(\.significance) == [.material])
        #expect(changes.first?.direction == .unclear)
    }

    @Test(
        "words of the same meaning, forms of a word, and a noun for its pronoun are wording",
        arguments: [
            ("en", "We will swiftly answer your letter.", "We will quickly answer your letter."),
            ("en", "You must not smoke in the entire building.", "You must not smoke in the whole building."),
            ("en", "In order to book a room, write to the desk.", "To book a room, write to the desk."),
            (
                "en", "Keep the letters until all of them are read.",
                "Keep the letters until all of the letters are read."
            ),
            ("fr", "Nous afficherons les résultats rapidement.", "Nous afficherons les résultats vite."),
            ("de", "Wir antworten schnell auf Ihren Brief.", "Wir antworten rasch auf Ihren Brief."),
            ("es", "La visita empieza en la entrada.", "La visita comienza en la entrada."),
        ])
    func proven(language: String, old: String, new: String) {
        #expect(comparedClauses(old, new, language).significance == .editorial)
    }

    @Test("the letter of a part that is referred to is its number")
    func letters() {
        let changes = comparedClauses("Refunds follow Section R.", "Refunds follow Section Q.", "en").changes
        #expect(changes.map(\.kind) == ["renumbered"])
    }

    @Test("the sort of a call-out is markup")
    func callouts() {
        let changes = comparedClauses("[!NOTE] Fees are due in May.", "[!WARNING] Fees are due in May.", "en").changes
        #expect(changes.map(\.kind) == ["formatting-changed"])
    }

    @Test("a text that is nearly all table is read in the language of its few sentences")
    func tables() {
        let rows = (1...40).map { row in
            Clause(
                text: "_k\(row) | metrica.example | zzq\(row) | http", form: .tableRow(header: false),
                lines: LineRange(row + 4, row + 4))
        }
        func document(_ day: String) -> PolicyContent {
            let head = Clause(text: "Last updated: \(day)", lines: LineRange(1, 1))
            let text = Clause(
                text: "This is the list of the cookies that we use and of what they are for.", lines: LineRange(3, 3))
            return PolicyContent(document: Document(sections: [], clauses: [head, text] + rows), rules: nil)
        }
        let changes = compare(document("23 June 2026"), document("14 August 2026")).changes
        #expect(changes.map(\.kind) == ["date-stamp-changed"])
    }
}

import PolicyModel
import Testing

@testable import PolicyDiff

/// A negation that comes or goes, where no modal stands.
struct NegationTests {
    @Test(
        "a promise not to do something that turns into doing it is stricter, and the other way looser",
        arguments: [
            ("en", "We do not sell your personal data.", "We sell your personal data."),
            ("fr", "Nous ne vendons pas vos données personnelles.", "Nous vendons vos données personnelles."),
            ("de", "Wir geben Ihre Daten nicht an Dritte weiter.", "Wir geben Ihre Daten an Dritte weiter."),
            ("es", "No vendemos sus datos personales.", "Vendemos sus datos personales."),
            ("fr", "Les frais de dossier sont remboursables.", "Les frais de dossier ne sont pas remboursables."),
            ("es", "Puede cancelar su suscripción.", "No puede cancelar su suscripción."),
        ])
    func negationTurnsTheDirection(language: String, kept: String, broken: String) {
        #expect(direction(kept, broken, language) == .stricter)
        #expect(direction(broken, kept, language) == .looser)
    }

    private func direction(_ old: String, _ new: String, _ language: String) -> OverallDirection {
        compare(content(old), content(new), options: ComparisonOptions(language: language)).direction
    }

    private func content(_ text: String) -> PolicyContent {
        PolicyContent(
            document: Document(sections: [], clauses: [Clause(text: text, lines: LineRange(1, 1))]), rules: nil)
    }
}

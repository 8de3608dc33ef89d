import PolicyModel
import Testing

@testable import PolicyDiff

/// Small words in place of others that turn what is said: never mere wording.
struct OppositionTests {
    @Test(
        "words that take the place of their opposites are substantive",
        arguments: [
            ("en", "You keep the ownership of your content.", "We keep the ownership of your content."),
            ("en", "Posts that are illegal will be removed.", "Posts that are legal will be removed."),
            ("en", "Your data is handled lawfully.", "Your data is handled unlawfully."),
            ("en", "Training on your content is off by default.", "Training on your content is on by default."),
            ("en", "We will tell you before the change.", "We will tell you after the change."),
            ("en", "You must be over 18.", "You must be under 18."),
            ("en", "We may close your account for serious breaches.", "We may close your account for any breaches."),
            ("en", "You must not offer knives here.", "You must not offer blades, powders here."),
            ("fr", "Vous conservez la propriété de vos contenus.", "Nous conservons la propriété de vos contenus."),
            ("fr", "Nous vous informons avant la modification.", "Nous vous informons après la modification."),
            ("de", "Wir informieren Sie vor der Änderung.", "Wir informieren Sie nach der Änderung."),
            ("es", "Le avisaremos antes del cambio.", "Le avisaremos después del cambio."),
        ])
    func opposites(language: String, old: String, new: String) {
        #expect((compared(old, new, language).significance ?? .editorial) > .editorial)
        #expect((compared(new, old, language).significance ?? .editorial) > .editorial)
    }

    @Test(
        "other words for the same, and whole sentences in another order, stay editorial",
        arguments: [
            ("We help you to begin.", "We assist you to start."),
            (
                "We delete your data within 14 days. We never sell it.",
                "We never sell it. We delete your data within 14 days."
            ),
        ])
    func wording(old: String, new: String) {
        #expect(compared(old, new, "en").significance == .editorial)
    }

    @Test(
        "what costs more, and a limit on what the publisher owes, go the way they go for the reader",
        arguments: [
            ("You can export your data.", "You can export your data for a fee."),
            ("The service is provided without charge.", "The service is provided with charge."),
            ("Our liability is limited to 100 EUR.", "Our liability is limited to 10 EUR."),
            ("Personal data is never sold.", "Personal data is rarely sold."),
        ])
    func costs(old: String, new: String) {
        #expect(compared(old, new, "en").direction == .stricter)
    }

    private func compared(_ old: String, _ new: String, _ language: String) -> Comparison {
        compare(content(old), content(new), options: ComparisonOptions(language: language))
    }

    private func content(_ text: String) -> PolicyContent {
        PolicyContent(
            document: Document(sections: [], clauses: [Clause(text: text, lines: LineRange(1, 1))]), rules: nil)
    }
}

import PolicyModel
import Testing

@testable import PolicyDiff

@Suite("What the reader may and must do")
struct RightsAndDutiesTests {
    private func direction(_ old: String, _ new: String, _ language: String) -> [Direction] {
        comparedClauses(old, new, language).changes.filter { $0.significance == .material }.map(\.direction)
    }

    @Test(
        "more time for what the reader has to tell the publisher is looser, whoever is named as the one to be told",
        arguments: [
            ("en", "You must report any flaw to us within 10 days.", "You must report any flaw to us within 15 days."),
            (
                "en", "You must notify us of security flaws within 5 days.",
                "You must notify us of security flaws within 9 days."
            ),
            ("en", "You must pay us within 10 days.", "You must pay us within 20 days."),
            (
                "fr", "Vous devez nous signaler toute faille sous 10 jours.",
                "Vous devez nous signaler toute faille sous 15 jours."
            ),
            (
                "de", "Sie müssen uns Mängel innerhalb von 5 Tagen melden.",
                "Sie müssen uns Mängel innerhalb von 10 Tagen melden."
            ),
            (
                "es", "Debe comunicarnos los fallos en un plazo de 5 días.",
                "Debe comunicarnos los fallos en un plazo de 9 días."
            ),
        ])
    func time(language: String, short: String, long: String) {
        #expect(direction(short, long, language) == [.looser])
        #expect(direction(long, short, language) == [.stricter])
    }

    @Test(
        "more time for what the publisher does is stricter, also behind what the reader may do",
        arguments: [
            (
                "You may cancel, and we will refund you within 5 days.",
                "You may cancel, and we will refund you within 10 days."
            ),
            (
                "You may cancel and we refund the price within 5 days.",
                "You may cancel and we refund the price within 10 days."
            ),
            ("We will answer you within 10 days.", "We will answer you within 20 days."),
        ])
    func publishersTime(short: String, long: String) {
        #expect(direction(short, long, "en") == [.stricter])
        #expect(direction(long, short, "en") == [.looser])
    }

    @Test(
        "a condition on what the reader may do is stricter, whatever words stand in it",
        arguments: [
            ("en", "You may cancel.", "You may cancel, provided that you have paid all open invoices."),
            (
                "en", "You may cancel your plan at any time.",
                "You may cancel your plan at any time, if you have paid all invoices."
            ),
            ("en", "You may use the API.", "You may use the API with our prior written approval."),
            ("fr", "Vous pouvez résilier.", "Vous pouvez résilier, à condition d'avoir réglé toutes les factures."),
            ("fr", "Vous pouvez utiliser l'API.", "Vous pouvez utiliser l'API avec notre accord préalable."),
            ("de", "Sie dürfen die API nutzen.", "Sie dürfen die API mit unserer Zustimmung nutzen."),
            ("es", "Puede usar la API.", "Puede usar la API con nuestra autorización previa."),
        ])
    func conditions(language: String, free: String, bound: String) {
        #expect(direction(free, bound, language) == [.stricter])
        #expect(direction(bound, free, language) == [.looser])
    }

    @Test("what lets a right reach as far as it can is looser")
    func reach() {
        #expect(direction("You may use the API.", "You may use the API at any time.", "en") == [.looser])
    }
}

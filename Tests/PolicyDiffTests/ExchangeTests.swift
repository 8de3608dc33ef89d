import PolicyModel
import Testing

@testable import PolicyDiff

@Suite("Words that traded places")
struct ExchangeTests {
    private func substance(_ old: String, _ new: String, _ language: String = "en") -> [Change] {
        comparedClauses(old, new, language).changes.filter { $0.significance != .editorial }
    }

    @Test(
        "figures that traded places are both told, with the direction of each",
        arguments: [
            (
                "You must pay each invoice within 30 days. We will refund unused fees within 14 days.",
                "You must pay each invoice within 14 days. We will refund unused fees within 30 days.",
                "en", [Direction.stricter, .stricter]
            ),
            (
                "You must pay a deposit of 30 euros and we refund 14 euros.",
                "You must pay a deposit of 14 euros and we refund 30 euros.", "en", [.looser, .looser]
            ),
            (
                "Vous devez payer chaque facture sous 30 jours. Nous remboursons les frais sous 14 jours.",
                "Vous devez payer chaque facture sous 14 jours. Nous remboursons les frais sous 30 jours.",
                "fr", [.stricter, .stricter]
            ),
        ])
    func figures(old: String, new: String, language: String, directions: [Direction]) {
        #expect(substance(old, new, language).map(\.direction) == directions)
    }

    @Test(
        "things that traded places are told, in one sentence and in two",
        arguments: [
            (
                "We share logs with Alpha. We share photos with Beta.",
                "We share logs with Beta. We share photos with Alpha."
            ),
            ("You may record calls. You may share notes.", "You may record notes. You may share calls."),
            ("You may record calls and share notes with us.", "You may record notes and share calls with us."),
            (
                "We transfer your data from Alpha to Beta every day.",
                "We transfer your data from Beta to Alpha every day."
            ),
            (
                "We pay the costs of repair and you pay the costs of transport.",
                "You pay the costs of repair and we pay the costs of transport."
            ),
            ("You may bring 5 guests and upload 10 files.", "You may bring 10 guests and upload 5 files."),
        ])
    func things(old: String, new: String) {
        let told = substance(old, new)
        #expect(!told.isEmpty)
        #expect(told.allSatisfy { $0.kind != "party-renamed" })
    }

    @Test(
        "words that only moved are wording",
        arguments: [
            (
                "We share your data with banks, carriers and insurers of goods.",
                "We share your data with insurers of goods, carriers and banks.", "en"
            ),
            (
                "You may cancel your plan at any time by writing to us.",
                "At any time you may, by writing to us, cancel your plan.", "en"
            ),
            (
                "If you cancel your plan early, we refund unused fees.",
                "We refund unused fees if you cancel your plan early.", "en"
            ),
            (
                "Vous pouvez à tout moment résilier votre abonnement par écrit.",
                "Vous pouvez résilier votre abonnement par écrit à tout moment.", "fr"
            ),
        ])
    func moved(old: String, new: String, language: String) {
        #expect(substance(old, new, language) == [])
    }
}

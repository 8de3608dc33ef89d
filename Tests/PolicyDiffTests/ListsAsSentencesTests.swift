import PolicyModel
import Testing

@testable import PolicyDiff

@Suite("Lists written out as sentences")
struct ListsAsSentencesTests {
    private static let pairs = [
        (
            "We collect:\n\n- your name\n- your e-mail address\n- your phone number",
            "We collect your name, your e-mail address and your phone number."
        ),
        (
            "You may end the contract if:\n\n1. we raise the price;\n2. we move to another country.",
            "You may end the contract if we raise the price or move to another country."
        ),
        (
            "Wir geben Ihre Daten weiter an:\n\n- Banken,\n- Versicherungen und\n- Spediteure.",
            "Wir geben Ihre Daten an Banken, Versicherungen und Spediteure weiter."
        ),
        (
            "Nous collectons :\n\n- votre nom ;\n- votre adresse ;\n- votre numéro de téléphone.",
            "Nous collectons votre nom, votre adresse et votre numéro de téléphone."
        ),
        (
            "You must not:\n\n(a) copy the photos;\n\n(b) sell the software; or\n\n(c) rent the rooms.",
            "You must not (a) copy the photos; (b) sell the software; or (c) rent the rooms."
        ),
    ]

    @Test("a list that became one sentence, or a sentence that became a list, is no change", arguments: pairs)
    func rewritten(list: String, sentence: String) {
        func substance(_ old: String, _ new: String) -> [Change] {
            EditedByHandTests.compare("# Terms\n\n\(old)\n", "# Terms\n\n\(new)\n").changes
                .filter { $0.significance != .editorial }
        }
        #expect(substance(list, sentence) == [])
        #expect(substance(sentence, list) == [])
    }

    @Test("what came or went on the way is told alone")
    func edited() throws {
        let list = "# Terms\n\nWe share your data with:\n\n- banks\n- carriers\n- insurers\n"
        let sentence = "# Terms\n\nWe share your data with banks and carriers.\n"
        let gone = try #require(
            EditedByHandTests.compare(list, sentence).changes.first { $0.significance == .material })
        #expect(gone.before?.text.contains("insurers") == true && gone.after?.text.contains("insurers") == false)
        #expect(EditedByHandTests.compare(list, sentence).changes.count { $0.significance != .editorial } == 1)
        #expect(EditedByHandTests.compare(sentence, list).changes.count { $0.significance != .editorial } == 1)
    }

    @Test("an item that grew is no list written out")
    func grown() {
        let list = "# Terms\n\nYou must not:\n\n- copy the photos of others\n- sell the software\n"
        let edited = "# Terms\n\nYou must not:\n\n- copy the photos and the films of others\n"
        #expect(EditedByHandTests.compare(list, edited).changes.count { $0.significance == .material } == 2)
    }
}

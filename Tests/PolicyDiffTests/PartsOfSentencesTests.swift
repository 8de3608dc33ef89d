import PolicyModel
import Testing

@testable import PolicyDiff

/// A modal of the second or third statement of a sentence, and what a verb does to the reader with its object.
struct PartsOfSentencesTests {
    @Test(
        "who may or must what in a later part of a sentence is told with its direction, and the other way round",
        arguments: [
            (
                "We sell music, and you may not copy it.", "We sell music, and you may copy it.", Direction.looser
            ),
            (
                "If we close it, (i) the contract will end; and (ii) you may not open another one.",
                "If we close it, (i) the contract will end; and (ii) you may open another one.", .looser
            ),
            (
                "The shop may be closed, and you may use the garden.",
                "The shop may be closed, and you must not use the garden.", .stricter
            ),
            (
                "You agree to tell us, and we will not disclose this information.",
                "You agree to tell us, and we may disclose this information.", .stricter
            ),
            ("We do not sell your name.", "We may sell your name.", .stricter),
            ("If you block them, you may not be able to pay.", "If you block them, you may be able to pay.", .looser),
            ("We will ask for your consent beforehand.", "We may ask for your consent beforehand.", .stricter),
            ("We will send you a receipt.", "We may send you a receipt.", .stricter),
        ])
    func laterPart(old: String, new: String, direction: Direction) {
        #expect(comparedClauses(old, new, "en").direction.rawValue == direction.rawValue, "\(new)")
        let back: Direction = direction == .looser ? .stricter : .looser
        #expect(comparedClauses(new, old, "en").direction.rawValue == back.rawValue, "\(old)")
    }

    @Test(
        "to pay the reader, or to ask for the reader's consent, is a promise",
        arguments: [
            ("en", "We will pay you back in full if you ask us."), ("en", "We will delete your data."),
            ("fr", "Nous vous verserons la somme entière."), ("fr", "Nous demanderons votre consentement."),
            ("de", "Wir werden Ihnen den vollen Betrag zahlen."), ("de", "Wir werden Ihre Einwilligung einholen."),
            ("es", "Le pagaremos el importe completo."), ("es", "Pediremos su consentimiento."),
        ])
    func promise(language: String, sentence: String) {
        let first = ["en": "We answer mail.", "fr": "Voici.", "de": "So ist es.", "es": "Así es."][language] ?? ""
        let result = comparedClauses(first, first + "\n" + sentence, language)
        #expect(result.changes.map(\.kind) == ["commitment-added"], "\(sentence)")
        #expect(result.changes.map(\.direction) == [.looser], "\(sentence)")
    }

    @Test(
        "a new statement goes the way it goes for the reader",
        arguments: [
            ("We are not liable for lost goods.", Direction.stricter), ("We are liable for lost goods.", .looser),
            ("If Example edits a text, Example assumes no responsibility for it.", .stricter),
            ("We do not accept liability for it.", .stricter),
            ("Third parties may process your data to deliver pictures.", .stricter),
            ("Our partners do not collect your location.", .looser),
            ("Do not deceive, mislead or confuse guests for gain.", .stricter),
            ("Please do not feed the birds.", .stricter), ("The service cannot be cancelled.", .stricter),
            ("Maps may only be shown in Japan.", .stricter),
            ("We maintain security measures that protect the data from access.", .looser),
        ])
    func newStatement(sentence: String, direction: Direction) {
        let result = comparedClauses("We like cats.", "We like cats.\n" + sentence, "en")
        #expect(result.changes.map(\.direction) == [direction], "\(sentence)")
    }

    @Test(
        "figures, bounds and alternatives go the way of the statement they stand in, and the other way round",
        arguments: [
            (
                "We will keep your details for a period of 6 months to allow you to return.",
                "We will keep your details for a period of 1 year to allow you to return.", Direction.stricter
            ),
            (
                "We may send you advertising for up to one year after you leave.",
                "We may send you advertising for up to two years after you leave.", .stricter
            ),
            (
                "We will tell you at least 30 days before we change it.", "We will tell you before we change it.",
                .stricter
            ),
            ("You may return it within 30 days.", "You may return it.", .looser),
            (
                "We do not sell data of minors under 16 years old.",
                "We do not sell data of minors under 18 years old.", .looser
            ),
            ("The fee is €7.40 from May 2025.", "The fee is €4.88 from May 2026.", .looser),
            (
                "You may cancel; however, there are no refunds for it.",
                "You may cancel; however, there are no refunds for it, except where the law says so.", .looser
            ),
            ("You need to use a red or blue card.", "You need to use a red card.", .stricter),
            (
                "If you are a guest, or if you have no account, we may limit your use.",
                "If you are a guest, we may limit your use.", .looser
            ),
            ("Do not intentionally disclose names.", "Do not disclose names.", .stricter),
            ("We share your data.", "We may share your data.", .looser),
            ("Your data is sent to Japan and Korea.", "Your data is sent to Japan, China and Korea.", .stricter),
            ("Unused credits will be forfeited.", "Unused credits may be forfeited.", .looser),
            ("You will receive a card.", "You may receive a card.", .stricter),
            ("We are liable for data loss.", "We are not liable for data loss.", .stricter),
            ("We may suspend accounts that break these rules.", "We may suspend accounts.", .stricter),
            ("You may not upload files that hold a virus.", "You may not upload files.", .stricter),
            (
                "We may share your address with couriers.", "We may share your address with couriers if you agree.",
                .looser
            ),
            ("You will be charged for it.", "You will not be charged for it.", .looser),
            ("Gross weight: not more than 2,500 kg", "Gross weight: not more than 2,800 kg", .looser),
            (
                "As said above, we do not sell your data, but the law requires us to tell you what we do.",
                "The law requires us to tell you what we do.", .stricter
            ),
        ])
    func figuresAndBounds(old: String, new: String, direction: Direction) {
        #expect(comparedClauses(old, new, "en").direction.rawValue == direction.rawValue, "\(new)")
        let back: Direction = direction == .looser ? .stricter : .looser
        #expect(comparedClauses(new, old, "en").direction.rawValue == back.rawValue, "\(old)")
    }

    @Test(
        "what is done and what will be done is the same",
        arguments: [
            ("We collect your name.", "We will collect your name."),
            ("There is no storage of files.", "There will be no storage of files."),
            ("You must report it as soon as you can.", "You must report it as soon as possible."),
            ("Otherwise, the shop is closed.", "However, the shop is closed."),
            ("We analyse visits of authorised guests.", "We analyze visits of authorized guests."),
            ("Your data is only processed in Japan.", "Your data will only be processed in Japan."),
        ])
    func presentAndFuture(old: String, new: String) {
        #expect(comparedClauses(old, new, "en").changes.allSatisfy { $0.significance == .editorial }, "\(new)")
    }

    @Test("liability that is denied is never a gain")
    func deniedLiability() {
        #expect(
            comparedClauses("Wir haften für Schäden.", "Wir haften nicht für Schäden.", "de").direction == .stricter)
        #expect(comparedClauses("Wir haften nicht für Schäden.", "Wir haften für Schäden.", "de").direction == .looser)
        let french = ("Nous sommes responsables des dommages.", "Nous ne sommes pas responsables des dommages.")
        #expect(comparedClauses(french.0, french.1, "fr").direction != .looser)
        #expect(comparedClauses(french.1, french.0, "fr").direction != .stricter)
    }

    @Test("a ban that holds even in the case that was excepted has lost its exception, not gained a condition")
    func concession() {
        let result = comparedClauses(
            "You must not use bots unless we approve them.", "You must not use bots even if we approve them.", "en")
        #expect(result.direction != .looser)
    }
}

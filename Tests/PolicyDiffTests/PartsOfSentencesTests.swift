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
}

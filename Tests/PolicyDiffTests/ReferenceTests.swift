import PolicyModel
import Testing

@testable import PolicyDiff

/// Where a text leads its reader, what it calls itself and what it asks is no rule.
struct ReferenceTests {
    @Test(
        "asides that lead elsewhere, titles, labels and addresses of documents are editorial, both ways",
        arguments: [
            ("en", "Your plan (defined in Section 4) ends in May.", "Your plan ends in May."),
            ("en", "Your plan (see below) ends in May.", "Your plan ends in May."),
            (
                "en", "We may close a dormant account, in accordance with clause 11.1.",
                "We may close a dormant account."
            ),
            ("en", "We use it as described under \"Our shop\".", "We use it as described under \"Our market\"."),
            ("en", "Nothing in this Section shall prevent a claim.", "Nothing in Section 10 shall prevent a claim."),
            ("en", "Please read our cookie policy [link].", "Please read our cookie policy."),
            (
                "en", "The rest is in our Terms of Use at https://example.org/terms and binds you.",
                "The rest is in our Terms of Use and binds you."
            ),
            ("en", "How do I report a page? Write to the desk.", "Write to the desk."),
            ("en", "What is the purpose of the card?", "The purpose of the card"),
            (
                "en", "Acme Ltd (\"Acme\" or \"we\") runs the hall.",
                "Acme Ltd (\"Acme\", \"we\", \"us\", or \"our\") runs the hall."
            ),
            ("fr", "Votre forfait (voir ci-dessous) prend fin en mai.", "Votre forfait prend fin en mai."),
            ("fr", "Comment signaler une page ? Écrivez au guichet.", "Écrivez au guichet."),
            ("de", "Ihr Tarif (siehe unten) endet im Mai.", "Ihr Tarif endet im Mai."),
            ("de", "Wie melde ich eine Seite? Schreiben Sie an das Büro.", "Schreiben Sie an das Büro."),
            ("es", "Su plan (véase más abajo) termina en mayo.", "Su plan termina en mayo."),
            ("es", "¿Cómo denuncio una página? Escriba a la oficina.", "Escriba a la oficina."),
        ])
    func editorial(language: String, old: String, new: String) {
        #expect(comparedClauses(old, new, language).significance == .editorial)
        #expect(comparedClauses(new, old, language).significance == .editorial)
    }

    @Test(
        "what stands in brackets, quotes or a question and says something is told",
        arguments: [
            ("en", "Your plan (without refund) ends in May.", "Your plan ends in May."),
            ("en", "Your plan (as defined in Section 4, for adults) ends in May.", "Your plan ends in May."),
            ("en", "Subject to Section 4, we close your account.", "We close your account."),
            ("en", "We call it \"free\".", "We call it \"paid\"."),
            ("en", "Under 18? You may not enter.", "You may not enter."),
            ("en", "Report a fault at https://example.org/faults today.", "Report a fault today."),
            ("en", "Acme Ltd (\"Acme\" or \"we\") runs the hall.", "Acme Ltd (\"Acme\" or \"you\") runs the hall."),
            ("en", "You may bring a dog [small].", "You may bring a dog."),
        ])
    func told(language: String, old: String, new: String) {
        #expect(comparedClauses(old, new, language).significance != .editorial)
        #expect(comparedClauses(new, old, language).significance != .editorial)
    }

    @Test("a date in brackets behind the title of a text dates the text, and in a sentence binds")
    func titleDates() {
        let title = comparedClauses("Privacy policy for guests (as of 1 May 2021)", "Privacy policy for guests", "en")
        #expect(title.changes.map(\.kind) == ["date-stamp-changed"])
        let rule = comparedClauses("The fee is 5 euros (as of 1 May 2021).", "The fee is 5 euros.", "en")
        #expect(rule.significance == .material)
    }

    @Test(
        "slips of the pen are typos, and other words are not",
        arguments: [
            ("en", "Show a alid ticket at the gate.", "Show a valid ticket at the gate.", true),
            ("en", "We clean out rooms each day.", "We clean our rooms each day.", true),
            ("en", "We‘re glad that you‘re here.", "We're glad that you're here.", true),
            ("fr", "La commande déun livre est gratuite.", "La commande d'un livre est gratuite.", true),
            (
                "en", "Write to office22 (at) example.org about it.", "Write to office25 (at) example.org about it.",
                false
            ),
            ("en", "You may lock the gate.", "You may block the gate.", false),
        ])
    func slips(language: String, old: String, new: String, isTypo: Bool) {
        #expect((comparedClauses(old, new, language).significance == .editorial) == isTypo)
    }

    @Test(
        "what a page glues to a text is the page's",
        arguments: [
            ("More information", "More informationOpens in new tab"),
            ("The data we collect", "The data we collectThe data we collectmainthedatawecollectmodule"),
            ("-0.4%](https://example.org/price \"View\")[ABC", "+1.2%](https://example.org/price \"View\")[ABC"),
        ])
    func glued(old: String, new: String) {
        #expect(comparedClauses(old, new, "en").significance == .editorial)
        #expect(comparedClauses(new, old, "en").significance == .editorial)
    }

    @Test("a member of a list of names is no navigation")
    func members() {
        let told = comparedClauses(
            "Content means all links, including Acme Post Manager, Acme Post Manager Lite, Trade Desk Manager, and bills.",
            "Content means all links, including Acme Post Manager, Trade Desk Manager, and bills.", "en")
        #expect(told.significance == .material)
    }
}

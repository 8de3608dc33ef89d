import PolicyLanguage
import PolicyModel
import Testing

@testable import PolicyDiff

/// Other words that say the same are wording; one word more, and they are not.
struct PhrasingTests {
    @Test("phrases that the data puts into one group say the same", arguments: ["en", "fr", "de", "es"])
    func groups(code: String) throws {
        let language = try #require(Language.named(code))
        for entry in language.entries("phrasings") where entry.key == nil {
            for (first, second) in zip(entry.words, entry.words.dropFirst()) {
                let told = comparedClauses("Zork vug \(first) wemb zork.", "Zork vug \(second) wemb zork.", code)
                #expect(told.significance != .material && told.significance != .minor, "\(code): \(first) / \(second)")
            }
        }
    }

    @Test(
        "the same in other words is wording, both ways",
        arguments: [
            ("en", "You can leave the form empty.", "Feel free to leave the form empty."),
            ("en", "You are prohibited from feeding the birds.", "You may not feed the birds."),
            ("en", "You do not have to book a seat.", "You are not required to book a seat."),
            ("en", "We reserve the right to close the hall.", "We may close the hall."),
            ("en", "In certain cases the lift is closed.", "Sometimes the lift is closed."),
            ("en", "Ask your physician before the course.", "Ask your doctor before the course."),
            ("en", "We keep your personal data for two years.", "We retain your personal information for two years."),
            ("en", "No dogs, save as permitted by law.", "No dogs, except as permitted by law."),
            ("en", "We disclose your address to the post.", "We share your address with the post."),
            ("en", "Logs are stored from their collection on.", "Logs are stored from the time they are collected on."),
            ("en", "Please note that the gate closes at dusk.", "The gate closes at dusk."),
            ("en", "The wait depends on the weather.", "The wait may depend on the weather."),
            ("en", "You applied for a garden.", "You apply for a garden."),
            ("en", "The user must shut the door.", "You must shut the door."),
            ("fr", "Il vous est interdit de fumer ici.", "Vous ne devez pas fumer ici."),
            ("fr", "Dans certains cas, la porte est fermée.", "Parfois, la porte est fermée."),
            ("fr", "Nous nous réservons le droit de fermer la salle.", "Nous pouvons fermer la salle."),
            ("fr", "Les stipulations restent en vigueur.", "Les dispositions restent en vigueur."),
            ("de", "In bestimmten Fällen ist das Tor zu.", "Manchmal ist das Tor zu."),
            ("de", "Wir behalten uns vor die Halle zu schließen.", "Wir können die Halle schließen."),
            ("de", "Wir antworten so schnell wie möglich.", "Wir antworten schnellstmöglich."),
            ("es", "Nos reservamos el derecho de cerrar la sala.", "Podemos cerrar la sala."),
            ("es", "En algunos casos la puerta está cerrada.", "A veces la puerta está cerrada."),
            ("es", "Está prohibido fumar en la sala.", "No está permitido fumar en la sala."),
        ])
    func same(language: String, old: String, new: String) {
        #expect(comparedClauses(old, new, language).significance == .editorial)
        #expect(comparedClauses(new, old, language).significance == .editorial)
    }

    @Test(
        "what looks like the same and says who, what or how much otherwise is told, both ways",
        arguments: [
            ("en", "You may leave the form empty.", "You must leave the form empty."),
            ("en", "You may not feed the birds.", "You need not feed the birds."),
            ("en", "You are not required to book a seat.", "You are not allowed to book a seat."),
            ("en", "We may close the hall.", "You may close the hall."),
            ("en", "In certain cases the lift is closed.", "In all cases the lift is closed."),
            ("en", "Ask your doctor before the course.", "Ask your doctor after the course."),
            ("en", "We retain your personal data for two years.", "We delete your personal data after two years."),
            ("en", "We keep the recordings.", "We sell the recordings."),
            ("en", "You must answer within 10 days.", "You must answer after 10 days."),
            ("en", "You may borrow at most 3 books.", "You may borrow at least 3 books."),
            ("en", "The hall is open to members and guests.", "The hall is open to members or guests."),
            ("en", "Please note that you must shut the gate.", "The gate shuts by itself."),
            ("en", "We may share logs with insurers.", "We may share logs with auditors."),
            ("en", "You must report damage immediately.", "You must report damage from time to time."),
            ("en", "We use cookies to measure visits.", "We use cookies to measure sales."),
            ("fr", "Vous ne devez pas fumer ici.", "Vous n'êtes pas tenu de fumer ici."),
            ("fr", "Vous pouvez fumer ici.", "Vous devez fumer ici."),
            ("fr", "Nous conservons vos données.", "Nous supprimons vos données."),
            ("de", "Sie müssen nicht buchen.", "Sie dürfen nicht buchen."),
            ("de", "Wir speichern Ihre Daten.", "Wir löschen Ihre Daten."),
            ("es", "No debe fumar en la sala.", "No tiene que fumar en la sala."),
            ("es", "Conservamos sus datos.", "Eliminamos sus datos."),
        ])
    func other(language: String, old: String, new: String) {
        #expect(comparedClauses(old, new, language).significance == .material)
        #expect(comparedClauses(new, old, language).significance == .material)
    }
}

import PolicyModel
import Testing

@testable import PolicyDiff

/// Times, amounts and ages by which something has to be done or begins to hold.
///
/// Each pair is told the other way round, too.
struct BoundsTests {
    @Test(
        "the amount from which an offer holds is no gift",
        arguments: [
            (
                "en", "Members enjoy free delivery on orders over €15.",
                "Members enjoy free delivery on orders over €18."
            ),
            ("en", "We ship for free from 20 EUR.", "We ship for free from 30 EUR."),
            (
                "fr", "La livraison est gratuite à partir de 20 € d'achat.",
                "La livraison est gratuite à partir de 30 € d'achat."
            ),
            (
                "de", "Ab einem Bestellwert von 20 € ist der Versand kostenlos.",
                "Ab einem Bestellwert von 30 € ist der Versand kostenlos."
            ),
            ("es", "El envío es gratuito a partir de 20 €.", "El envío es gratuito a partir de 30 €."),
            (
                "en", "You get a discount of 5 EUR on purchases of at least 20 EUR.",
                "You get a discount of 5 EUR on purchases of at least 30 EUR."
            ),
            (
                "en", "You get a discount of 8 EUR on purchases of at least 20 EUR.",
                "You get a discount of 5 EUR on purchases of at least 20 EUR."
            ),
            ("en", "The fee is over 15 EUR.", "The fee is over 18 EUR."),
        ])
    func thresholds(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "a promise with a time, at once, or without one",
        arguments: [
            (
                "en", "All banner impressions will launch within 90 days.",
                "All banner impressions will launch within 120 days."
            ),
            (
                "en", "All user complaints will be answered within 10 days.",
                "All user complaints will be answered within 20 days."
            ),
            (
                "en", "We will respond to your request within 30 days.",
                "We will respond to your request as required by law."
            ),
            ("en", "We will answer within 3 days.", "We will answer in a reasonable time."),
            (
                "fr", "Nous répondrons à votre demande dans un délai de 30 jours.",
                "Nous répondrons à votre demande conformément à la loi."
            ),
            (
                "de", "Wir werden Ihre Anfrage innerhalb von 30 Tagen beantworten.",
                "Wir werden Ihre Anfrage nach Maßgabe des Gesetzes beantworten."
            ),
            (
                "es", "Responderemos a su solicitud en un plazo de 30 días.",
                "Responderemos a su solicitud conforme a la ley."
            ),
            ("en", "We will immediately delete your data.", "We will delete your data within 30 days."),
            ("en", "You must pay the bill within 30 days.", "You must pay the bill immediately."),
            (
                "fr", "Nous supprimons immédiatement vos données.",
                "Nous supprimons vos données dans un délai de 30 jours."
            ),
            ("de", "Wir löschen Ihre Daten sofort.", "Wir löschen Ihre Daten innerhalb von 30 Tagen."),
            ("es", "Eliminamos sus datos inmediatamente.", "Eliminamos sus datos en un plazo de 30 días."),
        ])
    func deadlines(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "a notice that the reader gives is the reader's burden, one that the reader gets is not",
        arguments: [
            ("en", "You may end your lease with 1 month of notice.", "You may end your lease with 3 months of notice."),
            (
                "de", "Sie können den Vertrag mit einer Frist von 1 Monat kündigen.",
                "Sie können den Vertrag mit einer Frist von 3 Monaten kündigen."
            ),
            (
                "fr", "Vous pouvez résilier votre bail avec un préavis de 1 mois.",
                "Vous pouvez résilier votre bail avec un préavis de 3 mois."
            ),
            (
                "es", "Puede cancelar su contrato con un preaviso de 1 mes.",
                "Puede cancelar su contrato con un preaviso de 3 meses."
            ),
            ("en", "You must give us 10 days' notice.", "You must give us 30 days' notice."),
            ("en", "We may change the price with 30 days' notice.", "We may change the price with 10 days' notice."),
        ])
    func notices(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "what may be had for so long, and until a day",
        arguments: [
            (
                "en", "Your data is retained for one year after the account has been inactive for one year.",
                "Your data is retained for one year after the account has been inactive for two years."
            ),
            (
                "en", "Accounts are closed after 12 months without use.",
                "Accounts are closed after 6 months without use."
            ),
            ("en", "The duration of the exclusion is 1 year.", "The duration of the exclusion is 2 years."),
            (
                "en", "You may use the old login until 20 April 2026.",
                "You may use the old login until 18 February 2025."
            ),
            ("en", "You must wear the badge until 18 February 2025.", "You must wear the badge until 20 April 2026."),
            (
                "fr", "Vous pouvez utiliser l'ancien accès jusqu'au 20 avril 2026.",
                "Vous pouvez utiliser l'ancien accès jusqu'au 18 février 2025."
            ),
            (
                "de", "Sie können den alten Zugang bis zum 20. April 2026 nutzen.",
                "Sie können den alten Zugang bis zum 18. Februar 2025 nutzen."
            ),
            (
                "es", "Puede usar el acceso antiguo hasta el 20 de abril de 2026.",
                "Puede usar el acceso antiguo hasta el 18 de febrero de 2025."
            ),
            ("en", "You may borrow a lamp for up to 3 days.", "You may borrow a lamp for up to 1 day."),
            (
                "fr", "Vous pouvez emprunter une lampe pendant 3 jours au maximum.",
                "Vous pouvez emprunter une lampe pendant 1 jour au maximum."
            ),
            ("de", "Sie dürfen eine Lampe bis zu 3 Tage ausleihen.", "Sie dürfen eine Lampe bis zu 1 Tag ausleihen."),
            ("es", "Puede tomar prestada una lámpara hasta 3 días.", "Puede tomar prestada una lámpara hasta 1 día."),
        ])
    func lasting(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "an age says who may come in",
        arguments: [
            (
                "en",
                "The service is only available to people aged 13 or older, unless your school asked for your account.",
                "The service is available to people aged 13 or older."
            ),
            ("en", "Lamps are fun.", "Lamps are fun. The service is intended for people above the age of 17."),
            (
                "en",
                "We do not knowingly collect data from people under the age of 13. If you are under the age of 13, please do not send us your data.",
                "We do not knowingly collect data from people under the age of 17. If you are under the age of 17, please do not send us your data."
            ),
            (
                "en",
                "Our service is not intended for children under 13 years of age. Our service is intended for people aged 13 and over.",
                "Our service is not intended for children under 18 years of age."
            ),
        ])
    func ages(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }
}

import PolicyModel
import Testing

@testable import PolicyDiff

/// The same said the other way round is wording, and only the same.
struct ParaphraseTests {
    @Test(
        "what the publisher does and what is done say the same",
        arguments: [
            ("en", "We keep logs for 30 days.", "Logs are kept for 30 days."),
            ("en", "We may share your address with couriers.", "Your address may be shared with couriers."),
            (
                "en", "When you close your account, we delete your data.",
                "When you close your account, your data is deleted."
            ),
            ("de", "Wir speichern Protokolle 30 Tage lang.", "Protokolle werden 30 Tage lang gespeichert."),
            ("fr", "Nous conservons les journaux pendant 30 jours.", "Les journaux sont conservés pendant 30 jours."),
            ("es", "Conservamos los registros durante 30 días.", "Los registros se conservan durante 30 días."),
        ])
    func voice(language: String, active: String, passive: String) {
        #expect(comparedClauses(active, passive, language).significance == .editorial)
        #expect(comparedClauses(passive, active, language).significance == .editorial)
    }

    @Test(
        "what costs an amount has that price",
        arguments: [
            ("en", "The plan costs 10 euros a month.", "The price of the plan is 10 euros a month."),
            ("de", "Der Tarif kostet 10 Euro im Monat.", "Der Preis des Tarifs beträgt 10 Euro im Monat."),
            ("fr", "L'abonnement coûte 10 euros par mois.", "Le prix de l'abonnement est de 10 euros par mois."),
            ("es", "El plan cuesta 10 euros al mes.", "El precio del plan es de 10 euros al mes."),
        ])
    func price(language: String, verb: String, noun: String) {
        #expect(comparedClauses(verb, noun, language).significance == .editorial)
    }

    @Test(
        "all people are everyone",
        arguments: [
            ("en", "The rules apply to everyone who uses the lift.", "The rules apply to all people who use the lift."),
            (
                "de", "Die Regeln gelten für alle, die den Lift nutzen.",
                "Die Regeln gelten für alle Personen, die den Lift nutzen."
            ),
            (
                "fr", "Les règles s'appliquent à tous ceux qui utilisent l'ascenseur.",
                "Les règles s'appliquent à toutes les personnes qui utilisent l'ascenseur."
            ),
            (
                "es", "Las normas se aplican a todos los que usan el ascensor.",
                "Las normas se aplican a todas las personas que usan el ascensor."
            ),
            ("en", "These rules shall apply in the hall.", "These rules apply in the hall."),
            ("en", "You stay logged in to the page.", "You stay signed in to the page."),
            ("en", "Your personal information may be sent there.", "Your PI may be sent there."),
        ])
    func people(language: String, old: String, new: String) {
        #expect(comparedClauses(old, new, language).significance == .editorial)
    }

    @Test(
        "another actor, verb, limit, modal or amount is told",
        arguments: [
            ("We keep logs for 30 days.", "Logs are shared for 30 days."),
            ("We share your data with couriers.", "Your data is shared with advertisers."),
            ("We do not share your data.", "Your data is shared."),
            ("We may share your data with couriers.", "Your data is shared with couriers."),
            ("We only share your name.", "Your name is shared."),
            ("We notify you.", "You notify us."),
            ("Our partners keep logs.", "Logs are kept."),
            ("The plan costs 10 euros a month.", "The price of the plan is 12 euros a month."),
            ("The rules apply to everyone who uses the lift.", "The rules apply to all adults who use the lift."),
            ("We delete your data when you close your account.", "Your data is closed when you delete your account."),
        ])
    func another(old: String, new: String) {
        #expect(comparedClauses(old, new, "en").significance == .material)
    }
}

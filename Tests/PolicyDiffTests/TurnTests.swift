import PolicyModel
import Testing

@testable import PolicyDiff

/// Small words that turn what the reader gets or bears: a person can tell the way, so it must be told.
struct TurnTests {
    @Test(
        "what turns against the reader is stricter, and looser the other way round",
        arguments: [
            ("en", "We share your address only with your consent.", "We share your address without your consent."),
            (
                "fr", "Nous partageons votre adresse uniquement avec votre consentement.",
                "Nous partageons votre adresse sans votre consentement."
            ),
            (
                "de", "Wir geben Ihre Adresse nur mit Ihrer Einwilligung weiter.",
                "Wir geben Ihre Adresse ohne Ihre Einwilligung weiter."
            ),
            (
                "es", "Compartimos su dirección solo con su consentimiento.",
                "Compartimos su dirección sin su consentimiento."
            ),
            ("en", "The deposit is refundable.", "The deposit is non-refundable."),
            ("fr", "L'acompte est remboursable.", "L'acompte est non remboursable."),
            ("de", "Die Anzahlung ist erstattbar.", "Die Anzahlung ist nicht erstattbar."),
            ("es", "El depósito es reembolsable.", "El depósito no es reembolsable."),
            ("en", "Tickets are transferable.", "Tickets are not transferable."),
            ("en", "Your data is anonymous.", "Your data is not anonymous."),
            ("en", "The plan includes unlimited storage.", "The plan includes limited storage."),
            ("en", "Support is free.", "Support is paid."),
            ("fr", "L'utilisation est gratuite.", "L'utilisation est payante."),
            ("de", "Die Nutzung ist kostenlos.", "Die Nutzung ist kostenpflichtig."),
            ("es", "El uso es gratuito.", "El uso es de pago."),
            ("en", "Data sharing is opt-in.", "Data sharing is opt-out."),
            ("en", "We will tell you before we change the price.", "We will tell you after we change the price."),
            (
                "fr", "Nous vous informons avant la modification des prix.",
                "Nous vous informons après la modification des prix."
            ),
            ("de", "Wir informieren Sie vor jeder Preisänderung.", "Wir informieren Sie nach jeder Preisänderung."),
            ("es", "Le avisaremos antes de cambiar el precio.", "Le avisaremos después de cambiar el precio."),
            ("en", "You must give notice of at most 30 days.", "You must give notice of at least 30 days."),
            ("en", "We may raise fees with 30 days' notice.", "We may raise fees without notice."),
            ("en", "We will change these terms after giving you 30 days' notice.", "We will change these terms."),
            ("en", "We will notify you in advance of any change.", "We will notify you of any change."),
            ("en", "You can cancel at any time.", "You can cancel at the end of the month."),
            ("en", "You must not bring pets, except guide dogs.", "You must not bring pets."),
            ("en", "We may share your data with couriers.", "We will share your data with couriers."),
            ("en", "We do not sell your name.", "We do not sell your name for money."),
            ("en", "We will answer your letter.", "We will try to answer your letter."),
            ("fr", "Nous répondons à votre lettre.", "Nous essayons de répondre à votre lettre."),
            ("de", "Wir werden Ihren Brief beantworten.", "Wir werden versuchen, Ihren Brief zu beantworten."),
            ("es", "Responderemos a su carta.", "Intentaremos responder a su carta."),
            (
                "en", "You have the right to read, copy and print your file.",
                "You have the right to read and print your file."
            ),
            ("en", "We never open your letters.", "We open your letters."),
            ("en", "By default, your page is private.", "By default, your page is public."),
            ("de", "Die Teilnahme ist freiwillig.", "Die Teilnahme ist verpflichtend."),
            ("fr", "La participation est facultative.", "La participation est obligatoire."),
            ("es", "La participación es voluntaria.", "La participación es obligatoria."),
            (
                "en", "We are liable for damage caused by negligence.",
                "We are liable only for damage caused by negligence."
            ),
            ("en", "You can cancel at any time.", "You can cancel only in the first week."),
            ("en", "You can cancel at any time.", "You can cancel at any time, provided you tell us a week before."),
            ("en", "You may use the lamp.", "You may only use the lamp."),
        ])
    func turns(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "where nobody can say which is more, no direction is told",
        arguments: [
            ("We will give you 30 days' notice.", "We will give you reasonable notice."),
            ("We retain your data for up to 12 months.", "We retain your data for as long as necessary."),
            ("You are entitled to a refund.", "You may be entitled to a refund."),
            ("You are responsible for what you post.", "You are solely responsible for what you post."),
            ("We keep your data for 30 days.", "We keep your data for a month."),
        ])
    func undecided(before: String, after: String) {
        for (old, new) in [(before, after), (after, before)] {
            let change = comparedClauses(old, new, "en")
            #expect(change.significance != .editorial)
            #expect(change.direction == .unclear)
        }
    }

    @Test(
        "what excepts the same in other words is wording",
        arguments: [
            ("You may not film guests without their consent.", "You may not film guests unless they have consented."),
            ("Do not copy it without written permission.", "Do not copy it unless you have written permission."),
        ])
    func sameExceptions(before: String, after: String) {
        #expect(comparedClauses(before, after, "en").significance == .editorial)
    }

    @Test(
        "periods that are equally long are wording",
        arguments: [("14 days", "two weeks"), ("12 months", "one year"), ("48 hours", "two days")])
    func equalPeriods(before: String, after: String) {
        let change = comparedClauses("We keep your data for \(before).", "We keep your data for \(after).", "en")
        #expect(change.significance == .editorial)
    }

    @Test(
        "many words in place of a good one, and a negation among other words, are no turn",
        arguments: [
            ("We look into each report promptly.", "We look into each report as soon as we have read it."),
            ("The door is green.", "The door is not being used."),
        ])
    func noTurn(old: String, new: String) {
        #expect(comparedClauses(old, new, "en").direction == .unclear)
    }

    @Test("a plan or its users in place of others is another audience, not a renamed party")
    func audience() {
        for (old, new) in [
            ("This limit applies to Basic users.", "This limit applies to Gold users."),
            ("The Basic plan has a limit of ten projects.", "The Gold plan has a limit of ten projects."),
        ] {
            let changes = comparedClauses(old, new, "en").changes
            #expect(changes.map(\.kind) == ["scope-widened"])
            #expect(changes.first?.direction == .unclear)
            #expect(changes.first?.summary.hasPrefix("Applies to others: ") == true)
        }
    }
}

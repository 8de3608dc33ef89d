import PolicyModel
import Testing

@testable import PolicyDiff

/// Conditions, exceptions, discretion and advice: what takes something back.
///
/// Each pair is told the other way round, too.
struct ReservationsTests {
    @Test(
        "what one party alone decides, or has to agree to, is worth less",
        arguments: [
            (
                "en", "Violations of our rules lead to the removal of the post.",
                "Violations, as determined solely by Lampworks, of our rules lead to the removal of the post."
            ),
            ("en", "We refund defective lamps.", "We refund defective lamps at our sole discretion."),
            (
                "en", "We may close accounts that break the rules.",
                "We may close accounts that, in our opinion, break the rules."
            ),
            (
                "fr", "Nous remboursons les lampes défectueuses.",
                "Nous remboursons les lampes défectueuses à notre seule discrétion."
            ),
            ("de", "Wir erstatten defekte Lampen.", "Wir erstatten defekte Lampen nach eigenem Ermessen."),
            (
                "es", "Reembolsamos las lámparas defectuosas.",
                "Reembolsamos las lámparas defectuosas a nuestra entera discreción."
            ),
            (
                "en", "If we make a material change, we will give you additional notice.",
                "Depending on the change, we may give you additional notice."
            ),
            ("en", "When you ask, we will refund the price.", "In some cases, we may refund the price."),
            ("en", "We do not, and will not, sell your address.", "We do not sell your address."),
            ("en", "We do not and never will share your photos.", "We do not share your photos."),
            (
                "fr", "Le prix vous sera remboursé, à moins que vous ne préfériez un échange.",
                "Le prix vous sera remboursé, à moins que vous ne préfériez un échange et sous réserve d'accord du vendeur."
            ),
            ("en", "You can exchange the lamp.", "You can exchange the lamp, subject to our approval."),
        ])
    func discretion(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "advice asks less than a duty",
        arguments: [
            (
                "en", "If you set a password, we recommend that you change it often.",
                "If you set a password, make sure that you change it often."
            ),
            ("en", "The link should include a text.", "Make sure the link includes a text."),
            ("en", "We recommend that you back up your files.", "You must back up your files."),
            ("en", "You should keep your receipt.", "You must keep your receipt."),
            ("fr", "Nous vous recommandons de changer votre mot de passe.", "Vous devez changer votre mot de passe."),
            ("es", "Le recomendamos que cambie la contraseña.", "Usted debe cambiar la contraseña."),
            ("de", "Sie sollten Ihre Rechnung aufbewahren.", "Sie müssen Ihre Rechnung aufbewahren."),
        ])
    func advice(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "what stays the reader's in spite of all is a gain",
        arguments: [
            (
                "en", "Posts may be shared across the shop (although your privacy settings will still apply).",
                "Posts may be shared across the shop."
            ),
            (
                "en", "We use your photo in our shop. Your privacy choices will still be respected.",
                "We use your photo in our shop."
            ),
            ("en", "Lamps are fun.", "Lamps are fun. In principle, points are non-refundable."),
        ])
    func provisos(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "who is let off a burden gains, whom a promise does not cover loses",
        arguments: [
            (
                "en",
                "You must not copy the maps. You must not print the maps. This does not apply to maps that you drew yourself.",
                "You must not copy the maps. You must not print the maps."
            ),
            (
                "en", "Lamps are fun. The indemnities in this section do not apply where we were negligent.",
                "Lamps are fun."
            ),
            ("en", "Lamps are fun.", "Lamps are fun. The money-back guarantee does not apply to used lamps."),
            ("en", "Lamps are fun. The late fee does not apply to students.", "Lamps are fun."),
            (
                "en",
                "Use of the maps is for your personal use only. You acknowledge that the maps belong to us. This does not include photos that you uploaded.",
                "Use of the maps is for your personal use only. You acknowledge that the maps belong to us."
            ),
            ("fr", "Lampes.", "Lampes. La garantie de remboursement ne s'applique pas aux lampes usagées."),
            ("de", "Lampen.", "Lampen. Die Geld-zurück-Garantie gilt nicht für gebrauchte Lampen."),
            ("es", "Lámparas.", "Lámparas. La garantía de devolución no se aplica a las lámparas usadas."),
        ])
    func exemptions(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "one case more of an exception makes its statement reach less far",
        arguments: [
            (
                "en", "We do not share your data with third parties (other than our subsidiaries).",
                "We do not share your data with third parties (other than our subsidiaries and affiliates)."
            ),
            (
                "en", "We never sell your address, except to carriers.",
                "We never sell your address, except to carriers or banks."
            ),
            (
                "en", "You may not copy the maps, except for study or for teaching.",
                "You may not copy the maps, except for study."
            ),
            (
                "en", "You may not copy the maps other than as the law or these terms allow.",
                "You may not copy the maps other than as these terms allow."
            ),
            (
                "fr", "Nous ne partageons pas vos données, sauf avec nos filiales.",
                "Nous ne partageons pas vos données, sauf avec nos filiales et nos banques."
            ),
            (
                "de", "Wir geben Ihre Daten nicht weiter, außer an Versender.",
                "Wir geben Ihre Daten nicht weiter, außer an Versender und Banken."
            ),
            (
                "es", "No compartimos sus datos, salvo con transportistas.",
                "No compartimos sus datos, salvo con transportistas y bancos."
            ),
            (
                "en", "We allow the display of dice in games; real money must not be used.",
                "Except where prohibited by local law, we allow the display of dice in games; real money must not be used."
            ),
            ("en", "Unless your room allows it, you must not bring pets.", "You must not bring pets."),
            ("en", "We refund the price.", "Except for gift cards, we refund the price."),
            ("fr", "Nous remboursons le prix.", "Sauf pour les cartes cadeaux, nous remboursons le prix."),
            ("de", "Wir erstatten den Preis.", "Außer bei Gutscheinen erstatten wir den Preis."),
            (
                "en", "You get one point for each 5 EUR spent (except gift cards) in our shops;",
                "You get one point for each 5 EUR spent in our shops (except gift cards, trees and coupons);"
            ),
            (
                "fr", "Vous recevez un point par achat (hors cartes cadeaux) dans nos magasins.",
                "Vous recevez un point par achat dans nos magasins (hors cartes cadeaux, sapins et coupons)."
            ),
        ])
    func exceptions(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "a list of wrongs forbids, a purpose more is a use more",
        arguments: [
            (
                "en", "Content that is unlawful, defamatory, hateful or harmful;",
                "Content that is unlawful, defamatory, hateful or harmful; or that exploits children;"
            ),
            (
                "en", "(2) acts of fraud, infringement of copyrights, or harassment;",
                "(2) acts of fraud, spam, infringement of copyrights, or harassment;"
            ),
            (
                "de", "Rechtswidrige, beleidigende oder hasserfüllte Inhalte;",
                "Rechtswidrige, beleidigende, gewaltverherrlichende oder hasserfüllte Inhalte;"
            ),
            (
                "es", "Contenidos ilegales, difamatorios o de odio;",
                "Contenidos ilegales, difamatorios, violentos o de odio;"
            ),
            (
                "en", "To process your order and keep your account, including to prevent fraud",
                "To process your order and keep your account, including to prevent fraud, and for other business purposes"
            ),
            (
                "en", "We use your data to send your order.",
                "We use your data to send your order and for marketing purposes."
            ),
            (
                "en", "You may print the map for private and teaching purposes.",
                "You may print the map for private purposes."
            ),
        ])
    func lists(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "what does not say which way it goes has none: lists",
        arguments: [
            ("en", "To detect fraud and abuse.", "To detect fraud, spam and abuse.")
        ])
    func listsUndecided(language: String, one: String, other: String) {
        #expect(comparedClauses(one, other, language).direction == .unclear)
        #expect(comparedClauses(other, one, language).direction == .unclear)
    }

    @Test(
        "narrower by place, by consent or by law",
        arguments: [
            ("en", "To help you with a lamp, only upon your request;", "To help you with a lamp;"),
            ("en", "We record the call only at your request.", "We record the call."),
            (
                "en", "If you buy Lamp Light or Lamp Unlimited, you agree to these terms.",
                "If you buy Lamp Light, Sun Unlimited or Lamp Unlimited, you agree to these terms."
            ),
            (
                "en", "If you are a customer, you may have the rights below.",
                "If you are a customer within the EEA, you may have the rights below."
            ),
            ("en", "You may request a copy of your file.", "You may request a copy of your file in the EEA."),
            ("en", "You must not scrape our service without our written consent.", "You must not scrape us."),
            ("en", "You must not copy the maps without our permission.", "You must not copy the maps."),
            (
                "en", "We keep your data as long as necessary to comply with U.S. law.",
                "We keep your data as long as necessary to comply with applicable law."
            ),
            (
                "en", "To use the service, you need to use an account with the app, or with a Red or Blue client.",
                "To use the service, you need to use an account with the app, or with a Red client."
            ),
        ])
    func narrower(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "a slight change elsewhere in the clause does not blur what is plain",
        arguments: [
            (
                "en", "We answer letters and ensure the light. Lamps are fun.",
                "We answer letters and support the light. Lamps are fun. We may also collect your address."
            ),
            ("fr", "Les lampes sont belles. Nous répondrons aux réclamations.", "Les lampes sont belles."),
            ("es", "Las lámparas son bonitas. Responderemos a las reclamaciones.", "Las lámparas son bonitas."),
            ("de", "Sie dürfen keine Kerzen benutzen.", "Sie dürfen keine Kerzen und keinen Ofen benutzen."),
            ("es", "No debe usar velas.", "No debe usar velas ni estufas."),
        ])
    func slight(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }
}

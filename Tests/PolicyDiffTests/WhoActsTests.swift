import PolicyModel
import Testing

@testable import PolicyDiff

/// Who acts and what is done, where other words stand between or in front.
///
/// Each pair is told the other way round, too.
struct WhoActsTests {
    @Test(
        "what leads a sentence says when or what for, and does not hide what is done",
        arguments: [
            (
                "en",
                "As mentioned above, we do not sell your data, but the law requires us to tell you how we use it.",
                "The law requires us to tell you how we use it."
            ),
            ("en", "As described in our other notices, we never share your address.", "We love lamps."),
            (
                "en", "We keep the logs. In cases where we may hash your name, we commit to not reversing the hash.",
                "We keep the logs."
            ),
            ("en", "We sell lamps.", "We sell lamps. To run our shop, we may share your address with carriers."),
            ("en", "We sell lamps.", "We sell lamps. While you use the app, we collect your location."),
            (
                "fr", "Comme indiqué ci-dessus, nous ne vendons pas vos données. Nous aimons les lampes.",
                "Nous aimons les lampes."
            ),
            ("de", "Wie oben erwähnt, verkaufen wir Ihre Daten nicht. Wir mögen Lampen.", "Wir mögen Lampen."),
            (
                "es", "Como se indicó anteriormente, no vendemos sus datos. Nos gustan las lámparas.",
                "Nos gustan las lámparas."
            ),
            (
                "en", "When you visit our site, we collect your location.",
                "When you visit our site, we and third parties collect your location."
            ),
            (
                "en", "We will give you notice of any change (including when it will take effect) as the law requires.",
                "We will give you notice of any change as the law requires."
            ),
            ("en", "We collect your data.", "We collect your data, including where you will travel."),
        ])
    func leading(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "what does not say which way it goes has none: leading",
        arguments: [
            (
                "en", "To make a request for your data, please go to our page or call us.",
                "To confirm whether or not we are processing your data, or to make a request for your data, please go to our page or call us."
            )
        ])
    func leadingUndecided(language: String, one: String, other: String) {
        #expect(comparedClauses(one, other, language).direction == .unclear)
        #expect(comparedClauses(other, one, language).direction == .unclear)
    }

    @Test(
        "a publisher that is named acts as one that says we",
        arguments: [
            (
                "en", "Lamps are fun.",
                "Lamps are fun. Lampworks reserves the right to restrict, suspend or close the shop without notice."
            ),
            ("en", "Lamps are fun.", "Lamps are fun. Acme Maps reserves the right at any time to modify the service."),
            (
                "fr", "Les lampes sont belles.",
                "Les lampes sont belles. Lampex se réserve le droit de suspendre le service."
            ),
            (
                "de", "Lampen sind schön.",
                "Lampen sind schön. Lampex behält sich das Recht vor, den Dienst einzustellen."
            ),
            (
                "es", "Las lámparas son bonitas.",
                "Las lámparas son bonitas. Lampex se reserva el derecho de suspender el servicio."
            ),
            ("en", "Lampworks may suspend users who break the rules.", "Lampworks suspends users who break the rules."),
            ("en", "Lampworks may delete accounts that stay unused.", "Lampworks deletes accounts that stay unused."),
            ("en", "Lampworks answers each letter.", "Lampworks may answer each letter."),
        ])
    func named(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "what readers are given, and what they may be asked for, is told of them",
        arguments: [
            (
                "en", "Members are provided with early access, large files, and priority support.",
                "Members are provided with early access and priority support."
            ),
            (
                "en", "Members receive early access, a badge and free storage.",
                "Members receive early access and free storage."
            ),
            (
                "fr", "Les abonnés bénéficient d'un badge, du partage de fichiers et d'un support prioritaire.",
                "Les abonnés bénéficient d'un badge et d'un support prioritaire."
            ),
            (
                "de", "Mitglieder erhalten ein Abzeichen, mehr Speicher und bevorzugte Hilfe.",
                "Mitglieder erhalten ein Abzeichen und bevorzugte Hilfe."
            ),
            (
                "es", "Los suscriptores reciben una insignia, más espacio y ayuda preferente.",
                "Los suscriptores reciben una insignia y ayuda preferente."
            ),
            ("en", "We offer telephone help, repairs and a loan lamp.", "We offer telephone help and repairs."),
            ("en", "Reports are welcome. We may offer a gift card for good reports.", "Reports are welcome."),
            (
                "en", "We may give you a reward. Where possible we may also provide a free account.",
                "We may give you a reward."
            ),
            ("en", "Reports are welcome.", "Reports are welcome. We may provide your name to our partners."),
            ("en", "Reports are welcome. We may refund you the price.", "Reports are welcome."),
            (
                "en", "The shop is open to all.",
                "The shop is open to all. If you are under 18, you may use the shop only with a parent."
            ),
            ("en", "You may print the map.", "You may print the map only with our consent."),
            (
                "fr", "La boutique est ouverte à tous.",
                "La boutique est ouverte à tous. Si vous avez moins de 18 ans, vous pouvez utiliser la boutique uniquement avec un parent."
            ),
            ("en", "Lamps are fun.", "Lamps are fun. You may be required to show your passport."),
            ("en", "Lamps are fun.", "Lamps are fun. You may be asked to log in again."),
            ("en", "Lamps are fun. You may be eligible for a refund.", "Lamps are fun."),
            ("en", "Lamps are fun. Right to object to the sale of your data.", "Lamps are fun."),
            (
                "en", "b. Your policy must explain what you do.",
                "b. Your policy must explain what you do. The right to ask for deletion must be available to all users."
            ),
        ])
    func given(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "what others may see of the reader burdens",
        arguments: [
            (
                "en", "Other users may be able to see the history of your edits.",
                "Other users will be able to see the history of your edits."
            ),
            ("en", "Lamps are fun.", "Lamps are fun. Other users can see your profile."),
            (
                "en", "These cookies may identify your browser.",
                "These cookies may identify your browser or, if you are signed in, may identify you."
            ),
        ])
    func seen(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "who stops offering something takes it away",
        arguments: [
            ("en", "Lamps are fun.", "Lamps are fun. After May, we will no longer offer free repairs."),
            ("en", "Lamps are fun.", "Lamps are fun. We no longer support old lamps."),
            (
                "fr", "Les lampes sont belles.",
                "Les lampes sont belles. Nous ne proposerons plus de réparations gratuites."
            ),
            ("de", "Lampen sind schön.", "Lampen sind schön. Wir bieten keine kostenlosen Reparaturen mehr an."),
            ("es", "Las lámparas son bonitas.", "Las lámparas son bonitas. Ya no ofreceremos reparaciones gratuitas."),
            ("en", "Lamps are fun. We will no longer share your address.", "Lamps are fun."),
        ])
    func stops(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "who answers for nothing more is stricter",
        arguments: [
            (
                "en", "(d) The risk of loss passes to you on purchase.",
                "(d) The risk of loss passes to you on purchase. We are not responsible for any loss or unauthorized use of your lamps."
            ),
            (
                "en",
                "We and our daughters will not be liable for damages arising from (a) your instructions, or (b) changes that you make.",
                "We and our daughters will not be liable for damages arising from (a) your instructions, (b) your delay, or (c) changes that you make."
            ),
            ("en", "Lamps are fun.", "Lamps are fun. We are not responsible for the content of other sites."),
            ("fr", "Les lampes sont belles.", "Les lampes sont belles. Nous ne sommes pas responsables des pertes."),
            ("de", "Lampen sind schön.", "Lampen sind schön. Wir sind für Verluste nicht verantwortlich."),
            ("es", "Las lámparas son bonitas.", "Las lámparas son bonitas. No somos responsables de las pérdidas."),
        ])
    func answers(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }
}

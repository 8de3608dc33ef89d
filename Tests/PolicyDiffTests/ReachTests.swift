import PolicyModel
import Testing

@testable import PolicyDiff

/// How far a statement reaches, on whose word it hangs, and how much somebody answers for.
struct ReachTests {
    @Test(
        "what needed the reader's consent and goes on now until the reader objects is stricter, and looser the other way round",
        arguments: [
            (
                "en", "We use your chats for training only if you opt in.",
                "We use your chats for training unless you opt out."
            ),
            (
                "en", "We will only send you newsletters if you have opted in.",
                "We will send you newsletters unless you have opted out."
            ),
            (
                "de", "Wir nutzen Ihre Chats nur dann zum Training, wenn Sie zustimmen.",
                "Wir nutzen Ihre Chats zum Training, sofern Sie nicht widersprechen."
            ),
            (
                "fr", "Nous utilisons vos messages pour l'entraînement uniquement si vous y consentez.",
                "Nous utilisons vos messages pour l'entraînement, sauf si vous vous y opposez."
            ),
            (
                "es", "Usamos sus mensajes para entrenar solo si usted da su consentimiento.",
                "Usamos sus mensajes para entrenar salvo que usted se oponga."
            ),
        ])
    func consent(language: String, good: String, bad: String) {
        let worse = comparedClauses(good, bad, language)
        let better = comparedClauses(bad, good, language)
        #expect(worse.changes.map(\.kind) == ["condition-removed"] && worse.direction == .stricter)
        #expect(better.changes.map(\.kind) == ["condition-added"] && better.direction == .looser)
    }

    @Test(
        "what the publisher is liable for is one change, whichever words came and went",
        arguments: [
            ("en", "We are liable for all damage.", "We are liable for gross negligence."),
            ("en", "We are liable for damage.", "We are liable for damage only where we acted on purpose."),
            (
                "en", "Our liability shall not exceed the price you paid.",
                "Our liability shall not exceed the price you paid in the six months before the loss."
            ),
            ("de", "Wir haften für alle Schäden.", "Wir haften nur für grobe Fahrlässigkeit."),
            (
                "fr", "Nous sommes responsables de tous les dommages.",
                "Nous ne sommes responsables que des dommages causés par une faute lourde."
            ),
            ("es", "Somos responsables de todos los daños.", "Solo somos responsables en caso de negligencia grave."),
        ])
    func liability(language: String, good: String, bad: String) {
        let worse = comparedClauses(good, bad, language)
        let better = comparedClauses(bad, good, language)
        #expect(worse.changes.map(\.kind) == ["liability-changed"] && worse.direction == .stricter)
        #expect(better.changes.map(\.kind) == ["liability-changed"] && better.direction == .looser)
    }

    @Test(
        "a word that limits less lets a statement reach further",
        arguments: [
            (
                "en", "We share data with couriers where necessary.", "We share data with couriers where useful."
            ),
            ("en", "We share your data only where necessary.", "We share your data where useful."),
            (
                "de", "Wir geben Daten an Kuriere weiter, soweit dies erforderlich ist.",
                "Wir geben Daten an Kuriere weiter, soweit dies nützlich ist."
            ),
            (
                "fr", "Nous partageons les données avec les coursiers lorsque cela est nécessaire.",
                "Nous partageons les données avec les coursiers lorsque cela est utile."
            ),
            (
                "es", "Compartimos los datos con mensajeros cuando es necesario.",
                "Compartimos los datos con mensajeros cuando es útil."
            ),
            ("en", "Children pay half price.", "Children pay full price."),
            ("de", "Kinder zahlen den halben Preis.", "Kinder zahlen den vollen Preis."),
            ("fr", "Les enfants paient moitié prix.", "Les enfants paient plein tarif."),
            ("en", "You may bring a child.", "You may bring a child only together with a second adult."),
            ("de", "Sie dürfen ein Kind mitbringen.", "Sie dürfen ein Kind nur mit einem Erwachsenen mitbringen."),
            ("fr", "Vous pouvez amener un enfant.", "Vous pouvez amener un enfant uniquement avec un adulte."),
            ("es", "Usted puede traer a un niño.", "Usted puede traer a un niño solo junto con otro adulto."),
            ("en", "Do not knowingly copy a key.", "Do not copy a key."),
            ("de", "Kopieren Sie nicht wissentlich einen Schlüssel.", "Kopieren Sie nicht einen Schlüssel."),
            ("en", "You may use a locker, which is free to open.", "You may use a locker."),
        ])
    func breadth(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "a time by which the reader has to act before something burdens by its length, a notice helps",
        arguments: [
            ("en", "You can cancel up to 2 hours before departure.", "You can cancel up to 24 hours before departure."),
            (
                "en", "You must be there at least 2 hours before departure.",
                "You must be there at least 3 hours before departure."
            ),
            (
                "de", "Sie können bis zu 2 Stunden vor Abfahrt stornieren.",
                "Sie können bis zu 24 Stunden vor Abfahrt stornieren."
            ),
            (
                "fr", "Vous pouvez annuler jusqu'à 2 heures avant le départ.",
                "Vous pouvez annuler jusqu'à 24 heures avant le départ."
            ),
            (
                "es", "Puede cancelar hasta 2 horas antes de la salida.",
                "Puede cancelar hasta 24 horas antes de la salida."
            ),
            (
                "en", "We will notify you at least 14 days before any change.",
                "We will notify you at least 7 days before any change."
            ),
            ("en", "You can return the lamp within 30 days.", "You can return the lamp within 14 days."),
        ])
    func leadTime(language: String, good: String, bad: String) {
        #expect(comparedClauses(good, bad, language).direction == .stricter)
        #expect(comparedClauses(bad, good, language).direction == .looser)
    }

    @Test(
        "which of these is more, nobody can say",
        arguments: [
            ("We keep what is necessary.", "We keep what is blue."),
            ("You can object if you agree with us.", "You can object if you know us."),
            ("We send a letter if you opt in.", "We send a card if you opt in."),
        ])
    func open(old: String, new: String) {
        #expect(comparedClauses(old, new, "en").direction == .unclear)
    }
}

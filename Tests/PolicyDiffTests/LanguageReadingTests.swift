import Testing

@testable import PolicyDiff

/// What the words of a sentence are read as, language by language.
struct LanguageReadingTests {
    @Test(
        "the words that bind are found",
        arguments: [
            ("fr", "Vous devez avoir au moins 16 ans.", Traits.must),
            ("fr", "Le Client s’engage à payer le prix.", .will),
            ("fr", "Vous ne pouvez pas céder votre compte.", .mustNot),
            ("fr", "Il est interdit de revendre les billets.", .mustNot),
            ("fr", "Vous n'êtes pas tenu de répondre.", .needNot),
            ("fr", "Nous pouvons suspendre le service.", .may),
            ("fr", "L’Éditeur se réserve le droit de changer ses tarifs.", .may),
            ("fr", "Nous vous préviendrons par courriel.", .will),
            ("fr", "Les frais seront prélevés chaque mois.", .will),
            ("fr", "sauf si l'acheteur s'y oppose", .exception),
            ("fr", "à moins qu'il ne soit majeur", .exception),
            ("fr", "S’il ne répond pas, la vente est annulée.", .condition),
            ("de", "Sie müssen volljährig sein.", .must),
            ("de", "Du musst volljährig sein.", .must),
            ("de", "Sie dürfen die Inhalte ohne unsere Erlaubnis nicht weiterverkaufen.", .mustNot),
            ("de", "Wir können für diese Inhalte keine Haftung übernehmen.", .mustNot),
            ("de", "Sie müssen dafür nichts zahlen und sind nicht verpflichtet, uns zu antworten.", .needNot),
            ("de", "Wir behalten uns vor, den Preis zu ändern.", .may),
            ("de", "Wir werden Sie rechtzeitig informieren.", .will),
            ("de", "es sei denn, Sie widersprechen", .exception),
            ("es", "Usted debe ser mayor de edad.", .must),
            ("es", "Tienes que aceptar estas reglas.", .must),
            ("es", "No puede revender las entradas.", .mustNot),
            ("es", "No podemos garantizar el acceso.", .mustNot),
            ("es", "No es necesario que facilite su nombre.", .needNot),
            ("es", "Podemos cambiar el precio.", .may),
            ("es", "Le enviaremos una copia.", .will),
            ("es", "salvo que la ley lo prohíba", .exception),
        ])
    func bindingWordsAreFound(code: String, text: String, trait: Traits) {
        #expect(traits(of: text, code).contains(trait))
    }

    @Test(
        "a phrase with a gap does not reach over a comma or another modal",
        arguments: [
            "Sie dürfen die Inhalte teilen, wenn wir das nicht ausschließen.",
            "Sie dürfen lesen und wir werden nicht stören.",
        ])
    func gapsAreBounded(text: String) {
        var vocabulary = Vocabulary(.named("de"))
        let tokens = Tokenizer.tokens(of: text, in: &vocabulary)
        #expect(tokens.count > 1 && !tokens[1].traits.contains(.mustNot))
    }

    @Test(
        "texts that say the same have the same words",
        arguments: [
            ("fr", "l'article 5 et d’autres", "l’article 5 et d'autres"),
            ("fr", "tu ne peux pas vendre ton compte", "vous ne pouvez pas vendre votre compte"),
            ("fr", "par e-mail", "par courriel"),
            ("fr", "vos données à caractère personnel", "vos données personnelles"),
            ("fr", "dans un délai d'un mois", "dans un délai de 1 mois"),
            ("fr", "quatorze (14) jours", "14 jours"),
            ("fr", "cent euros (100 €)", "100 €"),
            ("fr", "cent-cinquante-euros (150 €)", "150 €"),
            ("fr", "deux mille trois cents euros", "2300 €"),
            ("fr", "quatre-vingt-dix jours", "90 jours"),
            ("en", "one hundred and fifty dollars ($150)", "$150"),
            ("es", "treinta y cinco días", "35 días"),
            ("de", "wenn du dein Konto kündigst", "wenn Sie Ihr Konto kündigst"),
            ("de", "unsere Servicebedingungen", "unsere Nutzungsbedingungen"),
            ("de", "innerhalb einer Woche", "innerhalb 1 Woche"),
            ("de", "einundzwanzig Tage", "21 Tage"),
            ("es", "si tú puedes pagar con tu cuenta", "si usted tú puede pagar con su cuenta"),
            ("es", "los términos del servicio", "los condiciones"),
            ("es", "treinta días", "30 días"),
        ])
    func equivalentsAreEqual(code: String, left: String, right: String) {
        var vocabulary = Vocabulary(.named(code))
        let first = Tokenizer.tokens(of: left, in: &vocabulary).map(\.key)
        #expect(first == Tokenizer.tokens(of: right, in: &vocabulary).map(\.key))
    }

    @Test(
        "days that do not all count are other days",
        arguments: [
            ("fr", "5 jours ouvrés", "5 jours"), ("de", "5 Werktage", "5 Tage"), ("es", "5 días hábiles", "5 días"),
        ])
    func workingDaysDiffer(code: String, left: String, right: String) {
        var vocabulary = Vocabulary(.named(code))
        let first = Tokenizer.tokens(of: left, in: &vocabulary)
        let second = Tokenizer.tokens(of: right, in: &vocabulary)
        #expect(first.count == 1 && second.count == 1)
        #expect(first.map(\.key) != second.map(\.key))
        #expect(first.allSatisfy { $0.traits.contains(.duration) })
    }

    @Test("an article is no number: a user is not one user")
    func articlesAreNoNumbers() {
        for (code, text) in [("fr", "un utilisateur"), ("de", "ein Nutzer"), ("es", "un usuario")] {
            var vocabulary = Vocabulary(.named(code))
            let tokens = Tokenizer.tokens(of: text, in: &vocabulary)
            #expect(tokens.count == 2)
            #expect(tokens.allSatisfy { !$0.traits.contains(.number) })
            #expect(tokens.last?.traits.contains(.reader) == true)
        }
    }

    @Test("an elided word is a word of its own, and its place in the text is its own")
    func elisionsAreSplit() {
        let text = "jusqu’à l’expiration"
        var vocabulary = Vocabulary(.named("fr"))
        let tokens = Tokenizer.tokens(of: text, in: &vocabulary)
        let written = tokens.map { String(decoding: Array(text.utf8)[$0.start..<$0.end], as: UTF8.self) }
        #expect(written == ["jusqu’", "à", "l’", "expiration"])
        #expect(Tokenizer.tokens(of: "aujourd'hui", in: &vocabulary).count == 1)
    }

    @Test("a German noun is no name for its capital, a brand is one")
    func germanNames() {
        var vocabulary = Vocabulary(.named("de"))
        let names = Tokenizer.tokens(
            of: "Wenn Sie bei Acmea ein Acmea-Konto, die FotoBox und die Zahlungsweise oder Abonnementgebühren nutzen",
            in: &vocabulary
        ).filter(\.isName).map { vocabulary.forms[Int($0.key)] }
        #expect(names.filter { $0 != "sie" } == ["acmea", "acmea-konto", "fotobox"])
    }

    private func traits(of text: String, _ code: String) -> Traits {
        var vocabulary = Vocabulary(.named(code))
        return Tokenizer.tokens(of: text, in: &vocabulary).reduce(into: []) { $0.formUnion($1.traits) }
    }
}

import PolicyModel
import Testing

@testable import PolicyDiff

/// Under which kind, and which way, a statement is told that is new in a text.
struct NewStatementTests {
    @Test(
        "what a new statement does is told as a person would say it",
        arguments: [
            ("en", "You are not permitted to resell tickets.", "prohibition-added", Direction.stricter),
            ("en", "Reselling tickets is forbidden.", "prohibition-added", .stricter),
            ("en", "Guests are required to show a ticket.", "duty-added", .stricter),
            ("en", "You are free to leave at any time.", "permission-added", .looser),
            ("en", "We undertake to answer each letter.", "commitment-added", .looser),
            ("en", "We reserve the right to close the site.", "reserved-right-added", .stricter),
            ("en", "To prohibit abuse by guests, we may lock the gate.", "reserved-right-added", .stricter),
            ("en", "You will not be billed for further months.", "commitment-added", .looser),
            ("en", "You will not be entitled to suspend your plan.", "prohibition-added", .stricter),
            ("en", "Your data is never sold to others.", "commitment-added", .looser),
            ("en", "Your data is used only to print the ticket.", "commitment-added", .looser),
            ("en", "Your account may be suspended.", "enforcement-changed", .stricter),
            ("en", "You may be suspended if you do not pay.", "enforcement-changed", .stricter),
            ("en", "Some Services may involve noise.", "disclosure-added", .unclear),
            ("de", "Das Füttern der Tiere ist untersagt.", "prohibition-added", .stricter),
            ("de", "Es ist nicht gestattet, Karten weiterzuverkaufen.", "prohibition-added", .stricter),
            ("de", "Der Gast verpflichtet sich, den Schlüssel zurückzugeben.", "duty-added", .stricter),
            ("de", "Sie sind dazu angehalten, leise zu sein.", "duty-added", .stricter),
            ("de", "Es obliegt dem Kunden, die Daten zu sichern.", "duty-added", .stricter),
            ("de", "Es steht Ihnen frei, jederzeit zu gehen.", "permission-added", .looser),
            ("de", "Wir verpflichten uns, jeden Brief zu beantworten.", "commitment-added", .looser),
            ("de", "Wir behalten uns vor, die Preise zu ändern.", "reserved-right-added", .stricter),
            ("de", "Ihr Konto kann gesperrt werden.", "enforcement-changed", .stricter),
            ("de", "Ihre Daten werden niemals verkauft.", "commitment-added", .looser),
            ("es", "Queda prohibido alimentar a los animales.", "prohibition-added", .stricter),
            ("es", "No está permitido revender las entradas.", "prohibition-added", .stricter),
            ("es", "Usted se abstendrá de revender las entradas.", "prohibition-added", .stricter),
            ("es", "El huésped se compromete a devolver la llave.", "duty-added", .stricter),
            ("es", "Es obligatorio devolver la llave.", "duty-added", .stricter),
            ("es", "Usted tiene derecho a traer un invitado.", "permission-added", .looser),
            ("es", "Nos comprometemos a responder a cada carta.", "commitment-added", .looser),
            ("es", "Nos reservamos el derecho de modificar los precios.", "reserved-right-added", .stricter),
            ("es", "Su cuenta puede ser suspendida.", "enforcement-changed", .stricter),
            ("es", "Sus datos nunca son vendidos.", "commitment-added", .looser),
            ("fr", "Il est interdit de nourrir les animaux.", "prohibition-added", .stricter),
            ("fr", "La revente des billets est proscrite.", "prohibition-added", .stricter),
            ("fr", "Le client s'engage à rendre la clé.", "duty-added", .stricter),
            ("fr", "La clé doit être rendue à la réception.", "duty-added", .stricter),
            ("fr", "Nous nous engageons à répondre à chaque lettre.", "commitment-added", .looser),
            ("fr", "Nous nous réservons le droit de modifier les prix.", "reserved-right-added", .stricter),
            ("fr", "Votre compte peut être suspendu.", "enforcement-changed", .stricter),
            ("fr", "Vos données ne sont jamais vendues.", "commitment-added", .looser),
        ])
    func kinds(language: String, statement: String, kind: String, direction: Direction) {
        let opening = ["en": "Be calm.", "de": "Ruhe.", "es": "Calma.", "fr": "Du calme."][language] ?? ""
        let changes = comparedClauses(opening, "\(opening)\n\(statement)", language).changes
        #expect(changes.map(\.kind) == [kind])
        #expect(changes.first?.direction == direction)
    }

    @Test(
        "what belongs to the page is no change of the policy",
        arguments: [
            ("en", "Did this answer your question?"), ("en", "No"), ("en", "Choose a section to give feedback on"),
            ("en", "We use cookies to improve your visit. Accept all cookies or manage preferences."),
            ("en", "10 November 2025: Updated to add more examples."),
            ("en", "We also explain more about our garden here."),
            ("de", "War diese Seite hilfreich?"), ("fr", "Tout accepter"),
            ("es", "Enviar comentarios sobre esta página"),
        ])
    func furniture(language: String, line: String) {
        let opening = ["en": "Be calm.", "de": "Ruhe.", "es": "Calma.", "fr": "Du calme."][language] ?? ""
        #expect(comparedClauses(opening, "\(opening)\n\(line)", language).significance == .editorial)
    }
}

import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyQueries
import PolicyRendering
import Testing

/// A sentence that people might put in the place of a generated one, or of a part by its name.
struct EditedSentence: Sendable, CustomTestStringConvertible {
    /// The language, and behind a hyphen which of its texts where it is not the first.
    let language: String
    let isLie: Bool
    /// Words of the generated sentence; or `headline`, `summary`, `free` for a paragraph of its own.
    let part: String
    let sentence: String

    var testDescription: String { sentence }

    /// Returns why it is refused.
    func errors() throws -> [Finding] {
        let draft = try #require(try Self.drafts[language]?.get())
        let statement = NoticeStatement(
            policy: "club", from: "1", version: "2", text: ObjectID(high: 2, middle: 0, low: 0),
            language: String(language.prefix(2)))
        let units = MarkdownForm.units(of: draft.notice)
        var lines = NoticeFile(statement: statement, units: units).body.split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        let marks = ["headline": "notice:headline", "summary": "notice:summary", "free": "notice:fact/effective"]
        let place = try #require(
            lines.firstIndex { line in
                marks[part].map(line.contains) ?? (line.hasPrefix("- ") && line.contains(part))
            }, "\(lines)")
        let mark = try #require(lines[place].firstRange(of: "<!--"))
        switch part {
        case "headline": lines[place] = "# \(sentence) \(lines[place][mark.lowerBound...])"
        case "summary": lines[place] = "\(sentence) \(lines[place][mark.lowerBound...])"
        case "free": lines.insert(contentsOf: ["", sentence], at: place + 1)
        default:
            let end = try #require(lines[place].ranges(of: " *").last?.lowerBound)
            lines[place] = "- \(sentence)\(lines[place][end...])"
        }
        let file = NoticeFile(statement: statement, body: lines.joined(separator: "\n"), line: 10)
        return NoticeCheck.findings(
            CheckedNotice(
                file: file, path: "notices/2.md", generated: draft.notice, units: units, version: draft.version,
                before: draft.before, after: draft.after, digest: "", exists: { _ in false })
        ).filter { $0.severity == .error }
    }

    /// What is generated of the texts of a language.
    private struct Draft: Sendable {
        let notice: Notice
        let version: Version
        let before: PolicyContent
        let after: PolicyContent

        init(_ texts: (old: [String], new: [String]), in language: String) throws {
            func document(_ clauses: [String]) -> PolicyContent {
                content("---\nlang: \(language)\n---\n# Club\n\n## A\n\n" + clauses.joined(separator: "\n\n"))
            }
            (before, after) = (document(texts.old), document(texts.new))
            version = PolicyNoticesTests.version(
                "2", effective: "2026-09-01", published: "2026-07-01", reason: "x", number: 2)
            notice = try Notice(
                of: [
                    Difference(
                        policy: PolicyName(id: "club", title: "Club"), from: PolicyNoticesTests.version("1"),
                        to: version,
                        comparison: compare(before, after))
                ],
                NoticeOptions(locale: FoundationLocale(language), languageOfTexts: language))
        }
    }

    private static let drafts = Dictionary(
        uniqueKeysWithValues: texts.merging(gardens) { $1 }.map { language, texts in
            (language, Result { try Draft(texts, in: String(language.prefix(2))) })
        })

    private static let texts: [String: (old: [String], new: [String])] = [
        "en": hall,
        "de": (
            [
                "Sie dürfen Gäste in die Lounge einladen.",
                "Sie müssen in der Werkstatt ein Abzeichen tragen.",
                "Sie dürfen ein Werkzeug innerhalb von 30 Tagen zurückgeben.",
                "Wir werden defekte Werkzeuge kostenlos reparieren.",
            ],
            [
                "Sie dürfen keinen Kraftstoff in den Spinden lagern.",
                "Sie müssen das Logbuch unterschreiben, bevor Sie die Drehbank benutzen.",
                "Sie dürfen ein Werkzeug innerhalb von 14 Tagen zurückgeben.",
            ]
        ),
        "fr": (
            [
                "Vous pouvez inviter des proches au salon.",
                "Vous devez porter un badge à l’atelier.",
                "Vous pouvez rendre un outil dans les 30 jours.",
                "Nous réparerons gratuitement les outils cassés.",
            ],
            [
                "Vous ne devez pas stocker de carburant dans les casiers.",
                "Vous devez signer le registre avant d’utiliser le tour.",
                "Vous pouvez rendre un outil dans les 14 jours.",
            ]
        ),
        "es": (
            [
                "Usted puede invitar a amigos al salón.",
                "Usted debe llevar una insignia en el taller.",
                "Usted puede devolver una herramienta en 30 días.",
                "Nosotros repararemos gratis las herramientas rotas.",
            ],
            [
                "No puede guardar combustible en las taquillas.",
                "Usted debe firmar el registro antes de usar el torno.",
                "Usted puede devolver una herramienta en 14 días.",
            ]
        ),
    ]

    static let all: [EditedSentence] = limits + german + french + spanish + inGardens

    private static let german: [EditedSentence] =
        lies(
            "de",
            [
                ("Kraftstoff", "Sie dürfen weiterhin Kraftstoff in den Spinden lagern."),
                ("Kraftstoff", "Kraftstoff in den Spinden ist jetzt erlaubt."),
                ("Kraftstoff", "Das Verbot von Kraftstoff in den Spinden wird aufgehoben."),
                ("Kraftstoff", "Sie dürfen in der Regel keinen Kraftstoff in den Spinden lagern."),
                ("Gäste", "Sie dürfen Gäste in die Lounge einladen."),
                ("Gäste", "Wir haben den Absatz über Gäste in der Lounge geordnet."),
                ("30 auf 14", "Verkürzt eine Frist von 14 auf 30 Tage: Rückgabe eines Werkzeugs."),
                ("30 auf 14", "Verlängert die Frist für die Rückgabe eines Werkzeugs von 30 auf 14 Tage."),
                ("Logbuch", "Sie müssen das Logbuch nicht mehr unterschreiben, bevor Sie die Drehbank benutzen."),
                ("Logbuch", "Sie dürfen das Logbuch unterschreiben, bevor Sie die Drehbank benutzen."),
                ("Abzeichen", "Sie müssen jetzt in der Werkstatt ein Abzeichen tragen."),
                ("reparieren", "Wir werden defekte Werkzeuge weiter kostenlos reparieren."),
            ])
        + honest(
            "de",
            [
                ("Kraftstoff", "Sie dürfen keinen Kraftstoff mehr in den Spinden lagern."),
                ("Kraftstoff", "Kraftstoff in den Spinden ist künftig verboten."),
                ("Gäste", "Sie dürfen keine Gäste mehr in die Lounge einladen."),
                ("Gäste", "Erlaubt nicht mehr, Gäste in die Lounge einzuladen."),
                ("30 auf 14", "Die Frist für die Rückgabe eines Werkzeugs beträgt 14 statt 30 Tage."),
                ("30 auf 14", "Verkürzt die Frist für die Rückgabe eines Werkzeugs von 30 auf 14 Tage."),
                ("Logbuch", "Sie müssen jetzt das Logbuch unterschreiben, bevor Sie die Drehbank benutzen."),
                ("Logbuch", "Verlangt eine Unterschrift im Logbuch, bevor Sie die Drehbank benutzen."),
                ("Abzeichen", "Sie müssen in der Werkstatt kein Abzeichen mehr tragen."),
                ("reparieren", "Wir versprechen nicht mehr, defekte Werkzeuge kostenlos zu reparieren."),
            ])

    private static let french: [EditedSentence] =
        lies(
            "fr",
            [
                ("carburant", "Vous pouvez toujours stocker du carburant dans les casiers."),
                ("carburant", "Le carburant dans les casiers est désormais autorisé."),
                ("carburant", "Lève l’interdiction du carburant dans les casiers."),
                ("carburant", "En général, vous ne devez pas stocker de carburant dans les casiers."),
                ("proches", "Vous pouvez inviter des proches au salon."),
                ("proches", "Le paragraphe sur les proches au salon est mieux rangé."),
                ("30 à 14", "Raccourcit un délai de 14 à 30 jours pour rendre un outil."),
                ("30 à 14", "Prolonge le délai pour rendre un outil de 30 à 14 jours."),
                ("registre", "Vous n’avez plus à signer le registre avant d’utiliser le tour."),
                ("registre", "Vous pouvez signer le registre avant d’utiliser le tour."),
                ("badge", "Vous devez désormais porter un badge à l’atelier."),
                ("outils", "Nous réparerons toujours gratuitement les outils cassés."),
            ])
        + honest(
            "fr",
            [
                ("carburant", "Vous ne pouvez plus stocker de carburant dans les casiers."),
                ("carburant", "Interdit le carburant dans les casiers."),
                ("proches", "Vous ne pouvez plus inviter de proches au salon."),
                ("proches", "N’autorise plus à inviter des proches au salon."),
                ("30 à 14", "Le délai pour rendre un outil est de 14 jours au lieu de 30."),
                ("30 à 14", "Raccourcit de 30 à 14 jours le délai pour rendre un outil."),
                ("registre", "Vous devez désormais signer le registre avant d’utiliser le tour."),
                ("registre", "Exige de signer le registre avant d’utiliser le tour."),
                ("badge", "Vous n’avez plus à porter de badge à l’atelier."),
                ("outils", "Nous ne promettons plus de réparer gratuitement les outils cassés."),
            ])

    private static let spanish: [EditedSentence] =
        lies(
            "es",
            [
                ("combustible", "Todavía puede guardar combustible en las taquillas."),
                ("combustible", "El combustible en las taquillas está ahora permitido."),
                ("combustible", "Levanta la prohibición del combustible en las taquillas."),
                ("combustible", "Por lo general no puede guardar combustible en las taquillas."),
                ("amigos", "Usted puede invitar a amigos al salón."),
                ("amigos", "Hemos ordenado el párrafo sobre los amigos en el salón."),
                ("30 a 14", "Acorta un plazo de 14 a 30 días para devolver una herramienta."),
                ("30 a 14", "Alarga el plazo para devolver una herramienta de 30 a 14 días."),
                ("registro", "Ya no tiene que firmar el registro antes de usar el torno."),
                ("registro", "Usted puede firmar el registro antes de usar el torno."),
                ("insignia", "Ahora debe llevar una insignia en el taller."),
                ("rotas", "Nosotros repararemos gratis las herramientas rotas."),
            ])
        + honest(
            "es",
            [
                ("combustible", "Ya no puede guardar combustible en las taquillas."),
                ("combustible", "Prohíbe el combustible en las taquillas."),
                ("amigos", "Ya no puede invitar a amigos al salón."),
                ("amigos", "Ya no permite invitar a amigos al salón."),
                ("30 a 14", "El plazo para devolver una herramienta es de 14 días en lugar de 30."),
                ("30 a 14", "Acorta de 30 a 14 días el plazo para devolver una herramienta."),
                ("registro", "Ahora debe firmar el registro antes de usar el torno."),
                ("registro", "Exige firmar el registro antes de usar el torno."),
                ("insignia", "Ya no tiene que llevar una insignia en el taller."),
                ("rotas", "Ya no prometemos reparar gratis las herramientas rotas."),
            ])

    static func lies(_ language: String, _ edits: [(String, String)]) -> [EditedSentence] {
        edits.map { EditedSentence(language: language, isLie: true, part: $0, sentence: $1) }
    }

    static func honest(_ language: String, _ edits: [(String, String)]) -> [EditedSentence] {
        edits.map { EditedSentence(language: language, isLie: false, part: $0, sentence: $1) }
    }
}

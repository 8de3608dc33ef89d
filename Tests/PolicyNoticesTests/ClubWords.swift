/// What the rules of a club say, in one language: the words that a table of all changes is made of.
struct ClubWords: Sendable {
    let language: String
    // Whole sentences.
    let ban, duty, permission, needNot, promise, right, fact: String
    /// The same promise as a mere possibility.
    let mayRepair: String
    /// What is done or not done, as a rule names it.
    let action, otherAction: String
    let exception, condition, example, consequence: String
    let definition, otherDefinition, liability, dispute, measure: String
    let oldName, newName, oldContact, newContact: String
    let place, otherPlace: String
    /// A sentence with a period in it, and the periods.
    let period: @Sendable (String) -> String
    let days: @Sendable (Int) -> String
    let fee: @Sendable (String) -> String
    let oldDay, newDay: String
    let section: String
    let may, must, mayLock, mustLock: String

    static let all = [en, de, fr, es]

    static let en = ClubWords(
        language: "en", ban: "You must not lend a lamp to strangers.", duty: "You must return each lamp clean.",
        permission: "You may keep a lamp overnight.", needNot: "You do not have to return each lamp clean.",
        promise: "We will repair broken lamps free of charge.", right: "We may refuse a loan at any time.",
        fact: "The shed holds forty lamps.", mayRepair: "We may repair broken lamps free of charge.",
        action: "lend a lamp to strangers", otherAction: "lend a lamp or a torch to strangers",
        exception: "unless the keeper agrees", condition: "if the shed is open", example: "carrying a torch at night",
        consequence: "loss of the right to borrow", definition: "“Lamp” means anything that gives light.",
        otherDefinition: "“Lamp” means anything that gives light or heat.",
        liability: "You are liable for damage to a lamp.", dispute: "Disputes go to the court of the town.",
        measure: "suspend a membership", oldName: "Lamp Club", newName: "Light Club", oldContact: "lamps@club.example",
        newContact: "light@club.example", place: "in the cellar", otherPlace: "in every room",
        period: { "You may return a lamp within \($0) of the loan." }, days: { "\($0) days" },
        fee: { "Each loan costs \($0)." }, oldDay: "1 May 2026", newDay: "1 June 2026", section: "Loans", may: "may",
        must: "must", mayLock: "The gate may be locked at night.", mustLock: "The gate must be locked at night.")

    static let de = ClubWords(
        language: "de", ban: "Sie dürfen keine Lampe an Fremde verleihen.",
        duty: "Sie müssen jede Lampe sauber zurückgeben.", permission: "Sie dürfen eine Lampe über Nacht behalten.",
        needNot: "Sie müssen die Lampen nicht sauber zurückgeben.",
        promise: "Wir werden defekte Lampen kostenlos reparieren.",
        right: "Wir können eine Ausleihe jederzeit ablehnen.", fact: "Im Schuppen liegen vierzig Lampen.",
        mayRepair: "Wir können defekte Lampen kostenlos reparieren.", action: "eine Lampe an Fremde verleihen",
        otherAction: "eine Lampe oder Fackel an Fremde verleihen", exception: "es sei denn, der Wart stimmt zu",
        condition: "wenn der Schuppen offen ist", example: "nachts eine Fackel tragen",
        consequence: "Verlust des Rechts auf Ausleihe", definition: "„Lampe“ bezeichnet alles, was Licht gibt.",
        otherDefinition: "„Lampe“ bezeichnet alles, was Licht oder Wärme gibt.",
        liability: "Sie haften für Schäden an einer Lampe.",
        dispute: "Streitigkeiten gehören vor das Gericht der Stadt.",
        measure: "eine Mitgliedschaft sperren", oldName: "Lampenclub", newName: "Lichtclub",
        oldContact: "lampen@club.example", newContact: "licht@club.example", place: "im Keller",
        otherPlace: "in jedem Raum", period: { "Sie dürfen eine Lampe innerhalb von \($0) zurückgeben." },
        days: { "\($0) Tagen" }, fee: { "Jede Ausleihe kostet \($0)." }, oldDay: "1. Mai 2026", newDay: "1. Juni 2026",
        section: "Ausleihe", may: "darf", must: "muss",
        mayLock: "Das Tor darf nachts verschlossen werden.", mustLock: "Das Tor muss nachts verschlossen werden.")

    static let fr = ClubWords(
        language: "fr", ban: "Vous ne devez pas prêter de lampe à des inconnus.",
        duty: "Vous devez rendre chaque lampe propre.", permission: "Vous pouvez garder une lampe la nuit.",
        needNot: "Vous n’êtes pas tenu de rendre chaque lampe propre.",
        promise: "Nous réparerons gratuitement les lampes cassées.",
        right: "Nous pouvons refuser un prêt à tout moment.", fact: "La remise contient quarante lampes.",
        mayRepair: "Nous pouvons réparer gratuitement les lampes cassées.", action: "prêter une lampe à des inconnus",
        otherAction: "prêter une lampe ou une torche à des inconnus", exception: "sauf si le gardien est d’accord",
        condition: "si la remise est ouverte", example: "porter une torche la nuit",
        consequence: "perte du droit d’emprunter", definition: "« Lampe » désigne tout ce qui donne de la lumière.",
        otherDefinition: "« Lampe » désigne tout ce qui donne de la lumière ou de la chaleur.",
        liability: "Vous êtes responsable des dommages causés à une lampe.",
        dispute: "Les litiges relèvent du tribunal de la ville.", measure: "suspendre une adhésion",
        oldName: "Club des lampes", newName: "Club des lumières", oldContact: "lampes@club.example",
        newContact: "lumieres@club.example", place: "à la cave", otherPlace: "dans chaque pièce",
        period: { "Vous pouvez rendre une lampe dans les \($0) qui suivent le prêt." }, days: { "\($0) jours" },
        fee: { "Chaque prêt coûte \($0)." }, oldDay: "1er mai 2026", newDay: "1er juin 2026", section: "Prêts",
        may: "peut", must: "doit", mayLock: "La porte peut être fermée la nuit.",
        mustLock: "La porte doit être fermée la nuit.")

    static let es = ClubWords(
        language: "es", ban: "No puede prestar una lámpara a desconocidos.",
        duty: "Usted debe devolver limpia cada lámpara.", permission: "Usted puede quedarse una lámpara por la noche.",
        needNot: "Usted no tiene que devolver limpia cada lámpara.",
        promise: "Nosotros repararemos gratis las lámparas rotas.",
        right: "Nosotros podemos negar un préstamo en cualquier momento.",
        fact: "El cobertizo guarda cuarenta lámparas.",
        mayRepair: "Nosotros podemos reparar gratis las lámparas rotas.", action: "prestar una lámpara a desconocidos",
        otherAction: "prestar una lámpara o una antorcha a desconocidos",
        exception: "salvo que el encargado esté de acuerdo", condition: "si el cobertizo está abierto",
        example: "llevar una antorcha por la noche", consequence: "pérdida del derecho a préstamos",
        definition: "«Lámpara» significa todo lo que da luz.",
        otherDefinition: "«Lámpara» significa todo lo que da luz o calor.",
        liability: "Usted es responsable de los daños a una lámpara.",
        dispute: "Los litigios van al tribunal de la ciudad.", measure: "suspender una afiliación",
        oldName: "Club de la lámpara", newName: "Club de la luz", oldContact: "lamparas@club.example",
        newContact: "luz@club.example", place: "en el sótano", otherPlace: "en cada sala",
        period: { "Usted puede devolver una lámpara en \($0) desde el préstamo." }, days: { "\($0) días" },
        fee: { "Cada préstamo cuesta \($0)." }, oldDay: "1 de mayo de 2026", newDay: "1 de junio de 2026",
        section: "Préstamos", may: "puede", must: "debe",
        mayLock: "La puerta puede cerrarse por la noche.", mustLock: "La puerta debe cerrarse por la noche.")
}

/// A garden's rules in each language of notices: prices, periods, promises with limits, and what people make of them.
extension EditedSentence {
    static let gardens: [String: (old: [String], new: [String])] = [
        "en-garden": (
            [
                "You may water your bed at any time.",
                "You must not use weed killer.",
                "You may end your lease with 1 month of notice.",
                "The yearly fee is 60 euros.",
                "You must weed the path beside your bed every week.",
                "We will repair the tools free of charge.",
                "We will not give your phone number to other gardeners.",
                "You may borrow the mower for up to 3 days.",
            ],
            [
                "You may water your bed before 10 in the morning.",
                "You must not use weed killer or artificial fertiliser.",
                "You may end your lease with 3 months of notice.",
                "The yearly fee is 75 euros.",
                "You must weed the path beside your bed every month.",
                "You must not keep bees.",
                "We repair the tools free of charge, except the mower.",
                "We may give your phone number to other gardeners.",
                "You may borrow the mower for up to 1 day.",
                "We will answer complaints within 2 weeks.",
                "You must sign the list before you borrow a tool.",
            ]
        ),
        "de-garden": (
            [
                "Sie dürfen Ihr Beet jederzeit gießen.",
                "Sie dürfen keine Unkrautvernichter verwenden.",
                "Sie können den Pachtvertrag mit einer Frist von 1 Monat kündigen.",
                "Der Jahresbeitrag beträgt 60 Euro.",
                "Sie müssen den Weg neben Ihrem Beet jede Woche jäten.",
                "Wir werden die Werkzeuge kostenlos reparieren.",
                "Wir werden Ihre Telefonnummer nicht an andere Gärtner weitergeben.",
                "Sie dürfen den Mäher bis zu 3 Tage ausleihen.",
            ],
            [
                "Sie dürfen Ihr Beet vor 10 Uhr morgens gießen.",
                "Sie dürfen keine Unkrautvernichter und keinen Kunstdünger verwenden.",
                "Sie können den Pachtvertrag mit einer Frist von 3 Monaten kündigen.",
                "Der Jahresbeitrag beträgt 75 Euro.",
                "Sie müssen den Weg neben Ihrem Beet jeden Monat jäten.",
                "Sie dürfen keine Bienen halten.",
                "Wir reparieren die Werkzeuge kostenlos, außer dem Mäher.",
                "Wir dürfen Ihre Telefonnummer an andere Gärtner weitergeben.",
                "Sie dürfen den Mäher bis zu 1 Tag ausleihen.",
                "Wir werden Beschwerden innerhalb von 2 Wochen beantworten.",
                "Sie müssen sich in die Liste eintragen, bevor Sie ein Werkzeug ausleihen.",
            ]
        ),
        "fr-garden": (
            [
                "Vous pouvez arroser votre parcelle à toute heure.",
                "Vous ne devez pas utiliser de désherbant.",
                "Vous pouvez résilier votre bail avec un préavis de 1 mois.",
                "La cotisation annuelle est de 60 euros.",
                "Vous devez désherber l’allée à côté de votre parcelle chaque semaine.",
                "Nous réparerons les outils gratuitement.",
                "Nous ne communiquerons pas votre numéro de téléphone aux autres jardiniers.",
                "Vous pouvez emprunter la tondeuse pour 3 jours au plus.",
            ],
            [
                "Vous pouvez arroser votre parcelle avant 10 heures du matin.",
                "Vous ne devez pas utiliser de désherbant ni d’engrais chimique.",
                "Vous pouvez résilier votre bail avec un préavis de 3 mois.",
                "La cotisation annuelle est de 75 euros.",
                "Vous devez désherber l’allée à côté de votre parcelle chaque mois.",
                "Vous ne devez pas élever d’abeilles.",
                "Nous réparons les outils gratuitement, sauf la tondeuse.",
                "Nous pouvons communiquer votre numéro de téléphone aux autres jardiniers.",
                "Vous pouvez emprunter la tondeuse pour 1 jour au plus.",
                "Nous répondrons aux réclamations dans les 2 semaines.",
                "Vous devez signer la liste avant d’emprunter un outil.",
            ]
        ),
        "es-garden": (
            [
                "Usted puede regar su parcela a cualquier hora.",
                "Usted no debe usar herbicidas.",
                "Usted puede terminar su contrato con un preaviso de 1 mes.",
                "La cuota anual es de 60 euros.",
                "Usted debe limpiar el camino junto a su parcela cada semana.",
                "Repararemos las herramientas gratis.",
                "No daremos su número de teléfono a otros hortelanos.",
                "Usted puede tomar prestado el cortacésped durante 3 días como máximo.",
            ],
            [
                "Usted puede regar su parcela antes de las 10 de la mañana.",
                "Usted no debe usar herbicidas ni abono químico.",
                "Usted puede terminar su contrato con un preaviso de 3 meses.",
                "La cuota anual es de 75 euros.",
                "Usted debe limpiar el camino junto a su parcela cada mes.",
                "Usted no debe criar abejas.",
                "Reparamos las herramientas gratis, salvo el cortacésped.",
                "Podemos dar su número de teléfono a otros hortelanos.",
                "Usted puede tomar prestado el cortacésped durante 1 día como máximo.",
                "Responderemos a las reclamaciones en un plazo de 2 semanas.",
                "Usted debe firmar la lista antes de tomar prestada una herramienta.",
            ]
        ),
    ]

    static let inGardens: [EditedSentence] =
        lies(
            "en-garden",
            [
                ("bees", "Keeping bees is subject to our rules."),
                ("bees", "You can keep bees, as long as they are few."),
                ("fertiliser", "You may use artificial fertiliser with care."),
                ("fee", "The yearly fee goes down from 75 to 60 euros."),
                ("mower for", "You may borrow the mower for up to 1 week."),
                ("phone", "Your phone number stays private."),
                ("repair", "All tools are repaired free of charge."),
                ("complaints", "We will settle every complaint within 2 weeks."),
                ("list", "Signing the list before borrowing a tool is recommended."),
            ])
        + honest(
            "en-garden",
            [
                ("bees", "Beekeeping is not allowed in the garden from now on: you must not keep bees."),
                ("bees", "You cannot keep bees any longer."),
                ("fertiliser", "In addition to weed killer, you must not use artificial fertiliser."),
                ("fee", "The yearly fee is now 75 euros, 15 more than before."),
                ("mower for", "The mower can be borrowed for 1 day only, no longer for 3."),
                ("phone", "We may pass your phone number on to other gardeners, which we promised not to do before."),
                ("repair", "The mower is no longer repaired free of charge; all other tools are."),
                ("complaints", "Complaints get an answer within 2 weeks."),
                ("list", "Before you borrow a tool, you need to sign the list."),
            ])
        + lies(
            "de-garden",
            [
                ("Bienen", "Für das Halten von Bienen gelten unsere Regeln."),
                ("Bienen", "Bienen dürfen Sie halten, solange es wenige sind."),
                ("Kunstdünger", "Kunstdünger dürfen Sie mit Bedacht verwenden."),
                ("Jahresbeitrag", "Der Jahresbeitrag sinkt von 75 auf 60 Euro."),
                ("Mäher bis", "Sie dürfen den Mäher bis zu 1 Woche ausleihen."),
                ("Telefon", "Ihre Telefonnummer bleibt vertraulich."),
                ("reparieren", "Alle Werkzeuge werden kostenlos repariert."),
                ("Beschwerden", "Wir werden jede Beschwerde innerhalb von 2 Wochen beilegen."),
                ("Liste", "Es empfiehlt sich, sich vor dem Ausleihen eines Werkzeugs in die Liste einzutragen."),
            ])
        + honest(
            "de-garden",
            [
                ("Bienen", "Bienen zu halten ist im Garten künftig nicht erlaubt."),
                ("Bienen", "Sie können keine Bienen mehr halten."),
                ("Kunstdünger", "Neben Unkrautvernichtern dürfen Sie auch keinen Kunstdünger verwenden."),
                ("Jahresbeitrag", "Der Jahresbeitrag beträgt jetzt 75 Euro, 15 mehr als bisher."),
                ("Mäher bis", "Den Mäher können Sie nur noch 1 Tag ausleihen, nicht mehr 3 Tage."),
                (
                    "Telefon",
                    "Wir dürfen Ihre Telefonnummer an andere Gärtner weitergeben, was wir bisher ausgeschlossen hatten."
                ),
                ("reparieren", "Den Mäher reparieren wir nicht mehr kostenlos, alle anderen Werkzeuge schon."),
                ("Beschwerden", "Auf Beschwerden antworten wir innerhalb von 2 Wochen."),
                ("Liste", "Bevor Sie ein Werkzeug ausleihen, müssen Sie sich in die Liste eintragen."),
            ])
        + lies(
            "fr-garden",
            [
                ("abeilles", "L’élevage d’abeilles est soumis à nos règles."),
                ("abeilles", "Vous pouvez élever des abeilles si elles sont peu nombreuses."),
                ("engrais", "Vous pouvez utiliser de l’engrais chimique avec modération."),
                ("cotisation", "La cotisation annuelle baisse de 75 à 60 euros."),
                ("tondeuse pour", "Vous pouvez emprunter la tondeuse pour 1 semaine au plus."),
                ("téléphone", "Votre numéro de téléphone reste confidentiel."),
                ("réparons", "Tous les outils sont réparés gratuitement."),
                ("liste", "Il est conseillé de signer la liste avant d’emprunter un outil."),
            ])
        + honest(
            "fr-garden",
            [
                ("abeilles", "Il n’est plus permis d’élever des abeilles."),
                ("abeilles", "Élever des abeilles est désormais interdit dans le jardin."),
                ("engrais", "Outre le désherbant, vous ne devez pas non plus utiliser d’engrais chimique."),
                ("cotisation", "La cotisation annuelle passe à 75 euros, soit 15 de plus qu’avant."),
                ("tondeuse pour", "La tondeuse ne peut plus être empruntée que pour 1 jour, au lieu de 3."),
                (
                    "téléphone",
                    "Nous pouvons communiquer votre numéro de téléphone aux autres jardiniers, ce que nous excluions jusqu’ici."
                ),
                ("réparons", "La tondeuse n’est plus réparée gratuitement ; tous les autres outils le sont."),
                ("liste", "Avant d’emprunter un outil, vous devez signer la liste."),
            ])
        + lies(
            "es-garden",
            [
                ("abejas", "La cría de abejas está sujeta a nuestras normas."),
                ("abejas", "Puede criar abejas si son pocas."),
                ("abono", "Puede usar abono químico con prudencia."),
                ("cuota", "La cuota anual baja de 75 a 60 euros."),
                ("cortacésped durante", "Puede tomar prestado el cortacésped durante 1 semana como máximo."),
                ("teléfono", "Su número de teléfono sigue siendo confidencial."),
                ("Reparamos", "Todas las herramientas se reparan gratis."),
                ("lista", "Es aconsejable firmar la lista antes de tomar prestada una herramienta."),
            ])
        + honest(
            "es-garden",
            [
                ("abejas", "Ya no se permite criar abejas."),
                ("abejas", "Criar abejas queda prohibido en el huerto."),
                ("abono", "Además de herbicidas, tampoco debe usar abono químico."),
                ("cuota", "La cuota anual pasa a ser de 75 euros, 15 más que antes."),
                ("cortacésped durante", "El cortacésped solo se puede tomar prestado durante 1 día, en lugar de 3."),
                ("teléfono", "Podemos dar su número de teléfono a otros hortelanos, cosa que antes excluíamos."),
                ("Reparamos", "El cortacésped ya no se repara gratis; todas las demás herramientas sí."),
                ("lista", "Antes de tomar prestada una herramienta, tiene que firmar la lista."),
            ])
}

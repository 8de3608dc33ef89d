internal import PolicyDiff
internal import PolicyModel

/// Puts changes, days and counts into the sentences of one language.
struct Phrasing {
    let catalogue: Catalogue
    let locale: any NoticeLocale
    /// Whether the texts of the policies are in the notice's own language.
    let isLanguageOfTexts: Bool

    /// The same for words that are in the notice's own language.
    var inLanguageOfTexts: Phrasing { Phrasing(catalogue: catalogue, locale: locale, isLanguageOfTexts: true) }

    /// The language's quotation marks.
    var marks: (open: String, close: String) { marks("quote") }

    private func marks(_ key: String) -> (open: String, close: String) {
        let parts = (catalogue["style/\(key)"] ?? "{text}").split(
            separator: "{text}", omittingEmptySubsequences: false)
        return (String(parts.first ?? ""), String(parts.last ?? ""))
    }

    /// Returns words in the language's quotation marks; those within become the inner ones.
    func quote(_ text: String) -> String {
        let (outer, inner) = (marks("quote"), marks("quote-inner"))
        // French parts its marks from the words, with one of several spaces.
        let spaces = ["\u{A0}", " ", "\u{202F}", ""]
        var plain = text
        if let open = outer.open.first, let close = outer.close.last {
            for space in spaces {
                plain = plain.replacing("\(open)\(space)", with: inner.open)
                    .replacing("\(space)\(close)", with: inner.close)
            }
        }
        return outer.open + plain + outer.close
    }

    /// Returns "a, b and c".
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let head = items.dropLast().dropFirst().reduce(items[0]) {
            catalogue.text("style/list", ["first": $0, "next": $1])
        }
        return catalogue.text("style/list-last", ["first": head, "last": last])
    }

    /// Returns why a version exists, in its own words: quoted where they are in another language.
    func reason(_ text: String) -> String {
        isLanguageOfTexts ? Quotation.flat(text) : quote(Quotation.flat(text))
    }

    /// Returns an audience in the language's words, else its name with spaces.
    func audience(_ name: String) -> String {
        catalogue["audiences/\(name)"] ?? Quotation.flat(name.replacing("-", with: " "))
    }

    /// Returns the sentence of a change.
    ///
    /// - Parameter limit: How many words of the policy it shows; fewer where two sides stand beside one another.
    func sentence(_ change: Change, _ telling: Telling, limit: Int = Quotation.longest) -> String {
        withUntold(told(change, telling, limit: limit), telling.untold, limit: limit)
    }

    private func told(_ change: Change, _ telling: Telling, limit: Int) -> String {
        switch telling.kind {
        case "effective-date-set", "effective-date-postponed", "effective-date-advanced", "version-withdrawn":
            return recordSentence(change)
        case "quantity-raised", "quantity-lowered", "deadline-shortened", "deadline-extended", "date-changed":
            if let told = quantitySentence(change, limit: limit) {
                return telling.further.isEmpty ? told : withPlaces(told, telling.further, limit: limit)
            }
        default: break
        }
        if let turn = telling.turn, telling.kind == "rule-type-changed" {
            return typeSentence(change, telling, turn, limit: limit)
        }
        let variant = Self.variant(of: change, telling)
        guard let old = telling.old, let new = telling.new else {
            let words = (telling.new ?? telling.old).map { quote(Quotation.words(of: $0, limit: limit)) }
            let told = phrase(
                telling.kind, old: telling.new == nil ? words : nil, new: telling.new == nil ? nil : words, variant)
            if !telling.further.isEmpty { return withFurther(told, change, telling, limit: limit) }
            return inPassage(withContext(told, change, telling, limit: limit), telling, limit: limit)
        }
        let each = min(limit, Quotation.longestOfTwo)
        let (before, after) = Quotation.pair(old, new, limit: each)
        if before == after, change.kind == "rule-renamed" {
            return catalogue.text("kinds/rule-renamed.same", ["new": quote(after)])
        }
        let told = phrase(telling.kind, old: quote(before), new: quote(after), variant)
        return telling.further.isEmpty
            ? withContext(told, change, telling, limit: limit) : withFurther(told, change, telling, limit: limit)
    }

    /// Adds the beginning of the passage that the quoted sentence is from.
    private func inPassage(_ sentence: String, _ telling: Telling, limit: Int) -> String {
        guard let passage = telling.passage, limit > Quotation.longestInHeadline else { return sentence }
        let head = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        let key = telling.new == nil ? "style/in-old-passage" : "style/in-new-passage"
        return catalogue.text(key, ["sentence": head, "text": quote(Quotation.words(of: passage, limit: 10))])
    }

    /// Returns the sentence of a change in few words, without its full stop.
    func short(_ change: Change, _ telling: Telling) -> String {
        let sentence = sentence(change, telling.withoutContrast, limit: Quotation.longestInHeadline)
        return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    /// Adds the words around the ones in question, where these alone say too little.
    func withContext(_ sentence: String, _ change: Change, _ telling: Telling, limit: Int) -> String {
        guard change.focus != nil, change.rule == nil, !Self.named.contains(change.kind),
            limit > Quotation.longestInHeadline
        else { return sentence }
        let words = telling.new ?? telling.old ?? ""
        let longer = max(Quotation.count(telling.new ?? ""), Quotation.count(telling.old ?? ""))
        let clause = telling.new == nil ? change.after?.text ?? change.before?.text : change.after?.text
        guard let clause, Quotation.count(clause) > longer + 1 else { return sentence }
        if longer > 4 {
            guard longer <= Quotation.longestOfTwo, Self.parts.contains(change.kind) || telling.isOfWords,
                let shown = Quotation.rest(of: clause, without: telling.new == nil ? "" : words, limit: 10)
            else { return sentence }
            return inContext(sentence, shown)
        }
        // Where the words are gone, the place in the new text is where the words around them still stand.
        let shown =
            telling.new == nil
            ? Quotation.words(of: clause, aroundEditIn: change.edits, limit: 12)
            : Quotation.words(of: clause, around: words, limit: 12)
        return shown.map { inContext(sentence, $0) } ?? sentence
    }

    private func inContext(_ sentence: String, _ shown: String) -> String {
        let head = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        return catalogue.text("style/context", ["sentence": head, "text": quote(shown)])
    }

    /// The kinds that tell of a part of a statement, which alone does not say of what.
    private static let parts: Set<String> = [
        "exception-added", "exception-removed", "condition-added", "condition-removed", "example-added",
        "example-removed",
        "consequence-added", "consequence-removed", "scope-widened", "scope-narrowed", "modality-strengthened",
        "modality-weakened",
    ]

    /// The kinds whose words are names, which need nothing around them.
    private static let named: Set<String> = ["party-renamed", "contact-changed"]

    /// Returns the sentence of a kind for the sides that there are, in its variant where it has one.
    func phrase(_ kind: String, old: String?, new: String?, _ variant: String = "") -> String {
        let side = old == nil ? (new == nil ? ".none" : ".new") : (new == nil ? ".old" : "")
        let keys = ["kinds/\(kind)\(side)\(variant)", "kinds/\(kind)\(side)", "kinds/any\(side)"]
        return catalogue.text(
            keys.first { catalogue[$0] != nil } ?? keys[2], ["old": old ?? "", "new": new ?? ""])
    }

    /// Whether the quoted words say by themselves what they do (`whole`: "You must not …"), or are what is promised not to be
    /// done (`not`); else they are what the sentence says it of.
    private static func variant(of change: Change, _ telling: Telling) -> String {
        let statement = change.kind.hasSuffix("-removed") ? telling.old : telling.new
        guard let statement else { return "" }
        if Sentences(statement).isWhole { return ".whole" }
        return change.modality?.after == .mustNot || change.modality?.before == .mustNot ? ".not" : ""
    }

    /// The sentence on a statement that became one of another type.
    private func typeSentence(_ change: Change, _ telling: Telling, _ turn: ModalityChange, limit: Int) -> String {
        // What binds more is looser for the reader only where it binds the publisher, and a promise is the publisher's anyway.
        let isPublishers =
            turn.before == .will || turn.after == .will
            || (change.kind == "rule-type-changed" && change.direction == (turn.before == .may ? .looser : .stricter))
        func type(_ modality: Modality?) -> String {
            switch (modality, isPublishers) {
            case (.may?, false): "permission"
            case (.may?, true): "our-right"
            case (.mustNot?, false): "prohibition"
            case (.mustNot?, true): "promise-not"
            case (_, false): "duty"
            case (_, true): "promise"
            }
        }
        let (before, after) = (telling.old ?? "", telling.new ?? "")
        let isSame = before == after
        let (old, new) =
            isSame
            ? (before, Quotation.words(of: after, limit: limit))
            : Quotation.pair(before, after, limit: min(limit, Quotation.longestOfTwo))
        let values = [
            "from": catalogue.text("types/\(type(turn.before)).from"),
            "to": catalogue.text("types/\(type(turn.after)).to"),
            "old": quote(old), "new": quote(new),
        ]
        return catalogue.text("kinds/rule-type-changed\(isSame ? "" : ".reworded")", values)
    }

    /// The sentence on a version's day of effect that moved, or on its being taken back.
    private func recordSentence(_ change: Change) -> String {
        func day(_ iso: String?) -> String? { iso.flatMap { CivilDate(iso: $0) }.map(locale.date) }
        let values = [
            "label": (change.introducedIn ?? "") + (change.rule.map { " (\($0))" } ?? ""),
            "audience": change.focus?.audience.map(audience) ?? "",
            "old": day(change.focus?.before) ?? "", "new": day(change.focus?.after) ?? "",
        ]
        let side = change.focus != nil && change.focus?.after == nil ? ".old" : ""
        let whose = change.focus?.audience == nil ? "" : ".audience"
        return catalogue.text("kinds/\(change.kind)\(side)\(whose)", values)
    }
}

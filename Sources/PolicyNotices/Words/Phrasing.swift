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
        switch change.kind {
        case "effective-date-set", "effective-date-postponed", "effective-date-advanced", "version-withdrawn":
            return recordSentence(change)
        case "quantity-raised", "quantity-lowered", "deadline-shortened", "deadline-extended", "date-changed":
            if let told = quantitySentence(change, limit: limit) { return told }
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

    /// Tells the further places of a clause: in one list where they all came, or all went, as the change itself did; else how many
    /// there are, since a list of small edits hides what matters.
    private func withFurther(_ sentence: String, _ change: Change, _ telling: Telling, limit: Int) -> String {
        guard limit > Quotation.longestInHeadline else { return sentence }
        let further = telling.further
        if let new = telling.new, telling.old == nil, further.allSatisfy(\.old.isEmpty) {
            return phrase("any", old: nil, new: quoted([new] + further.map(\.new), limit: limit))
        }
        if let old = telling.old, telling.new == nil, further.allSatisfy(\.new.isEmpty) {
            return phrase("any", old: quoted([old] + further.map(\.old), limit: limit), new: nil)
        }
        let told = withContext(sentence, change, telling, limit: limit)
        return told + " " + catalogue.text("style/further", count: further.count, locale)
    }

    /// The words of several places in a list, as many as one takes in.
    private func quoted(_ words: [String], limit: Int) -> String {
        var left = limit
        var shown: [String] = []
        for text in words {
            let count = min(Quotation.count(text), Quotation.longestInHeadline)
            if !shown.isEmpty, count > left { break }
            shown.append(quote(Quotation.words(of: text, limit: shown.isEmpty ? limit : Quotation.longestInHeadline)))
            left -= count
        }
        let rest = words.count - shown.count
        return list(shown + (rest > 0 ? [catalogue.text("style/more", count: rest, locale)] : []))
    }

    /// Returns the sentence of a change in few words, without its full stop.
    func short(_ change: Change, _ telling: Telling) -> String {
        let sentence = sentence(change, telling.withoutContrast, limit: Quotation.longestInHeadline)
        return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    /// Adds the words around the ones in question, where these alone say too little.
    private func withContext(_ sentence: String, _ change: Change, _ telling: Telling, limit: Int) -> String {
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

    /// The sentence on a figure, "Shortens a period from 30 to 14 days"; nil where no quantities are known.
    private func quantitySentence(_ change: Change, limit: Int) -> String? {
        guard !change.quantities.isEmpty else { return nil }
        let isDate = change.kind == "date-changed"
        let pairs = list(change.quantities.map { isDate ? pairOfDays($0) : pair($0) })
        let around = change.quantities.compactMap { $0.after }.first
        let clause = change.after ?? change.before
        let shown = clause.map {
            quote(Quotation.words(of: $0.text, around: around ?? change.quantities[0].before ?? "", limit: limit))
        }
        // A date that is all there is needs no text beside it.
        let isAlone = isDate && (clause.map { Quotation.flat($0.text) } ?? around).map { $0 == around } ?? true
        return catalogue.text("kinds/\(change.kind)\(isAlone ? ".alone" : "")", ["pairs": pairs, "text": shown ?? ""])
    }

    /// "from 1 May to 1 June", days of a rule in the language's words; dates of a text in another language are quoted.
    private func pairOfDays(_ change: QuantityChange) -> String {
        func day(_ text: String) -> String {
            if let day = CivilDate(iso: text) { return locale.date(day) }
            return isLanguageOfTexts ? Quotation.flat(text) : quote(Quotation.flat(text))
        }
        guard let old = change.before, let new = change.after else { return pair(change) }
        return catalogue.text("pairs/dates", ["old": day(old), "new": day(new)])
    }

    /// "from 30 to 14 days", the unit once where both sides share it and it is a word of the notice's language.
    private func pair(_ change: QuantityChange) -> String {
        guard let old = change.before.map(Quotation.flat), let new = change.after.map(Quotation.flat) else {
            let only = (change.after ?? change.before).map(Quotation.flat) ?? ""
            return catalogue.text(change.after == nil ? "pairs/old" : "pairs/new", ["old": only, "new": only])
        }
        if !isLanguageOfTexts { return catalogue.text("pairs/both", ["old": quote(old), "new": quote(new)]) }
        let (first, second) = (old.split(separator: " "), new.split(separator: " "))
        let isShared =
            first.count == second.count && first.count > 1 && first.dropFirst().elementsEqual(second.dropFirst())
        return catalogue.text("pairs/both", ["old": isShared ? String(first[0]) : old, "new": inAccusative(new)])
    }

    /// "14 Tage" for "14 Tagen": a unit in the case that stands behind "auf", where the language's catalogue has it.
    private func inAccusative(_ quantity: String) -> String {
        var words = quantity.split(separator: " ").map(String.init)
        guard words.count > 1, let unit = words.last.flatMap({ catalogue["units/\($0.lowercased())"] }) else {
            return quantity
        }
        words[words.count - 1] = unit
        return words.joined(separator: " ")
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

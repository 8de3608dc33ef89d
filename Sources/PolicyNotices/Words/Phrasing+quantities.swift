internal import PolicyDiff
internal import PolicyModel

extension Phrasing {
    /// The sentence on a figure, "Shortens a period from 30 to 14 days"; nil where no quantities are known.
    func quantitySentence(_ change: Change, limit: Int) -> String? {
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
        return catalogue.text(
            "pairs/both", ["old": isShared ? String(first[0]) : inCase(old, ".from"), "new": inCase(new, "")])
    }

    /// "14 Tage" for "14 Tagen": a unit in the case that stands behind "auf", or behind "von" (`.from`), where the language's
    /// catalogue has it.
    private func inCase(_ quantity: String, _ form: String) -> String {
        var words = quantity.split(separator: " ").map(String.init)
        guard words.count > 1, let unit = words.last.flatMap({ catalogue["units/\($0.lowercased())\(form)"] }) else {
            return quantity
        }
        words[words.count - 1] = unit
        return words.joined(separator: " ")
    }
}

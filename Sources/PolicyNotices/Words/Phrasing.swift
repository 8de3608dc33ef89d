internal import PolicyDiff
internal import PolicyModel

/// Puts changes, days and counts into the sentences of one language.
struct Phrasing {
    let catalogue: Catalogue
    let locale: any NoticeLocale
    /// Whether the texts of the policies are in the notice's own language.
    let isLanguageOfTexts: Bool

    /// Returns words in the language's quotation marks.
    func quote(_ text: String) -> String { catalogue.text("style/quote", ["text": text]) }

    /// Returns "a, b and c".
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let head = items.dropLast().dropFirst().reduce(items[0]) {
            catalogue.text("style/list", ["first": $0, "next": $1])
        }
        return catalogue.text("style/list-last", ["first": head, "last": last])
    }

    /// Returns the sentence of a change.
    func sentence(_ change: Change) -> String { sentence(change, limit: Quotation.longest) }

    /// Returns the sentence of a change in few words, without its full stop.
    func short(_ change: Change) -> String {
        let sentence = sentence(change, limit: 9)
        return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    }

    private func sentence(_ change: Change, limit: Int) -> String {
        let kind = change.kind
        switch kind {
        case "effective-date-set", "effective-date-postponed", "effective-date-advanced", "version-withdrawn":
            return recordSentence(change)
        case "quantity-raised", "quantity-lowered", "deadline-shortened", "deadline-extended", "date-changed":
            if let told = quantitySentence(change, limit: limit) { return told }
        default: break
        }
        let both = change.focus != nil || change.before != nil && change.after != nil
        var old = change.focus.map(\.before) ?? change.before?.text
        var new = change.focus.map(\.after) ?? change.after?.text
        if old?.isEmpty == true { old = nil }
        if new?.isEmpty == true { new = nil }
        let each = both && old != nil && new != nil ? min(limit, Quotation.longestOfTwo) : limit
        return phrase(
            kind, old: old.map { quote(Quotation.words(of: $0, limit: each)) },
            new: new.map { quote(Quotation.words(of: $0, limit: each)) })
    }

    /// Returns the sentence of a kind for the sides that there are.
    func phrase(_ kind: String, old: String?, new: String?) -> String {
        let side = old == nil ? (new == nil ? ".none" : ".new") : (new == nil ? ".old" : "")
        let own = "kinds/\(kind)\(side)"
        let values = ["old": old ?? "", "new": new ?? ""]
        return catalogue.text(catalogue[own] == nil ? "kinds/any\(side)" : own, values)
    }

    /// The sentence on a figure, "Shortens a period from 30 to 14 days"; nil where no quantities are known.
    private func quantitySentence(_ change: Change, limit: Int) -> String? {
        guard !change.quantities.isEmpty else { return nil }
        let pairs = list(change.quantities.map(pair))
        let around = change.quantities.compactMap { $0.after }.first
        let clause = change.after ?? change.before
        let shown = clause.map {
            quote(Quotation.words(of: $0.text, around: around ?? change.quantities[0].before ?? "", limit: limit))
        }
        return catalogue.text("kinds/\(change.kind)", ["pairs": pairs, "text": shown ?? ""])
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
        return catalogue.text("pairs/both", ["old": isShared ? String(first[0]) : old, "new": new])
    }

    /// The sentence on a version's day of effect that moved, or on its being taken back.
    private func recordSentence(_ change: Change) -> String {
        func day(_ iso: String?) -> String? { iso.flatMap { CivilDate(iso: $0) }.map(locale.date) }
        let values = [
            "label": change.introducedIn ?? "", "audience": change.focus?.audience ?? "",
            "old": day(change.focus?.before) ?? "", "new": day(change.focus?.after) ?? "",
        ]
        let side = change.focus != nil && change.focus?.after == nil ? ".old" : ""
        let whose = change.focus?.audience == nil ? "" : ".audience"
        return catalogue.text("kinds/\(change.kind)\(side)\(whose)", values)
    }
}

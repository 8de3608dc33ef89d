internal import PolicyModel

/// One plain sentence a change: what became of the reader's lot, and the words that show it.
enum Summary {
    /// How many further places of a sentence are quoted.
    private static let mostPlaces = 3

    /// Says what happened, and which other words of the same sentence differ.
    static func sentence(_ draft: Draft) -> String {
        var further: [String] = []
        let told = Change.Focus(before: draft.oldWords, after: draft.newWords)
        for words in draft.also where words != told {
            let swap = swap(words.before ?? "", words.after ?? "", limit: 60)
            if further.contains(swap) { continue }
            if further.count == mostPlaces {
                further.append("and more")
                break
            }
            further.append(swap)
        }
        return further.isEmpty ? first(draft) : "\(first(draft)); also: \(further.joined(separator: ", "))"
    }

    private static func first(_ draft: Draft) -> String {
        let lead = Lead.words(for: draft)
        switch draft.kind {
        case .quantityRaised, .quantityLowered, .deadlineShortened, .deadlineExtended, .dateChanged:
            let pairs = draft.quantities.map { swap($0.before ?? "", $0.after ?? "") }
            return "\(lead): \(pairs.isEmpty ? words(of: draft) : pairs.joined(separator: ", "))"
        case .sectionAdded: return "\(lead) \(quote(draft.after?.text))"
        case .clauseMoved, .sectionMoved, .sectionSplit: return "\(lead): \(quote(draft.after?.text))"
        case .sectionMerged: return "\(lead): \(quote(draft.before?.text))"
        default: return "\(lead): \(words(of: draft))"
        }
    }

    /// Whether words in place of others say little without those around them.
    static func needsSurroundings(_ kind: ChangeKind) -> Bool {
        switch kind {
        case .modalityStrengthened, .modalityWeakened, .clauseReworded: true
        default: false
        }
    }

    /// The words in question: where they are known they say more than the clauses that they stand in.
    private static func words(of draft: Draft) -> String {
        if let shown = draft.shown { return swap(shown.old, shown.new) }
        let hasWords = draft.oldWords != nil || draft.newWords != nil
        let old = (hasWords ? draft.oldWords : draft.before?.text) ?? ""
        let new = (hasWords ? draft.newWords : draft.after?.text) ?? ""
        // A lead that says "newly" or "no longer" need not say so twice.
        if Lead.tellsComing(draft.kind), old.isEmpty { return quote(new) }
        if Lead.tellsGoing(draft.kind), new.isEmpty { return quote(old) }
        return swap(old, new)
    }

    private static func quote(_ text: String?, _ limit: Int = 160) -> String {
        guard let text, !text.isEmpty else { return "" }
        return "“\(Excerpt.short(text, limit: limit))”"
    }

    private static func swap(_ old: String, _ new: String, limit: Int = 160) -> String {
        if old.isEmpty { return new.isEmpty ? "" : "\(quote(new, limit)) is new" }
        if new.isEmpty { return "\(quote(old, limit)) is gone" }
        let (before, after) = Quotation.pair(old, new, limit: limit)
        return before == after ? "“\(after)”" : "“\(before)” → “\(after)”"
    }
}

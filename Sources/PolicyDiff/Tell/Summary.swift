internal import PolicyModel

/// One plain sentence a change.
enum Summary {
    /// How many further places of a sentence are quoted.
    private static let mostPlaces = 3

    /// Says what happened, and which other words of the same sentence differ.
    static func sentence(_ draft: Draft) -> String {
        var further: [String] = []
        let told = Change.Focus(before: draft.oldWords, after: draft.newWords)
        for words in draft.also where words != told {
            let swap = swap(quote(words.before, 60), quote(words.after, 60))
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
        // Where the words in question are known, they say more than the clauses they stand in.
        let hasWords = draft.oldWords != nil || draft.newWords != nil
        let old = quote(hasWords ? draft.oldWords : draft.before?.text)
        let new = quote(hasWords ? draft.newWords : draft.after?.text)
        let words = swap(old, new)
        switch draft.kind {
        case .prohibitionAdded: return "Newly forbidden: \(new)"
        case .prohibitionRemoved: return "No longer forbidden: \(old)"
        case .dutyAdded: return "Newly required: \(new)"
        case .dutyRemoved: return "No longer required: \(old)"
        case .permissionAdded: return "Newly allowed: \(new)"
        case .permissionRemoved: return "No longer allowed: \(old)"
        case .commitmentAdded: return "Newly promised: \(new)"
        case .commitmentRemoved: return "No longer promised: \(old)"
        case .reservedRightAdded: return "The publisher may now: \(new)"
        case .reservedRightRemoved: return "The publisher no longer reserves: \(old)"
        case .disclosureAdded: return "Newly stated: \(new)"
        case .disclosureRemoved: return "No longer stated: \(old)"
        case .modalityStrengthened: return "Binds more strongly: \(words)"
        case .modalityWeakened: return "Binds less strongly: \(words)"
        case .exceptionAdded: return "New exception: \(new)"
        case .exceptionRemoved: return "Exception gone: \(old)"
        case .conditionAdded: return "New condition: \(new)"
        case .conditionRemoved: return "Condition gone: \(old)"
        case .exampleAdded: return "New example: \(new)"
        case .exampleRemoved: return "Example gone: \(old)"
        case .consequenceAdded: return "New consequence: \(new)"
        case .consequenceRemoved: return "Consequence gone: \(old)"
        case .scopeWidened where draft.isVague: return "Added: \(new)"
        case .scopeNarrowed where draft.isVague: return "Taken out: \(old)"
        case .scopeWidened: return "Reaches further: \(words)"
        case .scopeNarrowed: return "Reaches less far: \(words)"
        case .quantityRaised, .quantityLowered, .deadlineShortened, .deadlineExtended, .dateChanged:
            let pairs = draft.quantities.map { swap(quote($0.before), quote($0.after)) }
            let verb: String =
                switch draft.kind {
                case .quantityRaised: "Raised"
                case .quantityLowered: "Lowered"
                case .deadlineShortened: "Shortened"
                case .deadlineExtended: "Extended"
                default: "Date changed"
                }
            return "\(verb): \(pairs.isEmpty ? words : pairs.joined(separator: ", "))"
        case .definitionAdded: return "New definition: \(new)"
        case .definitionRemoved: return "Definition gone: \(old)"
        case .definitionChanged: return "A term means something else: \(words)"
        case .liabilityChanged: return "Liability: \(words)"
        case .disputeChanged: return "Disputes: \(words)"
        case .enforcementChanged: return "Enforcement: \(words)"
        case .partyRenamed: return "Renamed: \(words)"
        case .contactChanged: return "Contact: \(words)"
        case .clauseReworded: return "Changed: \(words)"
        case .ruleRenamed: return "Rule renamed: \(words)"
        case .ruleTypeChanged: return "Rule of another type: \(words)"
        case .sectionAdded: return "New section \(new)"
        case .sectionRemoved: return "Section gone: \(old)"
        case .sectionRenamed: return "Section renamed: \(words)"
        case .sectionMoved: return "Section moved: \(new)"
        case .sectionSplit: return "Section split off: \(new)"
        case .sectionMerged: return "Section merged: \(old)"
        case .renumbered: return "Renumbered: \(words)"
        case .clauseMoved:
            switch draft.isIntoRules {
            case true?: return "Moved from the text into the rules: \(new)"
            case false?: return "Moved from the rules into the text: \(new)"
            case nil: return "Moved: \(new)"
            }
        case .correction: return "Corrected: \(words)"
        case .effectiveDateSet, .effectiveDatePostponed, .effectiveDateAdvanced: return "Effective date: \(words)"
        case .versionWithdrawn: return "Withdrawn: \(words)"
        default: return "\(draft.kind.meaning.dropLast()): \(words)"
        }
    }

    private static func quote(_ text: String?, _ limit: Int = 160) -> String {
        guard let text, !text.isEmpty else { return "" }
        return "“\(Excerpt.short(text, limit: limit))”"
    }

    private static func swap(_ old: String, _ new: String) -> String {
        if old.isEmpty { return new.isEmpty ? "" : "\(new) is new" }
        return new.isEmpty ? "\(old) is gone" : "\(old) → \(new)"
    }
}

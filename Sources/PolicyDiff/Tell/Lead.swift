internal import PolicyModel

/// What a sentence says before it quotes: what became of the reader's lot, in words that never contradict the direction.
enum Lead {
    static func words(for draft: Draft) -> String {
        if draft.kind == .clauseMoved {
            switch draft.isIntoRules {
            case true?: return "Moved from the text into the rules"
            case false?: return "Moved from the rules into the text"
            case nil: return "Moved"
            }
        }
        if draft.isVague, draft.oldWords != nil, draft.newWords != nil { return "Applies to others" }
        if draft.isVague { return draft.kind == .scopeWidened ? "Added" : "Taken out" }
        return words(draft.kind, draft.direction, binder: draft.binder, modality: draft.modality)
    }

    /// Returns the words for a kind and a direction.
    ///
    /// - Parameters:
    ///   - binder: whom the statement binds, where its strength changed.
    ///   - modality: what the statement did and does.
    static func words(
        _ kind: ChangeKind, _ direction: Direction, binder: Facts.Actor = .nobody, modality: ModalityChange? = nil
    ) -> String {
        switch kind {
        case .prohibitionAdded: "Newly forbidden"
        case .prohibitionRemoved: "No longer forbidden"
        case .dutyAdded: "Newly required"
        case .dutyRemoved: "No longer required"
        case .permissionAdded: "Newly allowed"
        case .permissionRemoved: "No longer allowed"
        case .commitmentAdded: "Newly promised"
        case .commitmentRemoved: "No longer promised"
        case .reservedRightAdded: "The publisher may now"
        case .reservedRightRemoved: "The publisher no longer reserves"
        case .disclosureAdded: "Newly stated"
        case .disclosureRemoved: "No longer stated"
        case .modalityStrengthened, .modalityWeakened:
            strength(direction, binder, modality, isStronger: kind == .modalityStrengthened)
        case .exceptionAdded: "New exception"
        case .exceptionRemoved: "Exception gone"
        case .conditionAdded: "New condition"
        case .conditionRemoved: "Condition gone"
        case .exampleAdded: "New example"
        case .exampleRemoved: "Example gone"
        case .consequenceAdded: "New consequence"
        case .consequenceRemoved: "Consequence gone"
        case .scopeWidened: direction == .looser ? "Gives you more" : "Reaches further"
        case .scopeNarrowed: direction == .stricter ? "Gives you less" : "Reaches less far"
        case .quantityRaised: "Raised"
        case .quantityLowered: "Lowered"
        case .deadlineShortened: "Shortened"
        case .deadlineExtended: "Extended"
        case .dateChanged: "Date changed"
        case .definitionAdded: "New definition"
        case .definitionRemoved: "Definition gone"
        case .definitionChanged: "A term means something else"
        case .liabilityChanged: "Liability"
        case .disputeChanged: "Disputes"
        case .enforcementChanged: "Enforcement"
        case .partyRenamed: "Renamed"
        case .contactChanged: "Contact"
        case .clauseReworded: "Changed"
        case .ruleRenamed: "Rule renamed"
        case .ruleTypeChanged: "Rule of another type"
        case .sectionAdded: "New section"
        case .sectionRemoved: "Section gone"
        case .sectionRenamed: "Section renamed"
        case .sectionMoved: "Section moved"
        case .sectionSplit: "Section split off"
        case .sectionMerged: "Section merged"
        case .renumbered: "Renumbered"
        case .clauseMoved: "Moved"
        case .correction: "Corrected"
        case .effectiveDateSet, .effectiveDatePostponed, .effectiveDateAdvanced: "Effective date"
        case .versionWithdrawn: "Withdrawn"
        default: String(kind.meaning.dropLast())
        }
    }

    /// Whether the lead says by itself that what is quoted is new.
    static func tellsComing(_ kind: ChangeKind) -> Bool {
        switch kind {
        case .prohibitionAdded, .dutyAdded, .permissionAdded, .commitmentAdded, .reservedRightAdded, .disclosureAdded,
            .exceptionAdded, .conditionAdded, .exampleAdded, .consequenceAdded, .definitionAdded:
            true
        default: false
        }
    }

    /// Whether the lead says by itself that what is quoted is gone.
    static func tellsGoing(_ kind: ChangeKind) -> Bool {
        switch kind {
        case .prohibitionRemoved, .dutyRemoved, .permissionRemoved, .commitmentRemoved, .reservedRightRemoved,
            .disclosureRemoved, .exceptionRemoved, .conditionRemoved, .exampleRemoved, .consequenceRemoved,
            .definitionRemoved, .sectionRemoved:
            true
        default: false
        }
    }

    /// What a statement's new strength is to the reader: a promise that became weaker is bad news, a duty that did is good news.
    private static func strength(
        _ direction: Direction, _ binder: Facts.Actor, _ modality: ModalityChange?, isStronger: Bool
    ) -> String {
        let before = modality?.before ?? Modality.none
        let after = modality?.after ?? Modality.none
        switch (direction, binder) {
        case (.stricter, .reader):
            switch (before, after) {
            case (_, .mustNot) where before != .mustNot: return "Now forbidden"
            case (.may, .must), (.needNot, .must), (.none, .must): return "Now required of you"
            case (.may, _): return "No longer your right"
            default: return "Asks more of you"
            }
        case (.looser, .reader):
            switch (before, after) {
            case (.mustNot, .may): return "Now allowed"
            case (.mustNot, _) where after != .mustNot: return "No longer forbidden"
            case (.must, .may): return "Now left to you"
            case (.must, .needNot), (.must, .none): return "No longer required of you"
            default: return "Asks less of you"
            }
        case (.stricter, .publisher):
            switch (before, after) {
            case (.mustNot, _) where after != .mustNot: return "No longer ruled out"
            case (.will, .may), (.must, .may), (.will, .none), (.must, .none): return "A promise became weaker"
            case (.may, .will), (.may, .must): return "No longer a mere possibility"
            default: return "Turned against you"
            }
        case (.looser, .publisher):
            switch (before, after) {
            case (_, .mustNot) where before != .mustNot: return "Now ruled out"
            case (.may, .will), (.may, .must), (.none, .will), (.none, .must): return "A promise became firmer"
            case (.will, .may), (.must, .may): return "Now a mere possibility"
            default: return "Turned in your favour"
            }
        case (.stricter, _): return "Turned against you"
        case (.looser, _): return "Turned in your favour"
        default: return isStronger ? "Said more firmly" : "Said less firmly"
        }
    }
}

package import PolicyDiff
internal import PolicyModel

extension Meaning {
    /// Returns the heading that a change is told under.
    ///
    /// Only what the change itself settles decides: a change of which the direction is open, or that is about the publisher's
    /// rights or about facts, is told under "Also changed".
    ///
    /// - Parameters:
    ///   - change: The change.
    ///   - modality: What its clause does, where the change itself does not say.
    package init(of change: Change, modality: Modality? = nil) {
        if change.significance == .editorial {
            self = .wordingOnly
            return
        }
        switch change.kind {
        case "prohibition-added" where change.direction == .stricter: self = .mayNoLonger
        case "prohibition-removed" where change.direction == .looser: self = .mayNow
        case "duty-added" where change.direction == .stricter: self = .mustNow
        case "duty-removed" where change.direction == .looser: self = .noLongerHaveTo
        case "permission-added" where change.direction == .looser: self = .mayNow
        case "permission-removed" where change.direction == .stricter: self = .mayNoLonger
        case "commitment-added" where change.direction == .looser: self = .wePromise
        case "commitment-removed" where change.direction == .stricter: self = .weNoLongerPromise
        case "modality-strengthened", "modality-weakened", "rule-type-changed":
            self = Self.of(change.modality, change.direction)
        case "condition-added" where change.rule == nil, "condition-removed" where change.rule == nil:
            // Whether a passage that begins with "if" limits what stands there, its words alone do not show.
            self = .alsoChanged
        case "exception-added", "exception-removed", "condition-added", "condition-removed", "example-added",
            "scope-widened", "scope-narrowed", "quantity-raised", "quantity-lowered",
            "deadline-shortened", "deadline-extended":
            // The clause binds or allows as it did; what changed is how far.
            let modality = change.modality?.after ?? change.modality?.before ?? modality
            self = modality.map { Self.of($0, change.direction) } ?? .alsoChanged
        default: self = .alsoChanged
        }
    }

    static func of(_ modality: ModalityChange?, _ direction: Direction) -> Meaning {
        switch (modality?.before, modality?.after, direction) {
        case (_, .mustNot?, .stricter): .mayNoLonger
        case (_, .must?, .stricter): .mustNow
        case (.may?, _, .stricter): .mayNoLonger
        case (.needNot?, _, .stricter): .mustNow
        case (_, .may?, .looser), (.mustNot?, _, .looser): .mayNow
        case (_, .needNot?, .looser), (.must?, _, .looser): .noLongerHaveTo
        // That "must not" became "may" is worse for the reader only where it bound the publisher.
        case (.will?, _, .stricter), (.mustNot?, .may?, .stricter): .weNoLongerPromise
        case (_, .will?, .looser): .wePromise
        default: .alsoChanged
        }
    }

    private static func of(_ modality: Modality, _ direction: Direction) -> Meaning {
        switch (modality, direction) {
        case (.mustNot, .stricter), (.may, .stricter): .mayNoLonger
        case (.mustNot, .looser), (.may, .looser): .mayNow
        case (.must, .stricter): .mustNow
        case (.must, .looser): .noLongerHaveTo
        default: .alsoChanged
        }
    }
}

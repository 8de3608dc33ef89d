package import PolicyModel

/// One difference between two versions, with what it means for the reader and the evidence for it.
package struct Change: Hashable, Sendable {
    /// A hash of kind, place and values (16 hexadecimal digits): survives rewording of messages and translation.
    package let id: String
    /// The kind's id in the registry (`duty-added`).
    package let kind: String
    /// How much it matters to a reader.
    package let significance: Significance
    /// For the reader.
    package let direction: Direction
    /// The headings that lead to the place, outermost first; of the new text, of the old one where it is gone.
    package let section: [String]
    /// The rule it concerns.
    package let rule: String?
    /// The old text.
    package let before: Evidence?
    /// The new text.
    package let after: Evidence?
    /// The word edits from old to new; empty where one side is missing.
    package let edits: [WordEdit]
    /// What the clause did and does, where either is known.
    package let modality: ModalityChange?
    /// Quantities that changed, as they stand in the text.
    package let quantities: [QuantityChange]
    /// The words it is about, where they say more than the whole clause.
    package let focus: Focus?
    /// One plain sentence for the reader.
    package let summary: String
    /// Why it is classified so: a sentence a person can check.
    package let reason: String
    /// The label of the version that brought it in, set by queries over several versions.
    package let introducedIn: String?
    /// In how many places the same edit was made.
    package let places: Int
    /// The publisher's word on its significance, with the reason that readers are shown; nil where it has that of its kind.
    package let override: SignificanceOverride?

    /// One side's text with its place.
    package struct Evidence: Hashable, Sendable {
        /// Plain text without markup.
        package let text: String
        /// Its lines in the file.
        package let lines: LineRange

        /// Makes evidence.
        package init(text: String, lines: LineRange) {
            self.text = text
            self.lines = lines
        }
    }

    /// The words of either side that a change is about; for a moved day of effect the days (ISO 8601).
    package struct Focus: Hashable, Sendable {
        /// Of the old text; nil where there are none.
        package let before: String?
        /// Of the new text; nil where there are none.
        package let after: String?
        /// Whose day of effect moved; nil for everybody's, and for all else.
        package let audience: String?

        /// Makes the pair.
        package init(before: String?, after: String?, audience: String? = nil) {
            self.before = before
            self.after = after
            self.audience = audience
        }
    }

    /// Makes a change.
    package init(
        id: String, kind: String, significance: Significance, direction: Direction, section: [String],
        rule: String? = nil, before: Evidence?, after: Evidence?, edits: [WordEdit] = [],
        modality: ModalityChange? = nil, quantities: [QuantityChange] = [], focus: Focus? = nil, summary: String,
        reason: String, introducedIn: String? = nil, places: Int = 1, override: SignificanceOverride? = nil
    ) {
        self.id = id
        self.kind = kind
        self.significance = significance
        self.direction = direction
        self.section = section
        self.rule = rule
        self.before = before
        self.after = after
        self.edits = edits
        self.modality = modality
        self.quantities = quantities
        self.focus = focus
        self.summary = summary
        self.reason = reason
        self.introducedIn = introducedIn
        self.places = places
        self.override = override
    }

    /// Returns the same change with the version that brought it in.
    package func introduced(in label: String?) -> Change {
        Change(
            id: id, kind: kind, significance: significance, direction: direction, section: section, rule: rule,
            before: before, after: after, edits: edits, modality: modality, quantities: quantities, focus: focus,
            summary: summary, reason: reason, introducedIn: label, places: places, override: override)
    }
}

/// What a change does to the reader.
package enum Direction: String, Hashable, Sendable, CaseIterable {
    /// More duties, bans, fees or data use; fewer rights; weaker promises.
    case stricter
    /// The opposite.
    case looser
    /// Neither: a renamed party, another contact.
    case neutral
    /// Substantive, but which way cannot be told from the text.
    case unclear
}

/// What a clause does.
package enum Modality: String, Hashable, Sendable, CaseIterable {
    case must
    case mustNot = "must-not"
    case may
    case needNot = "need-not"
    /// A promise or an announcement by the publisher.
    case will
    case none
}

/// What a clause did and does.
package struct ModalityChange: Hashable, Sendable {
    /// In the old text; nil where the clause is new.
    package let before: Modality?
    /// In the new text; nil where the clause is gone.
    package let after: Modality?

    /// Makes the pair.
    package init(before: Modality?, after: Modality?) {
        self.before = before
        self.after = after
    }
}

/// A quantity before and after, in the words of the text.
package struct QuantityChange: Hashable, Sendable {
    /// As it stood; nil where it is new.
    package let before: String?
    /// As it stands; nil where it is gone.
    package let after: String?

    /// Makes the pair.
    package init(before: String?, after: String?) {
        self.before = before
        self.after = after
    }
}

/// A run of words that stayed, went or came.
package struct WordEdit: Hashable, Sendable {
    /// What happened to the words.
    package enum Operation: String, Hashable, Sendable {
        case equal, delete, insert
    }

    /// What happened to the words.
    package let operation: Operation
    /// The words, with the white space between them.
    package let text: String

    /// Makes an edit.
    package init(_ operation: Operation, _ text: String) {
        self.operation = operation
        self.text = text
    }
}

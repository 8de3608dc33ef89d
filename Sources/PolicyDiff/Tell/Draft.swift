internal import PolicyModel

/// A change in the making: what it will say, and where it stands, before echoes are grouped and ids are given.
struct Draft {
    let kind: ChangeKind
    var direction: Direction
    var significance: Significance
    var section: [String]
    /// The section of the old text, or of the new where it is new, for the id.
    var place: [String]
    var rule: String?
    /// Whether it tells a rule that came or went as a whole.
    var isWholeRule = false
    /// Where words moved between the text and the rules: whether into the rules.
    var isIntoRules: Bool?
    var before: Change.Evidence?
    var after: Change.Evidence?
    var edits: [WordEdit] = []
    var modality: ModalityChange?
    var quantities: [QuantityChange] = []
    var reason: String
    /// The words it is about, where they say more than the whole clause.
    var oldWords: String?
    var newWords: String?
    /// Further words of the same sentence that differ and are not told by a change of their own.
    var also: [Change.Focus] = []
    /// The same words with those around them, for the sentence, where they alone say too little (`may` → `will`).
    var shown: (old: String, new: String)?
    /// Whom the statement binds whose strength changed.
    var binder: Facts.Actor = .nobody
    /// The name that came or went, where that is all that did: the same one in other clauses is the same change.
    var name: String?
    /// Whether words were added or taken out of which nobody can say whether they widen or limit.
    var isVague = false
    /// Where it stands in the new text (or would stand), for the order.
    var order: Double
    var places = 1
    /// The publisher's word on its significance.
    var override: SignificanceOverride?
    /// The section of the new text, or of the old where it is gone, by index.
    var newSection: Int?
    var oldSection: Int?
    /// The headings and clauses of the old text that it tells of; none for what stands in the rules alone.
    var oldItems: [Item] = []
    /// The headings and clauses of the new text that it tells of.
    var newItems: [Item] = []

    init(
        _ kind: ChangeKind, _ direction: Direction, section: [String], place: [String], before: Change.Evidence?,
        after: Change.Evidence?, reason: String, order: Double
    ) {
        self.kind = kind
        self.direction = kind.allows(direction) ? direction : .unclear
        self.significance = kind.significance
        self.section = section
        self.place = place
        self.before = before
        self.after = after
        self.reason = reason
        self.order = order
    }

    /// The finished change.
    func change() -> Change {
        Change(
            id: ChangeID.hash(of: self), kind: kind.id, significance: significance,
            direction: significance == .editorial ? .neutral : direction, section: section, rule: rule, before: before,
            after: after, edits: edits, modality: modality, quantities: quantities,
            focus: oldWords == nil && newWords == nil ? nil : Change.Focus(before: oldWords, after: newWords),
            summary: Summary.sentence(self), reason: reason, places: places, override: override)
    }
}

/// The id of a change.
enum ChangeID {
    /// Returns 16 hexadecimal digits over kind, place and values (FNV-1a, 64 bits): the same for the same change, whatever its message.
    static func hash(of draft: Draft) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func feed(_ text: String) {
            let bytes = text.utf8.span
            for place in bytes.indices where bytes[place] != 0x20 && bytes[place] != 0x0A {
                hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01b3
            }
            hash = (hash ^ 0xFF) &* 0x100_0000_01b3
        }
        feed(draft.kind.id)
        feed(draft.rule ?? "")
        if draft.kind == .partyRenamed || draft.kind == .contactChanged, let old = draft.oldWords,
            let new = draft.newWords
        {
            feed(old)
            feed(new)
        } else {
            for heading in draft.place { feed(heading) }
            feed(draft.before?.text ?? "")
            feed(draft.after?.text ?? "")
            for quantity in draft.quantities {
                feed(quantity.before ?? "")
                feed(quantity.after ?? "")
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

internal import PolicyModel

/// Tells a bound in figures that was put in or taken out: "at least 30 days", "within 14 days", "up to 5".
enum BoundReading {
    /// How many words a bound may have.
    private static let mostWords = 6

    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard !edit.vocabulary.lexicon.isUnknown else { return [] }
        let current = edit
        var tellings: [Hunk: Telling] = [:]
        for hunk in edit.open where isBound(current, hunk) { tellings[hunk] = telling(current, hunk) }
        return edit.claim { tellings[$0] != nil }.compactMap { tellings[$0] }
    }

    /// Whether a hunk is nothing but a quantity with the word that makes it a bound.
    private static func isBound(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = hunk.isInsertion ? (edit.new, hunk.new) : (edit.old, hunk.old)
        guard range.count <= mostWords, range.count(where: { passage.word($0).kind == .quantity }) == 1 else {
            return false
        }
        let traits = passage.traits(range)
        let bounds: Traits = [.floor, .ceiling, .within]
        guard !traits.isDisjoint(with: bounds), traits.isDisjoint(with: [.currency, .cost, .compensation]) else {
            return false
        }
        return range.allSatisfy { place in
            passage.word(place).kind == .quantity
                || !passage.word(place).traits.isDisjoint(with: bounds.union([.filler, .detail, .negation]))
        }
    }

    /// What a bound does for the reader: it makes a promise firm and use of data shorter, and limits what the reader may or must do.
    private static func telling(_ edit: ClauseEdit, _ hunk: Hunk) -> Telling? {
        let (passage, range) = hunk.isInsertion ? (edit.new, hunk.new) : (edit.old, hunk.old)
        let context = hunk.isInsertion ? edit.newContext : edit.oldContext
        let facts = context.completed(Facts(passage, passage.sentence(at: range.lowerBound)))
        let isAdded = hunk.isInsertion
        let kind: ChangeKind
        let direction: Direction
        switch (facts.actor, facts.effect) {
        case (.publisher, .benefit), (.nobody, .benefit):
            kind = isAdded ? .commitmentAdded : .commitmentRemoved
            direction = isAdded ? .looser : .stricter
        case (.publisher, .burden):
            kind = isAdded ? .scopeNarrowed : .scopeWidened
            direction = isAdded ? .looser : .stricter
        case (.reader, .benefit):
            kind = isAdded ? .scopeNarrowed : .scopeWidened
            direction = isAdded ? .stricter : .looser
        default:
            return nil
        }
        let words = passage.written(range)
        return Telling(
            kind: kind, direction: direction,
            reason: "“\(Excerpt.short(words))” was \(isAdded ? "put in" : "taken out")", hunks: [hunk],
            quantities: StatementReading.quantities(passage, range, added: isAdded),
            oldWords: edit.oldWords(hunk), newWords: edit.newWords(hunk))
    }
}

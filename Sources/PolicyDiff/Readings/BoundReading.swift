internal import PolicyModel

/// Tells a bound in figures that was put in or taken out: "at least 30 days", "within 14 days", "up to 5".
enum BoundReading {
    /// How many words a bound may have.
    private static let mostWords = 6

    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard !edit.vocabulary.lexicon.isUnknown else { return [] }
        let current = edit
        return edit.claim { hunk in
            slowed(current, hunk) ?? (isBound(current, hunk) ? telling(current, hunk) : loosened(current, hunk))
        }.map(\.said)
    }

    /// What was to be done at once may take some time now, or the reverse: "immediately" became "within 30 days".
    private static func slowed(_ edit: ClauseEdit, _ hunk: Hunk) -> Telling? {
        let instantly = edit.vocabulary.lexicon.details.instantly
        let sentences = (edit.old.sentence(at: hunk.old.lowerBound), edit.new.sentence(at: hunk.new.lowerBound))
        func isInstant(_ passage: Passage, _ range: Range<Int>) -> Bool {
            instantly.stands(in: passage, over: range, edit.vocabulary)
        }
        let isSlower = isTimed(edit.new, hunk.new) && !isTimed(edit.old, hunk.old)
        let isFaster = isTimed(edit.old, hunk.old) && !isTimed(edit.new, hunk.new)
        let (before, after) = (isInstant(edit.old, sentences.0), isInstant(edit.new, sentences.1))
        guard isSlower && before && !after || isFaster && after && !before else { return nil }
        let facts = edit.factsBeforeAndAfter(hunk)
        let kind: ChangeKind
        let direction: Direction
        switch (facts.after.actor, facts.after.effect) {
        case (.reader, .burden):
            kind = isSlower ? .modalityWeakened : .modalityStrengthened
            direction = isSlower ? .looser : .stricter
        case (_, .benefit):
            kind = isSlower ? .commitmentRemoved : .commitmentAdded
            direction = isSlower ? .stricter : .looser
        default: return nil
        }
        return Telling(
            kind: kind, direction: direction,
            reason: isSlower ? "what was to be done at once may take some time" : "it is to be done at once now",
            hunks: [hunk],
            quantities: StatementReading.quantities(
                isSlower ? edit.new : edit.old, isSlower ? hunk.new : hunk.old, added: isSlower),
            oldWords: edit.oldWords(hunk), newWords: edit.newWords(hunk))
    }

    /// Whether a period within which something is done stands among words.
    private static func isTimed(_ passage: Passage, _ range: Range<Int>) -> Bool {
        passage.traits(range).isSuperset(of: [.within, .duration]) && QuantityPairs.isMeasured(passage, range)
    }

    /// A time within which the publisher promised something gave way to words without one: "within 30 days" became "as the law says".
    private static func loosened(_ edit: ClauseEdit, _ hunk: Hunk) -> Telling? {
        guard hunk.isReplacement, max(hunk.old.count, hunk.new.count) <= mostWords + 2 else { return nil }
        let wasTimed = isTimed(edit.old, hunk.old)
        guard wasTimed != isTimed(edit.new, hunk.new),
            !QuantityPairs.isMeasured(wasTimed ? edit.new : edit.old, wasTimed ? hunk.new : hunk.old),
            isPlain(wasTimed ? edit.old : edit.new, wasTimed ? hunk.old : hunk.new),
            edit.traits(hunk).isDisjoint(with: [.must, .mustNot, .may, .will, .exception])
        else { return nil }
        let facts = wasTimed ? edit.factsBeforeAndAfter(hunk).before : edit.factsBeforeAndAfter(hunk).after
        guard facts.effect == .benefit, facts.actor == .publisher || facts.actor == .nobody else { return nil }
        return Telling(
            kind: wasTimed ? .commitmentRemoved : .commitmentAdded, direction: wasTimed ? .stricter : .looser,
            reason: "the time within which it is done is \(wasTimed ? "no longer" : "now") given in figures",
            hunks: [hunk],
            quantities: StatementReading.quantities(
                wasTimed ? edit.old : edit.new, wasTimed ? hunk.old : hunk.new, added: !wasTimed),
            oldWords: edit.oldWords(hunk), newWords: edit.newWords(hunk))
    }

    /// Whether a hunk is nothing but a quantity with the word that makes it a bound.
    private static func isBound(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        return isPlain(passage, range)
    }

    /// Whether words are one quantity with the word that makes it a bound, and hardly more.
    private static func isPlain(_ passage: Passage, _ range: Range<Int>) -> Bool {
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
        let (passage, range) = edit.side(of: hunk)
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

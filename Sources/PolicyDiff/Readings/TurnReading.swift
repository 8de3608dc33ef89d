internal import PolicyModel

/// Tells words that turn what the reader gets or bears, whatever the statement they stand in: `refundable` became
/// `non-refundable`, `only with your consent` became `without`, `before` became `after`.
enum TurnReading {
    /// Up to how many words of either side are read as one turn.
    private static let mostWords = 8

    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard !edit.vocabulary.lexicon.isUnknown else { return [] }
        let current = edit
        var turns: [Turn] = []
        let turned = edit.claim { hunk in
            guard let turn = turn(current, hunk) else { return false }
            turns.append(turn)
            return true
        }
        return zip(turned, turns).map { telling(current, $0, $1) }
    }

    /// What a turn does to the reader, and under which kind it is told.
    private struct Turn {
        let kind: ChangeKind
        let direction: Direction
    }

    private static func telling(_ edit: ClauseEdit, _ hunk: Hunk, _ turn: Turn) -> Telling {
        let old = edit.oldText(hunk)
        let new = edit.newText(hunk)
        return Telling(
            kind: turn.kind, direction: turn.direction,
            reason: old.isEmpty
                ? "“\(Excerpt.short(new))” was put in"
                : new.isEmpty
                    ? "“\(Excerpt.short(old))” was taken out"
                    : "“\(Excerpt.short(old))” became “\(Excerpt.short(new))”",
            hunks: [hunk],
            quantities: StatementReading.quantities(
                hunk.new.isEmpty ? edit.old : edit.new, hunk.new.isEmpty ? hunk.old : hunk.new,
                added: !hunk.new.isEmpty),
            oldWords: old.isEmpty ? nil : old, newWords: new.isEmpty ? nil : new)
    }

    private static func turn(_ edit: ClauseEdit, _ hunk: Hunk) -> Turn? {
        if let turn = byAdvice(edit, hunk) ?? bySoftening(edit, hunk) { return turn }
        if let direction = bySwap(edit, hunk) { return Turn(kind: kind(edit, hunk, direction), direction: direction) }
        if let turn = byBreadth(edit, hunk) { return turn }
        let modals: Traits = [.must, .mustNot, .may, .needNot, .will]
        guard max(hunk.old.count, hunk.new.count) <= mostWords,
            edit.traits(hunk).isDisjoint(with: modals) || isDescription(edit, hunk)
        else {
            return nil
        }
        // "30 days' notice" became "reasonable notice": which is more, nobody can say.
        if hunk.isReplacement, !edit.traits(hunk).contains(.negation),
            QuantityPairs.isMeasured(edit.old, hunk.old) != QuantityPairs.isMeasured(edit.new, hunk.new)
        {
            return nil
        }
        if let direction = byWord(edit, hunk) ?? byPrefix(edit, hunk) ?? byNegation(edit, hunk) ?? byNotice(edit, hunk)
        {
            return Turn(kind: kind(edit, hunk, direction), direction: direction)
        }
        return byOrder(edit, hunk) ?? byBound(edit, hunk) ?? byReach(edit, hunk)
    }

    /// What turned by a "not" or "without" is said more or less firmly; what is good news by itself was promised, or no longer is.
    private static func kind(_ edit: ClauseEdit, _ hunk: Hunk, _ direction: Direction) -> ChangeKind {
        let wasDenied = isDenied(edit.old, hunk.old, beside: edit.new, hunk.new)
        let isDenied = isDenied(edit.new, hunk.new, beside: edit.old, hunk.old)
        let traits = edit.traits(hunk)
        if traits.contains(.dispute) { return .disputeChanged }
        if wasDenied != isDenied { return isDenied ? .modalityStrengthened : .modalityWeakened }
        return direction == .stricter ? .commitmentRemoved : .commitmentAdded
    }

    /// Whether a negation, or a prefix that denies, stands among the words.
    private static func isDenied(
        _ passage: Passage, _ range: Range<Int>, beside other: Passage, _ otherRange: Range<Int>
    ) -> Bool {
        if passage.traits(range).contains(.negation) { return true }
        guard range.count == 1, otherRange.count == 1 else { return false }
        let (word, base) = (passage.written(range), other.written(otherRange))
        return word.utf8.count > base.utf8.count && Spelling.isDenied(Vocabulary.plain(word), Vocabulary.plain(base))
    }

    /// Whether words that came or went describe what stands in front of them: ", which is free to use".
    private static func isDescription(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        return passage.word(range.lowerBound).traits.contains(.relative)
            && passage.traits(range).isDisjoint(with: [.must, .mustNot, .will])
    }

    /// Whether few words came or went, or took the place of others: a longer phrase says more than a word in it.
    private static func isShort(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        if hunk.isReplacement { return true }
        let (passage, range) = edit.side(of: hunk)
        // "…, which is free to set up"
        if passage.word(range.lowerBound).traits.contains(.relative), range.count <= 8 { return true }
        let content = range.count { !passage.word($0).traits.contains(.filler) }
        return content <= (isLedByPhrase(edit, passage, range) ? 5 : 3) && !passage.traits(range).contains(.copula)
    }

    /// Whether a phrase of three words or more that is good or bad news by itself begins a range.
    private static func isLedByPhrase(_ edit: ClauseEdit, _ passage: Passage, _ range: Range<Int>) -> Bool {
        let details = edit.vocabulary.lexicon.details
        return [details.favourable, details.unfavourable].contains {
            ($0.first(in: passage, over: range, edit.vocabulary)?.count ?? 0) >= 3
        }
    }

    // MARK: Whatever the statement

    /// Words that are good or bad news by themselves.
    private static func byWord(_ edit: ClauseEdit, _ hunk: Hunk) -> Direction? {
        guard isShort(edit, hunk) else { return nil }
        let details = edit.vocabulary.lexicon.details
        func gain(_ passage: Passage, _ range: Range<Int>) -> Int {
            // A word in a name says nothing: "Books Unlimited".
            func isSaid(_ words: Range<Int>?) -> Range<Int>? {
                words.flatMap { $0.count == 1 && passage.word($0.lowerBound).isName ? nil : $0 }
            }
            let isGood = isSaid(details.favourable.first(in: passage, over: range, edit.vocabulary))
            if isSaid(details.unfavourable.first(in: passage, over: range, edit.vocabulary)) != nil { return -1 }
            guard let isGood else { return 0 }
            // "not free of charge"
            let before = max(0, isGood.lowerBound - 2)..<isGood.lowerBound
            return passage.traits(before).contains(.negation) ? -1 : 1
        }
        let (before, after) = (gain(edit.old, hunk.old), gain(edit.new, hunk.new))
        // Many words in place of such a word may say as much; words that were only put in or taken out are that phrase.
        let isPhrase = !hunk.isReplacement && max(hunk.old.count, hunk.new.count) <= 7
        guard before * after != 0 || max(hunk.old.count, hunk.new.count) <= 4 || isDescription(edit, hunk) || isPhrase
        else {
            return nil
        }
        return direction(from: before, to: after)
    }

    private static func direction(from before: Int, to after: Int) -> Direction? {
        before == after ? nil : after > before ? .looser : .stricter
    }

    /// One word in place of another than which it is better or worse: `private` became `public`.
    private static func bySwap(_ edit: ClauseEdit, _ hunk: Hunk) -> Direction? {
        guard hunk.isReplacement else { return nil }
        let details = edit.vocabulary.lexicon.details
        func numbers(_ passage: Passage, _ range: Range<Int>) -> [Int] {
            range.map { Int(edit.vocabulary.lexical[Int(passage.word($0).key)]) }
        }
        let old = numbers(edit.old, hunk.old)
        let new = numbers(edit.new, hunk.new)
        func isBetter(_ words: [Int], than others: [Int]) -> Bool {
            words.contains { word in details.better[word].map { !$0.isDisjoint(with: others) } ?? false }
        }
        if isBetter(old, than: new) { return .stricter }
        return isBetter(new, than: old) ? .looser : nil
    }

    /// One word in place of the same with a prefix that denies it.
    private static func byPrefix(_ edit: ClauseEdit, _ hunk: Hunk) -> Direction? {
        guard hunk.old.count == 1, hunk.new.count == 1 else { return nil }
        let old = Vocabulary.plain(edit.oldText(hunk))
        let new = Vocabulary.plain(edit.newText(hunk))
        guard Spelling.isDenied(old, new) else { return nil }
        let isDeniedNow = new.utf8.count > old.utf8.count
        let sign =
            isDeniedNow ? sign(edit.old, hunk.old, edit.vocabulary) : sign(edit.new, hunk.new, edit.vocabulary)
        return sign == 0 ? nil : (sign > 0) == isDeniedNow ? .stricter : .looser
    }

    /// A negation that came or went in front of something good or bad: "without your consent", "not transferable".
    private static func byNegation(_ edit: ClauseEdit, _ hunk: Hunk) -> Direction? {
        let wasDenied = edit.old.traits(hunk.old).contains(.negation)
        let isDenied = edit.new.traits(hunk.new).contains(.negation)
        guard wasDenied != isDenied, isSameRest(edit, hunk) else { return nil }
        let (passage, range) = isDenied ? (edit.new, hunk.new) : (edit.old, hunk.old)
        guard let negation = range.last(where: { passage.word($0).traits.contains(.negation) }) else { return nil }
        // "May not be able" says of itself what it does.
        if passage.word(negation).traits.contains(.liability) { return nil }
        // What "will not" or "may not" says is told by its modal.
        let (before, after) = edit.factsBeforeAndAfter(hunk)
        guard (isDenied ? before : after).modality == .none || before.modality == after.modality else { return nil }
        let sentence = passage.sentence(at: negation)
        let behind = (negation + 1)..<max(negation + 1, min(negation + 5, sentence.upperBound))
        for place in behind {
            // Who owes nothing has not gained by it: liability goes by the statement.
            if passage.word(place).traits.contains(.liability) { return nil }
            let sign = sign(passage, place..<(place + 1), edit.vocabulary)
            if sign != 0 { return (sign > 0) == isDenied ? .stricter : .looser }
        }
        return nil
    }

    /// Whether both sides of a hunk say the same beside a negation, whatever the form of its words: "does not require", "requires".
    private static func isSameRest(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        let (old, new) = (rest(edit.old, hunk.old), rest(edit.new, hunk.new))
        guard old.count == new.count else { return false }
        return zip(old, new).allSatisfy { before, after in
            before == after
                || Spelling.isInflection(
                    edit.vocabulary.forms[Int(before)], edit.vocabulary.forms[Int(after)], edit.vocabulary.lexicon)
        }
    }

    /// What a hunk says beside its negation: words that limit, numbers and words that carry nothing left out.
    private static func rest(_ passage: Passage, _ range: Range<Int>) -> [UInt32] {
        range.filter {
            let token = passage.word($0)
            return token.kind == .word && token.traits.isDisjoint(with: [.negation, .filler, .only, .detail])
        }.map { passage.word($0).key }
    }

    /// A notice that the publisher gives before it acts, put in or taken out.
    private static func byNotice(_ edit: ClauseEdit, _ hunk: Hunk) -> Direction? {
        guard !hunk.isReplacement else { return nil }
        let (passage, range) = edit.side(of: hunk)
        let traits = passage.traits(range)
        guard range.contains(where: { passage.word($0).traits.contains(.notice) && !passage.word($0).isName }),
            traits.isDisjoint(with: [.negation, .exception]),
            edit.facts(around: hunk).actor == .publisher
        else { return nil }
        return hunk.isInsertion ? .looser : .stricter
    }

    /// Whether words are good news (1), bad news (-1) or neither by themselves.
    private static func sign(_ passage: Passage, _ range: Range<Int>, _ vocabulary: Vocabulary) -> Int {
        let details = vocabulary.lexicon.details
        if details.favourable.stands(in: passage, over: range, vocabulary) { return 1 }
        let traits = passage.traits(range)
        if !traits.isDisjoint(with: [.benefit, .notice, .compensation]) { return 1 }
        return traits.isDisjoint(with: [.cost, .burden, .liability, .penalty]) ? 0 : -1
    }

    // MARK: By what the statement does

    /// A duty of the reader that is only advised any more, or the reverse: "make sure that you …" became "we recommend that you …".
    private static func byAdvice(_ edit: ClauseEdit, _ hunk: Hunk) -> Turn? {
        guard hunk.isReplacement, max(hunk.old.count, hunk.new.count) <= 12 else { return nil }
        let advising = edit.vocabulary.lexicon.details.advising
        let before = advising.stands(in: edit.old, over: hunk.old, edit.vocabulary)
        let after = advising.stands(in: edit.new, over: hunk.new, edit.vocabulary)
        guard before != after else { return nil }
        let facts = edit.factsBeforeAndAfter(hunk)
        let firm = after ? facts.before : facts.after
        let words = after ? hunk.old : hunk.new
        let isTouched = firm.isCommand ? words.contains(firm.modalWords.lowerBound) : words.overlaps(firm.modalWords)
        guard isTouched, firm.actor == .reader || firm.actor == .nobody,
            firm.modality == .must || firm.modality == .mustNot
        else { return nil }
        return Turn(kind: after ? .modalityWeakened : .modalityStrengthened, direction: after ? .looser : .stricter)
    }

    /// A promise that only says any more that the publisher will try, or the reverse.
    private static func bySoftening(_ edit: ClauseEdit, _ hunk: Hunk) -> Turn? {
        let softening = edit.vocabulary.lexicon.details.softening
        let before = softening.stands(in: edit.old, over: hunk.old, edit.vocabulary)
        let after = softening.stands(in: edit.new, over: hunk.new, edit.vocabulary)
        guard before != after, max(hunk.old.count, hunk.new.count) <= 6 else { return nil }
        let facts = edit.factsBeforeAndAfter(hunk)
        let firm = after ? facts.before : facts.after
        guard firm.actor == .publisher, firm.effect != .burden, [.will, .must, .none].contains(firm.modality) else {
            return nil
        }
        return Turn(kind: after ? .modalityWeakened : .modalityStrengthened, direction: after ? .stricter : .looser)
    }

    /// What came before something comes after it, or the reverse.
    private static func byOrder(_ edit: ClauseEdit, _ hunk: Hunk) -> Turn? {
        let details = edit.vocabulary.lexicon.details
        func order(_ passage: Passage, _ range: Range<Int>) -> Int {
            if details.earlier.stands(in: passage, over: range, edit.vocabulary) { return -1 }
            return details.later.stands(in: passage, over: range, edit.vocabulary) ? 1 : 0
        }
        let (before, after) = (order(edit.old, hunk.old), order(edit.new, hunk.new))
        guard hunk.isReplacement, before * after == -1 else { return nil }
        let isLater = after > before
        let facts = edit.facts(around: hunk)
        switch (facts.actor, facts.effect) {
        case (_, .benefit):
            return Turn(
                kind: isLater ? .commitmentRemoved : .commitmentAdded, direction: isLater ? .stricter : .looser)
        case (.reader, .burden):
            return Turn(
                kind: isLater ? .modalityWeakened : .modalityStrengthened, direction: isLater ? .looser : .stricter)
        default: return nil
        }
    }

    /// An upper limit became a lower one, or the reverse.
    private static func byBound(_ edit: ClauseEdit, _ hunk: Hunk) -> Turn? {
        func bound(_ passage: Passage, _ range: Range<Int>) -> Int {
            let traits = passage.traits(range)
            return traits.contains(.ceiling) == traits.contains(.floor) ? 0 : traits.contains(.floor) ? 1 : -1
        }
        let (before, after) = (bound(edit.old, hunk.old), bound(edit.new, hunk.new))
        guard hunk.isReplacement, before * after == -1 else { return nil }
        return reaching(edit, hunk, isWidened: after > before)
    }

    /// Words such as "at any time" gave way to others, or took their place.
    private static func byReach(_ edit: ClauseEdit, _ hunk: Hunk) -> Turn? {
        // "provided that you have paid all invoices" is a condition, whatever words stand in it.
        guard edit.traits(hunk).isDisjoint(with: [.condition, .exception]) else { return nil }
        let widening = edit.vocabulary.lexicon.details.widening
        let before = widening.stands(in: edit.old, over: hunk.old, edit.vocabulary)
        let after = widening.stands(in: edit.new, over: hunk.new, edit.vocabulary)
        guard before != after else { return nil }
        return reaching(edit, hunk, isWidened: after)
    }

    /// A word that limits gave way to one that limits less, or the reverse: "where necessary" became "where useful".
    private static func byBreadth(_ edit: ClauseEdit, _ hunk: Hunk) -> Turn? {
        guard hunk.isReplacement, max(hunk.old.count, hunk.new.count) <= 4 else { return nil }
        let narrower = edit.vocabulary.lexicon.details.narrower
        func numbers(_ passage: Passage, _ range: Range<Int>) -> [Int] {
            range.map { Int(edit.vocabulary.lexical[Int(passage.word($0).key)]) }
        }
        let old = numbers(edit.old, hunk.old)
        let new = numbers(edit.new, hunk.new)
        func limits(_ words: [Int], more others: [Int]) -> Bool {
            words.contains { word in narrower[word].map { !$0.isDisjoint(with: others) } ?? false }
        }
        // "U.S. law" became "applicable law".
        func names(_ passage: Passage, _ range: Range<Int>) -> Bool {
            range.allSatisfy { !passage.word($0).traits.isDisjoint(with: [.place, .filler]) }
                && passage.traits(range).contains(.place)
        }
        let unbounded = edit.vocabulary.lexicon.details.unbounded
        let isWidened =
            limits(old, more: new)
            || names(edit.old, hunk.old) && unbounded.stands(in: edit.new, over: hunk.new, edit.vocabulary)
        let isNarrowed =
            limits(new, more: old)
            || names(edit.new, hunk.new) && unbounded.stands(in: edit.old, over: hunk.old, edit.vocabulary)
        return isWidened == isNarrowed ? nil : reaching(edit, hunk, isWidened: isWidened)
    }

    private static func reaching(_ edit: ClauseEdit, _ hunk: Hunk, isWidened: Bool) -> Turn? {
        let kind: ChangeKind = isWidened ? .scopeWidened : .scopeNarrowed
        // What the statement does its wider form says: "you can … only at the end of the month" already limits.
        let facts = edit.factsBeforeAndAfter(hunk)
        switch (isWidened ? facts.after : facts.before).effect {
        case .burden: return Turn(kind: kind, direction: isWidened ? .stricter : .looser)
        case .benefit: return Turn(kind: kind, direction: isWidened ? .looser : .stricter)
        case .unknown: return nil
        }
    }
}

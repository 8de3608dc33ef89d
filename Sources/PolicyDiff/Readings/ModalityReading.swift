/// Tells where a statement binds more or less strongly than before, in the same words otherwise.
enum ModalityReading {
    private static let modals: Traits = [.must, .mustNot, .may, .needNot, .will, .negation]

    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        var tellings: [Telling] = []
        let current = edit
        let hunks = edit.claim { hunk in
            !current.traits(hunk).isDisjoint(with: modals) && max(hunk.old.count, hunk.new.count) <= 10
                && !isStatement(current, hunk) && change(current, hunk) != nil
        }
        for hunk in hunks {
            guard let (before, after) = change(edit, hunk) else { continue }
            if before.modality == after.modality, before.effect == after.effect {
                tellings.append(
                    Telling(
                        kind: .reworded, direction: .neutral, reason: "both say “\(after.modality.rawValue)”",
                        hunks: [hunk]))
                continue
            }
            // Where only a negation came or went, the statement with it is the stronger one.
            let isStronger =
                before.modality == after.modality
                ? edit.new.traits(hunk.new).contains(.negation)
                : strength(after.modality) > strength(before.modality)
            let old = edit.oldText(hunk)
            let new = edit.newText(hunk)
            tellings.append(
                Telling(
                    kind: isStronger ? .modalityStrengthened : .modalityWeakened,
                    direction: costTurned(edit, hunk) ?? direction(before, after),
                    reason: old.isEmpty
                        ? "“\(new)” was put in" : new.isEmpty ? "“\(old)” was taken out" : "“\(old)” became “\(new)”",
                    hunks: [hunk], modality: ModalityChange(before: before.modality, after: after.modality),
                    binder: after.actor == .nobody ? before.actor : after.actor, oldWords: old, newWords: new))
        }
        return tellings
    }

    /// Whether words with an actor and a modality of their own came or went, or an exception or condition did: other readings tell these.
    private static func isStatement(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        func binds(_ passage: Passage, _ range: Range<Int>) -> Bool {
            guard range.count >= 4 else { return false }
            let first = passage.word(range.lowerBound).traits
            if !first.isDisjoint(with: [.exception, .condition]) { return true }
            let traits = passage.traits(range)
            return !traits.isDisjoint(with: modals)
                && range.contains {
                    !passage.word($0).traits.isDisjoint(with: [.reader, .publisher])
                        && !passage.word($0).traits.contains(.possessive)
                }
        }
        let before = edit.old.traits(hunk.old)
        let after = edit.new.traits(hunk.new)
        if isSentence(edit, hunk) { return true }
        return (binds(edit.old, hunk.old) && after.isDisjoint(with: modals))
            || (binds(edit.new, hunk.new) && before.isDisjoint(with: modals))
    }

    /// Whether a whole sentence of four words or more came or went.
    private static func isSentence(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = hunk.isInsertion ? (edit.new, hunk.new) : (edit.old, hunk.old)
        return range.count >= 4 && passage.sentence(at: range.lowerBound).lowerBound == range.lowerBound
            && passage.sentence(at: range.upperBound - 1).upperBound == range.upperBound
    }

    /// The facts of the statement before and after, where the hunk touches what carries the modality.
    private static func change(_ edit: ClauseEdit, _ hunk: Hunk) -> (before: Facts, after: Facts)? {
        let (before, after) = edit.factsBeforeAndAfter(hunk)
        let touches =
            hunk.old.overlaps(before.modalWords) || hunk.new.overlaps(after.modalWords)
            || edit.traits(hunk).contains(.negation)
        guard touches else { return nil }
        if before.modality == after.modality {
            // Only modal words differ, and they say the same.
            let onlyModal =
                hunk.old.allSatisfy { !edit.old.word($0).traits.isDisjoint(with: modals.union(.filler)) }
                && hunk.new.allSatisfy { !edit.new.word($0).traits.isDisjoint(with: modals.union(.filler)) }
            // `We do not sell …` became `we sell …`: what the statement does for the reader turned round.
            let isTurned = before.effect != after.effect && before.effect != .unknown && after.effect != .unknown
            let sameNegation =
                edit.old.traits(hunk.old).contains(.negation) == edit.new.traits(hunk.new).contains(.negation)
            if onlyModal, !sameNegation, isTurned { return (before, after) }
            let isSame = onlyModal && sameNegation && (before.modality == .mustNot || !softens(edit, hunk))
            return isSame ? (before, before) : nil
        }
        return (before, after)
    }

    /// Whether a word came or went beside a modal that stayed and says less or more with it.
    ///
    /// "May be entitled", "solely responsible": "will be required", though, says what "is required" does.
    private static func softens(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        let limiting: Traits = [.may, .only]
        return edit.old.traits(hunk.old).intersection(limiting) != edit.new.traits(hunk.new).intersection(limiting)
    }

    /// The direction where only "without" or "no" in front of a cost came or went.
    private static func costTurned(_ edit: ClauseEdit, _ hunk: Hunk) -> Direction? {
        guard hunk.new.upperBound < edit.new.words.count, edit.new.word(hunk.new.upperBound).traits.contains(.cost)
        else { return nil }
        switch (
            edit.old.traits(hunk.old).contains(.negation), edit.new.traits(hunk.new).contains(.negation)
        ) {
        case (true, false): return .stricter
        case (false, true): return .looser
        default: return nil
        }
    }

    private static func strength(_ modality: Modality) -> Int {
        switch modality {
        case .mustNot: 4
        case .must: 3
        case .will: 2
        case .may: 1
        case .needNot, .none: 0
        }
    }

    private static func direction(_ before: Facts, _ after: Facts) -> Direction {
        if before.modality == after.modality {
            return after.effect == .burden ? .stricter : .looser
        }
        let actor = after.actor == .nobody ? before.actor : after.actor
        // A right of the publisher burdens by itself; whether a promise does, its verb says.
        let promise = after.modality == .may ? before.effect : after.effect
        let effect =
            after.modality == .may || before.modality == .may
            ? promise : after.effect == .unknown ? before.effect : after.effect
        let isStronger = strength(after.modality) > strength(before.modality)
        switch actor {
        case .reader:
            return isStronger ? .stricter : .looser
        case .publisher:
            if after.modality == .mustNot || before.modality == .mustNot {
                // A promise not to do something came or went, or a refusal did.
                if after.effect == before.effect { return .unclear }
                if after.effect == .unknown || before.effect == .unknown {
                    // Of what is not known to be good or bad, the denial says what it is.
                    let isDenied = after.modality == .mustNot
                    let denial = isDenied ? after.effect : before.effect
                    return denial == .unknown ? .unclear : (denial == .benefit) == isDenied ? .looser : .stricter
                }
                return after.effect == .burden ? .stricter : .looser
            }
            switch effect {
            case .burden: return isStronger ? .stricter : .looser
            case .benefit: return isStronger ? .looser : .stricter
            case .unknown: return .unclear
            }
        case .nobody where before.modality == .mustNot || after.modality == .mustNot:
            // Who must not is not said: what becomes of the reader's data tells.
            guard before.traits.union(after.traits).contains(.personalData), after.modality != before.modality else {
                return .unclear
            }
            return after.modality == .mustNot ? .looser : .stricter
        case .nobody:
            return effect == .burden && after.traits.contains(.personalData)
                ? (isStronger ? .stricter : .looser) : .unclear
        case .thirdParty:
            return .unclear
        }
    }
}

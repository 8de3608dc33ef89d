/// Tells where a statement binds more or less strongly than before, in the same words otherwise.
enum ModalityReading {
    private static let modals: Traits = [.must, .mustNot, .may, .needNot, .will, .negation]

    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        var tellings: [Telling] = []
        let current = edit
        let hunks = edit.claim { hunk in
            !current.traits(hunk).isDisjoint(with: modals)
                && (max(hunk.old.count, hunk.new.count) <= 10 || beginsWithModals(current, hunk))
                && !isStatement(current, hunk) && change(current, hunk) != nil
        }
        for hunk in hunks {
            guard let (before, after) = change(edit, hunk) else { continue }
            if isSame(before, after) {
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
                : level(after) > level(before)
            let old = edit.oldText(hunk)
            let new = edit.newText(hunk)
            tellings.append(
                Telling(
                    kind: isStronger ? .modalityStrengthened : .modalityWeakened,
                    direction: costTurned(edit, hunk) ?? repeated(edit, hunk, before, after)
                        ?? direction(before, after),
                    reason: old.isEmpty
                        ? "“\(new)” was put in" : new.isEmpty ? "“\(old)” was taken out" : "“\(old)” became “\(new)”",
                    hunks: [hunk], modality: ModalityChange(before: before.modality, after: after.modality),
                    binder: after.actor == .nobody ? before.actor : after.actor, oldWords: old, newWords: new))
        }
        return tellings
    }

    /// Whether both sides of a longer hunk begin with the words that carry the modality, or both end with them: "will be made only"
    /// and "may be made by …", "if we change the price, we will" and "in some cases, we may".
    private static func beginsWithModals(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        let words: Traits = [.must, .mustNot, .may, .needNot, .will]
        func binds(_ passage: Passage, _ place: Int) -> Bool { !passage.word(place).traits.isDisjoint(with: words) }
        guard hunk.isReplacement, max(hunk.old.count, hunk.new.count) <= 16 else { return false }
        return binds(edit.old, hunk.old.lowerBound) && binds(edit.new, hunk.new.lowerBound)
            || binds(edit.old, hunk.old.upperBound - 1) && binds(edit.new, hunk.new.upperBound - 1)
    }

    /// Whether "and will not" came or went behind a "do not": what is not done now is not ruled out for later any more, or is now.
    private static func repeatsDenial(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        guard range.count <= 4, range.lowerBound > 0, passage.word(range.lowerBound).traits.contains(.conjunction),
            range.allSatisfy({
                !passage.word($0).traits.isDisjoint(with: [.conjunction, .will, .negation, .mustNot, .filler])
            })
        else { return false }
        return passage.word(range.lowerBound - 1).traits.contains(.negation)
            && passage.traits(range).isSuperset(of: [.will, .negation])
    }

    /// Whether a statement does the same with another modality: "we collect" and "we will collect" both say what is done.
    private static func isSame(_ before: Facts, _ after: Facts) -> Bool {
        // "Please contact us" and "you can contact us" both only say whom to ask.
        if before.isPointer, after.isPointer { return true }
        guard before.effect == after.effect else { return false }
        func isDone(_ modality: Modality) -> Bool { modality == .none || modality == .will }
        return before.modality == after.modality
            || (before.actor == after.actor && before.actor != .reader
                && isDone(before.modality) && isDone(after.modality))
    }

    /// Whether words with an actor and a modality of their own came or went, or an exception or condition did: other readings tell these.
    private static func isStatement(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        func binds(_ passage: Passage, _ range: Range<Int>) -> Bool {
            let first = range.first.map { passage.word($0).traits } ?? []
            // "… if you agree" demands nothing.
            if range.count >= 2, !first.isDisjoint(with: [.exception, .condition]) { return true }
            guard range.count >= 4 else { return false }
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

    /// Whether a whole sentence of three words or more came or went.
    private static func isSentence(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        return range.count >= 3 && passage.sentence(at: range.lowerBound).lowerBound == range.lowerBound
            && passage.sentence(at: range.upperBound - 1).upperBound == range.upperBound
    }

    /// The facts of the statement before and after, where the hunk touches what carries the modality.
    private static func change(_ edit: ClauseEdit, _ hunk: Hunk) -> (before: Facts, after: Facts)? {
        var (before, after) = edit.factsBeforeAndAfter(hunk)
        if !touches(hunk, before, after), let part = partsBeforeAndAfter(edit, hunk), touches(hunk, part.0, part.1) {
            (before, after) = part
        }
        guard touches(hunk, before, after) || edit.traits(hunk).contains(.negation) else { return nil }
        if isBareFuture(edit, hunk, before, after) { return (before, before) }
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

    private static func touches(_ hunk: Hunk, _ before: Facts, _ after: Facts) -> Bool {
        hunk.old.overlaps(before.modalWords) || hunk.new.overlaps(after.modalWords)
    }

    /// The facts of the part around a hunk, in a sentence of several statements ("We sell music, and you may not copy it.").
    private static func partsBeforeAndAfter(_ edit: ClauseEdit, _ hunk: Hunk) -> (Facts, Facts)? {
        guard let old = part(edit.old, hunk.old), let new = part(edit.new, hunk.new) else { return nil }
        return (Facts(edit.old, old), Facts(edit.new, new))
    }

    /// The part of a sentence around a place: from a subject in front of a modal to the next such subject.
    ///
    /// Nil where the place lies in a condition or an exception: what it demands is no demand.
    private static func part(_ passage: Passage, _ range: Range<Int>) -> Range<Int>? {
        let sentence = passage.sentence(at: range.lowerBound)
        func begins(_ place: Int) -> Bool {
            let traits = passage.word(place).traits
            guard !traits.isDisjoint(with: [.reader, .publisher, .thirdParty]), !traits.contains(.possessive) else {
                return false
            }
            let behind = (place + 1)..<max(place + 1, min(place + 3, sentence.upperBound))
            return !passage.traits(behind).isDisjoint(with: modals.union([.burden, .benefit]))
        }
        let first = sentence.lowerBound..<max(sentence.lowerBound, min(range.lowerBound + 1, sentence.upperBound))
        guard let start = first.last(where: begins) else { return nil }
        let last = (start + 1)..<max(start + 1, sentence.upperBound)
        let end = last.first { $0 >= range.upperBound && begins($0) } ?? sentence.upperBound
        if start > sentence.lowerBound,
            !passage.word(start - 1).traits.isDisjoint(with: [.condition, .exception])
        {
            return nil
        }
        return start..<end
    }

    /// Whether only a "shall" came or went in front of a verb that binds nobody: "these rules shall apply" and "these rules apply".
    private static func isBareFuture(_ edit: ClauseEdit, _ hunk: Hunk, _ before: Facts, _ after: Facts) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        let others: Traits = [.must, .mustNot, .may, .needNot, .negation, .condition, .exception]
        return range.count == 1 && passage.word(range.lowerBound).traits.contains(.will)
            && passage.traits(range).isDisjoint(with: others) && range.upperBound < passage.words.count
            && passage.word(range.upperBound).traits.contains(.copula)
            && before.actor == .nobody && after.actor == .nobody
            && before.effect == .unknown && after.effect == .unknown
    }

    /// Whether a word came or went beside a modal that stayed and says less or more with it.
    ///
    /// "May be entitled", "solely responsible": "will be required", though, says what "is required" does.
    private static func softens(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        let limiting: Traits = [.may, .only]
        return edit.old.traits(hunk.old).intersection(limiting) != edit.new.traits(hunk.new).intersection(limiting)
    }

    /// The direction where a denial is said for later, too, or no longer is.
    private static func repeated(_ edit: ClauseEdit, _ hunk: Hunk, _ before: Facts, _ after: Facts) -> Direction? {
        guard repeatsDenial(edit, hunk) else { return nil }
        switch (hunk.isInsertion ? after : before).effect {
        case .benefit: return hunk.isInsertion ? .looser : .stricter
        case .burden: return hunk.isInsertion ? .stricter : .looser
        case .unknown: return nil
        }
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

    /// How strongly a statement binds: what the publisher does is more than what it may do.
    private static func level(_ facts: Facts) -> Int {
        facts.actor == .publisher && facts.effect != .unknown ? firmness(facts) : strength(facts.modality)
    }

    private static func firmness(_ facts: Facts) -> Int {
        facts.modality == .none ? strength(.will) : strength(facts.modality)
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

    /// How much a modality asks of the reader: nothing is said where leave is neither given nor taken.
    private static func demand(_ modality: Modality) -> Int {
        switch modality {
        case .mustNot, .must, .will: 1
        case .none: 0
        case .may, .needNot: -1
        }
    }

    private static func direction(_ before: Facts, _ after: Facts) -> Direction {
        if before.modality == after.modality {
            return after.effect == .burden ? .stricter : .looser
        }
        // "We will tell you" became "you may be told": who is told is not who acts.
        let isTold =
            before.effect == .benefit && after.effect == .benefit
            && (before.actor == .publisher || after.actor == .publisher)
        let actor = isTold ? .publisher : after.actor == .nobody ? before.actor : after.actor
        // A right of the publisher burdens by itself; whether a promise does, its verb says.
        let promise = after.modality == .may ? before.effect : after.effect
        let effect =
            after.modality == .may || before.modality == .may
            ? promise : after.effect == .unknown ? before.effect : after.effect
        let isStronger = strength(after.modality) > strength(before.modality)
        switch actor {
        case .reader where before.effect == .burden && after.effect == .benefit:
            return .looser
        case .reader where before.effect == .benefit && after.effect == .burden:
            return .stricter
        case .reader where before.effect == .benefit && after.effect == .benefit && after.modality != .needNot:
            // "You will receive …" became "you may receive …".
            return isStronger ? .looser : .stricter
        case .reader:
            let (demanded, demands) = (demand(before.modality), demand(after.modality))
            return demanded == demands ? (isStronger ? .stricter : .looser) : demands > demanded ? .stricter : .looser
        case .publisher:
            // "We do not sell …" became "we may sell …": what it does to the reader turned round.
            switch (before.effect, after.effect) {
            case (.benefit, .burden): return .stricter
            case (.burden, .benefit): return .looser
            default: break
            }
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
            // What the publisher does is more than what it may do.
            let isFirmer = firmness(after) > firmness(before)
            switch effect {
            case .burden where before.modality == .none || after.modality == .none:
                return isFirmer ? .stricter : .looser
            case .benefit where before.modality == .none || after.modality == .none:
                return isFirmer ? .looser : .stricter
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
        case .nobody, .thirdParty:
            // "Credits will be forfeited" became "may be forfeited".
            switch (before.effect, after.effect) {
            case (.burden, .benefit): return .looser
            case (.benefit, .burden): return .stricter
            case (.burden, _), (.unknown, .burden): return isStronger ? .stricter : .looser
            case (.benefit, _), (.unknown, .benefit): return isStronger ? .looser : .stricter
            case (.unknown, .unknown): return .unclear
            }
        }
    }
}

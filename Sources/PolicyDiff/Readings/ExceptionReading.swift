/// Tells exceptions and conditions that were put in or taken out.
enum ExceptionReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        sameExceptions(&edit) + movedExceptions(&edit)
            + read(&edit, .exception, added: .exceptionAdded, removed: .exceptionRemoved)
            + read(&edit, .condition, added: .conditionAdded, removed: .conditionRemoved)
    }

    private static func read(_ edit: inout ClauseEdit, _ trait: Traits, added: ChangeKind, removed: ChangeKind)
        -> [Telling]
    {
        let current = edit
        func side(_ hunk: Hunk) -> Bool? {
            // "even if …" neither excepts nor conditions: what it names changes nothing.
            let concessive = current.vocabulary.lexicon.details.concessive
            let before =
                current.old.traits(hunk.old).contains(trait)
                && !concessive.stands(in: current.old, over: hunk.old, current.vocabulary)
            let after =
                current.new.traits(hunk.new).contains(trait)
                && !concessive.stands(in: current.new, over: hunk.new, current.vocabulary)
            guard before != after else { return nil }
            if hunk.isReplacement {
                // "only if" became "unless": what held in one case holds in all but one. The condition that went says so.
                let other = after ? current.old.traits(hunk.old) : current.new.traits(hunk.new)
                if trait == .exception, other.contains(.condition) { return nil }
                // "for 12 months" became "as long as necessary": which is longer, nobody can say.
                if QuantityPairs.isMeasured(current.old, hunk.old) != QuantityPairs.isMeasured(current.new, hunk.new) {
                    return nil
                }
            }
            // A condition leads its words; in the midst of many words it is one detail of them.
            let range = after ? hunk.new : hunk.old
            let passage = after ? current.new : current.old
            // "including when it takes effect" spells out.
            if trait == .condition, passage.word(range.lowerBound).traits.contains(.example) { return nil }
            if trait == .condition, range.count > 8 {
                // "recordings of when you call" conditions nothing.
                let leads: Traits = [.filler, .only, .conjunction, .negation, .restrictor, .condition]
                guard let place = range.prefix(3).first(where: { passage.word($0).traits.contains(trait) }),
                    (range.lowerBound..<place).allSatisfy({ !passage.word($0).traits.isDisjoint(with: leads) })
                else { return nil }
            }
            return after
        }
        let hunks = edit.claim { side($0) != nil && max($0.old.count, $0.new.count) >= 2 }
        return hunks.map { hunk in
            let isAdded = side(hunk) ?? true
            // What the statement does without the exception decides whose gain the exception is.
            let facts = base(current, hunk, without: isAdded)
            let whole = current.new.traits(current.new.words.indices)
            let gain: Facts.Effect =
                facts.effect == .unknown && !whole.isDisjoint(with: [.dispute, .liability, .personalData])
                ? .burden : facts.effect
            // "…, or if you …" is one case more, not one condition more.
            let isLess = trait == .condition && current.isAlternative(hunk) ? !isAdded : isAdded
            let direction: Direction =
                switch gain {
                case .burden: isLess ? .looser : .stricter
                case .benefit: isLess ? .stricter : .looser
                case .unknown: .unclear
                }
            let words = isAdded ? current.newText(hunk) : current.oldText(hunk)
            return Telling(
                kind: isAdded ? added : removed, direction: direction,
                reason: "“\(Excerpt.short(words))” was \(isAdded ? "put in" : "taken out")",
                isWeak: trait == .condition, hunks: [hunk],
                quantities: StatementReading.quantities(
                    isAdded ? current.new : current.old, isAdded ? hunk.new : hunk.old, added: isAdded),
                oldWords: current.oldWords(hunk),
                newWords: current.newWords(hunk))
        }
    }

    /// Claims what excepts the same in other words: "without their consent" and "unless they have consented".
    private static func sameExceptions(_ edit: inout ClauseEdit) -> [Telling] {
        let current = edit
        let hunks = edit.claim { hunk in
            guard hunk.isReplacement, max(hunk.old.count, hunk.new.count) <= 12 else { return false }
            let before = current.old.traits(hunk.old)
            let after = current.new.traits(hunk.new)
            guard before.contains(.exception) != after.contains(.exception),
                (before.contains(.exception) ? after : before).contains(.negation)
            else { return false }
            // Without words of their own on either side, what is excepted stands behind them, unchanged.
            let old = excepted(current.old, hunk.old)
            let new = excepted(current.new, hunk.new)
            return before.union(after).isDisjoint(with: [.must, .mustNot, .may, .will]) && old.count == new.count
                && zip(old, new).allSatisfy {
                    $0 == $1 || Spelling.isInflection($0, $1, current.vocabulary.lexicon)
                }
        }
        if hunks.isEmpty { return [] }
        return [
            Telling(
                kind: .reworded, direction: .neutral, reason: "both except the same", hunks: hunks,
                oldWords: current.oldText(hunks[0]), newWords: current.newText(hunks[0]))
        ]
    }

    /// Claims an exception that stands in another place of its sentence now and excepts more, or less, than before.
    private static func movedExceptions(_ edit: inout ClauseEdit) -> [Telling] {
        let current = edit
        func isException(_ passage: Passage, _ range: Range<Int>) -> Bool {
            range.count <= 60 && passage.traits(range).contains(.exception)
        }
        guard let gone = edit.open.first(where: { $0.isDeletion && isException(current.old, $0.old) }),
            let come = edit.open.first(where: { $0.isInsertion && isException(current.new, $0.new) }),
            current.old.sentence(at: gone.old.lowerBound) == current.old.sentence(at: max(0, come.old.lowerBound - 1))
        else { return [] }
        let before = Set(excepted(current.old, gone.old))
        let after = Set(excepted(current.new, come.new))
        let isAdded = before.isStrictSubset(of: after)
        guard isAdded || after.isSubset(of: before) else { return [] }
        let hunks = edit.claim { $0 == gone || $0 == come }
        let words = (old: current.oldText(gone), new: current.newText(come))
        if before == after {
            return [
                Telling(
                    kind: .reworded, direction: .neutral, reason: "the same exception stands in another place",
                    hunks: hunks, oldWords: words.old, newWords: words.new)
            ]
        }
        let facts = base(current, isAdded ? come : gone, without: isAdded)
        let direction: Direction =
            switch facts.effect {
            case .burden: isAdded ? .looser : .stricter
            case .benefit: isAdded ? .stricter : .looser
            case .unknown: .unclear
            }
        return [
            Telling(
                kind: isAdded ? .exceptionAdded : .exceptionRemoved, direction: direction,
                reason: "“\(Excerpt.short(words.old))” became “\(Excerpt.short(words.new))”", hunks: hunks,
                oldWords: words.old, newWords: words.new)
        ]
    }

    /// What is excepted: the words that carry anything, in lower case.
    private static func excepted(_ passage: Passage, _ range: Range<Int>) -> [String] {
        range.filter { passage.word($0).traits.isDisjoint(with: [.exception, .negation, .filler]) }
            .map { Vocabulary.plain(passage.written($0..<($0 + 1))) }
    }

    /// The statement on the side that lacks the exception: the last part of the sentence in front of it that does anything.
    private static func base(_ edit: ClauseEdit, _ hunk: Hunk, without isAdded: Bool) -> Facts {
        let (passage, range, context) =
            isAdded ? (edit.old, hunk.old, edit.oldContext) : (edit.new, hunk.new, edit.newContext)
        let begins = isAdded ? startsSentence(edit.new, hunk.new) : startsSentence(edit.old, hunk.old)
        let sentence = passage.sentence(
            at: range.isEmpty && range.lowerBound > 0 && !begins ? range.lowerBound - 1 : range.lowerBound)
        let part =
            begins
            ? firstPart(passage, sentence, behind: range.upperBound)
            : lastPart(passage, sentence, before: range.lowerBound)
        if let part {
            let facts = Facts(passage, part)
            if facts.effect != .unknown { return facts }
        }
        return context.completed(Facts(passage, sentence))
    }

    /// The part of a sentence between the last semicolon in front of a place and that place.
    private static func lastPart(_ passage: Passage, _ sentence: Range<Int>, before place: Int) -> Range<Int>? {
        guard place > sentence.lowerBound + 1, place <= sentence.upperBound else { return nil }
        let start = ((sentence.lowerBound + 1)..<place).last { index in
            (passage.words[index - 1]..<passage.words[index]).contains { passage.mark($0) == UInt8(ascii: ";") }
        }
        return start.map { $0..<place }
    }

    /// The part of a sentence up to its first comma or semicolon: what an exception that leads the sentence excepts from.
    private static func firstPart(_ passage: Passage, _ sentence: Range<Int>, behind place: Int) -> Range<Int>? {
        let start = max(place, sentence.lowerBound)
        let end = (start..<max(start, sentence.upperBound)).dropFirst().first {
            passage.follows(",", $0) || passage.follows(";", $0)
        }
        return end.flatMap { $0 - start >= 3 ? start..<$0 : nil }
    }

    private static func startsSentence(_ passage: Passage, _ range: Range<Int>) -> Bool {
        range.lowerBound == 0
            || (range.lowerBound < passage.words.count
                && passage.word(range.lowerBound).sentence != passage.word(range.lowerBound - 1).sentence)
    }
}

/// Tells words that make a statement reach further or less far, and at last what differs in no better known way.
enum ScopeReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard !edit.vocabulary.lexicon.isUnknown else { return reworded(&edit) }
        var tellings: [Telling] = []
        let current = edit
        let hunks = edit.claim { widens(current, $0) != nil }
        for hunk in hunks {
            guard var isWidened = widens(current, hunk) else { continue }
            let facts = current.facts(around: hunk)
            if qualifiesBan(current, hunk, facts) || isWayToComply(current, hunk, facts) { isWidened.toggle() }
            if isExcepted(current, hunk) { isWidened.toggle() }
            if facts.effect == .benefit, isLimitedToPlaces(current, hunk) { isWidened.toggle() }
            let words = hunk.new.isEmpty ? current.oldText(hunk) : current.newText(hunk)
            let isData = facts.traits.contains(.personalData)
            if let statement = copula(current, hunk, isWidened) {
                tellings.append(statement)
                continue
            }
            let isVague =
                isVague(current, hunk) && !qualifiesBan(current, hunk, facts)
                && !(facts.effect == .benefit && isLimitedToPlaces(current, hunk))
            let effect = effect(current, hunk, facts)
            let direction: Direction =
                switch effect {
                case _ where facts.isExemption: exempted(current, hunk, isWidened)
                case _ where isCost(current, hunk): isWidened ? .stricter : .looser
                // "Your data is transferred to Japan and Korea"
                case _ where isOfPlaces(current, hunk) && isData && facts.traits.contains(.burden):
                    isWidened ? .stricter : .looser
                case _
                where isOfPlaces(current, hunk) && !(facts.effect == .benefit && isLimitedToPlaces(current, hunk)):
                    .unclear
                case _ where isLiable(facts): isWidened ? .looser : .stricter
                case _ where isVague || facts.isPointer: .unclear
                // "You may only …": what is left of a permission.
                case .burden
                where edit.traits(hunk).contains(.only) && facts.modality == .may && facts.actor == .reader:
                    isWidened ? .looser : .stricter
                // "solely responsible", "must only": whether it narrows the duty or lays it on the reader alone is open.
                case .burden where edit.traits(hunk).contains(.only): .unclear
                case .burden: isWidened ? .stricter : .looser
                case .benefit: isWidened ? .looser : .stricter
                case .unknown where isOpen(current, hunk, facts): .unclear
                case .unknown: isData ? (isWidened ? .stricter : .looser) : .unclear
                }
            var telling =
                Telling(
                    kind: isWidened ? .scopeWidened : .scopeNarrowed, direction: direction,
                    reason: "“\(Excerpt.short(words))” was \(hunk.isDeletion ? "taken out" : "put in")", isWeak: true,
                    hunks: [hunk],
                    quantities: StatementReading.quantities(
                        hunk.new.isEmpty ? current.old : current.new, hunk.new.isEmpty ? hunk.old : hunk.new,
                        added: !hunk.new.isEmpty),
                    oldWords: current.oldWords(hunk),
                    newWords: current.newWords(hunk), isVague: isVague)
            telling.name = name(current, hunk)
            tellings.append(telling)
        }
        return tellings + audiences(&edit) + withConsent(&edit) + reworded(&edit)
    }

    /// What the statement around a hunk is for the reader; where its verbs do not say it, by what it lists.
    private static func effect(_ edit: ClauseEdit, _ hunk: Hunk, _ facts: Facts) -> Facts.Effect {
        guard facts.effect == .unknown else { return facts.effect }
        let (passage, range) = edit.side(of: hunk)
        let sentence = passage.sentence(at: range.lowerBound)
        return Tendency.ofList(facts, passage, sentence, range, edit.vocabulary)
    }

    /// Whether a hunk stands in words that leave to others what is done: a lead-in, or what for something is done.
    private static func isOpen(_ edit: ClauseEdit, _ hunk: Hunk, _ facts: Facts) -> Bool {
        let (passage, range) = edit.side(of: hunk)
        let sentence = passage.sentence(at: range.lowerBound)
        return !facts.modalWords.isEmpty && facts.modalWords.upperBound == sentence.upperBound
            || Tendency.isAim(passage, sentence, edit.vocabulary) && Tendency.isAim(passage, range, edit.vocabulary)
    }

    /// The direction where an exemption reaches further, or less far.
    private static func exempted(_ edit: ClauseEdit, _ hunk: Hunk, _ isWidened: Bool) -> Direction {
        let (passage, range, context) =
            hunk.isInsertion ? (edit.new, hunk.new, edit.newContext) : (edit.old, hunk.old, edit.oldContext)
        return Tendency.ofExemption(
            passage, passage.sentence(at: range.lowerBound), added: isWidened, edit.vocabulary, context: context)
    }

    /// Tells where a statement applies to another plan or other users than before: which way that goes, their terms say.
    private static func audiences(_ edit: inout ClauseEdit) -> [Telling] {
        let current = edit
        return edit.claim { hunk in
            hunk.isReplacement && PartyReading.namesPlan(current.old, hunk.old, current.vocabulary)
                && PartyReading.namesPlan(current.new, hunk.new, current.vocabulary)
                && PartyReading.names(current.old, hunk.old, current.vocabulary) != nil
                && PartyReading.names(current.new, hunk.new, current.vocabulary) != nil
        }.map { hunk in
            Telling(
                kind: .scopeWidened, direction: .unclear,
                reason: "it applied to “\(current.oldText(hunk))” and applies to “\(current.newText(hunk))”",
                isWeak: true, hunks: [hunk], oldWords: current.oldText(hunk), newWords: current.newText(hunk),
                isVague: true)
        }
    }

    /// The name that was put in or taken out, with hardly more than a conjunction.
    private static func name(_ edit: ClauseEdit, _ hunk: Hunk) -> String? {
        guard !hunk.isReplacement else { return nil }
        let (passage, range) = edit.side(of: hunk)
        let names = range.filter { passage.word($0).isName }
        let others = range.filter { !passage.word($0).isName && !passage.word($0).traits.contains(.filler) }
        guard let first = names.first, let last = names.last, others.count <= 1, names.count <= 4 else { return nil }
        return passage.written(first..<(last + 1))
    }

    /// Whether a detail was put into a statement that forbids or rules out, or taken out of it: "we do not sell your data for money"
    /// rules out less.
    private static func qualifiesBan(_ edit: ClauseEdit, _ hunk: Hunk, _ facts: Facts) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        let before = passage.sentence(at: range.lowerBound).lowerBound..<range.lowerBound
        let isDenied =
            facts.modality == .none && facts.actor == .publisher && passage.traits(before).contains(.negation)
        guard facts.modality == .mustNot || isDenied else { return false }
        let first = passage.word(range.lowerBound).traits
        return range.lowerBound > facts.modalWords.upperBound
            && (first.contains(.detail) || (first.contains(.filler) && !first.contains(.relative)))
            && range.count >= 2 && !isMember(passage, range)
            && passage.traits(range).isDisjoint(with: [.negation, .exception, .conjunction])
    }

    /// Whether a way to do what the reader must came or went: "you need a red or blue card" asks less than "a red card".
    private static func isWayToComply(_ edit: ClauseEdit, _ hunk: Hunk, _ facts: Facts) -> Bool {
        guard facts.actor == .reader, facts.modality == .must || facts.modality == .will, facts.effect == .burden,
            edit.isAlternative(hunk)
        else { return false }
        let range = hunk.isInsertion ? hunk.new : hunk.old
        return range.count <= 8 && range.lowerBound > facts.modalWords.upperBound
    }

    /// Whether words that came or went belong to an exception: "other than to A *or B*".
    private static func isExcepted(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        return !passage.traits(range).contains(.exception) && ExceptionScope.holds(range.lowerBound, in: passage)
    }

    /// Whether places were put in or taken out: whether that helps who lives there, their name does not say.
    private static func isOfPlaces(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        let (passage, range) = edit.side(of: hunk)
        return !hunk.isReplacement
            && range.allSatisfy { !passage.word($0).traits.isDisjoint(with: [.place, .filler, .conjunction]) }
    }

    /// Whether words that came or went say that something holds in some places alone: "customers *within the EEA*".
    private static func isLimitedToPlaces(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        return passage.word(range.lowerBound).traits.contains(.detail) && passage.traits(range).contains(.place)
            && range.allSatisfy {
                !passage.word($0).traits.isDisjoint(with: [.place, .filler, .conjunction, .detail])
            }
    }

    /// Whether a statement says for what the publisher is liable.
    private static func isLiable(_ facts: Facts) -> Bool {
        facts.actor == .publisher && facts.modality == .none && facts.traits.contains(.liability)
            && facts.traits.isDisjoint(with: [.negation, .exception])
    }

    /// Whether what was put in or taken out is that something costs.
    private static func isCost(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        let traits = edit.traits(hunk)
        return !hunk.isReplacement && traits.contains(.cost)
            && traits.isDisjoint(with: [.negation, .compensation, .benefit, .restrictor, .exception, .condition])
    }

    /// Whether words that were put in or taken out describe rather than add: a member of a list reaches further, "in Japan" or
    /// "new" may limit.
    private static func isVague(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        let traits = passage.traits(range)
        if traits.contains(.restrictor) || traits.contains(.negation) || isMember(passage, range) { return false }
        let content = range.count { !passage.word($0).traits.contains(.filler) }
        return passage.word(range.lowerBound).traits.contains(.detail)
            || (content <= 2 && !passage.word(range.lowerBound).traits.contains(.filler))
    }

    /// Whether a range of words is a member of a list: a conjunction begins or ends it, or a comma or slash stands beside it.
    private static func isMember(_ passage: Passage, _ range: Range<Int>) -> Bool {
        if passage.word(range.lowerBound).traits.contains(.conjunction)
            || passage.word(range.upperBound - 1).traits.contains(.conjunction)
        {
            return true
        }
        let joining = Set(",;/".utf8)
        let before = passage.words[range.lowerBound] - 1
        let after = passage.words[range.upperBound - 1] + 1
        return (before >= 0 && passage.mark(before).map(joining.contains) == true)
            || (after < passage.tokens.count && passage.mark(after).map(joining.contains) == true)
    }

    /// Words with a verb of their own that were put in or taken out state a fact.
    private static func copula(_ edit: ClauseEdit, _ hunk: Hunk, _ isWidened: Bool) -> Telling? {
        guard !hunk.isReplacement, max(hunk.old.count, hunk.new.count) >= 4, edit.traits(hunk).contains(.copula) else {
            return nil
        }
        let passage = hunk.isInsertion ? edit.new : edit.old
        let range = hunk.isInsertion ? hunk.new : hunk.old
        if Tendency.isAim(passage, range, edit.vocabulary) { return nil }
        let facts = Facts(passage, range)
        let words = passage.written(range)
        return Telling(
            kind: hunk.isInsertion ? .disclosureAdded : .disclosureRemoved,
            direction: StatementReading.direction(of: facts, added: hunk.isInsertion),
            reason: "“\(Excerpt.short(words))” was \(hunk.isInsertion ? "put in" : "taken out")",
            isWeak: facts.effect == .unknown,
            hunks: [hunk], quantities: StatementReading.quantities(passage, range, added: hunk.isInsertion),
            oldWords: hunk.isInsertion ? nil : words, newWords: hunk.isInsertion ? words : nil)
    }

    /// Whether a hunk makes the statement reach further; nil where it does neither.
    private static func widens(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool? {
        func content(_ passage: Passage, _ range: Range<Int>) -> Set<UInt32> {
            let words = range.filter {
                !passage.word($0).traits.contains(.conjunction) && !isEnumerator(passage, $0)
            }
            return Set((words.isEmpty ? Array(range) : words).map { passage.word($0).key })
        }
        let before = content(edit.old, hunk.old)
        let after = content(edit.new, hunk.new)
        let traits = edit.traits(hunk)
        // A restricting word restricts; a longer phrase with such a word in it is a thing of its own.
        let content = (hunk.isDeletion ? hunk.old : hunk.new).count {
            !(hunk.isDeletion ? edit.old : edit.new).word($0).traits.contains(.filler)
        }
        let isRestriction =
            (traits.contains(.restrictor) && content <= 2) || startsWithOnly(edit, hunk)
            || (traits.contains(.negation) && content <= 6 && !deniesMore(edit, hunk))
            || isLawful(edit, hunk) || isByLeave(edit, hunk)
        if isDescription(edit, hunk) { return hunk.isDeletion }
        if hunk.isReplacement, let more = lists(edit, hunk) { return more }
        if hunk.isInsertion || (hunk.isReplacement && !before.isEmpty && before.isStrictSubset(of: after)) {
            return !isRestriction
        }
        if hunk.isDeletion || (hunk.isReplacement && after.isStrictSubset(of: before)) { return isRestriction }
        return nil
    }

    /// Whether a word is the letter or number of a member: "(b)", "iv)".
    private static func isEnumerator(_ passage: Passage, _ place: Int) -> Bool {
        guard place + 1 < passage.words.count, passage.follows(")", place + 1) else { return false }
        let letters = passage.bytes(place..<(place + 1))
        return letters.count == 1
            || letters.allSatisfy { [UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x")].contains($0) }
    }

    /// Whether members were put between the letters of a list that count them (true), or taken out (false); nil where that is not all.
    ///
    /// "A, or (b) B" became "A, (b) X, or (c) B".
    private static func lists(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool? {
        func isBare(_ passage: Passage, _ range: Range<Int>) -> Bool {
            range.allSatisfy {
                passage.word($0).traits.contains(.conjunction) || isEnumerator(passage, $0)
                    || passage.bytes($0..<($0 + 1)).count == 1
            }
        }
        let (before, after) = (isBare(edit.old, hunk.old), isBare(edit.new, hunk.new))
        let more = before ? (edit.new, hunk.new) : (edit.old, hunk.old)
        guard before != after, more.1.contains(where: { isEnumerator(more.0, $0) }) else { return nil }
        return before
    }

    /// Whether words that came or went deny one thing more of a statement that denies already: "no candles *and no ovens*".
    private static func deniesMore(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        let before = passage.sentence(at: range.lowerBound).lowerBound..<range.lowerBound
        let joins = passage.word(range.lowerBound).traits.contains(.conjunction) || range.count <= 2
        return joins && range.prefix(2).contains { passage.word($0).traits.contains(.negation) }
            && !passage.traits(before).isDisjoint(with: [.negation, .mustNot])
    }

    /// Whether words that came or went keep something within the law: "as permitted by law".
    private static func isLawful(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement, max(hunk.old.count, hunk.new.count) <= 10 else { return false }
        let (passage, range) = edit.side(of: hunk)
        return edit.vocabulary.lexicon.details.lawful.stands(in: passage, over: range, edit.vocabulary)
    }

    /// Whether words that came or went make it hang on somebody's leave: "with our prior written approval".
    private static func isByLeave(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement, max(hunk.old.count, hunk.new.count) <= 10,
            edit.traits(hunk).isDisjoint(with: [.negation, .exception, .conjunction])
        else { return false }
        let (passage, range) = edit.side(of: hunk)
        return passage.word(range.lowerBound).traits.contains(.filler)
            && edit.vocabulary.lexicon.details.approvals.stands(in: passage, over: range, edit.vocabulary)
    }

    /// Whether words that came or went begin with one that shuts out everything else: "only together with an adult".
    private static func startsWithOnly(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        return range.prefix(2).contains { passage.word($0).traits.contains(.only) }
    }

    /// Whether words that came or went describe a noun in front of them: "accounts that break these rules" are fewer than "accounts".
    private static func isDescription(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        guard range.count >= 2, range.count <= 12, range.lowerBound > 0,
            passage.word(range.lowerBound).traits.contains(.relative)
        else { return false }
        // Behind a comma it tells more of the same: "the shop, which is in Japan".
        let isApart = (passage.words[range.lowerBound - 1]..<passage.words[range.lowerBound]).contains {
            passage.mark($0) == UInt8(ascii: ",")
        }
        return !isApart && passage.sentence(at: range.lowerBound).lowerBound < range.lowerBound
    }

    /// Tells where a ban holds only without somebody's consent any more, or whatever they consent to.
    private static func withConsent(_ edit: inout ClauseEdit) -> [Telling] {
        let current = edit
        func asks(_ passage: Passage, _ range: Range<Int>) -> Bool {
            range.contains { place in
                passage.word(place).traits.contains(.negation)
                    && ((place + 1)..<max(place + 1, min(place + 5, range.upperBound))).contains {
                        passage.word($0).traits.contains(.benefit)
                    }
            }
        }
        return edit.claim { hunk in
            let facts = current.factsBeforeAndAfter(hunk)
            return hunk.isReplacement && max(hunk.old.count, hunk.new.count) <= 12
                && asks(current.old, hunk.old) != asks(current.new, hunk.new)
                && facts.before.modality == .mustNot && facts.after.modality == .mustNot && facts.after.actor == .reader
        }.map { hunk in
            let isAdded = asks(current.new, hunk.new)
            return Telling(
                kind: isAdded ? .exceptionAdded : .exceptionRemoved, direction: isAdded ? .looser : .stricter,
                reason: "“\(Excerpt.short(current.oldText(hunk)))” became “\(Excerpt.short(current.newText(hunk)))”",
                hunks: [hunk], oldWords: current.oldText(hunk), newWords: current.newText(hunk))
        }
    }

    private static func reworded(_ edit: inout ClauseEdit) -> [Telling] {
        let hunks = edit.claim { _ in true }
        guard let first = hunks.first else { return [] }
        let current = edit
        let isWording = hunks.allSatisfy { SameMeaning.isProven(current, $0) }
        let words = first.old.isEmpty ? edit.newText(first) : edit.oldText(first)
        let new = first.new.isEmpty || first.old.isEmpty ? "" : " became “\(Excerpt.short(edit.newText(first)))”"
        return [
            Telling(
                kind: isWording ? .reworded : kind(current, hunks), direction: isWording ? .neutral : .unclear,
                reason: isWording
                    ? "the words mean the same"
                    : "“\(Excerpt.short(words))”\(new.isEmpty ? (first.old.isEmpty ? " is new" : " is gone") : new)",
                isWeak: true,
                hunks: hunks,
                quantities: isWording ? [] : hunks.flatMap { quantities(current, $0) },
                oldWords: edit.oldWords(first),
                newWords: edit.newWords(first))
        ]
    }

    /// Under which kind words are told of which nobody can say more: by what their statement is about, or by how many things the
    /// words list.
    private static func kind(_ edit: ClauseEdit, _ hunks: [Hunk]) -> ChangeKind {
        guard !edit.vocabulary.lexicon.isUnknown, hunks.count == 1, let hunk = hunks.first, hunk.isReplacement else {
            return .clauseReworded
        }
        let verbs: Traits = [.must, .mustNot, .may, .needNot, .will, .negation, .copula, .exception, .condition]
        guard edit.traits(hunk).isDisjoint(with: verbs) else { return .clauseReworded }
        let (old, new) = (members(edit.old, hunk.old), members(edit.new, hunk.new))
        return new > old ? .scopeWidened : old > new ? .scopeNarrowed : .clauseReworded
    }

    /// How many things a range of words lists.
    private static func members(_ passage: Passage, _ range: Range<Int>) -> Int {
        guard let first = range.first, let last = range.last else { return 0 }
        let commas = (passage.words[first]..<passage.words[last]).count { passage.mark($0) == UInt8(ascii: ",") }
        return 1 + commas + range.count { passage.word($0).traits.contains(.conjunction) }
    }

    /// The quantities of a hunk where only one side has any: what is measured on both sides is told elsewhere.
    private static func quantities(_ edit: ClauseEdit, _ hunk: Hunk) -> [QuantityChange] {
        let old = StatementReading.quantities(edit.old, hunk.old, added: false)
        let new = StatementReading.quantities(edit.new, hunk.new, added: true)
        return old.isEmpty || new.isEmpty ? old + new : []
    }
}

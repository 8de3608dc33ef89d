/// What a statement does: its modality, who acts, and whether it burdens the reader.
struct Facts: Hashable {
    /// Who the statement binds or lets act.
    enum Actor: Hashable {
        case reader, publisher, thirdParty, nobody
    }

    /// What the statement is for the reader.
    enum Effect: Hashable {
        /// A duty, a ban, data use, a cost, a right of the publisher.
        case burden
        /// A right of the reader or a promise to the reader.
        case benefit
        /// Neither can be told.
        case unknown
    }

    var modality: Modality = .none
    var actor: Actor = .nobody
    var effect: Effect = .unknown
    /// Everything its words do, taken together.
    var traits: Traits = []
    /// The words that carry the modality, as they stand.
    var modalWords: Range<Int> = 0..<0
    /// Whether it is a command, without a modal.
    var isCommand = false
    /// Whether it says that something does not apply.
    var isExemption = false
    /// Whether it only leads the reader to more of the text, or to somebody to ask.
    var isPointer = false
    /// Whether it says what may be done to the reader, or to what is the reader's: "your account may be suspended".
    var isSuffered = false
    /// What its words do up to an exception or condition that follows: what the statement is about.
    var topic: Traits = []

    /// Reads the statement that a range of a passage's words makes.
    ///
    /// A condition in front ("If you do not log in, …") does not give the modality; the verb nearest behind the modal gives the
    /// effect, and the nearest subject before it the actor.
    init(_ passage: Passage, _ range: Range<Int>) {
        traits = passage.traits(range)
        guard !range.isEmpty else { return }
        let main = Self.mainPart(passage, range)
        if let found = Self.modal(passage, main) ?? Self.modal(passage, range),
            !Self.isOfException(passage, main, found.words)
        {
            modality = found.modality
            modalWords = found.words
            actor = Self.actor(passage, range, before: found.words.lowerBound, main)
            if actor == .nobody, modality == .must || modality == .may || modality == .needNot,
                Self.isAddressed(passage, found.words.lowerBound..<min(found.words.upperBound + 5, range.upperBound))
            {
                actor = .reader
            }
            if actor == .reader, modality == .may || modality == .will,
                Self.isAnother(passage, range, before: found.words.lowerBound)
            {
                actor = .thirdParty
            }
        } else if Self.isImperative(passage, main) {
            // "Do not hide the label": the negation stands behind the verb that carries it.
            let isDenied = main.prefix(2).contains { passage.word($0).traits.contains(.negation) }
            modality = isDenied ? .mustNot : .must
            actor = .reader
            isCommand = true
            modalWords = main.lowerBound..<main.lowerBound
        } else {
            actor =
                Self.firstSubject(passage, main)
                ?? Self.actor(passage, range, before: min(main.lowerBound + 4, range.upperBound), main)
        }
        if actor == .publisher, isPassive(passage, range), !passage.traits(range).contains(.publisher) {
            // "Ads may not be placed …": what is done to a thing is done by nobody who is named.
            actor = .nobody
        }
        readWord(ofPublisher: passage, main)
        readUse(ofData: passage, main)
        topic = Self.topic(passage, range, modalWords)
        isPointer = Self.isPointer(self, passage, range)
        effect = Self.effect(self, passage, range, main)
        isSuffered =
            effect == .burden && (modality == .may || modality == .will) && (actor == .reader || actor == .nobody)
            && isPassive(passage, range)
        // "This section does not apply to …": before any modal, a negation that is part of an exception.
        isExemption = main.prefix { modalWords.isEmpty || $0 < modalWords.lowerBound }.contains {
            passage.word($0).traits.isSuperset(of: [.exception, .negation])
        }
    }

    /// A statement nothing is known of.
    init() {}

    /// Reads "we do not allow …" as a ban on the reader, and "we allow you to …" as a permission: the publisher says it, the
    /// reader is bound.
    private mutating func readWord(ofPublisher passage: Passage, _ range: Range<Int>) {
        guard let place = range.first(where: { !passage.word($0).traits.isDisjoint(with: [.ban, .grant]) }) else {
            return
        }
        // "The tool allows you to make addresses that will forward your mail": what comes first counts.
        let isGrantFirst = passage.word(place).traits.contains(.grant) && place < modalWords.lowerBound
        guard actor != .reader || modality == .none || isGrantFirst || isCommand else { return }
        // "… where this is allowed": a condition or a description says only when something else holds.
        let leading = passage.traits(range.lowerBound..<place)
        guard leading.isDisjoint(with: [.condition, .exception, .relative]) else { return }
        var end = place
        while end < range.upperBound, !passage.word(end).traits.isDisjoint(with: [.ban, .grant]) { end += 1 }
        // What others are not allowed to do is a promise to the reader.
        let object = end..<min(end + 3, range.upperBound)
        if passage.traits(object).contains(.thirdParty) { return }
        // "The law prohibits …" says nothing of the publisher's own word, and an earlier modal says more, as does the one for which
        // a ban is only the purpose: "To prohibit abuse, we may …".
        if !modalWords.isEmpty, modalWords.upperBound < place { return }
        if actor == .publisher, modality == .may || modality == .will, place < modalWords.lowerBound,
            place - range.lowerBound <= 3, passage.word(range.lowerBound).traits.isDisjoint(with: [.publisher, .ban])
        {
            return
        }
        // "No pets are allowed" is a ban, "Only guests are allowed" is one in part.
        let isGrant = passage.word(place).traits.contains(.grant)
        if isGrant, leading.contains(.only) { return }
        let isBan = !isGrant || leading.contains(.negation)
        modality = isBan ? .mustNot : .may
        actor = .reader
        modalWords = place..<end
        isCommand = false
    }

    /// Reads "your data is never sold" and "the data is used only to …" as promises: nobody but the publisher could do so.
    private mutating func readUse(ofData passage: Passage, _ main: Range<Int>) {
        guard actor == .nobody || actor == .reader,
            let copula = main.prefix(14).first(where: { passage.word($0).traits.contains(.copula) }),
            copula > main.lowerBound,
            modalWords.isEmpty || modalWords.lowerBound > copula || modality == .will
                || (modality == .mustNot && modalWords.lowerBound + 2 >= copula)
        else { return }
        let subject = passage.traits(main.lowerBound..<copula)
        let behind = (copula + 1)..<min(copula + 5, main.upperBound)
        let said = max(main.lowerBound, copula - 2)..<behind.upperBound
        guard !behind.isEmpty, subject.contains(.personalData), passage.traits(behind).contains(.burden),
            !passage.traits(said).isDisjoint(with: [.negation, .only]),
            passage.traits(said).isDisjoint(with: [.may, .must])
        else { return }
        actor = .publisher
        modality = .mustNot
        modalWords = copula..<(copula + 1)
    }

    /// Whether the verb behind the modal is passive: "may be shared", and where it stands last: "kann gesperrt werden".
    private func isPassive(_ passage: Passage, _ range: Range<Int>) -> Bool {
        let rest = modalWords.upperBound..<max(range.upperBound, modalWords.upperBound)
        let behind = modalWords.isEmpty || rest.isEmpty ? range : rest
        // "May be able to pay" is no passive.
        return behind.prefix(2).contains { place in
            passage.word(place).traits.contains(.copula)
                && !(place + 1 < range.upperBound && passage.word(place + 1).traits.contains(.may))
        }
            || behind.last.map { passage.word($0).traits.contains(.copula) } == true
    }

    // MARK: Parts

    /// The part behind a condition that leads the sentence.
    private static func mainPart(_ passage: Passage, _ range: Range<Int>) -> Range<Int> {
        guard let first = range.first,
            passage.word(first).traits.contains(.condition) || passage.word(first).traits.contains(.exception)
        else { return range }
        // The first comma, outside brackets, behind which a subject or a command stands ends the condition.
        var depth = 0
        for place in range.dropLast() {
            var mark = passage.words[place] + 1
            var comma = false
            while mark < passage.words[place + 1] {
                switch passage.mark(mark) {
                case UInt8(ascii: "("): depth += 1
                case UInt8(ascii: ")"): depth -= 1
                case UInt8(ascii: ","): comma = depth <= 0
                default: break
                }
                mark += 1
            }
            let next = passage.word(place + 1)
            let begins: Traits = [.reader, .publisher, .thirdParty, .possessive, .imperative, .filler]
            if comma, place > range.lowerBound, next.isName || !next.traits.isDisjoint(with: begins) {
                return (place + 1)..<range.upperBound
            }
        }
        return range
    }

    /// Whether a modal stands in an exception behind a statement that says all without it.
    ///
    /// "The data is encrypted, except when we are required to read it" demands nothing.
    private static func isOfException(_ passage: Passage, _ main: Range<Int>, _ modal: Range<Int>) -> Bool {
        guard
            let turn = main.dropFirst(3).first(where: {
                passage.word($0).traits.contains(.exception) && passage.word($0).traits.isDisjoint(with: .negation)
            }), turn < modal.lowerBound
        else { return false }
        return passage.traits(main.lowerBound..<turn).contains(.copula)
    }

    private static func isImperative(_ passage: Passage, _ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        return passage.word(first).traits.contains(.imperative)
    }

    private static func actor(_ passage: Passage, _ range: Range<Int>, before place: Int, _ main: Range<Int>) -> Actor {
        let start = place > main.lowerBound ? main.lowerBound : range.lowerBound
        for candidate in (start..<max(min(place + 1, range.upperBound), start)).reversed() {
            let word = passage.word(candidate)
            // "It is your responsibility to …"
            if candidate == place, word.traits.isSuperset(of: [.possessive, .reader, .must]) { return .reader }
            if word.traits.contains(.possessive) { continue }
            if candidate == place, word.traits.isDisjoint(with: [.reader, .publisher]) { continue }
            if word.traits.contains(.publisher) { return .publisher }
            if word.traits.contains(.thirdParty) { return .thirdParty }
            if word.traits.contains(.reader) {
                // "Nous vous verserons …": whom it is done to stands between who does it and the verb.
                let isObject =
                    candidate > start && passage.word(candidate - 1).traits.contains(.publisher)
                    && passage.word(candidate - 1).traits.isDisjoint(with: [.possessive, .reader])
                    && passage.word(candidate - 1).kind == .word && !passage.word(candidate - 1).isName
                return isObject ? .publisher : .reader
            }
            if word.isName, isSubject(passage, candidate, range) { return .publisher }
        }
        // The first word of a sentence is capital anyway: a name there is told by its being no known word.
        if let first = main.first, place > first, passage.word(first).traits.isEmpty, passage.word(first).kind == .word,
            main.count > 3, place - first <= 2,
            // "Dogs must not …": what has to be is rarely said of the publisher.
            passage.word(place).traits.isDisjoint(with: [.must, .mustNot])
        {
            return .publisher
        }
        return .nobody
    }

    /// Whether the subject in front of a modal is somebody beside the reader: "Advertisers may learn what you like".
    private static func isAnother(_ passage: Passage, _ range: Range<Int>, before place: Int) -> Bool {
        func isReader(_ index: Int) -> Bool { passage.word(index).traits.contains(.reader) }
        func isPronoun(_ index: Int) -> Bool {
            !passage.word(index).traits.isDisjoint(with: [.filler, .address, .possessive])
        }
        guard
            let subject = (range.lowerBound..<max(place, range.lowerBound)).last(where: {
                isReader($0) && !passage.word($0).traits.contains(.possessive)
            }), !isPronoun(subject)
        else { return false }
        return range.contains { $0 != subject && isReader($0) && isPronoun($0) }
    }

    /// Whether the reader stands right behind a modal that nobody stands in front of: "es obliegt dem Kunden", "il vous appartient".
    private static func isAddressed(_ passage: Passage, _ range: Range<Int>) -> Bool {
        range.contains {
            passage.word($0).traits.contains(.reader)
                && passage.word($0).traits.isDisjoint(with: [.possessive, .publisher, .thirdParty])
        }
    }

    /// Whether a name can be who acts: not behind a preposition ("in the Order Form"), nor one of many ("some Services").
    private static func isSubject(_ passage: Passage, _ place: Int, _ range: Range<Int>) -> Bool {
        var first = place
        while first > range.lowerBound, passage.word(first - 1).isName { first -= 1 }
        guard first > range.lowerBound else { return true }
        let before = passage.word(first - 1).traits
        if !before.isDisjoint(with: [.restrictor, .possessive, .detail]) { return false }
        return !before.contains(.filler) || first - 1 == range.lowerBound
            || !passage.word(first - 2).traits.contains(.detail)
    }

    /// Who stands first in a statement without a modal: what follows is what is done to others.
    private static func firstSubject(_ passage: Passage, _ main: Range<Int>) -> Actor? {
        for place in main.prefix(4) {
            let traits = passage.word(place).traits
            if traits.contains(.possessive) { continue }
            if traits.contains(.publisher) { return .publisher }
            if traits.contains(.thirdParty) { return .thirdParty }
            if traits.contains(.reader) { return .reader }
        }
        return nil
    }

    /// The traits of a statement up to the exception or condition that follows what it says.
    ///
    /// "We will let you know, unless it exposes us to liability" is not about liability.
    private static func topic(_ passage: Passage, _ range: Range<Int>, _ modal: Range<Int>) -> Traits {
        guard !modal.isEmpty else { return passage.traits(range) }
        let end = range.first { place in
            place > modal.upperBound + 2
                && !passage.word(place).traits.isDisjoint(with: [.exception, .condition])
                && passage.traits(modal.upperBound..<place).contains(.benefit)
        }
        return passage.traits(range.lowerBound..<(end ?? range.upperBound))
    }

    /// Whether a statement demands nothing but says where to read or whom to ask: a command, or a possibility, to do so.
    private static func isPointer(_ facts: Facts, _ passage: Passage, _ range: Range<Int>) -> Bool {
        let binding: Traits = [.must, .mustNot, .needNot, .exception, .liability]
        guard range.count <= 60, !range.contains(where: { passage.word($0).kind == .quantity }) else { return false }
        let others = facts.isCommand ? range : facts.modalWords.lowerBound..<facts.modalWords.lowerBound
        if !others.isEmpty, !passage.traits(others).isDisjoint(with: binding) { return false }
        switch (facts.actor, facts.modality, facts.isCommand) {
        case (.reader, _, true), (_, .none, false):
            return range.prefix(20).contains { passage.word($0).traits.contains(.pointer) }
                && passage.traits(range).isDisjoint(with: binding.union([.may, .will]))
                && (facts.isCommand
                    || range.prefix(leads(passage, range) ? 20 : 3).contains {
                        passage.word($0).traits.contains(.pointer)
                    })
        case (.reader, .may, false):
            // "You can find more information here"
            return facts.modalWords.upperBound < range.upperBound
                && (facts.modalWords.upperBound..<min(facts.modalWords.upperBound + 3, range.upperBound)).contains {
                    passage.word($0).traits.contains(.pointer)
                } && passage.traits(range).isDisjoint(with: binding)
        default: return false
        }
    }

    /// Whether a pointer stands right behind a comma that ends what it is for: "For any other concern, see …".
    private static func leads(_ passage: Passage, _ range: Range<Int>) -> Bool {
        guard passage.word(range.lowerBound).traits.isSuperset(of: [.filler]),
            passage.word(range.lowerBound).traits.isDisjoint(with: [.reader, .publisher, .copula]),
            let pointer = range.prefix(20).first(where: { passage.word($0).traits.contains(.pointer) })
        else { return false }
        return ((pointer - 3)..<pointer).contains { place in
            place >= range.lowerBound
                && (passage.words[place]..<passage.words[place + 1]).contains {
                    passage.mark($0) == UInt8(ascii: ",")
                }
        }
    }

    // MARK: Effect

    /// Whether a negation stands among the first words of a statement without a modal, where its verb is.
    private static func isNegated(_ passage: Passage, _ range: Range<Int>) -> Bool {
        range.prefix(14).contains {
            passage.word($0).traits.contains(.negation) && !passage.word($0).traits.contains(.exception)
        }
    }

    /// Whether a verb burdens: not where a phrase with it helps ("send you a receipt"), unless what is sent burdens
    /// ("send you advertising").
    private static func isBurden(_ passage: Passage, _ verb: Int, _ verbs: Range<Int>) -> Bool {
        let traits = passage.word(verb).traits
        if traits.contains(.liability) { return true }
        guard !traits.isDisjoint(with: [.burden, .cost]) else { return false }
        guard traits.contains(.benefit) else { return true }
        let object = (verb + 1)..<max(verb + 1, min(verb + 5, verbs.upperBound))
        return object.contains {
            passage.word($0).traits.contains(.burden) && passage.word($0).traits.isDisjoint(with: .benefit)
        }
    }

    /// Whether a word says that somebody is liable, and not that nobody is: "are liable", but neither "as is" nor "not liable".
    private static func isOwed(_ passage: Passage, _ place: Int, _ verbs: Range<Int>) -> Bool {
        guard passage.word(place).traits.contains(.liability) else { return false }
        let before = passage.traits(max(0, verbs.lowerBound - 1, place - 3)..<place)
        // "Wir haften …": a verb that needs no "are".
        let isVerb = passage.word(place).traits.contains(.benefit)
        return before.contains(.copula) || isVerb
            ? before.isDisjoint(with: [.negation, .liability]) && passage.word(place).traits.isDisjoint(with: .negation)
            : false
    }

    private static func effect(_ facts: Facts, _ passage: Passage, _ range: Range<Int>, _ main: Range<Int>) -> Effect {
        let rest = facts.modalWords.upperBound..<range.upperBound
        let behind = facts.modalWords.isEmpty ? main : rest.isEmpty ? range : rest
        let isPassive = facts.isPassive(passage, range)
        // A verb in the future tense is its own modal: "avisaremos", "nous informerons".
        let isOwn = facts.modality == .will && !passage.traits(facts.modalWords).isDisjoint(with: [.burden, .benefit])
        let verbs = isOwn ? facts.modalWords.lowerBound..<behind.upperBound : behind
        let verb = verbs.prefix(7).first {
            !passage.word($0).traits.isDisjoint(with: [.burden, .benefit, .cost, .liability])
        }
        let burdens = verb.map { isBurden(passage, $0, verbs) } ?? false
        // "We are liable for …", without a limit: what the publisher owes.
        let owes =
            verb.map { isOwed(passage, $0, verbs) } ?? false
            && passage.traits(range).isDisjoint(with: [.only, .ceiling, .exception])
        let benefits = verb.map { passage.word($0).traits.contains(.benefit) } ?? false && !burdens
        switch (facts.actor, facts.modality) {
        case (.reader, .must) where isPassive && benefits:
            // "You must be told the reason."
            return .benefit
        case (.reader, .must), (.reader, .mustNot):
            // "you will not be charged"
            let modal = facts.modalWords.lowerBound..<min(facts.modalWords.upperBound + 1, range.upperBound)
            if facts.modality == .mustNot, isPassive, passage.traits(modal).contains(.negation),
                behind.prefix(4).contains(where: { !passage.word($0).traits.isDisjoint(with: [.burden, .cost]) }),
                behind.prefix(4).allSatisfy({ passage.word($0).traits.isDisjoint(with: [.may, .must]) })
            {
                return .benefit
            }
            return .burden
        case (.reader, .needNot):
            return .benefit
        case (.reader, .may):
            // "Only members may book", "You may only book": what is left of a permission.
            let before = range.lowerBound..<max(range.lowerBound, facts.modalWords.lowerBound)
            if passage.traits(before).contains(.only) { return .burden }
            if behind.prefix(2).contains(where: { passage.word($0).traits.contains(.only) }) { return .burden }
            return isPassive && burdens ? .burden : .benefit
        case (.reader, .will):
            // "You will be entitled to …", "you will receive …"
            let isGain =
                passage.traits(facts.modalWords).contains(.benefit)
                || behind.prefix(3).contains { passage.word($0).traits.contains(.may) }
            return isGain || benefits && isPassive ? .benefit : .burden
        case (.publisher, .may):
            return benefits ? .unknown : .burden
        case (.publisher, .must), (.publisher, .will):
            // "Nous sommes responsables des …": the duty itself is the liability.
            if owes || passage.traits(facts.modalWords).contains(.liability) { return .benefit }
            return burdens ? .burden : benefits ? .benefit : facts.topic.contains(.liability) ? .burden : .unknown
        case (.publisher, .mustNot) where isPassive && !passage.traits(range).contains(.personalData):
            // "The service cannot be cancelled" binds who uses it.
            return .burden
        case (.publisher, .mustNot), (.publisher, .needNot):
            return benefits || facts.topic.contains(.liability) ? .burden : .benefit
        case (.publisher, .none):
            let negated = isNegated(passage, range)
            if let verb, passage.word(verb).traits.contains(.liability) {
                return owes && !negated ? .benefit : .burden
            }
            if burdens { return negated ? .benefit : .burden }
            if benefits { return negated ? .burden : .benefit }
            return facts.traits.contains(.personalData) ? (negated ? .benefit : .burden) : .unknown
        case (.thirdParty, let modality):
            // What others do with the reader's data, though not what they may have to do.
            guard burdens, facts.traits.contains(.personalData), modality != .must, modality != .needNot else {
                return .unknown
            }
            let negated = modality == .mustNot || (modality == .none && isNegated(passage, range))
            return negated ? .benefit : .burden
        case (_, _):
            if facts.topic.contains(.liability) || facts.topic.contains(.dispute) { return .burden }
            if facts.modality == .mustNot { return .burden }
            // "Offences may lead to a suspension", "advertisements may only be shown in Japan"
            if facts.modality == .may || facts.modality == .will,
                passage.traits(behind).contains(.enforcement) && !passage.traits(behind).contains(.negation)
            {
                return .burden
            }
            if facts.modality == .may, behind.prefix(2).contains(where: { passage.word($0).traits.contains(.only) }) {
                return .burden
            }
            // What "must be done" the reader must do, unless it helps the reader.
            if facts.modality == .must, facts.actor == .nobody { return benefits && isPassive ? .benefit : .burden }
            let negated = facts.modality == .none && isNegated(passage, range)
            // "The price is not refunded": what is paid back helps the reader, whoever pays.
            if facts.modality == .none || facts.modality == .will,
                range.contains(where: { passage.word($0).traits.isSuperset(of: [.compensation, .benefit]) })
            {
                return negated ? .burden : .benefit
            }
            if burdens, facts.traits.contains(.personalData) { return negated ? .benefit : .burden }
            // "The data is encrypted": what is done for the reader helps, whoever does it.
            if isPassive, benefits, facts.modality == .none { return negated ? .burden : .benefit }
            // "Your account may be suspended": who does it goes without saying.
            if isPassive, burdens, facts.modality == .may || facts.modality == .will {
                return .burden
            }
            if facts.modality == .none, facts.traits.contains(.cost) {
                return negated ? .benefit : .burden
            }
            return .unknown
        }
    }
}

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
    /// Whether the publisher says that it does only so much: said anew it helps, though what it does burdens.
    var limitsItself = false
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
            if actor == .reader, modality == .may, Self.saysBefore(passage, main, modalWords.lowerBound) {
                (modality, modalWords, actor) = (.none, 0..<0, .publisher)
            }
            // "Right to object": a right that is listed is the reader's.
            if actor == .nobody, modality == .may, found.words.lowerBound == range.lowerBound,
                Self.isNoun(passage, range.lowerBound, range)
            {
                actor = .reader
            }
            if actor == .nobody, modality == .must || modality == .may || modality == .needNot,
                Self.isAddressed(passage, found.words.lowerBound..<min(found.words.upperBound + 5, range.upperBound))
            {
                actor = .reader
            }
            // "There are ways to opt out": only the reader does.
            if actor == .nobody, modality == .may, passage.traits(modalWords).contains(.window) { actor = .reader }
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
                Self.firstSubject(passage, main) ?? Self.firstName(passage, main)
                ?? Self.actor(passage, range, before: min(main.lowerBound + 4, range.upperBound), main)
        }
        if actor == .publisher, isPassive(passage, range), !passage.traits(range).contains(.publisher) {
            // "Ads may not be placed …": what is done to a thing is done by nobody who is named.
            actor = .nobody
        }
        readWord(ofPublisher: passage, main)
        readUse(ofData: passage, main)
        topic = Self.topic(passage, range, modalWords)
        isPointer = Self.isPointer(self, passage, range, main)
        effect = Self.effect(self, passage, range, main)
        if effect == .unknown, actor == .publisher, modality != .none, !traits.contains(.publisher) {
            // A name that is taken for the publisher may be a thing: "Violations will lead to a suspension".
            var nobody = self
            nobody.actor = .nobody
            effect = Self.effect(nobody, passage, range, main)
        }
        limitsItself = Self.limitsItself(self, passage, main)
        isSuffered =
            effect == .burden && (modality == .may || modality == .will) && (actor == .reader || actor == .nobody)
            && isPassive(passage, range)
        // "This section does not apply to …": before any modal, a negation that is part of an exception.
        // The verb may stand right behind a noun that could be a modal: "the guarantee does not apply".
        isExemption = main.prefix { modalWords.isEmpty || $0 <= modalWords.upperBound + 1 }.contains {
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
    func isPassive(_ passage: Passage, _ range: Range<Int>) -> Bool {
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

    /// Whether the publisher is said to do something long before a modal: "we keep the records while you may contest the bill".
    private static func saysBefore(_ passage: Passage, _ main: Range<Int>, _ modal: Int) -> Bool {
        guard let first = main.first, modal - first > 12, passage.word(first).traits.contains(.publisher),
            passage.word(first).traits.isDisjoint(with: .possessive)
        else { return false }
        return !passage.traits((first + 1)..<(first + 3)).isDisjoint(with: [.burden, .benefit, .retention])
            && passage.traits((first + 1)..<(first + 3)).isDisjoint(with: .grant)
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
        let end = beforeAside(passage, start..<max(place, start)) ?? min(place + 1, range.upperBound)
        for candidate in (start..<max(end, start)).reversed() {
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

    /// Where a condition begins that stands between commas right in front of a verb: "It may name you or, if you log in, may …".
    ///
    /// Nil where none stands there: then the nearest subject in front of the verb is its own.
    private static func beforeAside(_ passage: Passage, _ range: Range<Int>) -> Int? {
        guard range.count > 2, passage.follows(",", range.upperBound),
            let aside = range.dropFirst().last(where: { passage.follows(",", $0) }),
            !passage.word(aside).traits.isDisjoint(with: [.condition, .exception])
        else { return nil }
        return aside
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
        // "May identify you": whom a verb acts on is not who may.
        let verbs: Traits = [.burden, .benefit, .cost]
        return range.prefix { passage.word($0).traits.isDisjoint(with: verbs) || $0 == range.lowerBound }.contains {
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
}

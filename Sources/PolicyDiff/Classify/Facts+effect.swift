internal import PolicyModel

extension Facts {
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

    /// Whether a permission holds in one case alone: "may use it only with a parent".
    private static func leavesOnly(_ passage: Passage, _ behind: Range<Int>) -> Bool {
        behind.dropLast().contains { place in
            passage.word(place).traits.contains(.only)
                && !passage.word(place + 1).traits.isDisjoint(with: [.detail, .condition, .filler])
                && passage.word(place + 1).traits.isDisjoint(with: [.possessive, .conjunction])
        }
    }

    /// Whether what may be done to the reader is to be allowed something: "you may be entitled to …".
    private static func isAllowed(_ passage: Passage, _ behind: Range<Int>) -> Bool {
        behind.prefix(4).contains { passage.word($0).traits.contains(.may) }
    }

    /// Whether the reader is said to get something (true), or not to get it (false): "members are provided with lamps".
    ///
    /// Nil where nothing of the sort is said.
    private static func gains(_ passage: Passage, _ main: Range<Int>) -> Bool? {
        func isGiven(_ place: Int) -> Bool {
            let next = (place + 1)..<max(place + 1, min(place + 3, main.upperBound))
            return passage.word(place).traits.contains(.copula)
                && next.contains { passage.word($0).traits.contains(.benefit) }
        }
        let verb = main.prefix(16).first { place in
            isGiven(place) || passage.word(place).traits.isSuperset(of: [.benefit, .burden])
        }
        guard let verb else { return nil }
        return !(max(main.lowerBound, verb - 3)..<min(verb + 3, main.upperBound)).contains {
            passage.word($0).traits.contains(.negation)
        }
    }

    /// Whether a statement says from which age on somebody may use what is offered.
    private static func isForAge(_ facts: Facts, _ passage: Passage, _ range: Range<Int>) -> Bool {
        facts.traits.contains(.age) && facts.traits.isDisjoint(with: [.personalData, .benefit, .must, .exception])
            && range.contains { passage.word($0).kind == .quantity }
    }

    /// Whether what is done is done to the reader or to what is the reader's: "may see your profile".
    private static func isOfReader(_ passage: Passage, _ behind: Range<Int>) -> Bool {
        behind.prefix(10).contains { passage.word($0).traits.contains(.reader) }
    }

    /// Whether the publisher says that it does only so much: "we only use your data to …", "we share it solely with …".
    static func limitsItself(_ facts: Facts, _ passage: Passage, _ main: Range<Int>) -> Bool {
        guard facts.actor == .publisher, facts.effect == .burden, facts.modality != .mustNot,
            let verb = main.prefix(10).first(where: { passage.word($0).traits.contains(.burden) })
        else { return false }
        return (max(main.lowerBound, verb - 2)..<verb).contains { passage.word($0).traits.contains(.only) }
    }

    /// What a statement is for the reader, by who acts, how it binds, and the verb nearest behind the modal.
    static func effect(_ facts: Facts, _ passage: Passage, _ range: Range<Int>, _ main: Range<Int>) -> Effect {
        let rest = facts.modalWords.upperBound..<range.upperBound
        // A lead-in ("Where the law applies, we will:") leaves to its items what is done.
        let behind = facts.modalWords.isEmpty ? main : rest.isEmpty ? main : rest
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
            && passage.traits(range.lowerBound..<min((verb ?? range.upperBound) + 1, range.upperBound)).isDisjoint(
                with: .exception)
            && passage.traits(range).isDisjoint(with: [.only, .ceiling])
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
            if leavesOnly(passage, behind) { return .burden }
            guard isPassive, !rest.isEmpty else { return .benefit }
            // "You may be asked to …" allows nothing.
            return burdens ? .burden : benefits || isAllowed(passage, behind) ? .benefit : .unknown
        case (.reader, .will):
            // "You will be entitled to …", "you will receive …"
            let isGain =
                passage.traits(facts.modalWords).contains(.benefit)
                || behind.prefix(3).contains { passage.word($0).traits.contains(.may) }
            return isGain || benefits && isPassive ? .benefit : .burden
        case (.publisher, .may):
            // "We may offer you a gift": what is given helps, even where it need not be given; data that is given does not.
            guard benefits else { return .burden }
            return facts.traits.isDisjoint(with: [.personalData, .liability, .exception, .thirdParty])
                ? .benefit : .unknown
        case (.reader, .none) where facts.topic.contains(.liability) && isNegated(passage, main):
            // "You are not responsible for …"
            return .benefit
        case (.reader, .none) where gains(passage, main) != nil:
            return gains(passage, main) == true ? .benefit : .burden
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
            if facts.traits.contains(.personalData) { return negated ? .benefit : .burden }
            return isForAge(facts, passage, range) ? .burden : .unknown
        case (.thirdParty, let modality):
            // What others do with what is the reader's, though not what they may have to do.
            if let verb, passage.word(verb).traits.contains(.liability) {
                return modality == .mustNot || modality == .none && isNegated(passage, range) ? .burden : .unknown
            }
            guard burdens, facts.traits.contains(.personalData) || isOfReader(passage, behind), modality != .must,
                modality != .needNot
            else {
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
            let isStated =
                facts.modality == .will || range.count <= 6
                || !passage.traits(range).isDisjoint(with: [.copula, .negation])
            if isStated, facts.modality == .none || facts.modality == .will,
                range.contains(where: { passage.word($0).traits.isSuperset(of: [.compensation, .benefit]) })
            {
                return negated ? .burden : .benefit
            }
            if burdens, facts.traits.contains(.personalData) || !isPassive && isOfReader(passage, behind) {
                return negated ? .benefit : .burden
            }
            if facts.modality == .none, isForAge(facts, passage, range) { return .burden }
            // "The data is encrypted": what is done for the reader helps, whoever does it.
            if isPassive, benefits, facts.modality == .none { return negated ? .burden : .benefit }
            // "Your account may be suspended": who does it goes without saying.
            if isPassive, burdens, facts.modality == .may || facts.modality == .will {
                return .burden
            }
            if facts.modality == .none, facts.actor == .nobody, facts.traits.contains(.cost) {
                return negated ? .benefit : .burden
            }
            return .unknown
        }
    }
}

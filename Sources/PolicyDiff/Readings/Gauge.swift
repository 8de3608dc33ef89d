/// What a quantity measures, and so whose gain it is when it grows.
enum Gauge {
    case cost, compensation, age, retention, use, notice, readerWindow, leadTime, publisherDeadline, inactivity,
        penalty, ceiling, floor, protectedAge, unknown

    /// Tells by the nearest word that says so, in the statement around the quantity.
    static func of(_ edit: ClauseEdit, _ place: Int, isDuration: Bool) -> Gauge {
        let passage = edit.new
        let range = passage.sentence(at: place)
        let facts = edit.newContext.completed(Facts(passage, range))
        let token = passage.word(place)
        if isDuration, isBefore(edit, place, range), facts.actor != .publisher, !facts.traits.contains(.notice),
            facts.actor == .reader || facts.traits.contains(.window)
        {
            return .leadTime
        }
        // "You may end the lease with one month's notice": a notice that the reader has to give.
        if isDuration, facts.actor == .reader, !facts.isSuffered, [.may, .must].contains(facts.modality),
            facts.modalWords.upperBound <= place, isNotice(passage, place, range)
        {
            return .leadTime
        }
        // "You may keep the lamp for up to 3 days"
        if isDuration, facts.actor == .reader, facts.modality == .may, facts.effect == .benefit,
            facts.modalWords.upperBound <= place,
            passage.traits(max(range.lowerBound, place - 3)..<min(place + 4, range.upperBound)).contains(.ceiling)
        {
            return .ceiling
        }
        if isDuration, isWithin(passage, place, range), let deadline = deadline(passage, place, range, facts) {
            return deadline
        }
        if isDuration, facts.actor != .reader || facts.isSuffered, isKept(passage, place, range) { return .retention }
        if isDuration, facts.actor == .publisher, facts.effect == .burden, facts.modalWords.upperBound <= place,
            passage.traits(max(range.lowerBound, place - 3)..<place).contains(.ceiling)
        {
            return .use
        }
        // "Log data: at most 30 days"
        if isDuration, facts.actor == .nobody, facts.modality == .none, facts.traits.contains(.personalData),
            passage.traits(max(range.lowerBound, place - 2)..<place).contains(.ceiling)
        {
            return .retention
        }
        var nearest: (distance: Int, measure: Gauge)?
        for index in range {
            let traits = passage.word(index).traits
            let distance = abs(index - place)
            guard let measure = measure(of: traits, isDuration: isDuration), index != place || measure == .age else {
                continue
            }
            if nearest == nil || distance < (nearest?.distance ?? 0) { nearest = (distance, measure) }
        }
        // "We do not sell the data of anyone under 16": the promise grows with the age.
        if case .age? = nearest?.measure, facts.actor == .publisher, facts.effect == .benefit {
            return shutsOut(passage, place, beside: range) ? .age : .protectedAge
        }
        let isMoney =
            token.traits.contains(.currency) || passage.written(place..<(place + 1)).contains { "€$£¥₹".contains($0) }
        // "Free delivery on orders over €15": from which amount on an offer holds.
        if isMoney, facts.effect == .benefit || facts.traits.contains(.compensation),
            passage.traits(max(range.lowerBound, place - 3)..<place).contains(.floor)
        {
            return .floor
        }
        if isMoney {
            if facts.traits.contains(.liability) { return liability(passage, range) }
            if case .compensation? = nearest?.measure { return .compensation }
            return .cost
        }
        // "We keep your number for a year after a year without use": it is kept the longer.
        if case .inactivity? = nearest?.measure, facts.traits.isSuperset(of: [.retention, .personalData]),
            facts.actor != .reader || facts.isSuffered, facts.effect == .burden
        {
            return .retention
        }
        if isDuration, let nearest, nearest.distance > 24 {
            return facts.actor == .reader && facts.effect == .burden ? .readerWindow : .unknown
        }
        if let nearest { return nearest.measure }
        guard !isDuration, facts.actor == .reader, facts.modalWords.upperBound <= place else { return .unknown }
        // What the reader may have or do so many of is a ceiling, what the reader has to give or do is a floor.
        switch (facts.modality, facts.effect) {
        case (.may, .benefit): return .ceiling
        case (.must, .burden): return .floor
        default: return .unknown
        }
    }

    /// Whether another sentence speaks to readers of the same age: what the publisher does not do with the data of people whom it does
    /// not let in protects nobody.
    private static func shutsOut(_ passage: Passage, _ place: Int, beside range: Range<Int>) -> Bool {
        let key = passage.word(place).key
        return passage.sentences.contains { sentence in
            sentence != range && sentence.contains { passage.word($0).key == key }
                && sentence.contains {
                    passage.word($0).traits.isSuperset(of: [.reader, .filler])
                        && passage.word($0).traits.isDisjoint(with: .possessive)
                }
        }
    }

    /// Whether a duration ends with an event: "up to 2 hours before departure".
    private static func isBefore(_ edit: ClauseEdit, _ place: Int, _ range: Range<Int>) -> Bool {
        let behind = (place + 1)..<max(place + 1, min(place + 2, range.upperBound))
        return edit.vocabulary.lexicon.details.earlier.stands(in: edit.new, over: behind, edit.vocabulary)
    }

    /// Whether a duration is that of a notice: "one month's notice", "a notice of one month".
    private static func isNotice(_ passage: Passage, _ place: Int, _ range: Range<Int>) -> Bool {
        let around = max(range.lowerBound, place - 4)..<min(place + 4, range.upperBound)
        return around.contains { passage.word($0).traits.contains(.notice) }
    }

    /// Whether a duration is the time in which something has to be done: "within 14 days".
    private static func isWithin(_ passage: Passage, _ place: Int, _ range: Range<Int>) -> Bool {
        (max(range.lowerBound, place - 4)..<place).contains { passage.word($0).traits.contains(.within) }
    }

    /// Whether a verb of keeping stands shortly before a duration, and nothing that measures another time between: "we retain your
    /// details for a period of up to 6 months".
    private static func isKept(_ passage: Passage, _ place: Int, _ range: Range<Int>) -> Bool {
        let before = max(range.lowerBound, place - 12)..<place
        guard let verb = before.last(where: { passage.word($0).traits.contains(.retention) }),
            passage.traits(passage.words.indices).contains(.personalData)
        else { return false }
        return passage.traits((verb + 1)..<max(verb + 1, place)).isDisjoint(with: [
            .inactivity, .penalty, .age, .notice, .must, .may, .will,
        ])
    }

    /// Whose time it is: of the reader who has to act, or of the publisher who promised to; nil where neither is named.
    private static func deadline(_ passage: Passage, _ place: Int, _ range: Range<Int>, _ facts: Facts) -> Gauge? {
        // The nearest subject in front counts: "We refund the price if you cancel within 14 days" is the reader's time.
        for index in (range.lowerBound..<place).reversed() {
            let word = passage.word(index)
            if word.traits.contains(.possessive) { continue }
            // An object of the publisher's verb is no subject: "we will answer you within 30 days".
            let isObject =
                index > range.lowerBound && !passage.word(index - 1).traits.isDisjoint(with: [.benefit, .burden])
            // "All user complaints will be answered": a noun in front of another one is no subject.
            let isSubject =
                !word.traits.isDisjoint(with: [.filler, .address])
                || index + 1 < passage.words.count
                    && !passage.word(index + 1).traits.isDisjoint(with: [
                        .must, .mustNot, .may, .will, .copula, .burden, .benefit, .relative, .filler, .negation,
                        .detail,
                    ])
            if word.traits.contains(.reader), !isObject, isSubject { return .readerWindow }
            if word.traits.contains(.publisher), !isPublisherAsked(passage, index, facts) { return .publisherDeadline }
        }
        let isCompound = !(range.lowerBound..<place).contains {
            passage.word($0).traits.isSuperset(of: [.reader, .filler]) || passage.word($0).traits.contains(.possessive)
        }
        switch facts.actor {
        case .reader where isCompound && facts.modality == .will: return .publisherDeadline
        case .reader: return .readerWindow
        case .publisher: return .publisherDeadline
        // "Orders will be sent within 14 days": who sends them goes without saying.
        case .nobody where facts.modality == .will: return .publisherDeadline
        case .nobody, .thirdParty: return facts.effect == .benefit ? .publisherDeadline : nil
        }
    }

    /// Whether the publisher is the one to whom the reader has to do something: "you must report it to us within 10 days".
    private static func isPublisherAsked(_ passage: Passage, _ index: Int, _ facts: Facts) -> Bool {
        guard facts.actor == .reader, !facts.isSuffered, index >= facts.modalWords.upperBound, index > 0,
            !passage.follows(",", index), !passage.word(index - 1).traits.contains(.conjunction)
        else { return false }
        // "Sie müssen uns Mängel melden": directly behind the modal stands no other subject.
        let modal: Traits = [.must, .mustNot, .may, .will]
        if !passage.word(index - 1).traits.isDisjoint(with: modal) { return true }
        guard index + 1 < passage.words.count else { return true }
        return passage.word(index + 1).traits.isDisjoint(
            with: modal.union([.copula, .burden, .benefit, .compensation, .negation]))
    }

    /// Whose liability it is that an amount limits, by the word in front of it: the reader gains where the publisher owes more.
    private static func liability(_ passage: Passage, _ range: Range<Int>) -> Gauge {
        guard let place = range.first(where: { passage.word($0).traits.contains(.liability) }) else { return .unknown }
        let before = passage.traits(max(range.lowerBound, place - 3)..<place)
        switch (before.contains(.publisher), before.contains(.reader)) {
        case (true, false): return .compensation
        case (false, true): return .cost
        default: return .unknown
        }
    }

    private static func measure(of traits: Traits, isDuration: Bool) -> Gauge? {
        if traits.contains(.age) { return .age }
        if isDuration {
            if traits.contains(.inactivity) { return .inactivity }
            if traits.contains(.notice) { return .notice }
            if traits.contains(.retention) { return .retention }
            if traits.contains(.penalty) { return .penalty }
            if traits.contains(.window) { return .readerWindow }
            return nil
        }
        if traits.contains(.compensation) { return .compensation }
        if traits.contains(.cost) { return .cost }
        if traits.contains(.ceiling) { return .ceiling }
        if traits.contains(.floor) { return .floor }
        return nil
    }

    /// Which way it goes for the reader.
    func direction(isRaised: Bool) -> Direction {
        switch self {
        case .cost, .age, .retention, .use, .penalty, .floor, .publisherDeadline, .leadTime:
            isRaised ? .stricter : .looser
        case .compensation, .notice, .readerWindow, .inactivity, .ceiling, .protectedAge: isRaised ? .looser : .stricter
        case .unknown: .unclear
        }
    }

    /// What led to the direction, for the reason.
    var words: String {
        switch self {
        case .cost: ", a cost"
        case .compensation: ", in the reader's favour"
        case .age: ", an age"
        case .protectedAge: ", an age that is protected"
        case .retention: ", for which data is kept"
        case .use: ", for which it goes on"
        case .notice: ", a notice"
        case .readerWindow: ", the time the reader has"
        case .leadTime: ", the time by which the reader has to act before something"
        case .publisherDeadline: ", the time the publisher takes"
        case .inactivity: ", a time without use"
        case .penalty: ", a penalty"
        case .ceiling: ", an upper limit"
        case .floor: ", a lower limit"
        case .unknown: ""
        }
    }
}

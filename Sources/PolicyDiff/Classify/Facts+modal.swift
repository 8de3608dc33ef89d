extension Facts {
    /// Finds the modality of a statement and the words that carry it: the first modal that is no part of a description, then a duty
    /// in the infinitive, then a negation right behind the reader.
    static func modal(_ passage: Passage, _ range: Range<Int>) -> (modality: Modality, words: Range<Int>)? {
        var found: (modality: Modality, words: Range<Int>)?
        for place in range {
            let traits = passage.word(place).traits
            let modality: Modality
            // "The service may not be available" forbids nothing: it disclaims.
            if traits.isSuperset(of: [.mustNot, .liability]) { continue }
            // "We are not responsible for …" is no duty.
            if traits.isSuperset(of: [.must, .liability]), place > range.lowerBound,
                passage.word(place - 1).traits.contains(.negation)
            {
                continue
            }
            if traits.contains(.mustNot) {
                modality = .mustNot
            } else if traits.contains(.needNot) {
                modality = .needNot
            } else if traits.contains(.must) {
                modality = .must
            } else if traits.contains(.may) {
                modality = .may
            } else if traits.contains(.will) {
                modality = .will
            } else {
                continue
            }
            // "In May" is no modal.
            if passage.word(place).isName, traits.isSuperset(of: [.may, .month]) { continue }
            // "We ban users who …" acts against some, and forbids nothing to all.
            if traits.isSuperset(of: [.mustNot, .enforcement]), isAgainstReaders(passage, range, place) { continue }
            let follows = place + 1 < range.upperBound ? passage.word(place + 1).traits : []
            if modality == .may || modality == .needNot, !follows.contains(.negation), describes(passage, range, place)
            {
                continue
            }
            if modality == .may, isSubject(passage, range, place) { continue }
            let negated = follows.contains(.negation) && !follows.contains(.restrictor)
            // "No venderemos …", "nous ne vendrons plus …": the negation stands in front of a verb that is its own modal.
            if modality == .will, place > range.lowerBound, isDenied(passage, place) {
                found = (.mustNot, (place - 1)..<(place + 1))
                break
            }
            // "We commit to not …"
            if modality == .will, let last = phraseEnd(passage, range, place),
                passage.word(last).traits.contains(.negation)
            {
                found = (.mustNot, place..<(last + 1))
                break
            }
            switch (modality, negated) {
            case (.must, true): found = (traits.contains(.needNot) ? .needNot : .mustNot, place..<(place + 2))
            case (.may, true), (.will, true), (.mustNot, true): found = (.mustNot, place..<(place + 2))
            default: found = (modality, place..<(place + 1))
            }
            break
        }
        if let found {
            if found.modality == .must, let ban = agreedBan(passage, found.words.upperBound..<range.upperBound) {
                return (.mustNot, ban)
            }
            // "Forcing a user to click before they can use the app is prohibited": what is said of the whole comes last.
            if found.modality == .may, let ban = predicate(passage, found.words.upperBound..<range.upperBound) {
                return (.mustNot, ban)
            }
            return found
        }
        if let frame = infinitiveDuty(passage, range) { return (.must, frame) }
        // `you do not …`, `we never …`: a negation right behind a subject.
        for place in range.dropFirst()
        where passage.word(place).traits.contains(.negation) && !passage.word(place).traits.contains(.exception) {
            let before = passage.traits(max(range.lowerBound, place - 2)..<place)
            // "you are not guaranteed to …" states what is, "you do not …" bans.
            if passage.word(place - 1).traits.contains(.copula) { continue }
            if before.contains(.reader), !before.contains(.possessive) { return (.mustNot, place..<(place + 1)) }
        }
        return nil
    }

    /// Whether a modal is a noun with its infinitive: "right to", "option to".
    static func isNoun(_ passage: Passage, _ place: Int, _ range: Range<Int>) -> Bool {
        place >= range.lowerBound && place + 1 < range.upperBound
            && passage.word(place + 1).traits.isSuperset(of: [.may, .filler])
    }

    /// Whether a plain negation stands right in front of a verb in the future tense.
    private static func isDenied(_ passage: Passage, _ place: Int) -> Bool {
        let before = passage.word(place - 1).traits
        let own: Traits = [.exception, .condition, .must, .mustNot, .may, .will, .benefit, .liability]
        return before.contains(.negation) && before.isDisjoint(with: own)
    }

    /// The word behind a "to" that goes with the word at a place: "commit to …"; nil where none does.
    private static func phraseEnd(_ passage: Passage, _ range: Range<Int>, _ place: Int) -> Int? {
        guard place + 2 < range.upperBound, passage.word(place + 1).traits.isSuperset(of: [.will, .filler]) else {
            return nil
        }
        return place + 2
    }

    /// Whether users are what a verb of banning acts on, and not what they do: "bans users who cheat", but "bans users from selling".
    private static func isAgainstReaders(_ passage: Passage, _ range: Range<Int>, _ place: Int) -> Bool {
        let behind = (place + 1)..<max(place + 1, min(place + 3, range.upperBound))
        guard let reader = behind.first(where: { passage.word($0).traits.contains(.reader) }) else { return false }
        return reader + 1 >= range.upperBound || passage.word(reader + 1).traits.isDisjoint(with: .detail)
    }

    /// Whether a right is what a statement is about, which goes on to bind: "The right to appeal must be named".
    private static func isSubject(_ passage: Passage, _ range: Range<Int>, _ place: Int) -> Bool {
        guard place <= range.lowerBound + 2, isNoun(passage, place, range) || isNoun(passage, place - 1, range) else {
            return false
        }
        return range.contains {
            $0 > place + 1 && passage.word($0).traits.contains(.must) && passage.word($0).traits.isDisjoint(with: .may)
        }
    }

    /// What the reader agrees not to do: "you agree that you will not …" bans, though it begins like a duty.
    private static func agreedBan(_ passage: Passage, _ range: Range<Int>) -> Range<Int>? {
        let between: Traits = [.reader, .filler, .relative, .must]
        for place in range.prefix(5) {
            let traits = passage.word(place).traits
            let isDenied = place + 1 < range.upperBound && passage.word(place + 1).traits.contains(.negation)
            if traits.contains(.mustNot) { return place..<(place + 1) }
            if !traits.isDisjoint(with: [.will, .may]) { return isDenied ? place..<(place + 2) : nil }
            if traits.isDisjoint(with: between) || !traits.isDisjoint(with: [.condition, .exception]) { return nil }
        }
        return nil
    }

    /// The words "is prohibited" or the like that end a sentence, in front of a further subject or without one.
    private static func predicate(_ passage: Passage, _ range: Range<Int>) -> Range<Int>? {
        range.suffix(5).first { place in
            let traits = passage.word(place).traits
            return traits.contains(.mustNot) && traits.isDisjoint(with: [.may, .negation, .only])
                && place > range.lowerBound && passage.word(place - 1).traits.contains(.copula)
        }.map { $0..<($0 + 1) }
    }

    /// "Der Schlüssel ist zurückzugeben", "der Gast hat Besucher anzumelden": a duty in the infinitive.
    private static func infinitiveDuty(_ passage: Passage, _ range: Range<Int>) -> Range<Int>? {
        guard let frame = range.first(where: { passage.word($0).traits.contains(.dutyFrame) }) else { return nil }
        for place in (frame + 1)..<max(range.upperBound, frame + 1) {
            // A comma begins another clause.
            if (passage.words[place - 1]..<passage.words[place]).contains(where: {
                passage.mark($0) == UInt8(ascii: ",")
            }) {
                return nil
            }
            let word = passage.word(place)
            if word.traits.contains(.dutyInfinitive) { return frame..<(frame + 1) }
            if word.traits.contains(.dutyParticle), place + 1 < range.upperBound,
                isInfinitive(passage.written((place + 1)..<(place + 2)))
            {
                return frame..<(frame + 1)
            }
        }
        return nil
    }

    /// Whether a word may be a verb in the infinitive: small letters that end in -en or -n.
    private static func isInfinitive(_ word: String) -> Bool {
        word.unicodeScalars.first?.properties.isLowercase == true && (word.hasSuffix("en") || word.hasSuffix("ern"))
    }

    /// Whether a modal stands in words that describe a noun or say what for: "information that you choose to share", "a page
    /// where you can ask", "so that you do not have to" allow nothing.
    private static func describes(_ passage: Passage, _ range: Range<Int>, _ place: Int) -> Bool {
        let verbs: Traits = [.must, .will, .benefit, .reader, .publisher, .condition, .conjunction]
        for index in (max(range.lowerBound + 1, place - 5)..<max(place, range.lowerBound + 1)).reversed() {
            let traits = passage.word(index).traits
            let isPlace =
                traits.contains(.condition) && index + 2 == place && passage.word(index + 1).traits.contains(.reader)
            if traits.contains(.relative) || isPlace {
                let noun = passage.word(index - 1)
                return noun.kind == .word && noun.traits.isDisjoint(with: verbs)
            }
        }
        return false
    }
}

extension Facts {
    /// How many words in front of a statement may say when or what for.
    private static let mostLeading = 30

    /// The part of a sentence that says what is done: behind a condition or another phrase that leads the sentence.
    ///
    /// "If you pay late, we may …", "To run the shop, we collect …", "As said above, we do not sell …": what leads says when, what
    /// for or where else, and its verbs are not what the statement does.
    static func mainPart(_ passage: Passage, _ range: Range<Int>) -> Range<Int> {
        guard let first = range.first else { return range }
        let traits = passage.word(first).traits
        let isCondition = !traits.isDisjoint(with: [.condition, .exception])
        let subjects: Traits = [
            .reader, .publisher, .thirdParty, .must, .mustNot, .may, .will, .possessive, .imperative,
        ]
        guard isCondition || traits.isDisjoint(with: subjects) else { return range }
        // The first comma, outside brackets, behind which a subject or a command stands ends what leads.
        var depth = 0
        for place in isCondition ? range.dropLast() : range.dropLast().prefix(mostLeading) {
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
            guard comma, place > range.lowerBound else { continue }
            let rest = (place + 1)..<range.upperBound
            let leading = passage.traits(range.lowerBound..<rest.lowerBound)
            let bindsAlready =
                !leading.isDisjoint(with: [.must, .mustNot, .may, .will]) && !leading.contains(.condition)
            if isCondition
                ? beginsStatement(passage, rest.lowerBound) : !bindsAlready && beginsWithSubject(passage, rest)
            {
                return rest
            }
        }
        return range
    }

    private static func beginsStatement(_ passage: Passage, _ place: Int) -> Bool {
        let begins: Traits = [.reader, .publisher, .thirdParty, .possessive, .imperative, .filler]
        return passage.word(place).isName || !passage.word(place).traits.isDisjoint(with: begins)
    }

    /// Whether a part begins with who acts and what is done: "we may", and with the verb in front ("verkaufen wir").
    ///
    /// A member of a list is no subject: "In parks, you, your guests and others may …".
    private static func beginsWithSubject(_ passage: Passage, _ range: Range<Int>) -> Bool {
        func isSubject(_ place: Int) -> Bool {
            let traits = passage.word(place).traits
            return !traits.isDisjoint(with: [.reader, .publisher]) && !traits.contains(.possessive)
        }
        func isVerb(_ place: Int) -> Bool {
            !passage.word(place).traits.isDisjoint(with: [
                .must, .mustNot, .may, .needNot, .will, .negation, .burden, .benefit, .copula,
            ])
        }
        guard range.count >= 3 else { return false }
        let (first, second) = (range.lowerBound, range.lowerBound + 1)
        return isSubject(first)
            ? passage.word(second).traits.isDisjoint(with: .conjunction) : isVerb(first) && isSubject(second)
    }

    /// The publisher, where an unknown word with a capital begins a statement and a verb stands right behind it: "Acme deletes …".
    static func firstName(_ passage: Passage, _ main: Range<Int>) -> Actor? {
        guard main.count > 2, let first = main.first, passage.word(first).kind == .word,
            passage.word(first).traits.isEmpty,
            !passage.word(first + 1).traits.isDisjoint(with: [.burden, .benefit]),
            passage.written(first..<(first + 1)).unicodeScalars.first?.properties.isUppercase == true
        else { return nil }
        // A noun in the plural is no name: "Partners share …" has a trait, "Lamps use …" has none but an ending.
        return passage.written(first..<(first + 1)).hasSuffix("s")
            && !passage.written((first + 1)..<(first + 2)).hasSuffix("s") ? nil : .publisher
    }
}

internal import PolicyModel

/// Which numbers of words that came or went measure anything, and are told as quantities.
enum Figure {
    /// The numbers of a range of words that measure anything, by their places.
    static func all(in passage: Passage, _ range: Range<Int>) -> [Int] {
        let numbers = range.filter { passage.word($0).kind == .quantity }
        if numbers.isEmpty { return [] }
        let addresses = AddressReading.places(in: passage)
        return numbers.filter { isOne(passage, $0, addresses) }
    }

    /// Whether a number says how much, how long or how many: it has a unit, or stands where one counts.
    ///
    /// The number in a name ("Model 365"), of a part of the text or a law, of a telephone, a time zone or a footnote measures nothing.
    private static func isOne(_ passage: Passage, _ place: Int, _ addresses: Set<Int>) -> Bool {
        let token = passage.word(place)
        if !token.traits.isDisjoint(with: [.unit, .currency, .duration]) { return true }
        let text = passage.written(place..<(place + 1))
        if text.unicodeScalars.contains(where: { "%€$£¥₹".unicodeScalars.contains($0) }) { return true }
        guard text.utf8.count <= 7, !passage.isSectionNumber(place), !isGlued(passage, token) else { return false }
        let range = place..<(place + 1)
        if passage.mark(before: range) == UInt8(ascii: "("), passage.mark(behind: range) == UInt8(ascii: ")") {
            return false
        }
        if place > 0, passage.words[place - 1] + 1 == passage.words[place], isName(passage, place - 1) { return false }
        return !addresses.contains(place)
    }

    /// Whether signs or further digits stand right beside it: "11h00", "GMT+2", "164.514(b)"; the "20th" day is a number.
    private static func isGlued(_ passage: Passage, _ token: Token) -> Bool {
        let bytes = passage.bytes
        func isSign(_ place: Int) -> Bool { bytes.indices.contains(place) && "+/#".utf8.contains(bytes[place]) }
        let end = bytes[token.end...].firstIndex { !Atom.isLetter($0) } ?? bytes.endIndex
        let isFollowed = end < bytes.endIndex && (Atom.isDigit(bytes[end]) || bytes[end] == UInt8(ascii: "("))
        return isFollowed || isSign(token.end) || isSign(token.start - 1)
            || (token.start > 0 && Atom.isLetter(bytes[token.start - 1]))
    }

    /// Whether a word in front of a number has a capital in the middle of a sentence, or inside: a name with a number of its own.
    private static func isName(_ passage: Passage, _ place: Int) -> Bool {
        let word = passage.word(place)
        guard word.kind == .word else { return false }
        let traits: Traits = [.age, .floor, .ceiling, .within, .may, .must, .will, .filler]
        guard word.traits.isDisjoint(with: traits) else { return false }
        return word.isName || passage.written(place..<(place + 1)).dropFirst().contains(where: \.isUppercase)
    }

    /// Tellings without a quantity that came or went and is one side of a pair told elsewhere in the clause: "under 13" in a new
    /// sentence beside "13 years" that became "16 years" is the same age said again.
    static func toldOnce(_ tellings: [Telling]) -> [Telling] {
        func figures(_ text: String?) -> String { (text ?? "").filter(\.isNumber) }
        let pairs = tellings.flatMap(\.quantities).filter { $0.before != nil && $0.after != nil }
        if pairs.isEmpty { return tellings }
        return tellings.map { telling in
            var telling = telling
            telling.quantities.removeAll { quantity in
                if quantity.before == nil {
                    pairs.contains { figures($0.after) == figures(quantity.after) }
                } else if quantity.after == nil {
                    pairs.contains { figures($0.before) == figures(quantity.before) }
                } else {
                    false
                }
            }
            return telling
        }
    }
}

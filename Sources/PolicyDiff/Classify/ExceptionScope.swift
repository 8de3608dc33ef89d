/// Tells which words of a sentence stand in an exception: one more of these makes the statement reach less far.
enum ExceptionScope {
    /// How many words an exception may have in front of a place for that to belong to it.
    private static let mostWords = 30

    /// Whether a place stands in an exception that begins in front of it in its sentence: "we sell nothing, except to A *or B*".
    ///
    /// An exception ends with its bracket, at a semicolon, and where another subject begins; one that leads a sentence, at a comma.
    static func holds(_ place: Int, in passage: Passage) -> Bool {
        guard place > 0, place <= passage.words.count else { return false }
        let sentence = passage.sentence(at: place - 1)
        let before = max(sentence.lowerBound, place - mostWords)..<place
        guard
            let start = before.last(where: {
                passage.word($0).traits.contains(.exception) && passage.word($0).traits.isDisjoint(with: .negation)
            })
        else { return false }
        let leads = start <= sentence.lowerBound + 1
        var depth = 0
        for word in (start + 1)..<min(max(place, start + 1) + 1, passage.words.count) {
            let isLast = word >= place
            for mark in passage.words[word - 1]..<passage.words[word] {
                switch passage.mark(mark) {
                case UInt8(ascii: "("): depth += 1
                case UInt8(ascii: ")"):
                    depth -= 1
                    // A bracket right behind the place closes what it stands in.
                    if depth < 0 { return isLast }
                case UInt8(ascii: ";"): return isLast
                case UInt8(ascii: ",") where depth == 0 && !isLast:
                    if leads || beginsStatement(passage, word) { return false }
                default: break
                }
            }
        }
        return true
    }

    /// Whether a subject with a verb of its own begins at a place.
    private static func beginsStatement(_ passage: Passage, _ place: Int) -> Bool {
        let traits = passage.word(place).traits
        return !traits.isDisjoint(with: [.reader, .publisher]) && !traits.contains(.possessive)
            && place + 1 < passage.words.count
            && !passage.word(place + 1).traits.isDisjoint(with: [
                .must, .mustNot, .may, .will, .burden, .benefit, .copula,
            ])
    }
}

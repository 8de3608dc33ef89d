internal import PolicyModel

/// What belongs to the page rather than to the policy.
enum Furniture {
    /// Whether a clause that came or went is a part of the page: navigation, a caption, a call to share.
    static func isFurniture(_ passage: Passage, _ clause: Clause, _ context: Context, _ lexicon: Lexicon) -> Bool {
        if passage.words.isEmpty { return true }
        if case .tableRow = clause.form { return false }
        let words = passage.words.count
        let traits = passage.traits(passage.words.indices)
        let ofPage = passage.words.indices.count { passage.word($0).traits.contains(.furniture) }
        if words <= 14, ofPage * 10 >= words * 6 { return true }
        if context.isLed { return false }
        let binding: Traits = [.must, .mustNot, .may, .needNot, .negation, .number, .exception, .liability, .dispute]
        guard traits.isDisjoint(with: binding), !passage.words.indices.contains(where: { passage.word($0).kind != .word }) else { return false }
        if words <= 5 { return clause.form != .paragraph || !endsSentence(passage) }
        // A line that is wholly a link leads elsewhere.
        let length = clause.text.utf8.count
        let isLink = clause.spans.contains { span in
            if case .link = span.style { span.bytes.count * 10 >= length * 9 } else { false }
        }
        return isLink && words <= 9 && traits.isDisjoint(with: [.burden, .reader, .will])
    }

    private static func endsSentence(_ passage: Passage) -> Bool {
        passage.text.last == "." || passage.text.last == ";"
    }
}

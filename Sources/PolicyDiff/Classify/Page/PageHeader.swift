internal import PolicyModel

/// What stands above the text and its first heading: menus, the reader's place, prices of the day.
///
/// A block of many labels counts only where the text itself follows it. A label has few words, no end of a sentence and nothing
/// that binds; an amount with words beside it is no label, since it may be a price of the policy.
enum PageHeader {
    /// A shorter block may as well be a list of the policy.
    private static let leastClauses = 8
    /// How many words a label may have.
    private static let mostWords = 6
    /// How many sentences of the text must follow.
    private static let leastSentences = 10

    static func clauses(
        of document: Document, _ side: PairReader.Side, _ reader: inout PairReader
    ) -> Set<Int> {
        var block: [Int] = []
        for (index, clause) in document.clauses.enumerated() {
            if clause.section != 0 || isSentence(clause) { break }
            block.append(index)
        }
        guard block.count >= leastClauses, sentences(document.clauses[block.count...]) >= leastSentences else {
            return []
        }
        var labels: Set<Int> = []
        for index in block where isLabel(document, index, side, &reader) { labels.insert(index) }
        return labels.count * 100 >= block.count * 80 ? labels : []
    }

    /// Whether a clause is a paragraph of the text: many words and the end of a sentence.
    private static func isSentence(_ clause: Clause) -> Bool {
        guard case .paragraph = clause.form, let last = clause.text.utf8.last else { return false }
        return clause.text.utf8.count >= 70 && Set(".:;?!".utf8).contains(last)
    }

    private static func sentences(_ clauses: ArraySlice<Clause>) -> Int {
        var count = 0
        for clause in clauses where clause.text.utf8.count >= 70 {
            count += 1
            if count >= leastSentences { break }
        }
        return count
    }

    private static func isLabel(
        _ document: Document, _ index: Int, _ side: PairReader.Side, _ reader: inout PairReader
    ) -> Bool {
        let clause = document.clauses[index]
        if case .tableRow = clause.form { return false }
        // What a sentence leads in is a list of the text.
        if let lead = clause.leadIn, document.clauses[lead].text.utf8.last == UInt8(ascii: ":") { return false }
        guard let last = clause.text.utf8.last, !Set(".;:".utf8).contains(last) else { return clause.text.isEmpty }
        let passage = Passage([index], side, &reader)
        let words = passage.words.indices
        let traits = passage.traits(words)
        guard words.count <= mostWords || isTornLink(clause.text), traits.isDisjoint(with: PageParts.binding) else {
            return false
        }
        let isAmount = !traits.isDisjoint(with: [.currency, .unit]) || clause.text.contains { "$€£¥%".contains($0) }
        return !isAmount || isTornLink(clause.text) || !clause.text.contains(where: \.isLetter)
    }

    /// Whether markup of a link stands in a text: a link that goes over several blocks was torn.
    private static func isTornLink(_ text: String) -> Bool { text.contains("](http") }
}

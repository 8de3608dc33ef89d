internal import PolicyModel

/// The banner that asks for consent to cookies, where a capture holds it: the first or last lines of a page, a paragraph that names
/// the buttons, and the buttons.
enum ConsentBanner {
    /// How many clauses from either end of the document may belong to a banner.
    private static let reach = 6
    /// How many words its paragraph may have.
    private static let mostWords = 90

    static func clauses(
        of document: Document, _ side: PairReader.Side, _ reader: inout PairReader
    ) -> Set<Int> {
        let count = document.clauses.count
        guard count > reach * 2 else { return [] }
        var found: Set<Int> = []
        for index in Array(1..<reach) + Array((count - reach + 1)..<count) where isButton(index, side, &reader) {
            let paragraph = index - 1
            guard case .paragraph = document.clauses[paragraph].form,
                document.clauses[paragraph].section == document.clauses[index].section
            else { continue }
            let passage = Passage([paragraph], side, &reader)
            let words = passage.words.indices
            guard words.count <= mostWords, passage.traits(words).contains(.pageBlock), !passage.sentences.isEmpty
            else {
                continue
            }
            found.formUnion([paragraph, index])
        }
        return found
    }

    /// Whether a clause begins with the words of a button: "Accept all".
    private static func isButton(_ index: Int, _ side: PairReader.Side, _ reader: inout PairReader) -> Bool {
        let passage = Passage([index], side, &reader)
        return !passage.words.isEmpty && passage.words.count <= 14 && passage.word(0).traits.contains(.pageBlock)
    }
}

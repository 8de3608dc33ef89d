internal import PolicyModel

/// The titles of other pages that stand under "Related articles": short lines that end no sentence and bind nobody.
enum RelatedPages {
    /// How many words a title may have.
    private static let mostWords = 16

    static func clauses(
        of document: Document, _ side: PairReader.Side, _ reader: inout PairReader
    ) -> Set<Int> {
        var found: Set<Int> = []
        for section in document.sections.indices where !document.sections[section].heading.isEmpty {
            let tokens = reader.tokens(side, heading: section)
            guard tokens.count <= 6, tokens.first?.traits.contains(.pageBlock) == true else { continue }
            for index in document.sections[section].clauses {
                let passage = Passage([index], side, &reader)
                let words = passage.words.indices
                guard words.count <= mostWords, let last = passage.bytes.last, last != UInt8(ascii: "."),
                    passage.traits(words).isDisjoint(with: PageParts.binding)
                else { continue }
                found.insert(index)
            }
        }
        return found
    }
}

internal import PolicyModel

/// Which clause and heading of the old text is which of the new.
struct Alignment {
    /// Items that belong together: one to one, or several where a clause was split or clauses were glued.
    struct Group: Hashable {
        var old: [Item]
        var new: [Item]
    }

    /// Pairs with equal words, in the order of the new text.
    var equal: [(old: Item, new: Item)] = []
    /// Groups whose words differ, in the order of the new text.
    var edited: [Group] = []
    /// Items of the old text that are gone.
    var removed: [Item] = []
    /// Items of the new text that are new.
    var added: [Item] = []
    /// Items that stand more often than before, or less often, with equal words: a page captured twice.
    var repeated: [Item] = []
    var unrepeated: [Item] = []
    /// The share of the larger text's words that stands in matched items, 0…1.
    var kept = 1.0

    /// Returns the alignment of the reader's two documents.
    ///
    /// Explicit anchors first, then equal text in order, then equal words anywhere, then lists written out as a sentence, then
    /// similar words (weighted by rarity, the best choice over the whole document), then parts of clauses that were split or
    /// glued. Close to linear in the size of both texts.
    static func make(_ reader: inout PairReader) -> Alignment {
        var matching = Matching(reader)
        matching.matchAnchors(reader)
        matching.matchEqualText()
        matching.matchEqualWords(&reader)
        matching.matchLists(&reader)
        matching.matchSimilar(&reader)
        matching.matchNeighbours(&reader)
        matching.joinParts(&reader)
        return matching.result(&reader)
    }
}

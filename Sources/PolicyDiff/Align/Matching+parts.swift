extension Matching {
    /// Joins what is left to the pair that took its words: the other half of a split clause, the clause that was glued on.
    mutating func joinParts(_ reader: inout PairReader) {
        joinParts(.new, &reader)
        joinParts(.old, &reader)
    }

    /// Looks for each unmatched item of `side` in the words that an item of the other side has over its own partner.
    private mutating func joinParts(_ side: PairReader.Side, _ reader: inout PairReader) {
        let left = side == .new ? unmatchedNew : unmatchedOld
        guard !left.isEmpty else { return }
        let items = side == .new ? newItems : oldItems
        let others = side == .new ? oldItems : newItems
        let otherSide: PairReader.Side = side == .new ? .old : .new
        let partners = side == .new ? oldPartner : newPartner
        // Only items whose own pair does not use up their words can hold a part.
        var holders: [Int] = []
        var rests: [Bag] = []
        var wholes: [Bag] = []
        for index in others.indices {
            if case .heading = others[index] { continue }
            let partner = partners[index]
            if partner == Self.joined || (partner >= 0 && hasEqualText(side, index, partner)) { continue }
            if partner != -1, reader.words(otherSide, others[index]) == reader.words(side, items[partner]) { continue }
            let whole = reader.bag(otherSide, others[index])
            let rest = partner == -1 ? whole : whole.subtracting(reader.bag(side, items[partner]))
            if rest.total >= 4 {
                holders.append(index)
                rests.append(rest)
                wholes.append(whole)
            }
        }
        guard !holders.isEmpty else { return }
        let parts = left.map { reader.bag(side, items[$0]) }
        let bags = Bags(of: [rests, parts], reader.vocabulary)
        var postings = bags.postings(rests)
        for (row, part) in parts.enumerated() where part.total >= 3 {
            let index = left[row]
            var best: (score: Double, column: Int)?
            for column in bags.nearest(part, &postings) {
                let score = bags.containment(of: part, in: rests[column])
                let isPart =
                    score >= Thresholds.part
                    || (score >= Thresholds.partOfRest && part.total >= 8
                        && bags.containment(of: part, in: wholes[column]) >= Thresholds.partOfWhole)
                if isPart, score > (best?.score ?? 0) { best = (score, column) }
            }
            guard let best else { continue }
            let holder = holders[best.column]
            rests[best.column] = rests[best.column].subtracting(part)
            if side == .new {
                if oldPartner[holder] == -1 { pair(holder, index) } else { joinNew(index, to: holder) }
            } else {
                if newPartner[holder] == -1 { pair(index, holder) } else { joinOld(index, to: holder) }
            }
        }
    }
}

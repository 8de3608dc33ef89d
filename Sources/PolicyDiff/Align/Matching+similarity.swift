extension Matching {
    /// Pairs what is left by the likeness of its words, only above a threshold, and so that all pairs together are most alike.
    ///
    /// Words count by their rarity among what is left; clauses beside the partners of their neighbours need less likeness than
    /// clauses far apart. Candidates come from rare words only, so the cost stays close to linear.
    mutating func matchSimilar(_ reader: inout PairReader) {
        let oldLeft = unmatchedOld
        let newLeft = unmatchedNew
        guard !oldLeft.isEmpty, !newLeft.isEmpty else { return }
        let oldBags = oldLeft.map { reader.bag(.old, oldItems[$0]) }
        let newBags = newLeft.map { reader.bag(.new, newItems[$0]) }
        let bags = Bags(of: [oldBags, newBags], reader.vocabulary)
        let newWeights = newBags.map(bags.weight)
        var postings = bags.postings(newBags)
        let places = Places(self)
        var candidates: [Assignment.Candidate] = []
        for (row, bag) in oldBags.enumerated() {
            let isHeading = oldItems[oldLeft[row]].isHeading
            let weight = bags.weight(bag)
            let beside = places.beside(old: oldLeft[row])
            var near = bags.nearest(bag, &postings)
            for gap in beside {
                var column = Self.firstPlace(in: newLeft, notBefore: gap.lowerBound)
                while column < newLeft.count, gap.contains(newLeft[column]), near.count < Thresholds.candidates * 2 {
                    if !near.contains(column) { near.append(column) }
                    column += 1
                }
            }
            for column in near where newItems[newLeft[column]].isHeading == isHeading {
                let likeness = bags.likeness(bag, newBags[column], wholeWeight: weight + newWeights[column])
                let isInPlace = beside.contains { $0.contains(newLeft[column]) }
                let least =
                    isHeading
                    ? Thresholds.similarHeading : isInPlace ? Thresholds.similarInPlace : Thresholds.similarAnywhere
                guard likeness >= least else { continue }
                let score = likeness + (isInPlace ? Thresholds.inPlace : 0)
                // The square, so that two fair pairs do not outweigh one that is nearly equal and another that stays alone;
                // and of pairs as like as each other the nearer.
                let distance = abs(places.expected(ofOld: oldLeft[row]) - newLeft[column])
                candidates.append(
                    Assignment.Candidate(
                        row: row, column: column,
                        weight: Int(score * score * Thresholds.likenessUnit) + Thresholds.nearness / (1 + distance)))
            }
        }
        for match in Assignment.best(candidates, rows: oldLeft.count, columns: newLeft.count) {
            pair(oldLeft[match.row], newLeft[match.column])
        }
    }

    /// Pairs what stands alone between matched neighbours on both sides, where both are of one sort and of like length or
    /// share anything: a word swapped in a short item leaves nothing alike.
    mutating func matchNeighbours(_ reader: inout PairReader) {
        let places = Places(self)
        for index in unmatchedOld {
            let gap = places.gap(ofOld: index)
            guard gap.count == 1, let other = gap.first, newPartner[other] == -1 else { continue }
            let alone =
                (index == 0 || oldPartner[index - 1] != -1)
                && (index + 1 == oldItems.count || oldPartner[index + 1] != -1)
            guard alone, oldItems[index].isHeading == newItems[other].isHeading else { continue }
            let old = reader.words(.old, oldItems[index])
            let new = reader.words(.new, newItems[other])
            let shared = Set(old).intersection(new).count
            let isShort = old.count <= 6 && new.count <= 6 && !oldItems[index].isHeading
            if isShort || shared * 5 >= min(old.count, new.count) + 2 { pair(index, other) }
        }
    }

    /// The first place of a sorted list whose value is not less than `value`.
    private static func firstPlace(in sorted: [Int], notBefore value: Int) -> Int {
        var low = 0
        var high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

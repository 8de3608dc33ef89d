internal import PolicyModel

extension Matching {
    /// Pairs a list and its lead-in with the one clause that says the same, where a list was written out as a sentence or the reverse.
    ///
    /// Item by item such a rewriting looks as if each item had come or gone: each is too short, and too small a part of the sentence.
    mutating func matchLists(_ reader: inout PairReader) {
        matchLists(.old, &reader)
        matchLists(.new, &reader)
    }

    /// A list of which nothing has a partner yet, its lead-in first.
    private struct List {
        var items: [Int]
        var bag: Bag
    }

    private mutating func matchLists(_ side: PairReader.Side, _ reader: inout PairReader) {
        let otherSide: PairReader.Side = side == .old ? .new : .old
        let items = side == .old ? oldItems : newItems
        let others = side == .old ? newItems : oldItems
        let left = side == .old ? unmatchedNew : unmatchedOld
        guard !left.isEmpty else { return }
        let lists = lists(side, &reader)
        guard !lists.isEmpty else { return }
        let sentences = left.filter { !others[$0].isHeading }
        let bags = sentences.map { reader.bag(otherSide, others[$0]) }
        let weights = Bags(of: [lists.map(\.bag), bags], reader.vocabulary)
        var postings = weights.postings(bags)
        var taken: Set<Int> = []
        for list in lists {
            var best: (likeness: Double, column: Int)?
            for column in weights.nearest(list.bag, &postings) where !taken.contains(column) {
                let likeness = weights.likeness(list.bag, bags[column])
                guard likeness >= Thresholds.listAsSentence, likeness > (best?.likeness ?? 0) else { continue }
                // A sentence that is one of the items or the lead-in, grown a little, is no list written out.
                let isOne = list.items.contains {
                    weights.likeness(reader.bag(side, items[$0]), bags[column]) >= likeness
                }
                if !isOne { best = (likeness, column) }
            }
            guard let best else { continue }
            taken.insert(best.column)
            let sentence = sentences[best.column]
            for (place, item) in list.items.enumerated() {
                if side == .old {
                    if place == 0 { pair(item, sentence) } else { joinOld(item, to: sentence) }
                } else {
                    if place == 0 { pair(sentence, item) } else { joinNew(item, to: sentence) }
                }
            }
        }
    }

    /// The lists of one side whose lead-in and items have no partner, nested lists with the outermost one.
    private func lists(_ side: PairReader.Side, _ reader: inout PairReader) -> [List] {
        let items = side == .old ? oldItems : newItems
        let partners = side == .old ? oldPartner : newPartner
        let clauses = reader.document(side).clauses
        // The list that each clause belongs to, by its outermost lead-in.
        var root = [Int](repeating: -1, count: clauses.count)
        var members: [Int: [Int]] = [:]
        var leads: [Int] = []
        var placeOf = [Int](repeating: -1, count: clauses.count)
        for (place, item) in items.enumerated() {
            guard case .clause(let clause) = item else { continue }
            placeOf[clause] = place
            guard let lead = clauses[clause].leadIn, lead < clause, placeOf[lead] >= 0 else { continue }
            if case .tableRow = clauses[clause].form { continue }
            let first = root[lead] >= 0 ? root[lead] : lead
            root[clause] = first
            if members[first] == nil { leads.append(first) }
            members[first, default: []].append(place)
        }
        return leads.compactMap { lead in
            let all = [placeOf[lead]] + (members[lead] ?? [])
            guard (3...Thresholds.wordsOfList).contains(all.count), all.allSatisfy({ partners[$0] == Self.none }) else {
                return nil
            }
            let words = all.flatMap { reader.words(side, items[$0]) }
            return words.count <= Thresholds.wordsOfList ? List(items: all, bag: Bag(words)) : nil
        }
    }
}

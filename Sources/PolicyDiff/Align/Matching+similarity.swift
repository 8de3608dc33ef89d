extension Matching {
    /// Pairs what is left by the likeness of its words: the best pairs of the whole text first, and only above a threshold.
    ///
    /// Words count by their rarity among what is left; clauses between the same matched neighbours need less likeness than
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

        struct Candidate {
            let score: Double
            let old: Int
            let new: Int
            let distance: Int
        }
        var candidates: [Candidate] = []
        for (row, bag) in oldBags.enumerated() {
            let gap = places.gap(ofOld: oldLeft[row])
            let weight = bags.weight(bag)
            var near = bags.nearest(bag, &postings)
            var column = Self.firstPlace(in: newLeft, notBefore: gap.lowerBound)
            while column < newLeft.count, gap.contains(newLeft[column]), near.count < Thresholds.candidates * 2 {
                if !near.contains(column) { near.append(column) }
                column += 1
            }
            for column in near {
                let isHeading = oldItems[oldLeft[row]].isHeading
                guard isHeading == newItems[newLeft[column]].isHeading else { continue }
                let likeness = bags.likeness(bag, newBags[column], wholeWeight: weight + newWeights[column])
                let inPlace = gap.contains(newLeft[column])
                let least =
                    isHeading
                    ? Thresholds.similarHeading : inPlace ? Thresholds.similarInPlace : Thresholds.similarAnywhere
                guard likeness >= least else { continue }
                candidates.append(
                    Candidate(
                        score: likeness + (inPlace ? 0.1 : 0), old: oldLeft[row], new: newLeft[column],
                        distance: abs(places.expected(ofOld: oldLeft[row]) - newLeft[column])))
            }
        }
        candidates.sort { ($1.score, $0.distance, $0.old, $0.new) < ($0.score, $1.distance, $1.old, $1.new) }
        for candidate in candidates where oldPartner[candidate.old] == -1 && newPartner[candidate.new] == -1 {
            pair(candidate.old, candidate.new)
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

/// Words with how often they occur, sorted by key.
struct Bag {
    var words: [(key: UInt32, count: Int32)]

    var total: Int { words.reduce(0) { $0 + Int($1.count) } }

    /// Counts words.
    init(_ keys: [UInt32]) {
        words = []
        words.reserveCapacity(keys.count)
        for key in keys.sorted() {
            if words.last?.key == key { words[words.count - 1].count += 1 } else { words.append((key, 1)) }
        }
    }

    /// Returns what is left when the words of another bag are taken out.
    func subtracting(_ other: Bag) -> Bag {
        var rest = Bag([])
        var place = 0
        for word in words {
            while place < other.words.count, other.words[place].key < word.key { place += 1 }
            let taken = place < other.words.count && other.words[place].key == word.key ? other.words[place].count : 0
            if word.count > taken { rest.words.append((word.key, word.count - taken)) }
        }
        return rest
    }
}

/// The weight of each word among bags of words: rare words weigh more, fillers little.
struct Bags {
    private var weights: [Double]
    private var frequency: [Int32]

    /// Sets the weights from the number of bags that hold each word.
    init(of groups: [[Bag]], _ vocabulary: Vocabulary) {
        frequency = Array(repeating: 0, count: vocabulary.traits.count)
        weights = Array(repeating: 0, count: vocabulary.traits.count)
        for bags in groups {
            for bag in bags { for word in bag.words { frequency[Int(word.key)] += 1 } }
        }
        let all = Double(groups.reduce(0) { $0 + $1.count })
        // Many words stand in equally many bags.
        var rarities: [Double] = []
        for key in frequency.indices where frequency[key] > 0 {
            let count = Int(frequency[key])
            while rarities.count <= count { rarities.append(0) }
            if rarities[count] == 0 { rarities[count] = 1 + naturalLogarithm(1 + all / Double(count)) }
            weights[key] = vocabulary.traits[key].contains(.filler) ? rarities[count] * 0.25 : rarities[count]
        }
    }

    /// The bags that hold each rare word.
    struct Postings {
        /// Where the bags of each word begin in `bags`, by key; those of the last word end where `bags` does.
        fileprivate var starts: [Int32]
        fileprivate var bags: [Int32]
        /// The weight that each bag shares with the one that is looked for; 0 where none.
        fileprivate var shared: [Double]
    }

    /// Returns the bags that hold each rare word.
    func postings(_ bags: [Bag]) -> Postings {
        var starts = [Int32](repeating: 0, count: frequency.count + 1)
        func isRare(_ key: UInt32) -> Bool { frequency[Int(key)] <= Int32(Thresholds.rareWord) }
        for bag in bags { for word in bag.words where isRare(word.key) { starts[Int(word.key) + 1] += 1 } }
        for key in 1..<max(starts.count, 1) { starts[key] += starts[key - 1] }
        var ends = starts
        var listed = [Int32](repeating: 0, count: Int(starts.last ?? 0))
        for (index, bag) in bags.enumerated() {
            for word in bag.words where isRare(word.key) {
                listed[Int(ends[Int(word.key)])] = Int32(index)
                ends[Int(word.key)] += 1
            }
        }
        return Postings(starts: starts, bags: listed, shared: Array(repeating: 0, count: bags.count))
    }

    /// Returns the bags that share most rare weight with a bag, the nearest first.
    func nearest(_ bag: Bag, _ postings: inout Postings) -> [Int] {
        var touched: [Int] = []
        for word in bag.words {
            let key = Int(word.key)
            for place in Int(postings.starts[key])..<Int(postings.starts[key + 1]) {
                let index = Int(postings.bags[place])
                if postings.shared[index] == 0 { touched.append(index) }
                postings.shared[index] += weights[key]
            }
        }
        touched.sort { (postings.shared[$1], $0) < (postings.shared[$0], $1) }
        for index in touched { postings.shared[index] = 0 }
        return Array(touched.prefix(Thresholds.candidates))
    }

    /// Twice the shared weight over the whole weight: 1 for equal bags, 0 where nothing is shared.
    func likeness(_ left: Bag, _ right: Bag) -> Double {
        likeness(left, right, wholeWeight: weight(left) + weight(right))
    }

    /// The same where the weight of both together is known.
    func likeness(_ left: Bag, _ right: Bag, wholeWeight: Double) -> Double {
        wholeWeight == 0 ? 0 : 2 * sharedWeight(left, right) / wholeWeight
    }

    /// The share of `part`'s weight that stands in `whole`.
    func containment(of part: Bag, in whole: Bag) -> Double {
        let own = weight(part)
        return own == 0 ? 0 : sharedWeight(part, whole) / own
    }

    /// The weight of all words of a bag.
    func weight(_ bag: Bag) -> Double {
        var weight = 0.0
        for word in bag.words { weight += Double(word.count) * weights[Int(word.key)] }
        return weight
    }

    private func sharedWeight(_ left: Bag, _ right: Bag) -> Double {
        var shared = 0.0
        var place = 0
        for word in left.words {
            while place < right.words.count, right.words[place].key < word.key { place += 1 }
            if place < right.words.count, right.words[place].key == word.key {
                shared += Double(min(word.count, right.words[place].count)) * weights[Int(word.key)]
            }
        }
        return shared
    }
}

/// Where in the new text an item of the old one would be expected, from its matched neighbours.
struct Places {
    private let before: [Int]
    private let after: [Int]

    init(_ matching: Matching) {
        var before = [Int](repeating: -1, count: matching.oldItems.count)
        var after = [Int](repeating: matching.newItems.count, count: matching.oldItems.count)
        var last = -1
        for index in matching.oldItems.indices {
            before[index] = last
            if matching.oldPartner[index] >= 0 { last = matching.oldPartner[index] }
        }
        last = matching.newItems.count
        for index in matching.oldItems.indices.reversed() {
            after[index] = last
            if matching.oldPartner[index] >= 0 { last = matching.oldPartner[index] }
        }
        self.before = before
        self.after = after
    }

    /// The items of the new text between the partners of the nearest matched neighbours; empty where these changed order.
    func gap(ofOld index: Int) -> Range<Int> {
        before[index] + 1 < after[index] ? (before[index] + 1)..<after[index] : 0..<0
    }

    /// The place right behind the partner of the nearest matched item before.
    func expected(ofOld index: Int) -> Int { before[index] + 1 }
}

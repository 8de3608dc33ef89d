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

/// Where in the new text an item of the old one would be expected, from its matched neighbours.
struct Places {
    private let before: [Int]
    private let after: [Int]
    /// The nearest matched item of the new text at or after each place, and at or before it.
    private let nextMatched: [Int]
    private let lastMatched: [Int]

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
        var next = [Int](repeating: matching.newItems.count, count: matching.newItems.count)
        var previous = [Int](repeating: -1, count: matching.newItems.count)
        last = matching.newItems.count
        for index in matching.newItems.indices.reversed() {
            if matching.newPartner[index] >= 0 { last = index }
            next[index] = last
        }
        last = -1
        for index in matching.newItems.indices {
            if matching.newPartner[index] >= 0 { last = index }
            previous[index] = last
        }
        nextMatched = next
        lastMatched = previous
    }

    /// The items of the new text between the partners of the nearest matched neighbours; empty where these changed order.
    func gap(ofOld index: Int) -> Range<Int> {
        before[index] + 1 < after[index] ? (before[index] + 1)..<after[index] : 0..<0
    }

    /// Where in the new text an item could have stayed: the gap, or, where its neighbours were parted, what follows the partner
    /// of the one before and what leads up to that of the one after.
    func beside(old index: Int) -> [Range<Int>] {
        let gap = gap(ofOld: index)
        if !gap.isEmpty { return [gap] }
        var runs: [Range<Int>] = []
        let behind = before[index] + 1
        if behind < nextMatched.count { runs.append(behind..<nextMatched[behind]) }
        let ahead = after[index] - 1
        if ahead >= 0 { runs.append((lastMatched[ahead] + 1)..<(ahead + 1)) }
        return runs.filter { !$0.isEmpty }
    }

    /// The place right behind the partner of the nearest matched item before.
    func expected(ofOld index: Int) -> Int { before[index] + 1 }
}

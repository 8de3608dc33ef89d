/// Matches equal elements of two sequences in order: what stayed, be it words of a clause or clauses of a document.
///
/// Elements are numbers that stand for words or texts. Common head and tail first, then elements that occur once on both sides
/// as anchors (patience), and in what is left a greedy shortest edit script (Myers 1986) that commits to the furthest path
/// after `patience` steps. The cost is O((n + m) · patience) at worst, so that no input is quadratic; the result is the same
/// on every machine.
struct SequenceMatcher {
    private let old: [UInt32]
    private let new: [UInt32]
    /// The place in `new` that each element of `old` was matched with; -1 where it has none.
    private var partners: [Int32]
    private var anchors = AnchorTable()
    private var reach: [Int32] = []
    private var trace: [Int32] = []

    /// How many edits the search for a shortest script may take before it commits.
    private static var patience: Int { 192 }

    /// Returns the pairs of equal elements in ascending order on both sides.
    static func matches(_ old: [UInt32], _ new: [UInt32]) -> [(old: Int, new: Int)] {
        var matcher = SequenceMatcher(old: old, new: new)
        matcher.run()
        var pairs: [(old: Int, new: Int)] = []
        pairs.reserveCapacity(min(old.count, new.count))
        for (place, partner) in matcher.partners.enumerated() where partner >= 0 { pairs.append((place, Int(partner))) }
        return pairs
    }

    private init(old: [UInt32], new: [UInt32]) {
        self.old = old
        self.new = new
        partners = Array(repeating: -1, count: old.count)
    }

    private struct Gap {
        var old: Range<Int>
        var new: Range<Int>
        let depth: Int
    }

    private mutating func pair(_ old: Int, _ new: Int) { partners[old] = Int32(truncatingIfNeeded: new) }

    private mutating func run() {
        var gaps = [Gap(old: 0..<old.count, new: 0..<new.count, depth: 0)]
        while var gap = gaps.popLast() {
            trim(&gap)
            if gap.old.isEmpty || gap.new.isEmpty { continue }
            let shared = anchors.shared(old, gap.old, new, gap.new)
            // Without a common element there is nothing to match.
            guard shared.any else { continue }
            let anchors = gap.depth < 12 ? Self.longestAscent(shared.unique) : []
            if anchors.isEmpty {
                shortestScript(gap)
                continue
            }
            var oldStart = gap.old.lowerBound
            var newStart = gap.new.lowerBound
            for anchor in anchors {
                pair(anchor.old, anchor.new)
                gaps.append(Gap(old: oldStart..<anchor.old, new: newStart..<anchor.new, depth: gap.depth + 1))
                oldStart = anchor.old + 1
                newStart = anchor.new + 1
            }
            gaps.append(
                Gap(old: oldStart..<gap.old.upperBound, new: newStart..<gap.new.upperBound, depth: gap.depth + 1))
        }
    }

    /// Takes what both sides begin and end with.
    private mutating func trim(_ gap: inout Gap) {
        var oldStart = gap.old.lowerBound
        var newStart = gap.new.lowerBound
        var oldEnd = gap.old.upperBound
        var newEnd = gap.new.upperBound
        while oldStart < oldEnd, newStart < newEnd, old[oldStart] == new[newStart] {
            pair(oldStart, newStart)
            oldStart += 1
            newStart += 1
        }
        while oldStart < oldEnd, newStart < newEnd, old[oldEnd - 1] == new[newEnd - 1] {
            oldEnd -= 1
            newEnd -= 1
            pair(oldEnd, newEnd)
        }
        gap.old = oldStart..<oldEnd
        gap.new = newStart..<newEnd
    }

    /// The longest subsequence whose `new` ascends, of candidates whose `old` ascends.
    ///
    /// O(n log n).
    static func longestAscent(_ candidates: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
        var tails: [Int] = []
        var previous = [Int](repeating: -1, count: candidates.count)
        for (index, candidate) in candidates.enumerated() {
            var low = 0
            var high = tails.count
            while low < high {
                let middle = (low + high) / 2
                if candidates[tails[middle]].new < candidate.new { low = middle + 1 } else { high = middle }
            }
            if low > 0 { previous[index] = tails[low - 1] }
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var chain: [(old: Int, new: Int)] = []
        var next = tails.last ?? -1
        while next >= 0 {
            chain.append(candidates[next])
            next = previous[next]
        }
        return chain.reversed()
    }

    /// Greedy forward search; after `patience` edits the path that got furthest is taken, and the search starts anew from there.
    private mutating func shortestScript(_ gap: Gap) {
        var oldStart = gap.old.lowerBound
        var newStart = gap.new.lowerBound
        while oldStart < gap.old.upperBound, newStart < gap.new.upperBound {
            let width = gap.old.upperBound - oldStart
            let height = gap.new.upperBound - newStart
            let limit = min(Self.patience, width + height)
            let last = search(oldStart, width, newStart, height, limit)
            // Walk back, taking the diagonal runs as matches.
            var diagonal = last.diagonal
            var x = Int(reach[limit + diagonal])
            let reached = (x: min(x, width), y: min(max(x - diagonal, 0), height))
            for edits in stride(from: last.edits, through: 0, by: -1) {
                // The row of `edits` holds 2 · edits + 2 places, and those before it the sum of theirs.
                let row = edits * (edits + 1)
                func at(_ diagonal: Int) -> Int { Int(trace[row + edits + diagonal]) }
                var from = 0
                var nextDiagonal = diagonal
                if edits > 0 {
                    let down = diagonal == -edits || (diagonal != edits && at(diagonal - 1) < at(diagonal + 1))
                    nextDiagonal = down ? diagonal + 1 : diagonal - 1
                    from = down ? at(nextDiagonal) : at(nextDiagonal) + 1
                }
                while x > from {
                    x -= 1
                    let y = x - diagonal
                    if x < width, y >= 0, y < height, old[oldStart + x] == new[newStart + y] {
                        pair(oldStart + x, newStart + y)
                    }
                }
                if edits > 0 { x = at(nextDiagonal) }
                diagonal = nextDiagonal
            }
            if last.isEnd { return }
            oldStart += max(reached.x, 0)
            newStart += max(reached.y, 0)
            if reached.x + reached.y <= 0 { return }
        }
    }

    /// Finds the path with fewest edits to the end of both, or of those with `limit` edits the one that gets furthest.
    ///
    /// `reach[limit + k]` is then how far along `old` diagonal k got, and `trace` holds its rows to walk back.
    private mutating func search(
        _ oldStart: Int, _ width: Int, _ newStart: Int, _ height: Int, _ limit: Int
    ) -> (edits: Int, diagonal: Int, isEnd: Bool) {
        reach.removeAll(keepingCapacity: true)
        reach.append(contentsOf: repeatElement(0, count: 2 * limit + 2))
        trace.removeAll(keepingCapacity: true)
        for edits in 0...limit {
            for place in (limit - edits)...(limit + edits + 1) { trace.append(reach[place]) }
            for diagonal in stride(from: -edits, through: edits, by: 2) {
                let down =
                    diagonal == -edits
                    || (diagonal != edits && reach[limit + diagonal - 1] < reach[limit + diagonal + 1])
                var x = edits == 0 ? 0 : Int(down ? reach[limit + diagonal + 1] : reach[limit + diagonal - 1] + 1)
                var y = x - diagonal
                while x < width, y < height, x >= 0, y >= 0, old[oldStart + x] == new[newStart + y] {
                    x += 1
                    y += 1
                }
                reach[limit + diagonal] = Int32(truncatingIfNeeded: x)
                if x >= width, y >= height { return (edits, diagonal, true) }
            }
        }
        var best = (progress: -1, diagonal: -limit)
        for diagonal in stride(from: -limit, through: limit, by: 2) {
            let x = min(Int(reach[limit + diagonal]), width)
            let y = min(x - diagonal, height)
            if y >= 0, x + y > best.progress { best = (x + y, diagonal) }
        }
        return (limit, best.diagonal, false)
    }
}

/// Finds the elements that two ranges share, with a table that is used again for each pair of ranges.
private struct AnchorTable {
    private struct Slot {
        var element: UInt32 = 0
        /// The round of use in which the slot was filled last.
        var round: Int32 = 0
        /// The only place of the element on each side; -1 where there is none yet, -2 where there are several.
        var old: Int32 = -1
        var new: Int32 = -1
    }

    private var slots: [Slot] = []
    private var round: Int32 = 0

    /// Returns whether the ranges share any element, and those that occur exactly once on each side, in the order of `old`.
    mutating func shared(
        _ old: [UInt32], _ oldRange: Range<Int>, _ new: [UInt32], _ newRange: Range<Int>
    ) -> (any: Bool, unique: [(old: Int, new: Int)]) {
        var size = max(slots.count, 16)
        while size < oldRange.count * 2 { size *= 2 }
        if size > slots.count {
            slots = Array(repeating: Slot(), count: size)
            round = 0
        }
        round += 1
        // A small range uses a small part of the table.
        var part = 16
        while part < oldRange.count * 2 { part *= 2 }
        let mask = part - 1
        for place in oldRange {
            let slot = find(old[place], mask)
            if slots[slot].round == round {
                slots[slot].old = -2
            } else {
                slots[slot] = Slot(element: old[place], round: round, old: Int32(truncatingIfNeeded: place), new: -1)
            }
        }
        var any = false
        var isAnyUnique = false
        for place in newRange {
            let slot = find(new[place], mask)
            guard slots[slot].round == round else { continue }
            any = true
            if slots[slot].old >= 0 {
                slots[slot].new = slots[slot].new == -1 ? Int32(truncatingIfNeeded: place) : -2
                isAnyUnique = true
            }
        }
        guard isAnyUnique else { return (any, []) }
        var unique: [(old: Int, new: Int)] = []
        for place in oldRange {
            let slot = slots[find(old[place], mask)]
            if Int(slot.old) == place, slot.new >= 0 { unique.append((place, Int(slot.new))) }
        }
        return (any, unique)
    }

    /// The slot of this round where an element stands or would stand.
    private func find(_ element: UInt32, _ mask: Int) -> Int {
        var slot = Int((UInt64(element) &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
        while slots[slot].round == round, slots[slot].element != element { slot = (slot + 1) & mask }
        return slot
    }
}

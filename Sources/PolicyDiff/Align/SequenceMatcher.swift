/// Matches equal elements of two sequences in order: what stayed, be it words of a clause or clauses of a document.
///
/// Common head and tail first, then elements that occur once on both sides as anchors (patience), and in what is left a
/// greedy shortest edit script (Myers 1986) that commits to the furthest path after `patience` steps. The cost is
/// O((n + m) · patience) at worst, so that no input is quadratic; the result is the same on every machine.
struct SequenceMatcher<Element: Hashable> {
    private let old: [Element]
    private let new: [Element]
    private var pairs: [(old: Int, new: Int)] = []

    /// How many edits the search for a shortest script may take before it commits.
    private static var patience: Int { 192 }

    /// Returns the pairs of equal elements in ascending order on both sides.
    static func matches(_ old: [Element], _ new: [Element]) -> [(old: Int, new: Int)] {
        var matcher = SequenceMatcher(old: old, new: new)
        matcher.run()
        matcher.pairs.sort { $0.old < $1.old }
        return matcher.pairs
    }

    private init(old: [Element], new: [Element]) {
        self.old = old
        self.new = new
    }

    private struct Gap {
        var old: Range<Int>
        var new: Range<Int>
        let depth: Int
    }

    private mutating func run() {
        var gaps = [Gap(old: 0..<old.count, new: 0..<new.count, depth: 0)]
        while var gap = gaps.popLast() {
            trim(&gap)
            if gap.old.isEmpty || gap.new.isEmpty { continue }
            let anchors = gap.depth < 12 ? uniqueAnchors(gap) : []
            if anchors.isEmpty {
                shortestScript(gap)
                continue
            }
            var oldStart = gap.old.lowerBound
            var newStart = gap.new.lowerBound
            for anchor in anchors {
                pairs.append(anchor)
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
            pairs.append((oldStart, newStart))
            oldStart += 1
            newStart += 1
        }
        while oldStart < oldEnd, newStart < newEnd, old[oldEnd - 1] == new[newEnd - 1] {
            oldEnd -= 1
            newEnd -= 1
            pairs.append((oldEnd, newEnd))
        }
        gap.old = oldStart..<oldEnd
        gap.new = newStart..<newEnd
    }

    /// The longest run, in order on both sides, of elements that occur exactly once on each side of the gap.
    private func uniqueAnchors(_ gap: Gap) -> [(old: Int, new: Int)] {
        var places: [Element: (old: Int, new: Int)] = [:]
        places.reserveCapacity(gap.old.count)
        for index in gap.old {
            let seen = places[old[index]]
            places[old[index]] = (seen == nil ? index : -2, -1)
        }
        for index in gap.new {
            guard let seen = places[new[index]], seen.old >= 0 else { continue }
            places[new[index]] = (seen.old, seen.new == -1 ? index : -2)
        }
        var candidates: [(old: Int, new: Int)] = []
        for index in gap.old {
            if let place = places[old[index]], place.old == index, place.new >= 0 {
                candidates.append((index, place.new))
            }
        }
        return Self.longestAscent(candidates)
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
            // reach[k + limit]: how far along `old` diagonal k got; trace keeps the rows to walk back.
            var reach = [Int](repeating: 0, count: 2 * limit + 2)
            var trace: [[Int]] = []
            var end: (edits: Int, diagonal: Int)?
            search: for edits in 0...limit {
                trace.append(Array(reach[(limit - edits)...(limit + edits + 1)]))
                for diagonal in stride(from: -edits, through: edits, by: 2) {
                    let down =
                        diagonal == -edits
                        || (diagonal != edits && reach[limit + diagonal - 1] < reach[limit + diagonal + 1])
                    var x = edits == 0 ? 0 : down ? reach[limit + diagonal + 1] : reach[limit + diagonal - 1] + 1
                    var y = x - diagonal
                    while x < width, y < height, x >= 0, y >= 0, old[oldStart + x] == new[newStart + y] {
                        x += 1
                        y += 1
                    }
                    reach[limit + diagonal] = x
                    if x >= width, y >= height {
                        end = (edits, diagonal)
                        break search
                    }
                }
            }
            let last: (edits: Int, diagonal: Int)
            if let end {
                last = end
            } else {
                var best = (progress: -1, diagonal: -limit)
                for diagonal in stride(from: -limit, through: limit, by: 2) {
                    let x = min(reach[limit + diagonal], width)
                    let y = min(x - diagonal, height)
                    if y >= 0, x + y > best.progress { best = (x + y, diagonal) }
                }
                last = (limit, best.diagonal)
            }
            // Walk back, taking the diagonal runs as matches.
            var diagonal = last.diagonal
            var x = reach[limit + diagonal]
            let reached = (x: min(x, width), y: min(max(x - diagonal, 0), height))
            for edits in stride(from: last.edits, through: 0, by: -1) {
                let row = trace[edits]
                func at(_ k: Int) -> Int { row[k + edits] }
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
                        pairs.append((oldStart + x, newStart + y))
                    }
                }
                if edits > 0 { x = at(nextDiagonal) }
                diagonal = nextDiagonal
            }
            if end != nil { return }
            oldStart += max(reached.x, 0)
            newStart += max(reached.y, 0)
            if reached.x + reached.y <= 0 { return }
        }
    }
}

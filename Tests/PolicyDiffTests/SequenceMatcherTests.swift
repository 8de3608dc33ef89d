import PolicyTestSupport
import Testing

@testable import PolicyDiff

struct SequenceMatcherTests {
    /// The length of the longest common subsequence, by the textbook.
    private func longest(_ old: [UInt32], _ new: [UInt32]) -> Int {
        var row = [Int](repeating: 0, count: new.count + 1)
        for left in old {
            var diagonal = 0
            for (index, right) in new.enumerated() {
                let above = row[index + 1]
                row[index + 1] = left == right ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[new.count]
    }

    @Test("matches are equal, ascend on both sides, and use each element once", arguments: 1...400)
    func matchesAreSound(seed: Int) {
        var dice = Dice(UInt64(seed))
        let old = (0..<dice.roll(40)).map { _ in UInt32(dice.roll(2 + seed % 9)) }
        let new = (0..<dice.roll(40)).map { _ in UInt32(dice.roll(2 + seed % 9)) }
        var last = (old: -1, new: -1)
        for match in SequenceMatcher.matches(old, new) {
            #expect(old[match.old] == new[match.new])
            #expect(match.old > last.old && match.new > last.new)
            last = match
        }
    }

    @Test("where no element is unique, as many are matched as can be", arguments: 1...200)
    func shortInputsAreMatchedFully(seed: Int) {
        var dice = Dice(UInt64(seed))
        // Every value stands at least twice on each side, so that no anchor can mislead.
        let old = (0..<(2 + dice.roll(14))).flatMap { _ in
            let value = UInt32(dice.roll(3)); return [value, value]
        }
        let new = (0..<(2 + dice.roll(14))).flatMap { _ in
            let value = UInt32(dice.roll(3)); return [value, value]
        }
        #expect(SequenceMatcher.matches(old, new).count == longest(old, new))
    }

    @Test("an edit inside a long equal text leaves the rest matched")
    func longTextsKeepTheirEnds() {
        let old = Array(UInt32(0)..<5_000)
        var new = old
        new.replaceSubrange(2_000..<2_010, with: [9_001, 9_002])
        #expect(SequenceMatcher.matches(old, new).count == 4_990)
    }

    @Test("a longest ascent is as long as the textbook's", arguments: 1...200)
    func ascentIsLongest(seed: Int) {
        var dice = Dice(UInt64(seed))
        let values = (0..<dice.roll(30)).map { _ in dice.roll(50) }
        let ascent = SequenceMatcher.longestAscent(values.enumerated().map { ($0, $1) })
        var best = [Int](repeating: 1, count: values.count)
        for later in values.indices {
            for earlier in 0..<later where values[earlier] < values[later] {
                best[later] = max(best[later], best[earlier] + 1)
            }
        }
        #expect(ascent.count == best.max() ?? 0)
        #expect(zip(ascent, ascent.dropFirst()).allSatisfy { $0.new < $1.new && $0.old < $1.old })
    }
}

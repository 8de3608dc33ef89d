import PolicyTestSupport
import Testing

@testable import PolicyDiff

struct AssignmentTests {
    /// The greatest sum of weights, by trying every choice.
    private func greatest(_ candidates: [Assignment.Candidate], _ row: Int, _ rows: Int, _ taken: Set<Int>) -> Int {
        guard row < rows else { return 0 }
        var best = greatest(candidates, row + 1, rows, taken)
        for candidate in candidates where candidate.row == row && !taken.contains(candidate.column) {
            let rest = greatest(candidates, row + 1, rows, taken.union([candidate.column]))
            best = max(best, candidate.weight + rest)
        }
        return best
    }

    private func random(_ seed: Int) -> (candidates: [Assignment.Candidate], rows: Int, columns: Int) {
        var dice = Dice(UInt64(seed))
        let rows = 1 + dice.roll(6)
        let columns = 1 + dice.roll(6)
        var candidates: [Assignment.Candidate] = []
        for row in 0..<rows {
            for column in 0..<columns where dice.roll(3) > 0 {
                candidates.append(
                    Assignment.Candidate(row: row, column: column, weight: 1 + dice.roll(20)))
            }
        }
        return (candidates, rows, columns)
    }

    @Test("no choice has a greater weight, and each row and column is used once", arguments: 1...500)
    func choiceIsBest(seed: Int) {
        let (candidates, rows, columns) = random(seed)
        let pairs = Assignment.best(candidates, rows: rows, columns: columns)
        var sum = 0
        for pair in pairs {
            let candidate = candidates.first { $0.row == pair.row && $0.column == pair.column }
            #expect(candidate != nil, "a pair that was no candidate")
            sum += candidate?.weight ?? 0
        }
        #expect(Set(pairs.map(\.row)).count == pairs.count)
        #expect(Set(pairs.map(\.column)).count == pairs.count)
        #expect(sum == greatest(candidates, 0, rows, []))
    }

    @Test("the order in which candidates are found decides nothing", arguments: 1...100)
    func orderOfCandidatesDecidesNothing(seed: Int) {
        let (candidates, rows, columns) = random(seed)
        let first = Assignment.best(candidates, rows: rows, columns: columns)
        let second = Assignment.best(candidates.reversed(), rows: rows, columns: columns)
        #expect(first.map(\.row) == second.map(\.row) && first.map(\.column) == second.map(\.column))
    }

    @Test("many that are nearly as good as each other are settled", arguments: 1...20)
    func nearlyEqualWeightsAreSettled(seed: Int) {
        var dice = Dice(UInt64(seed))
        var candidates: [Assignment.Candidate] = []
        for row in 0..<90 {
            for column in Set((0..<24).map { _ in dice.roll(90) }) {
                candidates.append(
                    Assignment.Candidate(row: row, column: column, weight: 300_000_000 + dice.roll(7) * 1_000))
            }
        }
        let pairs = Assignment.best(candidates, rows: 90, columns: 90)
        #expect(pairs.count == 90)
    }

    @Test("where too many compete for the best choice, the best pairs go first, each row and column once")
    func crowdsAreSettledBestFirst() {
        var candidates: [Assignment.Candidate] = []
        for row in 0..<300 {
            for step in 0..<24 {
                let column = (row + step * 7) % 300
                candidates.append(Assignment.Candidate(row: row, column: column, weight: step == 3 ? 2 : 1))
            }
        }
        let pairs = Assignment.best(candidates, rows: 300, columns: 300)
        #expect(pairs.count == 300)
        #expect(pairs.allSatisfy { $0.column == ($0.row + 21) % 300 })
    }
}

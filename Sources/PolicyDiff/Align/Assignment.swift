/// Which row goes to which column where several fit: the choice with the greatest sum of weights.
///
/// Rows and columns that compete, directly or through others, are settled together by shortest augmenting paths (Jonker and
/// Volgenant 1987, on sparse rows); a row or column may also stay alone, at no weight. Taking the best pair first would leave
/// two good pairs for one slightly better. Where so many compete that this would take too long, the best pair goes first after
/// all: the cost stays within `Thresholds.assignmentWork` a group, and close to linear in the number of candidates.
struct Assignment {
    /// A row and a column that fit, by how much.
    struct Candidate {
        let row: Int
        let column: Int
        /// Above 0.
        ///
        /// A whole number: sums of fractions that are rounded could make a way round shorter than none.
        let weight: Int
    }

    private let candidates: [Candidate]
    /// The candidates of each row: `starts[row]..<starts[row + 1]`.
    private var starts: [Int]
    private let rows: Int
    /// The row of each column, -1 where it has none.
    ///
    /// Behind the columns stands one for each row, in which it is alone.
    private var rowOf: [Int]
    private var columnOf: [Int]
    /// What the best choice so far gains by each row and column (the duals): no pair is worth more than both together.
    private var worth: [Int]
    private var price: [Int]
    /// The greatest weight: what a pair costs is what it lacks to it.
    private var most = 0
    private var search: Search

    /// Returns the pairs of the best choice, by row.
    ///
    /// Of choices of equal weight it takes the same one on every machine.
    ///
    /// - Parameters:
    ///   - candidates: what fits, in any order, each pair once.
    ///   - rows: how many rows there are.
    ///   - columns: how many columns there are.
    static func best(_ candidates: [Candidate], rows: Int, columns: Int) -> [(row: Int, column: Int)] {
        guard !candidates.isEmpty else { return [] }
        var assignment = Assignment(candidates, rows: rows, columns: columns)
        for group in assignment.groups(columns) { assignment.settle(group) }
        return (0..<rows).compactMap { row in
            let column = assignment.columnOf[row]
            return column >= 0 && column < columns ? (row, column) : nil
        }
    }

    private init(_ candidates: [Candidate], rows: Int, columns: Int) {
        self.candidates = candidates.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        self.rows = rows
        starts = [Int](repeating: 0, count: rows + 1)
        for candidate in candidates {
            starts[candidate.row + 1] += 1
            most = max(most, candidate.weight)
        }
        for row in 0..<rows { starts[row + 1] += starts[row] }
        rowOf = Array(repeating: -1, count: columns + rows)
        columnOf = Array(repeating: -1, count: rows)
        worth = Array(repeating: 0, count: rows)
        price = Array(repeating: 0, count: columns + rows)
        search = Search(columns: columns + rows)
    }

    private func edges(_ row: Int) -> ArraySlice<Candidate> { candidates[starts[row]..<starts[row + 1]] }

    /// The rows that compete with one another for columns, in groups, each in order.
    private func groups(_ columns: Int) -> [[Int]] {
        var leader = Array(0..<rows)
        func top(_ row: Int) -> Int {
            var row = row
            while leader[row] != row {
                leader[row] = leader[leader[row]]
                row = leader[row]
            }
            return row
        }
        var firstRow = [Int](repeating: -1, count: columns)
        for candidate in candidates {
            let other = firstRow[candidate.column]
            if other < 0 {
                firstRow[candidate.column] = candidate.row
            } else {
                leader[top(candidate.row)] = top(other)
            }
        }
        var place = [Int](repeating: -1, count: rows)
        var groups: [[Int]] = []
        for row in 0..<rows where !edges(row).isEmpty {
            let top = top(row)
            if place[top] < 0 {
                place[top] = groups.count
                groups.append([])
            }
            groups[place[top]].append(row)
        }
        return groups
    }

    private mutating func settle(_ group: [Int]) {
        let size = group.reduce(0) { $0 + edges($1).count }
        if group.count * size <= Thresholds.assignmentWork {
            for row in group { assign(row) }
        } else {
            assignBestFirst(group)
        }
    }

    // MARK: The best choice

    /// The columns that a search for a path has reached.
    private struct Search {
        /// The length of the shortest way to each column; `unreached` where none is known.
        var distance: [Int]
        /// The row from which that way reaches it.
        var from: [Int]
        /// Reached, and not final yet.
        var open: [Int] = []
        /// Final, in the order in which they became so.
        var final: [Int] = []

        private static var unreached: Int { .max }

        init(columns: Int) {
            distance = Array(repeating: Self.unreached, count: columns)
            from = Array(repeating: -1, count: columns)
        }

        mutating func reach(_ column: Int, _ length: Int, from row: Int) {
            // A final column has a way that is no longer.
            guard length < distance[column] else { return }
            if distance[column] == Self.unreached { open.append(column) }
            distance[column] = length
            from[column] = row
        }

        /// Takes the nearest open column.
        mutating func next() -> Int? {
            guard
                let place = open.indices.min(by: {
                    (distance[open[$0]], open[$0]) < (distance[open[$1]], open[$1])
                })
            else { return nil }
            let column = open.remove(at: place)
            final.append(column)
            return column
        }

        mutating func clear() {
            for column in open + final { distance[column] = Self.unreached }
            open.removeAll(keepingCapacity: true)
            final.removeAll(keepingCapacity: true)
        }
    }

    /// Gives a row its column, or none, and other rows other columns where all together gain by it.
    private mutating func assign(_ start: Int) {
        let columns = rowOf.count - rows
        var row = start
        var length = 0
        while true {
            for edge in edges(row) {
                let lacks = most - edge.weight - worth[row] - price[edge.column]
                search.reach(edge.column, length + lacks, from: row)
            }
            search.reach(columns + row, length + most - worth[row] - price[columns + row], from: row)
            // Every row can be alone, so there is a way.
            guard let column = search.next() else { return }
            length = search.distance[column]
            if rowOf[column] < 0 { break }
            row = rowOf[column]
        }
        worth[start] += length
        for column in search.final {
            let gain = length - search.distance[column]
            if rowOf[column] >= 0 { worth[rowOf[column]] += gain }
            price[column] -= gain
        }
        var column = search.final[search.final.count - 1]
        while true {
            let row = search.from[column]
            let former = columnOf[row]
            rowOf[column] = row
            columnOf[row] = column
            if row == start { break }
            column = former
        }
        search.clear()
    }

    // MARK: The best pair first

    private mutating func assignBestFirst(_ group: [Int]) {
        let sorted = group.flatMap { edges($0) }.sorted {
            ($1.weight, $0.row, $0.column) < ($0.weight, $1.row, $1.column)
        }
        for candidate in sorted where rowOf[candidate.column] < 0 && columnOf[candidate.row] < 0 {
            rowOf[candidate.column] = candidate.row
            columnOf[candidate.row] = candidate.column
        }
    }
}

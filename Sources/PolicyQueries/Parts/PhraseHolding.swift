import PolicyModel

/// Which records of a policy hold a phrase, and in which clauses.
struct PhraseHolding {
    /// What was found under one name of the policy, with the place of each record's content among those of that name.
    fileprivate struct Part {
        let found: FoundPhrase
        let places: [Int?]
        /// How many of the contents up to each place are those of a record: others were only in a history that is gone.
        let borne: [Int]
    }

    /// Whether each record holds the phrase, oldest first.
    let holds: [Bool]
    private let parts: [Part]
    private let reader: any ClauseReader

    /// Makes it of what was found under the names that a policy bears and bore.
    init(_ found: [FoundPhrase], in records: [PolicyRecord], _ reader: any ClauseReader) {
        self.reader = reader
        parts = found.map { found in
            let places = Dictionary(
                found.contents.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
            let ofRecords = records.map { FoundPhrase.Content($0).flatMap { places[$0] } }
            var isBorne = [Int](repeating: 0, count: found.contents.count)
            for place in ofRecords { if let place { isBorne[place] = 1 } }
            var borne = [0]
            for count in isBorne { borne.append(borne[borne.count - 1] + count) }
            return Part(found: found, places: ofRecords, borne: borne)
        }
        var holds = [Bool](repeating: false, count: records.count)
        for part in parts {
            // How many clauses begin to hold it at a content, less those that hold it no more: however many clauses there are, each is looked at once.
            var steps = [Int](repeating: 0, count: part.found.contents.count + 1)
            for range in part.found.clauses.lazy.flatMap(\.contents) {
                steps[part.clamped(range.lowerBound)] += 1
                steps[part.clamped(range.upperBound + 1)] -= 1
            }
            var count = 0
            let isHeld = steps.map { step in
                count += step
                return count > 0
            }
            for (entry, place) in part.places.enumerated() {
                if let place, isHeld[place] { holds[entry] = true }
            }
        }
        self.holds = holds
    }

    /// How many clauses of any record hold it.
    var clauseCount: Int {
        let borne = parts.map { part in part.found.clauses.lazy.filter { part.isBorne($0) } }
        return borne.count == 1 ? borne[0].count : Set(borne.joined().map(\.number)).count
    }

    /// Returns the clauses of one record that hold it, in the order in which one reads them.
    func clauses(in entry: Int) throws -> [Int64] {
        guard let part = parts.first(where: { $0.places[entry] != nil }), let place = part.places[entry] else {
            return []
        }
        var seen: Set<Int64> = []
        return try reader.clauses(of: part.found.policy, at: place).filter {
            part.clause($0)?.stands(in: place) == true && seen.insert($0).inserted
        }
    }

    /// Returns the clauses that hold it in other records than one, those that stood latest first, in the order in which one read them then.
    func clauses(notIn entry: Int) throws -> [Int64] {
        var missing = Set(parts.flatMap { part in part.found.clauses.filter { part.isBorne($0) }.map(\.number) })
        missing.subtract(try clauses(in: entry))
        var clauses: [Int64] = []
        for entry in holds.indices.reversed() where holds[entry] && !missing.isEmpty {
            for clause in try self.clauses(in: entry) where missing.remove(clause) != nil { clauses.append(clause) }
        }
        return clauses
    }

    /// Returns whether each record holds one of the clauses.
    func holds(of number: Int64) -> [Bool] {
        var holds = [Bool](repeating: false, count: holds.count)
        for part in parts {
            guard let clause = part.clause(number) else { continue }
            for (entry, place) in part.places.enumerated() {
                if let place, clause.stands(in: place) { holds[entry] = true }
            }
        }
        return holds
    }
}

extension PhraseHolding.Part {
    func clamped(_ place: Int) -> Int { min(max(place, 0), found.contents.count) }

    /// Whether a clause stands in a content that is still that of a record.
    func isBorne(_ clause: FoundPhrase.Clause) -> Bool {
        clause.contents.contains { borne[clamped($0.upperBound + 1)] > borne[clamped($0.lowerBound)] }
    }

    /// Returns the clause with a number; they are in the order of their numbers.
    func clause(_ number: Int64) -> FoundPhrase.Clause? {
        var (low, high) = (0, found.clauses.count)
        while low < high {
            let middle = (low + high) / 2
            if found.clauses[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < found.clauses.count && found.clauses[low].number == number ? found.clauses[low] : nil
    }
}

extension FoundPhrase.Clause {
    /// Whether it stands in a content, by the place of that.
    fileprivate func stands(in place: Int) -> Bool {
        if contents.count == 1 { return contents[0].contains(place) }
        var (low, high) = (0, contents.count)
        while low < high {
            let middle = (low + high) / 2
            if contents[middle].upperBound < place { low = middle + 1 } else { high = middle }
        }
        return low < contents.count && contents[low].lowerBound <= place
    }
}

internal import PolicyModel

/// All readings of a changed clause, in the order in which they may claim its hunks.
enum Readings {
    private static let editorial: [@Sendable (inout ClauseEdit) -> [Telling]] = [
        { DateStampReading.read(&$0) }, { EditorialReading.read(&$0) },
    ]

    private static let substantive: [@Sendable (inout ClauseEdit) -> [Telling]] = [
        { PartyReading.read(&$0) }, { ContactReading.read(&$0) }, { QuantityReading.read(&$0) },
        { ModalityReading.read(&$0) },
        { StatementReading.read(&$0) }, { DefinitionReading.read(&$0) }, { ExceptionReading.read(&$0) },
        { TopicReading.read(&$0) },
        { ScopeReading.read(&$0) },
    ]

    /// In how many places a clause may differ for each to be read by itself.
    private static let mostHunks = 400

    /// Returns what is to be told of a changed clause: what is substantive, one change a kind; else the one editorial kind that says most.
    static func tell(_ edit: inout ClauseEdit) -> [Telling] {
        if edit.hunks.count > mostHunks {
            // Each hunk is read with the sentence around it: without a bound, a long text of few words would cost its square.
            return [
                Telling(
                    kind: .clauseReworded, direction: .unclear,
                    reason: "words differ in \(edit.hunks.count) places of the same clause", hunks: edit.hunks)
            ]
        }
        var wording: [Telling] = []
        for reading in editorial { wording += reading(&edit) }
        var told: [Telling] = []
        for reading in substantive where !edit.open.isEmpty {
            for telling in reading(&edit) {
                if telling.kind.significance == .editorial {
                    wording.append(telling)
                } else if let index = told.firstIndex(where: { $0.kind == telling.kind }) {
                    told[index] = joined(told[index], telling)
                } else {
                    told.append(telling)
                }
            }
        }
        if told.contains(where: { !$0.isWeak }) {
            // What is weak is told beside what is not only where it stands in a sentence of its own.
            let strong = told.filter { !$0.isWeak }.flatMap(\.hunks)
            told.removeAll { telling in
                telling.isWeak && telling.quantities.isEmpty && telling.hunks.contains { shares($0, strong, edit) }
            }
        } else if told.count > 1 {
            // Of several weak kinds the first tells for all; where they pull both ways nobody can say which way it goes.
            let directions = Set(told.map(\.direction)).subtracting([.neutral])
            var first = told[0]
            if directions.count > 1 { first.direction = .unclear }
            for other in told.dropFirst() {
                first.quantities += other.quantities
                first.hunks += other.hunks
            }
            told = [first]
        }
        if !told.isEmpty { return told }
        if let first = wording.first { return [first] }
        return [Telling(kind: .reworded, direction: .neutral, reason: "the same words in another order of clauses")]
    }

    /// Whether a hunk stands in a sentence with any of the others, in the old text or the new one.
    private static func shares(_ hunk: Hunk, _ others: [Hunk], _ edit: ClauseEdit) -> Bool {
        let before = edit.old.sentence(at: hunk.old.lowerBound)
        let after = edit.new.sentence(at: hunk.new.lowerBound)
        return others.contains { other in
            edit.old.sentence(at: other.old.lowerBound) == before
                || edit.new.sentence(at: other.new.lowerBound) == after
        }
    }

    private static func joined(_ first: Telling, _ second: Telling) -> Telling {
        var joined = first
        if first.direction != second.direction { joined.direction = .unclear }
        joined.hunks += second.hunks
        joined.quantities += second.quantities
        return joined
    }
}

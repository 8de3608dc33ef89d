internal import PolicyModel

extension ClauseTeller {
    /// Puts items to the lead-in that came or went with them, and the items of one list under a new heading together.
    static func units(_ clauses: [Int], _ document: Document, _ partner: [Int?]) -> [[Int]] {
        let present = Set(clauses)
        var units: [[Int]] = []
        var unitOf: [Int: Int] = [:]
        var tables: [Int: Int] = [:]
        for index in clauses.sorted() {
            let clause = document.clauses[index]
            var target: Int?
            if let lead = clause.leadIn, present.contains(lead) {
                target = unitOf[lead]
            } else if case .tableRow = clause.form {
                let lead = clause.leadIn ?? -1 - clause.section
                // Rows of one table that came or went are one change.
                target = tables[lead]
                if target == nil { tables[lead] = units.count }
            } else if case .listItem = clause.form, isName(clause.text), let previous = unitOf[index - 1],
                document.clauses[index - 1].leadIn == clause.leadIn,
                document.clauses[index - 1].section == clause.section,
                case .listItem = document.clauses[index - 1].form,
                isName(document.clauses[index - 1].text)
            {
                // A list of names that grows is one change.
                target = previous
            } else if clause.leadIn == nil, case .listItem = clause.form, partner[clause.section] == nil,
                let previous = unitOf[index - 1], document.clauses[index - 1].section == clause.section,
                case .listItem = document.clauses[index - 1].form
            {
                target = previous
            }
            if let target, units[target].count < 64 {
                units[target].append(index)
                unitOf[index] = target
            } else {
                unitOf[index] = units.count
                units.append([index])
            }
        }
        return units
    }
}

internal import PolicyModel

/// What stands around a clause and gives it its meaning: the lead-in of its list and the headings above it.
struct Context {
    /// What the lead-in or a heading says, for a clause that has no modality of its own.
    let inherited: Facts
    /// The headings that lead to the clause.
    let path: [String]
    /// Whether the clause stands in a list with a lead-in, in a table, or under a heading that forbids or demands.
    let isLed: Bool

    /// Whether the clause is one of a list below a heading, which the heading leads in where no sentence does: an item, or one
    /// of short lines that stand for items.
    let isListed: Bool

    /// Whether the lead-in says that the list spells something out ("This covers:").
    let isExampleList: Bool

    /// What stands around a statement that is no clause of a text, such as a rule's action.
    init(inherited: Facts, path: [String]) {
        self.inherited = inherited
        self.path = path
        self.isLed = true
        self.isListed = false
        self.isExampleList = false
    }

    /// Reads what stands around a clause.
    init(_ clause: Int, _ side: PairReader.Side, _ reader: inout PairReader) {
        let document = reader.document(side)
        path = document.path(ofSection: document.clauses[clause].section)
        var inherited = Facts()
        var isLed = false
        var isExampleList = false
        var next = document.clauses[clause].leadIn
        var steps = 0
        while let lead = next, steps < 8 {
            isLed = true
            let said = reader.leadIn(side, clause: lead)
            isExampleList = isExampleList || (steps == 0 && said.isExample)
            let facts = said.facts
            if facts.modality != .none || facts.effect != .unknown {
                inherited = facts
                break
            }
            next = document.clauses[lead].leadIn
            steps += 1
        }
        if inherited.modality == .none {
            var section: Int? = document.clauses[clause].section
            while let current = section {
                let tokens = reader.tokens(side, heading: current)
                let traits = tokens.reduce(into: Traits()) { $0.formUnion($1.traits) }
                if traits.contains(.mustNot) {
                    inherited.modality = .mustNot
                    inherited.actor = .reader
                    inherited.effect = .burden
                    isLed = true
                    break
                }
                section = document.sections[current].parent
            }
        }
        self.inherited = inherited
        self.isLed = isLed
        isListed = Self.isListed(clause, side, &reader)
        self.isExampleList = isExampleList
    }

    /// Whether a clause is an item below a heading, or stands among short lines below a heading that speaks of the policy's matters.
    private static func isListed(_ clause: Int, _ side: PairReader.Side, _ reader: inout PairReader) -> Bool {
        let clauses = reader.document(side).clauses
        let section = clauses[clause].section
        guard section > 0 else { return false }
        if case .listItem = clauses[clause].form { return true }
        func isShortLine(_ index: Int) -> Bool {
            guard clauses.indices.contains(index), clauses[index].section == section,
                case .paragraph = clauses[index].form
            else { return false }
            return clauses[index].text.utf8.count <= 60 && clauses[index].text.utf8.last != UInt8(ascii: ".")
        }
        guard isShortLine(clause), isShortLine(clause - 1) || isShortLine(clause + 1) else { return false }
        let matters: Traits = [.personalData, .mustNot, .thirdParty, .cost, .ban, .penalty]
        return reader.tokens(side, heading: section).contains { !$0.traits.isDisjoint(with: matters) }
    }

    /// Gives a statement what it inherits where it says nothing itself.
    func completed(_ facts: Facts) -> Facts {
        // "We may: use …": an item that begins with a verb is no command where the lead-in says who does it.
        let isItem = facts.isCommand && inherited.modality != .none
        guard facts.modality == .none || isItem, inherited.modality != .none || facts.effect == .unknown else {
            return facts
        }
        var facts = facts
        if inherited.modality != .none {
            facts.modality = inherited.modality
            facts.actor = inherited.actor
        }
        if inherited.effect != .unknown { facts.effect = inherited.effect }
        return facts
    }
}

/// What a clause says to the items of the list that it leads: read once, for the items are many.
struct LeadIn {
    /// What its last sentence that says anything does.
    let facts: Facts
    /// Whether its last sentence says that the list spells something out.
    let isExample: Bool

    init(_ passage: Passage) {
        let sentences = passage.sentences.reversed().map { Facts(passage, $0) }
        isExample =
            sentences.first?.traits.contains(.example) == true && sentences.first?.modality == Modality.none
        facts = sentences.first { $0.modality != .none } ?? sentences.first { $0.effect != .unknown } ?? Facts()
    }
}

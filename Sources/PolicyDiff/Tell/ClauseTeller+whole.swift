internal import PolicyModel

extension ClauseTeller {
    /// Tells clauses that came or went, each list together with the lead-in that came or went with it.
    static func tellWhole(
        _ items: [Item], _ side: PairReader.Side, _ parts: PageParts, _ sections: SectionAlignment,
        _ reader: inout PairReader
    ) -> [Draft] {
        let document = reader.document(side)
        let alone = side == .new ? sections.oldOfNew : sections.newOfOld
        var drafts: [Draft] = []
        for unit in units(clauses(items), document, alone) {
            let passage = Passage(unit, side, &reader)
            let context = Context(unit[0], side, &reader)
            let added = side == .new
            let clause = document.clauses[unit[0]]
            var telling: Telling
            if DateStampReading.isDateStamp(passage) {
                telling = Telling(kind: .dateStampChanged, direction: .neutral, reason: "the line dates the text")
            } else if let reason = parts.reason(unit) {
                telling = Telling(kind: .pageFurnitureChanged, direction: .neutral, reason: reason)
            } else if isFurniture(unit, passage, context, side, &reader) {
                telling = Telling(kind: .pageFurnitureChanged, direction: .neutral, reason: PageParts.short)
            } else if ContactReading.isContact(passage, context) {
                telling = Telling(
                    kind: .contactChanged, direction: .neutral,
                    reason: "the words are an address \(added ? "that is new" : "that is gone")")
            } else {
                telling = StatementReading.telling(passage, context, reader.vocabulary, added: added)
                if case .tableRow = clause.form, telling.isOfTable {
                    telling = Telling(
                        kind: added ? .disclosureAdded : .disclosureRemoved, direction: telling.direction,
                        reason: "rows of a table are \(added ? "new" : "gone")",
                        quantities: telling.quantities, modality: telling.modality)
                    // A row without a verb or a price names a cookie or a company.
                    let traits = passage.traits(passage.words.indices)
                    telling.isMinor = traits.isDisjoint(with: [.burden, .cost, .enforcement, .currency])
                    if traits.isDisjoint(with: [.burden, .personalData]) { telling.direction = .unclear }
                }
                if Self.isSource(passage) {
                    // "Open data of the city: https://…": what a list names and where it stands burdens nobody.
                    telling.direction = .unclear
                    telling.isMinor = true
                }
                if context.isExampleList, case .listItem = clause.form, unit.count == 1 {
                    telling = Telling(
                        kind: added ? .exampleAdded : .exampleRemoved,
                        direction: StatementReading.direction(
                            of: context.completed(Facts(passage, passage.words.indices)), added: added),
                        reason: "an item of a list that spells a rule out is \(added ? "new" : "gone")",
                        quantities: telling.quantities,
                        modality: telling.modality)
                }
            }
            let evidence = Change.Evidence(text: passage.text, lines: passage.lines)
            var draft = Draft(
                telling.kind, telling.direction, section: context.path, place: context.path,
                before: added ? nil : evidence, after: added ? evidence : nil, reason: telling.reason,
                order: Double(unit[0]) + (added ? 0 : 0.5))
            draft.modality = telling.modality
            draft.quantities = telling.quantities
            draft.oldWords = telling.oldWords
            draft.newWords = telling.newWords
            if telling.isMinor, draft.significance == .material { draft.significance = .minor }
            draft.newSection = added ? clause.section : sections.newOfOld[clause.section]
            draft.oldSection = added ? nil : clause.section
            draft.oldItems = added ? [] : unit.map { .clause($0) }
            draft.newItems = added ? unit.map { .clause($0) } : []
            drafts.append(draft)
        }
        return drafts
    }

    /// Whether clauses that came or went together are parts of the page: as a whole, or each name of a list by itself.
    private static func isFurniture(
        _ unit: [Int], _ passage: Passage, _ context: Context, _ side: PairReader.Side, _ reader: inout PairReader
    ) -> Bool {
        let clauses = reader.document(side).clauses
        if Furniture.isFurniture(passage, clauses[unit[0]], context) { return true }
        guard unit.count > 1, unit.allSatisfy({ isName(clauses[$0].text) }) else { return false }
        return unit.allSatisfy { Furniture.isFurniture(Passage([$0], side, &reader), clauses[$0], context) }
    }

    /// Whether a clause names something and gives its web address, and says nothing more of it.
    private static func isSource(_ passage: Passage) -> Bool {
        let words = passage.words.indices
        let verbs: Traits = PageParts.binding.union([.may, .copula, .cost, .enforcement])
        return words.count <= 24 && words.contains { passage.word($0).kind == .url }
            && passage.traits(words).isDisjoint(with: verbs) && passage.sentences.count <= 1
    }

    /// Whether an item of a list is a name: few words, the longer ones with capitals, and no end of a sentence.
    static func isName(_ text: String) -> Bool {
        guard text.utf8.count <= 60, let last = text.unicodeScalars.last, !".;:".unicodeScalars.contains(last) else {
            return false
        }
        let words = text.split(separator: " ")
        return words.count <= 6
            && words.allSatisfy { word in
                guard let first = word.unicodeScalars.first, first.properties.isAlphabetic else { return true }
                return first.properties.isUppercase || word.utf8.count <= 3
            }
    }
}

extension Telling {
    /// Whether a row of a table says no more than a fact: what it allows it names in passing ("your consent, which you can withdraw").
    fileprivate var isOfTable: Bool {
        switch modality?.before ?? modality?.after {
        case Modality.none?, .may?, .needNot?: true
        default: false
        }
    }
}

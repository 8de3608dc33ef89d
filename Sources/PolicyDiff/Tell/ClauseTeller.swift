internal import PolicyModel

/// Tells what happened to clauses: changed, new, gone, moved.
enum ClauseTeller {
    static func drafts(_ alignment: Alignment, _ sections: SectionAlignment, _ reader: inout PairReader) -> [Draft] {
        var drafts: [Draft] = []
        let edits = readEdits(alignment, &reader)
        let parts = (old: PageParts(.old, &reader), new: PageParts(.new, &reader))
        for edit in edits { drafts += tell(edit, parts, &reader) }
        for (old, new) in alignment.equal { drafts += tellEqual(old, new, sections, &reader) }
        drafts += tellWhole(alignment.added, .new, parts.new, sections, &reader)
        drafts += tellWhole(alignment.removed, .old, parts.old, sections, &reader)
        drafts += tellRepeated(alignment, reader)
        return drafts
    }

    // MARK: Changed clauses

    /// Reads the edited groups, and the names that were replaced in several of them.
    private static func readEdits(_ alignment: Alignment, _ reader: inout PairReader) -> [ClauseEdit] {
        var read: [(old: Passage, new: Passage, hunks: [Hunk])] = []
        for group in alignment.edited {
            let old = clauses(group.old)
            let new = clauses(group.new)
            guard !old.isEmpty, !new.isEmpty else { continue }
            let before = Passage(old, .old, &reader)
            let after = Passage(new, .new, &reader)
            read.append((before, after, WordDiff.hunks(before, after)))
        }
        let renames = Renames.found(in: read + headings(alignment, &reader), reader.vocabulary)
        // All contexts first: the edits share the words that are known by then.
        let contexts = read.map { passages in
            (
                old: Context(passages.old.clauses[0], .old, &reader),
                new: Context(passages.new.clauses[0], .new, &reader)
            )
        }
        return zip(read, contexts).map { passages, context in
            ClauseEdit(
                old: passages.old, new: passages.new, oldContext: context.old, newContext: context.new,
                open: passages.hunks, hunks: passages.hunks, vocabulary: reader.vocabulary, renames: renames)
        }
    }

    /// The headings whose words differ: a name that was replaced is replaced there, too.
    private static func headings(
        _ alignment: Alignment, _ reader: inout PairReader
    ) -> [(old: Passage, new: Passage, hunks: [Hunk])] {
        var headings: [(old: Passage, new: Passage, hunks: [Hunk])] = []
        for group in alignment.edited {
            guard case .heading(let old)? = group.old.first, case .heading(let new)? = group.new.first else { continue }
            let before = Passage(heading: old, .old, &reader)
            let after = Passage(heading: new, .new, &reader)
            headings.append((before, after, WordDiff.hunks(before, after)))
        }
        return headings
    }

    private static func clauses(_ items: [Item]) -> [Int] {
        items.compactMap { if case .clause(let index) = $0 { index } else { nil } }
    }

    private static func tell(
        _ edit: ClauseEdit, _ parts: (old: PageParts, new: PageParts), _ reader: inout PairReader
    ) -> [Draft] {
        var edit = edit
        let clause = edit.new.clauses[0]
        let reason = parts.old.reason(edit.old.clauses) == nil ? nil : parts.new.reason(edit.new.clauses)
        let isFurniture =
            reason != nil
            || !(DateStampReading.isDateStamp(edit.old) && DateStampReading.isDateStamp(edit.new))
                && Furniture.isFurniture(edit.new, reader.new.clauses[clause], edit.newContext)
                && Furniture.isFurniture(edit.old, reader.old.clauses[edit.old.clauses[0]], edit.oldContext)
        let tellings =
            isFurniture
            ? [
                Telling(
                    kind: .pageFurnitureChanged, direction: .neutral, reason: reason ?? PageParts.short)
            ]
            : Readings.tell(&edit)
        let section = reader.new.clauses[clause].section
        let oldSection = reader.old.clauses[edit.old.clauses[0]].section
        return tellings.enumerated().map { index, telling in
            var draft = Draft(
                telling.kind, telling.direction, section: edit.newContext.path, place: edit.oldContext.path,
                before: Change.Evidence(text: edit.old.text, lines: edit.old.lines),
                after: Change.Evidence(text: edit.new.text, lines: edit.new.lines), reason: telling.reason,
                order: Double(clause) + Double(index) / 100)
            draft.edits = WordEdits.edits(edit.old, edit.new, edit.hunks)
            draft.modality = telling.modality
            draft.quantities = telling.quantities
            draft.oldWords = telling.oldWords
            draft.newWords = telling.newWords
            draft.also = telling.also
            draft.name = telling.also.isEmpty ? telling.name : nil
            draft.newSection = section
            draft.oldSection = oldSection
            draft.oldItems = edit.old.clauses.map { .clause($0) }
            draft.newItems = edit.new.clauses.map { .clause($0) }
            draft.isVague = telling.isVague
            draft.binder = telling.binder
            draft.shown = shown(telling, edit)
            if telling.isMinor, draft.significance == .material { draft.significance = .minor }
            return draft
        }
    }

    /// What the sentence quotes where the words alone say too little: words for words, and few of them.
    private static func shown(_ telling: Telling, _ edit: ClauseEdit) -> (old: String, new: String)? {
        guard let hunk = telling.hunks.first, telling.hunks.count == 1, Summary.needsSurroundings(telling.kind),
            max(hunk.old.count, hunk.new.count) <= 4
        else { return nil }
        return edit.shown(hunk)
    }

    // MARK: Equal words

    /// Tells what differs between clauses whose words are equal: marks, typography, markup, links, place.
    private static func tellEqual(
        _ old: Item, _ new: Item, _ sections: SectionAlignment, _ reader: inout PairReader
    ) -> [Draft] {
        guard case .clause(let before) = old, case .clause(let after) = new else {
            return old.isHeading != new.isHeading ? [flipped(old, new, reader)] : []
        }
        let oldClause = reader.old.clauses[before]
        let newClause = reader.new.clauses[after]
        var drafts: [Draft] = []
        func tell(_ kind: ChangeKind, _ reason: String) {
            var draft = Draft(
                kind, .neutral, section: reader.new.path(ofSection: newClause.section),
                place: reader.old.path(ofSection: oldClause.section),
                before: Change.Evidence(text: oldClause.text, lines: oldClause.lines),
                after: Change.Evidence(text: newClause.text, lines: newClause.lines), reason: reason,
                order: Double(after))
            draft.newSection = newClause.section
            draft.oldSection = oldClause.section
            draft.oldItems = [old]
            draft.newItems = [new]
            drafts.append(draft)
        }
        if oldClause.text != newClause.text {
            let (kind, reason) = Marks.difference(oldClause.text, newClause.text)
            tell(kind, reason)
        } else if oldClause.spans != newClause.spans {
            let targets = links(oldClause) != links(newClause)
            tell(
                targets ? .linkTargetChanged : .formattingChanged,
                targets ? "a link's target differs" : "the markup differs")
        }
        if sections.newOfOld[oldClause.section] != newClause.section, sections.newOfOld[oldClause.section] != nil,
            sections.oldOfNew[newClause.section] != nil
        {
            tell(.clauseMoved, "the same clause stands in another section")
        }
        return drafts
    }

    private static func links(_ clause: Clause) -> [String] {
        clause.spans.compactMap {
            switch $0.style {
            case .link(let target): target
            case .image(let source): source
            default: nil
            }
        }
    }

    /// A heading that became a paragraph, or the reverse.
    private static func flipped(_ old: Item, _ new: Item, _ reader: PairReader) -> Draft {
        func evidence(_ item: Item, _ document: Document) -> (Change.Evidence, Int) {
            switch item {
            case .heading(let index):
                (Change.Evidence(text: document.sections[index].heading, lines: document.sections[index].lines), index)
            case .clause(let index):
                (
                    Change.Evidence(text: document.clauses[index].text, lines: document.clauses[index].lines),
                    document.clauses[index].section
                )
            }
        }
        let (before, oldSection) = evidence(old, reader.old)
        let (after, newSection) = evidence(new, reader.new)
        let order: Int =
            switch new {
            case .heading(let index): reader.new.sections[index].clauses.lowerBound
            case .clause(let index): index
            }
        var draft = Draft(
            .formattingChanged, .neutral, section: reader.new.path(ofSection: newSection),
            place: reader.old.path(ofSection: oldSection), before: before, after: after,
            reason: "a heading became a paragraph, or the reverse", order: Double(order))
        draft.oldItems = [old]
        draft.newItems = [new]
        return draft
    }

    // MARK: New and gone

    /// Tells clauses that came or went, each list together with the lead-in that came or went with it.
    private static func tellWhole(
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

    /// Puts items to the lead-in that came or went with them, and the items of one list under a new heading together.
    private static func units(_ clauses: [Int], _ document: Document, _ partner: [Int?]) -> [[Int]] {
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
    private static func isName(_ text: String) -> Bool {
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

    private static func tellRepeated(_ alignment: Alignment, _ reader: PairReader) -> [Draft] {
        func draft(_ item: Item, _ side: PairReader.Side) -> Draft? {
            guard case .clause(let index) = item else { return nil }
            let document = reader.document(side)
            let clause = document.clauses[index]
            let evidence = Change.Evidence(text: clause.text, lines: clause.lines)
            let path = document.path(ofSection: clause.section)
            var draft = Draft(
                .pageFurnitureChanged, .neutral, section: path, place: path, before: side == .old ? evidence : nil,
                after: side == .new ? evidence : nil, reason: "the same text stands elsewhere in the document",
                order: Double(index))
            draft.oldItems = side == .old ? [item] : []
            draft.newItems = side == .new ? [item] : []
            return draft
        }
        return alignment.repeated.compactMap { draft($0, .new) } + alignment.unrepeated.compactMap { draft($0, .old) }
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

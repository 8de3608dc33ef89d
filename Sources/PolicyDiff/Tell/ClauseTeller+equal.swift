internal import PolicyModel

extension ClauseTeller {
    /// Tells what differs between clauses whose words are equal: marks, typography, markup, links, place.
    static func tellEqual(
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

    /// Tells text that stands more often than before, or less often.
    static func tellRepeated(_ alignment: Alignment, _ reader: PairReader) -> [Draft] {
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

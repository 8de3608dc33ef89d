internal import PolicyModel

/// Tells what happened to sections: new, gone, renamed, moved, split, merged, renumbered.
enum StructureTeller {
    static func drafts(
        _ alignment: Alignment, _ sections: SectionAlignment, _ reader: inout PairReader, content: [Draft]
    ) -> [Draft] {
        var drafts: [Draft] = []
        let flippedNew = Set(
            alignment.equal.compactMap { pair -> Int? in
                if case .heading(let index) = pair.new, !pair.old.isHeading { index } else { nil }
            })
        let flippedOld = Set(
            alignment.equal.compactMap { pair -> Int? in
                if case .heading(let index) = pair.old, !pair.new.isHeading { index } else { nil }
            })
        let repeatedNew = Set(
            alignment.repeated.compactMap { item -> Int? in if case .heading(let index) = item { index } else { nil } })
        let sources = Sources(alignment, reader)
        let inside = Content(content)
        for index in reader.new.sections.indices.dropFirst(0)
        where sections.oldOfNew[index] == nil && !flippedNew.contains(index) && !repeatedNew.contains(index) {
            if let draft = tell(index, .new, sources, sections, &reader, inside) { drafts.append(draft) }
        }
        for index in reader.old.sections.indices where sections.newOfOld[index] == nil && !flippedOld.contains(index) {
            if let draft = tell(index, .old, sources, sections, &reader, inside) { drafts.append(draft) }
        }
        for (new, old) in sections.oldOfNew.enumerated() {
            if let old, let draft = renamed(old, new, &reader) { drafts.append(draft) }
        }
        for new in sections.moved {
            guard let old = sections.oldOfNew[new], !reader.new.sections[new].heading.isEmpty else { continue }
            drafts.append(draft(.sectionMoved, old, new, reader, "the section stands in another place"))
        }
        return drafts
    }

    /// How much the changes told of what came and went matter, by its section.
    private struct Content {
        var new: [Int: [(significance: Significance, direction: Direction)]] = [:]
        var old: [Int: [(significance: Significance, direction: Direction)]] = [:]

        init(_ drafts: [Draft]) {
            for draft in drafts {
                let weight = (draft.significance, draft.direction)
                if let section = draft.newSection, draft.before == nil { new[section, default: []].append(weight) }
                if let section = draft.oldSection, draft.after == nil { old[section, default: []].append(weight) }
            }
        }
    }

    /// Which sections the clauses of a section came from, and where they went.
    private struct Sources {
        var old: [Int: [Int: Int]] = [:]
        var new: [Int: [Int: Int]] = [:]

        init(_ alignment: Alignment, _ reader: PairReader) {
            func count(_ before: Item, _ after: Item) {
                guard case .clause(let oldClause) = before, case .clause(let newClause) = after else { return }
                let oldSection = reader.old.clauses[oldClause].section
                let newSection = reader.new.clauses[newClause].section
                let size = reader.new.clauses[newClause].text.utf8.count
                new[newSection, default: [:]][oldSection, default: 0] += size
                old[oldSection, default: [:]][newSection, default: 0] += size
            }
            for (before, after) in alignment.equal { count(before, after) }
            for group in alignment.edited {
                for after in group.new { if let before = group.old.first { count(before, after) } }
            }
        }
    }

    /// A section without a counterpart: new or gone, or split from or merged with one whose text it shares.
    private static func tell(
        _ index: Int, _ side: PairReader.Side, _ sources: Sources, _ sections: SectionAlignment,
        _ reader: inout PairReader,
        _ content: Content
    ) -> Draft? {
        let document = reader.document(side)
        let section = document.sections[index]
        let words = reader.words(side, .heading(index))
        guard !section.heading.isEmpty, !words.isEmpty else { return nil }
        let added = side == .new
        let evidence = Change.Evidence(text: section.heading, lines: section.lines)
        let size = section.clauses.reduce(0) { $0 + document.clauses[$1].text.utf8.count }
        let shared = (added ? sources.new[index] : sources.old[index]) ?? [:]
        let best = shared.max { ($0.value, $1.key) < ($1.value, $0.key) }
        let isPart = best.map { $0.value * 10 >= size * 6 } ?? false
        let inside = (added ? content.new[index] : content.old[index]) ?? []
        let kind: ChangeKind =
            isPart ? (added ? .sectionSplit : .sectionMerged) : (added ? .sectionAdded : .sectionRemoved)
        var draft = Draft(
            kind, .neutral, section: document.path(ofSection: index), place: document.path(ofSection: index),
            before: added ? nil : evidence, after: added ? evidence : nil,
            reason: isPart
                ? "most of its text stands in another section of the other version"
                : "no section of the other version has its heading or its text",
            order: Double(section.clauses.lowerBound) - 0.5 + (added ? 0 : 0.2))
        draft.newSection = added ? index : nil
        draft.oldSection = added ? nil : index
        draft.oldItems = added ? [] : [.heading(index)]
        draft.newItems = added ? [.heading(index)] : []
        if !isPart {
            draft.significance = inside.map(\.significance).max() ?? .editorial
            let directions = Set(inside.filter { $0.significance > .editorial }.map(\.direction)).subtracting([.neutral]
            )
            draft.direction =
                directions.count == 1 ? directions.first ?? .neutral : directions.isEmpty ? .neutral : .unclear
            // A heading does not pull where what it holds tells the way itself.
            if directions.count > 1 { draft.direction = .neutral }
        }
        return draft
    }

    private static func renamed(_ old: Int, _ new: Int, _ reader: inout PairReader) -> Draft? {
        let before = reader.old.sections[old].heading
        let after = reader.new.sections[new].heading
        guard before != after, !before.isEmpty, !after.isEmpty else { return nil }
        if DateStampReading.isDateStamp(Passage(heading: old, .old, &reader)),
            DateStampReading.isDateStamp(Passage(heading: new, .new, &reader))
        {
            return draft(.dateStampChanged, old, new, reader, "the line dates the text")
        }
        // Words that mean the same still make another heading.
        if reader.words(.old, .heading(old)) != reader.words(.new, .heading(new))
            || letters(.old, old, &reader) != letters(.new, new, &reader)
        {
            return draft(.sectionRenamed, old, new, reader, "the headings of the same section differ")
        }
        let (kind, reason) = Marks.difference(before, after)
        return draft(kind, old, new, reader, reason)
    }

    /// The letters and digits of a heading, its number left out.
    private static func letters(_ side: PairReader.Side, _ index: Int, _ reader: inout PairReader) -> String {
        let bytes = Array(reader.document(side).sections[index].heading.utf8)
        let words = reader.tokens(side, heading: index).filter { $0.kind != .numbering && $0.kind != .reference }
        return words.map { Spelling.squeezed(String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)) }.joined()
    }

    private static func draft(_ kind: ChangeKind, _ old: Int, _ new: Int, _ reader: PairReader, _ reason: String)
        -> Draft
    {
        let before = reader.old.sections[old]
        let after = reader.new.sections[new]
        var draft = Draft(
            kind, .neutral, section: reader.new.path(ofSection: new), place: reader.old.path(ofSection: old),
            before: Change.Evidence(text: before.heading, lines: before.lines),
            after: Change.Evidence(text: after.heading, lines: after.lines), reason: reason,
            order: Double(after.clauses.lowerBound) - 0.5)
        draft.newSection = new
        draft.oldSection = old
        draft.oldItems = [.heading(old)]
        draft.newItems = [.heading(new)]
        return draft
    }
}

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

    static func clauses(_ items: [Item]) -> [Int] {
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
}

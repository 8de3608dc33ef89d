import PolicyModel

/// A stretch of a text that an anchor names: a section with all that is under it, or a clause with the items it leads in.
struct DocumentPiece: Hashable {
    /// The sections it consists of; empty where it is a clause, or nothing yet.
    let sections: Range<Int>
    /// The clauses it consists of.
    let clauses: Range<Int>
    /// The section that it stands under; nil at the top.
    let parent: Int?

    /// Whether it holds another piece whole, and more.
    func isLarger(than other: DocumentPiece) -> Bool {
        self != other && clauses.contains(other.clauses)
            && (other.sections.isEmpty ? true : sections.contains(other.sections))
    }

    /// Whether it holds what another piece consists of.
    func overlaps(_ other: DocumentPiece) -> Bool {
        sections.overlaps(other.sections) || clauses.overlaps(other.clauses)
    }
}

extension Document {
    /// Returns the stretch that an anchor names; nil where the text has no such anchor.
    func piece(at anchor: String) -> DocumentPiece? {
        switch anchorTarget(anchor) {
        case .section(let index): piece(ofSection: index)
        case .clause(let index): piece(ofClause: index)
        case nil: nil
        }
    }

    private func piece(ofSection first: Int) -> DocumentPiece {
        var end = first + 1
        while end < sections.count, isUnder(first, end) { end += 1 }
        return DocumentPiece(
            sections: first..<end, clauses: sections[first].clauses.lowerBound..<sections[end - 1].clauses.upperBound,
            parent: sections[first].parent)
    }

    private func isUnder(_ ancestor: Int, _ section: Int) -> Bool {
        var next = sections[section].parent
        while let current = next, current > ancestor { next = sections[current].parent }
        return next == ancestor
    }

    private func piece(ofClause first: Int) -> DocumentPiece {
        var end = first + 1
        while end < clauses.count, clauses[end].section == clauses[first].section,
            let lead = clauses[end].leadIn, (first..<end).contains(lead)
        {
            end += 1
        }
        let section = clauses[first].section
        return DocumentPiece(sections: section..<section, clauses: first..<end, parent: section)
    }

    /// Returns the place where a section that stands in another text would stand in this one: behind the nearest section before it there
    /// that this text has too, else at the end.
    func place(for piece: DocumentPiece, of other: Document) -> DocumentPiece {
        for index in (0..<piece.sections.lowerBound).reversed() where !other.sections[index].heading.isEmpty {
            let heading = other.sections[index].heading
            let isParent = other.sections[piece.sections.lowerBound].parent == index
            guard isParent || other.sections[index].parent == piece.parent,
                let found = sections.firstIndex(where: { $0.heading == heading })
            else { continue }
            let whole = self.piece(ofSection: found)
            return DocumentPiece(
                sections: whole.sections.upperBound..<whole.sections.upperBound,
                clauses: whole.clauses.upperBound..<whole.clauses.upperBound,
                parent: isParent ? found : sections[found].parent)
        }
        return DocumentPiece(
            sections: sections.count..<sections.count, clauses: clauses.count..<clauses.count, parent: nil)
    }

    /// Returns the text with one stretch exchanged for one of another text, or taken out where there is none.
    ///
    /// Lines stay those of the text that each part comes from.
    func exchanging(_ old: DocumentPiece, for new: DocumentPiece?, of other: Document) -> Document {
        let sectionShift = (new?.sections.count ?? 0) - old.sections.count
        let clauseShift = (new?.clauses.count ?? 0) - old.clauses.count
        // A clause's own section is not exchanged with it: it grows or shrinks.
        let isClause = old.sections.isEmpty && (new?.sections.isEmpty ?? true)
        func shifted(_ index: Int, _ bound: Int, by shift: Int) -> Int { index >= bound ? index + shift : index }

        var sections: [Section] = []
        for (index, section) in self.sections.enumerated() where !old.sections.contains(index) {
            if !isClause, index == old.sections.upperBound { sections += Self.moved(new, other, to: old) }
            let clauses: Range<Int>
            if isClause, index == old.parent {
                clauses = section.clauses.lowerBound..<(section.clauses.upperBound + clauseShift)
            } else {
                let isAfter = isClause ? index > (old.parent ?? -1) : index >= old.sections.upperBound
                clauses =
                    isAfter
                    ? (section.clauses.lowerBound + clauseShift)..<(section.clauses.upperBound + clauseShift)
                    : section.clauses
            }
            sections.append(
                section.placed(
                    parent: section.parent.map {
                        shifted($0, old.sections.upperBound, by: isClause ? 0 : sectionShift)
                    },
                    clauses: clauses))
        }
        if !isClause, old.sections.upperBound == self.sections.count { sections += Self.moved(new, other, to: old) }

        var clauses = Array(self.clauses[..<old.clauses.lowerBound])
        if let new {
            let lead = isClause ? self.clauses[old.clauses.lowerBound].leadIn : nil
            clauses += other.clauses[new.clauses].map { clause in
                clause.placed(
                    section: isClause
                        ? old.parent ?? 0 : clause.section - new.sections.lowerBound + old.sections.lowerBound,
                    leadIn: clause.leadIn.flatMap {
                        new.clauses.contains($0) ? $0 - new.clauses.lowerBound + old.clauses.lowerBound : lead
                    })
            }
        }
        clauses += self.clauses[old.clauses.upperBound...].map { clause in
            clause.placed(
                section: isClause
                    ? clause.section : shifted(clause.section, old.sections.upperBound, by: sectionShift),
                leadIn: clause.leadIn.flatMap {
                    old.clauses.contains($0) ? nil : shifted($0, old.clauses.upperBound, by: clauseShift)
                })
        }
        return Document(title: title, language: language, sections: sections, clauses: clauses)
    }

    private static func moved(_ piece: DocumentPiece?, _ other: Document, to place: DocumentPiece) -> [Section] {
        guard let piece else { return [] }
        return other.sections[piece.sections].map { section in
            section.placed(
                parent: section.parent.flatMap {
                    piece.sections.contains($0) ? $0 - piece.sections.lowerBound + place.sections.lowerBound : nil
                } ?? place.parent,
                clauses: (section.clauses.lowerBound - piece.clauses.lowerBound + place.clauses.lowerBound)..<(section
                    .clauses.upperBound - piece.clauses.lowerBound + place.clauses.lowerBound))
        }
    }
}

extension Section {
    fileprivate func placed(parent: Int?, clauses: Range<Int>) -> Section {
        Section(heading: heading, level: level, anchor: anchor, parent: parent, clauses: clauses, lines: lines)
    }
}

extension Clause {
    fileprivate func placed(section: Int, leadIn: Int?) -> Clause {
        Clause(
            text: text, form: form, section: section, leadIn: leadIn, anchor: anchor, spans: spans, lines: lines)
    }
}

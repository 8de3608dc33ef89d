internal import PolicyModel

/// Which section of the old text is which of the new, from the headings that match and the clauses that went along.
struct SectionAlignment {
    /// The new section of each old one; nil where it is gone.
    var newOfOld: [Int?]
    /// The old section of each new one; nil where it is new.
    var oldOfNew: [Int?]
    /// New sections that stand in another order or under another section than before, in the order of the new text.
    var moved: [Int] = []

    /// Returns the section pairs: explicit anchors first, then matched headings, then sections whose clauses went to one another.
    static func make(_ alignment: Alignment, _ reader: inout PairReader) -> SectionAlignment {
        var sections = SectionAlignment(
            newOfOld: Array(repeating: nil, count: reader.old.sections.count),
            oldOfNew: Array(repeating: nil, count: reader.new.sections.count))
        sections.pair(0, 0)
        sections.pairAnchors(reader)
        sections.pairHeadings(alignment)
        sections.pairByContent(alignment, reader)
        sections.findMoves(reader)
        return sections
    }

    private mutating func pair(_ old: Int, _ new: Int) {
        guard newOfOld[old] == nil, oldOfNew[new] == nil else { return }
        newOfOld[old] = new
        oldOfNew[new] = old
    }

    private mutating func pairAnchors(_ reader: PairReader) {
        func unique(_ document: Document) -> [String: Int] {
            var places: [String: Int] = [:]
            for (index, section) in document.sections.enumerated() {
                if let anchor = section.anchor { places[anchor] = places[anchor] == nil ? index : -1 }
            }
            return places.filter { $0.value >= 0 }
        }
        let old = unique(reader.old)
        for (anchor, new) in unique(reader.new).sorted(by: { $0.value < $1.value }) {
            if let index = old[anchor] { pair(index, new) }
        }
    }

    private mutating func pairHeadings(_ alignment: Alignment) {
        for (old, new) in alignment.equal {
            if case .heading(let oldSection) = old, case .heading(let newSection) = new { pair(oldSection, newSection) }
        }
        for group in alignment.edited {
            if case .heading(let oldSection)? = group.old.first, case .heading(let newSection)? = group.new.first {
                pair(oldSection, newSection)
            }
        }
    }

    /// Pairs sections most of whose text went to each other, whatever their headings say.
    private mutating func pairByContent(_ alignment: Alignment, _ reader: PairReader) {
        var votes: [Pair: Int] = [:]
        func vote(_ old: Item, _ new: Item) {
            guard case .clause(let oldClause) = old, case .clause(let newClause) = new else { return }
            let ballot = Pair(
                old: reader.old.clauses[oldClause].section, new: reader.new.clauses[newClause].section)
            guard newOfOld[ballot.old] == nil, oldOfNew[ballot.new] == nil else { return }
            votes[ballot, default: 0] += reader.new.clauses[newClause].text.utf8.count
        }
        for (old, new) in alignment.equal { vote(old, new) }
        for group in alignment.edited {
            if let old = group.old.first, let new = group.new.first { vote(old, new) }
        }
        func size(_ document: Document, _ section: Int) -> Int {
            document.sections[section].clauses.reduce(0) { $0 + document.clauses[$1].text.utf8.count }
        }
        for (ballot, count) in votes.sorted(by: {
            ($1.value, $0.key.old, $0.key.new) < ($0.value, $1.key.old, $1.key.new)
        }) {
            if count * 2 >= size(reader.old, ballot.old), count * 2 >= size(reader.new, ballot.new) {
                pair(ballot.old, ballot.new)
            }
        }
    }

    private struct Pair: Hashable {
        let old: Int
        let new: Int
    }

    /// Finds the fewest sections that must have moved for the rest to stand in order.
    private mutating func findMoves(_ reader: PairReader) {
        let pairs = newOfOld.indices.compactMap { old in newOfOld[old].map { (old: old, new: $0) } }
        // A section counts with its clauses: of two that changed places around a long one, the short ones moved.
        let room = (reader.new.sections.map(\.clauses.count).max() ?? 0) + 1
        var parts: [(old: Int, new: Int)] = []
        for pair in pairs {
            for clause in 0...reader.new.sections[pair.new].clauses.count {
                parts.append((parts.count, pair.new * room + clause))
            }
        }
        let steady = Set(SequenceMatcher.longestAscent(parts).map { $0.new / room })
        var known: Set<Int> = []
        for (old, new) in pairs.sorted(by: { $0.new < $1.new }) where old > 0 {
            let oldParent = reader.old.sections[old].parent
            let newParent = reader.new.sections[new].parent
            let changedParent =
                oldParent.flatMap { newOfOld[$0] } != nil && newParent.flatMap { oldOfNew[$0] } != nil
                && oldParent.flatMap { newOfOld[$0] } != newParent
                && reader.old.sections[old].level == reader.new.sections[new].level
            guard !steady.contains(new) || changedParent else { continue }
            // A section that moved along with its parent has not moved by itself.
            if let newParent, known.contains(newParent), oldParent.flatMap({ newOfOld[$0] }) == newParent { continue }
            moved.append(new)
            known.insert(new)
        }
    }
}

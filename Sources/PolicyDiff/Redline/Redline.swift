package import PolicyModel

/// The whole of two texts in one: what stayed, what came, what went, in the order in which a reader goes through it.
package struct Redline: Hashable, Sendable {
    /// A heading or clause.
    package struct Block: Hashable, Sendable {
        /// What the block is in the text.
        package enum Form: Hashable, Sendable {
            /// A heading of level 1…6.
            case heading(level: Int)
            case clause(Clause.Form)
        }

        /// What the block is; of the new text where it stands there.
        package let form: Form
        /// The words: all equal where nothing changed, all inserted or deleted where the block came or went.
        package let edits: [WordEdit]
        /// The lines in the old text; nil where the block is new.
        package let oldLines: LineRange?
        /// The lines in the new text; nil where the block is gone.
        package let newLines: LineRange?

        /// Whether any word of the block came or went.
        package var isChanged: Bool { edits.contains { $0.operation != .equal } }
    }

    /// Blocks that stand together in both texts, but in another place than before.
    package struct Move: Hashable, Sendable {
        /// The blocks, as a range of `Redline.blocks`.
        package let blocks: Range<Int>
        /// The block before which they stood; the number of all blocks where they stood last.
        package let oldPlace: Int
    }

    /// The blocks in the order of the new text, those that are gone where they stood.
    package let blocks: [Block]
    /// The fewest blocks that moved for the rest to stand in order, in the order of the new text.
    package let moves: [Move]

    /// Returns which of the moves begins with a block.
    package func move(beginningWith block: Int) -> Int? {
        var low = 0
        var high = moves.count
        while low < high {
            let middle = (low + high) / 2
            if moves[middle].blocks.lowerBound < block { low = middle + 1 } else { high = middle }
        }
        return low < moves.count && moves[low].blocks.lowerBound == block ? low : nil
    }

    /// Makes the redline of two texts.
    ///
    /// Costs what their comparison costs.
    package init(_ old: Document, _ new: Document, language: String? = nil) {
        let lexicon = LanguageDetection.lexicon(asked: language, old, new)
        var reader = PairReader(old: old, new: new, lexicon: lexicon)
        let alignment = Alignment.make(&reader)
        (blocks, moves) = Self.blocks(alignment, &reader)
    }

    private static func blocks(_ alignment: Alignment, _ reader: inout PairReader) -> (blocks: [Block], moves: [Move]) {
        var groups: [Item: Alignment.Group] = [:]
        for (before, after) in alignment.equal { groups[after] = Alignment.Group(old: [before], new: [after]) }
        for group in alignment.edited { if let first = group.new.first { groups[first] = group } }
        var joined: Set<Item> = []
        for group in alignment.edited { joined.formUnion(group.new.dropFirst()) }
        // What is gone stands behind the item of the old text that it followed.
        let gone = Set(alignment.removed + alignment.unrepeated)
        var behind: [Item?: [Item]] = [:]
        var last: Item?
        var oldPlaces: [Item: Int] = [:]
        for (place, item) in Item.all(of: reader.old).enumerated() {
            oldPlaces[item] = place
            if gone.contains(item) { behind[last, default: []].append(item) } else { last = item }
        }
        var blocks: [Block] = (behind[nil] ?? []).map { whole($0, .old, reader) }
        // The blocks that stand in both texts, by their places.
        var kept: [(old: Int, new: Int)] = []
        for item in Item.all(of: reader.new) where !joined.contains(item) {
            guard let group = groups[item] else {
                blocks.append(whole(item, .new, reader))
                continue
            }
            if let place = group.old.first.flatMap({ oldPlaces[$0] }) { kept.append((place, blocks.count)) }
            blocks.append(changed(group, &reader))
            for before in group.old { blocks += (behind[before] ?? []).map { whole($0, .old, reader) } }
        }
        return (blocks, moves(kept, blocks.count))
    }

    /// Finds the runs of blocks that moved, of the old and the new place of each block that stands in both texts.
    private static func moves(_ kept: [(old: Int, new: Int)], _ end: Int) -> [Move] {
        let byOld = kept.sorted { $0.old < $1.old }
        let steady = SequenceMatcher.longestAscent(byOld)
        guard steady.count < kept.count else { return [] }
        let isSteady = Set(steady.map(\.new))
        // Where each block stood among the others of the old text: neighbours there make one run.
        var rank: [Int: Int] = [:]
        for (index, pair) in byOld.enumerated() { rank[pair.new] = index }
        var runs: [[(old: Int, new: Int)]] = []
        for pair in kept where !isSteady.contains(pair.new) {
            if let before = runs.last?.last, rank[pair.new] == rank[before.new].map({ $0 + 1 }) {
                runs[runs.count - 1].append(pair)
            } else {
                runs.append([pair])
            }
        }
        return runs.compactMap { run in
            guard let first = run.first, let last = run.last else { return nil }
            var low = 0
            var high = steady.count
            while low < high {
                let middle = (low + high) / 2
                if steady[middle].old < first.old { low = middle + 1 } else { high = middle }
            }
            return Move(blocks: first.new..<(last.new + 1), oldPlace: low < steady.count ? steady[low].new : end)
        }
    }

    private static func whole(_ item: Item, _ side: PairReader.Side, _ reader: PairReader) -> Block {
        let (form, text, lines) = parts(item, reader.document(side))
        return Block(
            form: form, edits: text.isEmpty ? [] : [WordEdit(side == .old ? .delete : .insert, text)],
            oldLines: side == .old ? lines : nil, newLines: side == .new ? lines : nil)
    }

    private static func changed(_ group: Alignment.Group, _ reader: inout PairReader) -> Block {
        let (form, _, newLines) = parts(group.new[0], reader.new)
        let (_, _, oldLines) = parts(group.old[0], reader.old)
        let before = passage(group.old, .old, &reader)
        let after = passage(group.new, .new, &reader)
        let edits =
            before.text == after.text
            ? (after.text.isEmpty ? [] : [WordEdit(.equal, after.text)])
            : WordEdits.edits(before, after, WordDiff.hunks(before, after))
        return Block(form: form, edits: edits, oldLines: oldLines, newLines: newLines)
    }

    private static func passage(_ items: [Item], _ side: PairReader.Side, _ reader: inout PairReader) -> Passage {
        if case .heading(let section) = items[0] { return Passage(heading: section, side, &reader) }
        return Passage(
            items.compactMap { if case .clause(let index) = $0 { index } else { nil } }, side, &reader)
    }

    private static func parts(_ item: Item, _ document: Document) -> (Block.Form, String, LineRange) {
        switch item {
        case .heading(let index):
            let section = document.sections[index]
            return (.heading(level: max(1, min(section.level, 6))), section.heading, section.lines)
        case .clause(let index):
            let clause = document.clauses[index]
            return (.clause(clause.form), clause.text, clause.lines)
        }
    }
}

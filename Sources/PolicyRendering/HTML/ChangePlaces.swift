import PolicyDiff
import PolicyModel

/// Where each change stands in the redline, so that the list of changes can lead there and back.
struct ChangePlaces {
    /// The place of a change.
    enum Target: Hashable {
        /// A block of the redline, by index.
        case block(Int)
        /// A change that no block shows, such as one of the rules, by the change's index.
        case rule(Int)
        /// The change is of the version itself (another day of effect), or its text is not here.
        case nowhere
    }

    /// The place of each change, by its index.
    let targets: [Target]
    /// The changes that lead to each block, by their index.
    let changes: [Int: [Int]]

    /// Finds the place of each change: by the lines of its evidence, and among blocks of these lines by its text.
    init(of changes: [Change], in redline: Redline?) {
        let blocks = redline?.blocks ?? []
        let index = LineIndex(blocks)
        var targets: [Target] = []
        var led: [Int: [Int]] = [:]
        for (number, change) in changes.enumerated() {
            if let block = index.block(of: change, in: blocks) {
                targets.append(.block(block))
                led[block, default: []].append(number)
            } else {
                let hasEvidence = change.before != nil || change.after != nil
                targets.append(redline != nil && hasEvidence ? .rule(number) : .nowhere)
            }
        }
        self.targets = targets
        self.changes = led
    }

    /// The blocks by the lines they stand on.
    private struct LineIndex {
        private var old: [Int: [Int]] = [:]
        private var new: [Int: [Int]] = [:]

        /// Reads the first and the last line of each block, and a hundred between them at most: blocks are short, and no
        /// evidence begins in the middle of a long one.
        init(_ blocks: [Redline.Block]) {
            for (index, block) in blocks.enumerated() {
                for line in block.oldLines.map(Self.lines) ?? [] { old[line, default: []].append(index) }
                for line in block.newLines.map(Self.lines) ?? [] { new[line, default: []].append(index) }
            }
        }

        private static func lines(_ range: LineRange) -> [Int] {
            let head = Array(range.first...max(range.first, min(range.last, range.first + 100)))
            return range.last > range.first + 100 ? head + [range.last] : head
        }

        func block(of change: Change, in blocks: [Redline.Block]) -> Int? {
            for (evidence, lines, side) in [
                (change.after, new, WordEdit.Operation.insert), (change.before, old, WordEdit.Operation.delete),
            ] {
                guard let evidence else { continue }
                let candidates = (lines[evidence.lines.first] ?? []) + (lines[evidence.lines.last] ?? [])
                let best = candidates.map { ($0, Self.likeness(evidence.text, blocks[$0], side)) }
                    .max { ($0.1, $1.0) < ($1.1, $0.0) }
                // The lines may be those of rules.yaml, so the words have to agree.
                if let best, best.1 > 0 { return best.0 }
            }
            return nil
        }

        /// How sure it is that a block holds a text: 2 where its text is the very text, 1 where one holds the other.
        private static func likeness(_ text: String, _ block: Redline.Block, _ side: WordEdit.Operation) -> Int {
            let own = block.edits.filter { $0.operation == .equal || $0.operation == side }.map(\.text).joined()
            if own == text { return 2 }
            return !own.isEmpty && !text.isEmpty && (own.contains(text) || text.contains(own)) ? 1 : 0
        }
    }
}

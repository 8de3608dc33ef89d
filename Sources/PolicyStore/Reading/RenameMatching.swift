import PolicyModel

/// Finds out which of the policies that one step removed and added are the same policy under another name.
struct RenameMatching {
    /// A policy that appeared or went in the step.
    struct Candidate: Hashable, Sendable {
        let unit: GitPath
        let text: ObjectID
    }

    /// The share of equal lines from which two texts are one policy.
    private static let similarity = 0.6
    /// Above this many on either side only equal texts are matched: such a step reorganises a whole collection.
    private static let limit = 200

    /// Returns the lines of a text, without their order; nil where it is too large to compare.
    let lines: (ObjectID) throws -> [ArraySlice<UInt8>]?

    /// Returns the pairs, by the new name.
    ///
    /// Equal texts first, then by similarity; among equals the same file name, then the order of the paths. Costs nothing where
    /// either side is empty, and reads texts only where equal ones leave both sides unmatched.
    func pairs(removed: [Candidate], added: [Candidate]) throws -> [GitPath: GitPath] {
        if removed.isEmpty || added.isEmpty { return [:] }
        var removed = removed.sorted { $0.unit < $1.unit }
        var pairs: [GitPath: GitPath] = [:]
        for candidate in added.sorted(by: { $0.unit < $1.unit }) where candidate.text != Self.emptyText {
            let equal = removed.filter { $0.text == candidate.text }
            guard let source = equal.first(where: { $0.unit.name == candidate.unit.name }) ?? equal.first else {
                continue
            }
            pairs[candidate.unit] = source.unit
            removed.removeAll { $0 == source }
        }
        let open = added.filter { pairs[$0.unit] == nil }.sorted { $0.unit < $1.unit }
        if removed.isEmpty || open.isEmpty || removed.count > Self.limit || open.count > Self.limit { return pairs }
        for match in try similar(removed, open) where pairs[match.added] == nil && !pairs.values.contains(match.removed)
        {
            pairs[match.added] = match.removed
        }
        return pairs
    }

    private struct Match {
        let removed: GitPath
        let added: GitPath
        let share: Double
        var hasSameName: Bool { removed.name == added.name }
    }

    /// Returns the pairs that are alike enough, the likeliest first.
    private func similar(_ removed: [Candidate], _ added: [Candidate]) throws -> [Match] {
        let old = try removed.map { try counts($0.text) }
        let new = try added.map { try counts($0.text) }
        var matches: [Match] = []
        for (oldIndex, oldCounts) in old.enumerated() {
            guard let oldCounts else { continue }
            for (newIndex, newCounts) in new.enumerated() {
                guard let newCounts else { continue }
                let share = oldCounts.share(of: newCounts)
                if share >= Self.similarity {
                    matches.append(
                        Match(removed: removed[oldIndex].unit, added: added[newIndex].unit, share: share))
                }
            }
        }
        return matches.sorted {
            if $0.share != $1.share { return $0.share > $1.share }
            if $0.hasSameName != $1.hasSameName { return $0.hasSameName }
            return ($0.added, $0.removed) < ($1.added, $1.removed)
        }
    }

    /// How often each line stands in a text; empty lines are in every text and say nothing.
    private struct Counts {
        var lines: [ArraySlice<UInt8>: Int] = [:]
        var total = 0

        func share(of other: Counts) -> Double {
            let (least, most) = (min(total, other.total), max(total, other.total))
            if most == 0 || Double(least) < RenameMatching.similarity * Double(most) { return 0 }
            let common = lines.reduce(0) { $0 + min($1.value, other.lines[$1.key] ?? 0) }
            return Double(common) / Double(most)
        }
    }

    private func counts(_ text: ObjectID) throws -> Counts? {
        guard let lines = try lines(text) else { return nil }
        var counts = Counts()
        for line in lines where !line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == 13 || $0 == 9 }) {
            counts.lines[line, default: 0] += 1
            counts.total += 1
        }
        return counts
    }

    /// The id of an empty file: two of them have nothing in common.
    private static let emptyText = ObjectID(hex: "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
}

internal import PolicyModel

/// The order in which a reader should hear changes.
enum Importance {
    private static let rank: [String: Int] = Dictionary(
        uniqueKeysWithValues: ChangeKind.all.enumerated().map { ($1.id, $0) })

    /// Returns the changes by significance, then what is stricter first, then by place in the text.
    static func sorted(_ drafts: [Draft]) -> [Draft] {
        drafts.map { (key: key($0), draft: $0) }.sorted { $0.key < $1.key }.map(\.draft)
    }

    private static func key(_ draft: Draft) -> Key {
        let direction: Int =
            switch draft.direction {
            case .stricter: 0
            case .looser: 1
            case .unclear: 2
            case .neutral: 3
            }
        let significance: Int =
            switch draft.significance {
            case .material: 0
            case .minor: 1
            case .editorial: 2
            }
        // A section's heading is told behind what stands in it.
        let isStructure = draft.kind.id.hasPrefix("section-") ? 1 : 0
        return Key(
            parts: [significance, draft.significance == .editorial ? 0 : direction, isStructure], order: draft.order,
            rank: rank[draft.kind.id] ?? 0, id: ChangeID.hash(of: draft))
    }

    private struct Key: Comparable {
        let parts: [Int]
        let order: Double
        let rank: Int
        let id: String

        static func < (left: Key, right: Key) -> Bool {
            if left.parts != right.parts { return left.parts.lexicographicallyPrecedes(right.parts) }
            if left.order != right.order { return left.order < right.order }
            return (left.rank, left.id) < (right.rank, right.id)
        }
    }
}

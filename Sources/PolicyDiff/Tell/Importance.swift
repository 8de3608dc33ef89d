internal import PolicyModel

/// The order in which a reader should hear changes.
enum Importance {
    private static let rank: [String: Int] = Dictionary(
        uniqueKeysWithValues: ChangeKind.all.enumerated().map { ($1.id, $0) })

    /// Kinds that tell a detail of a statement rather than a statement.
    private static let details: Set<String> = Set(
        [
            ChangeKind.exampleAdded, .exampleRemoved, .conditionAdded, .conditionRemoved, .scopeWidened, .scopeNarrowed,
            .clauseReworded, .disclosureAdded, .disclosureRemoved, .definitionAdded, .definitionRemoved,
            .definitionChanged, .ruleRenamed,
        ].map(\.id))

    /// Returns the changes by significance, then what is stricter first, then by place in the text.
    static func sorted(_ drafts: [Draft]) -> [Draft] {
        let keys = drafts.map(key)
        let order = drafts.indices.sorted { left, right in
            if keys[left] != keys[right] { return keys[left] < keys[right] }
            // Ids read whole texts, and are wanted for few.
            return ChangeID.hash(of: drafts[left]) < ChangeID.hash(of: drafts[right])
        }
        return order.map { drafts[$0] }
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
        // What binds comes before its details, and a section's heading behind what stands in it.
        let family = draft.kind.id.hasPrefix("section-") ? 2 : details.contains(draft.kind.id) ? 1 : 0
        return Key(
            weight: significance * 16 + (draft.significance == .editorial ? 0 : direction) * 4 + family,
            order: draft.order, rank: rank[draft.kind.id] ?? 0)
    }

    private struct Key: Comparable {
        let weight: Int
        let order: Double
        let rank: Int

        static func < (left: Key, right: Key) -> Bool {
            if left.weight != right.weight { return left.weight < right.weight }
            return (left.order, left.rank) < (right.order, right.rank)
        }
    }
}

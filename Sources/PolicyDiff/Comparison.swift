package import PolicyModel

/// What differs between two versions of a policy, most important first.
package struct Comparison: Hashable, Sendable {
    /// The changes, in the order a reader should hear them.
    package let changes: [Change]
    /// What was noticed while comparing (`rule-text-mismatch`, `document-rewritten` …).
    package let findings: [Finding]

    /// Makes a comparison of finished changes.
    package init(changes: [Change], findings: [Finding] = []) {
        self.changes = changes
        self.findings = findings
    }

    /// The most important significance among the changes; nil where there are none.
    package var significance: Significance? { changes.map(\.significance).max() }

    /// How many changes have the significance.
    package func count(_ significance: Significance) -> Int {
        changes.count { $0.significance == significance }
    }

    /// The direction over the substantive changes: stricter and looser make `mixed`, neutral ones do not count.
    package var direction: OverallDirection {
        let telling = changes.lazy.filter { $0.significance > .editorial && $0.direction != .neutral }
        let directions = telling.map(\.direction)
        guard let first = directions.first else { return .neutral }
        if directions.allSatisfy({ $0 == first }) { return OverallDirection(rawValue: first.rawValue) ?? .neutral }
        return directions.contains(.unclear) ? .unclear : .mixed
    }
}

/// The direction of a set of changes.
package enum OverallDirection: String, Hashable, Sendable, CaseIterable {
    case stricter, looser, mixed, neutral, unclear
}

/// What a comparison may be told beside the two texts.
package struct ComparisonOptions: Hashable, Sendable {
    /// The language of both texts (BCP 47); nil means as declared in them, else detected.
    package let language: String?
    /// The publisher's word on significance.
    package let overrides: [SignificanceOverride]

    /// Makes options.
    package init(language: String? = nil, overrides: [SignificanceOverride] = []) {
        self.language = language
        self.overrides = overrides
    }
}

package import PolicyModel

/// A kind of change: what it means, how much it matters by default, and which kind is its mirror.
package struct ChangeKind: Hashable, Sendable {
    /// The kind that the opposite change has.
    package enum Mirror: Hashable, Sendable {
        /// Another kind, by id.
        case kind(String)
        /// The kind itself: the opposite change is of the same kind.
        case itself
        /// There is none, for a reason.
        case none(String)
    }

    /// A change of the kind, for people.
    package struct Example: Hashable, Sendable {
        /// The clause before; empty where there was none.
        package let before: String
        /// The clause after; empty where there is none.
        package let after: String

        init(_ before: String, _ after: String) {
            self.before = before
            self.after = after
        }
    }

    /// The stable kebab-case id.
    package let id: String
    /// What it means, one sentence.
    package let meaning: String
    /// When it is told, one sentence.
    package let condition: String
    /// How much it matters unless the publisher says otherwise.
    package let significance: Significance
    /// The kind of the opposite change.
    package let mirror: Mirror
    /// Changes of the kind.
    package let examples: [Example]

    init(
        _ id: String, _ meaning: String, when condition: String, _ significance: Significance, mirror: Mirror,
        examples: [Example]
    ) {
        self.id = id
        self.meaning = meaning
        self.condition = condition
        self.significance = significance
        self.mirror = mirror
        self.examples = examples
    }
}

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
    /// The one way that the kind can go for the reader by itself (a new ban is stricter); nil where either way can be.
    package let pull: Direction?
    /// Changes of the kind.
    package let examples: [Example]

    init(
        _ id: String, _ meaning: String, when condition: String, _ significance: Significance, mirror: Mirror,
        pull: Direction? = nil, examples: [Example]
    ) {
        self.id = id
        self.meaning = meaning
        self.condition = condition
        self.significance = significance
        self.mirror = mirror
        self.pull = pull
        self.examples = examples
    }

    /// Whether two are the same kind: each has an id of its own, and the rest is looked at by people.
    package static func == (left: ChangeKind, right: ChangeKind) -> Bool { left.id == right.id }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// Whether a change of the kind can go that way: none is told whose words and direction contradict each other.
    package func allows(_ direction: Direction) -> Bool {
        switch (pull, direction) {
        case (.stricter, .looser), (.looser, .stricter): false
        default: true
        }
    }
}

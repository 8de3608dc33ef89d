// What the publisher does about a breach.

internal import PolicyModel

extension ChangeKind {
    /// What the publisher does about a breach differs.
    static let enforcementChanged = ChangeKind(
        "enforcement-changed", "What the publisher does about a breach differs.",
        when: "words about suspension, termination or reports were put in, taken out or replaced", .material,
        mirror: .itself,
        examples: [
            .init("remove your content without notice", "remove your content")
        ])
}

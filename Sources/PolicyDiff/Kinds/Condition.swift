// What must hold for a statement to apply.

internal import PolicyModel

extension ChangeKind {
    /// A condition was added.
    static let conditionAdded = ChangeKind(
        "condition-added", "A condition was added.",
        when: "words such as if, when or provided that were put in", .material,
        mirror: .kind("condition-removed"),
        examples: [
            .init("You may cancel.", "You may cancel if you give notice.")
        ])

    /// A condition was taken out.
    static let conditionRemoved = ChangeKind(
        "condition-removed", "A condition was taken out.",
        when: "words such as if, when or provided that are gone", .material,
        mirror: .kind("condition-added"),
        examples: [
            .init("Refunds are paid if you return the item.", "Refunds are paid.")
        ])
}

// What spells a rule out.

internal import PolicyModel

extension ChangeKind {
    /// An example was added.
    static let exampleAdded = ChangeKind(
        "example-added", "An example was added.",
        when: "a sentence or list item that spells a rule out is new", .material,
        mirror: .kind("example-removed"),
        examples: [
            .init("", "For example, using somebody's voice.")
        ])

    /// An example was taken out.
    static let exampleRemoved = ChangeKind(
        "example-removed", "An example was taken out.",
        when: "a sentence or list item that spelled a rule out is gone", .material,
        mirror: .kind("example-added"),
        examples: [
            .init("For example, using somebody's voice.", "")
        ])
}

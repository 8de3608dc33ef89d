// What the reader may do, or need not do.

internal import PolicyModel

extension ChangeKind {
    /// Something the reader may do, or need not do, was added.
    static let permissionAdded = ChangeKind(
        "permission-added", "Something the reader may do, or need not do, was added.",
        when: "a new statement gives the reader leave or a right", .material,
        mirror: .kind("permission-removed"), pull: .looser,
        examples: [
            .init("", "You may export your data at any time.")
        ])

    /// Something the reader may do, or need not do, is no longer stated.
    static let permissionRemoved = ChangeKind(
        "permission-removed", "Something the reader may do, or need not do, is no longer stated.",
        when: "a statement that gives the reader leave or a right is gone", .material,
        mirror: .kind("permission-added"), pull: .stricter,
        examples: [
            .init("You may pause your subscription.", "")
        ])
}

// What the reader must not do.

internal import PolicyModel

extension ChangeKind {
    /// Something the reader must not do was added.
    static let prohibitionAdded = ChangeKind(
        "prohibition-added", "Something the reader must not do was added.",
        when: "a new statement, or new words in one, bind the reader and forbid", .material,
        mirror: .kind("prohibition-removed"), pull: .stricter,
        examples: [
            .init("", "You must not resell access to the service.")
        ])

    /// Something the reader must not do is no longer stated.
    static let prohibitionRemoved = ChangeKind(
        "prohibition-removed", "Something the reader must not do is no longer stated.",
        when: "a statement that forbids the reader something, or such words of one, are gone", .material,
        mirror: .kind("prohibition-added"), pull: .looser,
        examples: [
            .init("You may not opt out of these messages.", "")
        ])
}

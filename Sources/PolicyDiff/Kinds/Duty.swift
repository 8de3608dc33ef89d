// What the reader must do.

internal import PolicyModel

extension ChangeKind {
    /// Something the reader must do was added.
    static let dutyAdded = ChangeKind(
        "duty-added", "Something the reader must do was added.",
        when: "a new statement, or new words in one, bind the reader and demand", .material,
        mirror: .kind("duty-removed"), pull: .stricter,
        examples: [
            .init("", "You must keep your contact details current.")
        ])

    /// Something the reader must do is no longer stated.
    static let dutyRemoved = ChangeKind(
        "duty-removed", "Something the reader must do is no longer stated.",
        when: "a statement that demands something of the reader, or such words of one, are gone", .material,
        mirror: .kind("duty-added"), pull: .looser,
        examples: [
            .init("You must offer your customers a written receipt.", "")
        ])
}

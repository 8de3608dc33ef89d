// What follows from a breach.

internal import PolicyModel

extension ChangeKind {
    /// A consequence of a breach was added.
    static let consequenceAdded = ChangeKind(
        "consequence-added", "A consequence of a breach was added.",
        when: "a rule's consequences have one more", .material,
        mirror: .kind("consequence-removed"), pull: .stricter,
        examples: [
            .init("", "termination of the account")
        ])

    /// A consequence of a breach was taken out.
    static let consequenceRemoved = ChangeKind(
        "consequence-removed", "A consequence of a breach was taken out.",
        when: "a rule's consequences have one less", .material,
        mirror: .kind("consequence-added"), pull: .looser,
        examples: [
            .init("termination of the account", "")
        ])
}

// How strongly a statement binds.

internal import PolicyModel

extension ChangeKind {
    /// A statement binds more strongly.
    static let modalityStrengthened = ChangeKind(
        "modality-strengthened", "A statement binds more strongly.",
        when: "may became will or must, or a negation turned leave into a ban", .material,
        mirror: .kind("modality-weakened"),
        examples: [
            .init("We may share your address.", "We will share your address."),
            .init("You may resell.", "You must not resell."),
        ])

    /// A statement binds less strongly.
    static let modalityWeakened = ChangeKind(
        "modality-weakened", "A statement binds less strongly.",
        when: "must or will became may, or a negation was lifted", .material,
        mirror: .kind("modality-strengthened"),
        examples: [
            .init("We will aggregate your data.", "We may aggregate your data.")
        ])
}

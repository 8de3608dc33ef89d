// A statement of fact, such as what data is collected.

internal import PolicyModel

extension ChangeKind {
    /// A statement of fact was added.
    static let disclosureAdded = ChangeKind(
        "disclosure-added", "A statement of fact was added.",
        when: "a new statement neither demands, forbids, permits nor promises", .material,
        mirror: .kind("disclosure-removed"),
        examples: [
            .init("", "Groups near you can see your profile.")
        ])

    /// A statement of fact is no longer there.
    static let disclosureRemoved = ChangeKind(
        "disclosure-removed", "A statement of fact is no longer there.",
        when: "a statement of fact is gone", .material,
        mirror: .kind("disclosure-added"),
        examples: [
            .init("Calls are recorded.", "")
        ])
}

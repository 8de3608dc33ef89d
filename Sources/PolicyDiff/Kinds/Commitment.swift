// What the publisher promises.

internal import PolicyModel

extension ChangeKind {
    /// A promise by the publisher was added.
    static let commitmentAdded = ChangeKind(
        "commitment-added", "A promise by the publisher was added.",
        when: "a new statement binds the publisher to the reader's benefit", .material,
        mirror: .kind("commitment-removed"), pull: .looser,
        examples: [
            .init("", "We will tell you 30 days in advance.")
        ])

    /// A promise by the publisher is no longer stated.
    static let commitmentRemoved = ChangeKind(
        "commitment-removed", "A promise by the publisher is no longer stated.",
        when: "a statement that binds the publisher to the reader's benefit is gone", .material,
        mirror: .kind("commitment-added"), pull: .stricter,
        examples: [
            .init("We never work with data brokers.", "")
        ])
}

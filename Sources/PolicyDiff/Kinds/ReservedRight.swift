// What the publisher may do.

internal import PolicyModel

extension ChangeKind {
    /// A right that the publisher reserves was added.
    static let reservedRightAdded = ChangeKind(
        "reserved-right-added", "A right that the publisher reserves was added.",
        when: "a new statement lets the publisher act, and not to the reader's benefit", .material,
        mirror: .kind("reserved-right-removed"), pull: .stricter,
        examples: [
            .init("", "We may suspend your account at any time.")
        ])

    /// A right that the publisher reserved is no longer stated.
    static let reservedRightRemoved = ChangeKind(
        "reserved-right-removed", "A right that the publisher reserved is no longer stated.",
        when: "a statement that lets the publisher act is gone", .material,
        mirror: .kind("reserved-right-added"), pull: .looser,
        examples: [
            .init("We may record calls.", "")
        ])
}

// Who answers for damage.

internal import PolicyModel

extension ChangeKind {
    /// What is said of liability, warranty or indemnity differs.
    static let liabilityChanged = ChangeKind(
        "liability-changed", "What is said of liability, warranty or indemnity differs.",
        when: "words about liability were put in, taken out or replaced", .material,
        mirror: .itself,
        examples: [
            .init("", "We are not liable for lost data.")
        ])
}

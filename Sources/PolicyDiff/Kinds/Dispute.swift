// How disputes are settled.

internal import PolicyModel

extension ChangeKind {
    /// How disputes are settled, or which law governs, differs.
    static let disputeChanged = ChangeKind(
        "dispute-changed", "How disputes are settled, or which law governs, differs.",
        when: "words about arbitration, courts or governing law were put in, taken out or replaced", .material,
        mirror: .itself,
        examples: [
            .init("", "Disputes are settled by binding arbitration.")
        ])
}

// Clauses that stand elsewhere.

internal import PolicyModel

extension ChangeKind {
    /// A clause stands elsewhere.
    static let clauseMoved = ChangeKind(
        "clause-moved", "A clause stands elsewhere.",
        when: "matched clauses stand in sections that do not match, or in another order", .editorial,
        mirror: .itself,
        examples: [
            .init("under “Payment”", "under “Refunds”")
        ])
}

// What differs in substance, in no better known way.

internal import PolicyModel

extension ChangeKind {
    /// A clause differs in substance, in no better known way.
    static let clauseReworded = ChangeKind(
        "clause-reworded", "A clause differs in substance, in no better known way.",
        when: "words that matter differ, and no other kind tells it", .material,
        mirror: .itself,
        examples: [
            .init("We hold the data in confidence.", "We hold the data in our archive.")
        ])
}

// Other words, same meaning.

internal import PolicyModel

extension ChangeKind {
    /// Other words say the same.
    static let reworded = ChangeKind(
        "reworded", "Other words say the same.",
        when: "the words that differ carry nothing, or are known to mean the same", .editorial,
        mirror: .itself,
        examples: [
            .init("prior to using", "before using")
        ])
}

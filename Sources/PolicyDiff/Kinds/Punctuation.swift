// Marks.

internal import PolicyModel

extension ChangeKind {
    /// Punctuation marks differ.
    static let punctuationChanged = ChangeKind(
        "punctuation-changed", "Punctuation marks differ.",
        when: "the words are equal and marks differ", .editorial,
        mirror: .itself,
        examples: [
            .init("name, and address", "name and address")
        ])
}

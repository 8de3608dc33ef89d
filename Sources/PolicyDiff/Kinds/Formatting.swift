// Markup.

internal import PolicyModel

extension ChangeKind {
    /// Emphasis, list marks, headings or line breaks differ.
    static let formattingChanged = ChangeKind(
        "formatting-changed", "Emphasis, list marks, headings or line breaks differ.",
        when: "the text is equal and its markup differs", .editorial,
        mirror: .itself,
        examples: [
            .init("**Scripts.**", "Scripts.")
        ])
}

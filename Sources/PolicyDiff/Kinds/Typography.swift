// Quotes, dashes, spaces, case.

internal import PolicyModel

extension ChangeKind {
    /// Quotes, dashes, spaces or capitals differ.
    static let typographyChanged = ChangeKind(
        "typography-changed", "Quotes, dashes, spaces or capitals differ.",
        when: "the words and marks are equal but for their form", .editorial,
        mirror: .itself,
        examples: [
            .init("\"Fees\"", "“Fees”")
        ])
}

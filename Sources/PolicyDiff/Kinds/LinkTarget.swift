// Where links lead.

internal import PolicyModel

extension ChangeKind {
    /// A link leads elsewhere under the same words.
    static let linkTargetChanged = ChangeKind(
        "link-target-changed", "A link leads elsewhere under the same words.",
        when: "the text is equal and a link's target differs", .editorial,
        mirror: .itself,
        examples: [
            .init("[Policy](https://a.example)", "[Policy](https://b.example)")
        ])
}

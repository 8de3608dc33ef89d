// Spelling.

internal import PolicyModel

extension ChangeKind {
    /// A spelling or grammar slip was mended.
    static let typoFixed = ChangeKind(
        "typo-fixed", "A spelling or grammar slip was mended.",
        when: "words differ by a letter or two, by a doubled word, or by inflection", .editorial,
        mirror: .itself,
        examples: [
            .init("certain condifitions", "certain conditions")
        ])
}

// The date line of a text.

internal import PolicyModel

extension ChangeKind {
    /// The date line differs.
    static let dateStampChanged = ChangeKind(
        "date-stamp-changed", "The date line differs.",
        when: "a line that dates the text has another date", .editorial,
        mirror: .itself,
        examples: [
            .init("Last updated: 7 April 2026", "Last updated: 6 August 2026")
        ])
}

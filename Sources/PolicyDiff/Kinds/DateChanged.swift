// An operative date inside a statement.

internal import PolicyModel

extension ChangeKind {
    /// A date on which something turns was changed.
    static let dateChanged = ChangeKind(
        "date-changed", "A date on which something turns was changed.",
        when: "a date inside a statement differs, and the line is no date stamp", .material,
        mirror: .itself,
        examples: [
            .init("if you signed up before 1 May 2020", "if you signed up before 1 May 2021")
        ])
}

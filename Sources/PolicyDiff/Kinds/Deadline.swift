// How long.

internal import PolicyModel

extension ChangeKind {
    /// A period became shorter.
    static let deadlineShortened = ChangeKind(
        "deadline-shortened", "A period became shorter.",
        when: "an old and a new duration stand in the same place, the new one shorter", .material,
        mirror: .kind("deadline-extended"),
        examples: [
            .init("within 30 days", "within 14 days")
        ])

    /// A period became longer.
    static let deadlineExtended = ChangeKind(
        "deadline-extended", "A period became longer.",
        when: "an old and a new duration stand in the same place, the new one longer", .material,
        mirror: .kind("deadline-shortened"),
        examples: [
            .init("for at least 6 months", "for at least 18 months")
        ])
}

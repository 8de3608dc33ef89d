// What belongs to the page, not to the policy.

internal import PolicyModel

extension ChangeKind {
    /// Navigation, captions or other parts of the page differ.
    static let pageFurnitureChanged = ChangeKind(
        "page-furniture-changed", "Navigation, captions or other parts of the page differ.",
        when:
            "short text without a verb outside any list that the policy leads in, relative dates, hidden addresses, text captured twice",
        .editorial,
        mirror: .itself,
        examples: [
            .init("* Shop", "* Upgrades")
        ])
}

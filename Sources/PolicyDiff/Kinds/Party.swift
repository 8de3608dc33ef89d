// Who is meant.

internal import PolicyModel

extension ChangeKind {
    /// A party, product or service has another name.
    static let partyRenamed = ChangeKind(
        "party-renamed", "A party, product or service has another name.",
        when: "a name was replaced by another name, with the rest unchanged", .minor,
        mirror: .itself,
        examples: [
            .init("a Firefox account", "a Mozilla account")
        ])
}

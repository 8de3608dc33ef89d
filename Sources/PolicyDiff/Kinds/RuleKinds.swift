// Changes that only rules can have.

internal import PolicyModel

extension ChangeKind {
    /// A rule has another title or id.
    static let ruleRenamed = ChangeKind(
        "rule-renamed", "A rule has another title or id.",
        when: "a rule's title differs while its id does not, or its id while what it says does not", .editorial,
        mirror: .itself,
        examples: [
            .init("Fraud", "Fraud and scams")
        ])

    /// A rule became a rule of another type.
    static let ruleTypeChanged = ChangeKind(
        "rule-type-changed", "A rule became a rule of another type.",
        when: "a prohibition, duty or permission became one of the other two", .material,
        mirror: .itself,
        examples: [
            .init("prohibition: advertise", "permission: advertise")
        ])
}

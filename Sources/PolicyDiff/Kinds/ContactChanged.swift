// How to reach the publisher.

internal import PolicyModel

extension ChangeKind {
    /// A contact differs.
    static let contactChanged = ChangeKind(
        "contact-changed", "A contact differs.",
        when: "an e-mail address, web address, form or postal address was put in, taken out or replaced", .minor,
        mirror: .itself,
        examples: [
            .init("write to info@example.org", "write to optout@example.org")
        ])
}

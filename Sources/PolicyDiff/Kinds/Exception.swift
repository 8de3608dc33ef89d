// What a statement does not cover.

internal import PolicyModel

extension ChangeKind {
    /// An exception was added.
    static let exceptionAdded = ChangeKind(
        "exception-added", "An exception was added.",
        when: "words such as unless or except were put in", .material,
        mirror: .kind("exception-removed"),
        examples: [
            .init("Contact the seller.", "Contact the seller unless we support the product.")
        ])

    /// An exception was taken out.
    static let exceptionRemoved = ChangeKind(
        "exception-removed", "An exception was taken out.",
        when: "words such as unless or except are gone", .material,
        mirror: .kind("exception-added"),
        examples: [
            .init("Except for biometric data, we keep records.", "We keep records.")
        ])
}

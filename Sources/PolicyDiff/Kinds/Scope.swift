// What a statement reaches.

internal import PolicyModel

extension ChangeKind {
    /// A statement reaches further.
    static let scopeWidened = ChangeKind(
        "scope-widened", "A statement reaches further.",
        when: "words were put into an enumeration, or a restricting word is gone", .material,
        mirror: .kind("scope-narrowed"),
        examples: [
            .init("your name and phone number", "your name, e-mail address and phone number")
        ])

    /// A statement reaches less far.
    static let scopeNarrowed = ChangeKind(
        "scope-narrowed", "A statement reaches less far.",
        when: "words of an enumeration are gone, or a restricting word was put in", .material,
        mirror: .kind("scope-widened"),
        examples: [
            .init("how to disable cookies", "how to disable non-essential cookies")
        ])
}

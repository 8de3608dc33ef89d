// What a term means.

internal import PolicyModel

extension ChangeKind {
    /// A definition was added.
    static let definitionAdded = ChangeKind(
        "definition-added", "A definition was added.",
        when: "a new statement says what a term means", .material,
        mirror: .kind("definition-removed"),
        examples: [
            .init("", "“Guest” means a person without an account.")
        ])

    /// A definition was taken out.
    static let definitionRemoved = ChangeKind(
        "definition-removed", "A definition was taken out.",
        when: "a statement that said what a term means is gone", .material,
        mirror: .kind("definition-added"),
        examples: [
            .init("“Guest” means a person without an account.", "")
        ])

    /// A term means something else.
    static let definitionChanged = ChangeKind(
        "definition-changed", "A term means something else.",
        when: "words inside a definition differ", .material,
        mirror: .itself,
        examples: [
            .init("“Account information” means your name.", "“Account information” means your name and gender.")
        ])
}

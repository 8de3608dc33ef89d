// How much, how many, how old.

internal import PolicyModel

extension ChangeKind {
    /// A number, price, age or limit was raised.
    static let quantityRaised = ChangeKind(
        "quantity-raised", "A number, price, age or limit was raised.",
        when: "an old and a new quantity stand in the same place, the new one larger", .material,
        mirror: .kind("quantity-lowered"),
        examples: [
            .init("at least 17 years old", "at least 18 years old")
        ])

    /// A number, price, age or limit was lowered.
    static let quantityLowered = ChangeKind(
        "quantity-lowered", "A number, price, age or limit was lowered.",
        when: "an old and a new quantity stand in the same place, the new one smaller", .material,
        mirror: .kind("quantity-raised"),
        examples: [
            .init("a fee of 5 €", "a fee of 3.99 €")
        ])
}

import PolicyModel
import Testing

@testable import PolicyDiff

/// A number is told as a quantity where it measures something.
struct FigureTests {
    private func quantities(_ old: String, _ new: String) -> [String] {
        comparedClauses(old, new, "en").changes.filter { $0.significance != .editorial }.flatMap(\.quantities).map {
            "\($0.before ?? "-") > \($0.after ?? "-")"
        }
    }

    @Test(
        "the number in a name, of a law, a clock or a telephone is no quantity",
        arguments: [
            "You may use Model 365 in the hall.", "You must follow Title 45 of the Code.",
            "You must call us at 1-800-555-0199.", "You may use Route 2 from the gate.",
            "You must leave at 11h00 GMT+2.",
        ])
    func numbersOfNames(new: String) {
        #expect(quantities("The hall is open.", "The hall is open. \(new)").allSatisfy { $0.hasSuffix("11h00") })
    }

    @Test(
        "a number with a unit, a limit or a thing that it counts is one",
        arguments: [
            ("You must answer within 14 days.", "14 days"), ("You must pay $5.", "$5"),
            ("You must be over 16.", "16"), ("You may invite up to 4 guests.", "4"),
        ])
    func numbersThatMeasure(new: String, quantity: String) {
        #expect(quantities("The hall is open.", "The hall is open. \(new)") == ["- > \(quantity)"])
    }

    @Test(
        "an amount written in another way is the same amount",
        arguments: [
            ("The limit is USD 1000.00 in all.", "The limit is US$1000 in all."),
            ("We rely on one of four grounds.", "We rely on 1 of 4 grounds."),
            ("The fee is $5.00 a month.", "The fee is $5 a month."),
        ])
    func sameAmounts(old: String, new: String) {
        #expect(comparedClauses(old, new, "en").significance == .editorial)
        #expect(comparedClauses(new, old, "en").significance == .editorial)
    }

    @Test("another currency or amount is told with its letters")
    func currencies() {
        #expect(quantities("The limit is US$500 in all.", "The limit is €500 in all.") == ["US$500 > €500"])
        #expect(quantities("The fee is CA$5 a month.", "The fee is US$5 a month.") == ["CA$5 > US$5"])
        #expect(quantities("The fee is USD 5 a month.", "The fee is USD 50 a month.") == ["USD 5 > USD 50"])
    }

    @Test("an age that changed everywhere is told once")
    func once() {
        let told = quantities(
            "We take no data of children under 13. Tell us if a child under 13 wrote.",
            "The hall is for people above the age of 16. We take no data of children under 16. Tell us if a child under 16 wrote."
        )
        #expect(told == ["13 > 16"])
    }
}

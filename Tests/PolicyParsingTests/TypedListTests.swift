import PolicyModel
import PolicyParsing
import Testing

@Suite("Lists that are typed")
struct TypedListTests {
    /// The place of the lead-in of each clause; nil where it has none.
    private func leads(_ paragraphs: [String]) -> [Int?] {
        let text = paragraphs.joined(separator: "\n\n")
        return parseDocument(Array(text.utf8), path: "a.md", layout: .documents).document.clauses.map(\.leadIn)
    }

    @Test(
        "paragraphs that are marked as items have the lead-in before them",
        arguments: [
            ["(a)", "(b)", "(c)"], ["a)", "b)", "c)"], ["a.", "b.", "c."], ["(i)", "(ii)", "(iii)"],
            ["i.", "ii.", "iii."],
            ["(A)", "(B)", "(C)"], ["I.", "II.", "III."], ["1\\.", "2\\.", "3\\."], ["(1)", "(2)", "(3)"],
            ["1°", "2°", "3°"], ["•", "•", "•"], ["–", "–", "–"], ["\\-", "\\-", "\\-"], ["\\*", "\\*", "\\*"],
            ["(a)", "(c)", "(d)"],
        ])
    func marked(marks: [String]) {
        #expect(
            leads([
                "You must not:", "\(marks[0]) copy it;", "\(marks[1]) sell it;", "\(marks[2]) rent it.", "It is ours.",
            ])
                == [nil, 0, 0, 0, nil])
    }

    @Test("paragraphs that end with semicolons below a lead-in are items, and the last one with them")
    func semicolons() {
        #expect(leads(["You must not:", "copy it;", "sell it; or", "rent it.", "It is ours."]) == [nil, 0, 0, 0, nil])
        #expect(leads(["Sie dürfen nicht:", "es kopieren;", "es verkaufen; oder", "es vermieten."]) == [nil, 0, 0, 0])
    }

    @Test("a list inside an item is led by the item, and the outer list goes on behind it")
    func nested() {
        #expect(
            leads([
                "We may:", "(a) end your account where you:", "(i) sell it;", "(ii) lend it;", "(b) end the service.",
            ])
                == [nil, 0, 1, 1, 0])
        #expect(
            leads(["We may:", "(a) end it where:", "(i) you sell it;", "(v) you lend it;", "(b) stop.", "(c) go."])
                == [nil, 0, 1, 1, 0, 0])
        // "(i)" behind "(h)" is a letter.
        let letters = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map { "(\($0)) do it;" }
        #expect(leads(["You must not:"] + letters) == [nil] + letters.map { _ in 0 })
    }

    @Test("items that are marked up inside a typed item leave the typed list open")
    func mixed() {
        #expect(leads(["You must not:", "(a) sell:", "- names;\n- codes;", "(b) copy it."]) == [nil, 0, 1, 1, 0])
    }

    @Test(
        "a paragraph that only looks like an item has no lead-in",
        arguments: [
            // No sentence leads it in.
            ["We keep it safe.", "(a) You own it.", "(b) We host it."],
            // The list does not begin.
            ["You must not:", "We mean it.", "(b) sell it."],
            // Clauses with numbers of their own.
            ["The parties agree:", "4.1 We host it.", "4.2 You pay."],
            ["Note:", "A photo is yours.", "(Sold) means sold."],
            ["Dates:", "1986\\. That was a year.", "2024\\. So was that."],
            ["You must not:", "Copying harms us.", "Selling does, too."],
        ])
    func prose(paragraphs: [String]) {
        #expect(leads(paragraphs).allSatisfy { $0 == nil })
    }

    @Test("a list ends at a heading, and at a paragraph that is no item")
    func ends() {
        #expect(leads(["You must not:", "(a) sell it;", "# Other", "(b) copy it."]) == [nil, 0, nil])
        #expect(leads(["You must not:", "(a) sell it.", "We mean it.", "(b) This is ours."]) == [nil, 0, nil, nil])
    }
}

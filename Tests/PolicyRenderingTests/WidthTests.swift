import Testing

@testable import PolicyRendering

@Suite struct WidthTests {
    @Test(arguments: [
        ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한글", 4), ("ｗｉｄｅ", 8), ("👩‍👩‍👧", 2), ("🇫🇷", 2), ("“x”", 3),
        ("▲", 1),
        ("\u{200B}", 0), ("नि", 1), ("⚠️", 2),
    ])
    func `a text takes the columns that a terminal gives it`(text: String, columns: Int) {
        #expect(text.columns == columns)
    }

    @Test func `text is broken at spaces, inside a word only where it must be`() {
        #expect(StyledText("one two three").wrapped(to: 7).map(\.plain) == ["one two", "three"])
        #expect(StyledText("extraordinary word").wrapped(to: 5).map(\.plain) == ["extra", "ordin", "ary", "word"])
        #expect(
            StyledText("Policies/acceptable-use/bullying").wrapped(to: 12).map(\.plain) == [
                "Policies/", "acceptable-", "use/bullying",
            ])
        #expect(StyledText("漢字漢字漢").wrapped(to: 5).map(\.plain) == ["漢字", "漢字", "漢"])
        #expect(StyledText("a  b").wrapped(to: 9).map(\.plain) == ["a b"])
        #expect(StyledText("").wrapped(to: 9).isEmpty)
    }

    @Test func `styles survive the breaking of lines`() {
        var text = StyledText("keep ")
        text.append("these new words", .inserted)
        let lines = text.wrapped(to: 10)
        #expect(lines.map(\.plain) == ["keep these", "new words"])
        #expect(lines[1].runs == [StyledText.Run(text: "new words", style: .inserted)])
    }
}

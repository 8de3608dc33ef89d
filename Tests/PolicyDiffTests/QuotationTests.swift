import Testing

@testable import PolicyDiff

/// Quotations of long texts show what differs.
struct QuotationTests {
    @Test(
        "a word put in, taken out or replaced is in view, wherever it stands in a text of any length",
        arguments: [1, 2, 7, 20, 45, 90])
    func inView(length: Int) {
        let words = [
            "member", "of", "the", "garden", "überall", "must", "keep", "https://example.org/a/long/way", "日本語",
        ]
        let old = (0..<length).map { words[($0 * 5 + $0 / 7) % words.count] }
        for place in 0..<length {
            var inserted = old
            inserted.insert("gnome", at: place)
            var removed = old
            removed.remove(at: place)
            var replaced = old
            replaced[place] = "hedge"
            for new in [inserted, removed, replaced] {
                let (before, after) = Quotation.pair(old.joined(separator: " "), new.joined(separator: "  "))
                #expect(before != after, "\(length) words, at \(place)")
                #expect(before.utf8.count <= 420 && after.utf8.count <= 420)
            }
            #expect(Quotation.pair(old.joined(separator: " "), replaced.joined(separator: " ")).new.contains("hedge"))
        }
    }

    @Test("two long words without a space differ in view at their ends")
    func longWords() {
        let start = String(repeating: "漢", count: 300)
        let (before, after) = Quotation.pair(start + "猫", start + "犬")
        #expect(before != after)
        #expect(before.contains("猫") && after.contains("犬"))
    }

    @Test("texts that differ in white space only are quoted alike")
    func whiteSpace() {
        let text = String(repeating: "the garden is open ", count: 20)
        let (before, after) = Quotation.pair(text, text.replacing(" ", with: "\n"))
        #expect(before == after)
    }
}

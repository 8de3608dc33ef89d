import PolicyModel
import PolicyParsing
import PolicyTestSupport
import Testing

@testable import PolicyDiff

struct HunkTests {
    /// A few sentences of very few words: their words can be matched in many ways.
    private func sentences(_ dice: inout Dice, words: [String]) -> String {
        (0...dice.roll(8)).map { _ in
            (0...dice.roll(5)).map { _ in words[dice.roll(words.count)] }.joined(separator: " ") + "."
        }.joined(separator: " ")
    }

    private func content(_ text: String) -> PolicyContent {
        PolicyContent(document: parseDocument(Array(text.utf8), path: "policy.md", layout: .documents).document)
    }

    @Test("word edits lead from the old text to the new one, however often its words recur", arguments: 1...400)
    func editsLeadFromOldToNew(seed: Int) {
        var dice = Dice(UInt64(seed))
        let plain = Array(["data", "you", "and", "must", "share"].prefix(2 + seed % 4))
        // Numbers are paired before words are.
        let words = seed % 2 == 0 ? plain : plain + ["one", "two", "three", "30", "days"]
        let changes = compare(
            content(sentences(&dice, words: words)), content(sentences(&dice, words: words)),
            options: ComparisonOptions(language: "en")
        ).changes
        for change in changes where !change.edits.isEmpty {
            let before = change.edits.filter { $0.operation != .insert }.map(\.text).joined()
            let after = change.edits.filter { $0.operation != .delete }.map(\.text).joined()
            #expect(before == change.before?.text)
            #expect(after == change.after?.text)
        }
    }
}

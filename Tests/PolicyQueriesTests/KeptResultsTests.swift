import PolicyDiff
import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyQueries

@Suite("What is kept between runs")
struct KeptResultsTests {
    /// A comparison with all that a change can hold.
    static func comparison(_ random: inout SeededRandom) -> Comparison {
        func text() -> String {
            ["", "You may ask.", "Vous pouvez demander l’été", "a|b", "日本語 text"].randomElement(using: &random) ?? ""
        }
        func some<Value>(_ value: Value) -> Value? { Bool.random(using: &random) ? value : nil }
        let changes = (0..<Int.random(in: 0...4, using: &random)).map { number in
            let (before, after) = (text(), text())
            let lines = LineRange(Int.random(in: 1...9, using: &random), Int.random(in: 1...99, using: &random))
            return Change(
                id: "id\(number)", kind: "duty-added",
                significance: Significance.allCases.randomElement(using: &random) ?? .minor,
                direction: Direction.allCases.randomElement(using: &random) ?? .unclear, section: [text(), text()],
                rule: some("rule"), before: some(Change.Evidence(text: before, lines: lines)),
                after: some(Change.Evidence(text: after, lines: lines)),
                edits: [
                    WordEdit(.equal, String(before.prefix(3))), WordEdit(.delete, String(before.dropFirst(3))),
                    WordEdit(.insert, String(after.dropFirst(3))), WordEdit(.equal, "stands in neither"),
                ],
                modality: some(ModalityChange(before: some(.must), after: some(.mustNot))),
                quantities: [QuantityChange(before: some("30 days"), after: some("14 days"))],
                focus: some(Change.Focus(before: some("a"), after: some("b"), audience: some("new-users"))),
                summary: text(), reason: text(), introducedIn: some("2024-03-01"),
                places: Int.random(in: 0...300, using: &random),
                override: some(
                    SignificanceOverride(
                        target: Bool.random(using: &random) ? .kind("k") : .change("c"), significance: .editorial,
                        reason: text())))
        }
        let finding = Finding(
            id: "f", severity: .warning, message: text(),
            place: some(Place(path: "a.md", lines: some(LineRange(2, 3)))),
            fix: some(text()))
        return Comparison(changes: changes, findings: Bool.random(using: &random) ? [finding] : [])
    }

    @Test("a comparison is read back as it was written")
    func roundTrip() {
        var random = SeededRandom(seed: 3)
        for _ in 0..<300 {
            let comparison = Self.comparison(&random)
            #expect(Comparison(packed: comparison.packed) == comparison)
        }
    }

    @Test("bytes that were not written as a comparison are none, and never more than that")
    func damaged() {
        var random = SeededRandom(seed: 4)
        for _ in 0..<500 {
            var bytes = Self.comparison(&random).packed
            for _ in 0..<3 where !bytes.isEmpty {
                switch Int.random(in: 0..<3, using: &random) {
                case 0:
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeLast(Int.random(in: 0...min(9, bytes.count), using: &random))
                default: bytes.append(UInt8.random(in: 0...255, using: &random))
                }
            }
            _ = Comparison(packed: bytes)
            _ = Outline(packed: bytes)
            _ = Wordings(packed: bytes)
        }
    }

    @Test("wordings are told by their bytes, kept or not")
    func wordings() {
        let document = Document(
            sections: [Section(heading: "Use", level: 1, parent: nil, clauses: 0..<1, lines: LineRange(1, 1))],
            clauses: [Clause(text: "You must ask.", lines: LineRange(3, 3))])
        let wordings = Wordings(document)
        #expect(Wordings(packed: wordings.packed) == wordings)
        #expect(wordings.contains("Use") && wordings.contains("You must ask."))
        #expect(!wordings.contains("You must ask") && !wordings.contains(""))
    }
}

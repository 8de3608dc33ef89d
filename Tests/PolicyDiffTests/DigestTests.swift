import PolicyModel
import Testing

@testable import PolicyDiff

/// What stands above a long list of changes.
struct DigestTests {
    private func change(
        _ number: Int, section: String, _ direction: Direction, _ significance: Significance = .material
    )
        -> Change
    {
        Change(
            id: "\(number)", kind: direction == .stricter ? "duty-added" : "duty-removed", significance: significance,
            direction: direction, section: ["House rules", section], rule: nil, before: nil,
            after: Change.Evidence(text: "Ring.", lines: LineRange(number, number)), edits: [], modality: nil,
            quantities: [], focus: nil, summary: "", reason: "", places: 1, override: nil)
    }

    @Test(
        "sections stand in the order of the text, with what happened in each; the title above all of them is left out")
    func sections() throws {
        let changes =
            (40..<60).map { change($0, section: "Keys", .stricter) }
            + (1..<10).map { change($0, section: "Doors", .looser) }
            + [change(70, section: "Keys", .looser), change(2, section: "Lamps", .neutral, .editorial)]
        let digest = try #require(ComparisonDigest(changes))
        #expect(digest.parts.map(\.section) == ["Doors", "Keys"])
        #expect(digest.parts.map(\.count) == [9, 21])
        #expect(digest.parts[1].directions == [.stricter: 20, .looser: 1])
        #expect(digest.parts[1].kinds.map(\.kind) == ["duty-added", "duty-removed"])
    }

    @Test("few changes, and changes of one section, have none")
    func none() {
        #expect(ComparisonDigest((0..<24).map { change($0, section: "Keys \($0)", .stricter) }) == nil)
        #expect(ComparisonDigest((0..<40).map { change($0, section: "Keys", .stricter) }) == nil)
    }
}

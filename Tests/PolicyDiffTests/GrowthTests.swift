import PolicyModel
import PolicyParsing
import Testing

@testable import PolicyDiff

/// Texts on which comparisons elsewhere take quadratic time: here twice the text may take little more than twice the time.
@Suite(.serialized)
struct GrowthTests {
    /// Pairs of texts that grow with `size`, a number of words.
    static let shapes: [(name: String, make: @Sendable (Int) -> (old: String, new: String))] = [
        ("unrelated documents", { size in (paragraphs(size, 1), paragraphs(size, 2)) }),
        ("one paragraph", { size in (words(size, 1), words(size, 2)) }),
        (
            "equal lines",
            { size in
                let lines = Array(repeating: "You may not do this.", count: size / 5)
                return (lines.joined(separator: "\n\n"), (lines + ["You must."] + lines).joined(separator: "\n\n"))
            }
        ),
        (
            "lines in reverse",
            { size in
                let lines = (0..<(size / 8)).map { "Line \($0) of the text says w\($0 * 7 % 9_973)." }
                return (lines.joined(separator: "\n\n"), lines.reversed().joined(separator: "\n\n"))
            }
        ),
        (
            "one table",
            { size in
                let rows = (0..<(size / 6)).map { "| key\($0) | value \($0) | note |" }
                let head = "| a | b | c |\n|---|---|---|\n"
                return (
                    head + rows.joined(separator: "\n"),
                    head + rows.map { $0.hasSuffix("7 | note |") ? $0 + " x" : $0 }.joined(separator: "\n")
                )
            }
        ),
        (
            "headings",
            { size in
                let old = (0..<(size / 6)).map { "## Heading \($0) w\($0 * 7 % 997)\n\ntext \($0)" }
                let new = (0..<(size / 6)).map { "## Heading \($0) w\($0 * 11 % 997)\n\ntext \($0 + 1)" }
                return (old.joined(separator: "\n\n"), new.joined(separator: "\n\n"))
            }
        ),
        ("few words again and again", { size in (lowEntropy(size, 1), lowEntropy(size, 2)) }),
    ]

    @Test("twice the text takes less than thrice the time", arguments: shapes.indices)
    func growsLinearly(shape: Int) {
        let (name, make) = Self.shapes[shape]
        // The least of several runs is what the work itself takes; a machine that is busy can only add to it. Where that
        // still misleads, larger sizes tell: a quadratic step fails at each of them.
        var ratios: [Double] = []
        for size in [4_000, 8_000] {
            let small = Self.time(make(size))
            let large = Self.time(make(size * 2))
            ratios.append(large / max(small, 0.001))
            if ratios.last ?? 0 < 3 { return }
        }
        Issue.record("\(name): twice the text took \(ratios) times as long")
    }

    private static func time(_ pair: (old: String, new: String)) -> Double {
        func content(_ text: String) -> PolicyContent {
            PolicyContent(document: parseDocument(Array(text.utf8), path: "policy.md").document)
        }
        let old = content(pair.old)
        let new = content(pair.new)
        let clock = ContinuousClock()
        return (0..<3).map { _ in
            let took = clock.measure { withExtendedLifetime(compare(old, new)) {} }
            return Double(took.components.seconds) + Double(took.components.attoseconds) * 1e-18
        }.min() ?? 0
    }

    private static let common = ["data", "you", "may", "must", "share", "account", "we", "will", "within", "of", "the"]

    private static func words(_ count: Int, _ seed: UInt64) -> String {
        var dice = Dice(seed)
        return (0..<count).map { _ in dice.roll(5) < 3 ? common[dice.roll(common.count)] : "w\(dice.roll(20_000))" }
            .joined(separator: " ")
    }

    private static func paragraphs(_ count: Int, _ seed: UInt64) -> String {
        (0..<(count / 50)).map { words(50, seed &* 1_000 + UInt64($0)) + "." }.joined(separator: "\n\n")
    }

    private static func lowEntropy(_ count: Int, _ seed: UInt64) -> String {
        var dice = Dice(seed)
        return (0..<count).map { _ in dice.roll(2) == 0 ? "a" : "b" }.joined(separator: " ")
    }
}

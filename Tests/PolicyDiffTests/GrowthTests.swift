import PolicyModel
import PolicyParsing
import PolicyTestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

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
            "lines of a script whose letters may be written in two ways",
            { size in
                func lines(_ end: String) -> [String] {
                    (0..<(size / 6)).map { "שורה \($0) של הטקסט אומרת \($0 * 7 % 9_973)\(end)" }
                }
                return (lines("").joined(separator: "\n\n"), lines(" 7").reversed().joined(separator: "\n\n"))
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
        (
            "sections that came and went",
            { size in
                func sections(_ word: String) -> String {
                    (0..<(size / 10)).map { "## \(word) \($0)\n\nYou must not \(word) w\($0) here." }.joined(
                        separator: "\n\n")
                }
                return (sections("sell"), sections("rent"))
            }
        ),
        (
            "sections in reverse",
            { size in
                let sections = (0..<(size / 12)).map { "### Part \($0)\n\nYou must not sell w\($0) to anyone here." }
                return (
                    "# All\n\n" + sections.joined(separator: "\n\n"),
                    "# All\n\n" + sections.reversed().joined(separator: "\n\n")
                )
            }
        ),
        (
            "a list under a long lead-in",
            { size in
                func list(_ word: String) -> String {
                    words(size / 2, 3) + ":\n\n"
                        + (0..<(size / 8)).map { "- \(word) w\($0) here" }.joined(separator: "\n")
                }
                return (list("sell"), list("rent"))
            }
        ),
        (
            "nested lists",
            { size in
                // Each level is indented further: so many levels make up the size.
                let levels = Int(Double(size * 4).squareRoot())
                func list(_ word: String) -> String {
                    (0..<levels).map { String(repeating: "  ", count: $0) + "- \(word) \($0)" }.joined(separator: "\n")
                }
                return (list("must"), list("may"))
            }
        ),
        (
            "a text without spaces",
            { size in (String(repeating: "ab.", count: size * 2), String(repeating: "cd.", count: size * 2)) }
        ),
        (
            "lines broken in the middle of sentences",
            { size in
                func lines(_ word: String) -> String {
                    (0..<(size / 8)).map { "you and the \(word) of w\($0) and the others" }.joined(separator: "\n\n")
                }
                return (lines("owner"), lines("maker"))
            }
        ),
    ]

    @Test("twice the text takes less than thrice the time", arguments: shapes.indices)
    func growsLinearly(shape: Int) {
        let (name, make) = Self.shapes[shape]
        // The least of several runs is what the work itself takes; a machine that is busy can only add to it. Where that
        // still misleads, larger sizes tell: a quadratic step fails at each of them.
        var ratios: [Double] = []
        for size in [2_000, 4_000, 8_000] {
            let small = Self.time(make(size))
            let large = Self.time(make(size * 2))
            ratios.append(large / max(small, 0.001))
            if ratios.last ?? 0 < 3 { return }
        }
        Issue.record("\(name): twice the text took \(ratios) times as long")
    }

    /// The least processor time of three runs, in seconds, parsing included.
    private static func time(_ pair: (old: String, new: String)) -> Double {
        let (old, new) = (Array(pair.old.utf8), Array(pair.new.utf8))
        func content(_ bytes: [UInt8]) -> PolicyContent {
            PolicyContent(document: parseDocument(bytes, path: "policy.md", layout: .documents).document)
        }
        return (0..<3).map { _ in
            threadTime { withExtendedLifetime(compare(content(old), content(new))) {} } / .seconds(1)
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

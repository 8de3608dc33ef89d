import Foundation
import PolicyTestSupport

/// Pairs of texts that are hard to compare, of any size.
enum WorstCases {
    /// A shape with the texts of a given size in bytes, roughly.
    struct Shape: Sendable {
        let name: String
        let texts: @Sendable (_ bytes: Int) -> (old: String, new: String)
    }

    static let all: [Shape] = [
        Shape(name: "unrelated documents") { (sentences($0, seed: 1), sentences($0, seed: 2)) },
        Shape(name: "a small edit in a long document") { bytes in
            let old = sentences(bytes, seed: 1)
            return (old, old + "\n\nYou must not sell your account.\n")
        },
        Shape(name: "one paragraph of n words") { (words($0, seed: 1), words($0, seed: 2)) },
        Shape(name: "n equal lines") { bytes in
            let line = "You must not do this.\n\n"
            let count = bytes / line.utf8.count
            return (
                String(repeating: line, count: count),
                String(repeating: line, count: count / 2) + "You may do that.\n\n"
                    + String(repeating: line, count: count / 2)
            )
        },
        Shape(name: "n distinct lines, reversed") { bytes in
            let lines = (0..<(bytes / 30)).map { "Line \($0) says number \($0).\n\n" }
            return (lines.joined(), lines.reversed().joined())
        },
        Shape(name: "n distinct lines of Hebrew") { bytes in
            let lines = (0..<(bytes / 60)).map { "שורה \($0) של הטקסט אומרת \($0 * 7 % 9_973)" }
            return (lines.joined(separator: "\n\n"), lines.reversed().map { $0 + " 7" }.joined(separator: "\n\n"))
        },
        Shape(name: "one table of n rows") { bytes in
            func table(_ odd: Int) -> String {
                "| Term | Value |\n| --- | --- |\n"
                    + (0..<(bytes / 30)).map { "| term \($0) | \($0 * odd) days |\n" }.joined()
            }
            return (table(3), table(5))
        },
        Shape(name: "n nested list levels") { bytes in
            // The indentation of a level grows with it: so many levels make up the size.
            let levels = max(1, Int(Double(bytes).squareRoot()))
            func list(_ word: String) -> String {
                (0..<levels).map { String(repeating: "  ", count: $0) + "- \(word) \($0)\n" }.joined()
            }
            return (list("must"), list("may"))
        },
        Shape(name: "n headings") { bytes in
            func headings(_ word: String) -> String {
                (0..<(bytes / 20)).map { "## \(word) \($0)\n\n" }.joined()
            }
            return (headings("Rule"), headings("Duty"))
        },
        Shape(name: "low-entropy text") { bytes in
            (String(repeating: "a b ", count: bytes / 4), String(repeating: "b a a ", count: bytes / 6))
        },
        Shape(name: "a text without spaces") { bytes in
            (String(repeating: "ab.", count: bytes / 3), String(repeating: "cd.", count: bytes / 3))
        },
        Shape(name: "what is quadratic in CommonMark") { bytes in
            let third = bytes / 3
            let text =
                String(repeating: "![[]()", count: third / 6) + "\n\n" + String(repeating: "a <?", count: third / 4)
                + "\n\n" + String(repeating: "*a_ ", count: third / 4)
            return (text, text + "b")
        },
    ]

    /// A text of sentences, and the same with every twentieth sentence edited: what a new version of a policy is like.
    static func edited(_ bytes: Int) -> (old: String, new: String) {
        let old = sentences(bytes, seed: 3)
        let parts = old.components(separatedBy: "\n\n")
        let new = parts.enumerated().map { index, part in
            index % 20 == 7 ? part.replacingOccurrences(of: "must", with: "may") + " Notice is given." : part
        }
        return (old, new.joined(separator: "\n\n"))
    }

    private static let stock = [
        "we", "you", "must", "may", "account", "service", "data", "30", "days", "not", "collect", "delete", "use",
        "publisher", "content", "fee", "licence", "terminate", "notice", "section",
    ]

    private static func words(_ bytes: Int, seed: UInt64) -> String {
        var dice = Dice(seed)
        var text: [UInt8] = []
        while text.count < bytes {
            text += stock[dice.roll(stock.count)].utf8
            text += "\(dice.roll(bytes / 64 + 2)) ".utf8
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func sentences(_ bytes: Int, seed: UInt64) -> String {
        var dice = Dice(seed)
        var text: [UInt8] = []
        while text.count < bytes {
            for _ in 0..<(8 + dice.roll(12)) {
                text += stock[dice.roll(stock.count)].utf8
                if dice.roll(3) == 0 { text += "\(dice.roll(5_000))".utf8 }
                text.append(UInt8(ascii: " "))
            }
            text += (dice.roll(12) == 0 ? ".\n\n## Part \(dice.roll(9_999))\n\n" : ".\n\n").utf8
        }
        return String(decoding: text, as: UTF8.self)
    }
}

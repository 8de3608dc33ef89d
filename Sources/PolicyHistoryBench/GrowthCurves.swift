import PolicyDiff
import PolicyModel
import PolicyParsing

/// How the cost of a comparison grows with the size of the texts, shape by shape.
enum GrowthCurves {
    /// Prints a line for each shape and size: the best time of three, and what doubling the size multiplied it by.
    ///
    /// - Parameters:
    ///   - largest: up to how many bytes.
    ///   - name: words that the shape's name holds; all shapes where it is empty.
    static func print(largest: Int, shape name: String) {
        Swift.print("shape                                 bytes    parse ms  compare ms    × of half the size")
        for shape in WorstCases.all where name.isEmpty || shape.name.contains(name) {
            var bytes = 10_000
            var before: Double?
            while bytes <= largest {
                let (old, new) = shape.texts(bytes)
                var best = (parse: Double.infinity, compare: Double.infinity)
                for _ in 0..<(bytes > 500_000 ? 1 : 3) {
                    let time = measure(Array(old.utf8), Array(new.utf8))
                    if time.parse + time.compare < best.parse + best.compare { best = time }
                }
                let total = best.parse + best.compare
                let name = shape.name + String(repeating: " ", count: max(1, 34 - shape.name.count))
                Swift.print(
                    name + column(Double(bytes), 0) + column(best.parse, 2, width: 12)
                        + column(best.compare, 2, width: 12)
                        + (before.map { column(total / $0, 2, width: 12) } ?? ""))
                before = total
                bytes *= 2
            }
        }
    }

    private static func measure(_ old: [UInt8], _ new: [UInt8]) -> (parse: Double, compare: Double) {
        let start = processorTime()
        var shared = SharedTexts()
        let before = parseText(old, path: "a.md", layout: .documents, sharing: &shared)
        let after = parseText(new, path: "b.md", layout: .documents, sharing: &shared)
        let parsed = processorTime()
        _ = compare(PolicyContent(document: before.document), PolicyContent(document: after.document))
        return (parsed - start, processorTime() - parsed)
    }
}

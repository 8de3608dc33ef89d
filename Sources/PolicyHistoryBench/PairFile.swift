import Foundation
import PolicyDiff
import PolicyModel
import PolicyParsing

/// A file of pairs of texts: for each the sizes of both as 32-bit little-endian numbers, then both.
enum PairFile {
    /// Compares all pairs in one process and prints the times of a pair; with `answers` also a hash of each answer.
    ///
    /// Two engines that print the same hashes give the same answers.
    static func print(_ path: String, answers: Bool) throws {
        let file = [UInt8](try Data(contentsOf: URL(filePath: path)))
        var place = 0
        func size() -> Int {
            defer { place += 4 }
            return (0..<4).reduce(0) { $0 | Int(file[place + $1]) << (8 * $1) }
        }
        var time = (parse: 0.0, compare: 0.0)
        var slowest: [(milliseconds: Double, pair: Int)] = []
        while place < file.count {
            let (oldSize, newSize) = (size(), size())
            let old = Array(file[place..<(place + oldSize)])
            let new = Array(file[(place + oldSize)..<(place + oldSize + newSize)])
            place += oldSize + newSize
            let start = processorTime()
            var shared = SharedTexts()
            let left = parseText(old, path: "a.md", layout: .documents, sharing: &shared)
            let right = parseText(new, path: "b.md", layout: .documents, sharing: &shared)
            let parsed = processorTime()
            let comparison = compare(PolicyContent(document: left.document), PolicyContent(document: right.document))
            let compared = processorTime()
            time.parse += parsed - start
            time.compare += compared - parsed
            if answers {
                var answer = AnswerHash()
                for change in comparison.changes { answer.feed(change) }
                for finding in left.findings + right.findings + comparison.findings {
                    answer.feed(finding.id)
                    answer.feed(finding.message)
                }
                Swift.print(slowest.count, comparison.changes.count, String(answer.value, radix: 16))
            }
            slowest.append((compared - start, slowest.count))
        }
        let count = Double(max(slowest.count, 1))
        slowest.sort { $0.milliseconds > $1.milliseconds }
        let worst = slowest.prefix(5).map { "\($0.pair) (\(Int($0.milliseconds)))" }.joined(separator: ", ")
        let summary =
            "\(slowest.count) pairs; milliseconds of processor time a pair: parse\(column(time.parse / count, 3)), "
            + "compare\(column(time.compare / count, 3)); slowest: \(worst)\n"
        FileHandle.standardError.write(Data(summary.utf8))
    }
}

/// A hash over all that changes say (FNV-1a, 64 bits).
struct AnswerHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func feed(_ text: String?) {
        for byte in (text ?? "\u{1}").utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        value = (value ^ 0xFF) &* 0x100_0000_01b3
    }

    mutating func feed(_ change: Change) {
        for text in [change.id, change.kind, change.significance.rawValue, change.direction.rawValue] { feed(text) }
        for heading in change.section { feed(heading) }
        feed(change.rule)
        for evidence in [change.before, change.after] {
            feed(evidence?.text)
            feed(evidence.map { "\($0.lines.first)-\($0.lines.last)" })
        }
        for edit in change.edits {
            feed(edit.operation.rawValue)
            feed(edit.text)
        }
        feed(change.modality?.before?.rawValue)
        feed(change.modality?.after?.rawValue)
        for quantity in change.quantities {
            feed(quantity.before)
            feed(quantity.after)
        }
        feed(change.summary)
        feed(change.reason)
        feed("\(change.places)")
    }
}

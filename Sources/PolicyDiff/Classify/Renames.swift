internal import PolicyModel

/// Names that were replaced in several places of a document.
struct Renames: Hashable {
    /// The new name's keys by the old name's.
    var names: [[UInt32]: [UInt32]] = [:]

    /// Names that were replaced by the same other names in at least two clauses.
    static func found(in read: [(old: Passage, new: Passage, hunks: [Hunk])], _ vocabulary: Vocabulary) -> Renames {
        var names: [[UInt32]] = []
        var table = ByteTable(capacity: 16)
        func number(of name: [UInt32]) -> Int {
            let (number, isNew) = table.insert(name.span)
            if isNew { names.append(name) }
            return number
        }
        /// How often a name was replaced by others, by their numbers: numbers cost less to look up than lists of keys.
        var counts: [Int: [Int: Int]] = [:]
        for passages in read {
            var seen: Set<Int> = []
            for hunk in passages.hunks where hunk.isReplacement && hunk.old.count <= 5 && hunk.new.count <= 5 {
                guard isCapital(passages.old, hunk.old), isCapital(passages.new, hunk.new) else { continue }
                let old = number(of: hunk.old.map { passages.old.word($0).key })
                guard seen.insert(old).inserted else { continue }
                counts[old, default: [:]][number(of: hunk.new.map { passages.new.word($0).key }), default: 0] += 1
            }
        }
        var renames = Renames()
        for (old, targets) in counts {
            let best = targets.filter { $0.value >= 2 }.sorted {
                ($1.value, names[$0.key].description) < ($0.value, names[$1.key].description)
            }.first
            if let best { renames.names[names[old]] = names[best.key] }
        }
        return renames
    }

    private static func isCapital(_ passage: Passage, _ range: Range<Int>) -> Bool {
        range.contains {
            passage.word($0).kind == .word
                && passage.written($0..<($0 + 1)).unicodeScalars.first?.properties.isUppercase == true
        }
            && range.allSatisfy { passage.word($0).traits.isDisjoint(with: Traits.decisive) }
    }
}

/// Names that were replaced in several places of a document.
struct Renames: Hashable {
    /// The new name's keys by the old name's.
    var names: [[UInt32]: [UInt32]] = [:]

    /// Names that were replaced by the same other names in at least two clauses.
    static func found(in read: [(old: Passage, new: Passage, hunks: [Hunk])], _ vocabulary: Vocabulary) -> Renames {
        var counts: [[UInt32]: [[UInt32]: Int]] = [:]
        for passages in read {
            var seen: Set<[UInt32]> = []
            for hunk in passages.hunks where hunk.isReplacement && hunk.old.count <= 5 && hunk.new.count <= 5 {
                let old = hunk.old.map { passages.old.word($0).key }
                let new = hunk.new.map { passages.new.word($0).key }
                guard isCapital(passages.old, hunk.old), isCapital(passages.new, hunk.new), seen.insert(old).inserted
                else { continue }
                counts[old, default: [:]][new, default: 0] += 1
            }
        }
        var renames = Renames()
        for (old, targets) in counts {
            let best = targets.filter { $0.value >= 2 }.sorted {
                ($1.value, $0.key.description) < ($0.value, $1.key.description)
            }.first
            if let best { renames.names[old] = best.key }
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

/// Tells a list of one sentence that lost or gained members where the rest only closed up: "read, copy and print" became "read and
/// print".
enum ListReading {
    /// In how many places such a list may differ.
    private static let mostHunks = 4

    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard !edit.vocabulary.lexicon.isUnknown, edit.open.count > 1, edit.open.count <= mostHunks,
            let first = edit.open.first, let last = edit.open.last,
            edit.old.sentence(at: first.old.lowerBound) == edit.old.sentence(at: last.old.lowerBound)
        else { return [] }
        let gone = content(edit.old, edit.open.map(\.old))
        let came = content(edit.new, edit.open.map(\.new))
        guard gone != came, !gone.isEmpty, !came.isEmpty else { return [] }
        let isLonger = isPart(gone, of: came)
        guard isLonger || isPart(came, of: gone) else { return [] }
        // "and, in certain circumstances, to delete": the members are the same, and one holds in fewer cases.
        let more = isLonger ? edit.open.map { edit.new.traits($0.new) } : edit.open.map { edit.old.traits($0.old) }
        let isLimited = !more.reduce(into: Traits(), { $0.formUnion($1) }).isDisjoint(with: [.restrictor, .condition])
        let isExcepted =
            isLonger
            ? isExcepted(came, beyond: gone, edit.new, edit.open.map(\.new))
            : isExcepted(gone, beyond: came, edit.old, edit.open.map(\.old))
        let isWidened = isLonger != (isLimited || isExcepted)
        let facts = edit.facts(around: first)
        let hunks = edit.claim { _ in true }
        let direction: Direction =
            facts.effect == .unknown ? .unclear : (facts.effect == .burden) == isWidened ? .stricter : .looser
        return [
            Telling(
                kind: isWidened ? .scopeWidened : .scopeNarrowed, direction: direction,
                reason: isLimited
                    ? "a member of the list is limited, or no longer is"
                    : "the list has \(isWidened ? "more" : "fewer") members", isWeak: true, hunks: hunks,
                oldWords: edit.old.written(first.old.lowerBound..<last.old.upperBound),
                newWords: edit.new.written(first.new.lowerBound..<last.new.upperBound))
        ]
    }

    /// How often each word that carries anything stands in some ranges.
    private static func content(_ passage: Passage, _ ranges: [Range<Int>]) -> [UInt32: Int] {
        var counts: [UInt32: Int] = [:]
        for range in ranges {
            for place in range where passage.word(place).traits.isDisjoint(with: [.filler, .conjunction]) {
                counts[passage.word(place).key, default: 0] += 1
            }
        }
        return counts
    }

    /// Whether the members that a list has beyond another are excepted: "(except gift cards *and trees*)".
    private static func isExcepted(
        _ words: [UInt32: Int], beyond others: [UInt32: Int], _ passage: Passage, _ ranges: [Range<Int>]
    ) -> Bool {
        let places = ranges.flatMap(Array.init).filter {
            words[passage.word($0).key, default: 0] > others[passage.word($0).key, default: 0]
        }
        return !places.isEmpty && places.allSatisfy { ExceptionScope.holds($0, in: passage) }
    }

    private static func isPart(_ some: [UInt32: Int], of others: [UInt32: Int]) -> Bool {
        some.allSatisfy { others[$0.key, default: 0] >= $0.value }
    }
}

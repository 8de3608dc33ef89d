/// Proves that words in place of other words say the same where the language's data names them, or the phrases that they are part
/// of, side by side: "in some cases" and "sometimes", "you are not allowed to" and "you must not".
///
/// The words around a difference count, too, since phrases share words. What is left beside the phrases has to be the same word for
/// word, or forms of the same words, and whatever binds in the same order.
enum SamePhrasing {
    /// How many words around a difference may belong to a phrase that it is part of.
    private static let reach = 5
    /// Up to how many words of either side are held against each other.
    private static let mostWords = 16

    /// Part of a run of words: a phrase of the data, or a word.
    private enum Unit {
        /// - Parameter isEmpty: Whether it is one word that carries nothing by itself ("from").
        case phrase([Int32], Range<Int>, isEmpty: Bool)
        case word(Int)

        var isEmpty: Bool { if case .phrase(_, _, isEmpty: true) = self { true } else { false } }
    }

    /// Whether a run of the old text says what one of the new text does.
    ///
    /// - Parameters:
    ///   - hunk: The run, on both sides; what lies around it is equal on both as far as `room` reaches.
    ///   - room: How many words in front of it and behind it are equal and stand in the same sentences.
    static func isProven(_ edit: ClauseEdit, _ hunk: Hunk, room: (before: Int, behind: Int)) -> Bool {
        guard max(hunk.old.count, hunk.new.count) <= mostWords, !Opposition.stands(in: hunk, of: edit) else {
            return false
        }
        let phrasings = edit.vocabulary.lexicon.phrasings
        func run(_ passage: Passage, _ range: Range<Int>) -> Phrasings.Run {
            let around =
                (range.lowerBound - min(room.before, reach))..<(range.upperBound + min(room.behind, reach))
            return phrasings.run(passage, around, edit.vocabulary)
        }
        let sides = [(run: run(edit.old, hunk.old), range: hunk.old), (run: run(edit.new, hunk.new), range: hunk.new)]
        // Where no phrase begins, equal words around the run prove nothing more.
        let most = sides.contains { holdsPhrase($0.run, phrasings) } ? reach : 0
        // Of "no tiene que" the last two words are no phrase of their own: what is proven holds all that a phrase denies.
        let least = leastRoom(sides, phrasings)
        for before in 0...min(room.before, most) {
            for behind in 0...min(room.behind, most) where before >= least.before && behind >= least.behind {
                let parts = sides.map { side in
                    units(side.run, (side.range.lowerBound - before)..<(side.range.upperBound + behind), phrasings)
                }
                if saySame(edit, parts[0], parts[1]) { return true }
                if saySame(edit, parts[0].filter { !$0.isEmpty }, parts[1].filter { !$0.isEmpty }) { return true }
            }
        }
        return false
    }

    /// Whether a phrase begins in a run or in the words around it.
    private static func holdsPhrase(_ run: Phrasings.Run, _ phrasings: Phrasings) -> Bool {
        run.range.contains { phrasings.longest(at: $0, before: run.range.upperBound, in: run) != nil }
    }

    /// How many of the words around a run belong to phrases that deny and reach into it.
    private static func leastRoom(
        _ sides: [(run: Phrasings.Run, range: Range<Int>)], _ phrasings: Phrasings
    ) -> (before: Int, behind: Int) {
        var least = (before: 0, behind: 0)
        for (run, range) in sides {
            let start = run.range.lowerBound
            for place in start..<max(start, range.upperBound) {
                guard let found = phrasings.longest(at: place, before: run.range.upperBound, in: run),
                    place + found.count > range.lowerBound,
                    !run.passage.traits(place..<(place + found.count)).isDisjoint(with: [.negation, .mustNot])
                else { continue }
                least.before = max(least.before, range.lowerBound - place)
                least.behind = max(least.behind, place + found.count - range.upperBound)
            }
        }
        return least
    }

    private static func units(_ run: Phrasings.Run, _ range: Range<Int>, _ phrasings: Phrasings) -> [Unit] {
        let passage = run.passage
        var units: [Unit] = []
        var place = range.lowerBound
        while place < range.upperBound {
            if let found = phrasings.longest(at: place, before: range.upperBound, in: run) {
                if !found.groups.isEmpty {
                    let isEmpty = found.count == 1 && SameMeaning.isEmpty(passage.word(place))
                    units.append(.phrase(found.groups, place..<(place + found.count), isEmpty: isEmpty))
                }
                place += found.count
                continue
            }
            if !SameMeaning.isEmpty(passage.word(place)) { units.append(.word(place)) }
            place += 1
        }
        return units
    }

    private static func saySame(_ edit: ClauseEdit, _ old: [Unit], _ new: [Unit]) -> Bool {
        guard old.count == new.count else { return false }
        func isSame(_ left: Unit, _ right: Unit) -> Bool {
            switch (left, right) {
            case (.word(let old), .word(let new)): SameMeaning.isSame(edit, old, new)
            case (.phrase(let old, let oldWords, _), .phrase(let new, let newWords, _)):
                old.contains(where: new.contains) || areEqual(edit, oldWords, newWords)
            case (.phrase(_, let oldWords, _), .word(let new)):
                oldWords.count == 1 && SameMeaning.isSame(edit, oldWords.lowerBound, new)
            case (.word(let old), .phrase(_, let newWords, _)):
                newWords.count == 1 && SameMeaning.isSame(edit, old, newWords.lowerBound)
            }
        }
        return zip(old, new).allSatisfy(isSame)
    }

    private static func areEqual(_ edit: ClauseEdit, _ old: Range<Int>, _ new: Range<Int>) -> Bool {
        old.count == new.count && zip(old, new).allSatisfy { SameMeaning.isSame(edit, $0, $1) }
    }
}

/// Which quantity of the old words is which of the new.
///
/// Only what measures the same is a pair: a period and a period, a price and a price. Where a few words were replaced that is
/// enough; where a whole passage was, the word beside the number has to be the same, too, or the two have nothing to do with
/// each other. Of several that fit, the choice is the best for all of them.
enum QuantityPairs {
    /// Both as ranges of the words of their sides: a number written in words has what it counts behind it.
    typealias Pair = (old: Range<Int>, new: Range<Int>)

    /// How many words a replacement may have for its quantities to be the same ones.
    private static let fewWords = 10
    /// How many quantities of a hunk are weighed; further ones are told as words.
    private static let mostFigures = 32

    /// Returns the pairs of a hunk; quantities that stand unchanged are left out.
    static func pairs(_ edit: ClauseEdit, _ hunk: Hunk) -> [Pair] {
        guard hunk.isReplacement else { return [] }
        let oldAll = figures(edit.old, hunk.old, edit.vocabulary)
        let newAll = figures(edit.new, hunk.new, edit.vocabulary)
        guard !oldAll.isEmpty, !newAll.isEmpty else { return [] }
        func key(_ figure: Range<Int>, _ passage: Passage) -> UInt32 { passage.word(figure.lowerBound).key }
        let kept = Set(oldAll.map { key($0, edit.old) }).intersection(newAll.map { key($0, edit.new) })
        let old = Array(oldAll.filter { !kept.contains(key($0, edit.old)) }.prefix(mostFigures))
        let new = Array(newAll.filter { !kept.contains(key($0, edit.new)) }.prefix(mostFigures))
        let isShort = max(hunk.old.count, hunk.new.count) <= fewWords
        var candidates: [Assignment.Candidate] = []
        for (row, place) in old.enumerated() {
            for (column, other) in new.enumerated() where isComparable(edit, place, other) {
                let shared = sharedNeighbours(edit, place, other)
                guard isShort || shared > 0 else { continue }
                // A word more that both share outweighs any nearness.
                candidates.append(
                    Assignment.Candidate(
                        row: row, column: column, weight: (1 + shared) * 100 + 50 / (1 + abs(row - column))))
            }
        }
        return Assignment.best(candidates, rows: old.count, columns: new.count).map { (old[$0.row], new[$0.column]) }
    }

    /// Whether an amount, a period or a date stands among words.
    static func isMeasured(_ passage: Passage, _ range: Range<Int>) -> Bool {
        range.contains { passage.word($0).kind == .quantity || passage.word($0).kind == .date }
    }

    /// Returns what of a hunk differs beside its pairs, as hunks of their own.
    static func rest(_ edit: ClauseEdit, _ hunk: Hunk, _ pairs: [Pair]) -> [Hunk] {
        var rest: [Hunk] = []
        var old = hunk.old.lowerBound
        var new = hunk.new.lowerBound
        // Pairs that cross leave no words between them that belong together.
        let crosses = zip(pairs, pairs.dropFirst()).contains { $1.new.lowerBound < $0.new.upperBound }
        for pair in crosses ? [] : pairs {
            rest.append(Hunk(old: old..<pair.old.lowerBound, new: new..<pair.new.lowerBound))
            old = min(pair.old.upperBound, hunk.old.upperBound)
            new = min(pair.new.upperBound, hunk.new.upperBound)
        }
        if !crosses { rest.append(Hunk(old: old..<hunk.old.upperBound, new: new..<hunk.new.upperBound)) }
        return rest.filter { says(edit, $0) }
    }

    /// Whether words that differ beside a quantity say anything: other words than fillers, on one side only.
    private static func says(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        func content(_ passage: Passage, _ range: Range<Int>) -> [UInt32] {
            range.filter { !passage.word($0).traits.contains(.filler) }.map { passage.word($0).key }
        }
        return content(edit.old, hunk.old) != content(edit.new, hunk.new)
    }

    /// The numbers with what they count, the dates, and the numbers that are written in words.
    private static func figures(_ passage: Passage, _ range: Range<Int>, _ vocabulary: Vocabulary) -> [Range<Int>] {
        range.compactMap { place in
            let word = passage.word(place)
            switch word.kind {
            case .quantity:
                return passage.isSectionNumber(place) || isCitation(passage, place) ? nil : place..<(place + 1)
            case .date: return place..<(place + 1)
            case .word where vocabulary.value(of: word.key) != nil:
                // "one member" → "two members"; where the noun stands unchanged, it is no part of the difference.
                let counted = place + 1
                let hasNoun =
                    counted < range.upperBound && passage.word(counted).kind == .word
                    && !passage.word(counted).traits.contains(.filler)
                    // Of two numbers in a row neither counts the other.
                    && vocabulary.value(of: passage.word(counted).key) == nil
                return place..<(hasNoun ? counted + 1 : counted)
            default: return nil
            }
        }
    }

    /// Whether a number is part of the number of a law: "Directive 95/46/EC", "(EU) 2016/679".
    private static func isCitation(_ passage: Passage, _ place: Int) -> Bool {
        let token = passage.word(place)
        guard token.traits == .number else { return false }
        func isDigit(_ index: Int) -> Bool {
            passage.bytes.indices.contains(index) && (0x30...0x39).contains(passage.bytes[index])
        }
        func isSlash(_ index: Int) -> Bool {
            passage.bytes.indices.contains(index) && passage.bytes[index] == UInt8(ascii: "/")
        }
        return (isSlash(token.end) && isDigit(token.end + 1)) || (isSlash(token.start - 1) && isDigit(token.start - 2))
    }

    /// How many of the words right before and right behind two quantities are the same ones.
    private static func sharedNeighbours(_ edit: ClauseEdit, _ old: Range<Int>, _ new: Range<Int>) -> Int {
        func word(_ passage: Passage, _ place: Int) -> UInt32? {
            guard place >= 0, place < passage.words.count else { return nil }
            let word = passage.word(place)
            return word.traits.contains(.filler) ? nil : word.key
        }
        let before = word(edit.old, old.lowerBound - 1)
        let behind = word(edit.old, old.upperBound)
        return (before != nil && before == word(edit.new, new.lowerBound - 1) ? 1 : 0)
            + (behind != nil && behind == word(edit.new, new.upperBound) ? 1 : 0)
    }

    /// Whether two quantities measure the same: dates, periods, money, shares, or numbers of anything.
    private static func isComparable(_ edit: ClauseEdit, _ old: Range<Int>, _ new: Range<Int>) -> Bool {
        let before = edit.old.word(old.lowerBound)
        let after = edit.new.word(new.lowerBound)
        if before.kind == .date || after.kind == .date { return before.kind == after.kind }
        let duration = Traits.duration
        if before.traits.contains(duration) || after.traits.contains(duration) {
            return before.traits.contains(duration) == after.traits.contains(duration)
        }
        let mine = Size(before, edit.vocabulary).unit
        let theirs = Size(after, edit.vocabulary).unit
        let currency = Traits.currency
        if before.traits.contains(currency), after.traits.contains(currency) { return true }
        // A number alone may count what the other one names: "two" and "3 devices".
        return mine == theirs || mine.isEmpty || theirs.isEmpty
    }
}

/// Words and phrases of one sort, looked up among the words of a passage by their numbers.
struct PhraseList: Sendable {
    /// The numbers of the phrases' words in the lexicon.
    private var phrases: [[Int32]] = []
    /// The first number of each: some dozens.
    private var firsts: [Int32] = []
    /// The same numbers, a bit each: most words begin no phrase.
    private var begins: [UInt64] = []

    /// Adds a phrase by the numbers of its words.
    mutating func add(_ words: [Int]) {
        guard let first = words.first else { return }
        phrases.append(words.map(Int32.init))
        firsts.append(Int32(first))
        let place = first >> 6
        if place >= begins.count { begins += Array(repeating: 0, count: place + 1 - begins.count) }
        begins[place] |= 1 << UInt64(first & 63)
    }

    /// Whether one of the phrases stands in a passage with at least one of its words in a range.
    func stands(in passage: Passage, over range: Range<Int>, _ vocabulary: Vocabulary) -> Bool {
        first(in: passage, over: range, vocabulary) != nil
    }

    /// The place of the first phrase that has at least one of its words in a range.
    func first(in passage: Passage, over range: Range<Int>, _ vocabulary: Vocabulary) -> Range<Int>? {
        guard !phrases.isEmpty, !range.isEmpty else { return nil }
        for start in max(0, range.lowerBound - Self.longest)..<range.upperBound {
            let first = Self.number(passage, start, vocabulary)
            guard isBeginning(first) else { continue }
            for place in firsts.indices where firsts[place] == first {
                let phrase = phrases[place]
                let end = start + phrase.count
                guard end > range.lowerBound, end <= passage.words.count else { continue }
                let isThere = phrase.indices.allSatisfy { phrase[$0] == Self.number(passage, start + $0, vocabulary) }
                if isThere { return start..<end }
            }
        }
        return nil
    }

    private func isBeginning(_ number: Int32) -> Bool {
        let place = Int(number >> 6)
        return place >= 0 && place < begins.count && begins[place] >> UInt64(number & 63) & 1 == 1
    }

    /// How many of the phrases stand wholly in a range of a passage.
    func count(in passage: Passage, over range: Range<Int>, _ vocabulary: Vocabulary) -> Int {
        var count = 0
        var start = range.lowerBound
        while start < range.upperBound, let found = first(in: passage, over: start..<range.upperBound, vocabulary) {
            if found.lowerBound >= start { count += 1 }
            start = max(found.upperBound, start + 1)
        }
        return count
    }

    private static func number(_ passage: Passage, _ place: Int, _ vocabulary: Vocabulary) -> Int32 {
        let token = passage.word(place)
        return token.kind == .word ? vocabulary.lexical[Int(token.key)] : -1
    }

    /// How many words in front of a range a phrase may begin.
    private static let longest = 5
}

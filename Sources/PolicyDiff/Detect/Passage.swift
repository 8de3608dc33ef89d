internal import PolicyModel

/// One side of an edit: the text of a clause, or of the clauses it was split into, with its tokens.
struct Passage {
    /// The text; clauses are parted by a line feed.
    let text: String
    /// The text in UTF-8.
    let bytes: [UInt8]
    /// All tokens, places relative to `text`.
    let tokens: [Token]
    /// The indices in `tokens` of the words: marks and leading numbers left out.
    let words: [Int]
    /// The clauses it is made of, as indices of the document.
    let clauses: [Int]
    /// Where it stands.
    let lines: LineRange
    /// The section it stands in.
    let section: Int

    /// Reads a heading.
    init(heading index: Int, _ side: PairReader.Side, _ reader: inout PairReader) {
        let section = reader.document(side).sections[index]
        let reading = reader.reading(side, heading: index)
        text = section.heading
        bytes = reading.bytes
        tokens = reading.tokens
        words = reading.words
        clauses = []
        lines = section.lines
        self.section = index
    }

    /// Reads the passage that clauses of one side make up.
    init(_ clauses: [Int], _ side: PairReader.Side, _ reader: inout PairReader) {
        if clauses.count == 1 {
            let reading = reader.reading(side, clause: clauses[0])
            text = reader.document(side).clauses[clauses[0]].text
            bytes = reading.bytes
            tokens = reading.tokens
            words = reading.words
        } else {
            var bytes: [UInt8] = []
            var tokens: [Token] = []
            var sentences = 0
            for index in clauses {
                if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
                let reading = reader.reading(side, clause: index)
                for token in reading.tokens { tokens.append(token.moved(by: bytes.count, sentences: sentences)) }
                sentences = (tokens.last?.sentence ?? -1) + 1
                bytes += reading.bytes
            }
            text = String(decoding: bytes, as: UTF8.self)
            self.bytes = bytes
            self.tokens = tokens
            words = tokens.indices.filter { tokens[$0].kind != .punctuation && tokens[$0].kind != .numbering }
        }
        self.clauses = clauses
        let document = reader.document(side)
        let first = clauses.first.map { document.clauses[$0].lines.first } ?? 1
        self.lines = LineRange(first, clauses.last.map { document.clauses[$0].lines.last } ?? first)
        self.section = clauses.first.map { document.clauses[$0].section } ?? 0
    }

    /// The first byte of a mark, by its index in `tokens`; nil for other tokens.
    func mark(_ index: Int) -> UInt8? {
        guard tokens[index].kind == .punctuation else { return nil }
        return bytes[tokens[index].start]
    }

    /// The word at a place of `words`.
    func word(_ place: Int) -> Token { tokens[words[place]] }

    /// Returns the text from the first to the last word of a range of `words`, as it stands.
    func written(_ range: Range<Int>) -> String {
        String(decoding: bytes(range), as: UTF8.self)
    }

    /// Returns the same in UTF-8.
    func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> {
        range.isEmpty ? [] : bytes[word(range.lowerBound).start..<word(range.upperBound - 1).end]
    }

    /// Returns the text of a range of `words` with the brackets, quotes and marks that belong to it.
    func quoted(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        var end = word(range.upperBound - 1).end
        let closing = Set(")]\"'.!?%".utf8)
        while end < bytes.count, closing.contains(bytes[end]) { end += 1 }
        // A closing quote of typography takes three bytes.
        while end + 2 < bytes.count, bytes[end] == 0xE2, bytes[end + 1] == 0x80, bytes[end + 2] == 0x9D { end += 3 }
        return String(decoding: bytes[word(range.lowerBound).start..<end], as: UTF8.self)
    }

    /// The union of the traits of a range of words.
    func traits(_ range: Range<Int>) -> Traits {
        range.reduce(into: Traits()) { $0.formUnion(word($1).traits) }
    }

    /// Whether a word is the number of a part of a text behind a reference to another: "Sections 4.2 (…) and 9.2 (…)".
    func isSectionNumber(_ place: Int) -> Bool {
        let token = word(place)
        guard token.kind == .quantity, token.traits == .number else { return false }
        let parts = written(place..<(place + 1)).split(separator: ".", omittingEmptySubsequences: false)
        let before = max(0, place - 14)..<place
        return parts.count > 1 && parts.allSatisfy { !$0.isEmpty && $0.count <= 2 && $0.allSatisfy(\.isNumber) }
            && before.contains { word($0).kind == .reference && word($0).sentence == token.sentence }
    }

    /// Whether a mark stands right in front of a word.
    func follows(_ mark: Character, _ place: Int) -> Bool {
        guard place > 0, place < words.count, let byte = mark.asciiValue else { return false }
        return (words[place - 1]..<words[place]).contains { self.mark($0) == byte }
    }

    /// The sentences in order, each as a range of `words`.
    var sentences: [Range<Int>] {
        var sentences: [Range<Int>] = []
        var start = 0
        for place in words.indices where place + 1 == words.count || word(place + 1).sentence != word(place).sentence {
            sentences.append(start..<(place + 1))
            start = place + 1
        }
        return sentences
    }

    /// The sentence that holds a word.
    func sentence(at place: Int) -> Range<Int> {
        guard !words.isEmpty else { return 0..<0 }
        let place = min(place, words.count - 1)
        var start = place
        while start > 0, word(start - 1).sentence == word(place).sentence { start -= 1 }
        var end = place + 1
        while end < words.count, word(end).sentence == word(place).sentence { end += 1 }
        return start..<end
    }
}

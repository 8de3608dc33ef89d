internal import PolicyLanguage
internal import PolicyModel

/// Which language a text is in, told by its commonest words.
enum LanguageDetection {
    /// How much of a document is read for it.
    private static let mostBytes = 12_000

    /// Returns the lexicon for a pair of documents: as asked for, as declared, else as its commonest words tell, else unknown.
    ///
    /// Reads at most about 2,000 words of each document.
    static func lexicon(asked: String?, _ old: Document, _ new: Document) -> Lexicon {
        if let tag = asked ?? new.language ?? old.language {
            return Lexicon.named(tag)
        }
        var count = MarkerCount()
        for document in [old, new] {
            var budget = mostBytes
            // The cells of a table are names and numbers, hardly ever sentences.
            for clause in document.clauses where !clause.isTableRow {
                count.add(clause.text)
                budget -= clause.text.utf8.count
                if budget <= 0 { break }
            }
            for section in document.sections.prefix(40) { count.add(section.heading) }
        }
        // The commonest words make up a third of running text in their own language, and few of another's.
        let best = zip(Lexicon.codes, count.hits).max { ($0.1, $1.0) < ($1.1, $0.0) }
        if let (code, hits) = best, hits * 8 >= count.words, hits > 0 { return Lexicon.named(code) }
        return count.words <= 40 ? byAnyWord(old, new) : .unknown
    }

    /// Returns the codes of two languages where one document is in the one and the other in the other beyond doubt.
    ///
    /// Languages share short words, so each document must have three times the words of its own that it has of the other's.
    static func two(_ old: Document, _ new: Document) -> (old: String, new: String)? {
        let before = markers(in: old)
        let after = markers(in: new)
        guard let mine = before.best, let theirs = after.best, mine != theirs,
            (before.hits[mine] ?? 0) >= (before.hits[theirs] ?? 0) * 3,
            (after.hits[theirs] ?? 0) >= (after.hits[mine] ?? 0) * 3
        else { return nil }
        return (mine, theirs)
    }

    /// The very common words of each language in a document, and the language that has most of them; none in a short text.
    private static func markers(in document: Document) -> (best: String?, hits: [String: Int]) {
        var count = MarkerCount()
        var budget = 40_000
        for clause in document.clauses {
            count.add(clause.text)
            budget -= clause.text.utf8.count
            if budget <= 0 { break }
        }
        let hits = Dictionary(uniqueKeysWithValues: zip(Lexicon.codes, count.hits))
        let best = hits.max { ($0.value, $1.key) < ($1.value, $0.key) }
        let words = count.words
        guard words >= 120, let best, best.value * 8 >= words else { return (nil, hits) }
        return (best.key, hits)
    }

    /// The language of a few words: that whose data knows most of them.
    private static func byAnyWord(_ old: Document, _ new: Document) -> Lexicon {
        var known: [String: Int] = [:]
        let lexicons = Lexicon.codes.map { ($0, Lexicon.named($0)) }
        for document in [old, new] {
            // What is long and still in no known language costs much to look up and tells nothing more.
            var budget = mostBytes
            for text in document.clauses.lazy.map(\.text) + document.sections.map(\.heading) where budget > 0 {
                let start = String(decoding: text.utf8.prefix(budget), as: UTF8.self)
                budget -= text.utf8.count
                for word in Vocabulary.plain(start).split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "-" }) {
                    for (code, lexicon) in lexicons where lexicon.traits(of: String(word)) != nil {
                        known[code, default: 0] += 1
                    }
                }
            }
        }
        let best = known.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return best.map { Lexicon.named($0.key) } ?? .unknown
    }
}

/// How many of a text's words are markers of each language.
private struct MarkerCount {
    /// The hits by language, in the order of `Lexicon.codes`.
    private(set) var hits = [Int](repeating: 0, count: Lexicon.codes.count)
    /// The words of any language.
    private(set) var words = 0
    private let table = MarkerTable.all

    /// Counts the words of a text: runs of letters, and of whatever is not ASCII.
    mutating func add(_ text: String) {
        let bytes = text.utf8.span
        var place = 0
        while place < bytes.count {
            // The word's bytes in lower case, as far as a marker is long.
            var packed: UInt64 = 0
            let start = place
            var isSettled = true
            while place < bytes.count {
                let byte = bytes[place]
                let isCapital = byte &- 0x41 < 26
                guard isCapital || byte &- 0x61 < 26 || byte >= 0x80 else { break }
                packed = packed << 8 | UInt64(isCapital ? byte | 0x20 : byte)
                if byte >= 0xCC { isSettled = false }
                place += 1
            }
            let length = place - start
            place += 1
            guard length > 0 else { continue }
            words += 1
            // A single letter is as often a number of a list as a word.
            guard length > 1, length <= MarkerTable.longest else { continue }
            let languages = table.languages(of: packed)
            if languages != 0 {
                for index in hits.indices where languages >> UInt64(index) & 1 == 1 { hits[index] += 1 }
            } else if !isSettled {
                for index in table.languages(ofUnsettled: packed, length) { hits[index] += 1 }
            }
        }
    }
}

/// The very common words of all languages, each as the number that its bytes make.
private struct MarkerTable {
    /// The bytes of the longest marker.
    static let longest = 5
    static let all = MarkerTable()

    private var slots: [(word: UInt64, languages: UInt64)] = []
    private var accented: [(word: String, language: Int)] = []

    private init() {
        var markers: [(word: UInt64, language: Int)] = []
        for (language, code) in Lexicon.codes.enumerated() {
            for marker in Language.markers(of: code) {
                let word = marker.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                markers.append((word, language))
                if marker.utf8.contains(where: { $0 >= 0x80 }) { accented.append((marker, language)) }
            }
        }
        var size = 64
        while size < markers.count * 2 { size *= 2 }
        slots = Array(repeating: (0, 0), count: size)
        for (word, language) in markers {
            let slot = slot(of: word)
            slots[slot].word = word
            slots[slot].languages |= 1 << UInt64(language)
        }
    }

    /// The slot where a word stands or would stand.
    private func slot(of word: UInt64) -> Int {
        let product = word &* 0x9E37_79B9_7F4A_7C15
        var slot = Int(truncatingIfNeeded: product >> 32) & (slots.count - 1)
        while slots[slot].word != word, slots[slot].word != 0 { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    /// The languages that have the word among their markers, a bit each.
    func languages(of word: UInt64) -> UInt64 { slots[slot(of: word)].languages }

    /// The languages that have the word among their markers where it is written with accents apart from their letters.
    func languages(ofUnsettled word: UInt64, _ length: Int) -> [Int] {
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * (length - 1 - $0))) }
        let text = String(decoding: bytes, as: UTF8.self)
        return accented.filter { $0.word == text }.map(\.language)
    }
}

extension Clause {
    fileprivate var isTableRow: Bool { if case .tableRow = form { true } else { false } }
}

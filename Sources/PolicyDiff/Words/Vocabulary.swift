internal import PolicyModel

/// The normal forms of all tokens of one comparison, each with a number: words are compared as numbers from here on.
struct Vocabulary {
    let lexicon: Lexicon
    private var table = TextTable(capacity: 256)
    private(set) var traits: [Traits] = []
    /// The number of each form in the lexicon, by key; -1 where it is not in it.
    private(set) var lexical: [Int32] = []
    private var written = ByteTable(capacity: 256)
    /// What each written word becomes, in the order in which they were met.
    private(set) var entries: [Entry] = []
    /// The keys of marks of one byte; -1 where none has been met.
    private var marks = [Int64](repeating: -1, count: 256)

    /// What a written word becomes.
    struct Entry {
        /// The key and the traits of the word, or of the first one where a contraction stands for several.
        var key: UInt32 = 0
        var traits: Traits = []
        /// The other words of a contraction.
        var others: [(key: UInt32, traits: Traits)] = []
        let isCapitalised: Bool
        /// What a word may be the beginning of.
        let begins: Beginning
        /// Whether it is a contraction of no words at all.
        var isNothing = false
    }

    /// What units of several words a word may begin.
    struct Beginning: OptionSet {
        let rawValue: UInt8
        static let reference = Beginning(rawValue: 1)
        static let date = Beginning(rawValue: 2)
        static let number = Beginning(rawValue: 4)
    }

    init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    /// The normal forms by their keys.
    var forms: [String] { table.texts }

    /// Returns the key of a normal form, making one where it is new.
    mutating func key(of form: String, traits given: Traits = []) -> UInt32 {
        let number = table.number(of: form)
        if number == traits.count {
            let known = lexicon.number(of: form)
            traits.append(given.union(known.flatMap { lexicon.words[$0].traits } ?? []))
            lexical.append(Int32(known ?? -1))
        }
        return UInt32(number)
    }

    /// The phrases of the language that begin with the word, longest first.
    func phrases(begunBy key: UInt32) -> Range<Int> {
        let number = Int(lexical[Int(key)])
        return number < 0 ? 0..<0 : lexicon.words[number].phrases
    }

    /// The phrases with a gap that begin with the word, longest first.
    func gappedPhrases(begunBy key: UInt32) -> Range<Int> {
        let number = Int(lexical[Int(key)])
        return number < 0 ? 0..<0 : lexicon.words[number].gappedPhrases
    }

    /// Returns what the word written with a range of bytes becomes: lower case, plain apostrophes, contractions taken apart.
    ///
    /// - Returns: its place in `entries`.
    mutating func entry(of range: Range<Int>, in text: [UInt8]) -> Int {
        let (number, isNew) = written.insert(text.span.extracting(range))
        if isNew { entries.append(newEntry(String(decoding: text[range], as: UTF8.self))) }
        return number
    }

    /// Returns the key of a mark.
    mutating func mark(_ range: Range<Int>, in text: [UInt8]) -> UInt32 {
        let byte = Int(text[range.lowerBound])
        if range.count == 1, marks[byte] >= 0 { return UInt32(marks[byte]) }
        let key = key(of: String(decoding: text[range], as: UTF8.self))
        if range.count == 1 { marks[byte] = Int64(key) }
        return key
    }

    /// The number that the word says by itself (`two`); nil where it says none.
    func value(of key: UInt32) -> Int? {
        let number = Int(lexical[Int(key)])
        return number < 0 ? nil : lexicon.details.values[number]
    }

    /// Whether the word is a verb whose subject may go without saying.
    func isSubjectless(_ key: UInt32) -> Bool {
        let number = Int(lexical[Int(key)])
        return number >= 0 && lexicon.words[number].isSubjectless
    }

    private mutating func newEntry(_ written: String) -> Entry {
        let plain = Self.plain(written)
        let known = lexicon.number(of: plain)
        var entry = Entry(isCapitalised: isCapitalised(written, plain), begins: beginning(plain, known))
        guard let known, lexicon.words[known].isShort, let parts = lexicon.details.parts[known] else {
            (entry.key, entry.traits) = word(plain, known)
            return entry
        }
        entry.isNothing = parts.isEmpty
        for (place, part) in parts.enumerated() {
            let word = word(lexicon.words[part].form, part)
            if place == 0 { (entry.key, entry.traits) = word } else { entry.others.append(word) }
        }
        return entry
    }

    /// The key and the traits of a word in lower case.
    private mutating func word(_ plain: String, _ number: Int?) -> (key: UInt32, traits: Traits) {
        var form = plain
        var known: Traits = []
        if let number {
            known = lexicon.words[number].traits ?? []
            if let canonical = lexicon.words[number].canonical {
                form = lexicon.words[Int(canonical)].form
                known.formUnion(lexicon.words[Int(canonical)].traits ?? [])
            }
        }
        if known.isDisjoint(with: Self.settled), lexicon.willEndings.contains(where: { endsInside(plain, $0) }) {
            known.insert(.will)
        }
        if lexicon.dutyInfinitives.contains(where: { startsInside(plain, $0) }) { known.insert(.dutyInfinitive) }
        if known.isEmpty, lexicon.postalEndings.contains(where: { endsInside(plain, $0) }) { known.insert(.postal) }
        return (key(of: form), known)
    }

    private func beginning(_ plain: String, _ known: Int?) -> Beginning {
        var begins: Beginning = []
        let traits = known.flatMap { lexicon.words[$0].traits } ?? []
        if traits.contains(.reference) { begins.insert(.reference) }
        if traits.contains(.month) { begins.insert(.date) }
        if let known, lexicon.details.values[known] != nil { begins.insert(.number) }
        if holdsHyphen(plain),
            plain.split(separator: "-").contains(where: { lexicon.value(of: String($0)) != nil })
        {
            begins.insert(.number)
        }
        return begins
    }

    private func holdsHyphen(_ word: String) -> Bool {
        let bytes = word.utf8.span
        for place in bytes.indices where bytes[place] == UInt8(ascii: "-") { return true }
        return false
    }

    /// The traits of a word whose ending says nothing more of it.
    private static let settled: Traits = [.must, .mustNot, .may, .needNot, .will, .filler, .month, .number]

    /// Whether a word ends so, with two letters or more in front.
    private func endsInside(_ word: String, _ ending: [UInt8]) -> Bool {
        let bytes = word.utf8.span
        let start = bytes.count - ending.count
        guard start >= 2 else { return false }
        for place in ending.indices.reversed() where bytes[start + place] != ending[place] { return false }
        return true
    }

    /// Whether a word begins so and ends as an infinitive, with two letters or more between.
    private func startsInside(_ word: String, _ beginning: [UInt8]) -> Bool {
        word.utf8.count >= beginning.count + 4 && word.utf8.starts(with: beginning) && word.hasSuffix("en")
    }

    /// Whether the capital of a word says that it is a name: not where all nouns have one.
    ///
    /// A compound such as `Firefox-Konto` is a name by its first part; a capital inside (`WhatsApp`) makes any word a name.
    private func isCapitalised(_ written: String, _ plain: String) -> Bool {
        guard let first = written.utf8.first else { return false }
        if first < 0x80 {
            guard first >= 0x41, first <= 0x5A else { return false }
        } else {
            guard written.unicodeScalars.first?.properties.isUppercase == true else { return false }
        }
        if !lexicon.hasNouns || hasInnerCapital(written) { return true }
        let parts = plain.split(separator: "-")
        if let first = parts.first, parts.count > 1, first.count > 3, !lexicon.isNoun(String(first)) { return true }
        return parts.count == 1 && !lexicon.isNoun(plain)
    }

    private func hasInnerCapital(_ written: String) -> Bool {
        zip(written.unicodeScalars, written.unicodeScalars.dropFirst()).contains {
            $0.properties.isLowercase && $1.properties.isUppercase
        }
    }

    /// The written form in lower case, with typographic apostrophes and hyphens made plain and soft hyphens dropped.
    static func plain(_ written: String) -> String {
        var isASCII = true
        var hasCapital = false
        for byte in written.utf8 {
            if byte >= 0x80 {
                isASCII = false
                break
            }
            if byte >= 0x41, byte <= 0x5A { hasCapital = true }
        }
        if isASCII {
            guard hasCapital else { return written }
            // A grave accent that stands for an apostrophe is ASCII, too.
            let bytes = written.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 == 0x60 ? 0x27 : $0 }
            return String(decoding: bytes, as: UTF8.self)
        }
        var plain = ""
        for scalar in written.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: plain.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
            case 0x60, 0x2018, 0x2019, 0x02BC, 0x00B4: plain.append("'")
            case 0..<0x80: plain.unicodeScalars.append(scalar)
            case 0x2010, 0x2011: plain.append("-")
            case 0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF: continue
            default: plain += scalar.properties.lowercaseMapping
            }
        }
        return plain
    }
}

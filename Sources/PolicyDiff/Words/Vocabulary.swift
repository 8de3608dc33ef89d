/// The normal forms of all tokens of one comparison, each with a number: words are compared as numbers from here on.
struct Vocabulary {
    let lexicon: Lexicon
    private var keys: [String: UInt32] = [:]
    private(set) var forms: [String] = []
    private(set) var traits: [Traits] = []
    /// Whether a phrase of the language begins with the word, by key.
    private(set) var beginsPhrase: [Bool] = []
    private var written = WordTable<Entry>()

    /// What a written word becomes.
    struct Entry {
        /// The key, or several where a contraction stands for several words.
        let keys: [UInt32]
        let traits: [Traits]
        let isCapitalised: Bool
        /// What a word may be the beginning of.
        let begins: Beginning
    }

    /// What units of several words a word may begin.
    struct Beginning: OptionSet {
        let rawValue: UInt8
        static let reference = Beginning(rawValue: 1)
        static let date = Beginning(rawValue: 2)
        static let number = Beginning(rawValue: 4)
    }

    init(_ lexicon: Lexicon) { self.lexicon = lexicon }

    /// Returns the key of a normal form, making one where it is new.
    mutating func key(of form: String, traits given: Traits = []) -> UInt32 {
        if let key = keys[form] { return key }
        let key = UInt32(forms.count)
        keys[form] = key
        forms.append(form)
        traits.append(given.union(lexicon.traits[form] ?? []))
        beginsPhrase.append(lexicon.phrases[form] != nil)
        return key
    }

    /// Returns what the word written with these bytes becomes: lower case, plain apostrophes, contractions taken apart.
    mutating func entry(of bytes: ArraySlice<UInt8>) -> Entry {
        let (slot, known) = self.written.find(bytes)
        if let known { return known }
        let written = String(decoding: bytes, as: UTF8.self)
        let plain = Self.plain(written)
        let parts = lexicon.contractions[plain] ?? [plain]
        var keys: [UInt32] = []
        var traits: [Traits] = []
        for part in parts {
            let canonical = lexicon.equivalents[part] ?? part
            var known = (lexicon.traits[part] ?? []).union(lexicon.traits[canonical] ?? [])
            if known.isDisjoint(with: Self.settled), lexicon.willEndings.contains(where: { endsInside(part, $0) }) {
                known.insert(.will)
            }
            keys.append(key(of: canonical))
            traits.append(known)
        }
        let entry = Entry(
            keys: keys, traits: traits, isCapitalised: isCapitalised(written, plain), begins: beginning(plain))
        self.written.insert(entry, for: bytes, at: slot)
        return entry
    }

    private func beginning(_ plain: String) -> Beginning {
        var begins: Beginning = []
        let traits = lexicon.traits[plain] ?? []
        if traits.contains(.reference) { begins.insert(.reference) }
        if traits.contains(.month) { begins.insert(.date) }
        if lexicon.numbers[plain] != nil { begins.insert(.number) }
        if plain.utf8.contains(UInt8(ascii: "-")),
            plain.split(separator: "-").contains(where: { lexicon.numbers[String($0)] != nil })
        {
            begins.insert(.number)
        }
        return begins
    }

    /// The traits of a word whose ending says nothing more of it.
    private static let settled: Traits = [.must, .mustNot, .may, .needNot, .will, .filler, .month, .number]

    /// Whether a word ends so, with two letters or more in front.
    private func endsInside(_ word: String, _ ending: [UInt8]) -> Bool {
        word.utf8.count >= ending.count + 2 && word.utf8.suffix(ending.count).elementsEqual(ending)
    }

    /// Whether the capital of a word says that it is a name: not where all nouns have one.
    ///
    /// A compound such as `Firefox-Konto` is a name by its first part; a capital inside (`WhatsApp`) makes any word a name.
    private func isCapitalised(_ written: String, _ plain: String) -> Bool {
        guard written.unicodeScalars.first?.properties.isUppercase == true else { return false }
        if lexicon.nouns.isEmpty || hasInnerCapital(written) { return true }
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
        var isPlain = true
        for byte in written.utf8 where byte >= 0x80 || (byte >= 0x41 && byte <= 0x5A) {
            isPlain = false
            break
        }
        if isPlain { return written }
        var plain = ""
        for scalar in written.unicodeScalars {
            switch scalar.value {
            case 0x2018, 0x2019, 0x02BC, 0x00B4, 0x0060: plain.append("'")
            case 0x2010, 0x2011: plain.append("-")
            case 0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF: continue
            default: plain += scalar.properties.lowercaseMapping
            }
        }
        return plain
    }
}

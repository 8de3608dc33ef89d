internal import PolicyLanguage
internal import Synchronization

/// A language's data made ready for reading: the traits of words and phrases, numbers, contractions, equivalents.
struct Lexicon: Sendable {
    /// A phrase of two or more words, with the traits that all its words get, or the words that stand for it.
    ///
    /// `…` among the words is a gap: other words may stand there (`dürfen … nicht`).
    struct Phrase: Sendable {
        let words: [String]
        let traits: Traits
        let canonical: String?
    }

    /// The language's code; empty for the lexicon of an unknown language.
    let code: String
    /// The traits of single words, in lower case.
    let traits: [String: Traits]
    /// The phrases by their first word, longest first.
    let phrases: [String: [Phrase]]
    /// The phrases with a gap by their first word.
    let gappedPhrases: [String: [Phrase]]
    /// The values of number words.
    let numbers: [String: Int]
    /// The canonical form of a word that has equivalents (`shall` → `must`).
    let equivalents: [String: String]
    /// The words a contraction stands for (`don't` → `do not`).
    let contractions: [String: [String]]
    /// The words that lose their vowel before another, by what is left of them (`l'` → `le`).
    let elisions: [String: String]
    /// The canonical names of units and currencies (`days` → `day`).
    let units: [String: String]
    /// Words that may stand between or behind a number and its unit (`business` days).
    let unitAdjectives: Set<String>
    /// The unit adjectives that make another unit of it: `working` days are `business` days, full days are days.
    let unitKinds: [String: String]
    /// Endings of verbs in the future tense, for the verbs that no section names; in UTF-8, longest first.
    let willEndings: [[UInt8]]
    /// Verbs whose subject, where none is named in front of them, is the reader (`Puede cancelar …`).
    let subjectless: Set<String>
    /// Nouns and endings of nouns, where nouns begin with a capital; empty where a capital is the mark of a name.
    let nouns: Set<String>
    /// Endings that mark inflected forms of the same word, longest first.
    let endings: [[UInt8]]

    /// Whether all nouns have a capital, so that a capital does not tell a name.
    let capitalisesNouns: Bool

    /// Whether nothing is known of the language: then only what is provably editorial is editorial.
    var isUnknown: Bool { traits.isEmpty }

    /// The lexicon of a language without data.
    static let unknown = Lexicon(code: "", language: nil)

    /// The lexicons made so far: each is made when its language is first met.
    private static let made = Mutex<[String: Lexicon]>([:])

    /// The codes of all languages with data, sorted.
    static let codes: [String] = Language.all.map(\.code).sorted()

    /// Returns the lexicon of a BCP 47 tag; the unknown one where there is no data.
    static func named(_ tag: String) -> Lexicon {
        guard let language = Language.named(tag) else { return unknown }
        return made.withLock { made in
            if let known = made[language.code] { return known }
            let lexicon = Lexicon(code: language.code, language: language)
            made[language.code] = lexicon
            return lexicon
        }
    }

    /// Returns the commonest words of a language, by which it is recognised.
    static func markers(of code: String) -> [String] { Language.named(code)?.words("markers") ?? [] }

    private init(code: String, language: Language?) {
        self.code = code
        let writing = Writing(language)
        var traits: [String: Traits] = [:]
        var phrases: [String: [Phrase]] = [:]
        func add(_ entry: String, _ trait: Traits, canonical: String? = nil) {
            let words = writing.words(of: entry)
            if words.count > 1 {
                phrases[words[0], default: []].append(Phrase(words: words, traits: trait, canonical: canonical))
            } else if let word = words.first {
                traits[word, default: []].formUnion(trait)
            }
        }
        for (name, trait) in Traits.sections {
            for word in language?.words(name) ?? [] { add(word, trait) }
        }
        for entry in language?.entries("units") ?? [] {
            let isDuration = Self.durations.contains(entry.key ?? "")
            for word in entry.words { add(word, isDuration ? [.unit, .duration] : .unit) }
        }
        for word in language?.words("months") ?? [] { add(word, .month) }
        var units: [String: String] = [:]
        for section in ["units", "currency"] {
            for entry in language?.entries(section) ?? [] {
                for word in entry.words { units[word] = entry.key ?? word }
            }
        }
        var unitKinds: [String: String] = [:]
        for entry in language?.entries("unit-adjectives") ?? [] {
            for word in entry.words { unitKinds[word] = entry.key }
        }
        var numbers: [String: Int] = [:]
        for entry in language?.entries("numbers") ?? [] {
            for word in entry.words { numbers[word] = entry.key.flatMap { Int($0) } }
        }
        // An article that is also the number one (`un`, `ein`) counts only before a duration.
        for word in numbers.keys where traits[word]?.contains(.filler) != true {
            traits[word, default: []].insert(.number)
        }
        var equivalents: [String: String] = [:]
        for entry in language?.entries("equivalents") ?? [] {
            guard let canonical = entry.key else { continue }
            // Where a phrase stands for the others it must become one word as they do.
            for word in entry.words + (canonical.contains(" ") ? [canonical] : []) {
                if word.contains(" ") { add(word, [], canonical: canonical) } else { equivalents[word] = canonical }
            }
        }
        self.traits = traits
        // Phrases are looked up among canonical words, so their own words are made canonical too.
        var canonicalPhrases: [String: [Phrase]] = [:]
        for phrase in phrases.values.joined() {
            let words = phrase.words.map { equivalents[$0] ?? $0 }
            canonicalPhrases[words[0], default: []].append(
                Phrase(words: words, traits: phrase.traits, canonical: phrase.canonical))
        }
        let sorted = canonicalPhrases.mapValues {
            $0.sorted { ($0.words.count, $1.words.joined()) > ($1.words.count, $0.words.joined()) }
        }
        self.phrases = sorted.mapValues { $0.filter { !$0.words.contains("…") } }.filter { !$0.value.isEmpty }
        self.gappedPhrases = sorted.mapValues { $0.filter { $0.words.contains("…") } }.filter { !$0.value.isEmpty }
        self.numbers = numbers
        self.equivalents = equivalents
        self.contractions = writing.contractions
        self.elisions = writing.elisions
        self.capitalisesNouns = language?.words("spelling").contains("capitalised-nouns") ?? false
        self.units = units
        self.unitAdjectives = Set(language?.words("unit-adjectives") ?? [])
        self.unitKinds = unitKinds
        self.endings = Self.longestFirst(language?.words("endings") ?? [])
        self.willEndings = Self.longestFirst(language?.words("will-endings") ?? [])
        self.subjectless = Set(language?.words("subjectless") ?? [])
        self.nouns = Set(language?.words("nouns") ?? [])
    }

    /// The canonical names of the units of time.
    private static let durations: Set<String> = ["day", "business-day", "week", "month", "year", "hour", "minute"]

    private static func longestFirst(_ endings: [String]) -> [[UInt8]] {
        endings.map { Array($0.utf8) }.sorted { $0.count > $1.count }
    }

    /// Whether a word in lower case is a common noun of a language that writes its nouns with a capital.
    ///
    /// A word of the data is one, as is a longer word that ends in a noun of five letters or more, or in an ending (`-ung`).
    func isNoun(_ word: String) -> Bool {
        guard !nouns.isEmpty else { return false }
        if traits[word] != nil || equivalents[word] != nil || nouns.contains(word) { return true }
        let letters = Array(word)
        for start in letters.indices.dropFirst(2) {
            let end = String(letters[start...])
            if nouns.contains("-" + end) || (letters.count - start >= 5 && nouns.contains(end)) { return true }
        }
        return false
    }
}

/// How a language writes two words as one: `don't`, `l'article`.
private struct Writing {
    let contractions: [String: [String]]
    let elisions: [String: String]

    init(_ language: Language?) {
        var elisions: [String: String] = [:]
        for entry in language?.entries("elisions") ?? [] {
            for short in entry.words { elisions[short] = entry.key ?? short }
        }
        var contractions: [String: [String]] = [:]
        for entry in language?.entries("contractions") ?? [] {
            guard let short = entry.key else { continue }
            contractions[short] = entry.words.flatMap { $0.split(separator: " ").map(String.init) }
        }
        for (short, full) in elisions { contractions[short] = [full] }
        self.contractions = contractions
        self.elisions = elisions
    }

    /// The words of an entry as the tokenizer will see them: elided words apart, in a phrase also contractions.
    func words(of entry: String) -> [String] {
        if !entry.utf8.contains(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "'") }) { return [entry] }
        let written = entry.split(separator: " ").map(String.init)
        let words = written.flatMap { word -> [String] in
            guard contractions[word] == nil, let mark = word.firstIndex(of: "'") else { return [word] }
            let end = word.index(after: mark)
            guard let full = elisions[String(word[..<end])], end < word.endIndex else { return [word] }
            return [full, String(word[end...])]
        }
        return words.count > 1 ? words.flatMap { contractions[$0] ?? [$0] } : words
    }
}

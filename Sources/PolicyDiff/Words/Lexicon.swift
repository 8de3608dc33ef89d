internal import PolicyLanguage

/// A language's data made ready for reading: the traits of words and phrases, numbers, contractions, equivalents.
struct Lexicon: Sendable {
    /// A phrase of two or more words, with the traits that all its words get, or the words that stand for it.
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
    /// The values of number words.
    let numbers: [String: Int]
    /// The canonical form of a word that has equivalents (`shall` → `must`).
    let equivalents: [String: String]
    /// The words a contraction stands for (`don't` → `do not`).
    let contractions: [String: [String]]
    /// The canonical names of units and currencies (`days` → `day`).
    let units: [String: String]
    /// Words that may stand between a number and its unit (`business` days).
    let unitAdjectives: Set<String>
    /// Endings that mark inflected forms of the same word, longest first.
    let endings: [[UInt8]]

    /// Whether all nouns have a capital, so that a capital does not tell a name.
    let capitalisesNouns: Bool

    /// Whether nothing is known of the language: then only what is provably editorial is editorial.
    var isUnknown: Bool { traits.isEmpty }

    /// The lexicon of a language without data.
    static let unknown = Lexicon(code: "", language: nil)

    private static let known: [String: Lexicon] = Dictionary(
        uniqueKeysWithValues: Language.all.map { ($0.code, Lexicon(code: $0.code, language: $0)) })

    /// The codes of all languages with data, sorted.
    static let codes: [String] = known.keys.sorted()

    /// Returns the lexicon of a BCP 47 tag; the unknown one where there is no data.
    static func named(_ tag: String) -> Lexicon {
        known[String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })] ?? unknown
    }

    /// Returns the commonest words of a language, by which it is recognised.
    static func markers(of code: String) -> [String] { Language.named(code)?.words("markers") ?? [] }

    private init(code: String, language: Language?) {
        self.code = code
        var traits: [String: Traits] = [:]
        var phrases: [String: [Phrase]] = [:]
        func add(_ entry: String, _ trait: Traits, canonical: String? = nil) {
            let words = entry.split(separator: " ").map(String.init)
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
            let isDuration = ["day", "week", "month", "year", "hour", "minute"].contains(entry.key)
            for word in entry.words { add(word, isDuration ? [.unit, .duration] : .unit) }
        }
        for word in language?.words("months") ?? [] { add(word, .month) }
        var units: [String: String] = [:]
        for section in ["units", "currency"] {
            for entry in language?.entries(section) ?? [] {
                for word in entry.words { units[word] = entry.key ?? word }
            }
        }
        var numbers: [String: Int] = [:]
        for entry in language?.entries("numbers") ?? [] {
            for word in entry.words { numbers[word] = entry.key.flatMap { Int($0) } }
        }
        for word in numbers.keys { traits[word, default: []].insert(.number) }
        var equivalents: [String: String] = [:]
        for entry in language?.entries("equivalents") ?? [] {
            guard let canonical = entry.key else { continue }
            for word in entry.words {
                if word.contains(" ") { add(word, [], canonical: canonical) } else { equivalents[word] = canonical }
            }
        }
        var contractions: [String: [String]] = [:]
        for entry in language?.entries("contractions") ?? [] {
            guard let short = entry.key else { continue }
            contractions[short] = entry.words.flatMap { $0.split(separator: " ").map(String.init) }
        }
        self.traits = traits
        // Phrases are looked up among canonical words, so their own words are made canonical too.
        var canonicalPhrases: [String: [Phrase]] = [:]
        for phrase in phrases.values.joined() {
            let words = phrase.words.map { equivalents[$0] ?? $0 }
            canonicalPhrases[words[0], default: []].append(
                Phrase(words: words, traits: phrase.traits, canonical: phrase.canonical))
        }
        self.phrases = canonicalPhrases.mapValues {
            $0.sorted { ($0.words.count, $1.words.joined()) > ($1.words.count, $0.words.joined()) }
        }
        self.numbers = numbers
        self.equivalents = equivalents
        self.contractions = contractions
        self.capitalisesNouns = language?.words("spelling").contains("capitalised-nouns") ?? false
        self.units = units
        self.unitAdjectives = Set(language?.words("unit-adjectives") ?? [])
        self.endings = (language?.words("endings") ?? []).map { Array($0.utf8) }.sorted { $0.count > $1.count }
    }
}

internal import PolicyLanguage
internal import PolicyModel
internal import Synchronization

/// A language's data made ready for reading: the traits of words and phrases, numbers, contractions, equivalents.
///
/// Every word of the data has a number; what is known of it stands in one entry, found by the word's bytes.
final class Lexicon: Sendable {
    /// What is known of a word.
    struct Word: Sendable {
        /// The word in lower case.
        let form: String
        /// What it does; nil where no section of the data gives it a trait.
        var traits: Traits?
        /// The number of the word that stands for it (`shall` → `must`).
        var canonical: Int32?
        /// Whether it is a verb whose subject, where none is named in front of it, is the reader (`Puede cancelar …`).
        var isSubjectless = false
        /// Whether it is a noun, or a noun's ending with a hyphen in front, of a language whose nouns have a capital.
        var isNoun = false
        /// Whether a contraction or an elision stands for it.
        var isShort = false
        fileprivate(set) var firstPhrase: Int32 = 0
        fileprivate(set) var firstGappedPhrase: Int32 = 0
        fileprivate(set) var lastPhrase: Int32 = 0

        /// The phrases that begin with it, longest first.
        var phrases: Range<Int> { Int(firstPhrase)..<Int(firstGappedPhrase) }
        /// The phrases with a gap that begin with it, longest first.
        var gappedPhrases: Range<Int> { Int(firstGappedPhrase)..<Int(lastPhrase) }

        /// Sets the phrases that begin with the word: those without a gap, and behind them those with one.
        mutating func begin(_ phrases: Range<Int>, gapped: Range<Int>) {
            firstPhrase = Int32(phrases.lowerBound)
            firstGappedPhrase = Int32(phrases.upperBound)
            lastPhrase = Int32(gapped.upperBound)
        }
    }

    /// Two endings of which one takes the other's place in forms of one word (`y`, `ied`); in UTF-8.
    struct StemChange: Sendable {
        let first: [UInt8]
        let second: [UInt8]
        /// How long the stem in front of them has to be: a noun made of a verb needs a long one, a section is nothing of a sect.
        let shortest: Int
    }

    /// What is known of few words only, by their numbers.
    struct Details: Sendable {
        /// The value that a word says (`thirty`).
        var values: [Int: Int] = [:]
        /// The canonical name of a unit or currency (`days` → `day`).
        var units: [Int: String] = [:]
        /// The words that may stand between or behind a number and its unit (`business` days), with the kind of unit that they
        /// make: `working` days are `business` days, full days are days.
        var unitAdjectives: [Int: String?] = [:]
        /// The words that a contraction stands for (`don't` → `do not`).
        var parts: [Int: [Int]] = [:]
        /// The words that say the opposite of a word (`before` → `after`), both ways.
        var opposites: [Int: Set<Int>] = [:]
        /// Words that stand for a noun said before (`they`).
        var pronouns: Set<Int> = []
        /// What the reader gains when it comes and loses when it goes (`in advance`), whatever the statement.
        var favourable = PhraseList()
        /// What the reader loses when it comes (`non-refundable`, `without notice`).
        var unfavourable = PhraseList()
        /// Nouns for what helps the reader (`guarantee`) and for what burdens (`fee`): what an exemption lets off.
        var namedBenefits = PhraseList()
        var namedBurdens = PhraseList()
        /// Words for a duty that is only advised (`we recommend`).
        var advising = PhraseList()
        /// What a thing can be used for, where it is said of it (`redeemable`).
        var usable = PhraseList()
        /// What keeps something within the law (`as permitted by law`).
        var lawful = PhraseList()
        /// How words begin that say what for something is done (`in order to`).
        var aims = PhraseList()
        /// What stands in front of the last day on which something holds (`until`).
        var until = PhraseList()
        /// Words that ask for something at once (`immediately`).
        var instantly = PhraseList()
        /// What people must not do or post (`harassment`): a list of such things says what is forbidden.
        var wrongs = PhraseList()
        /// Words for what something is used for (`marketing purposes`).
        var purposes = PhraseList()
        /// Words for somebody's leave (`approval`): what is done with it is not done without.
        var approvals = PhraseList()
        /// What makes any statement reach as far as it can (`at any time`).
        var widening = PhraseList()
        /// The words than which a word is better for the reader where it takes their place (`private`, `public`).
        var better: [Int: Set<Int>] = [:]
        /// The words that let a statement reach further where they take a word's place (`necessary`, `useful`).
        var narrower: [Int: Set<Int>] = [:]
        /// How the reader lets something happen (`you opt in`), and how the reader stops it (`you opt out`).
        var consenting = PhraseList()
        var objecting = PhraseList()
        /// How a sentence begins that reports what changed in the text (`we have clarified`).
        var reports = PhraseList()
        /// What a site answers where it does not give the page (`access denied`).
        var errors = PhraseList()
        /// Words for whatever thing of a kind (`applicable`).
        var unbounded = PhraseList()
        /// Words in a name that say what kind of company it is (`Ltd`).
        var companyForms: Set<Int> = []
        /// Words that make a verb say what is done, not who does it (`se`).
        var reflexives: Set<Int> = []
        /// What names a case that changes nothing (`even if`).
        var concessive = PhraseList()
        /// What puts one thing beside another as another way (`or`).
        var alternatives = PhraseList()
        /// Words that ask (`how`).
        var interrogatives = PhraseList()
        /// Words that lead to another place of the text (`see`), and to where they stand (`this` section).
        var crossReferences = PhraseList()
        var selfPointers = PhraseList()
        /// Pronouns that a definition gives a party (`we`).
        var partyPronouns = PhraseList()
        /// What is left of a link in square brackets (`link`).
        var linkLabels = PhraseList()
        /// What a page says of a link (`opens in a new tab`), letters only.
        var pageNotes: [String] = []
        /// What makes a promise an intention (`try to`).
        var softening = PhraseList()
        /// What puts one thing in front of another (`before`), and behind it (`after`).
        var earlier = PhraseList()
        var later = PhraseList()
        /// Nouns that a name in front of them makes one of several (`plan`): such a name is no party.
        var plans = PhraseList()
        /// The word that lost its vowel before another (`l'` → `le`).
        var elided: [Int: Int] = [:]
    }

    /// A phrase of two or more words, with the traits that all its words get, or the words that stand for it.
    struct Phrase: Sendable {
        /// The numbers of its words; `gap` stands where other words may stand (`dürfen … nicht`).
        let words: [Int]
        let traits: Traits
        let canonical: String?

        static var gap: Int { -1 }
    }

    /// The language's code; empty for the lexicon of an unknown language.
    let code: String
    /// The words by their numbers.
    let words: [Word]
    /// What is known of few of them.
    let details: Details
    /// The phrases, those of one first word together.
    let phrases: [Phrase]
    /// The second word of each phrase: most that begin at a word end there.
    let secondWords: [Int32]
    /// Endings of verbs in the future tense, for the verbs that no section names; in UTF-8, longest first.
    let willEndings: [[UInt8]]
    /// How words of a postal address end (`-straße`); in UTF-8, longest first.
    let postalEndings: [[UInt8]]
    /// What participles begin with (`ge…`); in UTF-8.
    let participlePrefixes: [[UInt8]]
    /// How infinitives begin that make a duty (`anzu…`); in UTF-8.
    let dutyInfinitives: [[UInt8]]
    /// Endings that mark inflected forms of the same word, in UTF-8, longest first.
    let endings: [[UInt8]]
    /// Whether all nouns have a capital, so that a capital does not tell a name.
    let capitalisesNouns: Bool
    /// Whether the language elides words (`l'article`).
    let hasElisions: Bool
    /// Whether it has verbs whose subject goes without saying.
    let hasSubjectless: Bool
    /// Whether its nouns are listed.
    let hasNouns: Bool
    /// Whether any of its phrases has a gap.
    let hasGappedPhrases: Bool
    /// Whether nothing is known of the language: then only what is provably editorial is editorial.
    let isUnknown: Bool
    /// Endings that take each other's place in forms of one word.
    let stemChanges: [StemChange]
    /// Endings in front of which the last letter of a word is doubled (`stop`, `stopped`); in UTF-8.
    let doublingEndings: [[UInt8]]
    /// Words that are mistaken for each other when writing (`form`, `from`), by their numbers.
    private let slips: [Int: Set<Int>]
    private let language: Language?
    private let readPhrasings = Mutex<Phrasings?>(nil)
    private let table: ByteTable
    /// The numbers of the words by their texts, for words whose accents are written in another way.
    private let numbers = Mutex<[String: Int]>([:])

    /// The lexicon of a language without data.
    static let unknown = Lexicon(LexiconBuilder(nil), nil)

    /// The lexicons made so far: each is made when its language is first met.
    private static let made = Mutex<[String: Lexicon]>([:])

    /// The codes of all languages with data, sorted.
    static var codes: [String] { Language.codes }

    /// Returns the lexicon of a BCP 47 tag; the unknown one where there is no data.
    static func named(_ tag: String) -> Lexicon {
        guard let language = Language.named(tag) else { return unknown }
        return made.withLock { made in
            if let known = made[language.code] { return known }
            let lexicon = Lexicon(LexiconBuilder(language), language)
            made[language.code] = lexicon
            return lexicon
        }
    }

    private init(_ builder: consuming LexiconBuilder, _ language: Language?) {
        code = language?.code ?? ""
        self.language = language
        stemChanges = builder.stemChanges
        doublingEndings = builder.doublingEndings
        slips = builder.slips
        words = builder.words
        details = builder.details
        phrases = builder.phrases
        secondWords = phrases.map { Int32($0.words[1]) }
        willEndings = builder.willEndings
        postalEndings = builder.postalEndings
        participlePrefixes = builder.participlePrefixes
        dutyInfinitives = builder.dutyInfinitives
        endings = builder.endings
        capitalisesNouns = builder.capitalisesNouns
        hasElisions = !details.elided.isEmpty
        hasSubjectless = words.contains(where: \.isSubjectless)
        hasNouns = words.contains(where: \.isNoun)
        hasGappedPhrases = words.contains { !$0.gappedPhrases.isEmpty }
        isUnknown = !words.contains { $0.traits != nil }
        table = builder.table
    }

    // MARK: Words

    /// The number of a word in lower case; nil where the data does not hold it.
    func number(of word: String) -> Int? {
        if let number = table.find(word.utf8.span) { return number }
        if word.isSettled || words.isEmpty { return nil }
        return numbers.withLock { numbers in
            if numbers.isEmpty {
                numbers = Dictionary(words.enumerated().map { ($1.form, $0) }, uniquingKeysWith: { first, _ in first })
            }
            return numbers[word]
        }
    }

    /// The number of a word in lower case and UTF-8.
    func number(of word: ArraySlice<UInt8>) -> Int? { table.find(word.span) }

    /// The words and phrases that say the same, read when they are first asked for.
    var phrasings: Phrasings {
        readPhrasings.withLock { read in
            if let known = read { return known }
            let phrasings = Phrasings(language, self)
            read = phrasings
            return phrasings
        }
    }

    /// Whether one word is mistaken for the other when writing.
    func isSlip(_ word: String, _ other: String) -> Bool {
        guard let word = number(of: word), let slips = slips[word], let other = number(of: other) else { return false }
        return slips.contains(other)
    }

    /// The traits of a word; nil where no section of the data names it.
    func traits(of word: String) -> Traits? { number(of: word).flatMap { words[$0].traits } }

    /// The value of a number word.
    func value(of word: String) -> Int? { number(of: word).flatMap { details.values[$0] } }

    /// The canonical name of a unit or currency.
    func unit(_ word: String) -> String? { number(of: word).flatMap { details.units[$0] } }

    /// Whether the data says that one word is the opposite of another.
    func isOpposed(_ word: String, _ other: String) -> Bool {
        guard let word = number(of: word), let opposites = details.opposites[word], let other = number(of: other) else {
            return false
        }
        return opposites.contains(other)
    }

    /// Whether a word may stand between or behind a number and its unit.
    func isUnitAdjective(_ word: String) -> Bool { number(of: word).map { details.unitAdjectives[$0] != nil } ?? false }

    /// The kind of unit that such a word makes; nil where it makes none of its own.
    func unitKind(_ word: String) -> String? { number(of: word).flatMap { details.unitAdjectives[$0] ?? nil } }

    /// Whether a word in lower case is a common noun of a language that writes its nouns with a capital.
    ///
    /// A word of the data is one, as is a longer word that ends in a noun of five letters or more, or in an ending (`-ung`).
    func isNoun(_ word: String) -> Bool {
        guard hasNouns else { return false }
        if let known = number(of: word),
            words[known].traits != nil || words[known].canonical != nil || words[known].isNoun
        {
            return true
        }
        func isListed(_ word: String) -> Bool { number(of: word).map { words[$0].isNoun } ?? false }
        let letters = Array(word)
        for start in letters.indices.dropFirst(2) {
            let end = String(letters[start...])
            if isListed("-" + end) || (letters.count - start >= 5 && isListed(end)) { return true }
        }
        return false
    }
}

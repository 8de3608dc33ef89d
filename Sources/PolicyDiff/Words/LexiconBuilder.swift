internal import PolicyLanguage
internal import PolicyModel

/// Reads the data of a language into the words and phrases of a lexicon, byte by byte: it is done at each start.
struct LexiconBuilder {
    private(set) var table = ByteTable(capacity: 2_048)
    private(set) var words: [Lexicon.Word] = []
    private(set) var details = Lexicon.Details()
    private(set) var phrases: [Lexicon.Phrase] = []
    private(set) var willEndings: [[UInt8]] = []
    private(set) var postalEndings: [[UInt8]] = []
    private(set) var participlePrefixes: [[UInt8]] = []
    private(set) var dutyInfinitives: [[UInt8]] = []
    private(set) var endings: [[UInt8]] = []
    private(set) var stemChanges: [Lexicon.StemChange] = []
    private(set) var doublingEndings: [[UInt8]] = []
    private(set) var slips: [Int: Set<Int>] = [:]
    private(set) var capitalisesNouns = false
    /// The phrases as they are read, before their words are made canonical.
    private var found: [(words: [Int], traits: Traits, canonical: String?)] = []
    private var gap = -1

    /// The canonical names of the units of time.
    private static let durations: Set<String> = ["day", "business-day", "week", "month", "year", "hour", "minute"]

    /// Reads a language; nothing is known where it is nil.
    init(_ language: Language?) {
        guard let language else { return }
        words.reserveCapacity(2_048)
        readWriting(language)
        for (name, trait) in Traits.sections {
            for line in language.lines(name) { for word in line.words { add(word, trait) } }
        }
        for line in language.lines("months") { for word in line.words { add(word, .month) } }
        readUnits(language)
        readNumbers(language)
        readEquivalents(language)
        readOpposites(language)
        readMeanings(language)
        for line in language.lines("subjectless") {
            for word in line.words { words[number(of: word)].isSubjectless = true }
        }
        for line in language.lines("nouns") { for word in line.words { words[number(of: word)].isNoun = true } }
        capitalisesNouns = language.words("spelling").contains("capitalised-nouns")
        endings = Self.longestFirst(language.words("endings"))
        stemChanges =
            Self.stemChanges(language.lines("stem-changes"), shortest: 3)
            + Self.stemChanges(language.lines("nouns-of-verbs"), shortest: 5)
        doublingEndings = Self.longestFirst(language.words("doubling"))
        willEndings = Self.longestFirst(language.words("will-endings"))
        postalEndings = Self.longestFirst(
            language.words("postal").filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) })
        participlePrefixes = language.words("participle-prefixes").map { Array($0.utf8) }
        dutyInfinitives = language.words("duty-infinitives").map { Array($0.utf8) }
        orderPhrases()
    }

    private static func longestFirst(_ endings: [String]) -> [[UInt8]] {
        endings.map { Array($0.utf8) }.sorted { $0.count > $1.count }
    }

    private static func stemChanges(_ lines: [Language.Line], shortest: Int) -> [Lexicon.StemChange] {
        lines.flatMap { line -> [Lexicon.StemChange] in
            guard let key = line.key else { return [] }
            // A hyphen alone is the word without an ending.
            let first = key.elementsEqual([UInt8(ascii: "-")]) ? [] : Array(key)
            return line.words.map { Lexicon.StemChange(first: first, second: Array($0), shortest: shortest) }
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private mutating func number(of word: ArraySlice<UInt8>) -> Int {
        let (number, isNew) = table.insert(word.span)
        if isNew { words.append(Lexicon.Word(form: Self.text(word))) }
        return number
    }

    private mutating func number(of word: String) -> Int { number(of: Array(word.utf8)[...]) }

    // MARK: Sections

    /// How the language writes two words as one: `don't`, `l'article`.
    private mutating func readWriting(_ language: Language) {
        for line in language.lines("contractions") {
            guard let short = line.key else { continue }
            let parts = line.words.flatMap { $0.split(separator: UInt8(ascii: " ")) }.map { number(of: $0) }
            details.parts[number(of: short)] = parts
        }
        for line in language.lines("elisions") {
            for short in line.words {
                let full = number(of: line.key ?? short)
                let index = number(of: short)
                details.elided[index] = full
                details.parts[index] = [full]
            }
        }
        for index in details.parts.keys { words[index].isShort = true }
        gap = number(of: "…")
    }

    /// Gives an entry its trait: a word, or a phrase where it is of several words.
    private mutating func add(_ entry: ArraySlice<UInt8>, _ trait: Traits, canonical: String? = nil) {
        // Most entries are one plain word: no list is made for them.
        if isPlainWord(entry) {
            return give(trait, to: number(of: entry))
        }
        let parts = parts(of: entry)
        if parts.count > 1 {
            found.append((parts, trait, canonical))
        } else if let word = parts.first {
            give(trait, to: word)
        }
    }

    private func isPlainWord(_ entry: ArraySlice<UInt8>) -> Bool {
        let bytes = entry.span
        for place in bytes.indices where bytes[place] == UInt8(ascii: " ") || bytes[place] == UInt8(ascii: "'") {
            return false
        }
        return true
    }

    private mutating func give(_ trait: Traits, to word: Int) {
        words[word].traits = (words[word].traits ?? []).union(trait)
    }

    /// The words of an entry as the tokenizer will see them: elided words apart, in a phrase also contractions.
    private mutating func parts(of entry: ArraySlice<UInt8>) -> [Int] {
        var parts: [Int] = []
        parts.reserveCapacity(4)
        var start = entry.startIndex
        while start < entry.endIndex {
            var end = start
            var mark: Int?
            while end < entry.endIndex, entry[end] != UInt8(ascii: " ") {
                if mark == nil, entry[end] == UInt8(ascii: "'") { mark = end }
                end += 1
            }
            let word = entry[start..<end]
            start = end + 1
            if word.isEmpty { continue }
            if let mark, mark + 1 < word.endIndex, !isShort(word),
                let full = elided(word[...mark])
            {
                parts.append(full)
                parts.append(number(of: word[(mark + 1)...]))
            } else {
                parts.append(number(of: word))
            }
        }
        guard parts.count > 1, parts.contains(where: { words[$0].isShort }) else { return parts }
        return parts.flatMap { details.parts[$0] ?? [$0] }
    }

    private func isShort(_ word: ArraySlice<UInt8>) -> Bool {
        guard let number = table.find(word.span) else { return false }
        return words[number].isShort
    }

    private func elided(_ word: ArraySlice<UInt8>) -> Int? {
        guard let number = table.find(word.span) else { return nil }
        return details.elided[number]
    }

    private mutating func readUnits(_ language: Language) {
        for line in language.lines("units") {
            let isDuration = line.key.map { Self.durations.contains(Self.text($0)) } ?? false
            for word in line.words { add(word, isDuration ? [.unit, .duration] : .unit) }
        }
        for section in ["units", "currency"] {
            for line in language.lines(section) {
                let key = line.key.map(Self.text)
                for word in line.words { details.units[number(of: word)] = key ?? Self.text(word) }
            }
        }
        for line in language.lines("unit-adjectives") {
            for word in line.words {
                details.unitAdjectives[number(of: word)] = .some(line.key.map(Self.text))
            }
        }
    }

    private mutating func readNumbers(_ language: Language) {
        var numbers: [Int] = []
        for line in language.lines("numbers") {
            let value = line.key.flatMap { Int(Self.text($0)) }
            for word in line.words {
                let index = number(of: word)
                details.values[index] = value
                numbers.append(index)
            }
        }
        // An article that is also the number one (`un`, `ein`) counts only before a duration.
        for index in numbers where details.values[index] != nil && words[index].traits?.contains(.filler) != true {
            words[index].traits = (words[index].traits ?? []).union(.number)
        }
    }

    private mutating func readEquivalents(_ language: Language) {
        let space = UInt8(ascii: " ")
        for line in language.lines("equivalents") {
            guard let canonical = line.key else { continue }
            let form = Self.text(canonical)
            let number = number(of: canonical)
            // Where a phrase stands for the others it must become one word as they do.
            for word in line.words + (canonical.contains(space) ? [canonical] : []) {
                if word.contains(space) {
                    add(word, [], canonical: form)
                } else {
                    words[self.number(of: word)].canonical = Int32(number)
                }
            }
        }
    }

    private mutating func readOpposites(_ language: Language) {
        details.opposites = bothWays("opposites", language)
        slips = bothWays("slips", language)
    }

    /// Words with those that are held against them, and those with it.
    private mutating func bothWays(_ section: String, _ language: Language) -> [Int: Set<Int>] {
        var pairs: [Int: Set<Int>] = [:]
        for line in language.lines(section) {
            guard let key = line.key else { continue }
            let word = number(of: key)
            for other in line.words {
                let other = number(of: other)
                pairs[word, default: []].insert(other)
                pairs[other, default: []].insert(word)
            }
        }
        return pairs
    }

    /// Words that stand for others, and words that say by themselves what the reader gains or loses.
    private mutating func readMeanings(_ language: Language) {
        for line in language.lines("pronouns") {
            for word in line.words {
                let number = number(of: word)
                details.pronouns.insert(canonical(number))
            }
        }
        for line in language.lines("reflexives") {
            for word in line.words {
                let number = number(of: word)
                details.reflexives.insert(canonical(number))
            }
        }
        for line in language.lines("company-forms") {
            for word in line.words {
                let number = number(of: word)
                details.companyForms.insert(canonical(number))
            }
        }
        details.better = pairs("better", language)
        details.narrower = pairs("narrower", language)
        details.unbounded = list("unbounded", language)
        details.reports = list("reports", language)
        details.errors = list("errors", language)
        details.consenting = list("opting-in", language)
        details.objecting = list("opting-out", language)
        details.interrogatives = list("interrogatives", language)
        details.crossReferences = list("cross-references", language)
        details.selfPointers = list("date-this", language)
        details.partyPronouns = list("party-pronouns", language)
        details.linkLabels = list("link-labels", language)
        details.pageNotes = language.words("page-notes").map(Spelling.squeezed)
        details.softening = list("softening", language)
        details.alternatives = list("alternatives", language)
        details.concessive = list("concessive", language)
        details.favourable = list("favourable", language)
        details.unfavourable = list("unfavourable", language)
        details.widening = list("widening", language)
        details.namedBenefits = list("named-benefits", language)
        details.namedBurdens = list("named-burdens", language)
        details.advising = list("advising", language)
        details.usable = list("usable", language)
        details.lawful = list("lawful", language)
        details.approvals = list("approvals", language)
        details.aims = list("aims", language)
        details.until = list("until", language)
        details.instantly = list("instantly", language)
        details.wrongs = list("wrongs", language)
        details.purposes = list("purposes", language)
        details.earlier = list("earlier", language)
        details.later = list("later", language)
        details.plans = list("plans", language)
    }

    /// Words with those that they are held against.
    private mutating func pairs(_ section: String, _ language: Language) -> [Int: Set<Int>] {
        var pairs: [Int: Set<Int>] = [:]
        for line in language.lines(section) {
            guard let key = line.key else { continue }
            let word = number(of: key)
            for other in line.words {
                let number = number(of: other)
                pairs[canonical(word), default: []].insert(canonical(number))
            }
        }
        return pairs
    }

    private mutating func list(_ section: String, _ language: Language) -> PhraseList {
        var list = PhraseList()
        for line in language.lines(section) {
            for entry in line.words {
                let parts = parts(of: entry)
                list.add(parts.map { canonical($0) })  // The function itself would take a copy of all that was read.
                // A phrase that stands for others is one word by the time it is looked up.
                if parts.count > 1, let whole = table.find(entry.span) { list.add([whole]) }
            }
        }
        return list
    }

    private func canonical(_ word: Int) -> Int { words[word].canonical.map(Int.init) ?? word }

    // MARK: Phrases

    /// Puts the phrases of one first word together, longest first.
    ///
    /// Phrases are looked up among canonical words, so their own words are made canonical too.
    private mutating func orderPhrases() {
        var order: [UInt64] = []
        order.reserveCapacity(found.count)
        for place in found.indices {
            for index in found[place].words.indices {
                if let canonical = words[found[place].words[index]].canonical {
                    found[place].words[index] = Int(canonical)
                }
            }
            let phrase = found[place].words
            let isGapped: UInt64 = phrase.contains(gap) ? 1 : 0
            let shortness = UInt64(max(127 - phrase.count, 0))
            order.append(UInt64(phrase[0]) << 40 | isGapped << 39 | shortness << 32 | UInt64(place))
        }
        order.sort()
        var start = 0
        while start < order.count {
            let first = Int(order[start] >> 40)
            let end = order[start...].firstIndex { Int($0 >> 40) != first } ?? order.count
            let middle = order[start..<end].firstIndex { $0 >> 39 & 1 == 1 } ?? end
            // What one phrase with a gap gives its words can end another's gap: among those of one length their order counts.
            let gapped = order[middle..<end].sorted { left, right in
                left >> 32 != right >> 32 ? left < right : joined(left) < joined(right)
            }
            for entry in order[start..<middle] {
                let (words, traits, canonical) = found[Int(entry & 0xFFFF_FFFF)]
                phrases.append(Lexicon.Phrase(words: words, traits: traits, canonical: canonical))
            }
            for entry in gapped {
                let (words, traits, canonical) = found[Int(entry & 0xFFFF_FFFF)]
                let parted = words.map { $0 == gap ? Lexicon.Phrase.gap : $0 }
                phrases.append(Lexicon.Phrase(words: parted, traits: traits, canonical: canonical))
            }
            words[first].begin(start..<middle, gapped: middle..<end)
            start = end
        }
    }

    private func joined(_ entry: UInt64) -> String {
        found[Int(entry & 0xFFFF_FFFF)].words.map { words[$0].form }.joined()
    }
}

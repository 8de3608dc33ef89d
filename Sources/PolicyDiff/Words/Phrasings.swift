internal import PolicyLanguage
internal import PolicyModel

/// Words and phrases that say the same in a policy, by groups.
///
/// The data of a language names those of a group in one line (`sometimes, in some cases`). The line with the key `nothing` holds those that say nothing by themselves (`please note that`).
///
/// It is made when words are first held against others, and knows its words by their normal forms.
struct Phrasings: Sendable {
    /// A phrase that was found among the words of a passage.
    struct Found {
        /// The groups of phrases that say the same; none where it says nothing.
        let groups: [Int32]
        /// How many words it takes.
        let count: Int
    }

    private struct Phrase {
        let words: [Int32]
        let group: Int32
    }

    private var table = ByteTable(capacity: 1_024)
    /// The phrases by their first words, longest first.
    private var phrases: [Int32: [Phrase]] = [:]

    /// The group of what says nothing.
    private static let nothing: Int32 = -1
    /// The number of a word that no phrase holds.
    private static let unknown: Int32 = -1

    /// Reads the sections `phrasings` and `synonyms` of a language.
    init(_ language: Language?, _ lexicon: Lexicon) {
        guard let language else { return }
        var group: Int32 = 0
        for section in ["phrasings", "synonyms"] {
            for line in language.lines(section) {
                group += 1
                let isNothing = line.key.map { $0.elementsEqual("nothing".utf8) } ?? false
                for entry in line.words {
                    let words = forms(of: entry, lexicon).map { number(of: $0) }
                    guard let first = words.first else { continue }
                    phrases[first, default: []].append(Phrase(words: words, group: isNothing ? Self.nothing : group))
                }
            }
        }
        for first in phrases.keys { phrases[first]?.sort { $0.words.count > $1.words.count } }
    }

    /// The normal forms of the words of an entry, one for a phrase that one word stands for (`prior to`).
    private func forms(of entry: ArraySlice<UInt8>, _ lexicon: Lexicon) -> [[UInt8]] {
        let words = entry.split(separator: UInt8(ascii: " ")).flatMap { word($0, lexicon) }
        guard words.count > 1 else { return words.map(\.form) }
        var merged: [[UInt8]] = []
        var place = 0
        while place < words.count {
            let begun = words[place].number.map { lexicon.words[$0].phrases } ?? 0..<0
            let phrase = begun.first { index in
                let phrase = lexicon.phrases[index]
                return phrase.canonical != nil && place + phrase.words.count <= words.count
                    && phrase.words.indices.allSatisfy { words[place + $0].number == phrase.words[$0] }
            }
            if let phrase, let canonical = lexicon.phrases[phrase].canonical {
                merged.append(Array(canonical.utf8))
                place += lexicon.phrases[phrase].words.count
            } else {
                merged.append(words[place].form)
                place += 1
            }
        }
        return merged
    }

    /// The normal forms that a written word becomes, with their numbers in the lexicon: of an elision (`d'accord`) or a
    /// contraction (`don't`) two.
    private func word(_ word: ArraySlice<UInt8>, _ lexicon: Lexicon) -> [(form: [UInt8], number: Int?)] {
        if let mark = word.firstIndex(of: UInt8(ascii: "'")), mark + 1 < word.endIndex,
            let known = lexicon.number(of: word[...mark]), let full = lexicon.details.elided[known]
        {
            return [(Array(lexicon.words[full].form.utf8), full)] + self.word(word[(mark + 1)...], lexicon)
        }
        guard let known = lexicon.number(of: word) else { return [(Array(word), nil)] }
        return (lexicon.details.parts[known] ?? [known]).map { part in
            let number = lexicon.words[part].canonical.map(Int.init) ?? part
            return (Array(lexicon.words[number].form.utf8), number)
        }
    }

    private mutating func number(of form: [UInt8]) -> Int32 { Int32(table.insert(form.span).number) }

    /// A run of words of a passage with the numbers that phrases know them by, looked up once.
    struct Run {
        let passage: Passage
        let range: Range<Int>
        fileprivate let numbers: [Int32]
    }

    /// Looks the words of a run up.
    func run(_ passage: Passage, _ range: Range<Int>, _ vocabulary: Vocabulary) -> Run {
        Run(
            passage: passage, range: range,
            numbers: range.map { place in
                let token = passage.word(place)
                guard token.kind == .word else { return Self.unknown }
                return table.find(vocabulary.forms[Int(token.key)].utf8.span).map(Int32.init) ?? Self.unknown
            })
    }

    /// Returns the longest phrase that begins at a place of a run and ends before another, in the groups that it is in.
    ///
    /// No mark may stand between its words.
    func longest(at place: Int, before end: Int, in run: Run) -> Found? {
        let first = place - run.range.lowerBound
        guard run.numbers[first] != Self.unknown, let begun = phrases[run.numbers[first]] else { return nil }
        let words = run.passage.words
        var count = 0
        var groups: [Int32] = []
        for phrase in begun {
            let length = phrase.words.count
            if length < count { break }
            guard place + length <= end, words[place + length - 1] - words[place] == length - 1,
                run.numbers[first..<(first + length)].elementsEqual(phrase.words)
            else { continue }
            count = length
            groups.append(phrase.group)
        }
        if count == 0 { return nil }
        return Found(groups: groups.filter { $0 != Self.nothing }, count: count)
    }

    /// Whether two normal forms stand in one group as single words.
    func isSame(_ word: String, _ other: String) -> Bool {
        guard let word = table.find(word.utf8.span), let other = table.find(other.utf8.span) else { return false }
        func groups(_ number: Int) -> [Int32] {
            (phrases[Int32(number)] ?? []).filter { $0.words.count == 1 && $0.group != Self.nothing }.map(\.group)
        }
        let own = groups(word)
        return !own.isEmpty && groups(other).contains(where: own.contains)
    }
}

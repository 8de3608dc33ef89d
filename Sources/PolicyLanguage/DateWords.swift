/// The words of languages that dates and the lines around them are made of, ready for looking up.
struct DateWords: Sendable {
    /// A phrase that stands before a date.
    struct Phrase: Sendable {
        let words: [String]
        let kind: DateStamp.Kind
    }

    /// The language's code; empty for all languages together.
    let code: String
    /// The numbers of the months by name.
    let months: [String: Int]
    /// The phrases by their first word, longest first.
    let phrases: [String: [Phrase]]
    let fillers: Set<String>
    let stops: Set<String>
    let unknowns: Set<String>
    /// Words that point to the text itself ("this").
    let pointers: Set<String>
    /// Words between the first and the last day of a time.
    let untils: Set<String>

    /// The words of each language, by code.
    static let all: [DateWords] = Language.all.map { DateWords($0) }.filter { !$0.months.isEmpty }

    /// Returns the words of a declared language, or of all languages where none is declared or there is no data for it.
    static func named(_ tag: String?) -> [DateWords] {
        guard let tag, let language = Language.named(tag), let words = all.first(where: { $0.code == language.code })
        else { return all }
        return [words]
    }

    /// Whether numbers stand as day, month, year: in English both orders are in use.
    var isDayFirst: Bool { code != "en" }

    private init(_ language: Language) {
        code = language.code
        var months: [String: Int] = [:]
        for entry in language.entries("months") {
            guard let number = entry.key.flatMap({ Int($0) }) else { continue }
            for word in entry.words { months[word] = number }
        }
        self.months = months
        var phrases: [String: [Phrase]] = [:]
        for (section, kind) in [("effective-date", DateStamp.Kind.effective), ("published-date", .published)] {
            for phrase in language.words(section) {
                let words = DateToken.tokens(of: phrase, limit: 16).map(\.text)
                guard let first = words.first else { continue }
                phrases[first, default: []].append(Phrase(words: words, kind: kind))
            }
        }
        self.phrases = phrases.mapValues { list in
            list.sorted { ($1.words.count, $0.words.joined()) < ($0.words.count, $1.words.joined()) }
        }
        func set(_ section: String) -> Set<String> {
            Set(language.words(section).flatMap { DateToken.tokens(of: $0, limit: 16).map(\.text) })
        }
        fillers = set("date-filler")
        stops = set("date-stop")
        unknowns = set("date-unknown")
        pointers = set("date-this")
        untils = set("date-until")
    }

    /// The phrase that begins at a token, the longest there is.
    func phrase(at place: Int, in tokens: [DateToken]) -> Phrase? {
        guard tokens[place].kind == .word, let candidates = phrases[tokens[place].text] else { return nil }
        return candidates.first { phrase in
            place + phrase.words.count <= tokens.count
                && zip(phrase.words, tokens[place...]).allSatisfy { $0 == $1.text }
        }
    }
}

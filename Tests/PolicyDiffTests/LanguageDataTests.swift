import PolicyLanguage
import PolicyModel
import Testing

@testable import PolicyDiff

/// What the data of the languages must hold for a comparison to rest on it.
struct LanguageDataTests {
    /// The languages with all their words, English first; others have markers only.
    static let full = ["en", "de", "es", "fr"]
    /// Those that are recognised, to be told from the full ones.
    static let recognisedOnly = ["it", "nl", "pl", "pt"]

    @Test("every language that is read has every section that the comparison reads", arguments: full)
    func sectionsAreThere(code: String) throws {
        let language = try #require(Language.named(code))
        let names =
            Traits.sections.map(\.name) + [
                "months", "units", "unit-adjectives", "numbers", "equivalents", "endings", "markers",
            ]
        // English has one form of address, and only German makes duties of infinitives.
        for name in names where !(code == "en" && name == "address") && !(code != "de" && name.hasPrefix("duty-")) {
            #expect(!language.words(name).isEmpty, "\(code) has no [\(name)]")
        }
    }

    @Test("a language that is only recognised stays unknown", arguments: recognisedOnly)
    func recognisedStaysUnknown(code: String) {
        #expect(Lexicon.named(code).isUnknown)
    }

    @Test("the words by which a language is recognised stand first in its file", arguments: full + recognisedOnly)
    func markersStandFirst(code: String) throws {
        let language = try #require(Language.named(code))
        #expect(Language.markers(of: code) == language.words("markers"))
        #expect(!language.words("markers").isEmpty)
    }

    @Test("the words are in lower case, with plain apostrophes and single spaces", arguments: full + recognisedOnly)
    func wordsAreNormal(code: String) throws {
        let language = try #require(Language.named(code))
        let names =
            Traits.sections.map(\.name) + [
                "months", "units", "unit-adjectives", "numbers", "equivalents", "contractions", "elisions",
                "will-endings",
                "nouns", "endings", "markers",
            ]
        for name in names {
            for entry in language.entries(name) {
                for word in entry.words + [entry.key].compactMap({ $0 }) {
                    #expect(word == Vocabulary.plain(word), "\(code) [\(name)]: \(word)")
                    #expect(!word.contains("  "), "\(code) [\(name)]: \(word)")
                }
            }
        }
    }

    @Test("units and currencies have the same names in every language", arguments: full)
    func unitsHaveCommonNames(code: String) throws {
        let language = try #require(Language.named(code))
        for name in ["minute", "hour", "day", "week", "month", "year", "percent", "times", "user", "page", "kilometre"]
        {
            #expect(language.entries("units").contains { $0.key == name }, "\(code) has no \(name)")
        }
        for name in ["eur", "usd", "gbp", "chf"] {
            #expect(language.entries("currency").contains { $0.key == name }, "\(code) has no \(name)")
        }
        #expect(Set(language.entries("months").compactMap { $0.key.flatMap { Int($0) } }) == Set(1...12))
        for value in Array(0...20) + [30, 40, 50, 60, 90, 100, 1000] {
            #expect(Lexicon.named(code).details.values.values.contains(value), "\(code) has no word for \(value)")
        }
    }

    @Test("a word stands for itself or is stood for, never both", arguments: ["de", "es", "fr"])
    func equivalentsDoNotChain(code: String) throws {
        let language = try #require(Language.named(code))
        let lexicon = Lexicon.named(code)
        var seen: [String: String] = [:]
        for entry in language.entries("equivalents") {
            let key = try #require(entry.key)
            let number = try #require(lexicon.number(of: key))
            let canonical = lexicon.words[number].canonical
            #expect(canonical == nil || canonical == Int32(number), "\(code): \(key) is stood for")
            for word in entry.words {
                #expect(seen[word] == nil, "\(code): \(word) is in the groups of \(seen[word] ?? "") and \(key)")
                #expect(!word.contains("…"), "\(code): a phrase with a gap cannot become one word: \(word)")
                seen[word] = key
            }
        }
    }

    @Test("a marker is short enough to be counted, and counted once", arguments: full + recognisedOnly)
    func markersAreShort(code: String) {
        let markers = Language.markers(of: code)
        for word in markers { #expect(word.utf8.count <= 5, "\(code): \(word)") }
        #expect(Set(markers).count == markers.count)
    }

    @Test(
        "a few sentences are enough to tell the language",
        arguments: [
            ("en", "We keep the photos that you upload for as long as your account is open."),
            ("fr", "Nous gardons les photos que vous envoyez tant que votre compte est ouvert."),
            ("de", "Wir behalten die Bilder, die Sie hochladen, solange Ihr Konto besteht."),
            ("es", "Guardamos las fotos que usted sube mientras su cuenta está abierta."),
            ("pt", "Guardamos as fotos que você envia enquanto a sua conta não for fechada."),
            ("it", "Conserviamo le foto che invii finché il tuo conto non è chiuso."),
            ("nl", "Wij bewaren de foto's die u ons stuurt zolang uw account bestaat."),
            ("pl", "Zdjęcia są w naszej bazie, jak długo nie zamkniesz konta, i to jest za darmo."),
        ])
    func languageIsTold(code: String, text: String) {
        #expect(LanguageDetection.lexicon(asked: nil, document(text), document(text)).code == code)
    }

    private func document(_ text: String) -> Document {
        let lines = LineRange(1, 1)
        return Document(
            sections: [Section(heading: "", level: 0, parent: nil, clauses: 0..<1, lines: lines)],
            clauses: [Clause(text: text, lines: lines)])
    }
}

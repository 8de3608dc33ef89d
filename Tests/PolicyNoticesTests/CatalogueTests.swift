import PolicyDiff
import PolicyModel
import PolicyRendering
import Testing

@testable import PolicyNotices

@Suite("Catalogues")
struct CatalogueTests {
    static let tags = Catalogue.all.map(\.language)

    @Test("English, French, German and Spanish are there")
    func languages() {
        #expect(Self.tags == ["de", "en", "es", "fr"])
    }

    @Test("every language has the keys of English, and the plural forms that its numbers take", arguments: tags)
    func keys(language: String) throws {
        let english = try #require(Catalogue.named("en"))
        let catalogue = try #require(Catalogue.named(language))
        // 0 to 9 and round numbers take every form that whole numbers have.
        let forms = Set(
            ([0, 1, 2, 5, 9, 10, 1_000_000] as [Int]).map { FoundationLocale(language).plural($0).rawValue })
        var expected: Set<String> = []
        for key in english.keys {
            let stem = key.hasSuffix(".one") ? key.dropLast(4) : key.hasSuffix(".other") ? key.dropLast(6) : nil
            if let stem { expected.formUnion(forms.map { "\(stem).\($0)" }) } else { expected.insert(key) }
        }
        // Only some languages write a unit in another case than the text does.
        #expect(Set(catalogue.keys.filter { !$0.hasPrefix("units/") }) == expected)
    }

    @Test("the texts of every language have the same places to be filled", arguments: tags)
    func places(language: String) throws {
        let english = try #require(Catalogue.named("en"))
        let catalogue = try #require(Catalogue.named(language))
        for key in catalogue.keys where !key.hasPrefix("tone/") && !key.hasPrefix("units/") {
            let twin = key.hasSuffix(".many") ? key.dropLast(5) + ".other" : key
            // "One point" may do without its number.
            guard !key.hasSuffix(".one") else { continue }
            #expect(
                Self.places(in: catalogue[key] ?? "") == Self.places(in: english[String(twin)] ?? ""),
                "\(language) \(key)")
        }
    }

    @Test(
        "every kind of change has a sentence in every language, whichever of its sides there are", arguments: tags)
    func kinds(language: String) throws {
        let phrasing = try phrasing(language)
        for kind in ChangeKind.all {
            for (before, after) in [("the old words", "the new words"), (nil, "the new words"), ("the old words", nil)]
            {
                let change = Self.change(kind, before: before, after: after)
                var mates = ClauseMates([])
                let telling = Telling(of: change, SentenceReader(language: "en"), &mates)
                let sentence = phrasing.sentence(change, telling)
                #expect(!sentence.contains("{") && !sentence.contains("/"), "\(kind.id): \(sentence)")
                #expect(sentence.hasSuffix(".") && sentence.first?.isUppercase == true, "\(kind.id): \(sentence)")
                if Self.isDated(kind) { continue }
                for words in [before, after].compactMap({ $0 }) {
                    #expect(sentence.contains(words) || kind.significance == .editorial, "\(kind.id): \(sentence)")
                }
            }
        }
    }

    @Test("every kind that readers are told one by one has a sentence of its own", arguments: tags)
    func ownSentences(language: String) throws {
        let catalogue = try #require(Catalogue.named(language))
        for kind in ChangeKind.all {
            let keys = ["kinds/\(kind.id)", "kinds/\(kind.id).new", "kinds/\(kind.id).old"]
            #expect(keys.contains { catalogue[$0] != nil }, "\(kind.id)")
        }
    }

    @Test("no place is filled with what another one is filled with")
    func filling() {
        #expect(Catalogue.fill("{old} and {new}", ["old": "{new}", "new": "x"]) == "{new} and x")
        #expect(Catalogue.fill("{unknown} {", [:]) == "{unknown} {")
    }

    // MARK: Support

    private func phrasing(_ language: String) throws -> Phrasing {
        Phrasing(
            catalogue: try #require(Catalogue.named(language)), locale: FoundationLocale(language),
            isLanguageOfTexts: language == "en")
    }

    private static func places(in text: String) -> Set<String> {
        Set(text.matches(of: /\{[a-z]+\}/).map { String($0.output) })
    }

    private static func isDated(_ kind: ChangeKind) -> Bool {
        kind.id.hasPrefix("effective-date") || kind.id == "version-withdrawn"
    }

    static func change(_ kind: ChangeKind, before: String?, after: String?) -> Change {
        func evidence(_ text: String?) -> Change.Evidence? {
            text.map { Change.Evidence(text: $0, lines: LineRange(1, 1)) }
        }
        let isFigure = ["quantity", "deadline", "date-ch"].contains { kind.id.hasPrefix($0) }
        return Change(
            id: "0123456789abcdef", kind: kind.id, significance: kind.significance, direction: .stricter,
            section: ["Scope"], before: evidence(before), after: evidence(after),
            quantities: isFigure ? [QuantityChange(before: before, after: after)] : [],
            focus: dates(kind, isKnown: after != nil),
            summary: "", reason: "", introducedIn: "2")
    }

    /// The days of effect before and after; only a postponed one may be unknown afterwards.
    private static func dates(_ kind: ChangeKind, isKnown: Bool) -> Change.Focus? {
        guard kind.id.hasPrefix("effective-date") else { return nil }
        let isUnknown = !isKnown && kind.id == "effective-date-postponed"
        return Change.Focus(before: "2026-01-01", after: isUnknown ? nil : "2026-02-01")
    }
}

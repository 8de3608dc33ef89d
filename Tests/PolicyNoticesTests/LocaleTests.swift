import PolicyModel
import PolicyNotices
import PolicyRendering
import Testing

@Suite("Days and numbers of a notice")
struct LocaleTests {
    @Test(
        "are written as the language writes them, whatever the machine's locale is",
        arguments: [
            ("en", "1 March 2026", "25 March 2026"), ("en-US", "March 1, 2026", "March 25, 2026"),
            ("fr", "1er mars 2026", "25 mars 2026"), ("de", "1. März 2026", "25. März 2026"),
            ("es", "1 de marzo de 2026", "25 de marzo de 2026"),
        ])
    func dates(language: String, first: String, later: String) throws {
        let locale = FoundationLocale(language)
        #expect(locale.date(try #require(CivilDate(iso: "2026-03-01"))) == first)
        #expect(locale.date(try #require(CivilDate(iso: "2026-03-25"))) == later)
    }

    @Test("are right before 1970, on leap days and far ahead")
    func ends() throws {
        let locale = FoundationLocale("en")
        #expect(locale.date(try #require(CivilDate(iso: "1969-12-31"))) == "31 December 1969")
        #expect(locale.date(try #require(CivilDate(iso: "2024-02-29"))) == "29 February 2024")
        #expect(locale.date(try #require(CivilDate(iso: "2099-01-01"))) == "1 January 2099")
    }

    @Test("have the plural forms of CLDR")
    func plurals() {
        #expect([0, 1, 2].map { FoundationLocale("en").plural($0) } == [.other, .one, .other])
        #expect([0, 1, 2].map { FoundationLocale("fr").plural($0) } == [.one, .one, .other])
        #expect([1, 2, 1_000_000].map { FoundationLocale("es").plural($0) } == [.one, .other, .many])
        #expect([0, 1, 2].map { FoundationLocale("de").plural($0) } == [.other, .one, .other])
    }

    @Test("name the other languages")
    func names() {
        #expect(FoundationLocale("en").name(ofLanguage: "fr") == "French")
        #expect(FoundationLocale("de").name(ofLanguage: "en") == "Englisch")
    }
}

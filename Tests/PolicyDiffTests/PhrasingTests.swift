import PolicyLanguage
import PolicyModel
import Testing

@testable import PolicyDiff

/// Other words that say the same are wording; one word more, and they are not.
struct PhrasingTests {
    @Test("phrases that the data puts into one group say the same", arguments: ["en", "fr", "de", "es"])
    func groups(code: String) throws {
        let language = try #require(Language.named(code))
        for entry in language.entries("phrasings") where entry.key == nil {
            for (first, second) in zip(entry.words, entry.words.dropFirst()) {
                let told = comparedClauses("Zork vug \(first) wemb zork.", "Zork vug \(second) wemb zork.", code)
                #expect(told.significance != .material && told.significance != .minor, "\(code): \(first) / \(second)")
            }
        }
    }
}

import Testing

@testable import PolicyQueries

@Suite struct NearestTests {
    static let names = ["mistral-usage-policy", "nimbus-terms", "nimbus-privacy", "Le Chat/Terms of Service"]

    @Test(arguments: [
        ("mistral-usage-polcy", ["mistral-usage-policy"]), ("nimbus-term", ["nimbus-terms"]),
        ("usage", ["mistral-usage-policy"]), ("le chat/terms of service", ["Le Chat/Terms of Service"]),
        ("nimbus", ["nimbus-terms", "nimbus-privacy"]), ("zzz", []), ("", []),
        ("mistral-policy", ["mistral-usage-policy"]), ("chat terms", ["Le Chat/Terms of Service"]),
        ("mistral-terms", []),
    ])
    func `mistyped names find the near ones only`(typed: String, expected: [String]) {
        #expect(nearest(to: typed, among: Self.names) == expected)
    }

    @Test(arguments: [
        ("", "", 0), ("abc", "abd", 1), ("abc", "acb", 2), ("kitten", "sitting", 3), ("abc", "xyzabc", 3),
    ])
    func `the distance counts inserted, deleted and replaced bytes`(left: String, right: String, expected: Int) {
        #expect(editDistance(Array(left.utf8), Array(right.utf8), limit: 5) == expected)
        #expect(editDistance(Array(right.utf8), Array(left.utf8), limit: 5) == expected)
    }

    @Test func `a far name costs no more than the limit`() {
        #expect(editDistance(Array("aaaaaaaa".utf8), Array("bbbbbbbb".utf8), limit: 2) == 3)
    }
}

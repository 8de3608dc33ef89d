package import PolicyModel

/// The dates and the other numbers that a text names.
package struct FiguresInText: Hashable, Sendable {
    /// The dates; nil for one that can be read two ways, or names a month only.
    package let dates: [CivilDate?]
    /// The numbers outside of dates, as their digits without grouping: "1,000" and "1 000" are both 1000.
    package let numbers: [String]

    /// Reads a text.
    ///
    /// - Parameter language: The language whose months it names (BCP 47); all languages where nil, or not known.
    package init(_ text: some StringProtocol, language: String?) {
        let tokens = DateToken.tokens(of: text, limit: .max)
        let words = DateWords.named(language)
        var dates: [CivilDate?] = []
        var numbers: [String] = []
        var place = 0
        while place < tokens.count {
            if let found = words.lazy.compactMap({ DateReader.date(at: place, in: tokens, $0) }).first {
                dates.append(found.date)
                place = max(found.tokens.upperBound, place + 1)
                continue
            }
            if tokens[place].kind == .number {
                var digits = tokens[place].text
                while place + 1 < tokens.count, Self.isPart(place + 1, of: tokens, behind: digits) {
                    place += tokens[place + 1].kind == .number ? 1 : 2
                    digits += tokens[place].text
                }
                numbers.append(digits)
            }
            place += 1
        }
        self.dates = dates
        self.numbers = numbers
    }

    /// Whether a number goes on: with a sign and digits without space, or with a group of three digits behind a space.
    private static func isPart(_ place: Int, of tokens: [DateToken], behind digits: String) -> Bool {
        let token = tokens[place]
        if token.kind == .number { return token.digits == 3 && digits.utf8.count <= 3 && !token.text.isEmpty }
        guard token.kind == .sign, [",", ".", "’", "'"].contains(token.text), !token.followsSpace,
            place + 1 < tokens.count
        else { return false }
        return tokens[place + 1].kind == .number && !tokens[place + 1].followsSpace
    }
}

/// A word, number or sign of a text, as far as reading dates needs it.
struct DateToken {
    enum Kind {
        case word, number, sign
    }

    let kind: Kind
    /// The text in lower case, with plain apostrophes.
    let text: String
    /// Whether it begins with a capital letter.
    let isCapital: Bool
    /// Whether white space stands before it.
    let followsSpace: Bool
    /// The number's value; 0 for anything else.
    let value: Int
    /// How many digits the number has.
    let digits: Int

    /// Returns the first tokens of a text, at most `limit`.
    ///
    /// Apostrophes part words; they are no tokens.
    static func tokens(of text: some StringProtocol, limit: Int) -> [DateToken] {
        var tokens: [DateToken] = []
        var current = ""
        var isNumber = false
        var isCapital = false
        var spaceBefore = true
        var tokenSpace = true

        func close() {
            guard !current.isEmpty else { return }
            let digits = isNumber ? current.utf8.count : 0
            tokens.append(
                DateToken(
                    kind: isNumber ? .number : .word, text: current.lowercased(), isCapital: isCapital,
                    followsSpace: tokenSpace, value: digits > 0 && digits < 9 ? Int(current) ?? 0 : 0, digits: digits))
            current = ""
        }
        for scalar in text.unicodeScalars {
            if tokens.count >= limit { break }
            let isDigit = ("0"..."9").contains(scalar)
            if isDigit || isLetter(scalar) {
                if !current.isEmpty, isNumber != isDigit { close() }
                if current.isEmpty {
                    isNumber = isDigit
                    isCapital = scalar.isASCII ? ("A"..."Z").contains(scalar) : scalar.properties.isUppercase
                    tokenSpace = spaceBefore
                }
                current.unicodeScalars.append(scalar)
                spaceBefore = false
                continue
            }
            let follows = spaceBefore
            close()
            if isSpace(scalar) {
                spaceBefore = true
            } else if scalar == "'" || scalar == "’" {
                spaceBefore = false
            } else {
                tokens.append(
                    DateToken(
                        kind: .sign, text: String(scalar), isCapital: false, followsSpace: follows, value: 0, digits: 0)
                )
                spaceBefore = false
            }
        }
        close()
        return tokens
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
        return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar == " " || ("\t"..."\r").contains(scalar) }
        return scalar.properties.isWhitespace || ["\u{200B}", "\u{FEFF}", "\u{2060}", "\u{AD}"].contains(scalar)
    }
}

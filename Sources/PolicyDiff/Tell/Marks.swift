/// What differs between two texts with the same words.
enum Marks {
    /// Returns the kind and the reason: white space and case and forms of marks first, then other marks, then numbers that lead.
    static func difference(_ old: String, _ new: String) -> (ChangeKind, String) {
        let plainOld = plain(old)
        let plainNew = plain(new)
        if areEqual(plainOld, plainNew) {
            return areEqual(squeezed(old), squeezed(new))
                ? (.formattingChanged, "only white space differs")
                : (.typographyChanged, "only quotes, dashes, spaces or capitals differ")
        }
        if old.hasPrefix("[!") || new.hasPrefix("[!"), areEqual(plain(uncalled(old)), plain(uncalled(new))) {
            return (.formattingChanged, "only the sort of call-out differs")
        }
        if areEqual(letters(plainOld), letters(plainNew)) {
            return (.punctuationChanged, "only punctuation marks differ")
        }
        if areEqual(digitless(plainOld), digitless(plainNew)) {
            return (.renumbered, "only a leading number differs")
        }
        return (.reworded, "the words are spelled in another way that means the same")
    }

    /// The text without the mark of a call-out in front (`[!NOTE]`).
    private static func uncalled(_ text: String) -> String {
        guard text.hasPrefix("[!"), let end = text.firstIndex(of: "]") else { return text }
        return String(text[text.index(after: end)...])
    }

    /// Whether two texts are equal however their accents are written.
    private static func areEqual(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        if left == right { return true }
        if left.allSatisfy(\.isSettled), right.allSatisfy(\.isSettled) { return false }
        return String(String.UnicodeScalarView(left)) == String(String.UnicodeScalarView(right))
    }

    private static func squeezed(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !isWhiteSpace($0) }
    }

    /// Quotes, dashes and spaces made plain, in lower case, without white space.
    private static func plain(_ text: String) -> [Unicode.Scalar] {
        var plain: [Unicode.Scalar] = []
        plain.reserveCapacity(text.utf8.count)
        // Two single quotes are a double one.
        var isQuoted = false
        func add(_ scalar: Unicode.Scalar) {
            guard scalar == "'" else {
                isQuoted = false
                return plain.append(scalar)
            }
            if isQuoted { plain[plain.count - 1] = "\"" } else { plain.append(scalar) }
            isQuoted.toggle()
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: add(Unicode.Scalar(UInt8(scalar.value) | 0x20))
            case 0x60, 0xB4, 0x2018...0x201B, 0x2039, 0x203A: add("'")
            case 0x20, 0x09...0x0D: continue
            case 0x00...0x7F: add(scalar)
            case 0x201C...0x201E, 0xAB, 0xBB, 0x300C, 0x300D: add("\"")
            case 0x2010...0x2015, 0x2212: add("-")
            case 0x2026: for _ in 0..<3 { add(".") }
            case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: continue
            default:
                if !scalar.properties.isWhitespace {
                    for lowered in scalar.properties.lowercaseMapping.unicodeScalars { add(lowered) }
                }
            }
        }
        return plain
    }

    private static func letters(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        text.filter { isLetter($0) || isNumeric($0) }
    }

    private static func digitless(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let rest = text.drop { !isLetter($0) }
        let withoutRoman = rest.drop { "ivxlc".unicodeScalars.contains($0) }
        let isNumber = rest.count - withoutRoman.count <= 4 && withoutRoman.first.map { !isLetter($0) } == true
        return Array(isNumber ? withoutRoman : rest)
    }

    // The properties of Unicode are looked up in tables that ASCII does not need.

    private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
    }

    private static func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? (0x30...0x39).contains(scalar.value) : scalar.properties.numericType != nil
    }
}

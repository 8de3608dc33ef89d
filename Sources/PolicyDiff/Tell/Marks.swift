/// What differs between two texts with the same words.
enum Marks {
    /// Returns the kind and the reason: white space and case and forms of marks first, then other marks, then numbers that lead.
    static func difference(_ old: String, _ new: String) -> (ChangeKind, String) {
        let plainOld = plain(old)
        let plainNew = plain(new)
        if plainOld == plainNew {
            return squeezed(old) == squeezed(new)
                ? (.formattingChanged, "only white space differs")
                : (.typographyChanged, "only quotes, dashes, spaces or capitals differ")
        }
        if letters(plainOld) == letters(plainNew) { return (.punctuationChanged, "only punctuation marks differ") }
        if digitless(plainOld) == digitless(plainNew) { return (.renumbered, "only a leading number differs") }
        return (.reworded, "the words are spelled in another way that means the same")
    }

    private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    /// Quotes, dashes and spaces made plain, in lower case, without white space.
    private static func plain(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x2018, 0x2019, 0x201A, 0x201B, 0x2039, 0x203A, 0x60, 0xB4: result.append("'")
            case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB, 0x300C, 0x300D: result.append("\"")
            case 0x2010...0x2015, 0x2212: result.append("-")
            case 0x2026: result.append(contentsOf: "...".unicodeScalars)
            case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: continue
            default:
                if !scalar.properties.isWhitespace {
                    result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
                }
            }
        }
        return String(result).replacing("''", with: "\"")
    }

    private static func letters(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
    }

    private static func digitless(_ text: String) -> String {
        let rest = text.unicodeScalars.drop { !$0.properties.isAlphabetic }
        let withoutRoman = rest.drop { "ivxlc".unicodeScalars.contains($0) }
        return String(
            String.UnicodeScalarView(
                rest.count - withoutRoman.count <= 4 && withoutRoman.first.map { !$0.properties.isAlphabetic } == true
                    ? withoutRoman : rest))
    }
}

extension String {
    fileprivate func replacing(_ part: String, with other: String) -> String {
        var result = ""
        var rest = self[...]
        while let first = rest.first {
            if rest.hasPrefix(part) {
                result += other
                rest = rest.dropFirst(part.count)
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}

/// HTML character references: the numeric ones, and those names that policies use.
enum Entity {
    /// What stands at an ampersand.
    enum Reading {
        /// No reference: the ampersand stands for itself.
        case none
        /// A reference to a name that is not known here.
        case unknown
        /// A reference: its character, and where it ends.
        case character(Unicode.Scalar, end: Int)
    }

    /// Reads the reference at `position`, where the ampersand is.
    static func read(_ source: Bytes, at position: Int, before end: Int) -> Reading {
        var place = position + 1
        guard place < end else { return .none }
        if source[place] == Byte.hash { return numeric(source, at: position, before: end) }
        let start = place
        while place < end, place - start < 32, source[place].isLetter || source[place].isDigit { place += 1 }
        guard place > start, place < end, source[place] == Byte.semicolon else { return .none }
        let name = String(decoding: source[start..<place], as: UTF8.self)
        guard let scalar = named[name] else { return .unknown }
        return .character(scalar, end: place + 1)
    }

    private static func numeric(_ source: Bytes, at position: Int, before end: Int) -> Reading {
        var place = position + 2
        var value: UInt32 = 0
        let isHexadecimal = place < end && source[place].lowered == UInt8(ascii: "x")
        if isHexadecimal { place += 1 }
        let start = place
        let limit = isHexadecimal ? 6 : 7
        while place < end, place - start <= limit {
            let byte = source[place].lowered
            if byte.isDigit {
                value = value * (isHexadecimal ? 16 : 10) + UInt32(byte - Byte.zero)
            } else if isHexadecimal, byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "f") {
                value = value * 16 + UInt32(byte - UInt8(ascii: "a") + 10)
            } else {
                break
            }
            place += 1
        }
        guard place > start, place - start <= limit, place < end, source[place] == Byte.semicolon else { return .none }
        let scalar = value == 0 ? nil : Unicode.Scalar(value)
        return .character(scalar ?? "\u{FFFD}", end: place + 1)
    }

    /// The names of the Latin-1 letters, quotation marks and signs that texts are written with.
    ///
    /// Others are left to cmark-gfm.
    private static let named: [String: Unicode.Scalar] = {
        var names: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": "\u{2002}",
            "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}", "zwj": "\u{200D}", "shy": "\u{AD}",
            "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”",
            "bdquo": "„", "lsaquo": "‹", "rsaquo": "›", "hellip": "…", "bull": "•", "euro": "€", "trade": "™",
            "copy": "©", "reg": "®", "sect": "§", "para": "¶", "middot": "·", "laquo": "«", "raquo": "»",
            "deg": "°", "times": "×", "divide": "÷", "plusmn": "±", "frac12": "½", "frac14": "¼", "pound": "£",
            "cent": "¢", "yen": "¥", "iexcl": "¡", "iquest": "¿", "ordf": "ª", "ordm": "º", "szlig": "ß", "OElig": "Œ",
            "oelig": "œ", "rarr": "→", "larr": "←", "AElig": "Æ", "aelig": "æ", "Ccedil": "Ç", "ccedil": "ç",
            "Ntilde": "Ñ", "ntilde": "ñ", "Aring": "Å", "aring": "å", "Oslash": "Ø", "oslash": "ø", "minus": "−",
        ]
        let letters: [(String, String)] = [
            ("A", "ÀÁÂÃÄ"), ("E", "ÈÉÊ_Ë"), ("I", "ÌÍÎ_Ï"), ("O", "ÒÓÔÕÖ"), ("U", "ÙÚÛ_Ü"),
            ("a", "àáâãä"), ("e", "èéê_ë"), ("i", "ìíî_ï"), ("o", "òóôõö"), ("u", "ùúû_ü"),
        ]
        for (letter, variants) in letters {
            for (accent, scalar) in zip(["grave", "acute", "circ", "tilde", "uml"], variants.unicodeScalars)
            where scalar != "_" {
                names[letter + accent] = scalar
            }
        }
        return names
    }()
}

/// The bytes of a text while it is read: valid UTF-8, LF line ends, no NUL.
typealias Bytes = UnsafeBufferPointer<UInt8>

/// The ASCII bytes that Markdown turns on, by their names.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let bang = UInt8(ascii: "!")
    static let quote = UInt8(ascii: "\"")
    static let hash = UInt8(ascii: "#")
    static let ampersand = UInt8(ascii: "&")
    static let apostrophe = UInt8(ascii: "'")
    static let openParenthesis = UInt8(ascii: "(")
    static let closeParenthesis = UInt8(ascii: ")")
    static let asterisk = UInt8(ascii: "*")
    static let plus = UInt8(ascii: "+")
    static let dash = UInt8(ascii: "-")
    static let dot = UInt8(ascii: ".")
    static let slash = UInt8(ascii: "/")
    static let zero = UInt8(ascii: "0")
    static let nine = UInt8(ascii: "9")
    static let colon = UInt8(ascii: ":")
    static let semicolon = UInt8(ascii: ";")
    static let less = UInt8(ascii: "<")
    static let equals = UInt8(ascii: "=")
    static let greater = UInt8(ascii: ">")
    static let question = UInt8(ascii: "?")
    static let openBracket = UInt8(ascii: "[")
    static let backslash = UInt8(ascii: "\\")
    static let closeBracket = UInt8(ascii: "]")
    static let caret = UInt8(ascii: "^")
    static let underscore = UInt8(ascii: "_")
    static let backtick = UInt8(ascii: "`")
    static let openBrace = UInt8(ascii: "{")
    static let pipe = UInt8(ascii: "|")
    static let closeBrace = UInt8(ascii: "}")
    static let tilde = UInt8(ascii: "~")
}

/// A set of ASCII bytes with a test that costs a few instructions.
struct ByteSet: Sendable {
    private let low: UInt64
    private let high: UInt64

    /// Makes the set of the characters of an ASCII text.
    init(_ text: StaticString) {
        var (low, high) = (UInt64(0), UInt64(0))
        text.withUTF8Buffer { bytes in
            for byte in bytes {
                if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte & 63) }
            }
        }
        (self.low, self.high) = (low, high)
    }

    /// Whether the byte is in the set.
    func contains(_ byte: UInt8) -> Bool {
        byte < 128 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
    }
}

extension UInt8 {
    /// Whether the byte is ASCII white space (space, tab, line feed, vertical tab, form feed, carriage return).
    var isWhiteSpace: Bool { self == 32 || (self >= 9 && self <= 13) }

    /// Whether the byte is an ASCII letter.
    var isLetter: Bool { (self | 0x20) &- UInt8(ascii: "a") < 26 }

    /// Whether the byte is an ASCII digit.
    var isDigit: Bool { self &- Byte.zero < 10 }

    /// Whether the byte is ASCII punctuation, as CommonMark counts it: what a backslash can escape.
    var isPunctuation: Bool {
        switch self {
        case 33...47, 58...64, 91...96, 123...126: true
        default: false
        }
    }

    /// The byte in lower case where it is an ASCII letter.
    var lowered: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }
}

extension UnsafeBufferPointer<UInt8> {
    /// Returns where the line that holds `position` ends: the offset of its line feed, or `end`.
    func endOfLine(from position: Int, to end: Int) -> Int { first(Byte.newline, from: position, to: end) }

    /// Returns where a byte next stands at or after `position`, or `end`.
    ///
    /// Eight bytes a step.
    func first(_ byte: UInt8, from position: Int, to end: Int) -> Int {
        var place = position
        guard let base = baseAddress, place < end else { return end }
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        let raw = UnsafeRawPointer(base)
        while place + 8 <= end {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)) ^ pattern
            // The highest bit of each byte that is zero (and perhaps of some above the first such byte).
            let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
            if zeros != 0 { return place + zeros.trailingZeroBitCount / 8 }
            place += 8
        }
        while place < end, self[place] != byte { place += 1 }
        return place
    }

    /// Returns whether the ASCII text stands at `position`, letters in any case.
    func has(_ text: StaticString, at position: Int, before end: Int) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position >= 0, position + count <= end else { return false }
        return text.withUTF8Buffer { wanted in
            for place in 0..<count where self[position + place].lowered != wanted[place].lowered { return false }
            return true
        }
    }

    /// Returns where the ASCII text next stands at or after `position`, letters in any case; nil where it does not.
    func find(_ text: StaticString, from position: Int, to end: Int) -> Int? {
        let last = end - text.utf8CodeUnitCount
        let initial = text.withUTF8Buffer { $0[0] }
        var place = position
        while place <= last {
            if !initial.isLetter { place = first(initial, from: place, to: end) }
            if place > last { return nil }
            if has(text, at: place, before: end) { return place }
            place += 1
        }
        return nil
    }
}

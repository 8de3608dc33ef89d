/// What machines put into a page at each capture: moments (`2025-04-29T13:11:25+02:00`) and long numbers in hexadecimal digits.
///
/// Neither says anything of the policy, and both differ at each capture. The tokenizer takes them apart into numbers and words.
enum Stamps {
    /// What a stamp is.
    enum Kind: Hashable {
        case moment, identifier
    }

    /// A shorter run of hexadecimal digits may be a word or a number of the text.
    private static let leastDigits = 16

    /// Returns the stamps in a text in UTF-8, in order.
    static func found(in bytes: [UInt8]) -> [(range: Range<Int>, kind: Kind)] {
        var stamps: [(range: Range<Int>, kind: Kind)] = []
        var place = 0
        while place < bytes.count {
            if let end = moment(bytes, at: place) {
                stamps.append((place..<end, .moment))
                place = end
            } else if let end = identifier(bytes, at: place) {
                stamps.append((place..<end, .identifier))
                place = end
            } else {
                place += 1
            }
        }
        return stamps
    }

    /// The end of a moment in the form of ISO 8601 that begins at a place.
    private static func moment(_ bytes: [UInt8], at start: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "1") || bytes[start] == UInt8(ascii: "2"), start + form.count <= bytes.count
        else { return nil }
        for (offset, sign) in form.enumerated() {
            let byte = bytes[start + offset]
            guard sign == UInt8(ascii: "0") ? isDigit(byte) : byte == sign else { return nil }
        }
        var end = start + form.count
        while end < bytes.count, isDigit(bytes[end]) || tail.contains(bytes[end]) { end += 1 }
        return end
    }

    /// How a moment begins, a zero for any digit, and what may stand behind that beside digits.
    private static let form = Array("0000-00-00T00:00".utf8)
    private static let tail = Array(":.+-Z".utf8)

    /// The end of a long number in hexadecimal digits, with hyphens or without, that begins at a place.
    private static func identifier(_ bytes: [UInt8], at start: Int) -> Int? {
        guard start == 0 || !isLetterOrDigit(bytes[start - 1]) else { return nil }
        var end = start
        var digits = 0
        var letters = 0
        while end < bytes.count {
            let byte = bytes[end]
            if isDigit(byte) {
                digits += 1
            } else if (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20) {
                letters += 1
            } else if byte != UInt8(ascii: "-") {
                break
            }
            end += 1
        }
        guard digits >= 3, letters >= 3, digits + letters >= leastDigits,
            end == bytes.count || !isLetterOrDigit(bytes[end])
        else { return nil }
        return end
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
    }
}

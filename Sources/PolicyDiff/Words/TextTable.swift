internal import PolicyModel

/// Texts, each with a number from 0 on; texts that are equal as Swift's strings are have the same one.
///
/// Strings are equal however their accents are written. Nearly all texts can be compared by their bytes; from the first one on
/// that holds accents apart from their letters, or a sign that stands for another, they are compared as strings.
struct TextTable {
    /// The texts by their numbers.
    private(set) var texts: [String] = []
    private var table: ByteTable
    private var numbers: [String: Int]?

    /// Makes an empty table with room for so many texts.
    init(capacity: Int = 128) { table = ByteTable(capacity: capacity) }

    /// Returns the number of a text; a new one gets the next number.
    mutating func number(of text: String) -> Int {
        if numbers == nil {
            if text.isSettled {
                let (number, isNew) = table.insert(text.utf8.span)
                if isNew { texts.append(text) }
                return number
            }
            numbers = Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($1, $0) })
        }
        if let known = numbers?[text] { return known }
        numbers?[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }
}

extension String {
    /// Whether the text is equal to no text of other bytes, unless that one is not settled.
    var isSettled: Bool {
        let bytes = utf8.span
        var place = 0
        while place < bytes.count {
            if place + 8 <= bytes.count {
                // Safe: the eight bytes lie inside the span.
                let next = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
                if next & 0x8080_8080_8080_8080 == 0 {
                    place += 8
                    continue
                }
            }
            let lead = bytes[place]
            if lead >= 0xCC {
                var value = UInt32(lead) & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07)
                let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
                for next in (place + 1)..<(place + length) { value = value << 6 | UInt32(bytes[next] & 0x3F) }
                if !(Unicode.Scalar(value)?.isSettled ?? false) { return false }
            }
            place += 1
        }
        return true
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is not an accent by itself, nor one that may stand for other scalars.
    ///
    /// See Unicode Standard Annex 15, "Normalization Forms": all of these have the quick check property NFC. Some that have it are
    /// left out, to keep the test short.
    var isSettled: Bool {
        switch value {
        case 0..<0x300, 0x388...0x482, 0x2002...0x20CF, 0x2100...0x2125, 0x212C...0x2328, 0x232B...0x2ADB,
            0x3000...0x3029, 0x3030...0x3098, 0x30A0...0x9FFF, 0xAC00...0xD7A3, 0xE000...0xF8FF, 0xFE00...0xFE0F,
            0xFEFF...0xFFEF, 0x1F000...0x1FAFF:
            true
        default: false
        }
    }
}

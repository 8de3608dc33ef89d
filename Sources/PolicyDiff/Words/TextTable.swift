internal import PolicyModel

/// Texts, each with a number from 0 on; texts that are equal as Swift's strings are have the same one.
///
/// Strings are equal however their accents are written. Settled texts can be compared by their bytes; one that holds accents apart
/// from their letters, or a sign that stands for another, is compared as a string with those that it can be equal to.
struct TextTable {
    /// The texts by their numbers.
    private(set) var texts: [String] = []
    /// The settled texts, by their bytes.
    private var table: ByteTable
    /// The numbers in `texts` of the settled ones.
    private var settled: [Int32] = []
    /// The texts that are not settled, and the settled ones of the same shapes.
    private var numbers: [String: Int] = [:]
    /// The shapes of the texts that are not settled.
    private var shapes: Set<Int> = []
    /// The numbers of the other texts by their shapes, up to the one before `shapedEnd`: looked at when a text is not settled.
    private var waiting: [Int: [Int32]] = [:]
    private var shapedEnd = 0

    /// Makes an empty table with room for so many texts.
    init(capacity: Int = 128) { table = ByteTable(capacity: capacity) }

    /// Returns the number of a text; a new one gets the next number.
    mutating func number(of text: String) -> Int {
        guard text.isSettled else { return unsettledNumber(of: text) }
        let (place, isNew) = table.insert(text.utf8.span)
        if !isNew { return Int(settled[place]) }
        let mayBeKnown = !shapes.isEmpty && shapes.contains(Self.shape(of: text))
        let number = mayBeKnown ? numbers[text] ?? texts.count : texts.count
        if mayBeKnown { numbers[text] = number }
        if number == texts.count { texts.append(text) }
        settled.append(Int32(truncatingIfNeeded: number))
        return number
    }

    private mutating func unsettledNumber(of text: String) -> Int {
        // Each text is looked at once: in some scripts hardly any text is settled.
        for number in shapedEnd..<texts.count {
            waiting[Self.shape(of: texts[number]), default: []].append(Int32(truncatingIfNeeded: number))
        }
        shapedEnd = texts.count
        let shape = Self.shape(of: text)
        if shapes.insert(shape).inserted {
            for number in waiting.removeValue(forKey: shape) ?? [] { numbers[texts[Int(number)]] = Int(number) }
        }
        if let known = numbers[text] { return known }
        numbers[text] = texts.count
        texts.append(text)
        return texts.count - 1
    }

    /// What equal texts have in common, however their accents are written: their spaces and digits.
    private static func shape(of text: String) -> Int {
        text.utf8.reduce(0) { shape, byte in
            byte == 0x20 ? shape + 1 : byte &- 0x30 < 10 ? shape &* 31 &+ Int(byte) << 20 : shape
        }
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

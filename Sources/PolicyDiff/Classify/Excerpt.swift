/// Short forms of long texts, for sentences.
enum Excerpt {
    /// The text in one line, cut behind a word where it is longer than `limit` bytes.
    ///
    /// Reads no more of it than it shows.
    static func short(_ text: String, limit: Int = 90) -> String {
        var short: [UInt8] = []
        var word: [UInt8] = []
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
        for byte in text.utf8 {
            if !isSpace(byte) {
                word.append(byte)
                // A word beyond all measure is cut where a scalar ends.
                if word.count > limit * 2, byte & 0xC0 != 0x80 {
                    word.removeLast()
                    return String(decoding: short + (short.isEmpty ? [] : [0x20]) + word, as: UTF8.self) + "…"
                }
            } else if !word.isEmpty {
                if !short.isEmpty, short.count + word.count + 1 > limit {
                    return String(decoding: short, as: UTF8.self) + " …"
                }
                if !short.isEmpty { short.append(0x20) }
                short += word
                word = []
            }
        }
        if !word.isEmpty {
            if !short.isEmpty, short.count + word.count + 1 > limit {
                return String(decoding: short, as: UTF8.self) + " …"
            }
            if !short.isEmpty { short.append(0x20) }
            short += word
        }
        return String(decoding: short, as: UTF8.self)
    }
}

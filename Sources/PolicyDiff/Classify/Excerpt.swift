/// Short forms of long texts, for sentences.
enum Excerpt {
    /// The text in one line, cut behind a word where it is longer than `limit` bytes.
    ///
    /// Reads no more of it than it shows.
    static func short(_ text: String, limit: Int = 90) -> String {
        let bytes = text.utf8.span
        var short: [UInt8] = []
        short.reserveCapacity(min(bytes.count, limit + 1))
        var place = 0
        while place < bytes.count {
            if isSpace(bytes[place]) {
                place += 1
                continue
            }
            let start = place
            while place < bytes.count, !isSpace(bytes[place]) {
                place += 1
                // A word beyond all measure is cut where a scalar ends.
                if place - start > limit * 2, bytes[place - 1] & 0xC0 != 0x80 {
                    if !short.isEmpty { short.append(0x20) }
                    for next in start..<(place - 1) { short.append(bytes[next]) }
                    return String(decoding: short, as: UTF8.self) + "…"
                }
            }
            if !short.isEmpty {
                if short.count + (place - start) + 1 > limit { return String(decoding: short, as: UTF8.self) + " …" }
                short.append(0x20)
            }
            for next in start..<place { short.append(bytes[next]) }
        }
        return String(decoding: short, as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}

/// Short forms of long texts, for sentences.
enum Excerpt {
    /// The text in one line, cut at a word where it is longer than `limit` characters.
    static func short(_ text: String, limit: Int = 90) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        var short = ""
        for word in words {
            if short.count + word.count + 1 > limit, !short.isEmpty { return short + " …" }
            short += (short.isEmpty ? "" : " ") + word
        }
        return short.count > limit * 2 ? short.prefix(limit) + "…" : short
    }
}

/// The text of a block of HTML: without tags and comments, references resolved.
enum HTMLText {
    /// Reads the text of a block into `text`; a tag that sets an anchor gives it.
    ///
    /// One pass.
    static func read(_ source: Bytes, _ range: Range<Int>, into text: inout InlineText) {
        let end = range.upperBound
        var place = range.lowerBound
        while place < end {
            let byte = source[place]
            if byte == Byte.ampersand,
                case .character(let scalar, let next) = Entity.read(source, at: place, before: end)
            {
                text.bytes.append(contentsOf: Array(String(scalar).utf8))
                place = next
                continue
            }
            guard byte == Byte.less, place + 1 < end else {
                text.bytes.append(byte)
                place += 1
                continue
            }
            if source.has("<!--", at: place, before: end) {
                place = source.find("-->", from: place + 4, to: end).map { $0 + 3 } ?? end
            } else if source[place + 1].isLetter || "/!?".utf8.contains(source[place + 1]) {
                place = readTag(source, at: place, to: end, into: &text)
            } else {
                text.bytes.append(byte)
                place += 1
            }
        }
    }

    private static func readTag(_ source: Bytes, at place: Int, to end: Int, into text: inout InlineText) -> Int {
        let close =
            HTMLTag.endOfOpenTag(source, at: place, to: end)
            ?? source[place..<end].firstIndex(of: Byte.greater).map { $0 + 1 } ?? end
        if text.anchor == nil { text.anchor = HTMLTag.anchor(source, at: place, to: close) }
        let name = String(decoding: HTMLTag.name(source, at: place + 1, to: min(close, place + 16)), as: UTF8.self)
        if name == "script" || name == "style" {
            let tail =
                name == "script"
                ? source.find("</script", from: close, to: end) : source.find("</style", from: close, to: end)
            return tail ?? end
        }
        // Tags of phrases stand inside words; any other parts them.
        if !["a", "b", "i", "u", "em", "strong", "span", "sup", "sub", "code", "abbr", "small", "mark"].contains(name) {
            let isClosingPhrase = source[place + 1] == Byte.slash
            text.bytes.append(
                contentsOf: isClosingPhrase && isPhrase(source, at: place + 2, to: close) ? [] : [Byte.space])
        }
        return close
    }

    private static func isPhrase(_ source: Bytes, at place: Int, to end: Int) -> Bool {
        let name = String(decoding: HTMLTag.name(source, at: min(place, end), to: end), as: UTF8.self)
        return ["a", "b", "i", "u", "em", "strong", "span", "sup", "sub", "code", "abbr", "small", "mark"].contains(
            name)
    }
}

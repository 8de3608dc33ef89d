/// An attribute list as pandoc and kramdown write it at the end of a heading or paragraph: `{#scope .wide}`, `{: #scope}`.
struct AttributeList {
    /// Where it begins in the bytes.
    let start: Int
    /// The id it gives, without `#`.
    let id: String?

    /// Reads the list that ends a range; nil where there is none, or what stands in braces is no attribute list.
    init?(endOf bytes: Bytes, in range: Range<Int>) {
        guard !range.isEmpty, bytes[range.upperBound - 1] == Byte.closeBrace else { return nil }
        // An attribute list is short; the limit keeps a text full of braces linear.
        let floor = max(range.lowerBound, range.upperBound - 512)
        guard let start = bytes[floor..<range.upperBound].lastIndex(of: Byte.openBrace),
            start == range.lowerBound || bytes[start - 1] != Byte.openBrace
        else { return nil }
        var content = start + 1
        let isMarked = bytes[content] == Byte.colon
        if isMarked { content += 1 }
        var id: String?
        var isEmpty = true
        for token in Self.tokens(bytes, content..<(range.upperBound - 1)) where !token.isEmpty {
            let first = bytes[token.lowerBound]
            isEmpty = false
            if first == Byte.hash, token.count > 1 {
                id = id ?? String(decoding: bytes[token.dropFirst()], as: UTF8.self)
            } else if first == Byte.dot, token.count > 1 {
                continue
            } else if bytes[token].contains(Byte.equals), first.isLetter {
                continue
            } else if isMarked || (token.count == 1 && first == Byte.dash) {
                continue
            } else {
                return nil
            }
        }
        guard !isEmpty || isMarked else { return nil }
        self.start = start
        self.id = id
    }

    /// The parts of a list, parted by white space outside quotes.
    private static func tokens(_ bytes: Bytes, _ content: Range<Int>) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        var start = content.lowerBound
        var quote: UInt8?
        for place in content {
            let byte = bytes[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == Byte.quote || byte == Byte.apostrophe {
                quote = byte
            } else if byte.isWhiteSpace {
                tokens.append(start..<place)
                start = place + 1
            }
        }
        tokens.append(start..<content.upperBound)
        return tokens
    }
}

/// An attribute list as pandoc and kramdown write it at the end of a heading or paragraph: `{#scope .wide}`, `{: #scope}`.
struct AttributeList {
    /// Where it begins in the bytes.
    let start: Int
    /// The id it gives, without `#`.
    let id: String?

    /// Reads the list that ends the bytes; nil where there is none, or what stands in braces is no attribute list.
    init?(endOf bytes: [UInt8]) {
        guard bytes.last == Byte.closeBrace else { return nil }
        // An attribute list is short; the limit keeps a text full of braces linear.
        let floor = max(0, bytes.count - 512)
        guard let start = bytes[floor...].lastIndex(of: Byte.openBrace),
            start == 0 || bytes[start - 1] != Byte.openBrace
        else { return nil }
        var content = bytes[(start + 1)..<(bytes.count - 1)]
        let isMarked = content.first == Byte.colon
        if isMarked { content = content.dropFirst() }
        var id: String?
        var isEmpty = true
        for token in Self.tokens(content) {
            guard let first = token.first else { continue }
            isEmpty = false
            if first == Byte.hash, token.count > 1 {
                id = id ?? String(decoding: token.dropFirst(), as: UTF8.self)
            } else if first == UInt8(ascii: "."), token.count > 1 || isMarked {
                continue
            } else if token.contains(Byte.equals), first.isLetter {
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
    private static func tokens(_ content: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var tokens: [ArraySlice<UInt8>] = []
        var start = content.startIndex
        var quote: UInt8?
        for place in content.indices {
            let byte = content[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == Byte.quote || byte == Byte.apostrophe {
                quote = byte
            } else if byte.isWhiteSpace {
                tokens.append(content[start..<place])
                start = place + 1
            }
        }
        tokens.append(content[start...])
        return tokens
    }
}

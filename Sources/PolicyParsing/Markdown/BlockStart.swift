/// What a line begins, by CommonMark's rules for the starts of blocks.
enum BlockStart {
    /// A list marker: where its content begins, as a column counted from the marker, and whether it may interrupt a paragraph.
    struct Marker {
        /// How many bytes the marker itself takes (`-`: 1, `12.`: 3).
        let width: Int
        /// Whether it may interrupt a paragraph: it has content, and a number is 1.
        let interrupts: Bool
        /// Whether nothing but white space follows.
        let isEmpty: Bool
    }

    /// The level of the heading that `#` marks at `place` make; nil where they make none.
    static func headingLevel(_ source: Bytes, at place: Int, to end: Int) -> Int? {
        var next = place
        while next < end, source[next] == Byte.hash { next += 1 }
        let level = next - place
        guard (1...6).contains(level), next == end || source[next] == Byte.space || source[next] == Byte.tab else {
            return nil
        }
        return level
    }

    /// The length and byte of the code fence at `place`; nil where there is none.
    static func fence(_ source: Bytes, at place: Int, to end: Int) -> (byte: UInt8, length: Int)? {
        guard place < end, source[place] == Byte.backtick || source[place] == Byte.tilde else { return nil }
        var next = place
        while next < end, source[next] == source[place] { next += 1 }
        guard next - place >= 3 else { return nil }
        if source[place] == Byte.backtick, source[next..<end].contains(Byte.backtick) { return nil }
        return (source[place], next - place)
    }

    /// Whether the line closes a fence.
    static func closes(_ fence: (byte: UInt8, length: Int), _ source: Bytes, at place: Int, to end: Int) -> Bool {
        var next = place
        while next < end, source[next] == fence.byte { next += 1 }
        return next - place >= fence.length && source[next..<end].allSatisfy { $0 == Byte.space || $0 == Byte.tab }
    }

    /// Whether the line is a thematic break: three or more of `-`, `*` or `_` and nothing else but white space.
    static func isThematicBreak(_ source: Bytes, at place: Int, to end: Int) -> Bool {
        let byte = source[place]
        guard byte == Byte.dash || byte == Byte.asterisk || byte == Byte.underscore else { return false }
        var count = 0
        for next in place..<end {
            if source[next] == byte {
                count += 1
            } else if source[next] != Byte.space, source[next] != Byte.tab {
                return false
            }
        }
        return count >= 3
    }

    /// The level of the heading that the line underlines (`===` 1, `---` 2); nil where it is no underline.
    static func underlineLevel(_ source: Bytes, at place: Int, to end: Int) -> Int? {
        let byte = source[place]
        guard byte == Byte.equals || byte == Byte.dash else { return nil }
        var next = place
        while next < end, source[next] == byte { next += 1 }
        while next < end, source[next] == Byte.space || source[next] == Byte.tab { next += 1 }
        return next == end ? (byte == Byte.equals ? 1 : 2) : nil
    }

    /// The list marker at `place`; nil where there is none.
    ///
    /// A thematic break has to be ruled out before.
    static func marker(_ source: Bytes, at place: Int, to end: Int) -> Marker? {
        var next = place
        var number = 0
        switch source[place] {
        case Byte.dash, Byte.plus, Byte.asterisk:
            next += 1
            number = 1
        case Byte.zero...Byte.nine:
            while next < end, source[next].isDigit, next - place < 9 {
                number = number * 10 + Int(source[next] - Byte.zero)
                next += 1
            }
            guard next < end, source[next] == Byte.dot || source[next] == Byte.closeParenthesis else { return nil }
            next += 1
        default: return nil
        }
        let width = next - place
        guard next == end || source[next] == Byte.space || source[next] == Byte.tab else { return nil }
        while next < end, source[next] == Byte.space || source[next] == Byte.tab { next += 1 }
        return Marker(width: width, interrupts: next < end && number == 1, isEmpty: next == end)
    }

    /// How an HTML block ends.
    enum HTMLEnd {
        /// At the line that holds the text.
        case text(StaticString)
        /// At one of the closing tags of `script`, `pre` and `style`.
        case rawTextTag
        /// At a blank line.
        case blankLine
    }

    /// How the HTML block that begins at `place` ends, with whether it may interrupt a paragraph; nil where none begins.
    static func html(_ source: Bytes, at place: Int, to end: Int) -> (end: HTMLEnd, interrupts: Bool)? {
        guard place + 1 < end, source[place] == Byte.less else { return nil }
        if source.has("<!--", at: place, before: end) { return (.text("-->"), true) }
        if source[place + 1] == Byte.question { return (.text("?>"), true) }
        if source.has("<![CDATA[", at: place, before: end) { return (.text("]]>"), true) }
        if source[place + 1] == Byte.bang {
            return place + 2 < end && source[place + 2] &- UInt8(ascii: "A") < 26 ? (.text(">"), true) : nil
        }
        let isClosing = source[place + 1] == Byte.slash
        let nameStart = place + (isClosing ? 2 : 1)
        guard nameStart < end, source[nameStart].isLetter else { return nil }
        let name = HTMLTag.name(source, at: nameStart, to: min(end, nameStart + 16))
        let afterName = nameStart + name.count
        let isDelimited = afterName == end || source[afterName].isWhiteSpace || source[afterName] == Byte.greater
        let tag = String(decoding: name, as: UTF8.self)
        if !isClosing, isDelimited, ["script", "pre", "style"].contains(tag) { return (.rawTextTag, true) }
        if blockTags.contains(tag), isDelimited || source.has("/>", at: afterName, before: end) {
            return (.blankLine, true)
        }
        // Any other tag begins a block where it stands alone on its line.
        let afterTag: Int?
        if isClosing {
            let close = source[afterName..<end].firstIndex { !$0.isWhiteSpace }
            afterTag = close.flatMap { source[$0] == Byte.greater ? $0 + 1 : nil }
        } else {
            afterTag = HTMLTag.endOfOpenTag(source, at: place, to: end)
        }
        guard let afterTag, source[afterTag..<end].allSatisfy(\.isWhiteSpace) else { return nil }
        return (.blankLine, false)
    }

    /// The tags that make a block of their own (CommonMark 0.29, HTML blocks, start condition 6).
    private static let blockTags: Set<String> = [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup",
        "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend",
        "li", "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param",
        "section", "source", "title", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr",
        "track", "ul",
    ]
}

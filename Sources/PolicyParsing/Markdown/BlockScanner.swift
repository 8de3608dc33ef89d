/// Cuts a text into blocks at places where nothing can be open, in one pass.
///
/// A blank line ends a paragraph, a quote and a table; a list goes on over blank lines while lines are indented as far as
/// its items' content; a fence and some HTML go on to their own end. See CommonMark 0.29, "Parsing strategy".
struct BlockScanner {
    private let source: Bytes
    private var place: Int
    private var line: Int

    /// Scans from an offset that begins a line.
    init(_ source: Bytes, from start: Int, line: Int) {
        self.source = source
        self.place = start
        self.line = line
    }

    /// Returns the next block; nil at the end.
    mutating func next() -> Block? {
        var current: Line
        repeat {
            guard place < source.count else { return nil }
            current = Line(source, at: place)
            if current.isBlank { advance(over: current) }
        } while current.isBlank
        if current.indent >= 4 { return code(from: current) }
        let byte = source[current.first]
        switch byte {
        case Byte.hash:
            if let level = BlockStart.headingLevel(source, at: current.first, to: current.end) {
                return heading(current, level: level)
            }
        case Byte.greater:
            return quote(from: current)
        case Byte.backtick, Byte.tilde:
            if let fence = BlockStart.fence(source, at: current.first, to: current.end) {
                return fenced(from: current, fence)
            }
        case Byte.less:
            if let html = BlockStart.html(source, at: current.first, to: current.end) {
                return self.html(from: current, html.end)
            }
        case Byte.dash, Byte.asterisk, Byte.underscore, Byte.plus, Byte.zero...Byte.nine:
            if BlockStart.isThematicBreak(source, at: current.first, to: current.end) {
                let block = Block(.thematicBreak, whole: current.start..<current.end, line: line, lastLine: line)
                advance(over: current)
                return block
            }
            if let marker = BlockStart.marker(source, at: current.first, to: current.end) {
                return list(from: current, marker)
            }
        default: break
        }
        return paragraph(from: current)
    }

    private mutating func advance(over current: Line) {
        place = current.end + 1
        line += 1
    }

    private mutating func heading(_ current: Line, level: Int) -> Block {
        var start = current.first + level
        var end = current.end
        while start < end, source[start].isWhiteSpace { start += 1 }
        while end > start, source[end - 1].isWhiteSpace { end -= 1 }
        // A closing run of # counts only after white space.
        var close = end
        while close > start, source[close - 1] == Byte.hash { close -= 1 }
        if close == start || source[close - 1].isWhiteSpace { end = close }
        let block = Block(
            .heading(level: level), whole: current.start..<current.end, content: start..<max(start, end), line: line,
            lastLine: line)
        advance(over: current)
        return block
    }

    private mutating func paragraph(from first: Line) -> Block {
        let firstLine = line
        var end = first.end
        var isTable = false
        advance(over: first)
        while place < source.count {
            let current = Line(source, at: place)
            if current.isBlank { break }
            if current.indent < 4 {
                if let level = BlockStart.underlineLevel(source, at: current.first, to: current.end), !isTable {
                    advance(over: current)
                    return Block(
                        .paragraph(underline: level), whole: first.start..<current.end, content: first.first..<end,
                        line: firstLine, lastLine: line - 1)
                }
                if interruptsParagraph(current) { break }
                isTable = isTable || isDelimiterRow(current)
            }
            end = current.end
            advance(over: current)
        }
        let kind: Block.Kind = isTable ? .table : .paragraph(underline: nil)
        return Block(
            kind, whole: first.start..<end, content: first.first..<end, line: firstLine, lastLine: line - 1)
    }

    /// Whether the line begins a block that a paragraph cannot go on over.
    private func interruptsParagraph(_ current: Line) -> Bool {
        switch source[current.first] {
        case Byte.hash: BlockStart.headingLevel(source, at: current.first, to: current.end) != nil
        case Byte.greater: true
        case Byte.backtick, Byte.tilde: BlockStart.fence(source, at: current.first, to: current.end) != nil
        case Byte.less: BlockStart.html(source, at: current.first, to: current.end)?.interrupts == true
        case Byte.dash, Byte.asterisk, Byte.underscore, Byte.plus, Byte.zero...Byte.nine:
            BlockStart.isThematicBreak(source, at: current.first, to: current.end)
                || BlockStart.marker(source, at: current.first, to: current.end)?.interrupts == true
        default: false
        }
    }

    /// Whether the line may be the row of dashes under a table's header.
    private func isDelimiterRow(_ current: Line) -> Bool {
        switch source[current.first] {
        case Byte.pipe, Byte.dash, Byte.colon: break
        default: return false
        }
        var hasDash = false
        for byte in source[current.first..<current.end] {
            switch byte {
            case Byte.dash: hasDash = true
            case Byte.pipe, Byte.colon, Byte.space, Byte.tab, 11, 12: break
            default: return false
            }
        }
        return hasDash
    }

    private mutating func quote(from first: Line) -> Block {
        let firstLine = line
        var end = first.end
        advance(over: first)
        while place < source.count {
            let current = Line(source, at: place)
            if current.isBlank { break }
            if current.indent < 4, source[current.first] != Byte.greater, interruptsParagraph(current) { break }
            end = current.end
            advance(over: current)
        }
        return Block(.quote, whole: first.start..<end, line: firstLine, lastLine: line - 1)
    }

    private mutating func list(from first: Line, _ marker: BlockStart.Marker) -> Block {
        let firstLine = line
        var contentColumn = Self.contentColumn(source, first, marker)
        var end = first.end
        var lastLine = line
        var afterBlank = false
        advance(over: first)
        while place < source.count {
            let current = Line(source, at: place)
            if current.isBlank {
                afterBlank = true
                advance(over: current)
                continue
            }
            if current.indent < contentColumn {
                if current.indent < 4, !BlockStart.isThematicBreak(source, at: current.first, to: current.end),
                    let marker = BlockStart.marker(source, at: current.first, to: current.end)
                {
                    contentColumn = Self.contentColumn(source, current, marker)
                } else if afterBlank || (current.indent < 4 && interruptsParagraph(current)) {
                    break
                }
            }
            afterBlank = false
            end = current.end
            lastLine = line
            advance(over: current)
        }
        return Block(.list, whole: first.start..<end, line: firstLine, lastLine: lastLine)
    }

    /// The column where the content of an item begins, for the line that its marker opens.
    static func contentColumn(_ source: Bytes, _ current: Line, _ marker: BlockStart.Marker) -> Int {
        let afterMarker = current.indent + marker.width
        if marker.isEmpty { return afterMarker + 1 }
        var column = afterMarker
        var place = current.first + marker.width
        while source[place] == Byte.space || source[place] == Byte.tab {
            column += source[place] == Byte.tab ? 4 - column & 3 : 1
            place += 1
        }
        // Five columns or more begin indented code inside the item.
        return column - afterMarker >= 5 ? afterMarker + 1 : column
    }

    private mutating func code(from first: Line) -> Block {
        let firstLine = line
        var end = first.end
        var lastLine = line
        advance(over: first)
        while place < source.count {
            let current = Line(source, at: place)
            if !current.isBlank {
                if current.indent < 4 { break }
                end = current.end
                lastLine = line
            }
            advance(over: current)
        }
        return Block(.code, whole: first.start..<end, line: firstLine, lastLine: lastLine)
    }

    private mutating func fenced(from first: Line, _ fence: (byte: UInt8, length: Int)) -> Block {
        let firstLine = line
        var end = first.end
        var lastLine = line
        advance(over: first)
        while place < source.count {
            let current = Line(source, at: place)
            // Blank lines before the end of the text are not part of a fence that never closes.
            if !current.isBlank {
                end = current.end
                lastLine = line
            }
            advance(over: current)
            if current.indent < 4, BlockStart.closes(fence, source, at: current.first, to: current.end) { break }
        }
        return Block(.code, whole: first.start..<end, line: firstLine, lastLine: lastLine)
    }

    private mutating func html(from first: Line, _ ending: BlockStart.HTMLEnd) -> Block {
        let firstLine = line
        var end = first.start
        while place < source.count {
            let current = Line(source, at: place)
            if case .blankLine = ending, current.isBlank { break }
            end = current.end
            advance(over: current)
            if holdsEnd(ending, current) { break }
        }
        return Block(.html, whole: first.start..<end, line: firstLine, lastLine: line - 1)
    }

    private func holdsEnd(_ ending: BlockStart.HTMLEnd, _ current: Line) -> Bool {
        switch ending {
        case .blankLine: false
        case .text(let text): source.find(text, from: current.first, to: current.end) != nil
        case .rawTextTag:
            source.find("</script>", from: current.first, to: current.end) != nil
                || source.find("</pre>", from: current.first, to: current.end) != nil
                || source.find("</style>", from: current.first, to: current.end) != nil
        }
    }
}

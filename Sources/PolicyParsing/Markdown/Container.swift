/// What stands in a list item or a quote, as a text of its own.
struct Container {
    /// The item's marker; empty for a quote.
    let marker: String
    /// The text inside, without the indentation or the `>` that put it there.
    let content: [UInt8]
    /// The line of its first byte.
    let line: Int

    /// Returns the outermost items of a list.
    static func items(of block: Block, in source: Bytes) -> [Container] {
        var items: [Container] = []
        var marker = ""
        var content: [UInt8] = []
        var firstLine = block.line
        var column = Int.max
        var place = block.whole.lowerBound
        var line = block.line
        while place < block.whole.upperBound {
            let current = Line(source, at: place)
            if !current.isBlank, current.indent < column, current.indent < 4,
                let start = BlockStart.marker(source, at: current.first, to: current.end)
            {
                if line > block.line { items.append(Container(marker: marker, content: content, line: firstLine)) }
                column = BlockScanner.contentColumn(source, current, start)
                let markerEnd = current.first + start.width
                marker = String(decoding: source[current.first..<markerEnd], as: UTF8.self)
                content.removeAll()
                firstLine = line
                append(
                    source, from: markerEnd, column: current.indent + start.width, to: current.end, without: column,
                    &content)
            } else {
                append(source, from: current.start, column: 0, to: current.end, without: column, &content)
            }
            place = current.end + 1
            line += 1
        }
        items.append(Container(marker: marker, content: content, line: firstLine))
        return items
    }

    /// Returns what a quote holds; lines without `>` go on a paragraph and stay as they are.
    static func quote(_ block: Block, in source: Bytes) -> Container {
        var content: [UInt8] = []
        var place = block.whole.lowerBound
        while place < block.whole.upperBound {
            let current = Line(source, at: place)
            var start = current.start
            if current.indent < 4, !current.isBlank, source[current.first] == Byte.greater {
                start = current.first + 1
                if start < current.end, source[start] == Byte.space { start += 1 }
            }
            content.append(contentsOf: source[start..<current.end])
            content.append(Byte.newline)
            place = current.end + 1
        }
        return Container(marker: "", content: content, line: block.line)
    }

    /// Appends a line without the white space up to a column; tabs that reach beyond it become spaces.
    private static func append(
        _ source: Bytes, from start: Int, column: Int, to end: Int, without target: Int, _ content: inout [UInt8]
    ) {
        var place = start
        var reached = column
        while place < end, reached < target, source[place] == Byte.space || source[place] == Byte.tab {
            reached += source[place] == Byte.tab ? 4 - reached & 3 : 1
            place += 1
        }
        if reached > target { content.append(contentsOf: repeatElement(Byte.space, count: reached - target)) }
        content.append(contentsOf: source[place..<end])
        content.append(Byte.newline)
    }
}

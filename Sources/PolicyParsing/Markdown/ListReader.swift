import PolicyModel

/// Reads lists of the plain kind that policies are made of: items of paragraphs, nested to any depth.
///
/// Items that hold anything else (code, quotes, headings, tables, HTML) are not read here: `read` returns nil and cmark-gfm
/// reads the whole list. Follows CommonMark 0.29, "List items", and works line by line with a stack of open items.
struct ListReader {
    /// Deeper lists than this are read as text.
    static let depthLimit = 100

    /// A paragraph of an item.
    struct Paragraph {
        /// How deep its item stands, from 1.
        let depth: Int
        /// The marker of the item where this is the paragraph that the item begins with; nil for a further one.
        let marker: Range<Int>?
        /// Its bytes, over several lines; empty where the item begins with another list.
        var content: Range<Int>
        /// Its first line.
        let line: Int
        /// Its last line.
        var lastLine: Int
    }

    private let source: Bytes
    private let definitionsMayBegin: Bool
    private var columns: [Int] = []
    private var paragraphs: [Paragraph] = []
    private var isParagraphOpen = false
    private var marker: Range<Int>?

    /// Makes a reader of one block.
    ///
    /// - Parameter definitionsMayBegin: whether a paragraph that begins with `[` may define a link target.
    init(_ source: Bytes, definitionsMayBegin: Bool) {
        self.source = source
        self.definitionsMayBegin = definitionsMayBegin
    }

    /// Returns the paragraphs of the items in order; nil where the list needs cmark-gfm.
    mutating func read(_ block: Block) -> [Paragraph]? {
        var place = block.whole.lowerBound
        var line = block.line
        var afterBlank = false
        while place < block.whole.upperBound {
            let current = Line(source, at: place)
            if current.isBlank {
                afterBlank = true
                isParagraphOpen = false
            } else {
                guard !source[current.start..<current.first].contains(Byte.tab), readLine(current, line, afterBlank)
                else { return nil }
                afterBlank = false
            }
            place = current.end + 1
            line += 1
        }
        return paragraphs
    }

    private mutating func readLine(_ current: Line, _ line: Int, _ afterBlank: Bool) -> Bool {
        var matched = columns.count
        while matched > 0, columns[matched - 1] > current.indent { matched -= 1 }
        var column = current.indent
        var first = current.first
        // Markers may follow each other on one line: "1. - text".
        while true {
            let inner = matched > 0 ? columns[matched - 1] : 0
            let isIndented = column - inner >= 4
            if isIndented, !isParagraphOpen { return false }
            guard !isIndented, let start = BlockStart.marker(source, at: first, to: current.end) else { break }
            if BlockStart.isThematicBreak(source, at: first, to: current.end) { return false }
            if isParagraphOpen, matched == columns.count, !start.interrupts { break }
            guard !start.isEmpty, matched < Self.depthLimit, marker == nil else { return false }
            columns.removeSubrange(matched...)
            let markerEnd = first + start.width
            marker = first..<markerEnd
            first = markerEnd
            column += start.width
            let afterMarker = column
            while source[first] == Byte.space {
                first += 1
                column += 1
            }
            guard source[first] != Byte.tab, column - afterMarker < 5 else { return false }
            columns.append(column)
            matched += 1
            isParagraphOpen = false
            if let outer = marker, BlockStart.marker(source, at: first, to: current.end) != nil {
                paragraphs.append(
                    Paragraph(depth: matched, marker: outer, content: first..<first, line: line, lastLine: line))
                marker = nil
            }
        }
        if isOtherBlock(first, current) { return false }
        if isParagraphOpen, marker == nil {
            paragraphs[paragraphs.count - 1].content = paragraphs[paragraphs.count - 1].content.lowerBound..<current.end
            paragraphs[paragraphs.count - 1].lastLine = line
            return true
        }
        guard matched > 0 else { return false }
        if definitionsMayBegin, source[first] == Byte.openBracket { return false }
        columns.removeSubrange(matched...)
        paragraphs.append(
            Paragraph(depth: matched, marker: marker, content: first..<current.end, line: line, lastLine: line))
        marker = nil
        isParagraphOpen = true
        return true
    }

    /// Whether the line holds, or may hold, a block other than a paragraph.
    private func isOtherBlock(_ first: Int, _ current: Line) -> Bool {
        switch source[first] {
        case Byte.hash: BlockStart.headingLevel(source, at: first, to: current.end) != nil
        case Byte.greater, Byte.pipe: true
        case Byte.colon: source[first..<current.end].allSatisfy { ":-| \t".utf8.contains($0) }
        case Byte.backtick, Byte.tilde: BlockStart.fence(source, at: first, to: current.end) != nil
        case Byte.less: BlockStart.html(source, at: first, to: current.end) != nil
        case Byte.equals: BlockStart.underlineLevel(source, at: first, to: current.end) != nil
        case Byte.dash: source[first..<current.end].allSatisfy { ":-| \t".utf8.contains($0) }
        case Byte.asterisk, Byte.underscore: BlockStart.isThematicBreak(source, at: first, to: current.end)
        default: false
        }
    }
}

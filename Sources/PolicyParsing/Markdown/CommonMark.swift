import CCommonMark
import PolicyModel
import Synchronization

/// cmark-gfm: reads what the readers of this room leave to it.
///
/// The only file that meets the library.
///
/// Nodes are walked with the library's iterator and a stack of our own, so that nesting cannot overflow, and everything is
/// freed before the call returns.
struct CommonMark {
    /// A longer block is not given to the library: some of its algorithms take time quadratic in the block's length.
    static let byteLimit = 32_768

    /// The library switches the marks of extensions on and off in tables that all parsers share (`SPECIAL_CHARS` in
    /// inlines.c), so that one block is parsed at a time.
    private static let turn = Mutex(())

    private static let extensions: Void = cmark_gfm_core_extensions_ensure_registered()

    private var builder: DocumentBuilder
    private var text = InlineText()
    private var openMarks: [(style: Span.Style, start: Int)] = []
    private var row = Row()
    private let source: Bytes
    private let lineOffset: Int
    private let repeatsHeader: Bool
    private var lastLine = 0
    private lazy var lineStarts = [0] + source.indices.filter { source[$0] == Byte.newline }.map { $0 + 1 }

    /// The row of a table that is being read.
    private struct Row {
        var header: Int?
        var isHeader = false
        var hasCells = false
    }

    /// Reads a block into a document.
    ///
    /// - Parameters:
    ///   - block: the block, valid UTF-8.
    ///   - builder: where sections and clauses go.
    ///   - lineOffset: the number of the line before the block's first one.
    ///   - header: for a further piece of a large table, which repeats the header, the clause of that header.
    static func read(_ block: Bytes, into builder: inout DocumentBuilder, lineOffset: Int, under header: Int? = nil) {
        var reader = CommonMark(block, builder, lineOffset, header)
        builder = DocumentBuilder()
        reader.parse()
        builder = reader.builder
    }

    private init(_ source: Bytes, _ builder: DocumentBuilder, _ lineOffset: Int, _ header: Int?) {
        self.source = source
        self.builder = builder
        self.lineOffset = lineOffset
        row.header = header
        repeatsHeader = header != nil
    }

    private mutating func parse() {
        _ = Self.extensions
        // The address travels as a number, since the pointer belongs to whoever called.
        let address = Self.turn.withLock { _ in Int(bitPattern: Self.tree(of: source)) }
        guard let tree = OpaquePointer(bitPattern: address) else { return }
        defer { cmark_node_free(tree) }
        guard let iterator = cmark_iter_new(tree) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard let node = cmark_iter_get_node(iterator) else { continue }
            if event == CMARK_EVENT_ENTER { enter(node) } else { exit(node) }
        }
    }

    private static func tree(of source: Bytes) -> OpaquePointer? {
        guard let parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE) else { return nil }
        defer { cmark_parser_free(parser) }
        for name in ["table", "strikethrough", "autolink"] {
            if let syntax = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, syntax) }
        }
        source.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
        return cmark_parser_finish(parser)
    }

    private mutating func enter(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING, CMARK_NODE_PARAGRAPH:
            text.clear()
            openMarks.removeAll()
        case CMARK_NODE_BLOCK_QUOTE: builder.enterQuote()
        case CMARK_NODE_LIST: builder.enterList()
        case CMARK_NODE_ITEM: builder.enterItem(marker: marker(of: node))
        case CMARK_NODE_CODE_BLOCK:
            text.clear()
            appendLiteral(of: node)
            builder.addVerbatim(text.finish(), lines: lines(of: node))
        case CMARK_NODE_HTML_BLOCK:
            text.clear()
            if let literal = cmark_node_get_literal(node) {
                Self.withBytes(of: literal) { HTMLText.read($0, 0..<$0.count, into: &text) }
            }
            builder.addVerbatim(text.finish(), lines: lines(of: node))
        case CMARK_NODE_TEXT: appendLiteral(of: node)
        case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.bytes.append(Byte.space)
        case CMARK_NODE_CODE:
            let start = text.bytes.count
            appendLiteral(of: node)
            text.marks.append(InlineText.Mark(style: .code, start: start, end: text.bytes.count))
        case CMARK_NODE_HTML_INLINE: addTag(node)
        case CMARK_NODE_EMPH: openMarks.append((.emphasis, text.bytes.count))
        case CMARK_NODE_STRONG: openMarks.append((.strong, text.bytes.count))
        case CMARK_NODE_LINK: openMarks.append((.link(target: Self.string(cmark_node_get_url(node))), text.bytes.count))
        case CMARK_NODE_IMAGE:
            openMarks.append((.image(source: Self.string(cmark_node_get_url(node))), text.bytes.count))
        default: enterExtension(node)
        }
    }

    private mutating func exit(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING:
            let level = Int(cmark_node_get_heading_level(node))
            builder.addHeading(text.finish(), level: level, lines: lines(of: node))
        case CMARK_NODE_PARAGRAPH: builder.addParagraph(text.finish(), lines: lines(of: node))
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST, CMARK_NODE_ITEM: builder.leave()
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE: closeMark()
        default: exitExtension(node)
        }
    }

    private mutating func closeMark() {
        guard let mark = openMarks.popLast() else { return }
        text.marks.append(InlineText.Mark(style: mark.style, start: mark.start, end: text.bytes.count))
    }

    // MARK: Extensions: their node types have no public names

    private mutating func enterExtension(_ node: OpaquePointer) {
        switch Self.string(cmark_node_get_type_string(node)) {
        case "strikethrough": openMarks.append((.strikethrough, text.bytes.count))
        case "table" where !repeatsHeader: row.header = nil
        case "table_row", "table_header":
            text.clear()
            openMarks.removeAll()
            row.isHeader = cmark_gfm_extensions_get_table_row_is_header(node) != 0
            row.hasCells = false
        case "table_cell":
            if row.hasCells { text.bytes.append(contentsOf: Array(" | ".utf8)) }
            row.hasCells = true
        default: break
        }
    }

    private mutating func exitExtension(_ node: OpaquePointer) {
        switch Self.string(cmark_node_get_type_string(node)) {
        case "strikethrough": closeMark()
        case "table_row", "table_header": addRow(node)
        default: break
        }
    }

    private mutating func addRow(_ node: OpaquePointer) {
        if row.isHeader, repeatsHeader { return }
        let index = builder.addRow(
            text.finish(), header: row.header, isHeader: row.isHeader, lines: lines(of: node))
        if row.isHeader { row.header = index }
    }

    // MARK: Leaves

    private mutating func addTag(_ node: OpaquePointer) {
        guard let literal = cmark_node_get_literal(node) else { return }
        Self.withBytes(of: literal) { tag in
            guard tag.count > 1, tag[1].isLetter else { return }
            if HTMLTag.name(tag, at: 1, to: tag.count).elementsEqual("br".utf8) { text.bytes.append(Byte.space) }
            if text.anchor == nil { text.anchor = HTMLTag.anchor(tag, at: 0, to: tag.count) }
        }
    }

    private mutating func appendLiteral(of node: OpaquePointer) {
        guard let literal = cmark_node_get_literal(node) else { return }
        Self.withBytes(of: literal) { text.bytes.append(contentsOf: $0) }
    }

    /// The marker as written, read from the source: the library keeps only its kind.
    private mutating func marker(of node: OpaquePointer) -> String {
        let line = Int(cmark_node_get_start_line(node)) - 1
        guard lineStarts.indices.contains(line) else { return "-" }
        let place = lineStarts[line] + Int(cmark_node_get_start_column(node)) - 1
        guard source.indices.contains(place),
            let marker = BlockStart.marker(source, at: place, to: source.endOfLine(from: place, to: source.count))
        else { return "-" }
        return String(decoding: source[place..<(place + marker.width)], as: UTF8.self)
    }

    /// The lines of a block.
    ///
    /// The library counts the blank line after an underlined heading in a list item, and knows no line for a paragraph
    /// that a table was cut from.
    private mutating func lines(of node: OpaquePointer) -> LineRange {
        var first = Int(cmark_node_get_start_line(node))
        if first < 1 { first = lastLine + 1 }
        var last = Int(cmark_node_get_end_line(node))
        while last > first, lineStarts.indices.contains(last - 1), Line(source, at: lineStarts[last - 1]).isBlank {
            last -= 1
        }
        lastLine = max(first, last)
        return LineRange(lineOffset + first, lineOffset + last)
    }

    private static func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }

    private static func withBytes(of text: UnsafePointer<CChar>, _ body: (Bytes) -> Void) {
        var count = 0
        while text[count] != 0 { count += 1 }
        text.withMemoryRebound(to: UInt8.self, capacity: count) { body(Bytes(start: $0, count: count)) }
    }
}

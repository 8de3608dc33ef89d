import CCommonMark
import PolicyModel
import Synchronization

/// cmark-gfm: reads what the readers of this room leave to it. The only file that meets the library.
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
    private var frames: [Frame]
    private var openMarks: [(style: Span.Style, start: Int)] = []
    private var row = Row()
    private let source: Bytes
    private let lineOffset: Int
    private let headerRow: Int?
    private lazy var lineStarts = [0] + source.indices.filter { source[$0] == Byte.newline }.map { $0 + 1 }

    /// A container that is open.
    private struct Frame {
        /// Nil for containers that are no items.
        var item: (depth: Int, marker: String, isOrdered: Bool)?
        /// The clause of the item.
        var clause: Int?
        /// Whether a block has been met in it.
        var hasContent = false
        /// The clause that leads a list which stands next.
        var lead: Int?
    }

    private struct Row {
        var header: Int?
        var isHeader = false
        var hasCells = false
        var hasText = false
    }

    /// What is known of the text around a block.
    struct Surroundings {
        /// The number of the line before the block's first one.
        let lineOffset: Int
        /// The clause that leads a list at the block's beginning.
        var lead: Int?
        /// For a further piece of a large table, the clause of its header row, which the piece repeats.
        var headerRow: Int?
    }

    /// Reads a block into a document; returns the clause that leads a list which may follow.
    static func read(_ block: Bytes, into builder: inout DocumentBuilder, _ surroundings: Surroundings) -> Int? {
        var reader = CommonMark(block, builder, surroundings)
        reader.parse()
        builder = reader.builder
        return reader.frames.first?.lead
    }

    private init(_ source: Bytes, _ builder: DocumentBuilder, _ surroundings: Surroundings) {
        self.source = source
        self.builder = builder
        lineOffset = surroundings.lineOffset
        headerRow = surroundings.headerRow
        frames = [Frame(lead: surroundings.lead)]
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
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_LIST:
            frames.append(Frame(lead: cmark_node_get_type(node) == CMARK_NODE_LIST ? frames.last?.lead : nil))
        case CMARK_NODE_ITEM:
            let depth = (frames.last { $0.item != nil }?.item?.depth ?? 0) + 1
            let isOrdered = cmark_node_get_list_type(cmark_node_parent(node)) == CMARK_ORDERED_LIST
            frames.append(Frame(item: (depth, marker(of: node), isOrdered), lead: frames.last?.lead))
        case CMARK_NODE_CODE_BLOCK:
            text.clear()
            appendLiteral(of: node)
            addVerbatim(node)
        case CMARK_NODE_HTML_BLOCK:
            text.clear()
            if let literal = cmark_node_get_literal(node) {
                Self.withBytes(of: literal) { HTMLText.read($0, 0..<$0.count, into: &text) }
            }
            addVerbatim(node)
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
        case CMARK_NODE_IMAGE: openMarks.append((.image(source: Self.string(cmark_node_get_url(node))), text.bytes.count))
        default: enterExtension(node)
        }
    }

    private mutating func exit(_ node: OpaquePointer) {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING: addHeading(node)
        case CMARK_NODE_PARAGRAPH: addParagraph(node)
        case CMARK_NODE_BLOCK_QUOTE, CMARK_NODE_ITEM: frames.removeLast()
        case CMARK_NODE_LIST:
            // A list leaves the lead to a list that follows it at once.
            frames.removeLast()
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
        case "table": row = Row(header: headerRow)
        case "table_row", "table_header":
            text.clear()
            openMarks.removeAll()
            row.isHeader = cmark_gfm_extensions_get_table_row_is_header(node) != 0
            row.hasCells = false
            row.hasText = false
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
        case "table": noteContent(lead: nil)
        default: break
        }
    }

    private mutating func addRow(_ node: OpaquePointer) {
        if row.isHeader, headerRow != nil { return }
        let folded = text.folded()
        let isEmpty = folded.bytes.allSatisfy { $0 == Byte.pipe || $0 == Byte.space }
        guard !isEmpty else { return }
        let index = builder.add(
            folded, .tableRow(header: row.isHeader), leadIn: row.isHeader ? nil : row.header, lines: lines(of: node))
        if row.isHeader { row.header = index }
    }

    // MARK: Clauses

    private mutating func addHeading(_ node: OpaquePointer) {
        var prefix = ""
        if let frame = frames.last, let item = frame.item, item.isOrdered, !frame.hasContent { prefix = item.marker }
        builder.addHeading(
            text.folded(), level: Int(cmark_node_get_heading_level(node)), prefix: prefix, lines: lines(of: node))
        for place in frames.indices { frames[place].lead = nil }
        noteContent(lead: nil)
    }

    private mutating func addParagraph(_ node: OpaquePointer) {
        let folded = text.folded()
        let frame = frames[frames.count - 1]
        if let item = frame.item, !frame.hasContent {
            let list = frames.dropLast().last?.lead
            let form = Clause.Form.listItem(depth: item.depth, marker: item.marker)
            guard let index = builder.add(folded, form, leadIn: list, lines: lines(of: node)) else { return }
            frames[frames.count - 1].clause = index
            noteContent(lead: index)
        } else if let index = builder.add(folded, .paragraph, leadIn: frame.clause, lines: lines(of: node)) {
            noteContent(lead: index)
        }
    }

    private mutating func addVerbatim(_ node: OpaquePointer) {
        let frame = frames[frames.count - 1]
        if builder.add(text.folded(), .verbatim, leadIn: frame.clause, lines: lines(of: node)) != nil {
            noteContent(lead: frame.item == nil ? nil : frame.lead)
        }
    }

    private mutating func noteContent(lead: Int?) {
        frames[frames.count - 1].hasContent = true
        frames[frames.count - 1].lead = lead
    }

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

    private func lines(of node: OpaquePointer) -> LineRange {
        LineRange(
            lineOffset + Int(cmark_node_get_start_line(node)), lineOffset + Int(cmark_node_get_end_line(node)))
    }

    private static func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }

    private static func withBytes(of text: UnsafePointer<CChar>, _ body: (Bytes) -> Void) {
        var count = 0
        while text[count] != 0 { count += 1 }
        text.withMemoryRebound(to: UInt8.self, capacity: count) { body(Bytes(start: $0, count: count)) }
    }
}

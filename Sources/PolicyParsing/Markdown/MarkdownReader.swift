import PolicyModel

/// Reads Markdown into a document: the flow of this room from the top down.
///
/// The text is cut into blocks; each is read by the simplest reader that knows it. What the readers of this room do not
/// know goes to cmark-gfm, block by block, so that its quadratic cases stay bounded; a block too large or too tangled for
/// that is kept as plain text.
struct MarkdownReader {
    private let source: Bytes
    private let path: String
    private let definitions: LinkDefinitions
    private var inline: InlineReader
    private var builder = DocumentBuilder()
    /// The paragraph that leads a list which stands next.
    private var lead: Int?
    private(set) var findings: [Finding] = []

    /// Makes a reader of the text from `start` on.
    private init(_ source: Bytes, from start: Int, path: String) {
        self.source = source
        self.path = path
        definitions = LinkDefinitions(source, from: start)
        inline = InlineReader(
            hasDefinitions: !definitions.isEmpty, hasBareHosts: source.find("www.", from: start, to: source.count) != nil)
    }

    /// Reads the text from `start` on, where line `line` begins.
    ///
    /// - Returns: the builder with all sections and clauses, and what was noticed.
    static func read(
        _ source: Bytes, from start: Int, line: Int, path: String
    ) -> (builder: DocumentBuilder, findings: [Finding]) {
        var reader = MarkdownReader(source, from: start, path: path)
        var scanner = BlockScanner(source, from: start, line: line)
        while let block = scanner.next() { reader.read(block) }
        return (reader.builder, reader.findings)
    }

    private mutating func read(_ block: Block) {
        let lines = LineRange(block.line, block.lastLine)
        switch block.kind {
        case .heading(let level):
            guard let text = text(of: block.content) else { return readWithCommonMark(block) }
            builder.addHeading(text, level: level, lines: lines)
            lead = nil
        case .paragraph(let underline):
            if !definitions.isEmpty, source[block.content.lowerBound] == Byte.openBracket { return readWithCommonMark(block) }
            guard let text = text(of: block.content) else { return readWithCommonMark(block) }
            if let underline {
                builder.addHeading(text, level: underline, lines: lines)
                lead = nil
            } else {
                lead = builder.add(text, .paragraph, lines: lines) ?? lead
            }
        case .list: readList(block)
        case .table: readTable(block)
        case .code: readCode(block)
        case .html:
            inline.text.clear()
            HTMLText.read(source, block.whole, into: &inline.text)
            if builder.add(inline.text.folded(), .verbatim, lines: lines) != nil { lead = nil }
        case .other: readWithCommonMark(block)
        case .thematicBreak: break
        }
    }

    /// Reads inline markup; nil where cmark-gfm has to.
    private mutating func text(of range: Range<Int>) -> InlineText.Folded? {
        if Self.isPlain(source, range) {
            return InlineText.finished(Array(source[range]), [], anchor: nil)
        }
        return inline.read(source, from: range.lowerBound, to: range.upperBound) ? inline.text.folded() : nil
    }

    /// Whether the text is its own reading: nothing that could be markup, and no white space to fold.
    private static func isPlain(_ source: Bytes, _ range: Range<Int>) -> Bool {
        var wasSpace = false
        for place in range {
            let byte = source[place]
            if markup.contains(byte) { return false }
            let isSpace = byte == Byte.space
            if isSpace, wasSpace { return false }
            wasSpace = isSpace
        }
        return true
    }

    private static let markup = ByteSet("\n\t\u{B}\u{C}\\*_`&<[]~")

    // MARK: Lists

    private mutating func readList(_ block: Block) {
        let count = builder.clauses.count
        var reader = ListReader(source, definitionsMayBegin: !definitions.isEmpty)
        if let paragraphs = reader.read(block), add(paragraphs) { return }
        builder.removeClauses(from: count)
        guard block.whole.count > CommonMark.byteLimit else { return readWithCommonMark(block) }
        for piece in ListPieces.cut(block, in: source, limit: CommonMark.byteLimit) {
            if piece.whole.count < block.whole.count, piece.whole.count <= CommonMark.byteLimit {
                readList(piece)
            } else {
                keepAsText(piece)
            }
        }
    }

    private mutating func add(_ paragraphs: [ListReader.Paragraph]) -> Bool {
        // The clause that leads the list at each depth, and the clause of the item that is open there.
        var leads: [Int?] = [lead]
        var items: [Int?] = []
        for paragraph in paragraphs {
            guard let text = text(of: paragraph.content) else { return false }
            let lines = LineRange(paragraph.line, paragraph.lastLine)
            while leads.count <= paragraph.depth { leads.append(leads.last ?? nil) }
            while items.count < paragraph.depth { items.append(nil) }
            if let marker = paragraph.marker {
                leads.removeSubrange((paragraph.depth + 1)...)
                items.removeSubrange(paragraph.depth...)
                let form = Clause.Form.listItem(
                    depth: paragraph.depth, marker: String(decoding: source[marker], as: UTF8.self))
                let index = builder.add(text, form, leadIn: leads[paragraph.depth - 1], lines: lines)
                items[paragraph.depth - 1] = index
                leads[paragraph.depth] = index ?? leads[paragraph.depth - 1]
            } else if let index = builder.add(text, .paragraph, leadIn: items[paragraph.depth - 1], lines: lines) {
                leads[paragraph.depth] = index
            }
        }
        return true
    }

    // MARK: Other blocks

    private mutating func readTable(_ block: Block) {
        guard block.whole.count > CommonMark.byteLimit else { return readWithCommonMark(block) }
        guard let table = TablePieces.cut(block, in: source, limit: CommonMark.byteLimit) else { return keepAsText(block) }
        lead = nil
        var header: Int?
        for piece in table {
            let first = builder.clauses.count
            let isCostly = TablePieces.isCostly(piece.bytes)
            if isCostly {
                keepAsText(piece.block)
                continue
            }
            piece.bytes.withUnsafeBufferPointer { bytes in
                let around = CommonMark.Surroundings(lineOffset: piece.lineOffset, headerRow: header)
                _ = CommonMark.read(bytes, into: &builder, around)
            }
            if header == nil { header = builder.clauses[first...].firstIndex { $0.form == .tableRow(header: true) } }
        }
    }

    private mutating func readCode(_ block: Block) {
        let first = Line(source, at: block.whole.lowerBound)
        var content = block.whole
        if first.indent < 4, let fence = BlockStart.fence(source, at: first.first, to: first.end) {
            var end = block.whole.upperBound
            if block.lastLine > block.line {
                let lastStart = (source[block.whole].lastIndex(of: Byte.newline) ?? first.start) + 1
                let last = Line(source, at: lastStart)
                if last.indent < 4, BlockStart.closes(fence, source, at: last.first, to: last.end) { end = lastStart }
            }
            content = min(first.end, end)..<end
        }
        inline.text.clear()
        inline.text.bytes.append(contentsOf: source[content])
        let folded = inline.text.folded()
        if builder.add(folded, .verbatim, lines: LineRange(block.line, block.lastLine)) != nil { lead = nil }
    }

    private mutating func readWithCommonMark(_ block: Block) {
        let bytes = Bytes(rebasing: source[block.whole])
        guard bytes.count <= CommonMark.byteLimit, !Tangle.isTooMuch(bytes, isTable: block.kind == .table)
        else { return keepAsText(block) }
        let around = CommonMark.Surroundings(lineOffset: block.line - 1, lead: lead)
        let referred = definitions.referred(in: source, block.whole)
        // A footnote's text would be taken for a definition of a link, and lost.
        let isNote = bytes.first == Byte.openBracket && bytes.count > 1 && bytes[1] == Byte.caret
        if referred.isEmpty, !isNote {
            lead = CommonMark.read(bytes, into: &builder, around)
        } else {
            let extended = (isNote ? [Byte.backslash] : []) + Array(bytes) + referred
            extended.withUnsafeBufferPointer { lead = CommonMark.read($0, into: &builder, around) }
        }
    }

    /// Keeps a block as text, as it stands: each stretch between blank lines a clause, lines apart where it is long.
    private mutating func keepAsText(_ block: Block) {
        findings.append(
            Finding(
                id: "block-too-large", severity: .warning,
                message: "A block of '\(path)' is too large or too tangled to be read as Markdown; it is compared as plain text.",
                place: Place(path: path, lines: LineRange(block.line, block.lastLine)),
                fix: "Part it with blank lines."))
        lead = nil
        var line = block.line
        var place = block.whole.lowerBound
        var start: (place: Int, line: Int)?
        while place < block.whole.upperBound {
            let current = Line(source, at: place)
            if current.isBlank {
                if let open = start { addText(open.place..<current.start, LineRange(open.line, line - 1)) }
                start = nil
            } else {
                let open = start ?? (current.start, line)
                start = open
                if current.end - open.place > 4_096 {
                    addText(open.place..<min(current.end, block.whole.upperBound), LineRange(open.line, line))
                    start = nil
                }
            }
            place = current.end + 1
            line += 1
        }
        if let open = start { addText(open.place..<block.whole.upperBound, LineRange(open.line, block.lastLine)) }
    }

    private mutating func addText(_ range: Range<Int>, _ lines: LineRange) {
        inline.text.clear()
        inline.text.bytes.append(contentsOf: source[range])
        _ = builder.add(inline.text.folded(), .verbatim, lines: lines)
    }
}

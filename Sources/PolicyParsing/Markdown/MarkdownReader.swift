import PolicyModel

/// Reads Markdown into a document: the flow of this room from the top down.
///
/// The text is cut into blocks; each is read by the simplest reader that knows it. What the readers of this room do not
/// know goes to cmark-gfm, block by block, so that its quadratic cases stay bounded; a block too large or too tangled for
/// that is kept as plain text.
struct MarkdownReader {
    /// Containers nested deeper than this are kept as text.
    private static let depthLimit = 16

    private var source: Bytes
    private var depth = 0
    private let leavesAllToCommonMark: Bool
    private let path: String
    private let definitions: LinkDefinitions
    private let hasBareHosts: Bool
    private var inline: InlineReader
    private var builder = DocumentBuilder()
    /// The texts read before; none where the file defines link targets, which change what texts read as.
    private var sharedTexts = SharedTexts.none
    private(set) var findings: [Finding] = []

    /// Makes a reader of the text from `start` on.
    private init(_ source: Bytes, from start: Int, path: String, leavesAllToCommonMark: Bool) {
        self.source = source
        self.leavesAllToCommonMark = leavesAllToCommonMark
        self.path = path
        definitions = LinkDefinitions(source, from: start)
        hasBareHosts = Self.hasBareHosts(source, from: start)
        inline = InlineReader(hasDefinitions: !definitions.isEmpty, hasBareHosts: hasBareHosts)
    }

    /// Reads the text from `start` on, where line `line` begins.
    ///
    /// - Parameters:
    ///   - shared: texts that were read before; those of this file are added.
    ///   - leavesAllToCommonMark: for tests, which compare the readers of this room with the library.
    /// - Returns: the builder with all sections and clauses, and what was noticed.
    static func read(
        _ source: Bytes, from start: Int, line: Int, path: String, sharing shared: inout SharedTexts,
        leavesAllToCommonMark: Bool = false
    ) -> (builder: DocumentBuilder, findings: [Finding]) {
        var reader = MarkdownReader(source, from: start, path: path, leavesAllToCommonMark: leavesAllToCommonMark)
        if reader.definitions.isEmpty {
            shared.begin(hasBareHosts: reader.hasBareHosts)
            swap(&reader.sharedTexts, &shared)
        }
        var scanner = BlockScanner(source, from: start, line: line)
        while let block = scanner.next() { reader.read(block) }
        if reader.definitions.isEmpty { swap(&reader.sharedTexts, &shared) }
        return (reader.builder, reader.findings)
    }

    /// Reads the beginning and the end of a text, each as many blocks as it takes to get so many headings and clauses.
    ///
    /// Behind the first `headCount` texts of both together stand the same last `tailCount` ones as in the whole.
    static func readEdges(
        _ source: Bytes, from start: Int, line: Int, headCount: Int, tailCount: Int
    ) -> (head: DocumentBuilder, tail: DocumentBuilder) {
        var head = MarkdownReader(source, from: start, path: "", leavesAllToCommonMark: false)
        var scanner = BlockScanner(source, from: start, line: line)
        while head.builder.textCount < headCount, let block = scanner.next() { head.read(block) }
        var rest: [Block] = []
        while let block = scanner.next() { rest.append(block) }
        var count = tailCount
        while true {
            var tail = head
            tail.builder = DocumentBuilder()
            for block in rest.suffix(count) { tail.read(block) }
            if tail.builder.textCount >= tailCount || count >= rest.count { return (head.builder, tail.builder) }
            count *= 2
        }
    }

    private mutating func read(_ block: Block) {
        if leavesAllToCommonMark { return readWithCommonMark(block) }
        let lines = LineRange(block.line, block.lastLine)
        switch block.kind {
        case .heading(let level):
            guard let text = text(of: block.content) else { return readWithCommonMark(block) }
            builder.addHeading(text, level: level, lines: lines)
        case .paragraph(let underline):
            let mayDefine = !definitions.isEmpty && source[block.content.lowerBound] == Byte.openBracket
            guard !mayDefine, let text = text(of: block.content) else { return readWithCommonMark(block) }
            if let underline {
                builder.addHeading(text, level: underline, lines: lines)
            } else {
                builder.addParagraph(text, lines: lines)
            }
        case .list: readList(block)
        case .table: readTable(block)
        case .code: readCode(block)
        case .html:
            inline.text.clear()
            HTMLText.read(source, block.whole, into: &inline.text)
            builder.addVerbatim(inline.text.finish(), lines: lines)
        case .quote: if isLight(block) { readWithCommonMark(block) } else { readQuote(block) }
        case .thematicBreak: break
        }
    }

    /// Reads inline markup; nil where cmark-gfm has to.
    private mutating func text(of range: Range<Int>) -> PlainText? {
        let bytes = Bytes(rebasing: source[range])
        if let known = sharedTexts.text(of: bytes) { return known }
        let text: PlainText
        if Self.isPlain(source, range) {
            text = PlainText(bytes)
        } else if inline.read(source, from: range.lowerBound, to: range.upperBound) {
            text = inline.text.finish()
        } else {
            return nil
        }
        sharedTexts.add(text, of: bytes)
        return text
    }

    /// Whether the text is its own reading: nothing that could be markup, and no white space to fold.
    private static func isPlain(_ source: Bytes, _ range: Range<Int>) -> Bool {
        let markup = self.markup
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

    /// Whether `www.` stands anywhere.
    private static func hasBareHosts(_ source: Bytes, from start: Int) -> Bool {
        var place = start
        while true {
            // Fewer dots stand in a text than letters.
            place = source.first(Byte.dot, from: place, to: source.count)
            if place >= source.count { return false }
            if place >= start + 3, source[(place - 3)..<place].allSatisfy({ $0 == UInt8(ascii: "w") }) { return true }
            place += 1
        }
    }

    // MARK: Containers

    private mutating func readList(_ block: Block) {
        var reader = ListReader(source, definitionsMayBegin: !definitions.isEmpty)
        if let paragraphs = reader.read(block), add(paragraphs) { return }
        if isLight(block) { readWithCommonMark(block) } else { readItems(block) }
    }

    /// Adds the paragraphs of a list; false, and nothing added, where one needs cmark-gfm.
    private mutating func add(_ paragraphs: [ListReader.Paragraph]) -> Bool {
        var texts: [PlainText] = []
        texts.reserveCapacity(paragraphs.count)
        for paragraph in paragraphs {
            guard let text = text(of: paragraph.content) else { return false }
            texts.append(text)
        }
        var open = 0
        for (paragraph, text) in zip(paragraphs, texts) {
            // A list and an item are open at each depth.
            while open > paragraph.depth {
                builder.leave()
                builder.leave()
                open -= 1
            }
            if let marker = paragraph.marker {
                if open == paragraph.depth { builder.leave() } else { builder.enterList() }
                builder.enterItem(marker: String(decoding: source[marker], as: UTF8.self))
                open = paragraph.depth
            }
            builder.addParagraph(text, lines: LineRange(paragraph.line, paragraph.lastLine))
        }
        for _ in 0..<(2 * open) { builder.leave() }
        return true
    }

    /// Reads a list that is too large for cmark-gfm item by item, each as a text of its own.
    private mutating func readItems(_ block: Block) {
        guard depth < Self.depthLimit else { return keepAsText(block) }
        builder.enterList()
        for item in Container.items(of: block, in: source) {
            builder.enterItem(marker: item.marker)
            readInside(item)
            builder.leave()
        }
        builder.leave()
    }

    /// Reads a quote that is too large for cmark-gfm as a text of its own.
    private mutating func readQuote(_ block: Block) {
        guard depth < Self.depthLimit else { return keepAsText(block) }
        builder.enterQuote()
        readInside(Container.quote(block, in: source))
        builder.leave()
    }

    private mutating func readInside(_ container: Container) {
        container.content.withUnsafeBufferPointer { content in
            let outer = source
            source = content
            depth += 1
            var scanner = BlockScanner(content, from: 0, line: container.line)
            while let block = scanner.next() { read(block) }
            depth -= 1
            source = outer
        }
    }

    // MARK: Other blocks

    private mutating func readTable(_ block: Block) {
        guard !isLight(block) else { return readWithCommonMark(block) }
        guard let pieces = TablePieces.cut(block, in: source, limit: CommonMark.byteLimit) else {
            return keepAsText(block)
        }
        var header: Int?
        for piece in pieces {
            let first = builder.clauses.count
            if TablePieces.isCostly(piece.bytes) {
                keepAsText(piece.block)
            } else {
                piece.bytes.withUnsafeBufferPointer {
                    CommonMark.read($0, into: &builder, lineOffset: piece.lineOffset, under: header)
                }
                header = header ?? builder.clauses[first...].firstIndex { $0.form == .tableRow(header: true) }
            }
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
        builder.addVerbatim(inline.text.finish(), lines: LineRange(block.line, block.lastLine))
    }

    /// Whether cmark-gfm reads the block in next to no time.
    private func isLight(_ block: Block) -> Bool {
        block.whole.count <= CommonMark.byteLimit
            && !Tangle.isTooMuch(Bytes(rebasing: source[block.whole]), isTable: block.kind == .table)
    }

    private mutating func readWithCommonMark(_ block: Block) {
        guard leavesAllToCommonMark || isLight(block) else { return keepAsText(block) }
        let bytes = Bytes(rebasing: source[block.whole])
        let referred = definitions.referred(in: source, block.whole)
        // A footnote's text would be taken for a definition of a link, and lost.
        let isNote = bytes.first == Byte.openBracket && bytes.count > 1 && bytes[1] == Byte.caret
        if referred.isEmpty, !isNote {
            CommonMark.read(bytes, into: &builder, lineOffset: block.line - 1)
        } else {
            let before = referred + (referred.isEmpty ? [] : [Byte.newline])
            let lineOffset = block.line - 1 - before.count { $0 == Byte.newline }
            let extended = before + (isNote ? [Byte.backslash] : []) + Array(bytes)
            extended.withUnsafeBufferPointer { CommonMark.read($0, into: &builder, lineOffset: lineOffset) }
        }
    }

    /// Keeps a block as text, as it stands: each stretch between blank lines a clause, lines apart where it is long.
    private mutating func keepAsText(_ block: Block) {
        findings.append(
            Finding(
                id: "block-too-large", severity: .warning,
                message:
                    "A block of '\(path)' is too large or too tangled to be read as Markdown; it is compared as plain text.",
                place: Place(path: path, lines: LineRange(block.line, block.lastLine)),
                fix: "Part it with blank lines."))
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
        builder.addVerbatim(inline.text.finish(), lines: lines)
    }
}

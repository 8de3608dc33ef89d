import PolicyModel

/// Reads Markdown into a document: the flow of this room from the top down.
///
/// The text is cut into blocks; each is read by the simplest reader that knows it. What the readers of this room do not
/// know goes to cmark-gfm, block by block, so that its quadratic cases stay bounded; a block too large or too tangled for
/// that is kept as plain text.
struct MarkdownReader {
    /// Containers nested deeper than this are kept as text.
    static let depthLimit = 16

    var source: Bytes
    var depth = 0
    private let leavesAllToCommonMark: Bool
    let path: String
    let definitions: LinkDefinitions
    private let hasBareHosts: Bool
    var inline: InlineReader
    var builder = DocumentBuilder()
    /// The texts read before; none where the file defines link targets, which change what texts read as.
    private var sharedTexts = SharedTexts.none
    var findings: [Finding] = []

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

    mutating func read(_ block: Block) {
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
    mutating func text(of range: Range<Int>) -> PlainText? {
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

    // MARK: What is left to cmark-gfm

    /// Whether cmark-gfm reads the block in next to no time.
    func isLight(_ block: Block) -> Bool {
        block.whole.count <= CommonMark.byteLimit
            && !Tangle.isTooMuch(Bytes(rebasing: source[block.whole]), isTable: block.kind == .table)
    }

    mutating func readWithCommonMark(_ block: Block) {
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
}

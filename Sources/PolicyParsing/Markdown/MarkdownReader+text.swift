import PolicyModel

// Blocks whose text is read as it stands: tables piece by piece, code, and what is too large to be read as Markdown.

extension MarkdownReader {
    mutating func readTable(_ block: Block) {
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

    mutating func readCode(_ block: Block) {
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

    /// Keeps a block as text, as it stands: each stretch between blank lines a clause, lines apart where it is long.
    mutating func keepAsText(_ block: Block) {
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

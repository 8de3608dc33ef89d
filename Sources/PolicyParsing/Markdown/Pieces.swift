/// Cuts a table that is too large for cmark-gfm by rows, each piece under the table's header.
enum TablePieces {
    /// A piece with the header repeated.
    struct Piece {
        /// What is given to cmark-gfm.
        let bytes: [UInt8]
        /// The number of the line before the piece's first one, as if the header stood directly over its rows.
        let lineOffset: Int
        /// The rows in the source.
        let block: Block
    }

    /// Returns the pieces; nil where the header alone is beyond the limit, or there is none.
    static func cut(_ block: Block, in source: Bytes, limit: Int) -> [Piece]? {
        let first = Line(source, at: block.whole.lowerBound)
        guard first.end < block.whole.upperBound else { return nil }
        let second = Line(source, at: first.end + 1)
        let header = Array(source[first.start..<min(second.end, block.whole.upperBound)]) + [Byte.newline]
        guard header.count < limit / 4, second.end < block.whole.upperBound,
            source[second.first..<second.end].allSatisfy({ ":-| \t".utf8.contains($0) })
        else { return nil }
        var pieces: [Piece] = []
        var place = second.end + 1
        var line = block.line + 2
        while place < block.whole.upperBound {
            let start = place
            let startLine = line
            repeat {
                place = source.endOfLine(from: place, to: block.whole.upperBound) + 1
                line += 1
            } while place < block.whole.upperBound
                && source.endOfLine(from: place, to: block.whole.upperBound) - start < limit - header.count
            let end = min(place - 1, block.whole.upperBound)
            let rows = Block(.table, whole: start..<end, line: startLine, lastLine: line - 1)
            pieces.append(Piece(bytes: header + Array(source[start..<end]), lineOffset: startLine - 3, block: rows))
        }
        return pieces
    }

    /// Whether a piece has more cells than reading it is worth: rows are filled up to the header's width.
    static func isCostly(_ bytes: [UInt8]) -> Bool {
        bytes.count > CommonMark.byteLimit || bytes.withUnsafeBufferPointer { Tangle.isTooMuch($0, isTable: true) }
    }
}

/// Shapes that take cmark-gfm time quadratic in the length of a block.
enum Tangle {
    /// Whether a block holds more of what is costly than any text written by people.
    ///
    /// One pass.
    static func isTooMuch(_ block: Bytes, isTable: Bool) -> Bool {
        var brackets = 0
        var angles = 0
        var rows = 0
        var pipes = 0
        var widest = 0
        // How many markers of items and quotes begin the line: each opens a container.
        var markers = 0
        var isLineStart = true
        for place in block.indices {
            let byte = block[place]
            switch byte {
            case Byte.openBracket: brackets += 1
            case Byte.less:
                // "<?", "<!", each looked for to the end of the block.
                if place + 1 < block.count, block[place + 1] == Byte.question || block[place + 1] == Byte.bang {
                    angles += 1
                }
            case Byte.pipe: pipes += 1
            case Byte.newline:
                widest = max(widest, pipes)
                pipes = 0
                rows += 1
                markers = 0
                isLineStart = true
                continue
            default: break
            }
            if isLineStart {
                switch byte {
                case Byte.greater: markers += 1
                case Byte.dash, Byte.plus, Byte.asterisk, Byte.dot, Byte.closeParenthesis:
                    guard place + 1 < block.count, block[place + 1].isWhiteSpace else {
                        isLineStart = false
                        continue
                    }
                    markers += 1
                case Byte.space, Byte.tab, Byte.zero...Byte.nine: break
                default: isLineStart = false
                }
                if markers > ListReader.depthLimit { return true }
            }
        }
        widest = max(widest, pipes)
        return brackets > 2_000 || angles > 200 || (isTable && rows * widest > 50_000)
    }
}

/// A piece of a text between two places where no block of Markdown can be open, so that it can be read on its own.
struct Block {
    /// What stands in it, as far as its first bytes tell.
    enum Kind: Equatable {
        /// A heading with `#` marks.
        case heading(level: Int)
        /// A paragraph, or a heading underlined with `=` (1) or `-` (2).
        case paragraph(underline: Int?)
        /// A paragraph and a table, or a table.
        case table
        /// A list with all that is in its items.
        case list
        /// A code block, fenced or indented.
        case code
        /// A block of HTML.
        case html
        /// A block quote.
        case quote
        /// `---`: no text.
        case thematicBreak
    }

    /// What stands in it.
    let kind: Kind
    /// All its bytes, from the start of its first line to the end of its last one.
    let whole: Range<Int>
    /// The bytes of its content: those of a heading without its marks, else from the first visible byte on.
    let content: Range<Int>
    /// The line of its first byte, from 1.
    let line: Int
    /// The line of its last byte.
    let lastLine: Int

    /// Makes a block; without `content` that is all of it.
    init(_ kind: Kind, whole: Range<Int>, content: Range<Int>? = nil, line: Int, lastLine: Int) {
        self.kind = kind
        self.whole = whole
        self.content = content ?? whole
        self.line = line
        self.lastLine = lastLine
    }
}

/// One line of a text.
struct Line {
    /// The offset of its first byte.
    let start: Int
    /// The offset of its line feed, or of the end of the text.
    let end: Int
    /// The offset of its first byte that is neither space nor tab; `end` where it is blank.
    let first: Int
    /// The column of that byte, from 0, tabs counted to the next multiple of four.
    let indent: Int

    /// Measures the line that begins at `start`.
    init(_ source: Bytes, at start: Int) {
        var place = start
        var column = 0
        while place < source.count {
            if source[place] == Byte.space {
                column += 1
            } else if source[place] == Byte.tab {
                column += 4 - column & 3
            } else {
                break
            }
            place += 1
        }
        self.start = start
        first = place
        indent = column
        end = source.endOfLine(from: place, to: source.count)
    }

    /// Whether it holds nothing but white space.
    var isBlank: Bool { first == end }
}

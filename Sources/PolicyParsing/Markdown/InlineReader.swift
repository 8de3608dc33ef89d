import PolicyModel

/// Reads the inline markup of one paragraph, heading or cell: emphasis, links, code, references, tags.
///
/// It knows the whole of CommonMark's inline grammar with the exceptions that it reports instead of guessing (`read` returns
/// false, and the block goes to cmark-gfm): rare named references, strikethrough, and references to link definitions.
/// Each construct is scanned at most a constant number of times, so that hostile input takes linear time.
/// See the CommonMark specification 0.29, "An algorithm for parsing nested emphasis and links".
struct InlineReader {
    /// The text read last.
    var text = InlineText()
    /// Whether the document defines link targets (`[label]: …`), so that a bracket may refer to one.
    let hasDefinitions: Bool
    /// The bytes that may be markup.
    let special: ByteSet

    var delimiters: [Delimiter] = []
    var lastDelimiter = -1
    var brackets: [Bracket] = []
    /// Brackets below this one cannot open a link: links do not nest.
    var firstActiveBracket = 0
    /// Lengths of backtick runs that have no closing run further on.
    var unclosedRuns: Set<Int> = []
    /// Ends of tags that were looked for in vain: not looked for again.
    var absentEnds: Set<UInt8> = []

    /// An opened `[` or `![`.
    struct Bracket {
        /// Where it stands in the text that is built.
        let place: Int
        let isImage: Bool
        /// The last delimiter before it.
        let delimiter: Int
    }

    /// Makes a reader for a document.
    ///
    /// - Parameters:
    ///   - hasDefinitions: whether the document defines link targets.
    ///   - hasBareHosts: whether it holds addresses without a scheme (`www.`).
    init(hasDefinitions: Bool, hasBareHosts: Bool) {
        self.hasDefinitions = hasDefinitions
        special = hasBareHosts ? ByteSet("\n\\*_`&<![]:~w") : ByteSet("\n\\*_`&<![]:~")
    }

    /// Reads the markup between two offsets; false where the block needs cmark-gfm.
    ///
    /// Line ends and the white space around them count as one space.
    mutating func read(_ source: Bytes, from start: Int, to end: Int) -> Bool {
        text.clear()
        delimiters.removeAll(keepingCapacity: true)
        lastDelimiter = -1
        brackets.removeAll(keepingCapacity: true)
        firstActiveBracket = 0
        unclosedRuns.removeAll(keepingCapacity: true)
        absentEnds.removeAll(keepingCapacity: true)
        var place = start
        while place < end {
            var plain = place
            while plain < end, !special.contains(source[plain]) { plain += 1 }
            if plain > place {
                text.bytes.append(contentsOf: Bytes(rebasing: source[place..<plain]))
                place = plain
                if place == end { break }
            }
            guard let next = readSpecial(source, at: place, from: start, to: end) else { return false }
            place = next
        }
        processEmphasis(above: -1)
        return true
    }

    /// Reads what stands at a special byte, and returns where reading goes on; nil where cmark-gfm has to.
    private mutating func readSpecial(_ source: Bytes, at place: Int, from start: Int, to end: Int) -> Int? {
        let byte = source[place]
        switch byte {
        case Byte.newline:
            text.bytes.append(Byte.space)
            var next = place + 1
            while next < end, source[next] == Byte.space || source[next] == Byte.tab { next += 1 }
            return next
        case Byte.backslash:
            guard place + 1 < end else { break }
            let next = source[place + 1]
            if next == Byte.newline { return place + 1 }
            guard next.isPunctuation else { break }
            text.bytes.append(next)
            return place + 2
        case Byte.asterisk, Byte.underscore:
            return pushDelimiters(source, at: place, from: start, to: end)
        case Byte.backtick:
            return readCode(source, at: place, to: end)
        case Byte.ampersand:
            switch Entity.read(source, at: place, before: end) {
            case .none: break
            case .unknown: return nil
            case .character(let scalar, let next):
                text.bytes.append(contentsOf: Array(String(scalar).utf8))
                return next
            }
        case Byte.less:
            if let next = readTag(source, at: place, to: end) { return next }
        case Byte.bang where place + 1 < end && source[place + 1] == Byte.openBracket:
            if hasDefinitions { return nil }
            brackets.append(Bracket(place: text.bytes.count, isImage: true, delimiter: lastDelimiter))
            text.bytes.append(contentsOf: [byte, Byte.openBracket])
            return place + 2
        case Byte.openBracket:
            if hasDefinitions { return nil }
            brackets.append(Bracket(place: text.bytes.count, isImage: false, delimiter: lastDelimiter))
        case Byte.closeBracket:
            return closeBracket(source, at: place, to: end)
        case Byte.colon:
            if let next = readURL(source, at: place, from: start, to: end) { return next }
        case UInt8(ascii: "w"):
            if let next = readWWW(source, at: place, from: start, to: end) { return next }
        case Byte.tilde where place + 1 < end && source[place + 1] == Byte.tilde:
            return nil
        default: break
        }
        text.bytes.append(byte)
        return place + 1
    }

    /// Reads a code span, or a run of backticks that closes nothing.
    private mutating func readCode(_ source: Bytes, at place: Int, to end: Int) -> Int {
        var open = place
        while open < end, source[open] == Byte.backtick { open += 1 }
        let length = open - place
        var close = open
        while !unclosedRuns.contains(length), close < end {
            while close < end, source[close] != Byte.backtick { close += 1 }
            let run = close
            while close < end, source[close] == Byte.backtick { close += 1 }
            guard close - run == length else { continue }
            appendCode(source, from: open, to: run)
            return close
        }
        // A run of another length may close later; this length never will. Lengths are few: their sum is the text.
        unclosedRuns.insert(length)
        text.bytes.append(contentsOf: Bytes(rebasing: source[place..<open]))
        return open
    }

    private mutating func appendCode(_ source: Bytes, from start: Int, to end: Int) {
        let mark = text.bytes.count
        var (start, end) = (start, end)
        let isPadded = end - start > 2 && source[start].isWhiteSpace && source[end - 1].isWhiteSpace
        if isPadded, source[start..<end].contains(where: { !$0.isWhiteSpace }) { (start, end) = (start + 1, end - 1) }
        text.bytes.append(contentsOf: Bytes(rebasing: source[start..<end]))
        text.marks.append(InlineText.Mark(style: .code, start: mark, end: text.bytes.count))
    }
}

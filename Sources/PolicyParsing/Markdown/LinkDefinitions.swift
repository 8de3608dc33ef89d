/// The link targets that a document defines (`[label]: https://…`), by label.
///
/// cmark-gfm reads blocks one by one and cannot see definitions elsewhere, so that a block that refers to some is given
/// those before its own text.
struct LinkDefinitions {
    /// A definition longer than this is left out.
    private static let byteLimit = 2_048
    private var definitions: [String: [UInt8]] = [:]

    /// Whether the document defines none.
    var isEmpty: Bool { definitions.isEmpty }

    /// Collects the definitions of a text.
    ///
    /// One pass; a text without `]:` takes next to no time.
    init(_ source: Bytes, from start: Int) {
        guard source.find("]:", from: start, to: source.count) != nil else { return }
        var place = start
        while place < source.count {
            let current = Line(source, at: place)
            place = current.end + 1
            var first = current.first
            // Definitions stand in quotes and items too.
            while first < current.end {
                if source[first] == Byte.greater || source[first] == Byte.space {
                    first += 1
                } else if let marker = BlockStart.marker(source, at: first, to: current.end) {
                    first += marker.width
                } else {
                    break
                }
            }
            guard first < current.end, source[first] == Byte.openBracket,
                let close = Self.endOfLabel(source, first, current.end),
                close + 1 < current.end, source[close + 1] == Byte.colon, source[first + 1] != Byte.caret
            else { continue }
            let key = Self.key(source, from: first + 1, to: close)
            guard !key.isEmpty, definitions[key] == nil else { continue }
            guard let end = Self.endOfDefinition(source, from: close + 2, first: current), end - first <= Self.byteLimit
            else { continue }
            definitions[key] = Array(source[first..<end])
        }
    }

    /// Returns the definitions that a stretch of the text refers to, as lines to be put before it.
    func referred(in source: Bytes, _ range: Range<Int>) -> [UInt8] {
        guard !isEmpty else { return [] }
        var result: [UInt8] = []
        var seen: Set<String> = []
        var place = range.lowerBound
        while place < range.upperBound, result.count < 65_536 {
            defer { place += 1 }
            guard source[place] == Byte.openBracket, let close = Self.endOfLabel(source, place, range.upperBound) else {
                continue
            }
            let key = Self.key(source, from: place + 1, to: close)
            guard let definition = definitions[key], seen.insert(key).inserted else { continue }
            result += definition + [Byte.newline]
        }
        return result
    }

    /// Where a definition ends whose target begins behind the colon; nil where it is none, but a text that looks like one.
    ///
    /// The target, or the title, may stand on the next line.
    private static func endOfDefinition(_ source: Bytes, from start: Int, first: Line) -> Int? {
        var line = first
        var place = start
        while place < line.end, source[place].isWhiteSpace { place += 1 }
        if place == line.end {
            guard line.end < source.count else { return nil }
            line = Line(source, at: line.end + 1)
            place = line.first
        }
        guard place < line.end, let target = endOfTarget(source, from: place, to: line.end) else { return nil }
        place = target
        while place < line.end, source[place].isWhiteSpace { place += 1 }
        if place < line.end { return place > target && isTitle(source, place..<line.end) ? line.end : nil }
        guard line.end < source.count else { return line.end }
        let next = Line(source, at: line.end + 1)
        return !next.isBlank && isTitle(source, next.first..<next.end) ? next.end : line.end
    }

    private static func endOfTarget(_ source: Bytes, from start: Int, to end: Int) -> Int? {
        guard source[start] == Byte.less else {
            return source[start..<end].firstIndex(where: \.isWhiteSpace) ?? end
        }
        return source[start..<end].firstIndex(of: Byte.greater).map { $0 + 1 }
    }

    /// Whether a range is a title in quotes or parentheses and nothing else.
    ///
    /// Titles over several lines are not read.
    private static func isTitle(_ source: Bytes, _ range: Range<Int>) -> Bool {
        let visible = source.visible(range)
        guard visible.count >= 2 else { return false }
        let (open, close) = (source[visible.lowerBound], source[visible.upperBound - 1])
        guard
            (open == close && (open == Byte.quote || open == Byte.apostrophe))
                || (open == Byte.openParenthesis && close == Byte.closeParenthesis)
        else { return false }
        let inside = source[visible.dropFirst().dropLast()]
        return !inside.contains { $0 == open || $0 == close || $0 == Byte.backslash }
    }

    /// Where the label that opens at `place` closes: no bracket inside unless escaped, at most 999 bytes.
    private static func endOfLabel(_ source: Bytes, _ place: Int, _ end: Int) -> Int? {
        var next = place + 1
        let limit = min(end, place + 1_000)
        while next < limit {
            switch source[next] {
            case Byte.closeBracket: return next
            case Byte.openBracket: return nil
            case Byte.backslash: next += 2
            default: next += 1
            }
        }
        return nil
    }

    /// A label as CommonMark compares it: case folded, white space as one space.
    private static func key(_ source: Bytes, from start: Int, to end: Int) -> String {
        let words = source[start..<min(end, source.count)].split(whereSeparator: \.isWhiteSpace)
        return words.map { String(decoding: $0, as: UTF8.self).uppercased().lowercased() }.joined(separator: " ")
    }
}

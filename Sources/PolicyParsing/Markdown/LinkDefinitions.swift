/// The link targets that a document defines (`[label]: https://…`), by label.
///
/// cmark-gfm reads blocks one by one and cannot see definitions elsewhere, so that a block that refers to some is given
/// those after its own text.
struct LinkDefinitions {
    /// A definition longer than this is left out.
    private static let byteLimit = 2_048
    private var definitions: [String: [UInt8]] = [:]

    /// Whether the document defines none.
    var isEmpty: Bool { definitions.isEmpty }

    /// Collects the definitions of a text. One pass; a text without `]:` takes next to no time.
    init(_ source: Bytes, from start: Int) {
        guard source.find("]:", from: start, to: source.count) != nil else { return }
        var place = start
        while place < source.count {
            let current = Line(source, at: place)
            place = current.end + 1
            var first = current.first
            // Definitions stand in quotes and items too.
            while first < current.end, source[first] == Byte.greater || source[first] == Byte.space { first += 1 }
            guard first < current.end, source[first] == Byte.openBracket,
                let close = Self.endOfLabel(source, first, current.end),
                close + 1 < current.end, source[close + 1] == Byte.colon, source[first + 1] != Byte.caret
            else { continue }
            let key = Self.key(source, from: first + 1, to: close)
            guard !key.isEmpty, definitions[key] == nil else { continue }
            var end = current.end
            let hasTarget = source[(close + 2)..<end].contains { !$0.isWhiteSpace }
            if place < source.count {
                // The target, or the title, may stand on the next line.
                let following = Line(source, at: place)
                let isTitle = !following.isBlank && "\"'(".utf8.contains(source[following.first])
                if !following.isBlank, !hasTarget || isTitle { end = following.end }
            }
            guard end - first <= Self.byteLimit else { continue }
            definitions[key] = Array(source[first..<end])
        }
    }

    /// Returns the definitions that a stretch of the text refers to, as text to be put behind it.
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
            result += [Byte.newline, Byte.newline] + definition
        }
        return result
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

import PolicyModel

extension InlineReader {
    /// A run of `*` or `_` that may open or close emphasis.
    struct Delimiter {
        let byte: UInt8
        /// Where the run's remaining bytes begin in the text that is built.
        var place: Int
        /// How many of them remain.
        var count: Int
        /// How many there were.
        let length: Int
        let canOpen: Bool
        let canClose: Bool
        var previous: Int
        var next: Int
    }

    /// Writes a run of delimiters and remembers it, if it can open or close anything; returns where it ends.
    mutating func pushDelimiters(_ source: Bytes, at place: Int, from start: Int, to end: Int) -> Int {
        let byte = source[place]
        var next = place
        while next < end, source[next] == byte { next += 1 }
        let before = CharacterClass(before: place, in: source, from: start)
        let after = CharacterClass(at: next, in: source, to: end)
        let isLeft = after != .whiteSpace && (after != .punctuation || before != .other)
        let isRight = before != .whiteSpace && (before != .punctuation || after != .other)
        let canOpen = byte == Byte.asterisk ? isLeft : isLeft && (!isRight || before == .punctuation)
        let canClose = byte == Byte.asterisk ? isRight : isRight && (!isLeft || after == .punctuation)
        if canOpen || canClose {
            let delimiter = Delimiter(
                byte: byte, place: text.bytes.count, count: next - place, length: next - place, canOpen: canOpen,
                canClose: canClose, previous: lastDelimiter, next: -1)
            if lastDelimiter >= 0 { delimiters[lastDelimiter].next = delimiters.count }
            lastDelimiter = delimiters.count
            delimiters.append(delimiter)
        }
        text.bytes.append(contentsOf: Bytes(rebasing: source[place..<next]))
        return next
    }

    /// Pairs the delimiters above `bottom` and forgets them: "process emphasis" of the specification.
    mutating func processEmphasis(above bottom: Int) {
        guard lastDelimiter != bottom else { return }
        var closer = lastDelimiter
        while closer >= 0, delimiters[closer].previous != bottom { closer = delimiters[closer].previous }
        // By delimiter, by whether the closer can open too, by its length modulo 3: no opener stands at or below.
        var openersBottom = [Int](repeating: bottom, count: 12)
        while closer >= 0 {
            guard delimiters[closer].canClose else {
                closer = delimiters[closer].next
                continue
            }
            let kind = Self.kind(delimiters[closer])
            var opener = delimiters[closer].previous
            while opener > openersBottom[kind], opener > bottom, !matches(opener, closer) {
                opener = delimiters[opener].previous
            }
            if opener > openersBottom[kind], opener > bottom {
                closer = pair(opener, closer)
            } else {
                let next = delimiters[closer].next
                openersBottom[kind] = delimiters[closer].previous
                if !delimiters[closer].canOpen { unlink(closer) }
                closer = next
            }
        }
        lastDelimiter = bottom
        if bottom >= 0 { delimiters[bottom].next = -1 }
    }

    private static func kind(_ delimiter: Delimiter) -> Int {
        (delimiter.byte == Byte.asterisk ? 0 : 6) + (delimiter.canOpen ? 3 : 0) + delimiter.length % 3
    }

    private func matches(_ opener: Int, _ closer: Int) -> Bool {
        let (open, close) = (delimiters[opener], delimiters[closer])
        guard open.byte == close.byte, open.canOpen else { return false }
        // The "multiple of 3" rule: a run that can do both pairs only with a run that makes no sum of 3.
        let isOdd =
            (close.canOpen || open.canClose) && !close.length.isMultiple(of: 3)
            && (open.length + close.length).isMultiple(of: 3)
        return !isOdd
    }

    /// Makes emphasis of what stands between two runs; returns the closer that is next.
    private mutating func pair(_ opener: Int, _ closer: Int) -> Int {
        let width = delimiters[opener].count >= 2 && delimiters[closer].count >= 2 ? 2 : 1
        delimiters[opener].count -= width
        let open = delimiters[opener].place + delimiters[opener].count
        let close = delimiters[closer].place
        for offset in 0..<width {
            text.bytes[open + offset] = 0
            text.bytes[close + offset] = 0
        }
        text.marks.append(InlineText.Mark(style: width == 2 ? .strong : .emphasis, start: open + width, end: close))
        delimiters[closer].place += width
        delimiters[closer].count -= width
        // What stands between the two is used up.
        delimiters[opener].next = closer
        delimiters[closer].previous = opener
        if delimiters[opener].count == 0 { unlink(opener) }
        guard delimiters[closer].count == 0 else { return closer }
        let next = delimiters[closer].next
        unlink(closer)
        return next
    }

    private mutating func unlink(_ index: Int) {
        let (previous, next) = (delimiters[index].previous, delimiters[index].next)
        if previous >= 0 { delimiters[previous].next = next }
        if next >= 0 { delimiters[next].previous = previous } else { lastDelimiter = previous }
    }

    /// What a character is to a run of delimiters beside it.
    enum CharacterClass {
        case whiteSpace, punctuation, other

        init(before place: Int, in source: Bytes, from start: Int) {
            guard place > start else {
                self = .whiteSpace
                return
            }
            var first = place - 1
            while first > start, source[first] & 0xC0 == 0x80 { first -= 1 }
            self.init(at: first, in: source, to: place)
        }

        init(at place: Int, in source: Bytes, to end: Int) {
            guard place < end else {
                self = .whiteSpace
                return
            }
            let byte = source[place]
            if byte < 0x80 {
                self = byte.isWhiteSpace && byte != 11 ? .whiteSpace : byte.isPunctuation ? .punctuation : .other
                return
            }
            var last = place + 1
            while last < end, source[last] & 0xC0 == 0x80 { last += 1 }
            guard let scalar = String(decoding: source[place..<last], as: UTF8.self).unicodeScalars.first else {
                self = .other
                return
            }
            switch scalar.properties.generalCategory {
            case .spaceSeparator: self = .whiteSpace
            case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
                .finalPunctuation, .otherPunctuation:
                self = .punctuation
            default: self = .other
            }
        }
    }
}

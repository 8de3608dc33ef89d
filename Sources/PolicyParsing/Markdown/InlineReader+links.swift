import PolicyModel

extension InlineReader {
    /// Reads `]`: the end of a link or image whose target follows, else the character itself.
    ///
    /// Nil where cmark-gfm has to.
    mutating func closeBracket(_ source: Bytes, at place: Int, to end: Int) -> Int? {
        guard let bracket = brackets.popLast() else {
            text.bytes.append(Byte.closeBracket)
            return place + 1
        }
        let isActive = bracket.isImage || brackets.count >= firstActiveBracket
        guard isActive, let target = readTarget(source, at: place + 1, to: end) else {
            firstActiveBracket = min(firstActiveBracket, brackets.count)
            text.bytes.append(Byte.closeBracket)
            return place + 1
        }
        text.bytes[bracket.place] = 0
        if bracket.isImage { text.bytes[bracket.place + 1] = 0 }
        processEmphasis(above: bracket.delimiter)
        let style: Span.Style = bracket.isImage ? .image(source: target.text) : .link(target: target.text)
        text.marks.append(InlineText.Mark(style: style, start: bracket.place, end: text.bytes.count))
        firstActiveBracket = bracket.isImage ? min(firstActiveBracket, brackets.count) : brackets.count
        return target.end
    }

    /// Reads `(target "title")`; nil where that does not stand here.
    private func readTarget(_ source: Bytes, at place: Int, to end: Int) -> (text: String, end: Int)? {
        guard place < end, source[place] == Byte.openParenthesis else { return nil }
        var next = Self.skipWhiteSpace(source, from: place + 1, to: end)
        let targetStart: Int
        let targetEnd: Int
        if next < end, source[next] == Byte.less {
            next += 1
            targetStart = next
            while next < end, source[next] != Byte.greater {
                if source[next] == Byte.newline || source[next] == Byte.less { return nil }
                next += source[next] == Byte.backslash ? 2 : 1
            }
            guard next < end else { return nil }
            targetEnd = next
            next += 1
        } else {
            targetStart = next
            guard let bareEnd = Self.endOfBareTarget(source, from: next, to: end) else { return nil }
            targetEnd = bareEnd
            next = bareEnd
        }
        let afterTarget = next
        next = Self.skipWhiteSpace(source, from: next, to: end)
        if next > afterTarget, next < end, let titleEnd = Self.endOfTitle(source, at: next, to: end) {
            next = Self.skipWhiteSpace(source, from: titleEnd, to: end)
        }
        guard next < end, source[next] == Byte.closeParenthesis else { return nil }
        return (Self.unescaped(source, from: targetStart, to: targetEnd), next + 1)
    }

    private static func skipWhiteSpace(_ source: Bytes, from place: Int, to end: Int) -> Int {
        var next = place
        while next < end, source[next].isWhiteSpace { next += 1 }
        return next
    }

    /// A target without angle brackets: no white space, parentheses balanced, at most 32 deep.
    private static func endOfBareTarget(_ source: Bytes, from place: Int, to end: Int) -> Int? {
        var next = place
        var depth = 0
        while next < end {
            let byte = source[next]
            if byte == Byte.backslash, next + 1 < end, source[next + 1].isPunctuation {
                next += 2
                continue
            }
            if byte == Byte.openParenthesis {
                depth += 1
                if depth > 32 { return nil }
            } else if byte == Byte.closeParenthesis {
                if depth == 0 { break }
                depth -= 1
            } else if byte.isWhiteSpace || byte < 32 || byte == 127 {
                break
            }
            next += 1
        }
        return depth == 0 && next < end ? next : nil
    }

    private static func endOfTitle(_ source: Bytes, at place: Int, to end: Int) -> Int? {
        let close: UInt8
        switch source[place] {
        case Byte.quote, Byte.apostrophe: close = source[place]
        case Byte.openParenthesis: close = Byte.closeParenthesis
        default: return nil
        }
        var next = place + 1
        while next < end {
            let byte = source[next]
            if byte == Byte.backslash, next + 1 < end, source[next + 1].isPunctuation {
                next += 2
                continue
            }
            if byte == close { return next + 1 }
            if byte == Byte.openParenthesis, close == Byte.closeParenthesis { return nil }
            next += 1
        }
        return nil
    }

    /// The target with escapes and references resolved.
    private static func unescaped(_ source: Bytes, from start: Int, to end: Int) -> String {
        let raw = Bytes(rebasing: source[start..<end])
        guard raw.contains(Byte.backslash) || raw.contains(Byte.ampersand) else {
            return String(decoding: raw, as: UTF8.self)
        }
        var result: [UInt8] = []
        var place = 0
        while place < raw.count {
            let byte = raw[place]
            if byte == Byte.backslash, place + 1 < raw.count, raw[place + 1].isPunctuation {
                result.append(raw[place + 1])
                place += 2
            } else if byte == Byte.ampersand,
                case .character(let scalar, let next) = Entity.read(raw, at: place, before: raw.count)
            {
                result.append(contentsOf: Array(String(scalar).utf8))
                place = next
            } else {
                result.append(byte)
                place += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    // MARK: Bare addresses

    /// Copies an address `https://…` whose colon stands at `place`, so that nothing in it is taken for markup.
    mutating func readURL(_ source: Bytes, at place: Int, from start: Int, to end: Int) -> Int? {
        guard brackets.isEmpty, source.has("://", at: place, before: end) else { return nil }
        var scheme = place
        while scheme > start, source[scheme - 1].isLetter { scheme -= 1 }
        let isKnown = ["http", "https", "ftp"].contains { name in
            name.utf8.count == place - scheme && zip(name.utf8, source[scheme..<place]).allSatisfy { $0 == $1.lowered }
        }
        guard isKnown, CharacterClass(at: place + 3, in: source, to: end) == .other else { return nil }
        return copyAddress(source, from: place, domain: place + 3, to: end, needsDot: false)
    }

    /// Copies an address `www.…` that begins at `place`.
    mutating func readWWW(_ source: Bytes, at place: Int, from start: Int, to end: Int) -> Int? {
        guard brackets.isEmpty, source[place..<min(place + 4, end)].elementsEqual("www.".utf8) else { return nil }
        if place > start {
            let before = source[place - 1]
            guard
                before.isWhiteSpace
                    || [Byte.asterisk, Byte.underscore, Byte.tilde, Byte.openParenthesis].contains(before)
            else { return nil }
        }
        return copyAddress(source, from: place, domain: place, to: end, needsDot: true)
    }

    private mutating func copyAddress(
        _ source: Bytes, from place: Int, domain: Int, to end: Int, needsDot: Bool
    ) -> Int? {
        guard let domainEnd = Self.endOfDomain(source, from: domain, to: end, needsDot: needsDot) else { return nil }
        var next = domainEnd
        while next < end, !source[next].isWhiteSpace, source[next] != Byte.less { next += 1 }
        next = Self.withoutTrailingPunctuation(source, from: place, to: next)
        guard next > place else { return nil }
        text.bytes.append(contentsOf: Bytes(rebasing: source[place..<next]))
        return next
    }

    private static func endOfDomain(_ source: Bytes, from start: Int, to end: Int, needsDot: Bool) -> Int? {
        var place = start + 1
        var dots = 0
        var underscores = (last: 0, before: 0)
        while place < end - 1 {
            let byte = source[place]
            if byte == Byte.underscore {
                underscores.last += 1
            } else if byte == Byte.dot {
                underscores = (0, underscores.last)
                dots += 1
            } else if byte != Byte.dash, CharacterClass(at: place, in: source, to: end) != .other {
                break
            }
            place += 1
        }
        if underscores.last > 0 || underscores.before > 0, dots <= 10 { return nil }
        return needsDot && dots == 0 ? nil : place
    }

    /// The end of an address without the punctuation of the sentence around it.
    private static func withoutTrailingPunctuation(_ source: Bytes, from start: Int, to end: Int) -> Int {
        var next = end
        var opening = 0
        var closing = 0
        for place in start..<end {
            if source[place] == Byte.openParenthesis { opening += 1 }
            if source[place] == Byte.closeParenthesis { closing += 1 }
        }
        while next > start {
            switch source[next - 1] {
            case Byte.closeParenthesis:
                guard closing > opening else { return next }
                closing -= 1
                next -= 1
            case Byte.question, Byte.bang, Byte.dot, Byte.colon, Byte.asterisk, Byte.underscore, Byte.tilde,
                Byte.apostrophe, Byte.quote, UInt8(ascii: ","):
                next -= 1
            case Byte.semicolon:
                var name = next - 2
                while name > start, source[name].isLetter { name -= 1 }
                next = name < next - 2 && source[name] == Byte.ampersand ? name : next - 1
            default: return next
            }
        }
        return next
    }
}

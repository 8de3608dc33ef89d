import PolicyModel

extension InlineReader {
    /// Reads `<https://…>` or an HTML tag at `place`; nil where neither stands there.
    ///
    /// Tags leave no text, `<br>` a space.
    mutating func readTag(_ source: Bytes, at place: Int, to end: Int) -> Int? {
        guard place + 1 < end else { return nil }
        let byte = source[place + 1]
        if byte == Byte.slash || byte == Byte.bang || byte == Byte.question {
            return endOfOtherTag(source, at: place, to: end)
        }
        if let close = Self.endOfAutolink(source, from: place + 1, to: end) {
            text.bytes.append(contentsOf: Bytes(rebasing: source[(place + 1)..<close]))
            return close + 1
        }
        guard byte.isLetter, let close = HTMLTag.endOfOpenTag(source, at: place, to: end) else { return nil }
        if HTMLTag.name(source, at: place + 1, to: close).elementsEqual("br".utf8) { text.bytes.append(Byte.space) }
        if text.anchor == nil { text.anchor = HTMLTag.anchor(source, at: place, to: close) }
        return close
    }

    /// A closing tag, comment, instruction, declaration or CDATA section.
    ///
    /// Ends that are absent are searched for once.
    private mutating func endOfOtherTag(_ source: Bytes, at place: Int, to end: Int) -> Int? {
        if source[place + 1] == Byte.slash {
            var next = place + 2
            guard next < end, source[next].isLetter else { return nil }
            while next < end, source[next].isLetter || source[next].isDigit || source[next] == Byte.dash { next += 1 }
            while next < end, source[next].isWhiteSpace { next += 1 }
            return next < end && source[next] == Byte.greater ? next + 1 : nil
        }
        if source[place + 1] == Byte.question { return find("?>", kind: 1, source, from: place + 2, to: end) }
        if source.has("<!--", at: place, before: end) {
            let start = place + 4
            // A comment does not begin with ">" or "->", holds no "--", and does not end with "-".
            if source.has(">", at: start, before: end) || source.has("->", at: start, before: end) { return nil }
            guard let close = find("--", kind: 2, source, from: start, to: end), close < end,
                source[close] == Byte.greater
            else { return nil }
            return close + 1
        }
        if source.has("<![CDATA[", at: place, before: end) {
            return find("]]>", kind: 3, source, from: place + 9, to: end)
        }
        guard place + 2 < end, source[place + 2] &- UInt8(ascii: "A") < 26 else { return nil }
        var next = place + 2
        while next < end, source[next] &- UInt8(ascii: "A") < 26 { next += 1 }
        guard next < end, source[next].isWhiteSpace else { return nil }
        return find(">", kind: 4, source, from: next, to: end)
    }

    private mutating func find(_ wanted: StaticString, kind: UInt8, _ source: Bytes, from place: Int, to end: Int)
        -> Int?
    {
        if absentEnds.contains(kind) { return nil }
        if let found = source.find(wanted, from: place, to: end) { return found + wanted.utf8CodeUnitCount }
        absentEnds.insert(kind)
        return nil
    }

    /// The `>` of `<scheme:…>` or `<name@host>`.
    private static func endOfAutolink(_ source: Bytes, from start: Int, to end: Int) -> Int? {
        var place = start
        guard place < end, source[place].isLetter || source[place].isDigit || source[place].isPunctuation else {
            return nil
        }
        while place < end, source[place] != Byte.greater {
            let byte = source[place]
            if byte <= 32 || byte == 127 || byte == Byte.less { return nil }
            place += 1
        }
        guard place < end else { return nil }
        let content = source[start..<place]
        if let colon = content.firstIndex(of: Byte.colon), content[start].isLetter, (2...32).contains(colon - start),
            content[start..<colon].allSatisfy({
                $0.isLetter || $0.isDigit || $0 == Byte.plus || $0 == Byte.dot || $0 == Byte.dash
            })
        {
            return place
        }
        guard let at = content.firstIndex(of: UInt8(ascii: "@")), at > start, at + 1 < place else { return nil }
        let isName = content[start..<at].allSatisfy {
            $0.isLetter || $0.isDigit || ".!#$%&'*+/=?^_`{|}~-".utf8.contains($0)
        }
        let isHost = content[(at + 1)...].split(separator: Byte.dot, omittingEmptySubsequences: false).allSatisfy {
            label in
            guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
            return first != Byte.dash && last != Byte.dash
                && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == Byte.dash }
        }
        return isName && isHost ? place : nil
    }
}

/// The tags of HTML as CommonMark reads them.
enum HTMLTag {
    /// Returns where the open tag that begins at `place` ends, behind its `>`; nil where no open tag stands there.
    static func endOfOpenTag(_ source: Bytes, at place: Int, to end: Int) -> Int? {
        var next = place + 1
        guard next < end, source[next].isLetter else { return nil }
        while next < end, source[next].isLetter || source[next].isDigit || source[next] == Byte.dash { next += 1 }
        while next < end {
            let beforeSpace = next
            while next < end, source[next].isWhiteSpace { next += 1 }
            guard next < end else { return nil }
            if source[next] == Byte.greater { return next + 1 }
            if source[next] == Byte.slash {
                return next + 1 < end && source[next + 1] == Byte.greater ? next + 2 : nil
            }
            guard next > beforeSpace, let afterAttribute = endOfAttribute(source, at: next, to: end) else { return nil }
            next = afterAttribute
        }
        return nil
    }

    /// The name of the tag whose letters begin at `place`, in lower case.
    static func name(_ source: Bytes, at place: Int, to end: Int) -> [UInt8] {
        source[place..<end].prefix { $0.isLetter || $0.isDigit || $0 == Byte.dash }.map(\.lowered)
    }

    /// The anchor that an open tag sets: its `id`, or the `name` of `<a>`.
    static func anchor(_ source: Bytes, at place: Int, to end: Int) -> String? {
        guard end - place < 512 else { return nil }
        let isLink = name(source, at: place + 1, to: end).elementsEqual("a".utf8)
        for attribute: StaticString in isLink ? [" id=", " name="] : [" id="] {
            guard let found = source.find(attribute, from: place, to: end) else { continue }
            var start = found + attribute.utf8CodeUnitCount
            guard start < end else { continue }
            let quote = source[start]
            let isQuoted = quote == Byte.quote || quote == Byte.apostrophe
            if isQuoted { start += 1 }
            let value = source[start..<end].prefix { isQuoted ? $0 != quote : !$0.isWhiteSpace && $0 != Byte.greater }
            if !value.isEmpty { return String(decoding: value, as: UTF8.self) }
        }
        return nil
    }

    private static func endOfAttribute(_ source: Bytes, at place: Int, to end: Int) -> Int? {
        var next = place
        guard source[next].isLetter || source[next] == Byte.underscore || source[next] == Byte.colon else { return nil }
        while next < end, source[next].isLetter || source[next].isDigit || "_.:-".utf8.contains(source[next]) {
            next += 1
        }
        var value = next
        while value < end, source[value].isWhiteSpace { value += 1 }
        guard value < end, source[value] == Byte.equals else { return next }
        value += 1
        while value < end, source[value].isWhiteSpace { value += 1 }
        guard value < end else { return nil }
        let quote = source[value]
        if quote == Byte.quote || quote == Byte.apostrophe {
            value += 1
            while value < end, source[value] != quote { value += 1 }
            return value < end ? value + 1 : nil
        }
        let start = value
        while value < end, !source[value].isWhiteSpace, !"\"'=<>`".utf8.contains(source[value]) { value += 1 }
        return value > start ? value : nil
    }
}

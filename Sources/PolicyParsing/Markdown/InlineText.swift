import PolicyModel

/// The text of one clause while it is built: bytes as they come, and the stretches of them that are marked up.
///
/// Markup that turned out to be markup is overwritten with NUL, which no text holds; `folded` drops it.
struct InlineText {
    /// The bytes so far.
    var bytes: [UInt8] = []
    /// What is marked up, as offsets in `bytes`, in any order.
    var marks: [Mark] = []
    /// An anchor met on the way (`<a id="…">`).
    var anchor: String?

    /// A marked-up stretch.
    struct Mark {
        let style: Span.Style
        let start: Int
        let end: Int
    }

    /// Forgets everything, keeping the storage.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        anchor = nil
    }

    /// The text with white space folded to single spaces and none at its ends, the spans in it, and the attribute list taken off.
    struct Folded {
        var bytes: [UInt8]
        var spans: [Span]
        var anchor: String?

        var isEmpty: Bool { bytes.isEmpty }
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// Returns the finished text. Linear in its length but for the ordering of the marks.
    func folded() -> Folded {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var boundaries: [(place: Int, mark: Int)] = []
        for (index, mark) in marks.enumerated() {
            boundaries.append((mark.start, index * 2))
            boundaries.append((mark.end, index * 2 + 1))
        }
        boundaries.sort { ($0.place, $0.mark) < ($1.place, $1.mark) }
        var starts = [Int](repeating: -1, count: marks.count)
        var ends = [Int](repeating: -1, count: marks.count)
        // Marks that begin here wait for the next byte that is kept: a mark does not begin with white space.
        var waiting: [Int] = []
        var next = 0
        var pendingSpace = false
        for place in bytes.indices {
            while next < boundaries.count, boundaries[next].place <= place {
                let mark = boundaries[next].mark / 2
                if boundaries[next].mark.isMultiple(of: 2) { waiting.append(mark) } else { ends[mark] = out.count }
                next += 1
            }
            let byte = bytes[place]
            if byte == 0 { continue }
            if byte.isWhiteSpace {
                pendingSpace = true
                continue
            }
            if pendingSpace {
                if !out.isEmpty { out.append(Byte.space) }
                pendingSpace = false
            }
            if !waiting.isEmpty {
                for mark in waiting { starts[mark] = out.count }
                waiting.removeAll(keepingCapacity: true)
            }
            out.append(byte)
        }
        while next < boundaries.count {
            let mark = boundaries[next].mark / 2
            if !boundaries[next].mark.isMultiple(of: 2) { ends[mark] = out.count }
            next += 1
        }
        var spans: [Span] = []
        for (index, mark) in marks.enumerated() where starts[index] >= 0 && ends[index] > starts[index] {
            spans.append(Span(mark.style, bytes: starts[index]..<ends[index]))
        }
        return Self.finished(out, spans, anchor: anchor)
    }

    /// Trims the text, takes a trailing attribute list off, and drops links that only repeat their own text.
    static func finished(_ bytes: [UInt8], _ spans: [Span], anchor: String?) -> Folded {
        var result = Folded(bytes: bytes, spans: spans, anchor: anchor)
        result.trim()
        if let list = AttributeList(endOf: result.bytes) {
            result.bytes.removeSubrange(list.start...)
            result.anchor = list.id ?? result.anchor
            result.trim()
        }
        if result.spans.isEmpty { return result }
        let count = result.bytes.count
        result.spans = result.spans.compactMap { span in
            let range = span.bytes.clamped(to: 0..<count)
            return range.isEmpty ? nil : Span(span.style, bytes: range)
        }
        let kept = result.spans.filter { !result.isOwnTarget($0) }
        result.spans = kept
        result.spans.sort { ($0.bytes.lowerBound, -$0.bytes.upperBound) < ($1.bytes.lowerBound, -$1.bytes.upperBound) }
        return result
    }
}

extension InlineText.Folded {
    /// Takes invisible characters off both ends: no-break and zero-width spaces that pages leave behind.
    fileprivate mutating func trim() {
        while true {
            if bytes.last == Byte.space {
                bytes.removeLast()
            } else if let width = Self.invisibleSuffix(bytes) {
                bytes.removeLast(width)
            } else {
                break
            }
        }
        var start = 0
        while start < bytes.count {
            if bytes[start] == Byte.space {
                start += 1
            } else if let width = Self.invisiblePrefix(bytes[start...]) {
                start += width
            } else {
                break
            }
        }
        guard start > 0 else { return }
        bytes.removeFirst(start)
        spans = spans.compactMap { span in
            let upper = span.bytes.upperBound - start
            return upper > 0 ? Span(span.style, bytes: max(0, span.bytes.lowerBound - start)..<upper) : nil
        }
    }

    /// Whether the span is a link whose text is its target: `https://…` or an address that a reader sees in full anyway.
    fileprivate func isOwnTarget(_ span: Span) -> Bool {
        guard case .link(let target) = span.style else { return false }
        var text = InlineText.Folded(bytes: Array(bytes[span.bytes]), spans: [], anchor: nil)
        text.trim()
        return text.isSelf(of: target)
    }

    private func isSelf(of target: String) -> Bool {
        let text = bytes
        var address = InlineText.Folded(bytes: Array(target.utf8), spans: [], anchor: nil)
        address.trim()
        let wanted = address.bytes
        return wanted.elementsEqual(text)
            || (wanted.count == text.count + 7
                && (wanted.starts(with: "mailto:".utf8) || wanted.starts(with: "http://".utf8))
                && wanted.dropFirst(7).elementsEqual(text))
    }

    private static func invisiblePrefix(_ bytes: ArraySlice<UInt8>) -> Int? {
        switch (bytes.first, bytes.dropFirst().first, bytes.dropFirst(2).first) {
        case (0xC2, 0xA0, _), (0xC2, 0xAD, _): 2
        case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): 3
        case (0xE2, 0x80, .some(0x80...0x8A)), (0xE2, 0x80, .some(0x8C...0x8F)), (0xE3, 0x80, 0x80): 3
        default: nil
        }
    }

    private static func invisibleSuffix(_ bytes: [UInt8]) -> Int? {
        guard let last = bytes.last, last >= 0x80 else { return nil }
        for width in [2, 3] where bytes.count >= width && invisiblePrefix(bytes.suffix(width)) == width { return width }
        return nil
    }
}

import PolicyModel

/// A finished text: white space folded, nothing invisible at its ends, its attribute list taken off.
struct PlainText: Sendable {
    /// The text.
    let text: String
    /// What is marked up in it, in order.
    let spans: [Span]
    /// The anchor that its attribute list, or a tag in it, gives.
    let anchor: String?

    var isEmpty: Bool { text.isEmpty }

    /// Finishes bytes whose white space is folded already.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - spans: what is marked up, as ranges of `bytes`, in any order.
    ///   - anchor: an anchor met inside the text.
    init(_ bytes: Bytes, spans: [Span] = [], anchor: String? = nil) {
        var visible = bytes.visible(0..<bytes.count)
        var anchor = anchor
        if let list = AttributeList(endOf: bytes, in: visible) {
            anchor = list.id ?? anchor
            visible = bytes.visible(visible.lowerBound..<list.start)
        }
        text = String(decoding: bytes[visible], as: UTF8.self)
        self.anchor = anchor
        self.spans = spans.isEmpty ? [] : Self.finished(spans, bytes, visible)
    }

    /// Whether the text is nothing but the marks between cells.
    var isEmptyRow: Bool { text.utf8.allSatisfy { $0 == Byte.pipe || $0 == Byte.space } }

    private static func finished(_ spans: [Span], _ bytes: Bytes, _ visible: Range<Int>) -> [Span] {
        var result: [Span] = []
        result.reserveCapacity(spans.count)
        for span in spans {
            let range = span.bytes.clamped(to: visible)
            guard !range.isEmpty else { continue }
            if case .link(let target) = span.style, isOwnTarget(target, bytes, range) { continue }
            result.append(
                Span(
                    span.style, bytes: (range.lowerBound - visible.lowerBound)..<(range.upperBound - visible.lowerBound)
                ))
        }
        if result.count > 1 {
            result.sort { ($0.bytes.lowerBound, -$0.bytes.upperBound) < ($1.bytes.lowerBound, -$1.bytes.upperBound) }
        }
        return result
    }

    /// Whether a link's text is its target: an address that a reader sees in full anyway.
    private static func isOwnTarget(_ target: String, _ bytes: Bytes, _ range: Range<Int>) -> Bool {
        var target = target
        return target.withUTF8 { target in
            let wanted = target.visible(0..<target.count)
            let shown = bytes.visible(range)
            if wanted.count == shown.count { return target[wanted].elementsEqual(bytes[shown]) }
            guard wanted.count == shown.count + 7,
                target.has("mailto:", at: wanted.lowerBound, before: wanted.upperBound)
                    || target.has("http://", at: wanted.lowerBound, before: wanted.upperBound)
            else { return false }
            return target[(wanted.lowerBound + 7)..<wanted.upperBound].elementsEqual(bytes[shown])
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Returns the range without white space and invisible characters at its ends: no-break and zero-width spaces that pages
    /// leave behind.
    func visible(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while end > start {
            if self[end - 1].isWhiteSpace {
                end -= 1
            } else if self[end - 1] >= 0x80, let width = invisibleWidth(before: end, from: start) {
                end -= width
            } else {
                break
            }
        }
        while start < end {
            if self[start].isWhiteSpace {
                start += 1
            } else if self[start] >= 0xC2, let width = invisibleWidth(at: start, to: end) {
                start += width
            } else {
                break
            }
        }
        return start..<end
    }

    private func invisibleWidth(at place: Int, to end: Int) -> Int? {
        guard place + 1 < end else { return nil }
        let (first, second) = (self[place], self[place + 1])
        if first == 0xC2 { return second == 0xA0 || second == 0xAD ? 2 : nil }
        guard place + 2 < end else { return nil }
        return switch (first, second, self[place + 2]) {
        case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF), (0xE3, 0x80, 0x80):
            3
        default: nil
        }
    }

    private func invisibleWidth(before end: Int, from start: Int) -> Int? {
        if end - start >= 2, invisibleWidth(at: end - 2, to: end) == 2 { return 2 }
        return end - start >= 3 ? invisibleWidth(at: end - 3, to: end) : nil
    }
}

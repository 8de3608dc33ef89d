import PolicyModel

/// The text of one clause while it is built: bytes as they come, and the stretches of them that are marked up.
///
/// Markup that turned out to be markup is overwritten with NUL, which no text holds; finishing drops it.
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

    /// Returns the finished text and leaves this one to be cleared.
    ///
    /// Linear in its length but for the ordering of the marks.
    mutating func finish() -> PlainText {
        var boundaries = Boundaries(marks)
        let count = bytes.withUnsafeMutableBufferPointer { Self.fold($0, &boundaries) }
        let spans = boundaries.spans(marks)
        return bytes.withUnsafeBufferPointer { PlainText(Bytes(rebasing: $0[..<count]), spans: spans, anchor: anchor) }
    }

    /// Folds white space to single spaces and drops NUL, in place; returns the new length.
    private static func fold(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ boundaries: inout Boundaries) -> Int {
        var out = 0
        var place = 0
        var pendingSpace = false
        while place < bytes.count {
            // Up to the next boundary nothing but the bytes matters.
            let stop = min(boundaries.nextPlace, bytes.count)
            if boundaries.isWaiting {
                while place < stop, bytes[place] == 0 || bytes[place].isWhiteSpace {
                    pendingSpace = pendingSpace || bytes[place] != 0
                    place += 1
                }
                if place < stop { boundaries.begin(at: pendingSpace && out > 0 ? out + 1 : out) }
            }
            while place < stop {
                let byte = bytes[place]
                place += 1
                if byte <= 32 {
                    if byte == 0 { continue }
                    if byte.isWhiteSpace {
                        pendingSpace = true
                        continue
                    }
                }
                if pendingSpace {
                    pendingSpace = false
                    if out > 0 {
                        bytes[out] = Byte.space
                        out += 1
                    }
                }
                bytes[out] = byte
                out += 1
            }
            if place == bytes.count { break }
            boundaries.pass(place, out)
        }
        boundaries.pass(bytes.count, out)
        return out
    }

    /// Where marks begin and end, while the text under them is folded.
    private struct Boundaries {
        /// The offset of the next boundary; beyond every text where there is none.
        private(set) var nextPlace = Int.max
        /// Whether marks wait for the next byte that is kept: a mark does not begin with white space.
        private(set) var isWaiting = false
        private var next = 0
        private var order: [(place: Int, mark: Int, isEnd: Bool)] = []
        private var waiting: [Int] = []
        private var starts: [Int] = []
        private var ends: [Int] = []

        init(_ marks: [Mark]) {
            guard !marks.isEmpty else { return }
            order.reserveCapacity(2 * marks.count)
            for (index, mark) in marks.enumerated() {
                order.append((mark.start, index, false))
                order.append((mark.end, index, true))
            }
            order.sort { $0.place < $1.place }
            starts = [Int](repeating: -1, count: marks.count)
            ends = starts
            nextPlace = order[0].place
        }

        mutating func begin(at out: Int) {
            for mark in waiting { starts[mark] = out }
            waiting.removeAll(keepingCapacity: true)
            isWaiting = false
        }

        mutating func pass(_ place: Int, _ out: Int) {
            while next < order.count, order[next].place <= place {
                if order[next].isEnd {
                    ends[order[next].mark] = out
                } else {
                    waiting.append(order[next].mark)
                    isWaiting = true
                }
                next += 1
            }
            nextPlace = next < order.count ? order[next].place : Int.max
        }

        func spans(_ marks: [Mark]) -> [Span] {
            guard !marks.isEmpty else { return [] }
            return marks.indices.compactMap { index in
                starts[index] >= 0 && ends[index] > starts[index]
                    ? Span(marks[index].style, bytes: starts[index]..<ends[index]) : nil
            }
        }
    }
}

import PolicyRendering

/// The body of an answer that was told part by part.
struct AnswerBody {
    /// The text before, between and behind the parts.
    var head = ""
    let separator: String
    var tail = ""
    /// The parts in order; never empty.
    let parts: [Spool.Part]
    let spool: Spool

    /// Gives the body on, piece by piece, until writing ends.
    func give(_ write: ([UInt8]) -> Platform.Written) -> Platform.Written {
        var written = write(Array(head.utf8))
        for (place, part) in parts.enumerated() where written == .all {
            if place > 0 { written = write(Array(separator.utf8)) }
            if written == .all { written = spool.give(part, write) }
        }
        return written == .all ? write(Array(tail.utf8)) : written
    }
}

extension AnswerBody {
    /// Puts parts into the frame of a JSON answer.
    init(_ frame: JSONFrame, _ parts: [Spool.Part], in spool: Spool) {
        self.init(head: frame.head, separator: frame.separator, tail: frame.tail, parts: parts, spool: spool)
    }
}

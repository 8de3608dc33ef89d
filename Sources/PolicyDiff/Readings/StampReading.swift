/// Claims the hunks that differ only in what a machine put into the page: a moment, a long hexadecimal number.
enum StampReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard edit.open.contains(where: \.isReplacement) else { return [] }
        let old = Stamps.found(in: edit.old.bytes)
        guard !old.isEmpty else { return [] }
        let new = Stamps.found(in: edit.new.bytes)
        let current = edit
        return [Stamps.Kind.moment, .identifier].compactMap { kind in
            let olds = old.filter { $0.kind == kind }.map(\.range)
            let news = new.filter { $0.kind == kind }.map(\.range)
            let hunks = edit.claim { hunk in
                guard hunk.isReplacement, let before = rest(current.old, hunk.old, olds),
                    let after = rest(current.new, hunk.new, news)
                else { return false }
                return before == after
            }
            guard let first = hunks.first else { return nil }
            var telling = Telling(
                kind: kind == .moment ? .dateStampChanged : .pageFurnitureChanged, direction: .neutral,
                reason: kind == .moment
                    ? "the words are a moment that the page's software wrote"
                    : "the words are a number that the page's software gave", hunks: hunks)
            telling.oldWords = current.oldText(first)
            telling.newWords = current.newText(first)
            return telling
        }
    }

    /// What is left of a range's words beside the stamps that they touch; nil where one of them touches none.
    private static func rest(_ passage: Passage, _ range: Range<Int>, _ stamps: [Range<Int>]) -> [UInt8]? {
        var rest: [UInt8] = []
        for place in range {
            let token = passage.word(place)
            guard stamps.contains(where: { $0.overlaps(token.start..<token.end) }) else { return nil }
            rest += (token.start..<token.end).filter { byte in !stamps.contains { $0.contains(byte) } }
                .map { passage.bytes[$0] }
        }
        return rest
    }
}

internal import PolicyModel

/// Puts the items of a list that is typed rather than marked up to the sentence that leads them in.
///
/// Terms are full of them: "You must not:", then paragraphs that begin with `(a)`, `ii.`, `1°` or `•`, or that merely end with
/// semicolons. Markdown sees paragraphs there, and "(b) sell the content;" on its own forbids nothing.
enum TypedLists {
    /// Returns the document with the lead-in of each such item; the document itself where there is none.
    ///
    /// Linear in the number of clauses.
    static func led(_ document: Document) -> Document {
        var leads: [Int: Int] = [:]
        for section in document.sections { find(in: document.clauses, section.clauses, &leads) }
        if leads.isEmpty { return document }
        return Document(
            title: document.title, language: document.language, sections: document.sections,
            clauses: document.clauses.indices.map { index in
                let clause = document.clauses[index]
                guard let lead = leads[index] else { return clause }
                return Clause(
                    text: clause.text, form: clause.form, section: clause.section, leadIn: lead, anchor: clause.anchor,
                    spans: clause.spans, lines: clause.lines)
            })
    }

    /// A list that is open: what leads it in, and how its items are marked.
    private struct List {
        let lead: Int
        /// The mark of its last item; nil where items are told by their semicolons alone.
        var last: ItemMark?
    }

    private static func find(in clauses: [Clause], _ range: Range<Int>, _ leads: inout [Int: Int]) {
        var open: [List] = []
        for index in range {
            let clause = clauses[index]
            guard clause.form == .paragraph, clause.leadIn == nil else {
                // What is marked up as a list inside an item does not end the list that the item stands in.
                if clause.leadIn == nil { open = [] }
                continue
            }
            let previous = index > range.lowerBound ? clauses[index - 1].text : ""
            let mark = ItemMark(of: clause.text)
            if let mark {
                let isNext = open.last?.last.map { mark.follows($0, byOne: true) } ?? false
                if mark.isFirst, !isNext, leadsIn(previous) {
                    open.append(List(lead: index - 1, last: mark))
                } else if let list = open.lastIndex(where: { $0.last.map { mark.follows($0) } ?? false }) {
                    open.removeSubrange((list + 1)...)
                    open[list].last = mark
                } else {
                    open = []
                }
            } else if leadsIn(previous), endsItem(clause.text) {
                open.append(List(lead: index - 1, last: nil))
            } else if let list = open.lastIndex(where: { $0.last == nil }), endsItem(previous) {
                open.removeSubrange((list + 1)...)
            } else {
                open = []
            }
            if let list = open.last { leads[index] = list.lead }
        }
    }

    /// Whether a paragraph ends as one does that a list follows.
    private static func leadsIn(_ text: String) -> Bool { text.utf8.last == UInt8(ascii: ":") }

    /// Whether a paragraph ends as an item does that another one follows: with a semicolon, or a word such as "and" behind it.
    private static func endsItem(_ text: String) -> Bool {
        let tail = text.utf8.suffix(9)
        if tail.last == UInt8(ascii: ";") { return true }
        guard let space = tail.lastIndex(of: 0x20), space > tail.startIndex else { return false }
        return tail[tail.index(before: space)] == UInt8(ascii: ";")
    }
}

/// What an item begins with where its list is typed: `(a)`, `ii.`, `3)`, `1°`, `•`.
private struct ItemMark: Equatable {
    private enum Count: Equatable {
        case bullet(Unicode.Scalar)
        case letter(Int, isCapital: Bool)
        case roman(Int, isCapital: Bool)
        case number(Int)
    }

    /// What it may be: "i" and "v" are letters and Roman numbers.
    private let counts: [Count]
    private let isOpened: Bool
    private let end: Unicode.Scalar?

    /// Reads the mark at the beginning of a text; nil where the text begins otherwise.
    ///
    /// Numbers with parts ("4.1") are those of clauses that stand on their own.
    init?(of text: String) {
        guard Self.mayBegin(text) else { return nil }
        let scalars = text.unicodeScalars
        var rest = scalars.prefix(8)
        guard let first = rest.popFirst() else { return nil }
        if Self.bullets.contains(first) {
            guard rest.first.map({ $0 == " " || (first == "-" && $0.properties.isAlphabetic) }) ?? false else {
                return nil
            }
            (counts, isOpened, end) = ([.bullet(first)], false, nil)
            return
        }
        isOpened = first == "("
        var body = isOpened ? "" : String(first)
        while let next = rest.first, next.isASCII, next.properties.isAlphabetic || next.properties.numericType != nil {
            body.unicodeScalars.append(next)
            rest.removeFirst()
        }
        guard let end = rest.popFirst(), end == ")" || (!isOpened && (end == "." || end == "°")), rest.first == " "
        else {
            return nil
        }
        self.end = end
        counts = Self.counts(of: body)
        if counts.isEmpty { return nil }
    }

    /// Whether a text can begin with a mark: behind the first letters and digits stands what ends one.
    ///
    /// Hardly any paragraph does, and bytes tell it sooner than scalars.
    private static func mayBegin(_ text: String) -> Bool {
        let bytes = text.utf8.span
        func isInside(_ place: Int) -> Bool {
            place < bytes.count && (bytes[place].isLetter || bytes[place].isDigit)
        }
        var place = bytes.count > 0 && bytes[0] == Byte.openParenthesis ? 1 : 0
        guard isInside(place) else { return true }
        while isInside(place) { place += 1 }
        guard place < bytes.count else { return false }
        return bytes[place] == Byte.closeParenthesis || bytes[place] == Byte.dot || bytes[place] >= 0x80
    }

    private static let bullets: Set<Unicode.Scalar> = ["-", "–", "—", "•", "·", "▪", "◦", "●", "○", "*"]

    private static func counts(of body: String) -> [Count] {
        if let number = Int(body) { return (0...99).contains(number) ? [.number(number)] : [] }
        let small = Array(body.utf8.map { $0 | 0x20 })
        let isCapital = Array(body.utf8) != small
        if isCapital, Array(body.uppercased().utf8) != Array(body.utf8) { return [] }
        var counts: [Count] = []
        if let value = roman(small) { counts.append(.roman(value, isCapital: isCapital)) }
        if small.count == 1, let letter = small.first, letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") {
            counts.append(.letter(Int(letter - UInt8(ascii: "a")) + 1, isCapital: isCapital))
        }
        return counts
    }

    /// The value of a Roman number up to 39.
    private static func roman(_ letters: [UInt8]) -> Int? {
        let tens = letters.prefix { $0 == UInt8(ascii: "x") }.count
        let units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
        guard tens <= 3, !letters.isEmpty else { return nil }
        // "ix" begins with no "x": what is left is one of the nine.
        return units.firstIndex(of: String(decoding: letters.dropFirst(tens), as: UTF8.self)).map { tens * 10 + $0 }
    }

    /// Whether a list may begin with it.
    var isFirst: Bool {
        counts.contains { count in
            switch count {
            case .bullet: true
            case .letter(let value, _): value == 1
            case .roman(let value, _): value == 1
            case .number(let value): value == 1
            }
        }
    }

    /// Whether it marks a later item of the list that `other` marks one of.
    ///
    /// - Parameter byOne: Whether it must be the very next one; else a number that was left out does not matter.
    func follows(_ other: ItemMark, byOne: Bool = false) -> Bool {
        guard isOpened == other.isOpened, end == other.end else { return false }
        func isLater(_ own: Int, _ before: Int) -> Bool { byOne ? own == before + 1 : own > before }
        return counts.contains { own in
            other.counts.contains { before in
                switch (own, before) {
                case (.bullet(let own), .bullet(let before)): own == before
                case (.letter(let own, let isCapital), .letter(let before, let wasCapital)):
                    isCapital == wasCapital && isLater(own, before)
                case (.roman(let own, let isCapital), .roman(let before, let wasCapital)):
                    isCapital == wasCapital && isLater(own, before)
                case (.number(let own), .number(let before)): isLater(own, before)
                default: false
                }
            }
        }
    }
}

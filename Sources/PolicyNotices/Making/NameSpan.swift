internal import PolicyDiff

/// A name that gave way to another, with the words in front that belong to both: "Lamp Club Ltd" where only "Ltd" became "PLC".
struct NameSpan {
    /// The name before.
    let old: String
    /// The name now.
    let new: String

    /// Finds the name that a change is about; nil where its words do not stand in the texts.
    init?(of change: Change) {
        guard let focus = change.focus, let old = focus.before, let new = focus.after,
            let before = change.before.flatMap({ Self.place(of: old, in: $0.text) }),
            let after = change.after.flatMap({ Self.place(of: new, in: $0.text) })
        else { return nil }
        let pairs = zip(before.reversed(), after.reversed()).prefix { Self.isNamed($0) && Self.isNamed($1) }
            .prefix { $0.lowercased() == $1.lowercased() }
        var count = pairs.count
        // The first word of a sentence has its capital from there.
        let isFirst = count == before.count || Self.endsSentence(before.dropLast(count).last)
        if count > 0, isFirst, pairs.allSatisfy(==) { count -= 1 }
        self.old = (before.suffix(count) + [Substring(old)]).joined(separator: " ")
        self.new = (after.suffix(count) + [Substring(new)]).joined(separator: " ")
    }

    /// The words in front of a name in a text.
    private static func place(of name: String, in text: String) -> [Substring]? {
        let flat = Quotation.flat(text)
        guard let range = flat.firstRange(of: Quotation.flat(name)) else { return nil }
        let head = flat[..<range.lowerBound]
        // What hangs on the name without a space is no word of its own.
        guard head.isEmpty || head.last == " " else { return nil }
        return head.split(separator: " ")
    }

    /// Whether a word can be part of a name: a capital, and no mark behind it.
    private static func isNamed(_ word: Substring) -> Bool {
        word.first?.isUppercase == true && word.last.map { $0.isLetter || $0.isNumber } ?? false
    }

    private static func endsSentence(_ word: Substring?) -> Bool {
        word?.last.map { ".!?:;".contains($0) } ?? true
    }
}

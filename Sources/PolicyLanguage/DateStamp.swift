package import PolicyModel

/// A day that a text states of itself: "Effective March 25, 2026", "Last updated: …".
package struct DateStamp: Hashable, Sendable {
    /// What the day is.
    package enum Kind: Hashable, Sendable, CaseIterable {
        /// When the text takes effect.
        case effective
        /// When it was published or last changed.
        case published
    }

    /// What the day is.
    package let kind: Kind
    /// The day; nil where the text leaves it open ("9 days ago", "[DATE]") or it can be read two ways.
    package let date: CivilDate?

    /// Makes a stamp.
    package init(kind: Kind, date: CivilDate?) {
        self.kind = kind
        self.date = date
    }
}

/// What a clause or heading says of the dates of the text it stands in.
package struct DateStamps: Hashable, Sendable {
    /// The stamps, in order.
    package let stamps: [DateStamp]
    /// Whether the text does nothing else but date.
    package let isWholeText: Bool
    /// Whether it plainly dates the text it stands in, wherever it stands: it names no text, or points to this one.
    package let isOwn: Bool
}

/// Returns the date stamps with which a clause or heading begins; nil where it does not date the text.
///
/// Dates inside sentences that say something else are none ("If you signed up before 1 May 2020", "Effective 1 May 2020, we
/// will charge …"). Looks at the first words only, so that the cost does not grow with the text.
///
/// - Parameter language: a BCP 47 tag; all known languages are tried where it is nil or unknown.
package func dateStamps(in text: some StringProtocol, language: String? = nil) -> DateStamps? {
    let tokens = DateToken.tokens(of: text, limit: 80)
    for words in DateWords.named(language) {
        var reader = DateStampReader(tokens, words)
        if let stamps = reader.read() { return stamps }
    }
    return nil
}

/// Returns the first date stamp with which a clause or heading begins; nil where it does not date the text.
package func dateStamp(in text: some StringProtocol, language: String? = nil) -> DateStamp? {
    dateStamps(in: text, language: language)?.stamps.first
}

/// Returns whether words that lead up to a stamp stand directly before a date anywhere in the text, sentence or not.
package func mentionsDate(of kind: DateStamp.Kind, in text: some StringProtocol, language: String? = nil) -> Bool {
    let tokens = DateToken.tokens(of: text, limit: 200)
    return DateWords.named(language).contains { words in
        tokens.indices.contains { place in
            guard let phrase = words.phrase(at: place, in: tokens), phrase.kind == kind else { return false }
            let rest = tokens[(place + phrase.words.count)...]
            let next = rest.indices.first { index in
                DateReader.date(at: index, in: tokens, words) != nil
                    || (tokens[index].kind != .sign && !words.fillers.contains(tokens[index].text))
            }
            return next.map { DateReader.date(at: $0, in: tokens, words) != nil } ?? false
        }
    }
}

/// Returns the date that a text consists of ("March 25, 2026", "(2026-03-25)"); nil where it holds anything else.
package func soleDate(in text: some StringProtocol, language: String? = nil) -> CivilDate? {
    let tokens = DateToken.tokens(of: text, limit: 24)
    for words in DateWords.named(language) {
        guard let start = tokens.indices.first(where: { DateReader.date(at: $0, in: tokens, words) != nil }),
            let found = DateReader.date(at: start, in: tokens, words), let date = found.date
        else { continue }
        let others = tokens[..<start] + tokens[found.tokens.upperBound...]
        let isSole = others.allSatisfy {
            $0.kind == .sign || words.fillers.contains($0.text) && !words.stops.contains($0.text)
        }
        return isSole && others.count(where: { $0.kind == .word }) <= 3 ? date : nil
    }
    return nil
}

/// Returns what a text labels, where it is nothing but the words before a date ("Effective Date:"); nil otherwise.
package func dateLabel(in text: some StringProtocol, language: String? = nil) -> DateStamp.Kind? {
    let tokens = DateToken.tokens(of: text, limit: 12)
    for words in DateWords.named(language) {
        let first = tokens.firstIndex { $0.kind == .word } ?? 0
        guard first < tokens.count, let phrase = words.phrase(at: first, in: tokens) else { continue }
        let rest = tokens[(first + phrase.words.count)...]
        if rest.allSatisfy({ $0.kind == .sign || ["on", "date", "le", "am", "el"].contains($0.text) }) {
            return phrase.kind
        }
    }
    return nil
}

internal import PolicyDiff

/// What else stands in the clause of a change, and no other change tells.
extension Phrasing {
    /// Adds the sentences of the clause that no change tells.
    func withUntold(_ sentence: String, _ untold: ClauseMates.Untold, limit: Int) -> String {
        guard limit > Quotation.longestInHeadline else { return sentence }
        return [("style/also-new", untold.came), ("style/also-gone", untold.went)].reduce(sentence) { told, added in
            let (key, texts) = added
            if texts.isEmpty { return told }
            let shown = texts.prefix(Self.sentencesShown).map { quote(Quotation.words(of: $0, limit: limit)) }
            let rest = texts.count - shown.count
            let more = rest > 0 ? [catalogue.text("style/more", count: rest, locale)] : []
            return told + " " + catalogue.text(key, ["texts": list(shown + more)])
        }
    }

    /// How many further sentences of a clause are quoted.
    private static let sentencesShown = 4

    /// Tells the further places of a clause: in one list where they all came, or all went, as the change itself did; else how many
    /// there are, since a list of small edits hides what matters.
    func withFurther(_ sentence: String, _ change: Change, _ telling: Telling, limit: Int) -> String {
        guard limit > Quotation.longestInHeadline else { return sentence }
        let further = telling.further
        let isOfWords = telling.kind == "any" || telling.kind == "clause-reworded"
        if isOfWords, let new = telling.new, telling.old == nil, further.allSatisfy(\.old.isEmpty) {
            return phrase("any", old: nil, new: quoted([new] + further.map(\.new), limit: limit))
        }
        if isOfWords, let old = telling.old, telling.new == nil, further.allSatisfy(\.new.isEmpty) {
            return phrase("any", old: quoted([old] + further.map(\.old), limit: limit), new: nil)
        }
        return withPlaces(withContext(sentence, change, telling, limit: limit), further, limit: limit)
    }

    /// Adds the largest further places of a clause, and how many more there are.
    func withPlaces(_ sentence: String, _ further: [Hunk], limit: Int) -> String {
        guard limit > Quotation.longestInHeadline else { return sentence }
        let bySize = further.enumerated().sorted { ($1.element.size, $0.offset) < ($0.element.size, $1.offset) }
        // Among very many changes the places of each are told in fewer words.
        let count = limit < Quotation.longest ? 1 : 2
        let shown = bySize.prefix(count).sorted { $0.offset < $1.offset }.map(\.element)
        let told = shown.map { place in
            let (old, new) = Quotation.pair(place.old, place.new, limit: Quotation.longestInHeadline)
            return phrase(
                "any", old: place.old.isEmpty ? nil : quote(old), new: place.new.isEmpty ? nil : quote(new))
        }
        let rest = further.count - shown.count
        let more = rest > 0 ? [catalogue.text("style/further", count: rest, locale)] : []
        return ([sentence] + told + more).joined(separator: " ")
    }

    /// The words of several places in a list, as many as one takes in.
    private func quoted(_ words: [String], limit: Int) -> String {
        var left = limit
        var shown: [String] = []
        for text in words {
            let count = min(Quotation.count(text), Quotation.longestInHeadline)
            if !shown.isEmpty, count > left { break }
            shown.append(quote(Quotation.words(of: text, limit: shown.isEmpty ? limit : Quotation.longestInHeadline)))
            left -= count
        }
        let rest = words.count - shown.count
        return list(shown + (rest > 0 ? [catalogue.text("style/more", count: rest, locale)] : []))
    }
}

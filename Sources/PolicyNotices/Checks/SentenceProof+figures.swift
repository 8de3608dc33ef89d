internal import PolicyDiff
internal import PolicyModel

extension SentenceProof {
    /// Figures stand in their order: the old one first, or behind "instead of"; what grows is not said to shrink, and what became
    /// worse not told as something given.
    func figures(in own: String, whole: String, _ truth: ChangeTruth, line: Int) -> [Finding] {
        let change = truth.change
        let isTurned = change.quantities.first { quantity in
            guard let (old, new) = figures(of: quantity) else { return false }
            return Self.isTurned(own, old: old, new: new, phrases)
        }
        if let isTurned {
            return [
                notice.finding(
                    "notice-figures-turned", .error, line: line,
                    "The sentence turns the figures round: it was \(isTurned.before ?? "") and becomes \(isTurned.after ?? "").",
                    fix: "Name the old figure first, or the new one alone.")
            ]
        }
        // A word of the text itself ("before any price increase") says nothing of the change.
        let texts = [change.before?.text, change.after?.text].compactMap { $0 }
        let grows = change.kind == "deadline-extended" || change.kind == "quantity-raised"
        let shrinks = change.kind == "deadline-shortened" || change.kind == "quantity-lowered"
        // "No longer for 3 days" makes nothing longer.
        let rest = phrases.withoutEnd(own).rest
        let more = phrases.first(.more, in: rest, besides: texts)
        let less = phrases.first(.less, in: rest, besides: texts)
        if let word = grows && more == nil ? less : shrinks && less == nil ? more : nil {
            return [
                notice.finding(
                    "notice-sentence-contradicts", .error, line: line,
                    "“\(word)” says the contrary of the change: \(change.summary)", fix: "Say which way it goes.")
            ]
        }
        let isShown = (grows ? more : less) != nil || phrases.first(.ended, in: own) != nil || namesOld(whole, change)
        guard isOneLanguage, grows || shrinks, truth.direction == .stricter, !isShown else { return [] }
        // "Only 14 days" complains of a short time, "only 8 euros" praises a price.
        let isOnly = claims.isRestricted(own)
        let isSmall = isOnly || phrases.first(.praises, in: own) != nil
        let isPraised = shrinks ? !isOnly : isSmall || phrases.first(.gains, in: own) != nil
        let claimed = claims.claims(in: own)
        let isGiven = phrases.first(.gains, in: own) != nil && !claimed.contains { $0.stand == .required }
        let isKind = claimed.contains(where: \.isKind) || isGiven || isSmall
        guard isPraised, isKind else { return [] }
        return [
            notice.finding(
                "notice-sentence-unproven", .error, line: line,
                "The sentence tells as given what became less for readers. The change: \(change.summary)",
                fix: "Name the old figure as well, or say that it became shorter, longer, higher or lower.")
        ]
    }

    /// The figures of a quantity before and after; nil where it has not two different ones.
    private func figures(of quantity: QuantityChange) -> (old: String, new: String)? {
        guard let old = quantity.before.flatMap({ NoticeFigures.numbers(in: $0, notice).first }),
            let new = quantity.after.flatMap({ NoticeFigures.numbers(in: $0, notice).first }), old != new
        else { return nil }
        return (old, new)
    }

    /// Whether a sentence names what a figure was.
    private func namesOld(_ text: String, _ change: Change) -> Bool {
        change.quantities.contains { quantity in
            figures(of: quantity).map { text.range(ofNumber: $0.old) != nil } ?? false
        }
    }

    /// Whether a sentence names two figures the wrong way round, or the old one as if it still held.
    private static func isTurned(_ own: String, old: String, new: String, _ phrases: ClaimPhrases) -> Bool {
        switch (own.range(ofNumber: old), own.range(ofNumber: new)) {
        case (let first?, let second?) where first.lowerBound < second.lowerBound:
            phrases.first(.instead, in: String(own[first.upperBound..<second.lowerBound])) != nil
        case (let first?, let second?):
            // "75, where it was 60", "75; 60 before".
            phrases.first(.instead, in: String(own[second.upperBound..<first.lowerBound])) == nil
                && phrases.first(.before, in: String(own[second.upperBound...])) == nil
        case (_?, nil): phrases.first(.before, in: own) == nil
        case (nil, _): false
        }
    }

    /// Figures and their units are those of the change, not of another one.
    func numbers(in text: String, _ truths: [ChangeTruth], _ key: NoticeKey, line: Int) -> [Finding] {
        let sources = truths.flatMap { truth in
            [truth.change.before?.text, truth.change.after?.text].compactMap { $0 }
                + truth.change.quantities.flatMap { [$0.before, $0.after].compactMap { $0 } }
        }
        let generated = notice.units.filter { $0.key == key }.map { PeopleText.plain($0.markdown) }
        let known = Set((sources + generated).flatMap { NoticeFigures.numbers(in: $0, notice) })
            .union(NoticeFigures.differences(of: truths.map(\.change), notice))
        // What stands in neither text is told by another check.
        var strange = NoticeFigures.numbers(in: text, notice).filter {
            !known.contains($0) && NoticeFigures.knownNumbers(notice).contains($0)
        }
        if isOneLanguage, strange.isEmpty {
            let quantities = Set((sources + generated).flatMap(claims.quantities(in:)).map(Self.measure))
            let dates = Set(NoticeFigures.ownDates(notice).map { String($0.year) })
            strange = claims.quantities(in: text).filter { quantity in
                !quantities.contains(Self.measure(quantity)) && !dates.contains { quantity.contains($0) }
                    && !NoticeFigures.differences(of: truths.map(\.change), notice)
                        .contains { quantity.range(ofNumber: $0) != nil }
            }
        }
        return strange.map { number in
            notice.finding(
                "notice-number-of-another-change", .error, line: line,
                "The sentence names \(number), which is not in the words that changed: \(truths[0].change.summary)",
                fix: "Name the figure of this change as the text does.")
        }
    }

    /// A quantity without the forms of its words: "14 days" and "14-day".
    private static func measure(_ quantity: String) -> String {
        quantity.lowercased().split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(3) }.joined(separator: " ")
    }
}

internal import PolicyModel

/// Tells quantities, periods and dates that changed, in the words of the text.
enum QuantityReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        var tellings: [Telling] = []
        let current = edit
        let claimed = edit.claim { hunk in
            let pairs = QuantityPairs.pairs(current, hunk)
            return pairs.isEmpty ? nil : pairs
        }
        if claimed.isEmpty { return [] }
        var rest: [Hunk] = []
        for (hunk, pairs) in claimed {
            for pair in pairs { tell(current, hunk, pair, &tellings) }
            rest += QuantityPairs.rest(current, hunk, pairs)
        }
        // What differs around the quantities is not told by them.
        edit.open = (edit.open + rest).sorted {
            ($0.new.lowerBound, $0.old.lowerBound) < ($1.new.lowerBound, $1.old.lowerBound)
        }
        return merged(besides(tellings, current))
    }

    /// A date in one sentence with a quantity whose way is known is told with it: "€5 from May 2025" became "€4 from May 2026".
    private static func besides(_ tellings: [Telling], _ edit: ClauseEdit) -> [Telling] {
        func sentence(_ telling: Telling) -> Int? {
            telling.hunks.first.map { edit.new.sentence(at: $0.new.lowerBound).lowerBound }
        }
        let dates = tellings.filter { $0.kind == .dateChanged }
        var others = tellings.filter { $0.kind != .dateChanged }
        var alone: [Telling] = []
        for date in dates {
            let host = others.firstIndex {
                sentence($0) == sentence(date) && ($0.direction == .stricter || $0.direction == .looser)
            }
            if let host {
                others[host].also.append(Change.Focus(before: date.oldWords, after: date.newWords))
                others[host].quantities += date.quantities
            } else {
                alone.append(date)
            }
        }
        return others + alone
    }

    private static func tell(_ edit: ClauseEdit, _ hunk: Hunk, _ pair: QuantityPairs.Pair, _ tellings: inout [Telling])
    {
        let oldText = edit.old.written(pair.old)
        let newText = edit.new.written(pair.new)
        let before = edit.old.word(pair.old.lowerBound)
        let after = edit.new.word(pair.new.lowerBound)
        let quantity = QuantityChange(before: oldText, after: newText)
        if before.kind == .date || after.kind == .date {
            tellings.append(
                Telling(
                    kind: .dateChanged, direction: untilDirection(edit, pair, oldText, newText),
                    reason: "the date “\(oldText)” became “\(newText)”", hunks: [hunk],
                    quantities: [quantity], oldWords: oldText, newWords: newText))
            return
        }
        if isYear(before, oldText), isYear(after, newText) {
            tellings.append(
                Telling(
                    kind: .dateChanged, direction: .unclear, reason: "the year “\(oldText)” became “\(newText)”",
                    hunks: [hunk], quantities: [quantity], oldWords: oldText, newWords: newText))
            return
        }
        let oldSize = Size(before, edit.vocabulary)
        let newSize = Size(after, edit.vocabulary)
        let isSamePeriod = oldSize.isSamePeriod(as: newSize)
        if isSamePeriod || oldSize == newSize {
            tellings.append(
                Telling(
                    kind: .reworded, direction: .neutral,
                    reason: "“\(oldText)” is \(isSamePeriod ? "as long" : "as much") as “\(newText)”",
                    hunks: [hunk],
                    oldWords: oldText, newWords: newText))
            return
        }
        let change = oldSize.isAboutSamePeriod(as: newSize) ? 0 : oldSize.compared(to: newSize)
        let isDuration = before.traits.contains(.duration) || after.traits.contains(.duration)
        let measure = Gauge.of(edit, pair.new.lowerBound, isDuration: isDuration)
        let isPeriod = isDuration && measure != .age && measure != .protectedAge
        let kind: ChangeKind =
            isPeriod
            ? (change < 0 ? .deadlineShortened : .deadlineExtended) : (change < 0 ? .quantityLowered : .quantityRaised)
        let direction: Direction = change == 0 ? .unclear : measure.direction(isRaised: change > 0)
        tellings.append(
            Telling(
                kind: kind, direction: direction, reason: "“\(oldText)” became “\(newText)”\(measure.words)",
                hunks: [hunk],
                quantities: [quantity], oldWords: oldText, newWords: newText))
    }

    /// Which way it goes where something holds until another day: what helps the reader helps for longer, what burdens burdens for longer.
    private static func untilDirection(
        _ edit: ClauseEdit, _ pair: QuantityPairs.Pair, _ oldText: String, _ newText: String
    ) -> Direction {
        func year(_ text: String) -> Int? {
            text.split { !$0.isNumber }.compactMap { $0.count == 4 ? Int($0) : nil }.first
        }
        let sentence = edit.new.sentence(at: pair.new.lowerBound)
        let before = max(sentence.lowerBound, pair.new.lowerBound - 3)..<pair.new.lowerBound
        guard edit.vocabulary.lexicon.details.until.stands(in: edit.new, over: before, edit.vocabulary),
            let old = year(oldText), let new = year(newText), old != new
        else { return .unclear }
        switch edit.newContext.completed(Facts(edit.new, sentence)).effect {
        case .benefit: return new > old ? .looser : .stricter
        case .burden: return new > old ? .stricter : .looser
        case .unknown: return .unclear
        }
    }

    /// Whether a number that counts nothing is a year of our time.
    private static func isYear(_ token: Token, _ text: String) -> Bool {
        guard token.traits == .number, text.utf8.count == 4, let year = Int(text) else { return false }
        return (1900...2099).contains(year)
    }

    /// A figure without a unit that changed as one with a unit did is the same thing said again: "under 18 years … under 18".
    private static func settled(_ tellings: [Telling]) -> [Telling] {
        func figures(_ telling: Telling) -> [String] {
            let quantity = telling.quantities.first
            return [quantity?.before ?? "", quantity?.after ?? ""].map { String($0.prefix { $0.isNumber }) }
        }
        return tellings.map { telling in
            guard telling.direction == .unclear, !figures(telling).contains(""),
                let known = tellings.first(where: {
                    $0.direction != .unclear && $0.kind == telling.kind && figures($0) == figures(telling)
                })
            else { return telling }
            var telling = telling
            telling.direction = known.direction
            return telling
        }
    }

    /// Several quantities of one clause are one change where they go the same way, and one of unclear direction where they do not.
    private static func merged(_ tellings: [Telling]) -> [Telling] {
        var result: [Telling] = []
        for telling in settled(tellings) {
            if let index = result.firstIndex(where: { $0.kind == telling.kind && $0.direction == telling.direction }) {
                result[index].quantities += telling.quantities.filter { !result[index].quantities.contains($0) }
                result[index].hunks += telling.hunks
            } else {
                result.append(telling)
            }
        }
        return result
    }
}

internal import PolicyDiff
internal import PolicyModel

/// What a change quotes, in the words of recorded translations.
struct Rendering {
    let pair: TranslatedPair
    /// What reads sentences of the translation.
    let words: SentenceReader

    /// Returns a change and its telling with the words of the translation; nil where it lacks any of them.
    func rendered(_ change: Change, _ telling: Telling) -> (change: Change, telling: Telling)? {
        if change.rule != nil || telling.old == nil && telling.new == nil { return nil }
        if change.kind.hasPrefix("section-") { return renderedSection(change, telling) }
        let before = change.before.flatMap { pair.before?.clause(for: $0) }
        let after = change.after.flatMap { pair.after?.clause(for: $0) }
        guard (change.before == nil) == (before == nil), (change.after == nil) == (after == nil),
            before != after, let quantities = quantities(of: change, before, after)
        else { return nil }
        let parts = before.flatMap { old in after.map { Self.parted(old, $0) } }
        let sides = sides(of: change, telling, before, after, parts)
        guard (sides.old == nil) == (telling.old == nil), (sides.new == nil) == (telling.new == nil) else { return nil }
        func evidence(_ text: String?, _ original: Change.Evidence?) -> Change.Evidence? {
            text.flatMap { text in original.map { Change.Evidence(text: text, lines: $0.lines) } }
        }
        let shown = Change(
            id: change.id, kind: change.kind, significance: change.significance, direction: change.direction,
            section: change.section, before: evidence(before, change.before), after: evidence(after, change.after),
            edits: parts?.edits ?? [], modality: change.modality, quantities: quantities,
            focus: change.focus.map { _ in Change.Focus(before: sides.old, after: sides.new) },
            summary: change.summary, reason: change.reason, introducedIn: change.introducedIn, places: change.places,
            override: change.override)
        return (shown, telling.quoting(old: sides.old, new: sides.new))
    }

    private func renderedSection(_ change: Change, _ telling: Telling) -> (change: Change, telling: Telling)? {
        func heading(_ text: String?, _ translation: TextTranslation?) -> String? {
            guard let text, let headings = translation?.headings(for: change.section), change.section.last == text
            else {
                return nil
            }
            return headings.last
        }
        let old = heading(telling.old, pair.before)
        let new = heading(telling.new, pair.after)
        guard (old == nil) == (telling.old == nil), (new == nil) == (telling.new == nil) else { return nil }
        func evidence(_ text: String?, _ original: Change.Evidence?) -> Change.Evidence? {
            original.map { Change.Evidence(text: text ?? $0.text, lines: $0.lines) }
        }
        let shown = Change(
            id: change.id, kind: change.kind, significance: change.significance, direction: change.direction,
            section: change.section, before: evidence(old, change.before), after: evidence(new, change.after),
            summary: change.summary, reason: change.reason, introducedIn: change.introducedIn, places: change.places,
            override: change.override)
        return (shown, telling.quoting(old: old, new: new))
    }

    /// The words to quote of either side: the part that differs where the change is about a part, a sentence of several, or the clause.
    private func sides(
        of change: Change, _ telling: Telling, _ before: String?, _ after: String?, _ parts: Parts?
    ) -> (old: String?, new: String?) {
        if change.focus != nil, let parts {
            let (old, new) = (parts.old.isEmpty ? nil : parts.old, parts.new.isEmpty ? nil : parts.new)
            if (old == nil) == (telling.old == nil), (new == nil) == (telling.new == nil) { return (old, new) }
        }
        func side(_ told: String?, _ original: String?, _ translated: String?) -> String? {
            guard let told, let original, let translated else { return nil }
            let (own, other) = (Sentences(original).all, Sentences(translated).all)
            guard own.count == other.count, let place = own.firstIndex(where: { $0.contains(told) }) else {
                return translated
            }
            return other[place]
        }
        return (side(telling.old, change.before?.text, before), side(telling.new, change.after?.text, after))
    }

    /// The quantities in the words of the translation; nil where one of them is not found there by its number.
    private func quantities(of change: Change, _ before: String?, _ after: String?) -> [QuantityChange]? {
        func found(_ quantity: String?, in text: String?) -> String?? {
            guard let quantity else { return .some(nil) }
            guard let text else { return nil }
            let number = quantity.filter { $0.isASCII && $0.isNumber }
            let own = words.readings(of: text).flatMap(\.quantities).first {
                $0.filter { $0.isASCII && $0.isNumber } == number && !number.isEmpty
            }
            return own.map { .some($0) } ?? nil
        }
        var quantities: [QuantityChange] = []
        for quantity in change.quantities {
            guard let old = found(quantity.before, in: before), let new = found(quantity.after, in: after) else {
                return nil
            }
            quantities.append(QuantityChange(before: old, after: new))
        }
        return quantities
    }

    /// Two texts without the words that they begin and end with alike.
    private struct Parts {
        let old: String
        let new: String
        let edits: [WordEdit]
    }

    private static func parted(_ old: String, _ new: String) -> Parts {
        let (before, after) = (old.split(separator: " "), new.split(separator: " "))
        let head = zip(before, after).prefix { bare($0) == bare($1) }.count
        let tail = zip(before.dropFirst(head).reversed(), after.dropFirst(head).reversed()).prefix { left, right in
            bare(left) == bare(right)
        }.count
        func joined(_ words: some Sequence<Substring>) -> String { words.joined(separator: " ") }
        let gone = joined(before[head..<(before.count - tail)])
        let come = joined(after[head..<(after.count - tail)])
        var edits: [WordEdit] = []
        if head > 0 { edits.append(WordEdit(.equal, joined(after[..<head]) + " ")) }
        if !gone.isEmpty { edits.append(WordEdit(.delete, gone)) }
        if !come.isEmpty { edits.append(WordEdit(.insert, come)) }
        if tail > 0 { edits.append(WordEdit(.equal, " " + joined(after[(after.count - tail)...]))) }
        return Parts(old: withoutStop(gone), new: withoutStop(come), edits: edits)
    }

    private static func bare(_ word: Substring) -> Substring {
        var word = word
        while let last = word.last, ".,;".contains(last) { word.removeLast() }
        return word
    }

    private static func withoutStop(_ text: String) -> String { String(bare(text[...])) }
}

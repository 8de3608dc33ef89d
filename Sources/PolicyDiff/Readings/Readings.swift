internal import PolicyModel

/// All readings of a changed clause, in the order in which they may claim its hunks.
enum Readings {
    private static let editorial: [@Sendable (inout ClauseEdit) -> [Telling]] = [
        { DateStampReading.read(&$0) }, { StampReading.read(&$0) }, { EditorialReading.read(&$0) },
        { GluedTextReading.read(&$0) }, { QuestionReading.read(&$0) }, { AliasReading.read(&$0) },
        { CrossReferenceReading.read(&$0) },
        { MovedWordsReading.read(&$0) }, { PhrasingReading.read(&$0) },
        { ParaphraseReading.read(&$0) },
    ]

    private static let substantive: [@Sendable (inout ClauseEdit) -> [Telling]] = [
        { AddressReading.read(&$0) }, { PartyReading.read(&$0) }, { ContactReading.read(&$0) },
        { QuantityReading.read(&$0) }, { BoundReading.read(&$0) },
        { ConsentReading.read(&$0) }, { LiabilityReading.read(&$0) }, { TurnReading.read(&$0) },
        { ModalityReading.read(&$0) },
        { StatementReading.read(&$0) }, { DefinitionReading.read(&$0) }, { ExceptionReading.read(&$0) },
        { TopicReading.read(&$0) },
        { ListReading.read(&$0) }, { ScopeReading.read(&$0) },
    ]

    /// In how many places a clause may differ for each to be read by itself.
    private static let mostHunks = 400

    /// How many words of a clause may differ for each to be read by itself.
    private static let mostWords = 8_000

    /// Returns what is to be told of a changed clause: what is substantive, one change a kind; else the one editorial kind that says most.
    static func tell(_ edit: inout ClauseEdit) -> [Telling] {
        let words = edit.hunks.reduce(0) { $0 + $1.old.count + $1.new.count }
        if edit.hunks.count > mostHunks || words > mostWords {
            // Each hunk is read with the sentence around it: without a bound, a long text of few words would cost its square.
            return [
                Telling(
                    kind: .clauseReworded, direction: .unclear,
                    reason: "words differ in \(edit.hunks.count) places of the same clause", hunks: edit.hunks)
            ]
        }
        if MovedWordsReading.isWholeMoved(edit) {
            return [
                Telling(
                    kind: .reworded, direction: .neutral, reason: "the same words stand in another order",
                    hunks: edit.hunks)
            ]
        }
        var wording: [Telling] = []
        for reading in editorial { wording += reading(&edit) }
        var told: [Telling] = []
        for reading in substantive where !edit.open.isEmpty {
            for telling in reading(&edit) {
                if telling.kind.significance == .editorial {
                    wording.append(telling)
                } else if let index = told.firstIndex(where: { $0.kind == telling.kind }) {
                    told[index] = joined(told[index], telling)
                } else {
                    told.append(telling)
                }
            }
        }
        told = withoutEchoes(told)
        if told.contains(where: { !$0.isWeak && $0.kind.significance == .material }) {
            // What is weak is told beside what is not only where it stands in a sentence of its own.
            told = besideStrong(told, edit)
        } else if told.count > 1 {
            // A renamed party or another contact says nothing of the rest.
            told = told.filter { !$0.isWeak } + apart(told.filter(\.isWeak), edit)
        }
        if !told.isEmpty { return Figure.toldOnce(told) }
        if let first = wording.first { return [first] }
        if edit.hunks.isEmpty, let hidden = hiddenAddress(edit) { return [hidden] }
        return [
            Telling(kind: .reworded, direction: .neutral, reason: "the same words, put into clauses in another way")
        ]
    }

    /// An e-mail address that stands in one text and is hidden from programs in the other.
    private static func hiddenAddress(_ edit: ClauseEdit) -> Telling? {
        guard (edit.old.tokens + edit.new.tokens).contains(where: { $0.kind == .hiddenEmail }) else { return nil }
        return Telling(
            kind: .pageFurnitureChanged, direction: .neutral,
            reason: "one of the texts hides its e-mail address from programs")
    }

    /// How many words a telling is about.
    private static func size(_ telling: Telling) -> Int { telling.hunks.reduce(0) { $0 + $1.old.count + $1.new.count } }

    /// Weak tellings, those of one sentence told as one: by the one with most words, with no direction where they pull both ways.
    private static func apart(_ told: [Telling], _ edit: ClauseEdit) -> [Telling] {
        var groups: [[Telling]] = []
        for telling in told {
            let index = groups.firstIndex { group in
                let others = group.flatMap(\.hunks)
                return telling.hunks.contains { shares($0, others, edit) }
            }
            if let index { groups[index].append(telling) } else { groups.append([telling]) }
        }
        return groups.map { group in
            var group = group
            let longest = group.indices.max { (size(group[$0]), $1) < (size(group[$1]), $0) } ?? 0
            var first = group.remove(at: longest)
            // Few words of which nobody can say which way they go do not blur many of which one can.
            let known = first.direction == .stricter || first.direction == .looser
            let directions = Set(
                group.filter { !(known && $0.direction == .unclear && size($0) * 2 <= size(first)) }.map(\.direction)
            ).union([first.direction]).subtracting([.neutral])
            if directions.count > 1 { first.direction = .unclear }
            for other in group {
                first.quantities += other.quantities
                first.hunks += other.hunks
                first.also += words(of: other)
            }
            return first
        }
    }

    /// Whether a hunk stands in a sentence with any of the others, in the old text or the new one.
    private static func shares(_ hunk: Hunk, _ others: [Hunk], _ edit: ClauseEdit) -> Bool {
        others.contains { other in
            (!hunk.old.isEmpty && stands(hunk.old, beside: other.old, edit.old))
                || (!hunk.new.isEmpty && stands(hunk.new, beside: other.new, edit.new))
                || (!other.old.isEmpty && stands(other.old, beside: hunk.old, edit.old))
                || (!other.new.isEmpty && stands(other.new, beside: hunk.new, edit.new))
        }
    }

    /// Whether a place lies in a sentence that a range of words begins or ends in; where one ends and the next begins it lies in none.
    private static func stands(_ range: Range<Int>, beside other: Range<Int>, _ passage: Passage) -> Bool {
        let first = passage.sentence(at: range.lowerBound)
        let last = passage.sentence(at: range.upperBound - 1)
        let whole = first.lowerBound..<last.upperBound
        return other.isEmpty
            ? whole.lowerBound < other.lowerBound && other.lowerBound < whole.upperBound : other.overlaps(whole)
    }

    /// Tells weak tellings that stand in a sentence with a strong one as further words of that sentence, unless they go the
    /// other way.
    private static func besideStrong(_ told: [Telling], _ edit: ClauseEdit) -> [Telling] {
        func isStrong(_ telling: Telling) -> Bool { !telling.isWeak && telling.kind.significance == .material }
        var kept = told.filter { isStrong($0) || !$0.quantities.isEmpty }
        for telling in told where !isStrong(telling) && telling.quantities.isEmpty {
            let host = kept.firstIndex { host in
                isStrong(host) && telling.hunks.contains { shares($0, host.hunks, edit) }
            }
            if telling.isWeak, let host, !isOpposite(telling.direction, kept[host].direction) {
                kept[host].also += words(of: telling)
            } else if telling.isWeak, telling.direction == .unclear, isSlight(telling, edit),
                let first = kept.firstIndex(where: { isStrong($0) && size($0) >= 2 * size(telling) })
            {
                kept[first].also += words(of: telling)
            } else {
                kept.append(telling)
            }
        }
        return kept
    }

    /// A new statement that says nothing but a figure that changed is told with that figure: "under 13" and "13 and over".
    private static func withoutEchoes(_ told: [Telling]) -> [Telling] {
        func digits(_ text: String?) -> String { String((text ?? "").prefix(while: \.isNumber)) }
        var kept = told
        let statements: Set<String> = [ChangeKind.disclosureAdded.id, ChangeKind.disclosureRemoved.id]
        for telling in told where statements.contains(telling.kind.id) && telling.quantities.count == 1 {
            let isAdded = telling.kind.id == ChangeKind.disclosureAdded.id
            let figure = digits(isAdded ? telling.quantities[0].after : telling.quantities[0].before)
            let host = kept.firstIndex { host in
                !statements.contains(host.kind.id) && !figure.isEmpty
                    && host.quantities.contains {
                        $0.before != nil && $0.after != nil && digits(isAdded ? $0.after : $0.before) == figure
                    }
            }
            guard let host else { continue }
            kept[host].also += words(of: telling)
            kept.removeAll { $0.kind == telling.kind && $0.hunks == telling.hunks }
        }
        return kept
    }

    /// Whether a telling is about one word or two that decide nothing: "ensure" became "support".
    private static func isSlight(_ telling: Telling, _ edit: ClauseEdit) -> Bool {
        telling.hunks.allSatisfy { hunk in
            func content(_ passage: Passage, _ range: Range<Int>) -> Int {
                range.count { !passage.word($0).traits.contains(.filler) }
            }
            return content(edit.old, hunk.old) <= 2 && content(edit.new, hunk.new) <= 2
                && edit.traits(hunk).isDisjoint(with: Traits.decisive)
        }
    }

    private static func isOpposite(_ first: Direction, _ second: Direction) -> Bool {
        (first == .stricter && second == .looser) || (first == .looser && second == .stricter)
    }

    /// The words that a telling is about, and those that it tells besides.
    private static func words(of telling: Telling) -> [Change.Focus] {
        let own =
            telling.oldWords == nil && telling.newWords == nil
            ? [] : [Change.Focus(before: telling.oldWords, after: telling.newWords)]
        return own + telling.also
    }

    /// Two tellings of one kind as one: by the words that say more, and by a direction that both have.
    ///
    /// Words of which nobody can say which way they go do not blur others of which one can, nor do weak ones that go no way.
    private static func joined(_ first: Telling, _ second: Telling) -> Telling {
        let secondSaysMore =
            first.isVague == second.isVague
            ? first.direction == second.direction && first.isWeak && size(first) * 2 <= size(second) : first.isVague
        if secondSaysMore { return joined(second, first) }
        var joined = first
        let isFirm = second.isWeak && !first.isWeak && second.direction == .unclear
        if first.direction != second.direction, first.isVague == second.isVague, !isFirm { joined.direction = .unclear }
        joined.hunks += second.hunks
        joined.quantities += second.quantities
        // The same words twice in a clause are said once.
        joined.also += words(of: second).filter { !words(of: first).contains($0) }
        return joined
    }
}

internal import PolicyDiff
internal import PolicyModel

/// How a change is told: as what, in which words of the policy, and under which heading.
///
/// A comparison says of each change what it most likely is. A notice says it in public, so it keeps to what the quoted words show by
/// themselves: a ban is told as a ban where they forbid; otherwise they are told as words that came, went or changed.
struct Telling {
    /// The kind whose sentence tells it; `any` where only the words are told.
    let kind: String
    /// The words that went.
    let old: String?
    /// The words that came.
    let new: String?
    /// The beginning of the passage that the words are from, where they are one sentence of several.
    let passage: String?
    /// Further places of its clause that no other change tells; only where the words are told as words.
    let further: [Hunk]
    /// Further sentences of its clause that bind somebody, and that no change tells.
    let untold: ClauseMates.Untold
    /// The heading.
    let meaning: Meaning
    /// What a statement was and has become, where the sentence says that.
    let turn: ModalityChange?

    /// Whether what is told beside the change may be harder on the reader, though the change itself is not.
    let isMixed: Bool

    /// Whether only words are told, which do not show what the comparison makes of them.
    var isOfWords: Bool {
        ["any", "clause-reworded", "disclosure-added", "disclosure-removed"].contains(kind) && meaning == .alsoChanged
    }

    init(of change: Change, _ words: SentenceReader, _ mates: inout ClauseMates) {
        let told = Self.told(change, words, &mates)
        let shown = [told.old, told.new].compactMap { $0 }.flatMap { text in
            [Quotation.words(of: text), Sentences(text).all.first].compactMap { $0 }
        }
        let others = mates.untoldSentences(by: change, shown: shown, words)
        let untold = told.untold.isEmpty ? others : told.untold
        // Where both texts are quoted as wholes, all their places are.
        let isWhole = told.old == change.before?.text || told.new == change.after?.text
        let further = told.further.isEmpty && !isWhole ? mates.untold(by: change, words) : told.further
        // What is gained does not stand for what else came with it.
        let isMixed =
            told.meaning.direction == .looser && (untold.isBurden(words) || further.contains { $0.size > 2 })
        self.init(
            told.kind, old: told.old.map { Self.upTo(untold.went, in: $0) },
            new: told.new.map { Self.upTo(untold.came, in: $0) }, passage: told.passage, further: further,
            untold: untold, meaning: isMixed ? .alsoChanged : told.meaning, turn: told.turn, isMixed: isMixed)
    }

    private init(
        _ kind: String, old: String?, new: String?, passage: String? = nil, further: [Hunk] = [],
        untold: ClauseMates.Untold = ClauseMates.Untold(), meaning: Meaning, turn: ModalityChange? = nil,
        isMixed: Bool = false
    ) {
        self.kind = kind
        self.old = old
        self.new = new
        self.passage = passage
        self.further = further
        self.untold = untold
        self.meaning = meaning
        self.turn = turn
        self.isMixed = isMixed
    }

    private static func told(_ change: Change, _ words: SentenceReader, _ mates: inout ClauseMates) -> Telling {
        var old = change.focus.map(\.before) ?? change.before?.text
        var new = change.focus.map(\.after) ?? change.after?.text
        if old?.isEmpty == true { old = nil }
        if new?.isEmpty == true { new = nil }
        let before = change.before.flatMap { words.modality(ofSentence: $0.text) }
        let after = change.after.flatMap { words.modality(ofSentence: $0.text) }
        let isClause = change.before != nil && change.after != nil
        var meaning = Meaning(of: change, modality: isClause ? after ?? before : nil)
        if change.kind == "rule-type-changed" {
            return Telling(
                change.modality == nil ? "any" : change.kind, old: old.map(withoutType), new: new.map(withoutType),
                meaning: meaning, turn: change.modality)
        }
        if let scope = wholeScope(change) { return Telling(scope, old: old, new: new, meaning: meaning) }
        if isOfBareFigures(change), let words = ofWords(change, &mates, words) { return words }
        // "We may" instead of "we will" gives the reader nothing to do or to leave.
        if change.kind.hasPrefix("modality-"), change.rule == nil, before == nil, after == nil, !meaning.isPromise {
            meaning = .alsoChanged
        }
        // A clause that forbade and now allows is told as that, whichever of its words the change is about.
        if isClause, let before, let after, before != after, mayTurn.contains(change.kind) {
            let turn = ModalityChange(before: before, after: after)
            return Telling(
                sentence(of: turn), old: change.before?.text, new: change.after?.text,
                meaning: Meaning.of(turn, force(after) > force(before) ? .stricter : .looser), turn: turn)
        }
        if let turned = turned(change, meaning) {
            return Telling(
                turned, old: change.before?.text, new: change.after?.text, meaning: meaning, turn: change.modality)
        }
        if change.kind == "party-renamed", change.rule == nil, let name = NameSpan(of: change) {
            return Telling(change.kind, old: name.old, new: name.new, meaning: meaning)
        }
        guard let proof = Proof(of: change.kind), change.rule == nil || change.focus == nil else {
            let further =
                change.kind == "clause-reworded" && change.focus != nil ? mates.untold(by: change, words) : []
            return leading(Telling(change.kind, old: old, new: new, further: further, meaning: meaning))
        }
        let isAddition = !change.kind.hasSuffix("-removed")
        // What a paragraph said twice and says once now is not gone.
        if isClause, let side = isAddition ? new : old, let other = isAddition ? change.before : change.after,
            Sentences(side).isWhole, Quotation.flat(other.text).contains(Quotation.flat(side))
        {
            var untold = mates.untoldSentences(by: change, shown: [], words)
            if isAddition {
                new = untold.came.isEmpty ? new : untold.came.removeFirst()
            } else {
                old = untold.went.isEmpty ? old : untold.went.removeFirst()
            }
            return Telling("any", old: old, new: new, untold: untold, meaning: .alsoChanged)
        }
        guard let statement = isAddition ? new : old, let shown = proof.shown(in: statement, of: change, words) else {
            // What it says is a fact, whatever it does; and a part of a sentence is told as words.
            let isWhole = Sentences((isAddition ? new : old) ?? "").isWhole
            let isFact = isWhole && (old == nil || new == nil)
            return leading(
                Telling(
                    isFact ? "disclosure-\(isAddition ? "added" : "removed")" : "any", old: old, new: new,
                    passage: isFact ? passage(of: isAddition ? new : old, in: change) : nil,
                    further: isFact ? [] : mates.untold(by: change, words),
                    meaning: meaning == .wordingOnly ? meaning : .alsoChanged))
        }
        let other = (isAddition ? old : new).flatMap { proof.isInPlace($0, words) ? $0 : nil }
        return Telling(
            change.kind, old: isAddition ? other : shown, new: isAddition ? shown : other,
            passage: statement.hasPrefix(shown) ? nil : statement, meaning: meaning)
    }
}

extension Telling {
    /// Whether figures changed that no unit says what they count, and that are part of other words: the number of a house.
    private static func isOfBareFigures(_ change: Change) -> Bool {
        guard change.kind == "quantity-raised" || change.kind == "quantity-lowered" else { return false }
        let figures = change.quantities.flatMap { [$0.before, $0.after] }.compactMap { $0 }
        let isBare = figures.allSatisfy { $0.allSatisfy { $0.isNumber || ".,-–/".contains($0) } }
        guard isBare, change.direction != .unclear else { return isBare }
        return Hunk.all(in: change.edits).contains { place in
            place.size > 4 && figures.contains { (place.old + " " + place.new).range(ofNumber: $0) != nil }
        }
    }

    /// A change told as the words that changed; nil where its edits are not known.
    private static func ofWords(_ change: Change, _ mates: inout ClauseMates, _ words: SentenceReader) -> Telling? {
        let hunks = mates.untold(by: change, words, isWhole: true)
        guard let first = hunks.first else { return nil }
        return leading(
            Telling(
                "any", old: first.old.isEmpty ? nil : first.old, new: first.new.isEmpty ? nil : first.new,
                further: Array(hunks.dropFirst()), meaning: .alsoChanged))
    }

    /// The same with the largest of its places told, where the change is about a few words that say little.
    private static func leading(_ telling: Telling) -> Telling {
        let own = Hunk(old: telling.old ?? "", new: telling.new ?? "")
        let all = [own] + telling.further
        // Where all came, or all went, they are told in one list.
        let isList = all.allSatisfy(\.old.isEmpty) || all.allSatisfy(\.new.isEmpty)
        guard !isList, own.size < 5, let largest = telling.further.max(by: { $0.size < $1.size }),
            largest.size > own.size * 2
        else {
            return telling
        }
        return Telling(
            "any", old: largest.old.isEmpty ? nil : largest.old, new: largest.new.isEmpty ? nil : largest.new,
            further: all.filter { $0 != largest }, meaning: telling.meaning)
    }

    /// The passage that came or went as a whole, where a statement does not begin it.
    private static func passage(of statement: String?, in change: Change) -> String? {
        guard let statement, change.before == nil || change.after == nil,
            let text = (change.after ?? change.before)?.text, !text.hasPrefix(statement)
        else { return nil }
        return text
    }

    /// A text up to the first of some sentences that are told behind it.
    private static func upTo(_ sentences: [String], in text: String) -> String {
        let flat = Quotation.flat(text)
        let first = sentences.compactMap { flat.firstRange(of: $0)?.lowerBound }.min()
        guard let first, first > flat.startIndex else { return text }
        return String(flat[..<first]).trimmingSpace
    }
}

extension ClauseMates.Untold {
    /// Whether one of the sentences that came binds the reader, or frees the publisher.
    fileprivate func isBurden(_ words: SentenceReader) -> Bool {
        came.flatMap(words.readings(of:)).contains { reading in
            Stand(reading.modality, of: reading.party).map { !$0.isKind } ?? false
        }
    }
}

extension Meaning {
    /// Whether the heading speaks of what the publisher promises.
    fileprivate var isPromise: Bool { self == .wePromise || self == .weNoLongerPromise }
}

extension Telling {
    /// The same without what stood there before something came, or stands there now that something is gone.
    var withoutContrast: Telling {
        if kind.hasSuffix("-added"), new != nil { return Telling(self, old: nil, new: new) }
        if kind.hasSuffix("-removed"), old != nil { return Telling(self, old: old, new: nil) }
        return self
    }

    /// The same with the words of a translation.
    func quoting(old: String?, new: String?) -> Telling {
        Telling(self, old: old, new: new, isElsewhere: true)
    }

    /// The same with other words; what else stands in the clause stays where they are the text's own.
    private init(_ other: Telling, old: String?, new: String?, isElsewhere: Bool = false) {
        self.init(
            other.kind, old: old, new: new, passage: isElsewhere ? nil : other.passage,
            further: isElsewhere ? [] : other.further, untold: isElsewhere ? ClauseMates.Untold() : other.untold,
            meaning: other.meaning, turn: other.turn, isMixed: other.isMixed)
    }

    /// The kinds that speak of a part of a clause, where the clause as a whole may do something else than before.
    fileprivate static let mayTurn: Set<String> = [
        "scope-widened", "scope-narrowed", "disclosure-added", "disclosure-removed", "clause-reworded",
        "modality-strengthened", "modality-weakened",
    ]

    /// The kind whose sentence says what a statement has become; nil where the heading does not say it, or more than one
    /// statement stands there, of which the quoted words might show another one.
    fileprivate static func turned(_ change: Change, _ meaning: Meaning) -> String? {
        guard change.kind.hasPrefix("modality-"), meaning != .alsoChanged, let modality = change.modality,
            let before = change.before, let after = change.after,
            Sentences(before.text).all.count == 1, Sentences(after.text).all.count == 1
        else { return nil }
        switch (meaning, modality.before, modality.after) {
        case (.wePromise, _, .will?): return "becomes-will"
        case (.weNoLongerPromise, .will?, _), (.weNoLongerPromise, .mustNot?, _): return "no-longer-will"
        case (.mayNoLonger, _, .mustNot?), (.mustNow, _, .must?), (.mayNow, _, .may?), (.noLongerHaveTo, _, .needNot?):
            return sentence(of: modality)
        default: return nil
        }
    }

    /// The kind whose sentence says that a statement to the reader turned: from a permission, a duty or a ban into another of
    /// these, else what it has become.
    private static func sentence(of turn: ModalityChange) -> String {
        let types: Set<Modality> = [.may, .must, .mustNot]
        guard let before = turn.before, let after = turn.after else { return "any" }
        return types.isSuperset(of: [before, after]) ? "rule-type-changed" : "becomes-\(after.rawValue)"
    }

    /// The kind for what the rules say of the scope of the whole policy; nil for any other change.
    fileprivate static func wholeScope(_ change: Change) -> String? {
        let isOfScope = change.kind == "scope-widened" || change.kind == "scope-narrowed"
        let isWhole = isOfScope && change.section == ["scope"] && change.edits.isEmpty
        return isWhole && (change.before == nil) != (change.after == nil) ? change.kind + "-whole" : nil
    }

    /// What a rule is about, without the word for its type that the comparison puts in front.
    fileprivate static func withoutType(_ text: String) -> String {
        guard let colon = text.firstRange(of: ": "), Rule.Kind(rawValue: String(text[..<colon.lowerBound])) != nil
        else {
            return text
        }
        return String(text[colon.upperBound...])
    }

    /// How much a clause asks of the reader.
    fileprivate static func force(_ modality: Modality) -> Int {
        switch modality {
        case .may: 0
        case .needNot: 1
        case .must: 2
        case .mustNot: 3
        case .will, .none: 1
        }
    }
}

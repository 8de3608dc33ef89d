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
    /// The heading.
    let meaning: Meaning
    /// What a statement was and has become, where the sentence says that.
    let turn: ModalityChange?

    /// Whether only words are told, which do not show what the comparison makes of them.
    var isOfWords: Bool {
        ["any", "clause-reworded", "disclosure-added", "disclosure-removed"].contains(kind) && meaning == .alsoChanged
    }

    init(of change: Change, _ words: SentenceReader, _ mates: inout ClauseMates) {
        var old = change.focus.map(\.before) ?? change.before?.text
        var new = change.focus.map(\.after) ?? change.after?.text
        if old?.isEmpty == true { old = nil }
        if new?.isEmpty == true { new = nil }
        let before = change.before.flatMap { words.modality(ofSentence: $0.text) }
        let after = change.after.flatMap { words.modality(ofSentence: $0.text) }
        let isClause = change.before != nil && change.after != nil
        var meaning = Meaning(of: change, modality: isClause ? after ?? before : nil)
        if change.kind == "rule-type-changed" {
            (self.kind, self.meaning) = (change.modality == nil ? "any" : change.kind, meaning)
            (self.old, self.new) = (old.map(Self.withoutType), new.map(Self.withoutType))
            (self.passage, self.further, self.turn) = (nil, [], change.modality)
            return
        }
        if let scope = Self.wholeScope(change) {
            (self.kind, self.old, self.new, self.meaning) = (scope, old, new, meaning)
            (self.passage, self.further, self.turn) = (nil, [], nil)
            return
        }
        // "We may" instead of "we will" gives the reader nothing to do or to leave.
        if change.kind.hasPrefix("modality-"), change.rule == nil, before == nil, after == nil, !meaning.isPromise {
            meaning = .alsoChanged
        }
        // A clause that forbade and now allows is told as that, whichever of its words the change is about.
        if isClause, let before, let after, before != after, Self.mayTurn.contains(change.kind) {
            let turn = ModalityChange(before: before, after: after)
            let isStricter = Self.force(after) > Self.force(before)
            self.kind = Self.sentence(of: turn)
            (self.old, self.new) = (change.before?.text, change.after?.text)
            (self.passage, self.further, self.turn) = (nil, [], turn)
            self.meaning = Meaning.of(turn, isStricter ? .stricter : .looser)
            return
        }
        if let turned = Self.turned(change, meaning) {
            (self.kind, self.meaning) = (turned, meaning)
            (self.old, self.new) = (change.before?.text, change.after?.text)
            (self.passage, self.further, self.turn) = (nil, [], change.modality)
            return
        }
        self.turn = nil
        guard let proof = Proof(of: change.kind), change.rule == nil || change.focus == nil else {
            (self.kind, self.old, self.new, self.meaning) = (change.kind, old, new, meaning)
            self.passage = nil
            self.further =
                change.kind == "clause-reworded" && change.focus != nil ? mates.untold(by: change, words) : []
            return
        }
        let isAddition = !change.kind.hasSuffix("-removed")
        guard let statement = isAddition ? new : old, let shown = proof.shown(in: statement, of: change, words) else {
            // What it says is a fact, whatever it does; and a part of a sentence is told as words.
            let isWhole = Sentences((isAddition ? new : old) ?? "").isWhole
            self.kind = isWhole && (old == nil || new == nil) ? "disclosure-\(isAddition ? "added" : "removed")" : "any"
            (self.old, self.new, self.meaning) = (old, new, meaning == .wordingOnly ? meaning : .alsoChanged)
            self.passage = nil
            self.further = kind == "any" ? mates.untold(by: change, words) : []
            return
        }
        self.kind = change.kind
        self.passage = statement.hasPrefix(shown) ? nil : statement
        self.further = []
        self.old = isAddition ? old : shown
        self.new = isAddition ? shown : new
        self.meaning = meaning
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

    private init(_ other: Telling, old: String?, new: String?, isElsewhere: Bool = false) {
        (kind, meaning) = (other.kind, other.meaning)
        // What else stands in the clause is in the words of the text.
        (passage, further) = isElsewhere ? (nil, []) : (other.passage, other.further)
        (self.old, self.new) = (old, new)
        turn = other.turn
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
        case (.weNoLongerPromise, .will?, _): return "no-longer-will"
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

/// What the words of a statement have to show before a notice says that it forbids, demands, allows or promises something.
private enum Proof {
    /// A sentence that does one of these to one of the parties.
    case modal(Set<Modality>, of: Set<SentenceReading.Party>)
    /// One of these marks near the beginning, in a single sentence.
    case opening(SentenceReading.Mark)
    /// The words before and after.
    case bothSides
    /// Nothing that can be shown: the words are told as words.
    case none

    /// Returns what a kind has to show; nil where its sentence claims no more than the words.
    init?(of kind: String) {
        switch kind {
        // What is forbidden, and nobody is named, is forbidden to the reader as well.
        case "prohibition-added", "prohibition-removed": self = .modal([.mustNot], of: [.reader, .nobody])
        case "duty-added", "duty-removed": self = .modal([.must], of: [.reader])
        case "permission-added", "permission-removed": self = .modal([.may, .needNot], of: [.reader])
        case "commitment-added", "commitment-removed": self = .modal([.will, .must, .mustNot], of: [.publisher])
        case "reserved-right-added", "reserved-right-removed": self = .modal([.may, .needNot], of: [.publisher])
        case "exception-added", "exception-removed": self = .opening(.exception)
        case "condition-added", "condition-removed": self = .opening(.condition)
        case "example-added", "example-removed": self = .opening(.example)
        case "modality-strengthened", "modality-weakened": self = .bothSides
        case "scope-widened", "scope-narrowed": self = .none
        default: return nil
        }
    }

    /// Returns the part of a statement that shows it; nil where none does.
    func shown(in statement: String, of change: Change, _ words: SentenceReader) -> String? {
        let sentences = Sentences(statement)
        // The item of a list is bound by what introduces the list, and so needs no words of its own.
        let isItem = change.focus == nil && !sentences.isWhole && sentences.all.count == 1
        switch self {
        case .modal(let modalities, let parties):
            if isItem { return statement }
            let isPart = change.before != nil && change.after != nil && statement.first?.isLowercase == true
            if isPart { return nil }
            return sentences.all.first { Self.shows($0, modalities, parties, words) }
        case .opening(let mark):
            if isItem { return statement }
            let isSingle = sentences.all.count == 1
            return isSingle && (words.readings(of: statement).first?.marks[mark] ?? .max) < 6 ? statement : nil
        case .bothSides:
            let focus = change.focus ?? Change.Focus(before: change.before?.text, after: change.after?.text)
            return focus.before?.isEmpty == false && focus.after?.isEmpty == false ? statement : nil
        case .none: return nil
        }
    }

    private static func shows(
        _ sentence: String, _ modalities: Set<Modality>, _ parties: Set<SentenceReading.Party>, _ words: SentenceReader
    ) -> Bool {
        // The cells of a table make no sentence.
        if sentence.contains(" | ") { return false }
        return words.readings(of: sentence).contains { reading in
            // "Nothing in these terms affects your mandatory rights" demands nothing.
            let isDenied = modalities == [.must] && reading.marks[.negation] != nil
            // "The date cannot be changed" states a fact; "Resale is prohibited" forbids.
            let isFact = reading.party == .nobody && reading.modality == .mustNot && !reading.isOutright
            // "Only trained members may …" shuts out all others, whoever the reader is.
            let isForSome = modalities.contains(.may) && reading.marks[.restrictor] == 0
            return modalities.contains(reading.modality) && parties.contains(reading.party) && !isDenied && !isFact
                && !isForSome
        }
    }
}

extension SentenceReader {
    /// Returns what a single sentence does to the reader; nil where it speaks of somebody else, or nothing shows it.
    func modality(ofSentence text: String) -> Modality? {
        let readings = readings(of: text)
        guard readings.count == 1, readings[0].party == .reader else { return nil }
        switch readings[0].modality {
        case .must, .mustNot, .may, .needNot: return readings[0].modality
        case .will, .none: return nil
        }
    }
}

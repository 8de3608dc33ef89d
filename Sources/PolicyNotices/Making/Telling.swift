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

    init(of change: Change, _ words: EvidenceWords, _ mates: inout ClauseMates) {
        var old = change.focus.map(\.before) ?? change.before?.text
        var new = change.focus.map(\.after) ?? change.after?.text
        if old?.isEmpty == true { old = nil }
        if new?.isEmpty == true { new = nil }
        let before = change.before.flatMap { words.modality(ofSentence: $0.text) }
        let after = change.after.flatMap { words.modality(ofSentence: $0.text) }
        let isClause = change.before != nil && change.after != nil
        var meaning = Meaning(of: change, modality: isClause ? after ?? before : nil)
        // "We may" instead of "we will" gives the reader nothing to do or to leave.
        if change.kind.hasPrefix("modality-"), change.rule == nil, before == nil, after == nil, !meaning.isPromise {
            meaning = .alsoChanged
        }
        // A clause that forbade and now allows is told as that, whichever of its words the change is about.
        if isClause, let before, let after, before != after, Self.mayTurn.contains(change.kind) {
            let turn = ModalityChange(before: before, after: after)
            let isStricter = Self.force(after) > Self.force(before)
            self.kind = isStricter ? "modality-strengthened" : "modality-weakened"
            (self.old, self.new) = (change.before?.text, change.after?.text)
            (self.passage, self.further) = (nil, [])
            self.meaning = Meaning.of(turn, isStricter ? .stricter : .looser)
            return
        }
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
    /// The kinds that speak of a part of a clause, where the clause as a whole may do something else than before.
    fileprivate static let mayTurn: Set<String> = [
        "scope-widened", "scope-narrowed", "disclosure-added", "disclosure-removed", "clause-reworded",
        "modality-strengthened", "modality-weakened",
    ]

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
    /// One of these sections of words, in a sentence that also has one of the actor's.
    case modal([EvidenceWords.Section], actor: EvidenceWords.Section)
    /// One of these words near the beginning, in a single sentence.
    case opening(EvidenceWords.Section)
    /// The words before and after.
    case bothSides
    /// Nothing that can be shown: the words are told as words.
    case none

    /// Returns what a kind has to show; nil where its sentence claims no more than the words.
    init?(of kind: String) {
        switch kind {
        case "prohibition-added", "prohibition-removed": self = .modal([.mustNot], actor: .reader)
        case "duty-added", "duty-removed": self = .modal([.must], actor: .reader)
        case "permission-added", "permission-removed": self = .modal([.may, .needNot], actor: .reader)
        case "commitment-added", "commitment-removed": self = .modal([.will, .must, .mustNot], actor: .publisher)
        case "reserved-right-added", "reserved-right-removed": self = .modal([.may, .needNot], actor: .publisher)
        case "exception-added", "exception-removed": self = .opening(.exception)
        case "condition-added", "condition-removed": self = .opening(.condition)
        case "example-added", "example-removed": self = .opening(.example)
        case "modality-strengthened", "modality-weakened": self = .bothSides
        case "scope-widened", "scope-narrowed": self = .none
        default: return nil
        }
    }

    /// Returns the part of a statement that shows it; nil where none does.
    func shown(in statement: String, of change: Change, _ words: EvidenceWords) -> String? {
        let sentences = Sentences(statement)
        // The item of a list is bound by what introduces the list, and so needs no words of its own.
        let isItem = change.focus == nil && !sentences.isWhole && sentences.all.count == 1
        switch self {
        case .modal(let sections, let actor):
            if isItem { return statement }
            let isPart = change.before != nil && change.after != nil && statement.first?.isLowercase == true
            if isPart { return nil }
            return sentences.all.first { shows($0, sections, actor, words) }
        case .opening(let section):
            if isItem { return statement }
            return sentences.all.count == 1 && words.stands(section, in: statement, within: 6) ? statement : nil
        case .bothSides:
            let focus = change.focus ?? Change.Focus(before: change.before?.text, after: change.after?.text)
            return focus.before?.isEmpty == false && focus.after?.isEmpty == false ? statement : nil
        case .none: return nil
        }
    }

    private func shows(
        _ sentence: String, _ sections: [EvidenceWords.Section], _ actor: EvidenceWords.Section, _ words: EvidenceWords
    ) -> Bool {
        // "Nothing in these terms affects your mandatory rights" demands nothing.
        if sections == [.must], words.stands(.negation, in: sentence) { return false }
        // The cells of a table make no sentence.
        return !sentence.contains(" | ") && words.stands(sections, of: actor, in: sentence)
    }
}

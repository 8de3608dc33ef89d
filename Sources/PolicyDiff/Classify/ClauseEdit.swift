internal import PolicyModel

/// A clause whose words changed, as the kinds read it: what has been told of it, and what is still open.
struct ClauseEdit {
    let old: Passage
    let new: Passage
    let oldContext: Context
    let newContext: Context
    /// The hunks that no kind has claimed yet, in order.
    var open: [Hunk]
    /// All hunks.
    let hunks: [Hunk]
    /// The language's words, to look up normal forms.
    let vocabulary: Vocabulary
    /// Names that were replaced throughout the document, by key: an old name's keys with the new one's.
    let renames: Renames

    /// The statement around a hunk, of the new text, or of the old where the new one has no words there.
    func facts(around hunk: Hunk) -> Facts {
        if !hunk.new.isEmpty || hunk.old.isEmpty {
            return newContext.completed(Facts(new, new.sentence(at: hunk.new.lowerBound)))
        }
        return oldContext.completed(Facts(old, old.sentence(at: hunk.old.lowerBound)))
    }

    /// The statement before and after a hunk.
    func factsBeforeAndAfter(_ hunk: Hunk) -> (before: Facts, after: Facts) {
        (
            oldContext.completed(Facts(old, old.sentence(at: hunk.old.lowerBound))),
            newContext.completed(Facts(new, new.sentence(at: hunk.new.lowerBound)))
        )
    }

    /// The words that came, in the new text; those that went, in the old one; of a replacement those that went.
    func side(of hunk: Hunk) -> (passage: Passage, range: Range<Int>) {
        hunk.isInsertion ? (new, hunk.new) : (old, hunk.old)
    }

    /// Whether words that came or went begin with "or": one way, or one case, more or less.
    func isAlternative(_ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = side(of: hunk)
        return vocabulary.lexicon.details.alternatives.stands(
            in: passage, over: range.lowerBound..<(range.lowerBound + 1), vocabulary)
    }

    /// Takes out of `open` the hunks that a condition holds for, and returns them.
    mutating func claim(where condition: (Hunk) -> Bool) -> [Hunk] {
        // Conditions read words: each hunk is asked once.
        var claimed: [Hunk] = []
        open.removeAll { hunk in
            guard condition(hunk) else { return false }
            claimed.append(hunk)
            return true
        }
        return claimed
    }

    /// Takes out of `open` the hunks of which something can be said, and returns them with it.
    mutating func claim<Said>(with say: (Hunk) -> Said?) -> [(hunk: Hunk, said: Said)] {
        var claimed: [(hunk: Hunk, said: Said)] = []
        open.removeAll { hunk in
            guard let said = say(hunk) else { return false }
            claimed.append((hunk, said))
            return true
        }
        return claimed
    }

    /// The old words of a hunk as they stand.
    func oldText(_ hunk: Hunk) -> String { old.written(hunk.old) }

    /// The new words of a hunk as they stand.
    func newText(_ hunk: Hunk) -> String { new.written(hunk.new) }

    /// Both sides of a hunk with a few words of the sentence around them.
    func shown(_ hunk: Hunk) -> (old: String, new: String) {
        func around(_ passage: Passage, _ range: Range<Int>) -> String {
            let sentence = passage.sentence(at: range.lowerBound)
            let start = max(sentence.lowerBound, range.lowerBound - 4)
            let end = min(max(sentence.upperBound, range.upperBound), range.upperBound + 5)
            let words = passage.quoted(min(start, range.lowerBound)..<end)
            return (start > sentence.lowerBound ? "… " : "") + words + (end < sentence.upperBound ? " …" : "")
        }
        return (around(old, hunk.old), around(new, hunk.new))
    }

    /// The old words of a hunk as they stand; nil where words were only put in.
    func oldWords(_ hunk: Hunk) -> String? { hunk.old.isEmpty ? nil : oldText(hunk) }

    /// The new words of a hunk as they stand; nil where words were only taken out.
    func newWords(_ hunk: Hunk) -> String? { hunk.new.isEmpty ? nil : newText(hunk) }

    /// Everything the words of a hunk do.
    func traits(_ hunk: Hunk) -> Traits { old.traits(hunk.old).union(new.traits(hunk.new)) }
}

/// What a kind has to tell of a clause, before it becomes a change.
struct Telling {
    let kind: ChangeKind
    var direction: Direction
    var reason: String
    /// Whether it is told only where nothing better known is to be told of the clause.
    var isWeak = false
    /// The hunks it is about.
    var hunks: [Hunk] = []
    var quantities: [QuantityChange] = []
    var modality: ModalityChange?
    /// Whom the statement binds whose strength changed.
    var binder: Facts.Actor = .nobody
    /// The words it is about, where these say more than the whole clause.
    var oldWords: String?
    var newWords: String?
    /// Further words of the same sentence that differ and are not told by a change of their own.
    var also: [Change.Focus] = []
    /// The name that came or went, where that is all that did: the same one in other clauses is the same change.
    var name: String?
    /// Whether it says less than its kind mostly does: where to read more, whom to ask.
    var isMinor = false
    /// Whether words were added or taken out of which nobody can say whether they widen or limit.
    var isVague = false
}

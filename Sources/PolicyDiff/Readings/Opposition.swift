/// Tells whether words that took the place of others turn what is said: who acts, before or after, legal or illegal.
///
/// No word of such a pair need decide anything by itself, so each reading that would call a hunk mere wording asks here first.
enum Opposition {
    /// Up to how many words of a hunk are held against each other.
    private static let mostWords = 16

    /// Whether a hunk swaps words for what opposes them.
    static func stands(in hunk: Hunk, of edit: ClauseEdit) -> Bool {
        guard hunk.isReplacement, hunk.old.count <= mostWords, hunk.new.count <= mostWords else { return false }
        return swapsActors(edit, hunk) || swapsMeaning(edit, hunk)
    }

    /// Whether what was the reader's is the publisher's now, or the reverse.
    private static func swapsActors(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        let actors: Traits = [.reader, .publisher, .thirdParty]
        let before = edit.old.traits(hunk.old).intersection(actors)
        let after = edit.new.traits(hunk.new).intersection(actors)
        return !before.isEmpty && !after.isEmpty && before.isDisjoint(with: after)
    }

    private static func swapsMeaning(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        let lexicon = edit.vocabulary.lexicon
        let before = words(edit.old, hunk.old)
        let after = words(edit.new, hunk.new)
        // A word that stands on both sides was not swapped.
        let kept = Set(before).intersection(after)
        let gone = before.filter { !kept.contains($0) }
        let come = after.filter { !kept.contains($0) }
        return gone.contains { old in
            come.contains { lexicon.isOpposed(old, $0) || Spelling.isDenied(old, $0) }
        }
    }

    /// The words as they are written: a phrase that is one token (`antes de`) is of several.
    private static func words(_ passage: Passage, _ range: Range<Int>) -> [String] {
        range.filter { passage.word($0).kind == .word }.flatMap { place in
            Vocabulary.plain(passage.written(place..<(place + 1))).split(separator: " ").map(String.init)
        }
    }
}

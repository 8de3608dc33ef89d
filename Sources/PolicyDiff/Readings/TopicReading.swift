/// Tells words about liability, disputes and enforcement that were put in, taken out or replaced.
enum TopicReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        read(&edit, .dispute, .disputeChanged, "the settlement of disputes")
            + read(&edit, .liability, .liabilityChanged, "liability")
            + read(&edit, .enforcement, .enforcementChanged, "enforcement")
    }

    private static func read(_ edit: inout ClauseEdit, _ trait: Traits, _ kind: ChangeKind, _ topic: String)
        -> [Telling]
    {
        let current = edit
        func touches(_ hunk: Hunk) -> Bool {
            let before = current.old.traits(hunk.old)
            let after = current.new.traits(hunk.new)
            return before.contains(trait) != after.contains(trait)
                || (!hunk.isReplacement && before.union(after).contains(trait))
        }
        return edit.claim(where: touches).map { hunk in
            let isAdded = current.new.traits(hunk.new).contains(trait) && !hunk.isDeletion
            let traits = current.traits(hunk)
            let benefits = traits.contains(.benefit) && !traits.contains(.negation)
            let direction: Direction = hunk.isReplacement ? .unclear : isAdded != benefits ? .stricter : .looser
            let words = hunk.new.isEmpty ? current.oldText(hunk) : current.newText(hunk)
            return Telling(
                kind: kind, direction: direction, reason: "the words “\(Excerpt.short(words))” are about \(topic)",
                hunks: [hunk],
                oldWords: current.oldWords(hunk),
                newWords: current.newWords(hunk))
        }
    }
}

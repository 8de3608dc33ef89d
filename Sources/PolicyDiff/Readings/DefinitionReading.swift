/// Tells definitions whose words changed.
enum DefinitionReading {
    /// Whether a passage says what a term means: a term, and soon behind it a word such as "means".
    static func isDefinition(_ passage: Passage) -> Bool {
        guard let first = passage.sentences.first, first.count >= 3 else { return false }
        let head = first.prefix(9)
        guard let verb = head.first(where: { passage.word($0).traits.contains(.definition) }), verb > first.lowerBound
        else { return false }
        // "which means that" explains; a definition begins with its term.
        return head.prefix(while: { $0 < verb }).allSatisfy {
            passage.word($0).traits.isDisjoint(with: [.must, .may, .will, .condition])
        }
    }

    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard isDefinition(edit.new), isDefinition(edit.old), !edit.open.isEmpty else { return [] }
        let hunks = edit.claim { _ in true }
        let widened = hunks.allSatisfy { $0.isInsertion }
        let narrowed = hunks.allSatisfy { $0.isDeletion }
        let isData = edit.new.traits(edit.new.words.indices).contains(.personalData)
        let words = hunks.first.map { $0.new.isEmpty ? edit.oldText($0) : edit.newText($0) } ?? ""
        return [
            Telling(
                kind: .definitionChanged,
                direction: isData && widened ? .stricter : isData && narrowed ? .looser : .unclear,
                reason: "the words “\(Excerpt.short(words))” of a definition differ", hunks: hunks,
                quantities: hunks.flatMap { hunk in
                    QuantityPairs.pairs(edit, hunk).map {
                        QuantityChange(before: edit.old.written($0.old), after: edit.new.written($0.new))
                    }
                })
        ]
    }
}

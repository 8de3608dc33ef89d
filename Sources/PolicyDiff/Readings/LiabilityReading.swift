internal import PolicyModel

/// Tells where the publisher answers for more or for less than before: "for all damage" became "for gross negligence".
///
/// Such an edit takes words out and puts others in; by themselves each would be told, and they would pull apart.
enum LiabilityReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard !edit.vocabulary.lexicon.isUnknown else { return [] }
        let current = edit
        var tellings: [Telling] = []
        for hunk in current.open where edit.open.contains(hunk) {
            let old = current.old.sentence(at: hunk.old.lowerBound)
            let new = current.new.sentence(at: hunk.new.lowerBound)
            guard let before = extent(current.old, old, current.oldContext, current.vocabulary),
                let after = extent(current.new, new, current.newContext, current.vocabulary), before != after
            else { continue }
            let hunks = edit.claim { $0.begins(in: old, new) }
            guard let first = hunks.first, let last = hunks.last else { continue }
            let oldWords = first.old.lowerBound..<max(last.old.upperBound, first.old.lowerBound)
            let newWords = first.new.lowerBound..<max(last.new.upperBound, first.new.lowerBound)
            tellings.append(
                Telling(
                    kind: .liabilityChanged, direction: after < before ? .stricter : .looser,
                    reason: "the publisher answers for \(after < before ? "less" : "more") than before", hunks: hunks,
                    quantities: hunks.flatMap { hunk in
                        StatementReading.quantities(current.old, hunk.old, added: false)
                            + StatementReading.quantities(current.new, hunk.new, added: true)
                    },
                    oldWords: oldWords.isEmpty ? nil : current.old.written(oldWords),
                    newWords: newWords.isEmpty ? nil : current.new.written(newWords)))
        }
        return tellings
    }

    /// Whether a sentence says that the publisher is liable, for whatever: a denial limits liability in another way.
    private static func isLiable(_ passage: Passage, _ sentence: Range<Int>, _ context: Context) -> Bool {
        let facts = context.completed(Facts(passage, sentence))
        guard facts.actor == .publisher, facts.traits.contains(.liability), !facts.traits.contains(.exception) else {
            return false
        }
        return sentence.allSatisfy { place in
            let traits = passage.word(place).traits
            return traits.isDisjoint(with: [.negation, .mustNot]) || traits.contains(.only)
        }
    }

    /// Whether a sentence caps what is owed: "shall not exceed the price paid".
    private static func isCap(_ passage: Passage, _ sentence: Range<Int>) -> Bool {
        passage.traits(sentence).isSuperset(of: [.liability, .ceiling])
            && !sentence.contains {
                passage.word($0).kind == .quantity && passage.word($0).traits.isDisjoint(with: .duration)
            }
    }

    /// How far liability reaches: everything, something, or only what is named.
    ///
    /// A cap reaches less far where it counts by a period. Nil where the sentence says nothing of the sort.
    private static func extent(
        _ passage: Passage, _ sentence: Range<Int>, _ context: Context, _ vocabulary: Vocabulary
    ) -> Int? {
        if isCap(passage, sentence) {
            return sentence.contains { passage.word($0).traits.contains(.duration) } ? -2 : -1
        }
        guard isLiable(passage, sentence, context) else { return nil }
        let details = vocabulary.lexicon.details
        let isLimited =
            !passage.traits(sentence).isDisjoint(with: [.only, .ceiling])
            || details.unfavourable.stands(in: passage, over: sentence, vocabulary)
        if isLimited { return 0 }
        return details.widening.stands(in: passage, over: sentence, vocabulary) ? 2 : 1
    }
}

/// Tells statements that came or went: whole clauses, whole sentences, and parts of sentences that bind by themselves.
enum StatementReading {
    /// Returns the kind of a statement that was added or removed, by what it does.
    static func kind(of facts: Facts, isDefinition: Bool, added: Bool) -> ChangeKind {
        let traits = facts.topic
        if isDefinition { return added ? .definitionAdded : .definitionRemoved }
        if facts.isExemption { return added ? .exceptionAdded : .exceptionRemoved }
        if facts.isPointer {
            return facts.traits.contains(.contact) ? .contactChanged : .pageFurnitureChanged
        }
        if facts.isSuffered {
            return traits.contains(.enforcement) ? .enforcementChanged : added ? .disclosureAdded : .disclosureRemoved
        }
        // "You will not be billed": what is not done to the reader is a promise.
        if facts.actor == .reader, facts.modality == .mustNot, facts.effect == .benefit {
            return added ? .commitmentAdded : .commitmentRemoved
        }
        switch (facts.actor, facts.modality, facts.effect) {
        case (.reader, .mustNot, .burden): return added ? .prohibitionAdded : .prohibitionRemoved
        case (.reader, .must, .benefit): return added ? .commitmentAdded : .commitmentRemoved
        case (.reader, .must, _), (.reader, .will, .burden): return added ? .dutyAdded : .dutyRemoved
        case (.reader, .may, .burden): return added ? .prohibitionAdded : .prohibitionRemoved
        case (.reader, .may, .unknown): return added ? .disclosureAdded : .disclosureRemoved
        case (.reader, .may, _), (.reader, .needNot, _), (.reader, .mustNot, _), (.reader, .will, _):
            return added ? .permissionAdded : .permissionRemoved
        default: break
        }
        if traits.contains(.dispute) { return .disputeChanged }
        if traits.contains(.liability), facts.effect != .benefit { return .liabilityChanged }
        switch (facts.actor, facts.modality, facts.effect) {
        case (.publisher, .may, .benefit): return added ? .commitmentAdded : .commitmentRemoved
        case (.publisher, .may, _): return added ? .reservedRightAdded : .reservedRightRemoved
        case (.publisher, _, .benefit), (_, .will, .benefit), (_, .must, .benefit):
            return added ? .commitmentAdded : .commitmentRemoved
        case (_, .mustNot, .burden) where facts.actor != .publisher:
            return added ? .prohibitionAdded : .prohibitionRemoved
        case (.nobody, .must, _): return added ? .dutyAdded : .dutyRemoved
        case (.nobody, .may, .benefit): return added ? .permissionAdded : .permissionRemoved
        case (.nobody, .may, .burden) where traits.contains(.only) && !traits.contains(.personalData):
            return added ? .prohibitionAdded : .prohibitionRemoved
        default: break
        }
        if traits.contains(.enforcement), facts.effect == .burden { return .enforcementChanged }
        if facts.modality == .none, facts.effect == .benefit { return added ? .commitmentAdded : .commitmentRemoved }
        if traits.contains(.exception), facts.modality == .none || facts.effect == .unknown {
            return added ? .exceptionAdded : .exceptionRemoved
        }
        return added ? .disclosureAdded : .disclosureRemoved
    }

    /// The direction for the reader when a statement comes (`added`) or goes.
    static func direction(of facts: Facts, added: Bool) -> Direction {
        if facts.isExemption { return .unclear }
        if facts.isPointer { return .neutral }
        return switch facts.effect {
        case .burden: added ? .stricter : .looser
        case .benefit: added ? .looser : .stricter
        case .unknown:
            facts.traits.contains(.exception) || facts.actor == .thirdParty
                || !facts.traits.contains(.personalData)
                ? .unclear
                : facts.modality == .none || facts.modality == .will ? (added ? .stricter : .looser) : .unclear
        }
    }

    /// Tells a whole clause that came or went by its weightiest sentence.
    static func telling(_ passage: Passage, _ context: Context, _ vocabulary: Vocabulary, added: Bool) -> Telling {
        let sentences = passage.sentences.isEmpty ? [0..<0] : passage.sentences
        let facts = sentences.map { read(passage, $0, context, vocabulary) }
        let best = facts.indices.max { (weight(facts[$0]), $1) < (weight(facts[$1]), $0) } ?? 0
        let isDefinition = DefinitionReading.isDefinition(passage)
        let kind = kind(of: facts[best], isDefinition: isDefinition, added: added)
        var telling = Telling(
            kind: kind, direction: direction(facts, best, added: added),
            reason: reason(facts[best], kind, added: added))
        if facts[best].isExemption {
            telling.direction = Tendency.ofExemption(
                passage, sentences[best], added: added, vocabulary, context: context)
        }
        telling.modality = ModalityChange(
            before: added ? nil : facts[best].modality, after: added ? facts[best].modality : nil)
        telling.quantities = quantities(passage, passage.words.indices, added: added)
        telling.isMinor = facts.allSatisfy(\.isPointer)
        // Of several sentences the one that decides is quoted: beside another one its kind would not be true.
        if sentences.count > 1, best > 0, passage.clauses.count == 1, !isDefinition {
            let words = passage.quoted(sentences[best])
            if added { telling.newWords = words } else { telling.oldWords = words }
        }
        return telling
    }

    /// What a sentence does, with what stands around it; where that leaves open what it is for the reader, by its own words.
    private static func read(
        _ passage: Passage, _ range: Range<Int>, _ context: Context, _ vocabulary: Vocabulary
    ) -> Facts {
        var facts = context.completed(Facts(passage, range))
        facts.effect = facts.limitsItself ? .benefit : Tendency.effect(of: facts, passage, range, vocabulary)
        return facts
    }

    /// The direction of a clause by its weightiest sentence, unless more sentences go the other way than go with it.
    private static func direction(_ facts: [Facts], _ best: Int, added: Bool) -> Direction {
        let told = direction(of: facts[best], added: added)
        let others = facts.indices.filter { $0 != best && weight(facts[$0]) >= 3 }
            .map { direction(of: facts[$0], added: added) }
        let opposite: Direction = told == .stricter ? .looser : .stricter
        guard told == .stricter || told == .looser else { return told }
        return others.count { $0 == opposite } > 1 + others.count { $0 == told } ? .unclear : told
    }

    /// Sentences that bind weigh more than sentences that tell; the first of equals counts.
    private static func weight(_ facts: Facts) -> Int {
        if facts.isPointer { return -1 }
        return switch (facts.actor, facts.modality) {
        case (.reader, .mustNot), (.reader, .must): facts.isCommand && facts.modality == .must ? 2 : 6
        case (.publisher, .may) where facts.effect == .burden: 5
        case (.reader, .may), (.reader, .needNot): 4
        case (.publisher, .must), (.publisher, .will), (.publisher, .mustNot): facts.effect == .unknown ? 3 : 4
        case (_, .must), (_, .mustNot): 4
        default: facts.effect == .unknown ? (facts.modality == .none ? 0 : 1) : 3
        }
    }

    static func quantities(_ passage: Passage, _ range: Range<Int>, added: Bool) -> [QuantityChange] {
        Figure.all(in: passage, range).map {
            let text = passage.written($0..<($0 + 1))
            return QuantityChange(before: added ? nil : text, after: added ? text : nil)
        }
    }

    static func reason(_ facts: Facts, _ kind: ChangeKind, added: Bool) -> String {
        let who: String =
            switch facts.actor {
            case .reader: "binds the reader"
            case .publisher: "speaks of the publisher"
            case .thirdParty: "speaks of third parties"
            case .nobody: "names nobody"
            }
        let what = facts.modality == .none ? "states a fact" : "says “\(facts.modality.rawValue)”"
        return "the statement \(who) and \(what); it is \(added ? "new" : "gone")"
    }

    /// A statement of fact that neither burdens nor helps says less than anything else that happened to its clause.
    private static func isWeak(_ kind: ChangeKind, _ facts: Facts) -> Bool {
        (kind == .disclosureAdded || kind == .disclosureRemoved)
            && (facts.effect == .unknown || facts.modality == .mustNot)
    }

    // MARK: Inside a clause

    /// Claims whole sentences, and parts of at least four words with a modality of their own, that were put in or taken out.
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard !edit.vocabulary.lexicon.isUnknown else { return [] }
        var tellings: [Telling] = []
        var rest: [Hunk] = []
        for hunk in edit.open {
            let added = statements(edit.new, hunk.new, against: edit.old.traits(hunk.old), hunk, edit.vocabulary)
            let removed = statements(edit.old, hunk.old, against: edit.new.traits(hunk.new), hunk, edit.vocabulary)
            if !removed.isEmpty { tellings += told(edit, hunk, removed, added: false) }
            if !added.isEmpty { tellings += told(edit, hunk, added, added: true) }
            // What is left of a hunk beside a told statement is its surroundings.
            if added.isEmpty, removed.isEmpty { rest.append(hunk) }
        }
        edit.open = rest
        return tellings
    }

    /// Kinds that bind or free somebody: where several came at once, none is told under the name of another.
    private static let binding: Set<String> = Set(
        [
            ChangeKind.prohibitionAdded, .prohibitionRemoved, .dutyAdded, .dutyRemoved, .permissionAdded,
            .permissionRemoved,
            .reservedRightAdded, .reservedRightRemoved,
        ].map(\.id))

    /// Tells statements that came or went together: each binding kind by itself, what else there is with the weightiest.
    private static func told(_ edit: ClauseEdit, _ hunk: Hunk, _ ranges: [Range<Int>], added: Bool) -> [Telling] {
        let passage = added ? edit.new : edit.old
        let context = added ? edit.newContext : edit.oldContext
        var groups: [(kind: String, ranges: [Range<Int>])] = []
        for range in ranges {
            let id = kind(of: context.completed(Facts(passage, range)), isDefinition: false, added: added).id
            guard binding.contains(id) else { continue }
            if let index = groups.firstIndex(where: { $0.kind == id }) {
                groups[index].ranges.append(range)
            } else {
                groups.append((id, [range]))
            }
        }
        guard groups.count > 1 else { return [telling(edit, hunk, ranges, added: added)] }
        return groups.map { telling(edit, hunk, $0.ranges, added: added) }
    }

    /// Tells statements that stand together by the weightiest of them.
    private static func telling(_ edit: ClauseEdit, _ hunk: Hunk, _ ranges: [Range<Int>], added: Bool) -> Telling {
        let passage = added ? edit.new : edit.old
        let context = added ? edit.newContext : edit.oldContext
        let read = ranges.map { Self.read(passage, $0, context, edit.vocabulary) }
        let best = read.indices.max { (weight(read[$0]), $1) < (weight(read[$1]), $0) } ?? 0
        let facts = read[best]
        let range = (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0)
        // All of them are quoted where they say the same sort of thing, else the one that decides.
        let sorts = Set(read.map { Self.kind(of: $0, isDefinition: false, added: added) })
        let isTogether = zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound }
        let quoted = sorts.count > 1 || !isTogether ? ranges[best] : range
        let isExample =
            range.prefix(3).contains { passage.word($0).traits.contains(.example) } && facts.modalWords.isEmpty
        let kind: ChangeKind =
            isExample ? (added ? .exampleAdded : .exampleRemoved) : kind(of: facts, isDefinition: false, added: added)
        let text = passage.quoted(wholeSentences(passage, quoted))
        let direction: Direction =
            isExample && edit.hunks.count > 1
            ? .unclear
            : facts.isExemption
                ? Tendency.ofExemption(passage, ranges[best], added: added, edit.vocabulary, context: context)
                : Self.direction(of: facts, added: added)
        return Telling(
            kind: kind, direction: direction,
            reason: reason(facts, kind, added: added), isWeak: isWeak(kind, facts), hunks: [hunk],
            quantities: quantities(passage, range, added: added),
            modality: ModalityChange(before: added ? nil : facts.modality, after: added ? facts.modality : nil),
            oldWords: added ? nil : text, newWords: added ? text : nil,
            isMinor: read.allSatisfy(\.isPointer))
    }

    /// The range with the rest of the sentences of which it holds nearly all: what begins in mid-sentence reads badly.
    private static func wholeSentences(_ passage: Passage, _ range: Range<Int>) -> Range<Int> {
        let first = passage.sentence(at: range.lowerBound)
        let last = passage.sentence(at: max(range.upperBound - 1, range.lowerBound))
        let start = range.lowerBound - first.lowerBound <= max(2, first.count / 5) ? first.lowerBound : range.lowerBound
        let end = last.upperBound - range.upperBound <= max(1, last.count / 5) ? last.upperBound : range.upperBound
        return start..<end
    }

    /// The statements wholly inside a range of changed words.
    private static func statements(
        _ passage: Passage, _ range: Range<Int>, against other: Traits, _ hunk: Hunk, _ vocabulary: Vocabulary
    ) -> [Range<Int>] {
        guard range.count >= 3 else { return [] }
        var found: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let sentence = passage.sentence(at: start)
            let inside = max(sentence.lowerBound, range.lowerBound)..<min(sentence.upperBound, range.upperBound)
            let isWhole = inside.count * 10 >= sentence.count * 8
            let traits = passage.traits(inside)
            // "We do not sell your data" promises without a modal.
            let binds =
                !traits.isDisjoint(with: [.must, .mustNot, .may, .needNot, .will])
                || traits.isSuperset(of: [.publisher, .negation, .burden, .personalData])
            let startsException =
                inside.first.map { !passage.word($0).traits.isDisjoint(with: [.exception, .condition, .example]) }
                ?? false
            let isReplaced =
                hunk.isReplacement && inside.count < 10
                && other.intersection([.must, .mustNot, .may, .will, .negation])
                    == traits.intersection([.must, .mustNot, .may, .will, .negation])
            if isWhole && inside.count >= (hunk.isReplacement ? 4 : 3) && !isReplaced
                && (hunk.isReplacement
                    ? inside.count >= 6
                        && (binds || hunk.old.count * 3 < hunk.new.count || hunk.new.count * 3 < hunk.old.count) : true)
            {
                found.append(inside)
            } else if binds, inside.count >= 4, !startsException, !Tendency.isAim(passage, inside, vocabulary),
                !isDescription(passage, inside), !isReplaced,
                !isBareNegation(passage, inside),
                !hunk.isReplacement || other.isDisjoint(with: [.must, .mustNot, .may, .will])
            {
                found.append(inside)
            }
            start = max(sentence.upperBound, start + 1)
        }
        return found
    }

    /// Whether a part of a sentence only describes what stands in front of it: "that may have been made".
    private static func isDescription(_ passage: Passage, _ range: Range<Int>) -> Bool {
        // "…, or which may become …"
        guard let first = range.first(where: { !passage.word($0).traits.contains(.conjunction) }),
            passage.word(first).traits.contains(.relative)
        else { return false }
        return passage.traits(range).isDisjoint(with: [.must, .mustNot, .will, .burden, .enforcement, .liability])
    }

    /// Whether all that binds in a part of a sentence is a negation of which nobody says whom it binds: "not to receive these".
    private static func isBareNegation(_ passage: Passage, _ range: Range<Int>) -> Bool {
        let facts = Facts(passage, range)
        return facts.actor == .nobody && facts.modality == .mustNot
            && passage.traits(facts.modalWords).contains(.negation)
            && passage.traits(range).isDisjoint(with: [.must, .may, .will])
    }
}

internal import PolicyModel

/// Reads statements of `rules.yaml` as clauses are read, so that rules and prose are told in the same kinds.
struct StatementReader {
    private var vocabulary: Vocabulary

    init(_ old: RuleSet, _ new: RuleSet, language: String?) {
        func document(_ rules: RuleSet) -> Document {
            Document(
                sections: [],
                clauses: rules.rules.map { Clause(text: $0.action, lines: $0.lines) }
                    + rules.principles.map { Clause(text: $0.text, lines: $0.lines) })
        }
        vocabulary = Vocabulary(LanguageDetection.lexicon(asked: language, document(old), document(new)))
    }

    /// Returns what differs between two wordings of a statement.
    ///
    /// - Parameter facts: what the statement does by its place: a prohibition's action forbids.
    mutating func read(_ old: Statement, _ new: Statement, _ facts: Facts, _ path: [String]) -> [Draft] {
        func document(_ statement: Statement) -> Document {
            Document(sections: [], clauses: [Clause(text: statement.text, lines: statement.lines)])
        }
        var reader = PairReader(old: document(old), new: document(new), vocabulary: vocabulary)
        let before = Passage([0], .old, &reader)
        let after = Passage([0], .new, &reader)
        vocabulary = reader.vocabulary
        let hunks = WordDiff.hunks(before, after)
        let context = Context(inherited: facts, path: path)
        var edit = ClauseEdit(
            old: before, new: after, oldContext: context, newContext: context, open: hunks, hunks: hunks,
            vocabulary: vocabulary, renames: Renames())
        let tellings: [Telling]
        if hunks.isEmpty {
            let (kind, reason) = Marks.difference(old.text, new.text)
            tellings = [Telling(kind: kind, direction: .neutral, reason: reason)]
        } else {
            tellings = Readings.tell(&edit)
        }
        return tellings.map { telling in
            var draft = Draft(
                telling.kind, telling.direction, section: path, place: path,
                before: Change.Evidence(text: old.text, lines: old.lines),
                after: Change.Evidence(text: new.text, lines: new.lines),
                reason: telling.reason, order: Double(new.lines.first))
            draft.edits = WordEdits.edits(before, after, hunks)
            draft.modality = telling.modality
            draft.quantities = telling.quantities
            draft.isVague = telling.isVague
            draft.oldWords = telling.oldWords
            draft.newWords = telling.newWords
            return draft
        }
    }

    /// Matches two lists of statements: equal words first, then the most alike above a threshold.
    mutating func match(
        _ old: [Statement], _ new: [Statement]
    ) -> (pairs: [(Statement, Statement)], gone: [Statement], came: [Statement]) {
        let oldWords = old.map { words($0.text) }
        let newWords = new.map { words($0.text) }
        var oldPartner = [Int?](repeating: nil, count: old.count)
        var newPartner = [Int?](repeating: nil, count: new.count)
        var waiting: [[UInt32]: [Int]] = [:]
        for index in old.indices.reversed() { waiting[oldWords[index], default: []].append(index) }
        for index in new.indices {
            if let other = waiting[newWords[index]]?.popLast() {
                oldPartner[other] = index
                newPartner[index] = other
            }
        }
        let oldBags = oldWords.map(Bag.init)
        let newBags = newWords.map(Bag.init)
        let bags = Bags(of: [oldBags, newBags], vocabulary)
        var candidates: [(score: Double, old: Int, new: Int)] = []
        // Lists of rules are short; a long one is compared in order, not each with each.
        let each = old.count * new.count <= 250_000
        for index in old.indices where oldPartner[index] == nil && each {
            for other in new.indices where newPartner[other] == nil {
                let score = bags.likeness(oldBags[index], newBags[other])
                if score >= Thresholds.similarAnywhere { candidates.append((score, index, other)) }
            }
        }
        candidates.sort { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
        for candidate in candidates where oldPartner[candidate.old] == nil && newPartner[candidate.new] == nil {
            oldPartner[candidate.old] = candidate.new
            newPartner[candidate.new] = candidate.old
        }
        let pairs = new.indices.compactMap { index in newPartner[index].map { (old[$0], new[index]) } }
        return (
            pairs, old.indices.filter { oldPartner[$0] == nil }.map { old[$0] },
            new.indices.filter { newPartner[$0] == nil }.map { new[$0] }
        )
    }

    private mutating func words(_ text: String) -> [UInt32] {
        Tokenizer.tokens(of: text, in: &vocabulary).compactMap { $0.kind == .punctuation ? nil : $0.key }
    }
}

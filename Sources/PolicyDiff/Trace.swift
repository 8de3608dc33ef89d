package import PolicyModel

/// What became of each part of a text between two versions: a heading, a clause or a rule.
package struct Trace: Sendable {
    /// Whether one of the texts is all but empty beside the other, a failed capture: then nothing can be traced through it.
    package let isTextMissing: Bool
    /// The old headings and clauses that each new one came from; of one that is new there is no entry.
    private var origins: [Item: [Item]] = [:]
    /// The new headings and clauses that each old one became; of one that is gone there is no entry.
    private var successors: [Item: [Item]] = [:]
    /// The weightiest change of each new heading and clause; of one that is as it was there is no entry.
    private var weights: [Item: Significance] = [:]
    /// The place among the old rules of each new one that was there before.
    private var ruleOrigins: [Int: Int] = [:]
    private var ruleWeights: [Int: Significance] = [:]
    private let drafts: [Draft]
    private let options: ComparisonOptions

    init(_ telling: PairTelling, _ old: PolicyContent, _ new: PolicyContent, _ options: ComparisonOptions) {
        self.drafts = telling.drafts
        self.options = options
        self.isTextMissing = old.document != new.document && telling.alignment == nil
        if old.document == new.document {
            for item in Item.all(of: new.document) { link([item], [item]) }
        }
        if let alignment = telling.alignment { link(alignment) }
        if let sections = telling.sections { link(sections, old.document, new.document) }
        if !isTextMissing {
            for draft in drafts {
                let weight = Self.weight(draft, options)
                for item in draft.newItems { weights[item] = max(weights[item] ?? .editorial, weight) }
            }
        }
        if let oldRules = old.rules?.rules, let newRules = new.rules?.rules {
            readRules(oldRules, newRules, options.language ?? new.document.language)
        }
    }

    /// Returns the old headings and clauses that a new one came from, in the order of the old text; none where it is new.
    package func origins(of item: Item) -> [Item] { origins[item] ?? [] }

    /// Returns the new headings and clauses that an old one became, in the order of the new text; none where it is gone.
    package func successors(of item: Item) -> [Item] { successors[item] ?? [] }

    /// Returns the weight of what was done to a new heading or clause; nil where it is as it was.
    package func significance(of item: Item) -> Significance? { weights[item] }

    /// Returns the place among the old rules of the one that a new rule was; nil where it is new.
    package func origin(ofRule index: Int) -> Int? { ruleOrigins[index] }

    /// Returns the weight of what was done to a new rule; nil where it is as it was.
    package func significance(ofRule index: Int) -> Significance? { ruleWeights[index] }

    /// Returns the changes of some parts alone, each told once, most important first.
    ///
    /// - Parameters:
    ///   - old: headings and clauses of the old text.
    ///   - new: headings and clauses of the new text.
    ///   - rules: the ids of rules.
    package func changes(of old: Set<Item>, and new: Set<Item>, rules: Set<String> = []) -> [Change] {
        let touching = drafts.filter { draft in
            draft.oldItems.contains { old.contains($0) } || draft.newItems.contains { new.contains($0) }
                || draft.rule.map { rules.contains($0) } == true
        }
        return PairTelling.told(touching, options)
    }

    // MARK: Reading

    private mutating func link(_ old: [Item], _ new: [Item]) {
        for item in new { origins[item, default: []] += old }
        for item in old { successors[item, default: []] += new }
    }

    private mutating func link(_ alignment: Alignment) {
        for (old, new) in alignment.equal { link([old], [new]) }
        for group in alignment.edited { link(group.old, group.new) }
    }

    /// Headings go with their sections, where these were found by an anchor or by what stands in them.
    private mutating func link(_ sections: SectionAlignment, _ old: Document, _ new: Document) {
        for (index, partner) in sections.oldOfNew.enumerated() {
            guard let partner, !new.sections[index].heading.isEmpty, !old.sections[partner].heading.isEmpty else {
                continue
            }
            if origins[.heading(index)] == nil, successors[.heading(partner)] == nil {
                link([.heading(partner)], [.heading(index)])
            }
        }
    }

    private mutating func readRules(_ old: [Rule], _ new: [Rule], _ language: String?) {
        let places = Dictionary(new.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let oldPlaces = Dictionary(old.enumerated().map { ($1.id, $0) }) { first, _ in first }
        for (before, after) in RuleTeller.rulePairs(old, new) {
            guard let before, let after, let place = places[after.id] else { continue }
            ruleOrigins[place] = oldPlaces[before.id]
            if before == after { continue }
            // Each rule by itself: what the text says of it as well, the merged changes no longer tell apart.
            let told = RuleTeller.drafts(RuleSet(rules: [before]), RuleSet(rules: [after]), language: language)
            ruleWeights[place] = told.map { Self.weight($0, options) }.max()
        }
    }

    private static func weight(_ draft: Draft, _ options: ComparisonOptions) -> Significance {
        var draft = draft
        Overrides.apply(options.overrides, to: &draft)
        return draft.significance
    }
}

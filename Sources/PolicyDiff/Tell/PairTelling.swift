internal import PolicyModel

/// All that a comparison finds between two versions, before each change is told once.
struct PairTelling {
    /// The changes in the making; echoes are not grouped yet, so that each stands in one place.
    var drafts: [Draft] = []
    /// What was noticed.
    var findings: [Finding] = []
    /// Which clause and heading is which; nil where the texts are equal, or one of them is missing.
    var alignment: Alignment?
    /// Which section is which; nil likewise.
    var sections: SectionAlignment?

    /// Aligns both versions, then detects and classifies what differs.
    static func make(_ old: PolicyContent, _ new: PolicyContent, _ options: ComparisonOptions) -> PairTelling {
        var telling = PairTelling()
        if old.document != new.document { telling.readTexts(old.document, new.document, options) }
        telling.readRules(old, new, options)
        return telling
    }

    private mutating func readTexts(_ old: Document, _ new: Document, _ options: ComparisonOptions) {
        let lexicon = LanguageDetection.lexicon(asked: options.language, old, new)
        var reader = PairReader(old: old, new: new, lexicon: lexicon)
        let alignment = Alignment.make(&reader)
        if let missing = MissingText.finding(alignment, &reader) ?? MissingText.translated(alignment, reader) {
            findings.append(missing)
            drafts = [MissingText.draft(reader, missing)]
            return
        }
        let sections = SectionAlignment.make(alignment, &reader)
        drafts = ClauseTeller.drafts(alignment, sections, &reader)
        drafts = StructureTeller.drafts(alignment, sections, &reader, content: drafts) + drafts
        if let parts = PageParts.finding(drafts) { findings.append(parts) }
        if let rewritten = MissingText.rewritten(alignment, reader) { findings.append(rewritten) }
        self.alignment = alignment
        self.sections = sections
    }

    private mutating func readRules(_ old: PolicyContent, _ new: PolicyContent, _ options: ComparisonOptions) {
        if let oldRules = old.rules, let newRules = new.rules, oldRules != newRules {
            let told = RuleTeller.drafts(oldRules, newRules, language: options.language ?? new.document.language)
            if old.document != Document.empty || new.document != Document.empty {
                findings += RuleMerging.mismatches(old, new, rules: told, prose: drafts)
            }
            drafts = RuleMerging.merged(rules: told, prose: drafts, old, new)
        } else if (old.rules == nil) != (new.rules == nil), !old.document.clauses.isEmpty,
            !new.document.clauses.isEmpty
        {
            findings.append(
                Finding(
                    id: "rules-not-compared", severity: .warning,
                    message:
                        "The \(old.rules == nil ? "old" : "new") version has no rules and the other one has: only the text was compared.",
                    fix: "Keep a rules.yaml beside each version of the text."))
        } else if old.rules != nil, new.rules != nil {
            findings += RuleMerging.mismatches(old, new, rules: [], prose: drafts)
        }
    }

    /// Returns changes told once each, most important first, with the publisher's word on their significance.
    static func told(_ drafts: [Draft], _ options: ComparisonOptions) -> [Change] {
        var grouped = Echoes.grouped(drafts)
        for index in grouped.indices { Overrides.apply(options.overrides, to: &grouped[index]) }
        return Importance.sorted(grouped).map { $0.change() }
    }
}

package import PolicyModel

/// Returns what differs between two versions: align, detect, classify, and tell each change once, most important first.
///
/// The same input gives the same answer on every machine. The cost grows close to linearly with the size of both texts.
///
/// - Parameters:
///   - old: the earlier version's text and rules.
///   - new: the later version's text and rules.
///   - options: the language where it is known, and the publisher's overrides.
package func compare(
    _ old: PolicyContent, _ new: PolicyContent, options: ComparisonOptions = ComparisonOptions()
) -> Comparison {
    var findings: [Finding] = []
    var drafts: [Draft] = []
    if old.document != new.document {
        let lexicon = LanguageDetection.lexicon(asked: options.language, old.document, new.document)
        var reader = PairReader(old: old.document, new: new.document, lexicon: lexicon)
        let alignment = Alignment.make(&reader)
        if let missing = MissingText.finding(alignment, reader) {
            findings.append(missing)
            drafts = [MissingText.draft(reader)]
        } else {
            let sections = SectionAlignment.make(alignment, &reader)
            drafts = ClauseTeller.drafts(alignment, sections, &reader)
            drafts = StructureTeller.drafts(alignment, sections, &reader, content: drafts) + drafts
            if let rewritten = MissingText.rewritten(alignment, reader) { findings.append(rewritten) }
        }
    }
    if let oldRules = old.rules, let newRules = new.rules, oldRules != newRules {
        let told = RuleTeller.drafts(oldRules, newRules, language: options.language ?? new.document.language)
        if old.document != Document.empty || new.document != Document.empty {
            findings += RuleMerging.mismatches(old, new, rules: told, prose: drafts)
        }
        drafts = RuleMerging.merged(rules: told, prose: drafts, old, new)
    } else if (old.rules == nil) != (new.rules == nil), !old.document.clauses.isEmpty, !new.document.clauses.isEmpty {
        findings.append(
            Finding(
                id: "rules-not-compared", severity: .warning,
                message:
                    "The \(old.rules == nil ? "old" : "new") version has no rules and the other one has: only the text was compared.",
                fix: "Keep a rules.yaml beside each version of the text."))
    } else if old.rules != nil, new.rules != nil {
        findings += RuleMerging.mismatches(old, new, rules: [], prose: drafts)
    }
    var grouped = Echoes.grouped(drafts)
    for index in grouped.indices { Overrides.apply(options.overrides, to: &grouped[index]) }
    return Comparison(changes: Importance.sorted(grouped).map { $0.change() }, findings: findings)
}

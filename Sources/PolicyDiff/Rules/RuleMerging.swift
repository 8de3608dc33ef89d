internal import PolicyModel

/// A change seen in the rules and in the prose is one change with two places; where only one of them changed, a finding says so.
enum RuleMerging {
    /// Returns the changes of prose and rules, those that say the same told once.
    static func merged(rules: [Draft], prose: [Draft], _ old: PolicyContent, _ new: PolicyContent) -> [Draft] {
        var prose = prose
        var rest: [Draft] = []
        for rule in rules {
            if let index = prose.firstIndex(where: { isMove($0, rule) }) {
                prose[index] = moved(prose[index], rule)
                continue
            }
            let matches = prose.indices.filter { says(prose[$0], theSameAs: rule, old, new) }
            guard let first = matches.first(where: { prose[$0].kind == rule.kind }) ?? matches.first else {
                rest.append(rule)
                continue
            }
            var merged = prose[first]
            // The structured statement knows the kind; the text is what readers read.
            if merged.kind != rule.kind, rule.significance >= merged.significance, !merged.kind.id.hasPrefix("section-")
            {
                let kept = merged
                merged = rule
                merged.section = kept.section
                merged.place = kept.place
                merged.before = kept.before ?? rule.before
                merged.after = kept.after ?? rule.after
                if rule.before == nil { merged.before = nil }
                if rule.after == nil { merged.after = nil }
                merged.edits = kept.edits
                merged.order = kept.order
                merged.newSection = kept.newSection
                merged.oldSection = kept.oldSection
                merged.oldItems = kept.oldItems
                merged.newItems = kept.newItems
                merged.places = kept.places
            }
            merged.rule = merged.rule ?? rule.rule
            merged.quantities += rule.quantities.filter { !merged.quantities.contains($0) }
            merged.places += 1
            if merged.oldWords == nil, merged.newWords == nil {
                merged.oldWords = rule.oldWords
                merged.newWords = rule.newWords
            }
            prose[first] = merged
            // What else the same new rule explains in its clause is no change of its own.
            if rule.isWholeRule {
                let absorbed = Set(matches.dropFirst(matches.first == first ? 1 : 0)).subtracting([first])
                for index in absorbed.sorted() {
                    prose[first].oldItems += prose[index].oldItems
                    prose[first].newItems += prose[index].newItems
                }
                prose = prose.enumerated().filter { !absorbed.contains($0.offset) }.map(\.element)
            }
        }
        return prose + rest
    }

    /// Whether words left the prose for an entry of a rule, or the reverse: gone on one side, new on the other, the same words.
    private static func isMove(_ prose: Draft, _ rule: Draft) -> Bool {
        guard prose.significance > .editorial, !rule.isWholeRule, !prose.kind.id.hasPrefix("section-") else {
            return false
        }
        let (gone, came) = (lost(prose), gained(prose))
        let (ruleGone, ruleCame) = (lost(rule), gained(rule))
        if let gone, came == nil, let ruleCame, ruleGone == nil { return isSame(gone, ruleCame) }
        if let came, gone == nil, let ruleGone, ruleCame == nil { return isSame(came, ruleGone) }
        return false
    }

    /// The words that a change took out; nil where it put words in.
    private static func lost(_ draft: Draft) -> String? {
        if draft.oldWords != nil || draft.newWords != nil { return draft.newWords == nil ? draft.oldWords : nil }
        return draft.after == nil ? draft.before?.text : nil
    }

    private static func gained(_ draft: Draft) -> String? {
        if draft.oldWords != nil || draft.newWords != nil { return draft.oldWords == nil ? draft.newWords : nil }
        return draft.before == nil ? draft.after?.text : nil
    }

    /// Whether each of two wordings holds nearly all words of the other.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        let lengths = (Double(left.utf8.count), Double(right.utf8.count))
        return overlap(left, right) >= 0.85 && min(lengths.0, lengths.1) >= max(lengths.0, lengths.1) * 0.6
    }

    /// One change for words that moved between the text and the rules: what they say still holds, but it stands elsewhere.
    private static func moved(_ prose: Draft, _ rule: Draft) -> Draft {
        let toRules = gained(rule) != nil
        var moved = Draft(
            .clauseMoved, .neutral, section: prose.section, place: prose.place,
            before: toRules ? prose.before : rule.before, after: toRules ? rule.after : prose.after,
            reason: toRules
                ? "the words left the text and stand in the rule “\(rule.rule ?? "")” now"
                : "the words left the rule “\(rule.rule ?? "")” and stand in the text now",
            order: prose.order)
        // Readers of the text alone, or of the rules alone, would miss it.
        moved.significance = .minor
        moved.rule = rule.rule
        moved.oldWords = toRules ? lost(prose) : lost(rule)
        moved.newWords = toRules ? gained(rule) : gained(prose)
        moved.newSection = prose.newSection
        moved.oldSection = prose.oldSection
        moved.places = prose.places + rule.places
        moved.isIntoRules = toRules
        moved.oldItems = prose.oldItems
        moved.newItems = prose.newItems
        return moved
    }

    /// Whether a change of the prose says what a change of the rules says: the same words on the same sides, and where the rule names its clause, there.
    private static func says(_ prose: Draft, theSameAs rule: Draft, _ old: PolicyContent, _ new: PolicyContent) -> Bool
    {
        if prose.kind.id.hasPrefix("section-")
            || (prose.significance == .editorial) != (rule.significance == .editorial)
        {
            return false
        }
        if rule.kind == .partyRenamed || prose.kind == .partyRenamed {
            return rule.kind == prose.kind && rule.oldWords == prose.oldWords && rule.newWords == prose.newWords
        }
        if rule.kind == .contactChanged {
            guard prose.kind == .contactChanged else { return false }
            return [(rule.oldWords, prose.before?.text), (rule.newWords, prose.after?.text)].contains { words, text in
                words.map { address in text.map { squeezed($0).contains(squeezed(address)) } ?? false } ?? false
            }
        }
        let inClause = isInClause(prose, rule.rule, old, new)
        let sides = [(rule.before, prose.before), (rule.after, prose.after)].filter { $0.0 != nil || $0.1 != nil }
        let alike = sides.allSatisfy { ruleText, proseText in
            guard let ruleText, let proseText else { return false }
            let overlap = overlap(proseText.text, ruleText.text)
            return overlap >= (inClause ? (rule.isWholeRule ? 0.45 : 0.5) : 0.85)
        }
        guard alike else { return false }
        return inClause || prose.kind == rule.kind || !prose.quantities.isEmpty && prose.quantities == rule.quantities
            || overlapIsExact(sides)
    }

    private static func overlapIsExact(_ sides: [(Change.Evidence?, Change.Evidence?)]) -> Bool {
        sides.allSatisfy { squeezed($0.0?.text ?? "") == squeezed($0.1?.text ?? "") }
    }

    /// Whether the prose change stands in the clause, or the section, that the rule names.
    private static func isInClause(
        _ prose: Draft, _ rule: String?, _ old: PolicyContent, _ new: PolicyContent
    ) -> Bool {
        func holds(_ content: PolicyContent, _ section: Int?) -> Bool {
            guard let rule, let anchor = content.rules?.rules.first(where: { $0.id == rule })?.clause,
                let section
            else { return false }
            var next: Int? = section
            while let current = next {
                let candidate = content.document.sections[current]
                if candidate.anchor == anchor || Slugs.slug(of: candidate.heading) == anchor { return true }
                next = candidate.parent
            }
            return content.document.sections[section].clauses.contains { content.document.clauses[$0].anchor == anchor }
        }
        return holds(new, prose.newSection) || holds(old, prose.oldSection)
    }

    /// The share of the shorter text's words that stand in the longer one.
    private static func overlap(_ left: String, _ right: String) -> Double {
        func words(_ text: String) -> [String] {
            Vocabulary.plain(text).split { !$0.isLetter && !$0.isNumber }.map(String.init).filter { $0.count > 2 }
        }
        let mine = words(left)
        let theirs = words(right)
        let (short, long) = mine.count < theirs.count ? (mine, Set(theirs)) : (theirs, Set(mine))
        guard !short.isEmpty else { return squeezed(left) == squeezed(right) ? 1 : 0 }
        return Double(short.count { long.contains($0) }) / Double(short.count)
    }

    private static func squeezed(_ text: String) -> String { Spelling.squeezed(text.replacingScheme()) }

    // MARK: Mismatches

    /// Findings for rules whose clause did not change with them, and clauses whose rule did not.
    static func mismatches(_ old: PolicyContent, _ new: PolicyContent, rules: [Draft], prose: [Draft]) -> [Finding] {
        guard let oldRules = old.rules, let newRules = new.rules else { return [] }
        var findings: [Finding] = []
        for draft in rules {
            guard let id = draft.rule, prose.contains(where: { isMove($0, draft) }),
                let words = gained(draft) ?? lost(draft)
            else { continue }
            findings.append(
                Finding(
                    id: "rule-text-mismatch", severity: .warning,
                    message:
                        "“\(Excerpt.short(words))” stands in \(gained(draft) != nil ? "the rule “\(id)” and no longer in the text" : "the text and no longer in the rule “\(id)”").",
                    place: Place(path: "rules.yaml", lines: (draft.after ?? draft.before)?.lines),
                    fix: "Let the text and the rule say the same."))
        }
        for rule in newRules.rules {
            guard let anchor = rule.clause, oldRules.rules.contains(where: { $0.id == rule.id }) else { continue }
            let ruleChanged = rules.contains { $0.rule == rule.id && $0.significance > .editorial }
            let inside = prose.filter { draft in
                draft.significance > .editorial && isInClause(draft, rule.id, old, new)
            }
            let moved = prose.contains { $0.significance > .editorial && $0.kind == .partyRenamed }
            if ruleChanged, inside.isEmpty, !moved {
                findings.append(
                    Finding(
                        id: "rule-text-mismatch", severity: .warning,
                        message: "The rule “\(rule.id)” changed and its clause #\(anchor) did not.",
                        place: Place(path: "rules.yaml", lines: rule.lines),
                        fix: "Bring the text of #\(anchor) into line with the rule, or the rule with the text."))
            } else if !ruleChanged,
                let first = inside.first(where: { $0.kind != .partyRenamed && $0.kind != .contactChanged })
            {
                // Several rules may share a clause: one of them changing is enough.
                let shared = newRules.rules.contains { other in
                    other.clause == anchor && rules.contains { $0.rule == other.id && $0.significance > .editorial }
                }
                if shared { continue }
                findings.append(
                    Finding(
                        id: "rule-text-mismatch", severity: .warning,
                        message: "The clause #\(anchor) changed and its rule “\(rule.id)” did not.",
                        place: Place(path: "policy.md", lines: first.after?.lines ?? first.before?.lines),
                        fix: "Bring the rule “\(rule.id)” into line with the text, or the text with the rule."))
            }
        }
        return findings
    }
}

extension String {
    /// The text without `https://` and the like, by which an address in a text and one in the rules may differ.
    fileprivate func replacingScheme() -> String {
        for scheme in ["https://", "http://", "mailto:"] where hasPrefix(scheme) {
            return String(dropFirst(scheme.count))
        }
        return self
    }
}

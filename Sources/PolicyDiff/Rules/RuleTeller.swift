internal import PolicyModel

/// Tells what differs between two rule sets, field by field, in the same kinds as the prose.
struct RuleTeller {
    var drafts: [Draft] = []
    var reader: StatementReader

    /// Returns the changes from the old rules to the new ones, in the order of the file.
    static func drafts(_ old: RuleSet, _ new: RuleSet, language: String?) -> [Draft] {
        var teller = RuleTeller(reader: StatementReader(old, new, language: language))
        teller.compareScope(old.scope, new.scope)
        teller.compareDefinitions(old.definitions, new.definitions)
        teller.comparePrinciples(old.principles, new.principles)
        teller.compareRules(old.rules, new.rules)
        teller.compareEnforcement(old.enforcement, new.enforcement)
        teller.compareContacts(old.contacts, new.contacts)
        return teller.drafts
    }

    private init(reader: StatementReader) { self.reader = reader }

    // MARK: Parts

    private mutating func compareScope(_ old: Scope, _ new: Scope) {
        compareList(
            old.includes, new.includes, Subject(name: "scope", facts: Self.facts(.must, .reader, .burden)),
            added: (.scopeWidened, .stricter), removed: (.scopeNarrowed, .looser))
        compareList(
            old.excludes, new.excludes, Subject(name: "scope", facts: Self.facts(.must, .reader, .burden)),
            added: (.scopeNarrowed, .looser), removed: (.scopeWidened, .stricter))
    }

    private mutating func compareDefinitions(_ old: [Definition], _ new: [Definition]) {
        for (before, after) in Self.byID(old, new, id: \.id) {
            let subject = Subject(name: "definitions", rule: (after ?? before)?.id)
            switch (before, after) {
            case (nil, let after?):
                add(
                    .definitionAdded, .unclear, subject, nil,
                    Statement("\(after.term): \(after.meaning)", lines: after.lines))
            case (let before?, nil):
                add(
                    .definitionRemoved, .unclear, subject,
                    Statement("\(before.term): \(before.meaning)", lines: before.lines), nil)
            case (let before?, let after?) where before.meaning != after.meaning || before.term != after.term:
                let change = reader.read(
                    Statement("\(before.term): \(before.meaning)", lines: before.lines),
                    Statement("\(after.term): \(after.meaning)", lines: after.lines), Facts(), ["definitions"])
                // What only a definition can tell, is a changed definition; wording stays wording.
                for var draft in change {
                    if draft.significance == .material { draft = Self.recast(draft, as: .definitionChanged) }
                    take(draft, subject)
                }
            default: break
            }
        }
    }

    private mutating func comparePrinciples(_ old: [Principle], _ new: [Principle]) {
        for (before, after) in Self.byID(old, new, id: \.id) {
            let subject = Subject(
                name: "principles", rule: (after ?? before)?.id, facts: Self.facts(.will, .publisher, .benefit))
            switch (before, after) {
            case (nil, let after?):
                add(.commitmentAdded, .looser, subject, nil, Statement(after.text, lines: after.lines))
            case (let before?, nil):
                add(.commitmentRemoved, .stricter, subject, Statement(before.text, lines: before.lines), nil)
            case (let before?, let after?) where before.text != after.text:
                compareText(
                    Statement(before.text, lines: before.lines), Statement(after.text, lines: after.lines), subject)
            default: break
            }
        }
    }

    private mutating func compareEnforcement(_ old: [Measure], _ new: [Measure]) {
        for (before, after) in Self.byID(old, new, id: \.id) {
            let subject = Subject(
                name: "enforcement", rule: (after ?? before)?.id, facts: Self.facts(.may, .publisher, .burden))
            switch (before, after) {
            case (nil, let after?):
                add(.enforcementChanged, .stricter, subject, nil, Statement(after.measure, lines: after.lines))
            case (let before?, nil):
                add(.enforcementChanged, .looser, subject, Statement(before.measure, lines: before.lines), nil)
            case (let before?, let after?):
                if before.measure != after.measure {
                    compareText(
                        Statement(before.measure, lines: before.lines), Statement(after.measure, lines: after.lines),
                        subject)
                }
                compareList(
                    before.conditions, after.conditions, subject, added: (.conditionAdded, .looser),
                    removed: (.conditionRemoved, .stricter))
            default: break
            }
        }
    }

    private mutating func compareContacts(_ old: [Contact], _ new: [Contact]) {
        for (before, after) in Self.byID(old, new, id: \.id)
        where before?.address != after?.address || before?.channel != after?.channel {
            var draft = Draft(
                .contactChanged, .neutral, section: ["contacts"], place: ["contacts"],
                before: before.map { Change.Evidence(text: $0.address, lines: $0.lines) },
                after: after.map { Change.Evidence(text: $0.address, lines: $0.lines) },
                reason: before == nil
                    ? "the contact is new" : after == nil ? "the contact is gone" : "the contact differs",
                order: Double((after?.lines ?? before?.lines)?.first ?? 0))
            draft.oldWords = before?.address
            draft.newWords = after?.address
            draft.rule = (after ?? before)?.id
            drafts.append(draft)
        }
    }

    // MARK: Rules

    private mutating func compareRules(_ old: [Rule], _ new: [Rule]) {
        for (before, after) in Self.rulePairs(old, new) {
            switch (before, after) {
            case (nil, let after?): tellWhole(after, added: true)
            case (let before?, nil): tellWhole(before, added: false)
            case (let before?, let after?): compare(before, after)
            default: break
            }
        }
    }

    /// Rules by id; a rule whose id is new but whose type and action are those of one that is gone is that rule.
    static func rulePairs(_ old: [Rule], _ new: [Rule]) -> [(Rule?, Rule?)] {
        var pairs = byID(old, new, id: \.id)
        for index in pairs.indices where pairs[index].0 == nil {
            guard let after = pairs[index].1 else { continue }
            if let other = pairs.indices.first(where: {
                pairs[$0].1 == nil && pairs[$0].0?.action == after.action && pairs[$0].0?.type == after.type
            }) {
                pairs[index].0 = pairs[other].0
                pairs[other].0 = nil
            }
        }
        return pairs.filter { $0.0 != nil || $0.1 != nil }
    }

    static func isPublishers(_ rule: Rule) -> Bool { rule.assignee == "publisher" }

    private static func subject(_ rule: Rule) -> Subject {
        let actor: Facts.Actor = isPublishers(rule) ? .publisher : .reader
        let facts: Facts =
            switch rule.type {
            case .prohibition: Self.facts(.mustNot, actor, actor == .reader ? .burden : .benefit)
            case .duty: Self.facts(actor == .reader ? .must : .will, actor, actor == .reader ? .burden : .benefit)
            case .permission: Self.facts(.may, actor, actor == .reader ? .benefit : .burden)
            }
        return Subject(name: rule.title ?? rule.id, rule: rule.id, facts: facts, anchor: rule.clause)
    }

    private mutating func tellWhole(_ rule: Rule, added: Bool) {
        let subject = Self.subject(rule)
        let text = ([rule.title.map { "\($0): \(rule.action)" } ?? rule.action] + rule.examples.map(\.text)).joined(
            separator: "\n")
        let kind: ChangeKind =
            switch (rule.type, Self.isPublishers(rule)) {
            case (.prohibition, false): added ? .prohibitionAdded : .prohibitionRemoved
            case (.duty, false): added ? .dutyAdded : .dutyRemoved
            case (.permission, false): added ? .permissionAdded : .permissionRemoved
            case (.permission, true): added ? .reservedRightAdded : .reservedRightRemoved
            case (.prohibition, true), (.duty, true): added ? .commitmentAdded : .commitmentRemoved
            }
        let statement = Statement(text, lines: rule.lines)
        var draft = self.draft(
            kind, subject.facts.effect == .burden ? (added ? .stricter : .looser) : (added ? .looser : .stricter),
            subject,
            added ? nil : statement, added ? statement : nil, "the rule is \(added ? "new" : "gone")")
        draft.modality = ModalityChange(
            before: added ? nil : subject.facts.modality, after: added ? subject.facts.modality : nil)
        draft.isWholeRule = true
        draft.oldWords = added ? nil : rule.action
        draft.newWords = added ? rule.action : nil
        drafts.append(draft)
    }

    private mutating func compare(_ old: Rule, _ new: Rule) {
        let subject = Self.subject(new)
        let burdens = subject.facts.effect == .burden
        let more: Direction = burdens ? .stricter : .looser
        let less: Direction = burdens ? .looser : .stricter
        if old.type != new.type { tellType(old, new, subject) }
        if Self.assignee(old) != Self.assignee(new) { tellAssignee(old, new, subject) }
        if old.title != new.title || old.id != new.id {
            add(
                .ruleRenamed, .neutral, subject, Statement(old.title ?? old.id, lines: old.lines),
                Statement(new.title ?? new.id, lines: new.lines), "title or id of the rule differ")
        }
        if old.action != new.action {
            compareText(Statement(old.action, lines: old.lines), Statement(new.action, lines: new.lines), subject)
        }
        compareList(old.examples, new.examples, subject, added: (.exampleAdded, more), removed: (.exampleRemoved, less))
        compareList(
            old.exceptions, new.exceptions, subject, added: (.exceptionAdded, less), removed: (.exceptionRemoved, more))
        compareList(
            old.conditions, new.conditions, subject, added: (.conditionAdded, less), removed: (.conditionRemoved, more))
        compareList(
            old.consequences, new.consequences, subject, added: (.consequenceAdded, .stricter),
            removed: (.consequenceRemoved, .looser))
        if old.effective != new.effective {
            var draft = self.draft(
                .dateChanged, .unclear, subject, old.effective.map { Statement($0.description, lines: old.lines) },
                new.effective.map { Statement($0.description, lines: new.lines) },
                "the rule takes effect on another day")
            draft.quantities = [QuantityChange(before: old.effective?.description, after: new.effective?.description)]
            drafts.append(draft)
        }
        if old.clause != new.clause, let before = old.clause, let after = new.clause {
            add(
                .linkTargetChanged, .neutral, subject, Statement("#\(before)", lines: old.lines),
                Statement("#\(after)", lines: new.lines), "the rule names another clause")
        }
    }

    private mutating func tellType(_ old: Rule, _ new: Rule, _ subject: Subject) {
        func strength(_ rule: Rule) -> Int { rule.type == .permission ? 0 : 1 }
        let direction: Direction =
            strength(old) == strength(new)
            ? .unclear : (strength(new) > strength(old)) != Self.isPublishers(new) ? .stricter : .looser
        var draft = self.draft(
            .ruleTypeChanged, direction, subject, Statement("\(old.type.rawValue): \(old.action)", lines: old.lines),
            Statement("\(new.type.rawValue): \(new.action)", lines: new.lines),
            "the \(old.type.rawValue) became a \(new.type.rawValue)")
        draft.modality = ModalityChange(before: Self.subject(old).facts.modality, after: subject.facts.modality)
        drafts.append(draft)
    }

    private mutating func tellAssignee(_ old: Rule, _ new: Rule, _ subject: Subject) {
        let (kind, direction) = Self.assigneeChange(old, new)
        var draft = self.draft(
            kind, direction, subject, Statement(Self.assignee(old), lines: old.lines),
            Statement(Self.assignee(new), lines: new.lines),
            "the rule binds “\(Self.assignee(new))” instead of “\(Self.assignee(old))”")
        draft.oldWords = Self.assignee(old)
        draft.newWords = Self.assignee(new)
        draft.isVague = direction == .unclear
        drafts.append(draft)
    }
}

import PolicyDiff
import PolicyModel

/// A change of some kind as a comparison tells it: of whom, which way, and with which words.
struct KindCase {
    let kind: String
    /// Who is bound, for the table.
    let bound: String
    let direction: Direction
    let old: String?
    let new: String?
    var oldClause: String?
    var newClause: String?
    var modality: ModalityChange?
    var quantities: [QuantityChange] = []
    var rule: String?
    var section: [String] = ["Loans"]
    /// Whether the change is about the whole clauses, not about words in them.
    var isWhole = false

    /// The change, in the words of the case.
    func change(_ number: Int) -> Change {
        func evidence(_ text: String?) -> Change.Evidence? {
            text.map { Change.Evidence(text: $0, lines: LineRange(1, 1)) }
        }
        // A publisher may give a kind more weight than it has by itself.
        let significance = max(.minor, ChangeKind.all.first { $0.id == kind }?.significance ?? .material)
        let isRecord = kind.hasPrefix("effective-date") || kind == "version-withdrawn"
        return Change(
            id: "\(number)", kind: kind, significance: significance, direction: direction, section: section,
            rule: rule, before: isRecord ? nil : evidence(oldClause ?? old),
            after: isRecord ? nil : evidence(newClause ?? new), modality: modality, quantities: quantities,
            focus: isWhole || isRecord && old == nil && new == nil ? nil : Change.Focus(before: old, after: new),
            summary: kind, reason: kind, introducedIn: "2")
    }

    /// A change of every kind that readers are told one by one, of everybody who can be bound by it.
    static func all(_ words: ClubWords) -> [KindCase] {
        statements(words) + turns(words) + parts(words) + figures(words) + matters(words) + records
    }

    private static func statements(_ words: ClubWords) -> [KindCase] {
        func both(
            _ kind: String, _ bound: String, _ text: String, _ added: Direction, _ modality: Modality,
            rule: String? = nil
        ) -> [KindCase] {
            let removed: Direction = added == .stricter ? .looser : added == .looser ? .stricter : added
            return [
                KindCase(
                    kind: "\(kind)-added", bound: bound, direction: added, old: nil, new: text,
                    modality: ModalityChange(before: nil, after: modality), rule: rule, isWhole: rule == nil),
                KindCase(
                    kind: "\(kind)-removed", bound: bound, direction: removed, old: text, new: nil,
                    modality: ModalityChange(before: modality, after: nil), rule: rule, isWhole: rule == nil),
            ]
        }
        let fact = words.fact
        let replaced = [
            ("prohibition-added", words.ban, Direction.stricter), ("duty-added", words.duty, .stricter),
            ("permission-added", words.permission, .looser), ("commitment-added", words.promise, .looser),
            ("reserved-right-added", words.right, .stricter),
        ].map { kind, text, direction in
            KindCase(
                kind: kind, bound: "in place of a fact", direction: direction, old: fact, new: text, oldClause: fact,
                newClause: text)
        }
        let all: [[KindCase]] = [
            both("prohibition", "reader", words.ban, .stricter, .mustNot),
            both("prohibition", "reader, by a rule", words.action, .stricter, .mustNot, rule: "lamps"),
            both("duty", "reader", words.duty, .stricter, .must),
            both("duty", "reader, by a rule", words.action, .stricter, .must, rule: "lamps"),
            Array(both("duty", "business users, by a rule", words.action, .stricter, .must, rule: "firms").prefix(1)),
            both("permission", "reader", words.permission, .looser, .may),
            both("permission", "reader, by a rule", words.action, .looser, .may, rule: "lamps"),
            both("commitment", "publisher", words.promise, .looser, .will),
            both("commitment", "publisher, by a rule", words.action, .looser, .will, rule: "lamps"),
            both("commitment", "publisher, who must not, by a rule", words.action, .looser, .mustNot, rule: "lamps"),
            both("reserved-right", "publisher", words.right, .stricter, .may),
            both("reserved-right", "publisher, by a rule", words.action, .stricter, .may, rule: "lamps"),
            both("disclosure", "nobody", words.fact, .neutral, .none), replaced,
        ]
        return all.flatMap { $0 }
    }

    private static func turns(_ words: ClubWords) -> [KindCase] {
        func turn(
            _ kind: String, _ bound: String, _ old: String, _ new: String, _ direction: Direction, _ before: Modality,
            _ after: Modality, rule: String? = nil
        ) -> KindCase {
            KindCase(
                kind: kind, bound: bound, direction: direction, old: old, new: new,
                modality: ModalityChange(before: before, after: after), rule: rule, isWhole: true)
        }
        let (ban, may) = (words.ban, words.permission)
        return [
            turn("modality-strengthened", "reader", may, words.duty, .stricter, .may, .must),
            turn("modality-strengthened", "reader", may, ban, .stricter, .may, .mustNot),
            turn("modality-weakened", "reader", ban, may, .looser, .mustNot, .may),
            turn("modality-weakened", "reader", words.duty, words.needNot, .looser, .must, .needNot),
            turn("modality-weakened", "publisher", words.promise, words.mayRepair, .stricter, .will, .may),
            turn("modality-strengthened", "publisher", words.mayRepair, words.promise, .looser, .may, .will),
            KindCase(
                kind: "modality-strengthened", bound: "nobody", direction: .unclear, old: words.may, new: words.must,
                oldClause: words.mayLock, newClause: words.mustLock,
                modality: ModalityChange(before: .may, after: .must)),
            turn(
                "rule-type-changed", "reader", "permission: \(words.action)", "prohibition: \(words.action)",
                .stricter, .may, .mustNot, rule: "lamps"),
            turn(
                "rule-type-changed", "reader", "duty: \(words.action)", "permission: \(words.otherAction)", .looser,
                .must, .may, rule: "lamps"),
            turn(
                "rule-type-changed", "publisher", "permission: \(words.action)", "duty: \(words.action)", .looser,
                .may, .will, rule: "lamps"),
            turn(
                "rule-type-changed", "publisher", "prohibition: \(words.action)", "permission: \(words.action)",
                .stricter, .mustNot, .may, rule: "lamps"),
        ]
    }

    private static func parts(_ words: ClubWords) -> [KindCase] {
        func both(_ kind: String, _ text: String, _ added: Direction) -> [KindCase] {
            let removed: Direction = added == .stricter ? .looser : .stricter
            let modality = ModalityChange(before: .mustNot, after: .mustNot)
            return [
                KindCase(
                    kind: "\(kind)-added", bound: "reader", direction: added, old: nil, new: text, modality: modality,
                    rule: "lamps"),
                KindCase(
                    kind: "\(kind)-removed", bound: "reader", direction: removed, old: text, new: nil,
                    modality: modality, rule: "lamps"),
            ]
        }
        func scope(
            _ kind: String, _ direction: Direction, _ old: String?, _ new: String?, rule: String?, isAll: Bool = false
        ) -> KindCase {
            KindCase(
                kind: kind, bound: isAll ? "the whole policy" : "reader", direction: direction, old: old, new: new,
                modality: isAll ? nil : ModalityChange(before: .mustNot, after: .mustNot), rule: rule,
                section: isAll ? ["scope"] : ["Loans"], isWhole: isAll)
        }
        let listed: [[KindCase]] = [
            both("exception", words.exception, .looser), both("condition", words.condition, .looser),
            both("example", words.example, .stricter), both("consequence", words.consequence, .stricter),
        ]
        return listed.flatMap { $0 }
            + [
                scope("scope-widened", .stricter, words.place, words.otherPlace, rule: "lamps"),
                scope("scope-narrowed", .looser, words.otherPlace, words.place, rule: "lamps"),
                scope("scope-widened", .stricter, nil, words.otherPlace, rule: nil, isAll: true),
                scope("scope-widened", .stricter, words.place, nil, rule: nil, isAll: true),
                scope("scope-narrowed", .looser, nil, words.place, rule: nil, isAll: true),
                scope("scope-narrowed", .looser, words.otherPlace, nil, rule: nil, isAll: true),
            ]
    }

    private static func figures(_ words: ClubWords) -> [KindCase] {
        func figure(
            _ kind: String, _ bound: String, _ direction: Direction, _ old: String?, _ new: String?,
            _ clause: (String) -> String, _ modality: Modality?
        ) -> KindCase {
            KindCase(
                kind: kind, bound: bound, direction: direction, old: old, new: new,
                oldClause: clause(old ?? "?"), newClause: clause(new ?? "?"),
                modality: modality.map { ModalityChange(before: $0, after: $0) },
                quantities: [QuantityChange(before: old, after: new)])
        }
        let (short, long) = (words.days(14), words.days(30))
        return [
            figure("deadline-shortened", "reader", .stricter, long, short, words.period, .may),
            figure("deadline-extended", "reader", .looser, short, long, words.period, .may),
            figure("quantity-raised", "reader", .stricter, "2 €", "3 €", words.fee, nil),
            figure("quantity-lowered", "reader", .looser, "3 €", "2 €", words.fee, nil),
            KindCase(
                kind: "date-changed", bound: "reader", direction: .unclear, old: words.oldDay, new: words.newDay,
                quantities: [QuantityChange(before: words.oldDay, after: words.newDay)]),
            KindCase(
                kind: "date-changed", bound: "reader, by a rule", direction: .unclear, old: "2026-05-01",
                new: "2026-06-01", quantities: [QuantityChange(before: "2026-05-01", after: "2026-06-01")],
                rule: "lamps"),
        ]
    }

    private static func matters(_ words: ClubWords) -> [KindCase] {
        func matter(
            _ kind: String, _ old: String?, _ new: String?, _ direction: Direction = .unclear, rule: String? = nil
        ) -> KindCase {
            KindCase(kind: kind, bound: "all", direction: direction, old: old, new: new, rule: rule)
        }
        return [
            matter("definition-added", nil, words.definition), matter("definition-removed", words.definition, nil),
            matter("definition-changed", words.definition, words.otherDefinition),
            matter("liability-changed", nil, words.liability, .stricter),
            matter("liability-changed", words.liability, nil, .looser), matter("dispute-changed", nil, words.dispute),
            matter("dispute-changed", words.dispute, nil),
            matter("enforcement-changed", nil, words.measure, .stricter, rule: "measures"),
            matter("enforcement-changed", words.measure, nil, .looser, rule: "measures"),
            matter("party-renamed", words.oldName, words.newName, .neutral),
            matter("contact-changed", words.oldContact, words.newContact, .neutral),
            matter("contact-changed", nil, words.newContact, .neutral),
            matter("contact-changed", words.oldContact, nil, .neutral),
            matter("clause-reworded", words.place, words.otherPlace),
            matter("rule-renamed", words.oldName, words.newName, .neutral, rule: "lamps"),
            matter("rule-renamed", words.oldName, words.oldName, .neutral, rule: "lamps"),
            matter("section-added", nil, words.section, .neutral),
            matter("section-removed", words.section, nil, .neutral),
            matter("correction", words.place, words.otherPlace),
        ]
    }

    private static var records: [KindCase] {
        func record(_ kind: String, _ old: String?, _ new: String?, _ direction: Direction) -> KindCase {
            KindCase(kind: kind, bound: "all", direction: direction, old: old, new: new)
        }
        return [
            record("effective-date-set", nil, "2026-09-01", .neutral),
            record("effective-date-postponed", "2026-08-01", "2026-09-01", .neutral),
            record("effective-date-postponed", "2026-08-01", nil, .neutral),
            record("effective-date-advanced", "2026-09-01", "2026-08-01", .neutral),
            record("version-withdrawn", nil, nil, .neutral),
        ]
    }
}

import PolicyDiff
import PolicyModel

/// What binds on a day where rules take effect on days of their own: a version with some of its rules, and their clauses, exchanged.
struct Commencement {
    /// A rule whose wording in force is not that of the version in force.
    struct Exception: Hashable {
        /// The rule's id.
        let rule: String
        /// The version that brings the rule, or will.
        let position: Timeline.Position
        /// The day it takes effect.
        let day: CivilDate
        /// Whether it binds already, ahead of its version; otherwise it is still to come.
        let isAhead: Bool
        /// The version whose wording binds until then; nil where there was no such rule, or where it binds already.
        let bound: Timeline.Position?
    }

    /// The version in force.
    let base: Timeline.Position
    /// Its content, as it binds.
    let content: PolicyContent
    /// The rules that bind, with the days that they state.
    let rules: [Rule]
    /// The rules that are exchanged, in the order of their days.
    let exceptions: [Exception]
}

extension Timeline {
    /// Whether rules of a version take effect on days of their own.
    func hasRulesWithDays(_ position: Position) throws -> Bool {
        guard isNative, records[position.entry].rules != nil, !points[position.point].isEnd else { return false }
        return try texts.content(of: records[position.entry]).rules?.rules.contains { $0.effective != nil } ?? false
    }

    /// Returns what binds at a cut: the version in force by the effective axis, rule by rule; nil where none is.
    ///
    /// A rule of its own day that has not come yet leaves what bound before its version; one that has come ahead of its version is there
    /// already. A day that the wording in force states for the rule, too, is an old one: what else a coming version
    /// does to the rule takes effect with that version.
    func commencement(at cut: Cut) throws -> Commencement? {
        guard let state = try state(at: cut, .effective), !points[state.point].isEnd else { return nil }
        return try commencement(of: Position(point: state.point, entry: entry(of: state.point, at: cut)), at: cut)
    }

    private func commencement(of base: Position, at cut: Cut) throws -> Commencement {
        var exchange = RuleExchange(try texts.content(of: records[base.entry]))
        var exceptions: [Commencement.Exception] = []
        let pending = exchange.rules.filter { $0.effective.map { $0 > cut.lastDay } ?? false }
        if !pending.isEmpty {
            let before = try commencement(before: base)
            for rule in pending {
                guard let day = rule.effective else { continue }
                let bound = before?.rules.first { $0.id == rule.id }
                exceptions.append(
                    Commencement.Exception(
                        rule: rule.id, position: base, day: day, isAhead: false,
                        bound: bound == nil ? nil : before?.base))
            }
            exchange.putBack(pending, from: before)
        }
        for (position, rule, day) in try rulesAhead(at: cut, besides: exchange.rules) {
            let content = try texts.content(of: records[position.entry])
            exchange.put(rule, of: content)
            exceptions.removeAll { $0.rule == rule.id }
            exceptions.append(
                Commencement.Exception(rule: rule.id, position: position, day: day, isAhead: true, bound: nil))
        }
        return Commencement(
            base: base, content: exchange.content, rules: exchange.rules,
            exceptions: exceptions.sorted { ($0.day, $0.rule) < ($1.day, $1.rule) })
    }

    /// What bound on the day before a version took effect.
    private func commencement(before base: Position) throws -> Commencement? {
        guard let standing = try standing(base.point, .effective) else { return nil }
        return try commencement(at: Cut(beforeStartOf: standing.day))
    }

    /// The rules of coming versions that bind already, by day.
    private func rulesAhead(
        at cut: Cut, besides own: [Rule]
    ) throws -> [(position: Position, rule: Rule, day: CivilDate)] {
        var found: [(position: Position, rule: Rule, day: CivilDate)] = []
        for point in points.indices where try !points[point].isEnd && !isWithdrawn(point, at: cut) {
            guard let standing = try standing(point, .effective), !standing.isReached(at: cut),
                try isKnown(point, at: cut)
            else { continue }
            let position = Position(point: point, entry: entry(of: point, at: cut))
            for rule in try texts.content(of: records[position.entry]).rules?.rules ?? [] {
                guard let day = rule.effective, day <= cut.lastDay,
                    own.first(where: { $0.id == rule.id })?.effective != day
                else { continue }
                found.append((position, rule, day))
            }
        }
        return found.sorted { ($0.day, $0.position.point) < ($1.day, $1.position.point) }
    }

    /// Returns the days after a cut and up to another one on which a rule takes effect on a day of its own, or a version does.
    func commencementDays(after since: Cut, through until: Cut) throws -> [CivilDate] {
        var days: Set<CivilDate> = []
        for point in points.indices where !points[point].isEnd {
            guard let standing = try standing(point, .effective) else { continue }
            days.insert(standing.day)
            if let withdrawal = try withdrawal(point) { days.insert(records[withdrawal].recorded.utcDay) }
            for entry in points[point].entries {
                // A record made while the version binds changes what binds on that day.
                days.insert(max(records[entry].recorded.utcDay, standing.day))
                let rules = try texts.content(of: records[entry]).rules?.rules ?? []
                days.formUnion(rules.compactMap(\.effective))
            }
        }
        for end in ends { days.insert(records[end].recorded.utcDay) }
        return days.filter { $0 > since.lastDay && $0 <= until.lastDay }.sorted()
    }
}

/// Exchanges rules of a version, each with its clause where the clause is that of no other rule.
struct RuleExchange {
    private(set) var rules: [Rule]
    private var document: Document
    private let whole: PolicyContent

    init(_ content: PolicyContent) {
        self.rules = content.rules?.rules ?? []
        self.document = content.document
        self.whole = content
    }

    /// The content as it binds: the days that its rules state have come.
    var content: PolicyContent {
        PolicyContent(document: document, rules: whole.rules?.with(rules.map(\.bound)), findings: whole.findings)
    }

    /// Puts the former wordings of some rules in the place of the present ones; takes them out where there were none.
    mutating func putBack(_ pending: [Rule], from former: Commencement?) {
        var done: Set<String> = []
        for rule in pending {
            guard let anchor = rule.clause, done.insert(anchor).inserted else { continue }
            let sharers = rules.filter { other in !pending.contains { $0.id == other.id } }
            let old = former?.rules.first { $0.id == rule.id }
            exchangeClause(
                at: anchor, for: old?.clause ?? anchor, of: former?.content.document ?? .empty, besides: sharers,
                isGone: old == nil)
        }
        for rule in pending {
            guard let place = rules.firstIndex(where: { $0.id == rule.id }) else { continue }
            if let old = former?.rules.first(where: { $0.id == rule.id }) {
                rules[place] = old
            } else {
                rules.remove(at: place)
            }
        }
    }

    /// Puts a rule of a coming version in the place of the present one, or behind the others.
    mutating func put(_ rule: Rule, of coming: PolicyContent) {
        let others = rules.filter { $0.id != rule.id }
        if let anchor = rule.clause {
            let own = rules.first { $0.id == rule.id }?.clause ?? anchor
            if document.piece(at: own) != nil {
                exchangeClause(at: own, for: anchor, of: coming.document, besides: others, isGone: false)
            } else if let piece = coming.document.piece(at: anchor), !piece.sections.isEmpty {
                document = document.exchanging(
                    document.place(for: piece, of: coming.document), for: piece, of: coming.document)
            }
        }
        if let place = rules.firstIndex(where: { $0.id == rule.id }) {
            rules[place] = rule
        } else {
            rules.append(rule)
        }
    }

    private mutating func exchangeClause(
        at anchor: String, for other: String, of source: Document, besides sharers: [Rule], isGone: Bool
    ) {
        guard let piece = document.piece(at: anchor) else { return }
        let taken = sharers.compactMap { $0.clause.flatMap(document.piece(at:)) }
        if taken.contains(where: { ($0.overlaps(piece) || $0 == piece) && !$0.isLarger(than: piece) }) { return }
        let replacement = source.piece(at: other)
        if replacement == nil, !isGone { return }
        // A section takes the place of a section, a clause that of a clause.
        if let replacement, replacement.sections.isEmpty != piece.sections.isEmpty { return }
        document = document.exchanging(piece, for: replacement, of: source)
    }
}

extension Rule {
    /// The rule without its day.
    fileprivate var bound: Rule {
        effective == nil
            ? self
            : Rule(
                id: id, type: type, title: title, assignee: assignee, action: action, examples: examples,
                exceptions: exceptions, conditions: conditions, consequences: consequences, clause: clause,
                lines: lines)
    }
}

extension RuleSet {
    fileprivate func with(_ rules: [Rule]) -> RuleSet {
        RuleSet(
            scope: scope, definitions: definitions, principles: principles, rules: rules, enforcement: enforcement,
            contacts: contacts)
    }
}

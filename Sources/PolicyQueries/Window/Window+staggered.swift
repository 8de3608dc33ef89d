import PolicyDiff
import PolicyModel

/// The news of a window in which rules take effect on days of their own.
struct Staggering {
    /// The net changes between what bound before the window and what binds at its end, rule by rule.
    let net: Comparison
    /// The versions whose rules took effect in the window.
    let bringers: [Int]
    /// What is still to come, by day.
    let upcoming: [UpcomingVersion]
    /// The rules that do not bind with their version at the end of the window.
    let notes: [PolicyNote]
}

extension Timeline {
    /// Returns the news of a window rule by rule; nil where no rule of a version in question has a day of its own.
    ///
    /// Cost: a comparison for each day of the window on which something takes effect.
    func staggering(in window: Window, before: Position?, steps: [Position]) throws -> Staggering? {
        guard isNative, window.axis == .effective else { return nil }
        let involved = try [before].compactMap { $0 } + steps + positionsUpcoming(at: window.until)
        guard try (involved + positionsOpen(in: window)).contains(where: hasRulesWithDays) else { return nil }
        let old = try commencement(at: window.since)
        let days = try commencementDays(after: window.since, through: window.until)
        var stages: [Commencement?] = []
        for day in days {
            let end = Cut(endOf: day)
            stages.append(
                try commencement(
                    at: Cut(lastDay: day, lastMoment: min(end.lastMoment, window.until.lastMoment))))
        }
        let new = try commencement(at: window.until)
        stages.append(new)
        return Staggering(
            net: try netChanges(from: old, stages: stages), bringers: bringers(old, stages),
            upcoming: try upcomingRuleByRule(after: window.until, knownAt: window.knownAt),
            notes: try (new?.exceptions ?? []).map { .staggered(try standing(of: $0)) })
    }

    /// The versions that were still to come before the window, or were taken back in it: rules of theirs may have bound ahead of them.
    private func positionsOpen(in window: Window) throws -> [Position] {
        try points.indices.flatMap { point -> [Position] in
            if points[point].isEnd { return [] }
            let standing = try standing(point, .effective)
            let isOpen = standing.map { !$0.isReached(at: window.since) } ?? true
            let isTakenBack = try withdrawal(point).map { records[$0].recorded > window.since.lastMoment } ?? false
            guard isOpen || isTakenBack else { return [] }
            return [window.since, window.until].map { Position(point: point, entry: entry(of: point, at: $0)) }
        }
    }

    /// Returns the net changes, each with the version that brought it: the earliest from which on it binds without a break.
    private func netChanges(from old: Commencement?, stages: [Commencement?]) throws -> Comparison {
        guard let old, let last = stages.last, let new = last else { return Comparison(changes: []) }
        let net = texts.comparison(of: old.content, and: new.content)
        let ids = stages.map { stage in
            stage.map { Set(texts.comparison(of: old.content, and: $0.content).changes.map(\.id)) } ?? []
        }
        let changes = try net.changes.map { change -> Change in
            let first = (ids.lastIndex { !$0.contains(change.id) } ?? -1) + 1
            let stage = (stages.indices.contains(first) ? stages[first] : new) ?? new
            let former = first > 0 ? stages[first - 1] : old
            return change.introduced(in: points[try bringer(of: change, former, stage).point].label)
        }
        // What binds is no text that anyone wrote: whether its rules and clauses go together says nothing.
        return Comparison(changes: changes, findings: net.findings.filter { $0.id != "rule-text-mismatch" })
    }

    /// The version that brought a change at a stage: that of the rule whose day it was, else the one that took effect.
    private func bringer(of change: Change, _ former: Commencement?, _ stage: Commencement) throws -> Position {
        let ahead = stage.exceptions.filter(\.isAhead)
        if let own = ahead.first(where: { $0.rule == change.rule }) { return own.position }
        // An earlier version binds again where the one that took its place was taken back.
        if let base = former?.base, base.point != stage.base.point, try isWithdrawn(base.point),
            let left = try standing(base.point, .effective), let back = try standing(stage.base.point, .effective),
            (back.day, stage.base.point) < (left.day, base.point)
        {
            return base
        }
        // Where no version took effect, what changed in the text is the clause of the rule that did.
        let isNew = ahead.first { exception in former?.exceptions.contains(exception) != true }
        return former?.base.point == stage.base.point ? isNew?.position ?? stage.base : stage.base
    }

    /// The versions of which rules took effect apart from the version.
    private func bringers(_ old: Commencement?, _ stages: [Commencement?]) -> [Int] {
        var former = old
        var found: [Int] = []
        for stage in stages {
            defer { former = stage }
            guard let stage, let before = former, before.content != stage.content else { continue }
            found += stage.exceptions.filter(\.isAhead).map(\.position.point)
            if before.base.point == stage.base.point, before.exceptions != stage.exceptions {
                found.append(stage.base.point)
            }
        }
        return found
    }

    /// Returns what takes effect after a cut, as was known then: coming versions, and rules on days of their own.
    private func upcomingRuleByRule(after cut: Cut, knownAt: When?) throws -> [UpcomingVersion] {
        let known = knownAt.map { cut.bounded(by: $0.end) } ?? cut
        guard let known = try Timeline(history: history, knownAt: known, texts: texts) else { return [] }
        var former = try known.commencement(at: cut)
        var upcoming: [UpcomingVersion] = []
        for day in try known.commencementDays(after: cut, through: .afterAll) {
            let next = try known.commencement(at: Cut(lastDay: day, lastMoment: Cut(endOf: day).lastMoment))
            defer { former = next }
            guard let next else { continue }
            let comparison = former.map { texts.comparison(of: $0.content, and: next.content) }
            let isWhole = next.base.point != former?.base.point
            let rules = isWhole ? nil : UpcomingRules(ids: Self.exchanged(former, next), day: day)
            if rules?.ids.isEmpty ?? false { continue }
            let position = isWhole ? next.base : known.position(of: rules, former, next)
            upcoming.append(
                UpcomingVersion(
                    version: try known.version(position, at: cut), comparison: comparison ?? Comparison(changes: []),
                    isListed: false, rules: rules))
        }
        return upcoming
    }

    /// The rules that bind at a stage and did not before.
    private static func exchanged(_ former: Commencement?, _ next: Commencement) -> [String] {
        let still = Set(next.exceptions.filter { !$0.isAhead }.map(\.rule))
        let were = Set((former?.exceptions ?? []).filter { !$0.isAhead }.map(\.rule))
        let ahead = Set(next.exceptions.filter(\.isAhead).map(\.rule))
        let wereAhead = Set((former?.exceptions ?? []).filter(\.isAhead).map(\.rule))
        return were.subtracting(still).union(ahead.subtracting(wereAhead)).sorted()
    }

    private func position(of rules: UpcomingRules?, _ former: Commencement?, _ next: Commencement) -> Position {
        next.exceptions.first { $0.isAhead && rules?.ids.contains($0.rule) ?? false }?.position ?? next.base
    }
}

extension Cut {
    /// After anything that can be dated.
    static var afterAll: Cut {
        Cut(lastDay: CivilDate(daysSinceEpoch: .max), lastMoment: Instant(secondsSinceEpoch: .max))
    }
}

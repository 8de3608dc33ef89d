import PolicyDiff
import PolicyModel

extension Timeline {
    /// Returns the state before the window, with the record that a reader could see then.
    func state(before window: Window) throws -> Position? {
        guard let state = try state(at: window.since, window.axis) else { return nil }
        if window.axis == .recorded { return state }
        return Position(point: state.point, entry: entry(of: state.point, at: window.since))
    }

    /// Returns the net changes between the state before the window and its last step, each with the version that brought it.
    ///
    /// A net change was brought by the earliest step from which on it is there without a break. Steps are looked at from the
    /// newest back, until all changes are settled; equal texts are looked at once.
    func netChanges(from: Position?, steps: [Position]) throws -> Comparison {
        guard let from, let to = steps.last, !isVoid(to) else { return Comparison(changes: []) }
        let old = records[from.entry]
        let net = try texts.comparison(from: old, to: records[to.entry])
        if net.changes.isEmpty { return net }
        let origins = try texts.origins(
            from: old, steps: steps.map { records[$0.entry] }, changes: net.changes.count
        ) {
            try self.origins(of: net.changes, from: old, steps: steps)
        }
        return Comparison(
            changes: zip(net.changes, origins).map { change, step in
                change.introduced(in: step.map { bringer(steps[$0]) })
            },
            findings: net.findings)
    }

    /// Returns for each net change the number of the step that brought it; nil where it stays untold.
    private func origins(of changes: [Change], from old: PolicyRecord, steps: [Position]) throws -> [Int?] {
        guard let to = steps.last else { return [] }
        var origins = Origins(
            changes, from: try texts.wordings(of: old), in: try texts.wordings(of: records[to.entry]),
            steps: steps.count)
        origins.settle(steps.count - 1)
        for (number, step) in steps.enumerated().dropLast().reversed() where !origins.isSettled {
            let isVoid = isVoid(step)
            if origins.needsWordings {
                origins.keepWorded(in: isVoid ? .none : try texts.wordings(of: records[step.entry]))
            }
            if origins.needsComparison {
                origins.keepCompared(in: isVoid ? [] : try texts.comparison(from: old, to: records[step.entry]).changes)
            }
            origins.settle(number)
        }
        return changes.map { origins.step(of: $0) }
    }

    /// Returns the versions that were recorded before the window and again in it, with another day of effect, or taken back.
    func recordedAnew(in window: Window) throws -> [Int] {
        guard isNative else { return [] }
        return try points.indices.filter { point in
            guard let (old, new) = records(of: point, around: window) else { return false }
            let before = try statement(old)
            let after = try statement(new)
            return try before?.effective != after?.effective || before?.isWithdrawn != after?.isWithdrawn
                || !recordChanges(from: old, to: new, label: points[point].label).isEmpty
        }
    }

    /// Returns what happened in the window to the dates of a version that was recorded before it.
    func dateChanges(_ point: Int, in window: Window) throws -> [Change] {
        guard let (old, new) = records(of: point, around: window) else { return [] }
        return try recordChanges(from: old, to: new, label: points[point].label)
    }

    /// The last record of a version before the window, and its last one in the window.
    private func records(of point: Int, around window: Window) -> (old: Int, new: Int)? {
        let entries = points[point].entries
        guard entries.count > 1, let old = entries.last(where: { records[$0].recorded <= window.since.lastMoment }),
            let new = entries.last(where: { records[$0].recorded <= window.until.lastMoment }), old < new
        else { return nil }
        return (old, new)
    }

    /// Returns the versions of the window: on the recorded axis every record, on the others each version once, by its latest
    /// record of then.
    func versions(steps: [Position], datesMoved: [Int], in window: Window) throws -> [Version] {
        if window.axis == .recorded {
            return try steps.filter { !points[$0.point].isEnd }.map { try version($0, at: window.until) }
        }
        var seen: Set<Int> = []
        // A version that binds again since another was taken back is no new one; the other is.
        return try (steps.map { $0.withdrawn ?? $0.point } + datesMoved).filter {
            seen.insert($0).inserted && !points[$0].isEnd
        }.map {
            try version(Position(point: $0, entry: entry(of: $0, at: window.until)), at: window.until)
        }
    }

    /// Returns the versions that were recorded in the window but stand before it, while the policy was recorded already.
    func recordedLate(in window: Window) throws -> [Version] {
        guard window.axis != .recorded, records.contains(where: { $0.recorded <= window.since.lastMoment }) else {
            return []
        }
        return try points.indices.compactMap { point in
            let recorded = records[points[point].first].recorded
            guard recorded > window.since.lastMoment, recorded <= window.until.lastMoment, !points[point].isEnd,
                try !isStillborn(point, window.axis), try !repeatsDateLine(points[point].latest, window.axis),
                let standing = try standing(point, window.axis), standing.isReached(at: window.since)
            else { return nil }
            return try version(
                Position(point: point, entry: entry(of: point, at: window.until)), at: window.until)
        }
    }

    /// Returns what was noticed in the texts of some records, each finding once.
    func findings(of positions: [Position]) throws -> [Finding] {
        var seen: Set<Finding> = []
        return try positions.flatMap { try texts.outline(of: records[$0.entry]).findings }.filter {
            seen.insert($0).inserted
        }
    }
}

extension Comparison {
    /// Returns the comparison with further changes, most important first; of equal ones the further come first.
    ///
    /// Where a further change tells that a rule's own day moved, the changed date in the rule is the same news.
    func adding(_ further: [Change]) -> Comparison {
        if further.isEmpty { return self }
        let moved = Set(further.compactMap(\.rule))
        let others = changes.filter { $0.kind != "date-changed" || $0.rule.map { !moved.contains($0) } ?? true }
        let all = (further + others).enumerated().sorted {
            ($1.element.significance, $0.offset) < ($0.element.significance, $1.offset)
        }
        return Comparison(changes: all.map(\.element), findings: findings)
    }
}

package import PolicyDiff
package import PolicyModel

/// What differs between two versions of a policy, or between two texts without a history.
package struct Difference: Hashable, Sendable {
    /// The policy; nil for two files that belong to none.
    package let policy: PolicyName?
    /// The earlier version; nil for files.
    package let from: Version?
    /// The later version; nil for files.
    package let to: Version?
    /// The changes.
    package let comparison: Comparison
    /// What was noticed in the texts.
    package let findings: [Finding]

    /// Makes a difference.
    package init(
        policy: PolicyName?, from: Version?, to: Version?, comparison: Comparison, findings: [Finding] = []
    ) {
        self.policy = policy
        self.from = from
        self.to = to
        self.comparison = comparison
        self.findings = findings
    }

    /// Makes the difference of two contents that have no history, with what was noticed in either.
    package init(before: PolicyContent, after: PolicyContent, comparison: Comparison) {
        self.init(
            policy: nil, from: nil, to: nil, comparison: comparison,
            findings: before.findings + after.findings.filter { !before.findings.contains($0) })
    }
}

extension Chronicle {
    /// Returns what differs between two versions of a policy.
    ///
    /// - Parameters:
    ///   - policy: The policy as people name it.
    ///   - from: A label, a date (the version that binds at its end) or a git revision; nil for the version before `to` that was not taken back.
    ///   - to: Likewise; nil for the newest version.
    ///   - axis: What dates mean.
    ///   - knownAt: Leaves out what was recorded later.
    /// - Returns: The changes, with those of the version itself (postponed, withdrawn) where both are records of one label.
    /// - Throws: `QueryError` where an argument names no version, `from` comes after `to`, or there is but one version.
    package func diff(
        policy: String, from: String? = nil, to: String? = nil, axis: Axis = .effective, knownAt: When? = nil
    ) throws -> Difference {
        let timeline = try Asked(self, policy: policy, at: nil, knownAt: knownAt).timeline
        let history = timeline.history
        let versions = try timeline.points.indices.filter {
            try !timeline.points[$0].isEnd && !timeline.isWithdrawn($0)
        }
        if let from, let to { try refuseReversed(from, to) }
        guard let newest = versions.last else {
            throw QueryError.nothingInForce(history.id.text, at: "any time", hint: nil)
        }
        let end = try to.map { try position(named: $0, in: timeline, axis: axis) } ?? timeline.latest(newest)
        let start: Timeline.Position
        if let from {
            start = try position(named: from, in: timeline, axis: axis)
        } else if let previous = versions.last(where: { $0 < end.point }) {
            start = timeline.latest(previous)
        } else {
            throw QueryError.onlyOneVersion(history.id.text)
        }
        if try timeline.isReversed(start, end) {
            throw QueryError.reversed(
                from ?? timeline.points[start.point].label, to ?? timeline.points[end.point].label)
        }
        let cut = present
        let net =
            try staggered(from: from, start, to: to, end, on: timeline, axis)
            ?? timeline.netChanges(from: start, steps: try timeline.versions(between: start, and: end))
        let label = timeline.points[end.point].label
        let own =
            start.point == end.point && start.entry != end.entry
            ? try timeline.recordChanges(from: start.entry, to: end.entry, label: label) : []
        return Difference(
            policy: try timeline.name(heading: true), from: try timeline.version(start, at: cut),
            to: try timeline.version(end, at: cut), comparison: net.adding(own),
            findings: SignificanceOverride.findings(on: source.settings.overrides)
                + (try timeline.findings(of: [start, end])))
    }

    /// Returns the changes between what binds on two days, rule by rule; nil where all rules bind with their versions, or where versions
    /// are named otherwise than by day.
    private func staggered(
        from: String?, _ start: Timeline.Position, to: String?, _ end: Timeline.Position, on timeline: Timeline,
        _ axis: Axis
    ) throws -> Comparison? {
        guard timeline.isNative, axis == .effective else { return nil }
        func binding(_ argument: String?) throws -> Commencement? {
            guard let argument, !timeline.points.contains(where: { $0.label == argument && !$0.isEnd }),
                let when = try? DateArgument.read(argument, now: now)
            else { return nil }
            return try timeline.commencement(at: when.end)
        }
        let (old, new) = try (binding(from), binding(to))
        if (old?.exceptions ?? []).isEmpty, (new?.exceptions ?? []).isEmpty { return nil }
        let texts = timeline.texts
        let comparison = texts.comparison(
            of: try old?.content ?? texts.content(of: timeline.records[start.entry]),
            and: try new?.content ?? texts.content(of: timeline.records[end.entry]))
        return Comparison(
            changes: comparison.changes.map { $0.introduced(in: timeline.points[end.point].label) },
            findings: comparison.findings.filter { $0.id != "rule-text-mismatch" })
    }

    private func refuseReversed(_ from: String, _ to: String) throws {
        guard let start = try? DateArgument.read(from, now: now), let end = try? DateArgument.read(to, now: now),
            start.start > end.end.lastMoment
        else { return }
        throw QueryError.reversed(from, to)
    }
}

extension Timeline {
    /// Returns the versions recorded after one position and before another, and the latter.
    func versions(between from: Position, and to: Position) throws -> [Position] {
        try positions(all: false, .recorded).filter {
            try $0.entry > from.entry && $0.entry < to.entry && !points[$0.point].isEnd && !isWithdrawn($0.point)
        } + [to]
    }

    /// Whether one position comes after another both on the line and in the days it stands at.
    func isReversed(_ from: Position, _ to: Position) throws -> Bool {
        guard from.entry > to.entry else { return false }
        if from.point == to.point { return true }
        guard let start = try standing(from.point, .effective), let end = try standing(to.point, .effective) else {
            return true
        }
        return (start.day, from.point) > (end.day, to.point)
    }
}

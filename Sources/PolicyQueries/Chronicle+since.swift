import PolicyDiff
import PolicyModel

extension Chronicle {
    /// Returns what changed since a time: for each policy the net changes between the states then and at the end.
    ///
    /// - Parameters:
    ///   - since: A day counts from its beginning: what took effect on it has changed since. A moment includes what was recorded then.
    ///   - until: The end, included; the present where nil (or `since` itself, where that lies in the future).
    ///   - policies: The policies as people name them; all where empty.
    ///   - axis: The time line.
    ///   - knownAt: Leaves out what was recorded later; nothing is left out where nil.
    /// - Returns: The answer; a net change is there only once, with the version that brought it, and none that was taken back again.
    /// - Throws: `QueryError` where `since` lies after `until` or a policy is unknown; what the source throws.
    package func since(
        _ since: When, until: When? = nil, policies names: [String] = [], axis: Axis = .effective, knownAt: When? = nil
    ) throws -> SinceAnswer {
        let (answer, policies) = try self.since(
            since, until: until, policies: names, axis: axis, knownAt: knownAt, telling: { $0 })
        return answer.telling(policies)
    }

    /// Tells what changed since a time, each policy as soon as its news is found: all of it together may be large.
    ///
    /// - Parameter tell: makes of a policy's news what is kept of it. It is called on any thread, for several policies at once.
    /// - Returns: the answer without its policies, and what was made of each policy with news, by id.
    package func since<Told: Sendable>(
        _ since: When, until: When? = nil, policies names: [String] = [], axis: Axis = .effective,
        knownAt: When? = nil, telling tell: @Sendable (PolicyNews) throws -> Told
    ) throws -> (answer: SinceAnswer, told: [Told]) {
        if let until, since.start > until.end.lastMoment {
            throw QueryError.reversed(since.description, until.description)
        }
        let end = until ?? (since.start > present.lastMoment ? since : .day(now.today))
        let cut = until == nil && since.start <= present.lastMoment ? present : end.end
        let window = Window(since: since.before, until: cut, axis: axis, knownAt: knownAt)
        let histories = try histories(named: names)
        let found = try concurrentMap(histories) { try self.look(at: $0, in: window, tell) }
        let known = found.compactMap { $0 }
        let answer = SinceAnswer(
            since: since, until: end, askedAhead: since.start > present.lastMoment ? now.today : nil, axis: axis,
            knownAt: knownAt, policies: [],
            unchanged: zip(histories, found).filter { $0.1 != nil && $0.1?.news == nil }.map(\.0.id),
            notBegun: known.compactMap(\.notBegun), recordedLate: known.flatMap(\.late),
            newestRecorded: knownAt == nil ? source.newest.recorded : known.map(\.newest).max(),
            findings: findings)
        return (answer, known.compactMap(\.news))
    }

    /// What is found on the timeline of one policy.
    private struct Found<Told: Sendable>: Sendable {
        /// What was made of its news; nil where there is none.
        var news: Told?
        var late: [Version] = []
        /// The first version, where none was in force by the end of the window.
        var notBegun: Version?
        /// When the newest record that counts was made.
        let newest: Instant
    }

    /// Looks at one policy; nil where nothing of it was known then.
    private func look<Told>(
        at history: PolicyHistory, in window: Window, _ tell: (PolicyNews) throws -> Told
    ) throws -> Found<Told>? {
        guard let timeline = try timeline(of: history, knownAt: window.knownAt) else { return nil }
        var found = Found<Told>(newest: timeline.records.map(\.recorded).max() ?? source.newest.recorded)
        found.news = try news(on: timeline, in: window).map(tell)
        found.late = try timeline.recordedLate(in: window)
        if found.news == nil, try timeline.state(at: window.until, window.axis) == nil,
            let first = timeline.points.firstIndex(where: { !$0.isEnd })
        {
            let position = Timeline.Position(point: first, entry: timeline.points[first].latest)
            found.notBegun = try timeline.version(position, at: window.until)
        }
        return found
    }

    private func news(on timeline: Timeline, in window: Window) throws -> PolicyNews? {
        let steps = try timeline.steps(after: window.since, through: window.until, window.axis)
        let datesMoved = try timeline.recordedAnew(in: window)
        let listed = window.axis == .effective ? [] : Set(steps.map(\.point))
        let before = try timeline.state(before: window)
        let staggered = try timeline.staggering(in: window, before: before, steps: steps)
        let upcoming = try staggered?.upcoming ?? upcoming(on: timeline, at: window.until, listed: listed)
        let audiences = try timeline.audiences(of: [before].compactMap { $0 } + steps, in: window)
        if steps.isEmpty, datesMoved.isEmpty, upcoming.isEmpty, audiences.isEmpty,
            staggered?.net.changes.isEmpty ?? true
        {
            return nil
        }

        let from = before.flatMap { timeline.points[$0.point].isEnd ? nil : $0 }
        let to = (steps.last ?? before).flatMap { timeline.isVoid($0) ? nil : $0 }
        let net = try staggered?.net ?? timeline.netChanges(from: from, steps: steps)
        let moved = try datesMoved.flatMap { try timeline.dateChanges($0, in: window) }
        let told = net.adding(moved)
        return PolicyNews(
            policy: try timeline.name(heading: true),
            from: try from.map { try timeline.version($0, at: window.until) },
            to: try to.map { try timeline.version($0, at: window.until) },
            versions: try timeline.versions(
                steps: steps, datesMoved: datesMoved + (staggered?.bringers ?? []), in: window),
            comparison: told, upcoming: upcoming,
            notes: try timeline.notes(before: before, steps: steps, told: told, in: window)
                + (staggered?.notes ?? []) + audiences,
            findings: try timeline.findings(of: [from, to].compactMap { $0 })
                + timeline.outranking(at: window.until, window.axis))
    }
}

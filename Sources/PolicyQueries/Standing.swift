package import PolicyModel

/// Where a version stands on an axis of civil days.
struct Standing: Hashable {
    /// What the day is taken from.
    enum Basis: Hashable {
        case stated
        /// The published day, since the day of effect is unknown.
        case published
        /// The moment it was recorded, since no day is known.
        case recorded(Instant)
    }

    let day: CivilDate
    let basis: Basis

    /// Whether it has been reached at the cut.
    func isReached(at cut: Cut) -> Bool {
        if case .recorded(let moment) = basis { return moment <= cut.lastMoment && day <= cut.lastDay }
        return day <= cut.lastDay
    }
}

extension Timeline {
    /// Returns where a version stands on the effective or published axis; nil where it never came to stand, since the policy
    /// had ended before.
    ///
    /// The latest record's dates count. Unknown, it stands at its published day, else when its first record was made. What comes
    /// after an end of the policy stands no earlier than it was recorded.
    func standing(_ point: Int, _ axis: Axis) throws -> Standing? {
        try rememberedStanding(point, axis) {
            let first = points[point].first
            let recorded = records[first].recorded
            let atRecord = Standing(day: recorded.utcDay, basis: .recorded(recorded))
            if points[point].isEnd { return atRecord }
            let raw = try statedStanding(point, axis) ?? atRecord
            if let before = ends.last(where: { $0 < first }), records[before].recorded.utcDay >= raw.day {
                return atRecord
            }
            if let after = ends.first(where: { $0 > first }), raw.day > records[after].recorded.utcDay { return nil }
            return raw
        }
    }

    private func statedStanding(_ point: Int, _ axis: Axis) throws -> Standing? {
        let latest = points[point].latest
        if axis == .effective, let day = try effectiveDates(latest).earliestKnown {
            return Standing(day: day, basis: .stated)
        }
        guard let day = try publishedDay(latest) else { return nil }
        return Standing(day: day, basis: axis == .published ? .stated : .published)
    }

    /// Returns days between which a version stands, without comparing texts.
    private func bounds(_ point: Int, _ axis: Axis) throws -> ClosedRange<CivilDate> {
        let latest = points[point].latest
        let recorded = records[points[point].first].recorded.utcDay
        guard !isNative, !points[point].isEnd, let statement = try statement(latest) else {
            // Native dates need no comparison; what never comes to stand is left out by whoever asks for the standing.
            let day = try standing(point, axis)?.day ?? recorded
            return day...day
        }
        var days: [CivilDate] = []
        var isSettled = false
        if axis == .effective, let day = statement.effective.standard {
            let owns = try isKnownToOwn(.effective(day), latest)
            if owns != false { days.append(day) }
            isSettled = owns == true
        }
        if !isSettled, let day = statement.published {
            let owns = try isKnownToOwn(.published(day), latest)
            if owns != false { days.append(day) }
            isSettled = owns == true
        }
        if !isSettled || !ends.isEmpty { days.append(recorded) }
        return (days.min() ?? recorded)...(days.max() ?? recorded)
    }

    /// Returns the version in force at the cut on an axis, by its latest record, or the end of the policy; nil before the first version.
    ///
    /// On `recorded` it is the newest on the line whose committer date is not after the cut: what
    /// `git log --first-parent -1 --before=T` answers, also when dates run backwards. On the others it is the version with the latest
    /// standing day, the later recorded one of two; withdrawn ones do not count.
    func state(at cut: Cut, _ axis: Axis) throws -> Position? {
        if axis == .recorded {
            guard let entry = records.lastIndex(where: { $0.recorded <= cut.lastMoment }) else { return nil }
            return position(ofEntry: entry)
        }
        var candidates: [(upper: CivilDate, point: Int)] = []
        for point in points.indices where try !isWithdrawn(point) {
            let bounds = try bounds(point, axis)
            if bounds.lowerBound <= cut.lastDay { candidates.append((min(bounds.upperBound, cut.lastDay), point)) }
        }
        candidates.sort { ($0.upper, $0.point) > ($1.upper, $1.point) }
        var best: (day: CivilDate, point: Int)?
        for (upper, point) in candidates {
            if let best, (upper, point) < best { break }
            guard let standing = try standing(point, axis), standing.isReached(at: cut) else { continue }
            if best.map({ (standing.day, point) > $0 }) ?? true { best = (standing.day, point) }
        }
        return best.map { Position(point: $0.point, entry: points[$0.point].latest) }
    }

    /// Returns the states that follow one another after a cut and up to another one, the last being that at the latter.
    ///
    /// A version recorded again while in force is a state of its own: readers who looked before read another text.
    func steps(after since: Cut, through until: Cut, _ axis: Axis) throws -> [Position] {
        if axis == .recorded {
            let from = records.lastIndex { $0.recorded <= since.lastMoment } ?? -1
            let to = records.lastIndex { $0.recorded <= until.lastMoment } ?? -1
            return from < to ? ((from + 1)...to).map(position(ofEntry:)) : []
        }
        var events: [(day: CivilDate, point: Int, entry: Int, isTakingEffect: Bool)] = []
        for point in points.indices where try !isWithdrawn(point) {
            if try bounds(point, axis).lowerBound > until.lastDay { continue }
            let again = recordedAgain(point).filter {
                records[$0].recorded > since.lastMoment && records[$0].recorded <= until.lastMoment
            }
            if again.isEmpty, try bounds(point, axis).upperBound < since.lastDay { continue }
            guard let standing = try standing(point, axis), standing.isReached(at: until) else { continue }
            if !standing.isReached(at: since) {
                let atFirst = min(Cut(endOf: standing.day).lastMoment, until.lastMoment)
                let entry = entry(of: point, at: Cut(lastDay: standing.day, lastMoment: atFirst))
                events.append((standing.day, point, entry, true))
            }
            for entry in again where records[entry].recorded.utcDay >= standing.day {
                events.append((records[entry].recorded.utcDay, point, entry, false))
            }
        }
        events.sort { ($0.day, $0.point, $0.entry) < ($1.day, $1.point, $1.entry) }
        var current = try state(at: since, axis)?.point
        var steps: [Position] = []
        for event in events where event.isTakingEffect || event.point == current {
            let position = Position(point: event.point, entry: event.entry)
            if steps.last != position { steps.append(position) }
            current = event.point
        }
        return steps
    }

    /// The further records of a version that were once its newest; one dated after a record that follows it on the line never was.
    private func recordedAgain(_ point: Int) -> [Int] {
        let entries = points[point].entries
        return entries.indices.dropFirst().filter { place in
            entries[(place + 1)...].allSatisfy { records[$0].recorded > records[entries[place]].recorded }
        }.map { entries[$0] }
    }

    func position(ofEntry entry: Int) -> Position {
        Position(point: points.firstIndex { $0.entries.contains(entry) } ?? 0, entry: entry)
    }

    /// Whether the latest record takes the version back.
    func isWithdrawn(_ point: Int) throws -> Bool {
        // Only front matter can withdraw; reading every text of a documents repository for it would be dear.
        try isNative && statement(points[point].latest)?.isWithdrawn == true
    }
}

extension EffectiveDates {
    /// The day for everybody, else the first of the audiences' days.
    package var earliestKnown: CivilDate? { standard ?? audiences.compactMap(\.date).min() }
}

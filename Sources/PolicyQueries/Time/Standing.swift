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
        let latest = try counting(point)
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
    /// standing day, the later recorded one of two; one that was taken back counts until then.
    func state(at cut: Cut, _ axis: Axis) throws -> Position? {
        if axis == .recorded {
            guard let entry = records.lastIndex(where: { $0.recorded <= cut.lastMoment }) else { return nil }
            return position(ofEntry: entry)
        }
        return try rememberedState(cut, axis) { try stateByDays(at: cut, axis) }
    }

    private func stateByDays(at cut: Cut, _ axis: Axis) throws -> Position? {
        var candidates: [(upper: CivilDate, point: Int)] = []
        for point in points.indices where try !isStillborn(point, axis) && !isWithdrawn(point, at: cut) {
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
        return try best.map { Position(point: $0.point, entry: try counting($0.point)) }
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
        var events: [Event] = []
        for point in points.indices where try !isStillborn(point, axis) {
            if try bounds(point, axis).lowerBound > until.lastDay { continue }
            let withdrawal = try withdrawal(point)
            let again = (recordedAgain(point).filter { $0 < withdrawal ?? .max } + [withdrawal].compactMap(\.self))
                .filter {
                    records[$0].recorded > since.lastMoment && records[$0].recorded <= until.lastMoment
                }
            if again.isEmpty, try bounds(point, axis).upperBound < since.lastDay { continue }
            guard let standing = try standing(point, axis), standing.isReached(at: until) else { continue }
            if !standing.isReached(at: since) {
                let atFirst = min(Cut(endOf: standing.day).lastMoment, until.lastMoment)
                let entry = entry(of: point, at: Cut(lastDay: standing.day, lastMoment: atFirst))
                events.append(Event(day: standing.day, kind: .takingEffect, point: point, entry: entry))
            }
            for entry in again where records[entry].recorded.utcDay >= standing.day {
                let kind: Event.Kind = entry == withdrawal ? .withdrawal : .correction
                events.append(Event(day: records[entry].recorded.utcDay, kind: kind, point: point, entry: entry))
            }
        }
        events.sort()
        var current = try state(at: since, axis)?.point
        var steps: [Position] = []
        for event in events where event.kind == .takingEffect || event.point == current {
            let position =
                event.kind == .withdrawal
                ? try back(from: event.point, at: Cut(endOf: event.day).bounded(by: until), axis)
                : Position(point: event.point, entry: event.entry)
            if steps.last != position { steps.append(position) }
            current = isVoid(position) ? nil : position.point
        }
        return steps
    }

    /// What happens to a version on a day.
    private struct Event: Comparable {
        /// In the order in which they come on one day.
        enum Kind: Int { case takingEffect, correction, withdrawal }

        let day: CivilDate
        let kind: Kind
        let point: Int
        let entry: Int

        static func < (left: Event, right: Event) -> Bool { left.order < right.order }

        private var order: (CivilDate, Int, Int, Int) { (day, kind == .withdrawal ? 1 : 0, point, entry) }
    }

    /// The further records of a version that were once its newest; one dated after a record that follows it on the line never was.
    private func recordedAgain(_ point: Int) -> [Int] {
        let entries = points[point].entries
        return entries.indices.dropFirst().filter { place in
            entries[(place + 1)...].allSatisfy { records[$0].recorded > records[entries[place]].recorded }
        }.map { entries[$0] }
    }

    /// Returns what binds once a version was taken back: the version in force then, or the version itself with nothing in its place.
    private func back(from point: Int, at cut: Cut, _ axis: Axis) throws -> Position {
        guard let state = try state(at: cut, axis) else {
            return Position(point: point, entry: points[point].latest, withdrawn: point)
        }
        return Position(point: state.point, entry: entry(of: state.point, at: cut), withdrawn: point)
    }
}

extension EffectiveDates {
    /// The day for everybody, else the first of the audiences' days.
    package var earliestKnown: CivilDate? { standard ?? audiences.compactMap(\.date).min() }
}

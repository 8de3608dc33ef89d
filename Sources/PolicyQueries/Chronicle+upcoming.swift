import PolicyModel

extension Chronicle {
    /// Returns the versions that are known at the cut and not yet in force then, by day, each with what it will change.
    ///
    /// - Parameter listed: the versions whose changes the answer lists already.
    func upcoming(on timeline: Timeline, at cut: Cut, listed: Set<Int> = []) throws -> [UpcomingVersion] {
        let found = try timeline.positionsUpcoming(at: cut)
        if found.isEmpty { return [] }
        var previous = try timeline.state(at: cut, .effective).flatMap { timeline.points[$0.point].isEnd ? nil : $0 }
        return try found.map { position in
            defer { previous = position }
            let comparison = try timeline.netChanges(from: previous, steps: [position])
            return UpcomingVersion(
                version: try timeline.version(position, at: cut), comparison: comparison,
                isListed: listed.contains(position.point), rules: nil)
        }
    }
}

extension Timeline {
    /// Returns the versions that are known at the cut and not yet in force then, by day, each by its latest record of then.
    func positionsUpcoming(at cut: Cut) throws -> [Position] {
        var found: [(day: CivilDate, point: Int)] = []
        for point in points.indices where try mayBeUpcoming(point, after: cut) {
            guard try !isStillborn(point, .effective), let standing = try standing(point, .effective),
                !standing.isReached(at: cut), try isKnown(point, at: cut)
            else { continue }
            found.append((standing.day, point))
        }
        found.sort { ($0.day, $0.point) < ($1.day, $1.point) }
        // Of two for one day the later recorded will be in force; the other never is.
        let last = found.indices.filter { $0 + 1 == found.count || found[$0].day < found[$0 + 1].day }
        return last.map { Position(point: found[$0].point, entry: entry(of: found[$0].point, at: cut)) }
    }

    /// The longest time between a text's record and the day it states, in days, that is looked for in a `documents` repository.
    ///
    /// Every text has to be read for its dates; those recorded more than two years before the cut are not read for
    /// this: the notice that publishers give is counted in weeks.
    private static let longestNotice = 731

    /// Whether a version's stated day lies after the cut: told without comparing texts.
    func mayBeUpcoming(_ point: Int, after cut: Cut) throws -> Bool {
        if points[point].isEnd { return false }
        let record = records[try counting(point)]
        if !isNative, record.recorded.utcDay.adding(days: Self.longestNotice) <= cut.lastDay { return false }
        guard let statement = try statement(try counting(point)) else { return false }
        return [statement.effective.earliestKnown, statement.published].compactMap { $0 }.contains { $0 > cut.lastDay }
    }

    /// Whether a version had been recorded or published at the cut.
    func isKnown(_ point: Int, at cut: Cut) throws -> Bool {
        if records[points[point].first].recorded <= cut.lastMoment { return true }
        return try publishedDay(points[point].latest).map { $0 <= cut.lastDay } ?? false
    }
}

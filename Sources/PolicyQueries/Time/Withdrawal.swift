import PolicyModel

extension Timeline {
    /// Whether the latest record takes the version back.
    func isWithdrawn(_ point: Int) throws -> Bool {
        // Only front matter can withdraw; reading every text of a documents repository for it would be dear.
        try isNative && statement(points[point].latest)?.isWithdrawn == true
    }

    /// The record whose text and dates count for a version: the latest, or of one that was taken back the latest before that.
    func counting(_ point: Int) throws -> Int {
        guard try isWithdrawn(point) else { return points[point].latest }
        return try points[point].entries.last { try statement($0)?.isWithdrawn != true } ?? points[point].latest
    }

    /// The record that takes a version back for good, of several the first one made; nil where it was not taken back.
    func withdrawal(_ point: Int) throws -> Int? {
        guard try isWithdrawn(point) else { return nil }
        let counting = try counting(point)
        return points[point].entries.filter { $0 > counting }.min { records[$0].recorded < records[$1].recorded }
            ?? points[point].first
    }

    /// Whether a version was taken back before it came to stand on an axis, so that it never did.
    ///
    /// One that is taken back on the very day it would begin to bind is at the end of no day in force.
    func isStillborn(_ point: Int, _ axis: Axis) throws -> Bool {
        guard let withdrawal = try withdrawal(point) else { return false }
        guard withdrawal > points[point].first, let standing = try standing(point, axis) else { return true }
        return standing.day >= records[withdrawal].recorded.utcDay
    }

    /// Whether a version was taken back by the cut, or was never anything else.
    func isWithdrawn(_ point: Int, at cut: Cut) throws -> Bool {
        guard let withdrawal = try withdrawal(point) else { return false }
        return withdrawal == points[point].first || records[withdrawal].recorded <= cut.lastMoment
    }

    /// Whether nothing binds at a step: the policy has ended, or its only version that stood was taken back.
    func isVoid(_ position: Position) -> Bool {
        points[position.point].isEnd || position.withdrawn == position.point
    }

    /// The version that brought what a step shows: its own, or the one that was taken back to it.
    func bringer(_ step: Position) -> String { points[step.withdrawn ?? step.point].label }
}

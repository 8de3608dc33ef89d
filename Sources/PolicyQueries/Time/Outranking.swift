import PolicyModel

extension Timeline {
    /// Returns a finding where the version in force stands at a day that nobody stated, and keeps a version that was recorded after it
    /// and states an earlier day from being in force.
    ///
    /// That is what the time line says: an unknown day of effect counts as the published day, else as the recorded one. But whoever
    /// looks at the newest text has to be told why it is not the one that is shown.
    func outranking(at cut: Cut, _ axis: Axis) throws -> [Finding] {
        guard axis != .recorded, let state = try state(at: cut, axis), !points[state.point].isEnd,
            let held = try standing(state.point, axis), held.basis != .stated
        else { return [] }
        let later = points.indices.last { point in point > state.point && !points[point].isEnd }
        guard let later, records[points[later].first].recorded <= cut.lastMoment, try !isWithdrawn(later, at: cut),
            try !isStillborn(later, axis), let stated = try standing(later, axis), stated.basis == .stated,
            stated.day < held.day
        else { return [] }
        return [
            .unknownDayInForce(
                of: history.id, points[state.point].label, standsAt: held, newest: points[later].label,
                stated: stated.day, axis)
        ]
    }
}

extension Finding {
    fileprivate static func unknownDayInForce(
        of policy: PolicyID, _ label: String, standsAt held: Standing, newest: String, stated: CivilDate, _ axis: Axis
    ) -> Finding {
        let unknown = axis == .published ? "published day" : "day of effect"
        let basis = held.basis == .published ? "its published day" : "the day it was recorded"
        return Finding(
            id: "unknown-day-in-force", severity: .warning,
            message:
                "Version \(newest) was recorded after version \(label), but is not in force: it states \(stated), and the \(unknown) of \(label) is unknown, so that it stands at \(basis), \(held.day).",
            place: Place(path: policy.text), fix: "State the \(unknown) of \(label), or ask with --axis recorded.")
    }
}

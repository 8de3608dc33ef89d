import PolicyModel

extension Timeline {
    /// Says why no version is in force at a cut: the policy has not begun, has ended, or what stood was taken back.
    func absence(at cut: Cut, _ axis: Axis) throws -> String? {
        if let state = try state(at: cut, axis), points[state.point].isEnd {
            let last = points.indices.last { $0 < state.point && !points[$0].isEnd }
            let day = records[state.entry].recorded.utcDay
            return "It had ended: its text was deleted on \(day)"
                + (last.map { "; its last version was \(points[$0].label)." } ?? ".")
        }
        for point in points.indices.reversed() where try !points[point].isEnd && !isStillborn(point, axis) {
            guard let withdrawal = try withdrawal(point), records[withdrawal].recorded <= cut.lastMoment,
                let standing = try standing(point, axis), standing.isReached(at: cut)
            else { continue }
            return "Version \(points[point].label) was withdrawn on \(records[withdrawal].recorded.utcDay)."
        }
        guard let first = points.first(where: { !$0.isEnd }) else { return nil }
        return texts.source.beginning(of: history) ?? "Its first version is \(first.label)."
    }
}

extension PolicySource {
    /// The warning that the history is cut off, where it is: what stands since its end may be older.
    var shallowness: [Finding] { historyEnd == nil ? [] : findings.filter { $0.id == "history-is-shallow" } }

    /// Says that a history begins where the clone is cut off, so that its true beginning is not known; nil where it is.
    func beginning(of history: PolicyHistory) -> String? {
        guard let historyEnd, history.records.first?.commit == historyEnd.commit else { return nil }
        return "The history of this shallow clone ends at \(historyEnd.commit.description.prefix(12)) of "
            + "\(historyEnd.recorded.utcDay): fetch what is older with `git fetch --unshallow`."
    }
}

import PolicyModel

/// What a question about one version of one policy leans on: its timeline, as known then, and where time is cut.
struct Asked {
    let chronicle: Chronicle
    let timeline: Timeline
    let at: When?
    let cut: Cut

    /// Finds the policy.
    ///
    /// - Throws: `QueryError` where there is no such policy, or nothing of it was known at `knownAt`.
    init(_ chronicle: Chronicle, policy: String, at: When?, knownAt: When?) throws {
        let history = try chronicle.history(named: policy)
        guard let timeline = try chronicle.timeline(of: history, knownAt: knownAt) else {
            throw QueryError.nothingKnown(
                history.id.text, at: knownAt?.description ?? "",
                hint: chronicle.source.beginning(of: history)
                    ?? history.records.map(\.recorded).min().map { "Its first record is of \($0.utcDay)." })
        }
        self.chronicle = chronicle
        self.timeline = timeline
        self.at = at
        self.cut = at?.end ?? chronicle.present
    }

    /// Returns the version that an argument names, or the one in force.
    ///
    /// - Throws: `QueryError` where there is none.
    func position(version argument: String?, axis: Axis) throws -> Timeline.Position {
        if let argument { return try chronicle.position(named: argument, in: timeline, axis: axis) }
        if let state = try timeline.state(at: cut, axis), !timeline.points[state.point].isEnd { return state }
        throw QueryError.nothingInForce(
            timeline.history.id.text, at: (at ?? .day(chronicle.now.today)).description,
            hint: try timeline.absence(at: cut, axis))
    }
}

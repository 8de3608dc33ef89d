package import PolicyDiff
package import PolicyModel

/// The versions of some policies on the timeline.
package struct VersionLog: Hashable, Sendable {
    /// One policy with its versions.
    package struct Entry: Hashable, Sendable {
        /// The policy.
        package let policy: PolicyName
        /// Its earlier ids, newest first.
        package let aliases: [PolicyID]
        /// Its versions, newest first; the end of the policy among them, with the state `ended`.
        package let versions: [Version]
        /// What each version changed against the one before it, in the order of `versions`; nil for the first one and after the
        /// policy's end, and empty as a whole where this was not asked for.
        package let changes: [Comparison?]
    }

    /// The time as of which it was asked; nil where all records count.
    package let knownAt: When?
    /// The policies, by id.
    package let entries: [Entry]
    /// What was noticed in the repository.
    package let findings: [Finding]

    /// Makes a log; without entries it is what stands around policies that are told one by one.
    package init(knownAt: When?, entries: [Entry] = [], findings: [Finding]) {
        self.knownAt = knownAt
        self.entries = entries
        self.findings = findings
    }
}

extension Chronicle {
    /// Returns the versions of some policies, newest first on the axis.
    ///
    /// - Parameters:
    ///   - policies: The policies as people name them; all where empty.
    ///   - all: Whether earlier records of a label are listed too.
    ///   - changes: Whether to compare each version with the one before it.
    ///   - at: The day that the states are told for; the present where nil.
    ///   - axis: The time line on which the versions follow one another.
    ///   - knownAt: Leaves out what was recorded later.
    /// - Throws: `QueryError` for an unknown policy; what the source throws. Cost: in a `documents` repository each text is read
    ///   for its dates, and texts under one date line are compared.
    package func log(
        policies names: [String] = [], all: Bool = false, changes: Bool = false, at: When? = nil,
        axis: Axis = .effective, knownAt: When? = nil
    ) throws -> VersionLog {
        let (entries, findings) = try log(
            policies: names, all: all, changes: changes, at: at, axis: axis, knownAt: knownAt, telling: { $0 })
        return VersionLog(knownAt: knownAt, entries: entries, findings: findings)
    }

    /// Tells the versions of some policies, each policy as soon as its own are found: the changes of all of them together may be
    /// more than memory holds.
    ///
    /// - Parameter tell: makes of a policy what is kept of it. It is called on any thread, for several policies at once.
    /// - Returns: what was made of each policy, by id, and what was noticed in the repository.
    package func log<Told: Sendable>(
        policies names: [String] = [], all: Bool = false, changes: Bool = false, at: When? = nil,
        axis: Axis = .effective, knownAt: When? = nil, telling tell: @Sendable (VersionLog.Entry) throws -> Told
    ) throws -> (told: [Told], findings: [Finding]) {
        let cut = at?.end ?? present
        let histories = try histories(named: names)
        let told = try concurrentMap(histories) { history -> Told? in
            guard let timeline = try self.timeline(of: history, knownAt: knownAt) else { return nil }
            let positions = try timeline.positions(all: all, axis)
            let versions = try positions.map { try timeline.version($0, at: cut) }
            let compared = changes ? try timeline.changes(at: positions, all: all, axis) : []
            return try tell(
                VersionLog.Entry(
                    policy: try timeline.name(), aliases: history.aliases, versions: versions.reversed(),
                    changes: compared.reversed()))
        }
        return (told.compactMap { $0 }, findings)
    }
}

extension Timeline {
    /// Returns the latest record of each version, or every record, oldest first on an axis.
    ///
    /// What never came to stand on it has the place of its record.
    func positions(all: Bool, _ axis: Axis) throws -> [Position] {
        let places = all ? records.indices.map(position(ofEntry:)) : points.indices.map(latest)
        if axis == .recorded { return places.sorted { $0.entry < $1.entry } }
        let dated = try places.map { place -> (day: CivilDate, position: Position) in
            (try standing(place.point, axis)?.day ?? records[points[place.point].first].recorded.utcDay, place)
        }
        return dated.sorted {
            ($0.day, $0.position.point, $0.position.entry) < ($1.day, $1.position.point, $1.position.entry)
        }.map(\.position)
    }

    /// The latest record of a version.
    func latest(_ point: Int) -> Position { Position(point: point, entry: points[point].latest) }

    /// Returns what each version changed against the one before it that had not been taken back by then, and each further record of a label
    /// against the one before; with what became of the version's own dates.
    func changes(at positions: [Position], all: Bool, _ axis: Axis) throws -> [Comparison?] {
        var stood: [Position] = []
        return try positions.map { position in
            let point = points[position.point]
            if point.isEnd {
                stood = []
                return nil
            }
            while let last = stood.last, try isWithdrawn(last.point, before: position, axis) { stood.removeLast() }
            let former = all ? point.entries.last { $0 < position.entry } : nil
            // One that never came to stand was to follow on what had been recorded by then, whatever took effect meanwhile.
            let isStillborn = try axis != .recorded && isStillborn(position.point, axis)
            let base = isStillborn ? stood.last { $0.point < position.point } : stood.last
            let before = former.map { Position(point: position.point, entry: $0) } ?? base
            if try stands(position, axis) {
                stood.append(Position(point: position.point, entry: try min(position.entry, counting(position.point))))
            }
            let own =
                former != nil || !all
                ? try recordChanges(from: former ?? point.first, to: position.entry, label: point.label) : []
            guard let before else { return own.isEmpty ? nil : Comparison(changes: own) }
            return try texts.comparison(from: records[before.entry], to: records[position.entry]).adding(own)
        }
    }

    /// Whether a later version may follow on a record: on the recorded axis one that takes nothing back, else one of a version that
    /// came to stand.
    private func stands(_ position: Position, _ axis: Axis) throws -> Bool {
        guard isNative else { return true }
        if axis == .recorded { return try statement(position.entry)?.isWithdrawn != true }
        return try !isStillborn(position.point, axis)
    }

    /// Whether a version had been taken back when another one came to stand.
    private func isWithdrawn(_ point: Int, before position: Position, _ axis: Axis) throws -> Bool {
        guard let withdrawal = try withdrawal(point), point != position.point else { return false }
        let standing = axis == .recorded ? nil : try standing(position.point, axis)
        guard let standing else { return withdrawal < position.entry }
        return records[withdrawal].recorded.utcDay <= standing.day
    }
}

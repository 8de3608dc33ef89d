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
        /// Its versions, newest record first; the end of the policy among them, with the state `ended`.
        package let versions: [Version]
        /// What each version changed against the one before it, in the order of `versions`; nil for the first one, and
        /// empty as a whole where this was not asked for.
        package let changes: [Comparison?]
    }

    /// The policies, by id.
    package let entries: [Entry]
    /// What was noticed in the repository.
    package let findings: [Finding]
}

extension Chronicle {
    /// Returns the versions of some policies, newest first.
    ///
    /// - Parameters:
    ///   - policies: The policies as people name them; all where empty.
    ///   - all: Whether earlier records of a label are listed too.
    ///   - changes: Whether to compare each version with the one before it.
    ///   - at: The day that the states are told for; the present where nil.
    ///   - knownAt: Leaves out what was recorded later.
    /// - Throws: `QueryError` for an unknown policy; what the source throws. Cost: in a `documents` repository each text is read
    ///   for its dates, and texts under one date line are compared.
    package func log(
        policies names: [String] = [], all: Bool = false, changes: Bool = false, at: When? = nil, knownAt: When? = nil
    ) throws -> VersionLog {
        let cut = at?.end ?? present
        let histories = try histories(named: names)
        let entries = try concurrentMap(histories) { history -> VersionLog.Entry? in
            guard let timeline = try self.timeline(of: history, knownAt: knownAt) else { return nil }
            let positions = timeline.positions(all: all)
            let versions = try positions.map { try timeline.version($0, at: cut) }
            let compared = changes ? try timeline.changes(at: positions) : []
            return VersionLog.Entry(
                policy: try timeline.name(), aliases: history.aliases, versions: versions.reversed(),
                changes: compared.reversed())
        }
        return VersionLog(entries: entries.compactMap { $0 }, findings: source.findings)
    }
}

extension Timeline {
    /// The latest record of each version, or every record, in the order of the line.
    func positions(all: Bool) -> [Position] {
        if all { return records.indices.map(position(ofEntry:)) }
        return points.indices.map { Position(point: $0, entry: points[$0].latest) }.sorted { $0.entry < $1.entry }
    }

    fileprivate func changes(at positions: [Position]) throws -> [Comparison?] {
        try positions.indices.map { index in
            guard index > 0 else { return nil }
            let (old, new) = (positions[index - 1], positions[index])
            if points[old.point].isEnd || points[new.point].isEnd { return nil }
            let own =
                old.point == new.point
                ? try recordChanges(from: old.entry, to: new.entry, label: points[new.point].label) : []
            return try texts.comparison(from: records[old.entry], to: records[new.entry]).adding(own)
        }
    }
}

package import PolicyModel

/// What is in a repository.
package struct PolicyList: Hashable, Sendable {
    /// One policy.
    package struct Entry: Hashable, Sendable {
        /// The policy.
        package let policy: PolicyName
        /// Its earlier ids, newest first.
        package let aliases: [PolicyID]
        /// The version in force on the day asked about; nil before the first one and after the policy's end.
        package let inForce: Version?
        /// The newest record, of whichever state.
        package let newest: Version
        /// How many versions it has.
        package let versions: Int
        /// How many of them are not yet in force.
        package let upcoming: Int
    }

    /// How the repository lays its policies out.
    package let layout: Layout
    /// The time as of which it was asked; nil where all records count.
    package let knownAt: When?
    /// The policies, by id.
    package let entries: [Entry]
    /// What was noticed in the repository.
    package let findings: [Finding]
}

extension Chronicle {
    /// Returns the policies of the source, each with what is in force.
    ///
    /// - Parameters:
    ///   - at: The day asked about; the present where nil.
    ///   - axis: The time line on which "in force" is told.
    ///   - knownAt: Leaves out what was recorded later.
    /// - Throws: What the source throws. Cost: in a `documents` repository each text is read for its dates.
    package func policies(at: When? = nil, axis: Axis = .effective, knownAt: When? = nil) throws -> PolicyList {
        let cut = at?.end ?? present
        let entries = try concurrentMap(try source.histories()) { history -> (PolicyList.Entry, [Finding])? in
            guard let timeline = try self.timeline(of: history, knownAt: knownAt) else { return nil }
            let state = try timeline.state(at: cut, axis).flatMap { timeline.points[$0.point].isEnd ? nil : $0 }
            let newest = timeline.position(ofEntry: timeline.records.count - 1)
            let upcoming = try timeline.points.indices.filter { point in
                guard try timeline.mayBeUpcoming(point, after: cut), try !timeline.isStillborn(point, .effective),
                    let standing = try timeline.standing(point, .effective)
                else { return false }
                return !standing.isReached(at: cut)
            }
            let entry = PolicyList.Entry(
                policy: try timeline.name(), aliases: history.aliases,
                inForce: try state.map { try timeline.version($0, at: cut) },
                newest: try timeline.version(newest, at: cut),
                versions: timeline.points.count { !$0.isEnd }, upcoming: upcoming.count)
            return (entry, try timeline.outranking(at: cut, axis))
        }.compactMap { $0 }
        return PolicyList(
            layout: source.layout, knownAt: knownAt, entries: entries.map(\.0),
            findings: findings + entries.flatMap(\.1))
    }
}

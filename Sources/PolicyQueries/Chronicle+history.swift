package import PolicyDiff
package import PolicyModel

/// Which part of a policy a question is about.
package enum PartSelector: Hashable, Sendable {
    /// A rule, by its id.
    case rule(String)
    /// The sections with a heading: those that have just this one where there are any, else those that contain it. With all that is under them.
    case section(String)
    /// The clauses and headings that contain a text, and what they were and became.
    case match(String)
}

/// The versions of one part of a policy.
package struct PartHistory: Hashable, Sendable {
    /// One version that brought, changed or ended the part.
    package struct Entry: Hashable, Sendable {
        /// The version.
        package let version: Version
        /// What it did to the part.
        package let event: PartEvent
        /// How the part reads in it; empty where it is gone.
        package let text: String
        /// The changes of the part alone, against the version before; none in the first version of the policy.
        package let comparison: Comparison
    }

    /// The policy.
    package let policy: PolicyName
    /// The part.
    package let selector: PartSelector
    /// The time line on which the versions follow one another.
    package let axis: Axis
    /// The versions that did something to the part, newest first.
    package let entries: [Entry]
    /// How many versions there are.
    package let versions: Int
    /// What was noticed in the repository.
    package let findings: [Finding]
}

/// What a version did to a part of a policy.
package enum PartEvent: String, Hashable, Sendable, CaseIterable {
    /// It has the part, and is the first version of the policy.
    case first
    /// It brought the part.
    case appeared
    /// It changed the part.
    case changed
    /// It took the part out.
    case gone
    /// It brought the part back.
    case returned
}

extension Chronicle {
    /// Returns the versions of one part of a policy, those that are not yet in force among them.
    ///
    /// - Parameters:
    ///   - policy: The policy as people name it.
    ///   - selector: The part, looked for in every version, and followed through those that word or number it otherwise.
    ///   - axis: The time line on which the versions follow one another.
    ///   - at: The end of the time looked at; the present where nil.
    ///   - knownAt: Leaves out what was recorded later.
    /// - Throws: `QueryError` where no version has such a part. Cost: a comparison for each version.
    package func history(
        policy: String, of selector: PartSelector, axis: Axis = .effective, at: When? = nil, knownAt: When? = nil
    ) throws -> PartHistory {
        let asked = try Asked(self, policy: policy, at: at, knownAt: knownAt)
        let timeline = asked.timeline
        let steps = try timeline.steps(after: .beforeAll, through: asked.cut, axis)
        let stepped = Set(steps.map(\.point))
        let line = try steps + timeline.positionsUpcoming(at: asked.cut).filter { !stepped.contains($0.point) }
        var following = PartFollowing(selector, on: timeline)
        for position in line { try following.look(at: position) }
        following.close()
        let moments = try following.moments()
        if moments.isEmpty {
            throw QueryError.noSuchPart(selector, in: timeline.history.id.text, nearest: following.nearest())
        }
        let entries = try moments.map { moment in
            PartHistory.Entry(
                version: try timeline.version(moment.position, at: asked.cut), event: moment.event, text: moment.text,
                comparison: Comparison(
                    changes: moment.changes.map {
                        $0.introduced(in: timeline.points[moment.position.point].label)
                    }))
        }
        return PartHistory(
            policy: try timeline.name(heading: true), selector: selector, axis: axis, entries: entries.reversed(),
            versions: line.count { !timeline.points[$0.point].isEnd }, findings: findings)
    }
}

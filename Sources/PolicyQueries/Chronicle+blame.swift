import PolicyDiff
package import PolicyModel

/// Since which version each part of a policy stands.
package struct Blame: Hashable, Sendable {
    /// One clause, heading or rule.
    package struct Part: Hashable, Sendable {
        /// The headings that lead to it, outermost first; empty for a rule.
        package let section: [String]
        /// Whether it is a heading.
        package let isHeading: Bool
        /// The id of the rule; nil for a clause or a heading.
        package let rule: String?
        /// How it reads: the clause, the heading, or the rule's title or action.
        package let text: String
        /// Its lines in the file.
        package let lines: LineRange
        /// The version since which it stands in substance; editorial edits, moves and new numbers do not count.
        package let since: Version
        /// Its wordings, newest first, the present one leading; empty where they were not asked for.
        package let wordings: [Wording]
    }

    /// One wording of a part.
    package struct Wording: Hashable, Sendable {
        /// The version that brought it.
        package let version: Version
        /// How it read.
        package let text: String
        /// How much it changed against the wording before it; nil for the first one.
        package let significance: Significance?
    }

    /// The policy.
    package let policy: PolicyName
    /// The version whose parts are told.
    package let version: Version
    /// The time line on which the versions follow one another.
    package let axis: Axis
    /// The first version of the line: a part that stands since then may be older than the records.
    package let first: Version
    /// The day on which the policy had ended before it began anew with that version; nil where it had not.
    package let endedBefore: CivilDate?
    /// The headings and clauses in the order of the text.
    package let parts: [Part]
    /// The rules in the order of the file.
    package let rules: [Part]
    /// What was noticed in the text.
    package let findings: [Finding]
}

extension Chronicle {
    /// Returns since which version each clause and rule of a version stands in substance.
    ///
    /// - Parameters:
    ///   - policy: The policy as people name it.
    ///   - version: A label, a date or a git revision; the version in force where nil.
    ///   - at: The day or moment that is asked about, at its end; the present where nil.
    ///   - axis: The time line on which the versions follow one another.
    ///   - knownAt: Leaves out what was recorded later.
    ///   - wordings: Whether the earlier wordings of each part are told, too.
    /// - Throws: `QueryError` where there is no such version, or none in force then. Cost: a comparison for each version back to
    ///   the one that brought the oldest part.
    package func blame(
        policy: String, version argument: String? = nil, at: When? = nil, axis: Axis = .effective,
        knownAt: When? = nil, wordings: Bool = false
    ) throws -> Blame {
        let asked = try Asked(self, policy: policy, at: at, knownAt: knownAt)
        let timeline = asked.timeline
        let position = try asked.position(version: argument, axis: axis)
        let line = try timeline.line(to: position, at: asked.cut, axis)
        var tracing = Tracing(try timeline.texts.content(of: timeline.records[position.entry]), wordings: wordings)
        try timeline.texts.follow(&tracing, along: line.map { timeline.records[$0.entry] }, wordings: wordings) {
            try $0.follow(line, on: timeline)
        }
        func version(_ place: Int) throws -> Version { try timeline.version(line[place], at: asked.cut) }
        func part(_ tracked: Tracing.Tracked) throws -> Blame.Part {
            Blame.Part(
                section: tracked.section, isHeading: tracked.isHeading, rule: tracked.rule, text: tracked.text,
                lines: tracked.lines, since: try version(tracked.since ?? 0),
                wordings: try tracked.wordings.map {
                    Blame.Wording(version: try version($0.place), text: $0.text, significance: $0.significance)
                })
        }
        return Blame(
            policy: try timeline.name(heading: true), version: try timeline.version(position, at: asked.cut),
            axis: axis,
            first: try version(0),
            endedBefore: timeline.ends.last { $0 < line[0].entry }.map { timeline.records[$0].recorded.utcDay },
            parts: try tracing.parts.map(part), rules: try tracing.rules.map(part),
            findings: source.shallowness + (try timeline.findings(of: [position])))
    }
}

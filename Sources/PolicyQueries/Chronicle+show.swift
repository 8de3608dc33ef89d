package import PolicyModel

/// One version with its text.
package struct ShownVersion: Hashable, Sendable {
    /// The policy.
    package let policy: PolicyName
    /// The version.
    package let version: Version
    /// The text as it was recorded, front matter included; bytes that are not UTF-8 are replaced.
    package let text: String
    /// The rules that state a day of effect of their own, and those of coming versions that bind already, by day.
    package let rules: [RuleStanding]
    /// What was noticed in the text.
    package let findings: [Finding]
}

extension Chronicle {
    /// Returns one version of a policy with its text.
    ///
    /// - Parameters:
    ///   - policy: The policy as people name it.
    ///   - version: A label, a date or a git revision; the version in force where nil.
    ///   - at: The day or moment that is asked about, at its end; the present where nil.
    ///   - axis: What dates mean.
    ///   - knownAt: Leaves out what was recorded later.
    /// - Throws: `QueryError` where there is no such version, or none in force then.
    package func show(
        policy: String, version argument: String? = nil, at: When? = nil, axis: Axis = .effective, knownAt: When? = nil
    ) throws -> ShownVersion {
        let asked = try Asked(self, policy: policy, at: at, knownAt: knownAt)
        let (timeline, cut) = (asked.timeline, asked.cut)
        let position = try asked.position(version: argument, axis: axis)
        let bytes = try source.text(of: timeline.records[position.entry]) ?? []
        return ShownVersion(
            policy: try timeline.name(), version: try timeline.version(position, at: cut),
            text: String(decoding: bytes, as: UTF8.self), rules: try timeline.ruleStandings(position, at: cut),
            findings: try timeline.findings(of: [position])
                + (argument == nil ? timeline.outranking(at: cut, axis) : []))
    }
}

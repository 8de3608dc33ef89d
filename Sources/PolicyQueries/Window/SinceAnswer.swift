package import PolicyDiff
package import PolicyModel

/// What changed since a time, policy by policy.
package struct SinceAnswer: Hashable, Sendable {
    /// The time asked about.
    package let since: When
    /// The time up to which it was asked; the present where none was given.
    package let until: When
    /// The day it was asked on, where `since` lies after it: what can be told then is what is known so far.
    package let askedAhead: CivilDate?
    /// The time line it was asked on.
    package let axis: Axis
    /// The time as of which it was asked; nil where all records count.
    package let knownAt: When?
    /// The policies with news, by id: a version in the window, or an upcoming one.
    package let policies: [PolicyNews]
    /// The policies without any version in the window or upcoming, by id.
    package let unchanged: [PolicyID]
    /// The first versions of those among the unchanged that had none in force by the end.
    package let notBegun: [Version]
    /// The versions that were recorded in the window but took effect before it.
    ///
    /// Older news on this axis, that a reader who looked at `since` could not have seen. Only while the policy was being recorded
    /// already; empty on the recorded axis.
    package let recordedLate: [Version]
    /// When the newest commit of the repository was made, or the newest record of these policies that was known then.
    ///
    /// Nothing later can be known; nil where nothing had been recorded yet.
    package let newestRecorded: Instant?
    /// What was noticed in the repository.
    package let findings: [Finding]

    /// How many policies have news of the window itself, and how many only something that is upcoming.
    package var reach: (news: Int, upcoming: Int) {
        let upcoming = policies.count(where: \.isOnlyUpcoming)
        return (policies.count - upcoming, upcoming)
    }

    /// Returns the answer with the news of its policies.
    func telling(_ policies: [PolicyNews]) -> SinceAnswer {
        SinceAnswer(
            since: since, until: until, askedAhead: askedAhead, axis: axis, knownAt: knownAt, policies: policies,
            unchanged: unchanged, notBegun: notBegun, recordedLate: recordedLate, newestRecorded: newestRecorded,
            findings: findings)
    }

    /// Whether a reader has to be told of anything: a substantive change, a policy that came or went.
    package var isSubstantive: Bool { policies.contains { $0.isSubstantive } }
    /// The most important change, nil where there is none; a policy that came or went counts as material.
    package var significance: Significance? { policies.compactMap(\.significance).max() }
}

/// What is new about one policy in a window of time.
package struct PolicyNews: Hashable, Sendable {
    /// The policy.
    package let policy: PolicyName
    /// The version in force just before the window; nil before the first one, or while the policy had ended.
    package let from: Version?
    /// The version in force at its end; nil where the policy has ended.
    package let to: Version?
    /// The versions of the window in the order they took effect on the axis, those taken back or given another day among them.
    package let versions: [Version]
    /// The net changes from `from` to `to`, each with the version that brought it; empty where either is missing.
    package let comparison: Comparison
    /// The versions that are not yet in force at the end of the window, by day.
    package let upcoming: [UpcomingVersion]
    /// What a reader should know beside the changes, in a fixed order.
    package let notes: [PolicyNote]
    /// What was noticed in the texts.
    package let findings: [Finding]

    /// Whether nothing happened in the window, and something is known to happen after it.
    package var isOnlyUpcoming: Bool {
        versions.isEmpty && comparison.changes.isEmpty && (from == nil) == (to == nil) && !upcoming.isEmpty
    }

    /// Whether a reader has to be told.
    package var isSubstantive: Bool { significance ?? .editorial > .editorial }

    /// The most important change; a policy that came or went counts as material.
    package var significance: Significance? {
        (from == nil) != (to == nil) ? .material : comparison.significance
    }
}

/// A version that is not yet in force, with what it will change.
package struct UpcomingVersion: Hashable, Sendable {
    /// The version.
    package let version: Version
    /// What it changes against the version before it.
    package let comparison: Comparison
    /// Whether its changes are among those of the window already: on the published and recorded axes a version counts from its
    /// announcement or record on.
    package let isListed: Bool
    /// The rules of the version that are meant, where not the version as a whole takes effect; nil where it does.
    package let rules: UpcomingRules?
}

/// Rules that take effect on a day of their own.
package struct UpcomingRules: Hashable, Sendable {
    /// Their ids, sorted.
    package let ids: [String]
    /// The day.
    package let day: CivilDate
}

/// What a reader should know of a policy beside the changes.
package enum PolicyNote: Hashable, Sendable {
    /// It had no version before the window.
    case new
    /// The history of this clone begins with it: whether it had versions before is not known.
    case cutOff(CivilDate)
    /// It had ended before the window and is back; the version is its last one before that.
    case returned(last: Version)
    /// It ended on the day.
    case ended(CivilDate)
    /// A version of it that was in force was taken back in the window.
    case withdrawn(label: String, from: CivilDate, on: CivilDate)
    /// It was deleted and created again in the window.
    case interrupted(ended: CivilDate, back: CivilDate)
    /// It was renamed.
    case renamed(from: PolicyID)
    /// Its text changed and came back to what it was, so many times.
    case changedBackAndForth(times: Int)
    /// It was published or recorded again without any change; so many versions.
    case republished(versions: Int)
    /// Rules of a version bind ahead of it, or not yet, at the end of the window.
    case staggered(RuleStanding)
    /// For some readers a version takes effect on a day of its own, after the window began.
    case audience(label: String, name: String, day: CivilDate)
    /// A version of the window brought no change that was not there before it.
    case nothingNew(label: String)
}

extension SinceAnswer {
    /// The policies with the most important news first; among equals by id.
    package var policiesByWeight: [PolicyNews] {
        let weighed = policies.enumerated().map { (weight: $0.element.weight, place: $0.offset, news: $0.element) }
        return weighed.sorted { ($1.weight, $0.place) < ($0.weight, $1.place) }.map(\.news)
    }
}

extension PolicyNews {
    fileprivate var weight: Int {
        switch significance {
        case .material: 3
        case .minor: 2
        case .editorial: 1
        case nil: 0
        }
    }
}

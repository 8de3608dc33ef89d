package import PolicyDiff
package import PolicyModel
package import PolicyQueries

/// What a notice says of one policy.
package struct PolicyNotice: Hashable, Sendable {
    /// What became of the policy as a whole.
    package enum Event: String, Hashable, Sendable, CaseIterable {
        /// It changed, or stayed as it was.
        case changed
        /// It had no version before.
        case new
        /// It ended.
        case ended
        /// Its two texts could not be compared: one is missing, or in another language.
        case untold
    }

    /// The policy.
    package let policy: PolicyName
    /// The version that readers knew; nil for a new policy.
    package let from: VersionReference?
    /// The version that holds afterwards; nil for a policy that ended.
    package let to: VersionReference?
    /// What became of it as a whole.
    package let event: Event
    /// When the new version takes effect for the recipient: everybody's day first, then those of audiences, by name.
    package let effective: [EffectiveDay]
    /// The day it was announced; nil where unknown.
    package let published: CivilDate?
    /// The zone of all its days, an IANA name or `UTC`.
    package let zone: String
    /// What the changes are to the reader, computed, and as people state it.
    package let classification: Classification
    /// The language of the policy's text (BCP 47) where it is not the notice's; nil where it is, or is not known.
    package let languageOfText: String?
    /// Which way the substantive changes go.
    package let direction: OverallDirection
    /// At most three sentences on this policy.
    package let summary: [String]
    /// Of very many changes, section by section what they are, the hardest first; empty where the points are few.
    package let overview: [String]
    /// The substantive changes by what they mean for the reader, most important first.
    package let groups: [PointGroup]
    /// The closing line that gathers editorial changes; nil where there are none.
    package let wordingOnly: NoticePoint?
    /// What else readers are told, in the order to show it.
    package let facts: [NoticeFact]
    /// Where the texts are.
    package let links: [NoticeLink]
    /// The notice rule that applies; nil where none is named.
    package let rule: AppliedRule?

    /// Makes the part of one policy.
    package init(
        policy: PolicyName, from: VersionReference?, to: VersionReference?, event: Event, effective: [EffectiveDay],
        published: CivilDate?, zone: String, classification: Classification, direction: OverallDirection,
        languageOfText: String? = nil, summary: [String], overview: [String] = [], groups: [PointGroup],
        wordingOnly: NoticePoint?, facts: [NoticeFact] = [],
        links: [NoticeLink] = [], rule: AppliedRule? = nil
    ) {
        self.policy = policy
        self.from = from
        self.to = to
        self.event = event
        self.effective = effective
        self.published = published
        self.zone = zone
        self.classification = classification
        self.direction = direction
        self.languageOfText = languageOfText
        self.summary = summary
        self.overview = overview
        self.groups = groups
        self.wordingOnly = wordingOnly
        self.facts = facts
        self.links = links
        self.rule = rule
    }

    /// All points in the order to show them, that of the editorial changes last.
    package var points: [NoticePoint] { groups.flatMap(\.points) + [wordingOnly].compactMap { $0 } }

    /// The first day on which it takes effect for the recipient; nil where unknown.
    package var firstEffective: CivilDate? { effective.compactMap(\.day).min() }
}

/// A version as a notice names it: enough to find exactly this text again.
package struct VersionReference: Hashable, Sendable {
    /// The label.
    package let label: String
    /// The commit that recorded it.
    package let commit: ObjectID
    /// The content of its text, as git names it.
    package let text: ObjectID?
    /// The content of its rules, as git names it.
    package let rules: ObjectID?
    /// The day it was announced; nil where unknown.
    package let published: CivilDate?
    /// The days it takes effect.
    package let effective: EffectiveDates
    /// The moment it was recorded.
    package let recorded: Instant

    /// Names a version.
    package init(_ version: Version) {
        self.label = version.label
        self.commit = version.commit
        self.text = version.record.text
        self.rules = version.record.rules
        self.published = version.published
        self.effective = version.effective
        self.recorded = version.recorded
    }
}

/// A day of effect for readers.
package struct EffectiveDay: Hashable, Sendable {
    /// The audience whose day it is; nil for everybody who has none of their own.
    package let audience: String?
    /// The day; nil where unknown.
    package let day: CivilDate?
    /// The day in the notice's language ("25 March 2026"); nil where unknown.
    package let text: String?

    /// Makes a day of effect.
    package init(audience: String?, day: CivilDate?, text: String?) {
        self.audience = audience
        self.day = day
        self.text = text
    }
}

/// Where one of the texts is.
package struct NoticeLink: Hashable, Sendable {
    /// What the link leads to.
    package let kind: NoticeLinkKind
    /// What to call it in the notice's language.
    package let label: String
    /// The address; always http or https.
    package let url: String

    /// Makes a link.
    package init(kind: NoticeLinkKind, label: String, url: String) {
        self.kind = kind
        self.label = label
        self.url = url
    }
}

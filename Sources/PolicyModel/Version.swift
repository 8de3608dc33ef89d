/// One dated state of a policy: its dates, label and record, as seen on the day that was asked about.
///
/// A version is identified by its label. Where one label was recorded several times, each record is a value of its own: the
/// latest counts, and the earlier ones have the state `corrected`, `postponed` or `advanced`.
public struct Version: Hashable, Sendable {
    /// The policy, by its newest id.
    public let policy: PolicyID
    /// The label: stated in the front matter, else the recorded UTC day (`.2`, `.3` for further ones of that day).
    public let label: String
    /// The title that this version states; nil where it states none.
    public let title: String?
    /// What git recorded.
    public let record: PolicyRecord
    /// The day it was announced; nil where unknown.
    public let published: CivilDate?
    /// When it starts to bind; unknown, too, where only a date line of an earlier version says so (a silent change).
    public let effective: EffectiveDates
    /// Whether it was taken back.
    public let isWithdrawn: Bool
    /// Why it exists, in its own words.
    public let reason: String?
    /// Where it stands on the day that was asked about.
    public let state: VersionState
    /// What a reader of its dates should know, in a fixed order.
    public let marks: [VersionMark]

    /// Makes a version.
    public init(
        policy: PolicyID, label: String, title: String? = nil, record: PolicyRecord, published: CivilDate? = nil,
        effective: EffectiveDates = EffectiveDates(), isWithdrawn: Bool = false, reason: String? = nil,
        state: VersionState, marks: [VersionMark] = []
    ) {
        self.policy = policy
        self.label = label
        self.title = title
        self.record = record
        self.published = published
        self.effective = effective
        self.isWithdrawn = isWithdrawn
        self.reason = reason
        self.state = state
        self.marks = marks
    }

    /// The moment it entered the repository: the committer date of its commit.
    public var recorded: Instant { record.recorded }

    /// The commit that recorded it, the one on the line of first parents.
    public var commit: ObjectID { record.commit }
}

/// Where a version stands on a day.
public enum VersionState: String, Hashable, Sendable, CaseIterable {
    /// It binds on that day.
    case inForce = "in-force"
    /// It has bound, or would have, and another version has taken its place.
    case superseded
    /// Recorded or published, not yet effective.
    case upcoming
    /// Taken back: before it took effect, or on a later day, on which it ceased to bind.
    case withdrawn
    /// An earlier record of a version whose text or rules were recorded again, otherwise.
    case corrected
    /// An earlier record of a version that now takes effect later.
    case postponed
    /// An earlier record of a version that now takes effect sooner, or whose date was not known yet.
    case advanced
    /// The record that ends the policy: its text was deleted.
    case ended
}

/// What a reader should know of a version's dates.
public enum VersionMark: Hashable, Sendable {
    /// The day it takes effect is unknown; in answers about that axis it stands at `day`, its published day or the day it was recorded.
    case effectiveUnknown(standsAt: CivilDate, isPublishedDay: Bool)
    /// Its substance differs from that of the version before it, and the date that it states is that of an earlier text.
    case silentChange(statedDate: CivilDate)
    /// Its commit is dated before the commit that precedes it on the line.
    case recordedBackwards
    /// It states an earlier day than a version recorded before it, and so does not take that version's place.
    case effectiveBackwards
    /// It took effect before it was announced.
    case retroactive
    /// It records this label again with other text or rules.
    case correction
    /// It records this label again with a later day of effect.
    case postponed(from: CivilDate, to: CivilDate)
    /// It records this label again with an earlier day of effect.
    case advanced(from: CivilDate, to: CivilDate)
    /// It records this label again with a day of effect where none was known.
    case effectiveSet(to: CivilDate)
    /// It carries the policy under another id than the record before it.
    case renamed(from: PolicyID)
}

/// What a version says of itself: in the native layout its front matter, in `documents` the dates its text states.
public struct VersionStatement: Hashable, Sendable {
    /// The id in the front matter.
    public let id: PolicyID?
    /// The title.
    public let title: String?
    /// The language, BCP 47.
    public let language: String?
    /// The label, nil where none is stated.
    public let label: String?
    /// The day it was announced; nil where unknown.
    public let published: CivilDate?
    /// When it starts to bind, by audience.
    public let effective: EffectiveDates
    /// The moment given by `recorded:`, only in dated snapshots.
    public let recorded: Instant?
    /// Whether `status: withdrawn` is stated.
    public let isWithdrawn: Bool
    /// Why this version exists.
    public let reason: String?
    /// For a translation, the label of the version that it renders.
    public let translates: String?
    /// Where the text comes from.
    public let sources: [String]

    /// Makes a statement; whatever is not given is unknown.
    public init(
        id: PolicyID? = nil, title: String? = nil, language: String? = nil, label: String? = nil,
        published: CivilDate? = nil, effective: EffectiveDates = EffectiveDates(), recorded: Instant? = nil,
        isWithdrawn: Bool = false, reason: String? = nil, translates: String? = nil, sources: [String] = []
    ) {
        self.id = id
        self.title = title
        self.language = language
        self.label = label
        self.published = published
        self.effective = effective
        self.recorded = recorded
        self.isWithdrawn = isWithdrawn
        self.reason = reason
        self.translates = translates
        self.sources = sources
    }
}

/// When a version starts to bind: one day for everybody, or further days for named audiences.
public struct EffectiveDates: Hashable, Sendable {
    /// The day for whoever has no day of their own; nil where unknown.
    public let standard: CivilDate?
    /// The days of named audiences (`existing-users`), sorted by name.
    public let audiences: [Audience]

    /// One audience with its day.
    public struct Audience: Hashable, Sendable {
        /// The audience's name in kebab-case.
        public let name: String
        /// Its day; nil where unknown.
        public let date: CivilDate?

        /// Makes an audience.
        public init(name: String, date: CivilDate?) {
            self.name = name
            self.date = date
        }
    }

    /// Makes the dates.
    public init(standard: CivilDate? = nil, audiences: [Audience] = []) {
        self.standard = standard
        self.audiences = audiences.sorted { $0.name < $1.name }
    }
}

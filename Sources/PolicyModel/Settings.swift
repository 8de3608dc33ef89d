/// What `policyhistory.yaml` sets.
public struct Settings: Hashable, Sendable {
    /// Who publishes the policies.
    public let publisher: String?
    /// How readers reach the publisher.
    public let contact: String?
    /// The languages of the policies, the controlling one first (BCP 47).
    public let languages: [String]
    /// The zone whose days "today" means (an IANA name or `UTC`).
    public let timeZone: String
    /// The folder that holds the policies, relative to the repository; empty for its top.
    public let root: String
    /// The layout where it is set.
    public let layout: Layout?
    /// What the publisher says about the significance of kinds and changes.
    public let overrides: [SignificanceOverride]
    /// What notices say beside the changes.
    public let notices: NoticeSettings
    /// How the publisher's messages look.
    public let brand: Brand
    /// Who sends notices by e-mail.
    public let mail: MailSettings
    /// Where feeds of notices are.
    public let feeds: FeedSettings

    /// Makes settings; whatever is not given has its default.
    public init(
        publisher: String? = nil, contact: String? = nil, languages: [String] = [], timeZone: String = "UTC",
        root: String = "", layout: Layout? = nil, overrides: [SignificanceOverride] = [],
        notices: NoticeSettings = NoticeSettings(), brand: Brand = Brand(), mail: MailSettings = MailSettings(),
        feeds: FeedSettings = FeedSettings()
    ) {
        self.publisher = publisher
        self.contact = contact
        self.languages = languages
        self.timeZone = timeZone
        self.root = root
        self.layout = layout
        self.overrides = overrides
        self.notices = notices
        self.brand = brand
        self.mail = mail
        self.feeds = feeds
    }
}

/// A publisher's word on how much a kind of change, or one change, matters; its reason is shown to readers.
public struct SignificanceOverride: Hashable, Sendable {
    /// What it applies to.
    public enum Target: Hashable, Sendable {
        /// Every change of a kind, by the kind's id.
        case kind(String)
        /// One change, by its id.
        case change(String)
    }

    /// What it applies to.
    public let target: Target
    /// The significance it is given.
    public let significance: Significance
    /// Why.
    public let reason: String

    /// Makes an override.
    public init(target: Target, significance: Significance, reason: String) {
        self.target = target
        self.significance = significance
        self.reason = reason
    }
}

/// How much a change matters to a reader.
public enum Significance: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Wording, layout, typo, structure.
    case editorial
    /// A fact such as a contact or a product's name.
    case minor
    /// What people may, must or can rely on.
    case material

    /// Orders editorial before minor before material.
    public static func < (left: Significance, right: Significance) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .editorial: 0
        case .minor: 1
        case .material: 2
        }
    }
}

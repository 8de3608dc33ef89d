/// What `policyhistory.yaml` says about notices: what readers are told beside the changes, and when they have to be told.
public struct NoticeSettings: Hashable, Sendable {
    /// The name of the notice rule that holds for everybody; nil where none is named.
    public let rule: String?
    /// The names of the rules that hold for named audiences, by audience.
    public let audienceRules: [String: String]
    /// The publisher's own rules.
    public let rules: [NoticeRule]
    /// The addresses of the texts, with `{policy}`, `{version}`, `{old}` and `{language}` in their places.
    public let links: [NoticeLinkKind: String]
    /// What readers are told, by subject.
    public let texts: [NoticeSubject: LocalizedText]
    /// What differs for single policies, by id; what they leave out holds as for all.
    public let policies: [String: NoticeSettings]

    /// Makes settings; whatever is not given is unknown.
    public init(
        rule: String? = nil, audienceRules: [String: String] = [:], rules: [NoticeRule] = [],
        links: [NoticeLinkKind: String] = [:], texts: [NoticeSubject: LocalizedText] = [:],
        policies: [String: NoticeSettings] = [:]
    ) {
        self.rule = rule
        self.audienceRules = audienceRules
        self.rules = rules
        self.links = links
        self.texts = texts
        self.policies = policies
    }

    /// Returns what holds for one policy: its own settings before those for all.
    public func settings(for policy: PolicyID) -> NoticeSettings {
        guard let own = policies[policy.text] else { return self }
        return NoticeSettings(
            rule: own.rule ?? rule, audienceRules: audienceRules.merging(own.audienceRules) { $1 },
            rules: rules + own.rules, links: links.merging(own.links) { $1 },
            texts: texts.merging(own.texts) { $1 })
    }
}

/// A text in one language or several.
public struct LocalizedText: Hashable, Sendable {
    /// The texts by language tag; under the empty tag one whose language is not said.
    public let texts: [String: String]

    /// Makes a text of its languages.
    public init(_ texts: [String: String]) { self.texts = texts }

    /// Returns the text for a language: in it, in its primary language, else the one that names no language; nil where
    /// there is none of them.
    public func text(in language: String) -> String? {
        texts[language] ?? texts[String(language.prefix { $0 != "-" })] ?? texts[""]
    }
}

/// What a notice may tell beside the changes, in the order in which it is shown.
public enum NoticeSubject: String, Hashable, Sendable, CaseIterable {
    /// When it takes effect.
    case effective
    /// When it was announced.
    case published
    /// Why the version exists.
    case why
    /// Who is affected.
    case affected
    /// Who is not.
    case notAffected = "not-affected"
    /// What readers need to do.
    case act
    /// By when.
    case deadline
    /// What it means to do nothing.
    case silence
    /// How to object.
    case object
    /// How to leave.
    case leave
    /// How to take one's data along.
    case export
    /// That it holds for what lies before its announcement.
    case retroactive
    /// The notice period that was kept.
    case period
    /// Whom to ask.
    case contact
    /// The languages, and which one controls.
    case languages

    /// What only people can say; the rest follows from the versions and the settings.
    public static let saidByPeople: [NoticeSubject] = [
        .affected, .notAffected, .act, .deadline, .silence, .object, .leave, .export,
    ]
}

/// What a link of a notice leads to.
public enum NoticeLinkKind: String, Hashable, Sendable, CaseIterable {
    /// The new text.
    case new
    /// The old text.
    case old
    /// Both texts in one.
    case redline
    /// All versions.
    case versions
}

/// How long before a change readers are told, and what they must be told: data, never code.
public struct NoticeRule: Hashable, Sendable {
    /// The time between announcement and effect.
    public enum Period: Hashable, Sendable {
        case days(Int)
        /// Calendar months; a day that the month lacks becomes its last one.
        case months(Int)
    }

    /// The name: `eu-p2b`.
    public let id: String
    /// The time to be kept.
    public let period: Period
    /// What a notice under the rule must say.
    public let required: [NoticeSubject]
    /// The classes to which the period does not apply.
    public let exemptClasses: [NoticeClass]
    /// What people may say of a notice so that the period does not apply.
    public let exemptQualities: [NoticeQuality]
    /// Where the rule comes from.
    public let source: String?

    /// Makes a rule.
    public init(
        id: String, period: Period, required: [NoticeSubject] = [], exemptClasses: [NoticeClass] = [],
        exemptQualities: [NoticeQuality] = [], source: String? = nil
    ) {
        self.id = id
        self.period = period
        self.required = required
        self.exemptClasses = exemptClasses
        self.exemptQualities = exemptQualities
        self.source = source
    }
}

/// What a set of changes is to its readers, from the kindest to the hardest.
public enum NoticeClass: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Wording, layout, typing errors; or nothing at all.
    case editorial
    /// Facts such as a contact or a name; nothing that readers gain or lose.
    case clarification
    /// Only for the better.
    case favourable
    /// For the better in some points, for the worse in others; or in points of which that cannot be told.
    case mixed
    /// For the worse.
    case adverse

    /// Orders the kinder before the harder.
    public static func < (left: NoticeClass, right: NoticeClass) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What only people can say of a notice beside its class.
public enum NoticeQuality: String, Hashable, Sendable, CaseIterable {
    /// A law leaves no choice.
    case legallyRequired = "legally-required"
    /// It cannot wait, as where safety is at stake.
    case urgent
    /// It corrects an earlier notice.
    case correction
}

/// What the file of a notice says of itself: its front matter.
public struct NoticeStatement: Hashable, Sendable {
    /// The policy.
    public let policy: PolicyID?
    /// The label of the version that readers knew; nil for a new policy.
    public let from: String?
    /// The label of the version it announces.
    public let version: String?
    /// The content of the text it was written for, as git names it.
    public let text: ObjectID?
    /// The content of the rules it was written for.
    public let rules: ObjectID?
    /// The language of the notice (BCP 47).
    public let language: String?
    /// The audience it is addressed to; nil for everybody.
    public let audience: String?
    /// The class that people state; nil where the computed one stands.
    public let stated: NoticeClass?
    /// What people say beside the class, sorted.
    public let qualities: [NoticeQuality]
    /// Why they state another class, or say so.
    public let reason: String?
    /// What it leaves out, or what is not held against it, each with a reason.
    public let waivers: [NoticeWaiver]
    /// The notice that it amends.
    public let amends: NoticeAmends?
    /// Who approved which text, the oldest first.
    public let approvals: [NoticeApproval]

    /// Makes a statement; whatever is not given is unknown.
    public init(
        policy: PolicyID? = nil, from: String? = nil, version: String? = nil, text: ObjectID? = nil,
        rules: ObjectID? = nil, language: String? = nil, audience: String? = nil, stated: NoticeClass? = nil,
        qualities: [NoticeQuality] = [], reason: String? = nil, waivers: [NoticeWaiver] = [],
        amends: NoticeAmends? = nil, approvals: [NoticeApproval] = []
    ) {
        self.policy = policy
        self.from = from
        self.version = version
        self.text = text
        self.rules = rules
        self.language = language
        self.audience = audience
        self.stated = stated
        self.qualities = qualities.sorted { $0.rawValue < $1.rawValue }
        self.reason = reason
        self.waivers = waivers
        self.amends = amends
        self.approvals = approvals
    }

    /// Returns the statement with other approvals.
    public func with(approvals: [NoticeApproval]) -> NoticeStatement {
        NoticeStatement(
            policy: policy, from: from, version: version, text: text, rules: rules, language: language,
            audience: audience, stated: stated, qualities: qualities, reason: reason, waivers: waivers, amends: amends,
            approvals: approvals)
    }

    /// Returns the statement for another text of its version.
    public func written(from: String?, for version: String, text: ObjectID?, rules: ObjectID?) -> NoticeStatement {
        NoticeStatement(
            policy: policy, from: from, version: version, text: text, rules: rules, language: language,
            audience: audience, stated: stated, qualities: qualities, reason: reason, waivers: waivers, amends: amends,
            approvals: approvals)
    }
}

/// Something that people leave out of a notice, or let pass, with the reason.
public struct NoticeWaiver: Hashable, Sendable {
    /// What is waived.
    public enum Target: Hashable, Sendable {
        /// A change that is not mentioned, by its id.
        case change(String)
        /// A finding of the check, by its id.
        case finding(String)
    }

    /// What is waived.
    public let target: Target
    /// Why.
    public let reason: String

    /// Makes a waiver.
    public init(target: Target, reason: String) {
        self.target = target
        self.reason = reason
    }
}

/// The notice that another one amends.
public struct NoticeAmends: Hashable, Sendable {
    /// The digest of that notice, as it was approved.
    public let digest: String
    /// What is different now, for readers.
    public let explanation: String

    /// Makes it.
    public init(digest: String, explanation: String) {
        self.digest = digest
        self.explanation = explanation
    }
}

/// That somebody approved a notice, exactly as it stood.
public struct NoticeApproval: Hashable, Sendable {
    /// Who.
    public let by: String
    /// On which day.
    public let on: CivilDate
    /// SHA-256 of what was approved, in hexadecimal.
    public let digest: String

    /// Makes an approval.
    public init(by: String, on: CivilDate, digest: String) {
        self.by = by
        self.on = on
        self.digest = digest
    }
}

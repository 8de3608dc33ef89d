import PolicyModel

/// The part `notices:` of `policyhistory.yaml`: its shape, and its values.
enum NoticeSettingsFile {
    /// What it may hold.
    static let schema = ObjectSchema(
        name: "the settings of notices",
        properties: common + [
            Property("rules", .list(of: .object(rule)), .optional, "Notice rules of the publisher's own."),
            Property(
                "policies",
                .map(
                    of: .object(ObjectSchema(name: "the notices of a policy", properties: common)), keys: .any,
                    required: []),
                .optional, "What differs for single policies, by id."),
        ])

    private static let common: [Property] =
        [
            Property("rule", .text(.id), .optional, "The notice rule that holds: a preset, or one of 'rules'."),
            Property(
                "audienceRules", .map(of: .text(.id), keys: .audience, required: []), .optional,
                "The notice rules that hold for single audiences."),
            Property(
                "links", .object(links), .optional,
                "Where the texts are, with {policy}, {version}, {old} and {language} in their places."),
        ]
        + NoticeSubject.saidByPeople.map { subject in
            Property(
                subject.key, .either(.any, .map(of: .text(.any), keys: .language, required: [])), .optional,
                subject.meaning)
        }

    private static let links = ObjectSchema(
        name: "the links",
        properties: NoticeLinkKind.allCases.map { kind in
            Property(kind.rawValue, .text(.address), .optional, kind.meaning)
        })

    private static let rule = ObjectSchema(
        name: "a notice rule",
        properties: [
            Property("id", .text(.id), .required, "Its name."),
            Property("days", .text(.count), .optional, "The days between announcement and effect."),
            Property("months", .text(.count), .optional, "The calendar months between announcement and effect."),
            Property(
                "required", .list(of: .choice(NoticeSubject.allCases.map(\.rawValue))), .optional,
                "What a notice under the rule must say."),
            Property(
                "exempt",
                .list(of: .choice(NoticeClass.allCases.map(\.rawValue) + NoticeQuality.allCases.map(\.rawValue))),
                .optional, "The classes and qualities to which the period does not apply."),
            Property("source", .text(.any), .optional, "Where the rule comes from."),
        ],
        exactlyOne: ["days", "months"])

    /// Reads the settings; what is not given, or unusable, is unknown.
    static func settings(of value: YamlValue) -> NoticeSettings {
        var links: [NoticeLinkKind: String] = [:]
        for kind in NoticeLinkKind.allCases {
            guard let address = value["links"]?.text(kind.rawValue), address.isWebAddress else { continue }
            links[kind] = address
        }
        var texts: [NoticeSubject: LocalizedText] = [:]
        for subject in NoticeSubject.saidByPeople { texts[subject] = value[subject.key].flatMap(text) }
        return NoticeSettings(
            rule: value.text("rule"), audienceRules: map(value["audienceRules"]) { $0.text },
            rules: value["rules"]?.items.compactMap(rule) ?? [], links: links, texts: texts,
            policies: map(value["policies"]) { settings(of: $0) })
    }

    private static func text(_ value: YamlValue) -> LocalizedText? {
        if let text = value.text { return LocalizedText(["": text]) }
        let texts = map(value) { $0.text }
        return texts.isEmpty ? nil : LocalizedText(texts)
    }

    private static func rule(_ value: YamlValue) -> NoticeRule? {
        let period: NoticeRule.Period
        if let days = value.text("days").flatMap({ Int($0) }), days >= 0 {
            period = .days(days)
        } else if let months = value.text("months").flatMap({ Int($0) }), months >= 0 {
            period = .months(months)
        } else {
            return nil
        }
        guard let id = value.text("id") else { return nil }
        let exempt = value["exempt"]?.items.compactMap(\.text) ?? []
        return NoticeRule(
            id: id, period: period,
            required: value["required"]?.items.compactMap { $0.text.flatMap { NoticeSubject(rawValue: $0) } } ?? [],
            exemptClasses: exempt.compactMap { NoticeClass(rawValue: $0) },
            exemptQualities: exempt.compactMap { NoticeQuality(rawValue: $0) }, source: value.text("source"))
    }

    private static func map<Element>(_ value: YamlValue?, _ read: (YamlValue) -> Element?) -> [String: Element] {
        let pairs = (value?.entries ?? []).compactMap { entry in read(entry.value).map { (entry.key, $0) } }
        return Dictionary(pairs) { first, _ in first }
    }
}

extension NoticeSubject {
    /// The key of the subject in settings: the words of its name, run together.
    var key: String { self == .notAffected ? "notAffected" : rawValue }

    fileprivate var meaning: String {
        switch self {
        case .affected: "Who is affected; a text, or one a language."
        case .notAffected: "Who is not affected."
        case .act: "What readers need to do."
        case .deadline: "By when."
        case .silence: "What it means to do nothing."
        case .object: "How to object."
        case .leave: "How to leave, and at what cost."
        case .export: "How to take one's data along."
        default: "What is told of '\(rawValue)'."
        }
    }
}

extension NoticeLinkKind {
    fileprivate var meaning: String {
        switch self {
        case .new: "The new text."
        case .old: "The old text."
        case .redline: "Both texts in one."
        case .versions: "All versions."
        }
    }
}

extension String {
    fileprivate var isWebAddress: Bool {
        (hasPrefix("https://") || hasPrefix("http://")) && !contains(where: \.isWhitespace)
    }
}

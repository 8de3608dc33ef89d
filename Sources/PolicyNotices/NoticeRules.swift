package import PolicyModel

extension NoticeRule {
    /// The rules that come with the tool; the settings may add others, also under these names.
    ///
    /// They are the periods that texts of law and known practice name; whether a law applies to a policy is not for a tool to say.
    package static let presets: [NoticeRule] = [
        NoticeRule(
            id: "eu-p2b", period: .days(15), required: [.leave],
            exemptClasses: [.editorial], exemptQualities: [.legallyRequired, .urgent],
            source: "Regulation (EU) 2019/1150, Article 3(2) to (4)"),
        NoticeRule(
            id: "eu-eecc", period: .months(1), required: [.leave],
            exemptClasses: [.editorial, .clarification, .favourable], exemptQualities: [.legallyRequired],
            source: "Directive (EU) 2018/1972, Article 105(4)"),
        NoticeRule(
            id: "eu-psd2", period: .months(2), required: [.silence, .leave], exemptClasses: [.editorial],
            source: "Directive (EU) 2015/2366, Article 54"),
        NoticeRule(
            id: "gh-30", period: .days(30), exemptClasses: [.editorial, .clarification, .favourable],
            source: "thirty days, as several publishers keep"),
        NoticeRule(id: "none", period: .days(0)),
    ]

    /// Returns the rule of a name: the publisher's own before those that come with the tool; nil where there is none.
    package static func named(_ id: String, in settings: NoticeSettings) -> NoticeRule? {
        settings.rules.last { $0.id == id } ?? presets.first { $0.id == id }
    }

    /// Returns the first day of effect that the rule allows for what was announced on a day.
    package func earliest(after announced: CivilDate) -> CivilDate {
        switch period {
        case .days(let days): announced.adding(days: days)
        case .months(let months): announced.adding(months: months)
        }
    }
}

extension AppliedRule {
    /// Applies a rule to a change that was announced on a day.
    ///
    /// - Parameters:
    ///   - classification: The class and what people say beside it.
    ///   - published: The day of announcement; nil where unknown, and then no earliest day is known.
    ///   - effective: The days to hold against it.
    package init(
        _ rule: NoticeRule, to classification: Classification, published: CivilDate?, effective: [EffectiveDay]
    ) {
        let exemption =
            rule.exemptClasses.contains(max(classification.value, classification.computed))
            ? max(classification.value, classification.computed).rawValue
            : classification.qualities.first { rule.exemptQualities.contains($0) }?.rawValue
        let earliest = exemption == nil ? published.map(rule.earliest(after:)) : nil
        self.init(
            rule: rule, earliest: earliest, exemption: exemption,
            tooEarly: effective.filter { day in
                guard let earliest, let day = day.day else { return false }
                return day < earliest
            })
    }
}

internal import PolicyDiff
internal import PolicyModel
internal import PolicyQueries

/// Writes notices in one language for one recipient.
struct NoticeWriter {
    let options: NoticeOptions
    let phrasing: Phrasing

    var catalogue: Catalogue { phrasing.catalogue }
    var locale: any NoticeLocale { options.locale }

    init(_ options: NoticeOptions) throws(NoticeError) {
        guard let catalogue = Catalogue.named(options.locale.language) else {
            throw .unknownLanguage(options.locale.language)
        }
        self.options = options
        self.phrasing = Phrasing(
            catalogue: catalogue, locale: options.locale,
            isLanguageOfTexts: !Self.isOther(options.languageOfTexts ?? options.settings.languages.first, catalogue))
    }

    /// Whether a language of texts is another than that of the notice; one that is not known is not.
    private static func isOther(_ language: String?, _ catalogue: Catalogue) -> Bool {
        language.map { Catalogue.named($0)?.language != catalogue.language } ?? false
    }

    /// The language of a policy's text: as the text states it, else as the settings do; nil where it is the notice's, or not known.
    private func otherLanguage(of policy: PolicyName) -> String? {
        let stated =
            options.contents[policy.id]?.document.language ?? options.languageOfTexts
            ?? options.settings.languages.first
        return Self.isOther(stated, catalogue) ? stated : nil
    }

    /// The permanent name of the notice of some differences.
    static func id(of differences: [Difference]) -> String {
        differences.map { difference in
            let policy = difference.policy?.id.text ?? "policy"
            guard let to = difference.to?.label else { return policy }
            return "\(policy)/\(to)"
        }.joined(separator: "+")
    }

    /// Returns the part of one policy of which two versions differ.
    func policy(_ difference: Difference) throws(NoticeError) -> PolicyNotice {
        try policy(
            difference.policy ?? PolicyName(id: "policy", title: "policy"), from: difference.from, to: difference.to,
            versions: [difference.to].compactMap { $0 }, changes: difference.comparison)
    }

    /// Returns the part of one policy of a digest.
    func policy(_ news: PolicyNews) throws(NoticeError) -> PolicyNotice {
        try policy(
            news.policy, from: news.from, to: news.to, versions: news.versions + [news.to].compactMap { $0 },
            changes: news.comparison)
    }

    private func policy(
        _ policy: PolicyName, from: Version?, to: Version?, versions: [Version], changes comparison: Comparison
    ) throws(NoticeError) -> PolicyNotice {
        let effective = to.map { days(of: $0) } ?? []
        let other = otherLanguage(of: policy)
        let phrasing = Phrasing(catalogue: catalogue, locale: locale, isLanguageOfTexts: other == nil)
        let pair = other == nil ? nil : options.translations[policy.id]
        // One version's reason is told once for all it changed; where several versions brought the changes, each with its own.
        let isOfOneVersion = comparison.changes.allSatisfy { $0.introducedIn == nil || $0.introducedIn == to?.label }
        let reasons =
            isOfOneVersion ? [] : versions.compactMap { version in version.reason.map { (version.label, $0) } }
        let maker = PointMaker(
            phrasing: phrasing, policy: policy, evidence: reader(of: policy, comparison),
            reasons: Dictionary(reasons) { $1 },
            bound: bound(by: options.contents[policy.id]?.rules),
            anchors: options.contents[policy.id].map { HeadingAnchors($0.document) },
            days: days(of: options.contents[policy.id]?.rules, besides: effective),
            rendering: pair.map {
                Rendering(pair: $0, words: SentenceReader(language: locale.language))
            }, languageOfText: other)
        let isUntold = comparison.findings.contains { ["text-missing", "language-changed"].contains($0.id) }
        let event: PolicyNotice.Event =
            switch (from, to) {
            case (nil, .some): .new
            case (.some, nil): .ended
            default: isUntold ? .untold : .changed
            }
        // What stands for two texts that could not be compared is no change of wording.
        let changes = isUntold ? [] : comparison.changes
        let said = options.statement
        let classification = Classification(
            // A policy that comes or goes as a whole gives and takes: rights and duties, promises and bans.
            computed: event == .changed ? NoticeClass(of: changes) : .mixed, stated: said?.stated,
            qualities: said?.qualities ?? [], reason: said?.reason)
        let applied = try rule(for: policy, classification, published: to?.published, effective)
        let told = ReasonsOnce(maker.groups(changes), of: versions, phrasing)
        let groups = told.groups
        let wordingOnly = maker.wordingOnly(changes)
        let points = groups.flatMap(\.points) + [wordingOnly].compactMap { $0 }
        let isRewritten = comparison.findings.contains { $0.id == "document-rewritten" }
        let name = pair?.after?.title.map { PolicyName(id: policy.id, title: $0, heading: policy.heading) } ?? policy
        return PolicyNotice(
            policy: name, from: from.map(VersionReference.init), to: to.map(VersionReference.init), event: event,
            effective: effective, published: to?.published, zone: options.settings.timeZone,
            classification: classification, direction: comparison.direction,
            languageOfText: other,
            summary: summary(name, from: from, to: to, event, effective, points, isRewritten: isRewritten),
            overview: maker.isLong(changes) ? maker.overview(groups) { self.counts($0) } : [], groups: groups,
            wordingOnly: wordingOnly,
            facts: facts(
                policy, to: to, effective, applied, why: isOfOneVersion ? reason(of: to, pair, phrasing) : told.shared),
            links: links(policy, from: from, to: to), rule: applied)
    }

    /// Why a version exists: as its translation says, else in the words of its text.
    private func reason(of version: Version?, _ pair: TranslatedPair?, _ phrasing: Phrasing) -> String? {
        if let own = pair?.after?.reason { return Quotation.flat(own) }
        return version?.reason.map(phrasing.reason)
    }

    /// What reads the sentences of a policy's texts, in their language: the one that is stated, else the one that they show.
    private func reader(of policy: PolicyName, _ comparison: Comparison) -> SentenceReader {
        let stated = options.contents[policy.id]?.document.language ?? options.languageOfTexts
        return SentenceReader(
            language: stated ?? options.settings.languages.first,
            tellingFrom: comparison.changes.flatMap { [$0.before?.text, $0.after?.text].compactMap { $0 } })
    }

    /// The days that the recipient is told: their audience's where it has one, else everybody's and those of all audiences.
    private func days(of version: Version) -> [EffectiveDay] {
        func day(_ audience: String?, _ day: CivilDate?) -> EffectiveDay {
            EffectiveDay(audience: audience, day: day, text: day.map(locale.date))
        }
        let dates = version.effective
        let wanted = options.recipient.audience ?? "\(options.recipient.reader.rawValue)-users"
        if let own = dates.audiences.first(where: { $0.name == wanted }) { return [day(own.name, own.date)] }
        if options.recipient.audience != nil { return [day(nil, dates.standard)] }
        return [day(nil, dates.standard)]
            + dates.audiences.filter { !["existing-users", "new-users"].contains($0.name) }.map {
                day($0.name, $0.date)
            }
    }

    /// The days from which single rules apply, by rule, where they are not those of the version.
    private func days(of rules: RuleSet?, besides effective: [EffectiveDay]) -> [String: CivilDate] {
        let own = Set(effective.compactMap(\.day))
        let days = (rules?.rules ?? []).compactMap { rule in rule.effective.map { (rule.id, $0) } }
        return Dictionary(days.filter { !own.contains($0.1) }) { first, _ in first }
    }

    /// Whom single rules bind, by rule, where it is neither every reader nor the publisher.
    private func bound(by rules: RuleSet?) -> [String: String] {
        let known: Set<String> = ["publisher", "users", "user", "readers", "reader", "everyone", "everybody"]
        let own = (rules?.rules ?? []).compactMap { rule in
            rule.assignee.flatMap { known.contains($0.lowercased()) ? nil : (rule.id, $0) }
        }
        return Dictionary(own) { first, _ in first }
    }

    private func rule(
        for policy: PolicyName, _ classification: Classification, published: CivilDate?, _ effective: [EffectiveDay]
    ) throws(NoticeError) -> AppliedRule? {
        let settings = options.settings.notices.settings(for: policy.id)
        let audience = options.recipient.audience
        guard let id = audience.flatMap({ settings.audienceRules[$0] }) ?? settings.rule else { return nil }
        guard let rule = NoticeRule.named(id, in: settings) else {
            throw .unknownRule(id, known: (settings.rules + NoticeRule.presets).map(\.id))
        }
        return AppliedRule(rule, to: classification, published: published, effective: effective)
    }
}

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
        let language = options.languageOfTexts ?? options.settings.languages.first
        self.phrasing = Phrasing(
            catalogue: catalogue, locale: options.locale,
            isLanguageOfTexts: language == nil || Catalogue.named(language ?? "")?.language == catalogue.language)
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
            changes: difference.comparison)
    }

    /// Returns the part of one policy of a digest.
    func policy(_ news: PolicyNews) throws(NoticeError) -> PolicyNotice {
        try policy(news.policy, from: news.from, to: news.to, changes: news.comparison)
    }

    private func policy(
        _ policy: PolicyName, from: Version?, to: Version?, changes comparison: Comparison
    ) throws(NoticeError) -> PolicyNotice {
        let maker = PointMaker(phrasing: phrasing, policy: policy)
        let event: PolicyNotice.Event =
            switch (from, to) {
            case (nil, .some): .new
            case (.some, nil): .ended
            default: .changed
            }
        let changes = comparison.changes
        let effective = to.map { days(of: $0) } ?? []
        let classification = Classification(computed: event == .changed ? NoticeClass(of: changes) : .clarification)
        let applied = try rule(for: policy, classification, published: to?.published, effective)
        let part = PolicyNotice(
            policy: policy, from: from.map(VersionReference.init), to: to.map(VersionReference.init), event: event,
            effective: effective, published: to?.published, zone: options.settings.timeZone,
            classification: classification, direction: comparison.direction,
            summary: summary(policy, from: from, to: to, event, effective, changes), groups: maker.groups(changes),
            wordingOnly: maker.wordingOnly(changes),
            facts: facts(policy, to: to, effective, applied), links: links(policy, from: from, to: to), rule: applied)
        return part
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

    // MARK: Sentences

    /// At most three sentences: which version applies from when, and what it is for the reader.
    private func summary(
        _ policy: PolicyName, from: Version?, to: Version?, _ event: PolicyNotice.Event, _ effective: [EffectiveDay],
        _ changes: [Change]
    ) -> [String] {
        var values = ["title": Quotation.flat(policy.title), "old": from?.label ?? "", "label": to?.label ?? ""]
        let day = effective.compactMap(\.text).first
        switch event {
        case .new:
            values["date"] = day
            return [catalogue.text(day == nil ? "sentences/new-undated" : "sentences/new", values)]
        case .ended: return [catalogue.text("sentences/ended", values)]
        case .changed: break
        }
        if changes.isEmpty { return [catalogue.text("sentences/nothing")] }
        let key: String
        if from?.label == to?.label {
            key = "sentences/again"
        } else if let day {
            key = "sentences/applies"
            values["date"] = day
        } else if let published = to?.published {
            key = "sentences/announced"
            values["date"] = locale.date(published)
        } else {
            key = "sentences/applies-undated"
        }
        return [catalogue.text(key, values), balance(changes)]
    }

    /// The sentence that counts the points by what they are for the reader.
    private func balance(_ changes: [Change]) -> String {
        let told = changes.filter { $0.significance > .editorial }
        if told.isEmpty { return catalogue.text("sentences/only-editorial") }
        let parts = [Direction.stricter, .looser, .neutral, .unclear].compactMap { direction -> String? in
            let count = told.count { $0.direction == direction }
            return count == 0 ? nil : catalogue.text("sentences/\(direction.rawValue)", count: count, locale)
        }
        return catalogue.text("sentences/balance", ["parts": phrasing.list(parts)])
    }

    private func label(_ subject: NoticeSubject) -> String { catalogue.text("facts/\(subject.rawValue)") }

    private func facts(
        _ policy: PolicyName, to: Version?, _ effective: [EffectiveDay], _ applied: AppliedRule?
    ) -> [NoticeFact] {
        guard let to else { return [] }
        let settings = options.settings.notices.settings(for: policy.id)
        var facts: [NoticeFact] = []
        func add(_ subject: NoticeSubject, _ text: String?, day: CivilDate? = nil) {
            guard let text, !text.isEmpty else { return }
            facts.append(NoticeFact(subject: subject, label: label(subject), text: text, day: day))
        }
        if effective.contains(where: { $0.day != nil }) {
            let days = effective.map { day -> String in
                let key =
                    "sentences/day" + (day.audience == nil ? "" : "-audience") + (day.day == nil ? "-unknown" : "")
                return catalogue.text(key, ["date": day.text ?? "", "audience": day.audience ?? ""])
            }
            let text = catalogue.text(
                "sentences/days-zone", ["days": days.joined(separator: "; "), "zone": options.settings.timeZone])
            add(.effective, text, day: effective.compactMap(\.day).min())
        }
        add(.published, to.published.map(locale.date), day: to.published)
        add(.why, to.reason.map(Quotation.flat))
        for subject in NoticeSubject.saidByPeople {
            let isForNewcomers = options.recipient.reader == .new
            // Whoever meets the policy now has nothing to object to or to leave.
            if isForNewcomers, [.silence, .object, .leave, .export, .deadline].contains(subject) { continue }
            add(subject, settings.texts[subject]?.text(in: locale.language))
        }
        if let published = to.published, let day = effective.compactMap(\.day).min(), day < published {
            add(
                .retroactive,
                catalogue.text(
                    "sentences/retroactive", ["published": locale.date(published), "effective": locale.date(day)]))
        }
        if let applied, let earliest = applied.earliest { add(.period, period(applied.rule, earliest), day: earliest) }
        return facts
    }

    private func period(_ rule: NoticeRule, _ earliest: CivilDate) -> String? {
        let values = ["rule": rule.source ?? rule.id, "date": locale.date(earliest)]
        switch rule.period {
        case .days(0): return nil
        case .days(let count): return catalogue.text("sentences/period-days", count: count, locale, values)
        case .months(let count): return catalogue.text("sentences/period-months", count: count, locale, values)
        }
    }

    private func links(_ policy: PolicyName, from: Version?, to: Version?) -> [NoticeLink] {
        let settings = options.settings.notices.settings(for: policy.id)
        return NoticeLinkKind.allCases.compactMap { kind in
            guard let pattern = settings.links[kind] else { return nil }
            if kind == .old || kind == .redline, from == nil { return nil }
            if kind != .versions, to == nil { return nil }
            let values = [
                "policy": policy.id.text, "version": to?.label ?? "", "old": from?.label ?? "",
                "language": locale.language,
            ].mapValues(Self.escaped)
            let url = Catalogue.fill(pattern, values)
            return NoticeLink(kind: kind, label: catalogue.text("links/\(kind.rawValue)"), url: url)
        }
    }

    /// Percent-escapes a label for a path of an address (RFC 3986, 2.3); the slashes of an id stay.
    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        return String(
            decoding: text.utf8.flatMap { byte -> [UInt8] in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: [byte]
                default: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                }
            }, as: UTF8.self)
    }

    // MARK: The whole

    /// Returns the notice of finished parts.
    func notice(of policies: [PolicyNotice], id: String) -> Notice {
        let summary = policies.count == 1 ? policies[0].summary : []
        return Notice(
            id: id, language: locale.language, publisher: options.settings.publisher, recipient: options.recipient,
            headline: headline(policies), summary: summary,
            category: policies.map(\.classification.value).max() ?? .editorial, policies: policies,
            facts: commonFacts(), wanted: wanted(policies), labels: labels())
    }

    /// Returns the digest of a reader who was away.
    func digest(of policies: [PolicyNotice], _ answer: SinceAnswer) -> Notice {
        func day(_ when: When) -> String {
            switch when {
            case .day(let day): locale.date(day)
            case .moment(let moment): locale.date(moment.utcDay)
            }
        }
        let values = ["from": day(answer.since), "until": day(answer.until), "to": day(answer.until)]
        let count = policies.count
        let summary =
            count == 0
            ? [catalogue.text("sentences/nothing-between", values)]
            : [catalogue.text("sentences/news", count: count, locale, values)]
        return Notice(
            id: "since/\(answer.since)..\(answer.until)", language: locale.language,
            publisher: options.settings.publisher, recipient: options.recipient, headline: headline(policies),
            summary: summary, category: policies.map(\.classification.value).max() ?? .editorial, policies: policies,
            facts: commonFacts(), wanted: wanted(policies), labels: labels())
    }

    private func headline(_ policies: [PolicyNotice]) -> String {
        guard let first = policies.first else { return catalogue.text("sentences/headline-several-nothing") }
        if policies.count > 1 {
            let titles = policies.prefix(3).map { phrasing.quote(Quotation.flat($0.policy.title)) }
            let more = policies.count - titles.count
            let rest = more > 0 ? [catalogue.text("sentences/further-policies", count: more, locale)] : []
            return catalogue.text("sentences/headline-several", ["titles": phrasing.list(titles + rest)])
        }
        var values = ["title": Quotation.flat(first.policy.title)]
        if first.event != .changed { return catalogue.text("sentences/headline-\(first.event.rawValue)", values) }
        let told = first.groups.flatMap(\.points)
        guard let leading = told.first(where: { $0.significance == .material }) ?? told.first else {
            let key = first.wordingOnly == nil ? "sentences/headline-nothing" : "sentences/headline-editorial"
            return catalogue.text(key, values)
        }
        values["point"] = leading.short
        if told.count == 1 { return catalogue.text("sentences/headline", values) }
        values["more"] = catalogue.text("labels/more", count: told.count - 1, locale)
        return catalogue.text("sentences/headline-more", values)
    }

    private func commonFacts() -> [NoticeFact] {
        var facts: [NoticeFact] = []
        if let contact = options.settings.contact.map(Quotation.flat), !contact.isEmpty {
            facts.append(NoticeFact(subject: .contact, label: label(.contact), text: contact))
        }
        let languages = options.settings.languages
        if let controlling = languages.first, languages.count > 1 {
            let text = catalogue.text(
                "sentences/languages",
                [
                    "languages": phrasing.list(languages.map(locale.name(ofLanguage:))),
                    "controlling": locale.name(ofLanguage: controlling),
                ])
            facts.append(NoticeFact(subject: .languages, label: label(.languages), text: text))
        }
        return facts
    }

    /// What nobody has said and a complete notice of substantive changes would say.
    private func wanted(_ policies: [PolicyNotice]) -> [Wanted] {
        policies.flatMap { part -> [Wanted] in
            guard part.classification.value > .editorial, part.event == .changed else { return [] }
            let said = Set(part.facts.map(\.subject))
            var subjects: [NoticeSubject] = []
            if !said.contains(.effective) { subjects.append(.effective) }
            if !said.contains(.why) { subjects.append(.why) }
            subjects += NoticeSubject.saidByPeople.filter { !said.contains($0) && $0 != .deadline && $0 != .export }
            return subjects.map { Wanted(policy: part.policy.id, subject: $0, question: Wanted.question($0)) }
        }
    }

    private func labels() -> NoticeLabels {
        func label(_ key: String) -> String { catalogue.text("labels/\(key)") }
        var more: [PluralCategory: String] = [:]
        for category in PluralCategory.allCases { more[category] = catalogue["labels/more.\(category.rawValue)"] }
        return NoticeLabels(
            colon: label("colon"), changes: label("changes"), was: label("was"), now: label("now"),
            place: label("place"), why: label("why"),
            version: label("version"), links: label("links"), more: more, amended: label("amended"),
            digest: label("digest"), unsubscribe: label("unsubscribe"), takesEffect: label("takes-effect"))
    }
}

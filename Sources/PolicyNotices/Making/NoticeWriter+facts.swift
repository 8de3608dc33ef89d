internal import PolicyDiff
internal import PolicyModel
internal import PolicyQueries

extension NoticeWriter {
    /// What to call a fact.
    func label(_ subject: NoticeSubject) -> String { catalogue.text("facts/\(subject.rawValue)") }

    /// What readers are told beside the changes of one policy.
    func facts(
        _ policy: PolicyName, to: Version?, _ effective: [EffectiveDay], _ applied: AppliedRule?, why: String?
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
                return catalogue.text(
                    key, ["date": day.text ?? "", "audience": day.audience.map(phrasing.audience) ?? ""])
            }
            let text = catalogue.text(
                "sentences/days-zone", ["days": days.joined(separator: "; "), "zone": options.settings.timeZone])
            add(.effective, text, day: effective.compactMap(\.day).min())
        }
        add(.published, to.published.map(locale.date), day: to.published)
        add(.why, why)
        for subject in NoticeSubject.saidByPeople {
            let isForNewcomers = options.recipient.reader == .new
            // Whoever meets the policy now has nothing to object to or to leave.
            if isForNewcomers, [.silence, .object, .leave, .export, .deadline].contains(subject) { continue }
            let text = settings.texts[subject]?.text(in: locale.language).map(Quotation.flat)
            let day = subject == .deadline ? text.flatMap { NoticeFact.day(in: $0, language: locale.language) } : nil
            add(subject, text, day: day)
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
}

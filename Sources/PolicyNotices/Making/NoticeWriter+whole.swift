internal import PolicyDiff
internal import PolicyModel
internal import PolicyQueries

extension NoticeWriter {
    /// Returns the notice of finished parts.
    func notice(of policies: [PolicyNotice], id: String) -> Notice {
        let summary = policies.count == 1 ? policies[0].summary : []
        return Notice(
            id: id, language: locale.language, publisher: options.settings.publisher, recipient: options.recipient,
            headline: headline(policies), summary: summary,
            category: policies.map(\.classification.value).max() ?? .editorial, policies: policies,
            amendment: options.statement?.amends.map(amendment), facts: commonFacts(policies), wanted: wanted(policies),
            labels: labels())
    }

    private func amendment(_ amends: NoticeAmends) -> Amendment {
        Amendment(
            digest: amends.digest, explanation: amends.explanation,
            sentence: catalogue.text("sentences/amends", ["explanation": Quotation.flat(amends.explanation)]))
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
            facts: commonFacts(policies), wanted: wanted(policies), labels: labels())
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
        // Of very many changes the first thing to know is that a section came or went.
        let section = first.overview.isEmpty ? nil : told.first(where: \.isOfSections)
        guard let leading = section ?? told.first(where: { $0.significance == .material }) ?? told.first else {
            let key = first.wordingOnly == nil ? "sentences/headline-nothing" : "sentences/headline-editorial"
            return catalogue.text(key, values)
        }
        values["point"] = leading.short.prefix(1).lowercased() + leading.short.dropFirst()
        let count = told.counted.count
        if count == 1 { return catalogue.text("sentences/headline", values) }
        values["more"] = catalogue.text("labels/more", count: count - 1, locale)
        return catalogue.text("sentences/headline-more", values)
    }

    private func commonFacts(_ policies: [PolicyNotice]) -> [NoticeFact] {
        var facts: [NoticeFact] = []
        if let contact = options.settings.contact.map(Quotation.flat), !contact.isEmpty {
            facts.append(NoticeFact(subject: .contact, label: label(.contact), text: contact))
        }
        let languages = options.settings.languages
        var sentences: [String] = []
        if let controlling = languages.first, languages.count > 1 {
            sentences.append(
                catalogue.text(
                    "sentences/languages",
                    [
                        "languages": phrasing.list(languages.map(locale.name(ofLanguage:))),
                        "controlling": locale.name(ofLanguage: controlling),
                    ]))
        }
        sentences += quotations(of: policies, isControlSaid: !sentences.isEmpty)
        if !sentences.isEmpty {
            facts.append(
                NoticeFact(
                    subject: .languages, label: label(.languages), text: sentences.joined(separator: " ")))
        }
        return facts
    }

    /// In which language the quoted words are, and which text controls where some of them are a translation's.
    private func quotations(of policies: [PolicyNotice], isControlSaid: Bool) -> [String] {
        let quoted = policies.flatMap { $0.groups.flatMap(\.points) }.compactMap(\.quotations)
        let known = policies.compactMap(\.languageOfText).first
        let language = quoted.first { !$0.isTranslation }?.language ?? known
        guard let language else { return [] }
        let values = ["language": locale.name(ofLanguage: language)]
        let isTranslated = quoted.contains(where: \.isTranslation)
        let isMixed = isTranslated && quoted.contains { !$0.isTranslation }
        let key = isMixed ? "quotations-mixed" : isTranslated ? "quotations-translated" : "quotations"
        var sentences = [catalogue.text("sentences/\(key)", values)]
        if isTranslated, !isControlSaid { sentences.append(catalogue.text("sentences/controls", values)) }
        return sentences
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
}

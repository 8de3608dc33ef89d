internal import PolicyModel

extension NoticeFile {
    /// Returns a generated notice with the words that people gave it in the file, and without what they took out.
    ///
    /// - Parameter notice: The notice of one policy, generated with the file's statement.
    package func applied(to notice: Notice) -> Notice {
        guard notice.policies.count == 1, let catalogue = Catalogue.named(notice.language) else { return notice }
        let written = Dictionary(units.map { ($0.key, $0) }) { first, _ in first }
        let part = notice.policies[0]
        func has(_ fact: NoticeFact) -> Bool { written[.fact(fact)] != nil }
        func edited(_ fact: NoticeFact) -> NoticeFact {
            guard let unit = written[.fact(fact)], unit.isEdited else { return fact }
            let written = PeopleText.fact(unit.markdown, catalogue)
            return NoticeFact(
                subject: fact.subject, label: fact.label, text: written?.text ?? PeopleText.plain(unit.markdown),
                markdown: written == nil ? PeopleText.markup(unit.markdown) : written?.markdown, day: fact.day)
        }
        let groups = part.groups.compactMap { group -> PointGroup? in
            let points = group.points.compactMap { point in written[.point(point)].map { point.reading($0) } }
            let title = written[.group(group.meaning)].flatMap { $0.isEdited ? PeopleText.heading($0.markdown) : nil }
            return points.isEmpty
                ? nil : PointGroup(meaning: group.meaning, title: title ?? group.title, points: points)
        }
        let (facts, additions) = writings(besides: catalogue)
        let own = part.facts.filter { has($0) && facts[$0.subject] == nil }.map(edited)
        let all = own + facts.values.filter { $0.subject != .contact && $0.subject != .languages }
        let overview = part.overview.enumerated().compactMap { place, line in
            written[.overview(place + 1)].map { $0.isEdited ? PeopleText.point($0.markdown, place: nil) : line }
        }
        let summary = written[.summary].map { unit in
            unit.isEdited ? [PeopleText.plain(unit.markdown)] : part.summary
        }
        return Notice(
            id: notice.id, language: notice.language, publisher: notice.publisher, recipient: notice.recipient,
            summaryMarkdown: written[.summary].flatMap { $0.isEdited ? PeopleText.markup($0.markdown) : nil },
            headline: written[.headline].flatMap { $0.isEdited ? PeopleText.heading($0.markdown) : nil }
                ?? notice.headline,
            summary: summary ?? [], category: notice.category,
            policies: [
                PolicyNotice(
                    policy: part.policy, from: part.from, to: part.to, event: part.event, effective: part.effective,
                    published: part.published, zone: part.zone, classification: part.classification,
                    direction: part.direction, languageOfText: part.languageOfText, summary: summary ?? [],
                    overview: overview, groups: groups,
                    wordingOnly: part.wordingOnly.flatMap { point in
                        written[.editorial].map { point.reading($0) }
                    },
                    facts: all.sorted { $0.subject.place < $1.subject.place },
                    links: part.links.filter { written[.link($0)] != nil }, rule: part.rule)
            ],
            amendment: notice.amendment,
            facts: notice.facts.filter { has($0) && facts[$0.subject] == nil }.map(edited)
                + facts.values.filter { $0.subject == .contact || $0.subject == .languages }
                .sorted { $0.subject.place < $1.subject.place },
            additions: additions, wanted: notice.wanted.filter { facts[$0.subject] == nil }, labels: notice.labels)
    }

    /// What people wrote between the generated parts: facts under their labels, and other paragraphs.
    func writings(besides catalogue: Catalogue) -> (facts: [NoticeSubject: NoticeFact], additions: [Addition]) {
        var facts: [NoticeSubject: NoticeFact] = [:]
        var additions: [Addition] = []
        var last = ""
        for part in parts {
            switch part {
            case .unit(let unit): last = unit.key.place
            case .people(let text, _):
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !Self.isAside($0) }
                for paragraph in lines.split(whereSeparator: { $0.allSatisfy(\.isWhitespace) }) {
                    let markdown = paragraph.joined(separator: "\n")
                    if let fact = PeopleText.fact(markdown, catalogue) {
                        facts[fact.subject] = fact
                    } else {
                        additions.append(Addition(after: last, markdown: markdown))
                    }
                }
            }
        }
        return (facts, additions)
    }
}

extension NoticeKey {
    /// The part as an addition names it: a point by the first of its changes.
    fileprivate var place: String {
        if let change = changes.first { return "change:\(change)" }
        return description.replacing("/", with: ":")
    }
}

extension NoticePoint {
    /// The point in the words that it has in a file.
    fileprivate func reading(_ unit: NoticeFile.Unit) -> NoticePoint {
        guard unit.isEdited else { return self }
        return NoticePoint(
            changes: changes, text: PeopleText.point(unit.markdown, place: place),
            markdown: PeopleText.markup(PeopleText.bare(unit.markdown, place: place)), generated: generated,
            short: short, place: place, anchor: anchor, why: why, direction: direction,
            quotations: quotations)
    }
}

extension NoticeSubject {
    /// Its place in the order in which facts are shown.
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

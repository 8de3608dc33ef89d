import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyParsing
import PolicyQueries
import PolicyRendering

/// Returns the parsed text and rules of a version.
func content(_ markdown: String, rules: String? = nil) -> PolicyContent {
    let parsed = parseDocument(Array(markdown.utf8), path: "policy.md", layout: .documents)
    return PolicyContent(
        document: parsed.document, rules: rules.flatMap { parseRules(Array($0.utf8), path: "rules.yaml").rules })
}

/// Returns a version as the queries give it.
func version(
    _ label: String, effective: String? = nil, audiences: [String: String] = [:], published: String? = nil,
    reason: String? = nil, number: UInt64 = 1, state: VersionState = .inForce
) -> Version {
    let id = ObjectID(high: number, middle: 0, low: 0)
    return Version(
        policy: "rules-of-the-club", label: label,
        record: PolicyRecord(
            commit: id, recorded: Instant(secondsSinceEpoch: 1_700_000_000), path: "rules-of-the-club/policy.md",
            text: id),
        published: published.flatMap { CivilDate(iso: $0) },
        effective: EffectiveDates(
            standard: effective.flatMap { CivilDate(iso: $0) },
            audiences: audiences.map { EffectiveDates.Audience(name: $0.key, date: CivilDate(iso: $0.value)) }),
        reason: reason, state: state)
}

/// Returns what differs between two texts, as versions 1 and 2 of a policy.
func difference(
    _ before: String, _ after: String, from: Version? = version("1", number: 1),
    to: Version? = version("2", effective: "2026-09-01", published: "2026-07-01", reason: "Members asked.", number: 2)
) -> Difference {
    Difference(
        policy: PolicyName(id: "rules-of-the-club", title: "Rules of the club"), from: from, to: to,
        comparison: compare(content(before), content(after)))
}

/// Returns the notice of a difference.
func notice(
    _ difference: Difference, language: String = "en", reader: Recipient = Recipient(), settings: Settings = Settings(),
    statement: NoticeStatement? = nil
) throws -> Notice {
    try Notice(
        of: [difference],
        NoticeOptions(
            locale: FoundationLocale(language), recipient: reader, settings: settings, statement: statement,
            languageOfTexts: "en"))
}

extension Notice {
    /// The sentences under a heading.
    func sentences(_ meaning: Meaning) -> [String] {
        policies.flatMap(\.groups).filter { $0.meaning == meaning }.flatMap(\.points).map(\.text)
    }

    /// Everything that readers read.
    var words: [String] {
        var texts = [headline]
        for part in policies {
            texts += part.summary
            for group in part.groups {
                texts.append(group.title)
                for point in group.points { texts += [point.text, point.place ?? ""] }
            }
            texts.append(part.wordingOnly?.text ?? "")
            for fact in part.facts { texts += [fact.label, fact.text] }
        }
        for fact in facts { texts += [fact.label, fact.text] }
        return texts.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    }
}

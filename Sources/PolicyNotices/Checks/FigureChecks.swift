internal import PolicyDiff
internal import PolicyLanguage
internal import PolicyModel

extension NoticeCheck {
    /// Dates in what people write are those of the version.
    static let dates = NoticeCheck(
        "N012", meaning: "Dates in what people write are those of the version.",
        example: "“from 1 October” where the version says 1 September."
    ) { notice in
        let known = NoticeFigures.knownDates(notice)
        let own = NoticeFigures.ownDates(notice)
        // The line that tells what replaces what names both versions by their labels, which may be days.
        let labels = [notice.part.to, notice.part.from].compactMap { $0.flatMap { CivilDate(iso: $0.label) } }
        return notice.written.flatMap { written -> [Finding] in
            // By when people have to act is for people to say.
            if written.subject(notice) == .deadline { return [] }
            let figures = FiguresInText(PeopleText.plain(written.text), language: notice.generated.language)
            return figures.dates.compactMap { date in
                guard let date else {
                    return notice.finding(
                        "N012", .warning, line: written.line, "A date here can be read two ways, or names no day.",
                        fix: "Write the day with the name of its month, and the year.")
                }
                // When the version takes effect is told with its own days, whatever other days its text names.
                let allowed =
                    switch written.key {
                    case .headline, .summary: own.union(labels)
                    case NoticeKey("fact/effective"): own
                    default: known
                    }
                if allowed.contains(date) { return nil }
                return notice.finding(
                    "N012", .error, line: written.line,
                    "The notice names \(date), which is no date of version \(notice.version.label): \(notice.own(own)).",
                    fix: "Write a date of the version, or change the version's dates first.")
            }
        }
    }

    /// Numbers in what people write stand in the texts.
    static let numbers = NoticeCheck(
        "notice-number-differs", meaning: "Numbers in what people write stand in the old or the new text.",
        example: "“21 days” where no text says 21."
    ) { notice in
        let known = NoticeFigures.knownNumbers(notice)
        return notice.written.flatMap { written -> [Finding] in
            // How to reach or leave the publisher has figures of its own; there a strange one is only remarked on.
            let subject = written.key == nil ? written.subject(notice) : nil
            let severity: Finding.Severity = subject == nil || subject == .why ? .error : .warning
            return NoticeFigures.numbers(in: PeopleText.plain(written.text), notice).filter { !known.contains($0) }.map
            {
                number in
                notice.finding(
                    "notice-number-differs", severity, line: written.line,
                    "The notice names \(number), which stands neither in the text nor in the rules.",
                    fix: "Write the number that the version states, or waive notice-number-differs with a reason.")
            }
        }
    }
}

/// The figures of a notice and of the texts it tells of.
enum NoticeFigures {
    static func numbers(in text: String, _ notice: CheckedNotice) -> [String] {
        FiguresInText(withoutAddresses(text), language: notice.generated.language).numbers
    }

    /// The days on which the version is announced and takes effect.
    static func ownDates(_ notice: CheckedNotice) -> Set<CivilDate> {
        Set(notice.part.effective.compactMap(\.day) + [notice.part.published].compactMap { $0 })
    }

    /// The days of the version and those that its texts name.
    static func knownDates(_ notice: CheckedNotice) -> Set<CivilDate> {
        let part = notice.part
        var days = part.effective.compactMap(\.day) + part.facts.compactMap(\.day)
        days += [part.to, part.from].compactMap { $0 }.flatMap { version in
            [version.published, version.effective.standard, CivilDate(iso: version.label)].compactMap { $0 }
                + version.effective.audiences.compactMap(\.date)
        }
        if let earliest = part.rule?.earliest { days.append(earliest) }
        for content in [notice.before, notice.after] {
            days += (content?.rules?.rules ?? []).compactMap(\.effective)
        }
        for text in texts(notice) { days += FiguresInText(text, language: nil).dates.compactMap { $0 } }
        return Set(days)
    }

    /// By how much figures changed: "by 5 euros, to 25".
    static func differences(of changes: [Change], _ notice: CheckedNotice) -> Set<String> {
        let pairs = changes.flatMap(\.quantities).compactMap { quantity -> Int? in
            guard let old = quantity.before.flatMap({ numbers(in: $0, notice).first }).flatMap({ Int($0) }),
                let new = quantity.after.flatMap({ numbers(in: $0, notice).first }).flatMap({ Int($0) })
            else { return nil }
            return abs(old - new)
        }
        return Set(pairs.map(String.init))
    }

    /// The numbers that the notice as generated, and the texts, name.
    static func knownNumbers(_ notice: CheckedNotice) -> Set<String> {
        var known: Set<String> = []
        for unit in notice.units { known.formUnion(numbers(in: PeopleText.plain(unit.markdown), notice)) }
        for text in texts(notice) { known.formUnion(numbers(in: text, notice)) }
        known.formUnion(differences(of: notice.part.points.flatMap(\.changes), notice))
        for version in [notice.part.to, notice.part.from].compactMap({ $0 }) {
            known.formUnion(numbers(in: version.label, notice))
        }
        return known
    }

    private static func texts(_ notice: CheckedNotice) -> [String] {
        [notice.before, notice.after].compactMap { $0 }.flatMap { content in
            content.document.sections.map(\.heading) + content.document.clauses.map(\.text)
                + (content.rules?.words ?? [])
        }
    }

    /// The text without addresses of pages and people: their digits are no figures.
    private static func withoutAddresses(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).filter { !$0.contains("://") && !$0.contains("@") }
            .joined(separator: " ")
    }
}

extension CheckedNotice.Written {
    /// What the text tells, where it is a paragraph under the label of a fact.
    fileprivate func subject(_ notice: CheckedNotice) -> NoticeSubject? {
        notice.catalogue.flatMap { PeopleText.fact(text, $0) }?.subject
    }
}

extension RuleSet {
    /// The words of its rules, for looking figures and quotations up.
    var words: [String] {
        var words: [String] = definitions.map(\.meaning) + enforcement.map(\.measure)
        var statements: [Statement] = scope.includes + scope.excludes + enforcement.flatMap(\.conditions)
        for rule in rules {
            words += [rule.action, rule.title ?? ""]
            statements += rule.examples + rule.exceptions + rule.conditions + rule.consequences
        }
        return words + statements.map(\.text)
    }
}

extension CheckedNotice {
    fileprivate func own(_ dates: Set<CivilDate>) -> String {
        dates.isEmpty ? "it states none" : dates.sorted().map(\.description).joined(separator: ", ")
    }
}

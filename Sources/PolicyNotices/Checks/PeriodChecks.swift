internal import PolicyModel

extension NoticeCheck {
    /// The notice period is kept, and the day of effect is known.
    static let period = NoticeCheck(
        "N001", "N002", "N011", "N022", meaning: "The day of effect is known, and the notice rule's period is kept.",
        example: "Fourteen days of notice under a rule of thirty."
    ) { notice in
        let part = notice.part
        guard part.event != .ended, part.classification.value > .editorial || part.classification.computed > .editorial
        else { return [] }
        var findings: [Finding] = []
        for day in part.rule?.tooEarly ?? [] {
            guard let rule = part.rule, let date = day.day, let earliest = rule.earliest else { continue }
            findings.append(
                notice.finding(
                    "N001", .error,
                    "The version takes effect on \(date)\(day.audience.map { " for \($0)" } ?? ""); the rule \(rule.rule.id) allows \(earliest) at the earliest.",
                    fix: "Postpone the version, or announce it earlier."))
        }
        if part.rule?.exemption == nil, let rule = part.rule, rule.earliest == nil, rule.rule.period != .days(0) {
            findings.append(
                notice.finding(
                    "N001", .warning,
                    "Whether the rule \(rule.rule.id) is kept cannot be told: the day of announcement is unknown.",
                    fix: "Set `published` in the front matter of the policy."))
        }
        if part.effective.isEmpty || part.effective.contains(where: { $0.day == nil }) {
            findings.append(
                notice.finding(
                    "N002", .error, "The day of effect is unknown.",
                    fix: "Set `effective` in the front matter of the policy."))
        }
        let isLawful = part.classification.qualities.contains(.legallyRequired)
        if let published = part.published, let first = part.firstEffective, first < published, !isLawful {
            findings.append(
                notice.finding(
                    "N011", .error, "The version holds from \(first), before it was announced on \(published).",
                    fix: "Let it take effect later, or state the quality legally-required with a reason."))
        }
        for day in part.effective.compactMap(\.day) where day.isWeekend {
            findings.append(notice.finding("N022", .note, "The version takes effect on a weekend: \(day)."))
        }
        return findings
    }

    /// What the notice rule asks for is there.
    static let required = NoticeCheck(
        "N009", "notice-field-missing", "N023",
        meaning: "What the notice rule asks for is there, and the day of effect where it is known.",
        example: "No “How to leave” under a rule that asks for it."
    ) { notice in
        let facts = notice.facts
        var findings: [Finding] = []
        if facts[.effective] == nil, let effective = notice.part.facts.first(where: { $0.subject == .effective }) {
            findings.append(
                notice.finding(
                    "notice-field-missing", .error, "The notice no longer tells when the version takes effect.",
                    fix: "Put back “\(effective.label)”: `policyhistory notice update` does."))
        }
        if let rule = notice.part.rule, rule.exemption == nil {
            for subject in rule.rule.required where facts[subject] == nil {
                let isExit = subject == .leave || subject == .object
                findings.append(
                    notice.finding(
                        isExit ? "N009" : "notice-field-missing", .error,
                        "The rule \(rule.rule.id) asks for “\(notice.catalogue?.text("facts/\(subject.rawValue)") ?? subject.rawValue)”, which the notice does not tell.",
                        fix:
                            "Write a paragraph with that label in bold, or set it under `notices:` in policyhistory.yaml."
                    ))
            }
        }
        if let deadline = facts[.deadline]?.day, let published = notice.part.published, deadline < published {
            findings.append(
                notice.finding(
                    "N023", .warning, "The deadline \(deadline) lies before the announcement on \(published)."))
        }
        return findings
    }

    /// A material change has a reason.
    static let reason = NoticeCheck(
        "N007", meaning: "A material change has a reason.",
        example: "A new prohibition without `reason` in the front matter."
    ) { notice in
        let isMaterial = notice.part.points.contains { $0.significance == .material }
        guard isMaterial, notice.version.reason?.allSatisfy(\.isWhitespace) ?? true, notice.facts[.why] == nil else {
            return []
        }
        return [
            notice.finding(
                "N007", .error, "Material changes are announced without a reason.",
                fix: "Set `reason` in the front matter of the policy, or write a paragraph that says why.")
        ]
    }
}

extension CivilDate {
    /// Whether it is a Saturday or a Sunday; 1970-01-01 was a Thursday.
    fileprivate var isWeekend: Bool {
        let day = ((daysSinceEpoch + 3) % 7 + 7) % 7
        return day >= 5
    }
}

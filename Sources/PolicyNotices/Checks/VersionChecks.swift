internal import PolicyModel

extension NoticeCheck {
    /// Another text has another date.
    static let datesKept = NoticeCheck(
        "N003", meaning: "A version with another text states other dates than the one before it.",
        example: "A new prohibition under the effective day of the version before."
    ) { notice in
        guard let previous = notice.surroundings.previous, !notice.part.points.isEmpty else { return [] }
        let version = notice.version
        let states = version.published != nil || version.effective.standard != nil
        guard states, version.published == previous.published, version.effective == previous.effective else {
            return []
        }
        return [
            notice.finding(
                "N003", .error,
                "The text or the rules changed, and version \(version.label) states the same dates as version \(previous.label).",
                fix: "Set `published` and `effective` in the front matter of the policy.")
        ]
    }

    /// What was published is not edited: whoever corrects it says so.
    static let correction = NoticeCheck(
        "N015", meaning: "A version is not recorded with another text after it was published, unless as a correction.",
        example: "The text of 2026-03-25 recorded again with another period, a week after it was published."
    ) { notice in
        if notice.file.statement.qualities.contains(.correction) { return [] }
        let version = notice.version
        let edited = notice.surroundings.earlier.last { earlier in
            guard let published = earlier.published, published <= version.recorded.utcDay else { return false }
            // Another day of effect alone is postponed or advanced, and says so.
            return earlier.state == .corrected
        }
        guard let edited, let published = edited.published else { return [] }
        return [
            notice.finding(
                "N015", .error,
                "Version \(version.label) was recorded with another text on \(version.recorded.utcDay), after it had been published on \(published).",
                fix:
                    "Record the change as a version of its own, or state the quality correction with a reason, and what the notice amends."
            )
        ]
    }

    /// No audience has the new version before the old one.
    ///
    /// There is no gap to look for: a version holds until the one that replaces it does, for each audience, and a day that is not
    /// known is told by another check.
    static let overlap = NoticeCheck(
        "N014", meaning: "For no audience the version takes effect before the one it replaces.",
        example: "Business users get version 3 on 1 May and version 2 on 1 June."
    ) { notice in
        guard let previous = notice.surroundings.previous else { return [] }
        func day(_ dates: EffectiveDates, _ audience: String?) -> CivilDate? {
            dates.audiences.first { $0.name == audience }?.date ?? dates.standard
        }
        let own = notice.version.effective
        let audiences = [nil] + Set((own.audiences + previous.effective.audiences).map(\.name)).sorted()
        return audiences.compactMap { audience -> Finding? in
            guard let new = day(own, audience), let old = day(previous.effective, audience), new < old else {
                return nil
            }
            return notice.finding(
                "N014", .error,
                "Version \(notice.version.label) takes effect on \(new)\(audience.map { " for \($0)" } ?? ""), before version \(previous.label), which does on \(old): both would hold at once.",
                fix: "Change the day of one of them.")
        }
    }

    /// A policy is looked at once a year.
    static let stale = NoticeCheck(
        "N019", meaning: "The announced version is no older than twelve months.",
        example: "The newest version is of the year before last."
    ) { notice in
        guard let today = notice.surroundings.today else { return [] }
        let day = notice.version.published ?? notice.version.recorded.utcDay
        guard day.adding(months: 12) < today else { return [] }
        return [
            notice.finding(
                "N019", .warning,
                "Version \(notice.version.label) is of \(day): nobody has reviewed the policy for more than twelve months.",
                fix: "Review it, and record a version that says so.")
        ]
    }

    /// Four eyes: who wrote a version does not approve its notice alone.
    static let selfApproval = NoticeCheck(
        "N021-self", meaning: "Somebody else than the author of the version approves its notice.",
        example: "Ada recorded the version, and Ada alone approved its notice."
    ) { notice in
        let valid = notice.file.statement.approvals.filter { $0.digest == notice.digest }
        guard let author = notice.surroundings.author, !valid.isEmpty,
            valid.allSatisfy({ $0.by.lowercased() == author.lowercased() })
        else { return [] }
        return [
            notice.finding(
                "N021-self", .warning, line: 1,
                "\(author) recorded the version and is the only one who approved its notice.",
                fix: "Have somebody else run `policyhistory notice approve`, too.")
        ]
    }
}

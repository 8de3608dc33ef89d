import PolicyDiff
import PolicyModel
import PolicyQueries

/// The sentences of an answer to "what changed since", for the text and the Markdown form.
enum SinceWording {
    /// The heading: what stretch is told of, and how many policies have news.
    static func heading(_ answer: SinceAnswer) -> String {
        let stretch =
            if let today = answer.askedAhead {
                answer.until == answer.since
                    ? "\(answer.since) lies ahead (today is \(today)): what is known so far"
                    : "What is known so far (today is \(today)) to change from \(answer.since) to \(answer.until)"
            } else {
                "What changed from \(answer.since) to \(answer.until)"
            }
        let asked = answer.policies.count + answer.unchanged.count
        let (news, upcoming) = answer.reach
        var parts = [stretch, Wording.axis(answer.axis)]
        if asked == 1 { return parts.joined(separator: ", ") }
        if news > 0 || upcoming == 0 { parts.append("news in \(news) of \(asked) policies") }
        if upcoming > 0 { parts.append("\(news == 0 ? "nothing new, but" : "and") a coming version in \(upcoming)") }
        return parts.prefix(2).joined(separator: ", ") + ": " + parts.dropFirst(2).joined(separator: ", ")
    }

    /// The bounded empty answer.
    static func nothing(_ answer: SinceAnswer) -> String {
        let asKnown = answer.knownAt.map { ", as known at \($0)" } ?? ""
        guard let newest = answer.newestRecorded else {
            return "Nothing had been recorded by \(answer.knownAt?.description ?? "then")."
        }
        if answer.unchanged.count == 1, let first = answer.notBegun.first {
            return "No version of \(first.policy) was in force by \(answer.until)\(asKnown): the first one is "
                + "\(first.label), \(Wording.standing(first))."
        }
        let whose =
            answer.unchanged.count == 1
            ? " in \(answer.unchanged[0])"
            : answer.unchanged.isEmpty ? "" : " in \(answer.unchanged.count) policies"
        if let today = answer.askedAhead {
            return "\(answer.since) lies ahead (today is \(today)), and nothing is known so far to change"
                + "\(whose) \(answer.until == answer.since ? "from then on" : "between then and \(answer.until)")\(asKnown); "
                + "the newest record is of \(newest.utcDay)."
        }
        return "Nothing changed\(whose) between \(answer.since) and \(answer.until)\(asKnown); "
            + "the newest record is of \(newest.utcDay)."
    }

    /// Which version gave way to which, and how much that changes.
    static func head(_ news: PolicyNews) -> [String] {
        var lines: [String] = []
        switch (news.from, news.to) {
        case (let from?, let to?) where from == to: lines.append("\(to.label), \(Wording.standing(to))")
        case (let from?, let to?) where from.label == to.label:
            lines.append("\(to.label), recorded again, \(Wording.standing(to))")
        case (let from?, let to?): lines.append("\(from.label) → \(to.label), \(Wording.standing(to))")
        case (nil, let to?): lines.append("\(to.label), \(Wording.standing(to))")
        case (let from?, nil): lines.append("\((news.versions.last ?? from).label) was its last version")
        case (nil, nil): break
        }
        if news.from != nil, news.to != nil, !news.versions.isEmpty {
            lines.append(Wording.sum(news.comparison))
        }
        return lines
    }

    /// What a reader should know beside the changes.
    static func notes(_ news: PolicyNews) -> [String] {
        let notes = news.notes.compactMap { note -> String? in
            switch note {
            case .new: "New: it had no version before."
            case .cutOff(let day):
                "The history of this shallow clone begins with it, on \(day): whether it had versions before is not known."
            case .withdrawn(let label, let day, let last):
                "\(label), in force from \(day), was withdrawn on \(last)."
            case .interrupted(let ended, let back): "It was deleted on \(ended) and created again on \(back)."
            case .returned(let last):
                last.state == .withdrawn
                    ? "It is back: its version \(last.label) had been withdrawn, and nothing was in force."
                    : "It is back: it had ended after version \(last.label)."
            case .ended(let day): "It ended: its text was deleted on \(day)."
            case .renamed(let id): "Renamed: it was \(id) before."
            case .changedBackAndForth(let times):
                "Changed back and forth \(Wording.counted(times, "time", "times")), unchanged in the end."
            case .republished(let versions):
                versions == 1
                    ? "Published again without any change." : "Published again \(versions) times without any change."
            case .staggered(let rule): Wording.rule(rule)
            case .audience(let label, let name, let day): "\(label) takes effect for \(name) on \(day)."
            case .nothingNew: nil
            }
        }
        let quiet = news.notes.compactMap { note in
            if case .nothingNew(let label) = note { label } else { nil }
        }
        return notes + (quiet.isEmpty ? [] : ["\(Wording.list(quiet)) brought nothing new."]) + marks(news)
    }

    /// What is odd about the dates of the window's versions; what many have in common is gathered in one line.
    private static func marks(_ news: PolicyNews) -> [String] {
        var lines: [String] = []
        var silent: [String] = []
        var unknown: [String] = []
        // Of a version that brought nothing, nobody asks when it took effect.
        let bringers = Set(news.comparison.changes.compactMap(\.introducedIn))
        for version in news.versions {
            let isSilent = version.marks.contains { if case .silentChange = $0 { true } else { false } }
            for mark in version.marks {
                switch mark {
                case .renamed: break
                case .silentChange(let day): silent.append("\(version.label) (dated \(day))")
                case .effectiveUnknown where isSilent || !bringers.contains(version.label): break
                case .effectiveUnknown(let day, let isPublishedDay):
                    unknown.append("\(version.label) (\(isPublishedDay ? "published" : "recorded") \(day))")
                default: lines.append("\(version.label): \(Wording.mark(mark)).")
                }
            }
        }
        if !silent.isEmpty { lines.append("Changed silently, under the date of an earlier text: \(some(silent)).") }
        if !unknown.isEmpty { lines.append("Day of effect unknown: \(some(unknown)).") }
        return lines
    }

    /// Names the first of many things, and counts the others.
    private static func some(_ things: [String]) -> String {
        let named = 4
        if things.count <= named { return Wording.list(things) }
        return things.prefix(named - 1).joined(separator: ", ") + " and \(things.count - named + 1) more"
    }

    /// When an upcoming version takes effect and how much it changes.
    static func upcoming(_ upcoming: UpcomingVersion) -> String {
        let version = upcoming.version
        if let rules = upcoming.rules {
            return "\(Wording.list(rules.ids.map { "rule \($0)" })) of version \(version.label), from \(rules.day): "
                + Wording.sum(upcoming.comparison)
        }
        var parts = ["\(version.label) \(Wording.standing(version))"]
        for audience in version.effective.audiences {
            parts.append("for \(audience.name) on \(audience.date?.description ?? "an unknown day")")
        }
        parts += version.marks.compactMap { mark in
            switch mark {
            case .postponed, .advanced, .effectiveSet: Wording.mark(mark)
            default: nil
            }
        }
        let sum = upcoming.isListed ? "its changes are listed above" : Wording.sum(upcoming.comparison)
        return parts.joined(separator: ", ") + ": " + sum
    }

    /// How many unchanged policies are named where not all are asked for.
    private static let namedUnchanged = 6

    /// The policies without news.
    static func unchanged(_ answer: SinceAnswer, all: Bool) -> String? {
        let names = answer.unchanged.map(\.text)
        if names.isEmpty { return nil }
        if all || names.count <= namedUnchanged { return "Unchanged: " + names.joined(separator: ", ") + "." }
        return "\(names.count) other policies did not change (--all names them)."
    }

    /// The versions that this axis counts as older, though readers could not see them at `since`.
    static func recordedLate(_ answer: SinceAnswer, all: Bool) -> String? {
        let versions = answer.recordedLate.map { "\($0.policy) \($0.label) (recorded \($0.recorded.utcDay))" }
        if versions.isEmpty { return nil }
        return "Not counted here, in force before \(answer.since) but recorded later: "
            + (all ? Wording.list(versions) : some(versions)) + ". With --axis recorded "
            + (versions.count == 1 ? "it counts." : "they count.")
    }
}

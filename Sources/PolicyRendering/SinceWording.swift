import PolicyDiff
import PolicyModel
import PolicyQueries

/// The sentences of an answer to "what changed since", for the text and the Markdown form.
enum SinceWording {
    /// The bounded empty answer.
    static func nothing(_ answer: SinceAnswer) -> String {
        let whose =
            answer.unchanged.count == 1
            ? " in \(answer.unchanged[0])"
            : answer.unchanged.isEmpty ? "" : " in \(answer.unchanged.count) policies"
        return "Nothing changed\(whose) between \(answer.since) and \(answer.until); "
            + "the newest record is of \(answer.newestRecorded.utcDay)."
    }

    /// Which version gave way to which, and how much that changes.
    static func head(_ news: PolicyNews) -> [String] {
        var lines: [String] = []
        switch (news.from, news.to) {
        case (let from?, let to?) where from == to: lines.append("\(to.label), \(Wording.standing(to))")
        case (let from?, let to?): lines.append("\(from.label) → \(to.label), \(Wording.standing(to))")
        case (nil, let to?): lines.append("\(to.label), \(Wording.standing(to))")
        case (let from?, nil): lines.append("\(from.label) was its last version")
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
            case .returned(let last): "It is back: it had ended after version \(last.label)."
            case .ended(let day): "It ended: its text was deleted on \(day)."
            case .renamed(let id): "Renamed: it was \(id) before."
            case .changedBackAndForth(let times):
                "Changed back and forth \(Wording.counted(times, "time", "times")), unchanged in the end."
            case .republished(let versions):
                versions == 1
                    ? "Published again without any change." : "Published again \(versions) times without any change."
            case .nothingNew: nil
            }
        }
        let quiet = news.notes.compactMap { note in
            if case .nothingNew(let label) = note { label } else { nil }
        }
        return notes + (quiet.isEmpty ? [] : ["\(Wording.list(quiet)) brought nothing new."]) + marks(news)
    }

    /// What is odd about the dates of the window's versions; unknown days are gathered in one line.
    private static func marks(_ news: PolicyNews) -> [String] {
        var lines: [String] = []
        var unknown: [String] = []
        for version in news.versions {
            for mark in version.marks {
                switch mark {
                case .renamed: break
                case .effectiveUnknown(let day, let isPublishedDay):
                    unknown.append("\(version.label) (\(isPublishedDay ? "published" : "recorded") \(day))")
                default: lines.append("\(version.label): \(Wording.mark(mark)).")
                }
            }
        }
        switch unknown.count {
        case 0: break
        case 1...4: lines.append("Day of effect unknown: \(Wording.list(unknown)).")
        case let count:
            lines.append(
                "The day of effect is unknown for \(count) versions; they stand at the day they were published or recorded."
            )
        }
        return lines
    }

    /// When an upcoming version takes effect and how much it changes.
    static func upcoming(_ upcoming: UpcomingVersion) -> String {
        let version = upcoming.version
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
        return parts.joined(separator: ", ") + ": " + Wording.sum(upcoming.comparison)
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
    static func recordedLate(_ answer: SinceAnswer) -> [String] {
        answer.recordedLate.map { version in
            "Not counted here: version \(version.label) of \(version.policy) took effect before \(answer.since), "
                + "but was recorded only on \(version.recorded.utcDay). With --axis recorded it counts."
        }
    }
}

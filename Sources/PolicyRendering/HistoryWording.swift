import PolicyDiff
import PolicyModel
import PolicyQueries

/// The sentences about the history of a part, for the text and the Markdown form.
enum HistoryWording {
    /// Which part it is, and how many versions touched it.
    static func head(_ history: PartHistory) -> String {
        let part =
            switch history.selector {
            case .rule(let id): "The rule \(id)"
            case .section(let heading): "The section “\(heading)”"
            case .match(let text): "Clauses with “\(text)”, and what they were and became"
            }
        let changed = history.entries.count { $0.event != .first }
        let substantive = history.entries.count {
            $0.event != .first
                && ($0.event != .changed || $0.comparison.changes.contains { $0.significance > .editorial })
        }
        let times =
            switch (changed, substantive) {
            case (0, _): "unchanged in "
            case (_, changed): "changed in \(changed) of "
            case (_, 0): "changed in wording only in \(changed) of "
            default: "changed in \(changed), in substance in \(substantive) of "
            }
        return "\(part): \(times)\(Wording.counted(history.versions, "version", "versions"))"
    }

    /// What a version did: "2026-03-25, in force since 2026-03-25: changed".
    static func event(_ entry: PartHistory.Entry) -> String {
        let what =
            switch entry.event {
            case .first: "already in the first version"
            case .appeared: "it appears"
            case .changed:
                entry.comparison.changes.contains { $0.significance > .editorial } ? "changed" : "wording only"
            case .gone: entry.version.state == .ended ? "gone with the whole policy" : "gone"
            case .returned: "it is back"
            }
        return "\(Wording.standing(entry.version)): \(what)"
    }

    /// Whether the text of the part is shown: where it comes to stand, its changes do not say all of it.
    static func showsText(_ entry: PartHistory.Entry) -> Bool {
        entry.event == .first || entry.comparison.changes.isEmpty && entry.event != .gone
    }
}

import PolicyDiff
import PolicyModel
import PolicyQueries

extension MarkdownForm {
    /// Returns the changelog of a policy in the form of Keep a Changelog: a section for each version, newest first, in it what was
    /// added, changed and removed.
    ///
    /// - Parameter isAlone: Whether the page holds no other policy's changelog.
    static func changelog(_ entry: VersionLog.Entry, isAlone: Bool, all: Bool) -> String {
        var output = isAlone ? "# Changelog: \(markdownEscaped(entry.policy.title))\n" : heading(entry.policy, level: 1)
        for (version, comparison) in zip(entry.versions, entry.changes) {
            output += "\n## \(ChangelogWording.head(version))\n\n"
            for line in ChangelogWording.notes(version, comparison) { output += markdownEscaped(line) + "  \n" }
            for group in ChangelogWording.groups(comparison?.changes ?? [], all: all) {
                output += "\n### \(group.name)\n\n"
                for change in group.changes {
                    output += bullet(change, ChangeContext(versions: [], policy: entry.policy, showsLabels: false))
                    if all { output += sides(change) }
                }
            }
        }
        return output
    }

    private static func bullet(_ change: Change, _ context: ChangeContext) -> String {
        let word = change.significance == .editorial ? "" : "**\(change.direction.rawValue)**: "
        let place = Wording.place(of: change, context, all: true).replacingNoBreakSpaces
        let tail = place.isEmpty ? "" : " *(\(markdownEscaped(place)))*"
        return "- \(word)\(markdownEscaped(change.summary))\(tail)\n"
    }
}

/// The words of a changelog.
enum ChangelogWording {
    /// The title of a version's section: its label, its day where the label is another, and that it was taken back.
    static func head(_ version: Version) -> String {
        if version.state == .ended { return "[Ended] - \(version.recorded.utcDay)" }
        let day = version.effective.earliestKnown ?? version.published ?? version.recorded.utcDay
        let withdrawn = version.state == .withdrawn ? " [WITHDRAWN]" : ""
        return "[\(markdownEscaped(version.label))] - \(day)\(withdrawn)"
    }

    /// What is to be known of a version before its changes: where it stands, what is odd about its dates, that nothing changed.
    static func notes(_ version: Version, _ comparison: Comparison?) -> [String] {
        if version.state == .ended { return ["The policy ended: its text was deleted."] }
        var lines = [sentence(Wording.standing(version))]
        if let reason = version.reason { lines.append(reason) }
        lines += version.marks.compactMap(Wording.markInList).map(sentence)
        if let comparison, comparison.changes.isEmpty { lines.append("Nothing changed.") }
        let editorial = comparison?.count(.editorial) ?? 0
        if editorial > 0, editorial == comparison?.changes.count {
            lines.append("Wording and layout only.")
        }
        return lines
    }

    private static func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() + "." }

    /// Returns changes under the headings of Keep a Changelog; editorial ones are left out unless all are asked for.
    static func groups(_ changes: [Change], all: Bool) -> [(name: String, changes: [Change])] {
        let told = all ? changes : changes.filter { $0.significance > .editorial }
        return ["Added", "Changed", "Removed", "Fixed"].compactMap { name in
            let group = told.filter { self.name(of: $0) == name }
            return group.isEmpty ? nil : (name, group)
        }
    }

    private static func name(of change: Change) -> String {
        if change.significance == .editorial || change.kind == "correction" { return "Fixed" }
        if change.kind.hasSuffix("-added") { return "Added" }
        return change.kind.hasSuffix("-removed") ? "Removed" : "Changed"
    }
}

import PolicyDiff
import PolicyModel
package import PolicyQueries

extension MarkdownForm {
    /// Returns what `since --format markdown` prints.
    package static func since(_ answer: SinceAnswer, options: RenderingOptions = .init()) -> String {
        var output = "# What changed from \(answer.since) to \(answer.until)\n"
        if answer.askedAhead != nil, !answer.policies.isEmpty {
            output += "\n\(markdownEscaped(SinceWording.heading(answer)))\n"
        }
        if answer.policies.isEmpty { output += "\n\(markdownEscaped(SinceWording.nothing(answer)))\n" }
        for news in answer.policiesByWeight {
            output += "\n" + heading(news.policy, level: 2) + "\n"
            for line in SinceWording.head(news) { output += markdownEscaped(line) + "  \n" }
            let changes = changes(
                news.comparison.changes, in: ChangeContext(versions: news.versions, policy: news.policy),
                all: options.all)
            if !changes.isEmpty { output += "\n" + changes }
            let notes = SinceWording.notes(news)
            if !notes.isEmpty { output += "\n" + notes.map { "\(markdownEscaped($0))  \n" }.joined() }
            for upcoming in news.upcoming {
                output += "\n**Upcoming:** \(markdownEscaped(SinceWording.upcoming(upcoming)))\n"
                if upcoming.isListed { continue }
                let told = self.changes(
                    upcoming.comparison.changes,
                    in: ChangeContext(versions: [upcoming.version], policy: news.policy), all: options.all)
                if !told.isEmpty { output += "\n" + told }
            }
        }
        if !answer.policies.isEmpty, let unchanged = SinceWording.unchanged(answer, all: options.all) {
            output += "\n\(markdownEscaped(unchanged))\n"
        }
        if let late = SinceWording.recordedLate(answer, all: options.all) { output += "\n\(markdownEscaped(late))\n" }
        return output
    }

    /// Returns what `diff` and `compare` print.
    package static func difference(_ difference: Difference, options: RenderingOptions = .init()) -> String {
        var output = difference.policy.map { heading($0, level: 1) + "\n" } ?? ""
        if let from = difference.from, let to = difference.to {
            output += markdownEscaped("\(from.label) → \(to.label), \(Wording.standing(to))") + "\n\n"
        }
        output += markdownEscaped(Wording.sum(difference.comparison)) + "\n"
        if let digest = ComparisonDigest(difference.comparison.changes) { output += "\n" + table(digest) }
        let versions = [difference.from, difference.to].compactMap { $0 }
        let changes = changes(
            difference.comparison.changes,
            in: ChangeContext(versions: versions, policy: difference.policy), all: options.all)
        return changes.isEmpty ? output : output + "\n" + changes
    }

    /// Returns what `log` prints: a table of versions, or with changes their changelog.
    package static func log(_ log: VersionLog, options: RenderingOptions = .init()) -> String {
        if log.entries.isEmpty { return Wording.noPolicy(knownAt: log.knownAt) + "\n" }
        return log.entries.map { entry($0, isAlone: log.entries.count == 1, options: options) }
            .joined(separator: entrySeparator)
    }

    /// What stands between two policies in what `log` prints.
    package static let entrySeparator = "\n"

    /// Returns what `log` prints of one policy.
    ///
    /// - Parameter isAlone: whether no other policy is told.
    package static func entry(
        _ entry: VersionLog.Entry, isAlone: Bool, options: RenderingOptions = .init()
    ) -> String {
        if !entry.changes.isEmpty { return changelog(entry, isAlone: isAlone, all: options.all) }
        var output = heading(entry.policy, level: 1) + "\n"
        output += "| version | effective | published | recorded | state |\n|---|---|---|---|---|\n"
        for version in entry.versions {
            let marks = version.marks.compactMap(Wording.markInList).map { "; " + $0 }.joined()
            let cells = [
                version.state == .ended ? "–" : version.label,
                version.effective.standard?.description ?? "unknown",
                version.published?.description ?? "unknown",
                version.recorded.utcDay.description, Wording.state(version.state) + marks,
            ]
            output += "| " + cells.map(markdownEscaped).joined(separator: " | ") + " |\n"
        }
        return output
    }

    /// Returns what `show` prints: the text of the version as it was recorded.
    package static func shown(_ shown: ShownVersion, options: RenderingOptions = .init()) -> String {
        sanitised(shown.text)
    }

    /// Returns what `policies` prints.
    package static func policies(_ list: PolicyList, options: RenderingOptions = .init()) -> String {
        if list.entries.isEmpty { return Wording.noPolicy(knownAt: list.knownAt) + "\n" }
        var output = "| policy | in force | versions | title |\n|---|---|---|---|\n"
        for entry in list.entries {
            let cells = [
                entry.policy.id.text, Wording.inForce(entry),
                String(entry.versions), entry.policy.title,
            ]
            output += "| " + cells.map(markdownEscaped).joined(separator: " | ") + " |\n"
        }
        return output
    }
}

import PolicyDiff
import PolicyModel
package import PolicyQueries

extension TextForm {
    /// Returns what `log` prints: a row for each version, newest first, with what is odd about its dates.
    package static func log(_ log: VersionLog, options: RenderingOptions = .init()) -> String {
        if log.entries.isEmpty {
            var page = Page(options)
            page.add(StyledText(Wording.noPolicy(knownAt: log.knownAt)))
            return page.text
        }
        return log.entries.map { entry($0, options: options) }.joined(separator: entrySeparator)
    }

    /// What stands between two policies in what `log` prints.
    package static let entrySeparator = "\n"

    /// Returns what `log` prints of one policy.
    package static func entry(_ entry: VersionLog.Entry, options: RenderingOptions = .init()) -> String {
        var page = Page(options)
        page.add(title(entry.policy))
        if !entry.aliases.isEmpty {
            page.add(
                StyledText("earlier: " + entry.aliases.map(\.text).joined(separator: ", "), .quiet), indentation: 2)
        }
        if entry.changes.isEmpty {
            var table = Table()
            table.add(["version", "effective", "published", "recorded", "state"].map { StyledText($0, .quiet) })
            for version in entry.versions { table.add(row(version)) }
            table.print(on: &page, indentation: 2)
            return page.text
        }
        for (version, comparison) in zip(entry.versions, entry.changes) {
            page.gap()
            page.add(versionLine(version), indentation: 4, first: 2)
            for mark in version.marks.compactMap(Wording.markInList) {
                page.add(StyledText(mark, .quiet), indentation: 4)
            }
            guard let comparison else { continue }
            page.add(StyledText(Wording.sum(comparison)), indentation: 4)
            page.add(
                changes: comparison.changes,
                in: ChangeContext(versions: [], policy: entry.policy, showsLabels: false))
        }
        return page.text
    }

    private static func row(_ version: Version) -> [StyledText] {
        var state = StyledText(Wording.state(version.state), version.state == .inForce ? .strong : .plain)
        let marks = version.marks.compactMap(Wording.markInList)
        if !marks.isEmpty { state.append("; " + marks.joined(separator: "; "), .quiet) }
        if version.state == .ended {
            return [StyledText("–"), "", "", StyledText(version.recorded.utcDay.description), state]
        }
        return [
            StyledText(version.label, version.state == .inForce ? .strong : .plain),
            StyledText(version.effective.standard?.description ?? "unknown"),
            StyledText(version.published?.description ?? "unknown"),
            StyledText(version.recorded.utcDay.description), state,
        ]
    }

    private static func versionLine(_ version: Version) -> StyledText {
        var line = StyledText(version.label, .strong)
        line.append(", \(Wording.standing(version))")
        return line
    }

    /// Returns what `show` prints: one line about the version, then its text.
    package static func shown(_ shown: ShownVersion, options: RenderingOptions = .init()) -> String {
        var page = Page(options)
        var title = StyledText(shown.policy.title, .strong)
        title.append(
            " · \(shown.version.label), \(Wording.standing(shown.version)) · commit \(shown.version.commit.description.prefix(10))",
            .quiet)
        page.add(title)
        for line in Wording.facts(shown) { page.add(StyledText(line, .quiet), indentation: 4, first: 2) }
        page.gap()
        page.addVerbatim(shown.text)
        return page.text
    }

    /// Returns what `policies` prints: a row for each policy with the version in force.
    package static func policies(_ list: PolicyList, options: RenderingOptions = .init()) -> String {
        var page = Page(options)
        if list.entries.isEmpty {
            page.add(StyledText(Wording.noPolicy(knownAt: list.knownAt)))
            return page.text
        }
        var table = Table()
        table.add(["in force", "versions", "policy"].map { StyledText($0, .quiet) })
        for entry in list.entries {
            var name = StyledText(entry.policy.id.text, .strong)
            if entry.policy.title != entry.policy.id.text { name.append(" · \(entry.policy.title)") }
            if entry.upcoming > 0 { name.append(" (\(entry.upcoming) upcoming)") }
            table.add([
                StyledText(Wording.inForce(entry)), StyledText(String(entry.versions)), name,
            ])
        }
        table.print(on: &page)
        return page.text
    }
}

import PolicyDiff
import PolicyModel
import PolicyQueries

/// The words that the text and Markdown forms share.
enum Wording {
    /// "3 changes: 2 material, 1 editorial", "4 material changes"; "no change" where there is none.
    static func counts(_ comparison: Comparison) -> String {
        let parts = Significance.allCases.reversed().compactMap { significance -> String? in
            let count = comparison.count(significance)
            return count == 0 ? nil : "\(count) \(significance.rawValue)"
        }
        if parts.isEmpty { return "no change" }
        let total = counted(comparison.changes.count, "change", "changes")
        if parts.count > 1 { return "\(total): " + parts.joined(separator: ", ") }
        return parts[0] + total.drop { $0 != " " }
    }

    /// "stricter for you", "stricter in some points, looser in others"; nil where nothing substantive changed.
    static func direction(_ comparison: Comparison) -> String? {
        guard comparison.changes.contains(where: { $0.significance > .editorial }) else { return nil }
        switch comparison.direction {
        case .stricter: return "stricter for you"
        case .looser: return "looser for you"
        case .mixed: return "stricter in some points, looser in others"
        case .neutral: return "neither stricter nor looser"
        case .unclear: return "partly unclear which way"
        }
    }

    /// What is said of a repository without policies, or of a time before anything was recorded.
    static func noPolicy(knownAt: When?) -> String {
        knownAt.map { "Nothing had been recorded by \($0)." } ?? "There is no policy in this repository."
    }

    static func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

    static func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    static func axis(_ axis: Axis) -> String {
        switch axis {
        case .effective: "by day of effect"
        case .published: "by published day"
        case .recorded: "by recorded moment"
        }
    }

    static func state(_ state: VersionState) -> String {
        state == .inForce ? "in force" : state.rawValue
    }

    /// Where a version stands in a few words: "in force since 2026-03-25", "takes effect on 2099-01-01".
    static func standing(_ version: Version) -> String {
        let effective = version.effective.standard?.description
        switch (version.state, effective) {
        case (.inForce, let day?): return "in force since \(day)"
        case (.inForce, nil): return "in force, \(unknownDay(version))"
        case (.upcoming, let day?): return "takes effect on \(day)"
        case (.upcoming, nil): return "not yet in force, \(unknownDay(version))"
        case (.superseded, let day?): return "in force from \(day), superseded since"
        case (.superseded, nil): return "superseded, \(unknownDay(version))"
        case (.withdrawn, let day?) where version.isWithdrawn:
            let last = version.recorded.utcDay
            return day < last.description
                ? "in force from \(day), withdrawn on \(last)" : "withdrawn, was to take effect on \(day)"
        case (.withdrawn, _): return version.isWithdrawn ? "withdrawn" : "as it stood before it was withdrawn"
        case (.corrected, _): return "as it stood before its correction"
        case (.postponed, _): return "as it stood before it was postponed"
        case (.advanced, _): return "as it stood before its day was set anew"
        case (.ended, _): return "ended on \(version.recorded.utcDay)"
        }
    }

    private static func unknownDay(_ version: Version) -> String {
        if let published = version.published { return "published \(published), day of effect unknown" }
        return "recorded \(version.recorded.utcDay), day of effect unknown"
    }

    /// Which version brought a change, and since when: "since 2026-03-25", "version 3, since 2026-03-25", "recorded 2026-03-26".
    static func bringer(_ label: String, among versions: [Version]) -> String {
        guard let version = versions.last(where: { $0.label == label }) else { return "version \(label)" }
        let (word, day): (String, CivilDate) =
            if version.state == .withdrawn {
                ("withdrawn", version.recorded.utcDay)
            } else if let day = version.effective.standard {
                (version.state == .upcoming ? "from" : "since", day)
            } else if let day = version.published {
                ("published", day)
            } else {
                ("recorded", version.recorded.utcDay)
            }
        return (label == day.description ? "" : "version \(label), ") + "\(word) \(day)"
    }

    /// The version in force in a list of policies, and since when where its label is not that day.
    static func inForce(_ entry: PolicyList.Entry) -> String {
        guard let version = entry.inForce else { return entry.newest.state == .ended ? "ended" : "none" }
        guard let day = version.effective.standard?.description, day != version.label else { return version.label }
        return "\(version.label), since \(day)"
    }

    /// What is said of a version in a list that shows its dates; nil where they say it.
    static func markInList(_ mark: VersionMark) -> String? {
        if case .effectiveUnknown = mark { return nil }
        return self.mark(mark)
    }

    /// Where a change stands, how often, which version brought it, and that it is minor.
    ///
    /// The document's title is no place; no-break spaces keep the parts whole.
    static func place(of change: Change, _ context: ChangeContext, all: Bool) -> String {
        var parts: [String] = []
        var headings = change.section[...]
        if let first = headings.first, context.isTitle(first) { headings.removeFirst() }
        // A section's own heading is in the sentence.
        if change.kind.hasPrefix("section-"), let last = headings.last, change.summary.contains(last) {
            headings.removeLast()
        }
        let path = all ? Array(headings) : headings.suffix(3).map { $0.count <= 48 ? $0 : $0.prefix(46) + "…" }
        if !path.isEmpty { parts.append(path.joined(separator: " › ")) }
        var facts: [String] = []
        if path.isEmpty, let rule = change.rule { facts.append("rule \(rule)") }
        if change.places > 1 { facts.append("in \(change.places) places") }
        if context.showsLabels, let label = change.introducedIn {
            facts.append(bringer(label, among: context.versions))
        }
        if change.significance == .minor { facts.append("minor") }
        parts += facts.map { fact in String(fact.map { $0 == " " ? "\u{A0}" : $0 }) }
        return parts.joined(separator: " · ")
    }

    /// What is not told one by one: "and 3 more, and 1 editorial change of wording or layout"; nil where all is told.
    static func rest(substantive: Int, of changes: [Change], isAlone: Bool, all: Bool) -> String? {
        if all { return nil }
        let editorial = changes.count { $0.significance == .editorial }
        let parts = [
            substantive > 0 ? "\(substantive) more" : nil,
            editorial > 0 ? counted(editorial, "editorial change", "editorial changes") + " of wording or layout" : nil,
        ].compactMap { $0 }
        if parts.isEmpty { return nil }
        return (isAlone ? "" : "and ") + parts.joined(separator: " and ") + " (--all lists "
            + (substantive + editorial == 1 ? "it)" : "them)")
    }

    /// How much changed, in one line: "Nothing changed.", "3 changes: 2 material, 1 editorial · stricter for you".
    static func sum(_ comparison: Comparison) -> String {
        if comparison.changes.isEmpty { return "Nothing changed." }
        return [counts(comparison), direction(comparison)].compactMap { $0 }.joined(separator: " · ")
    }

    /// The publisher's word on a change.
    static func override(_ word: SignificanceOverride) -> String {
        "Set to \(word.significance.rawValue) by the publisher: \(word.reason)"
    }

    /// The publisher's words on changes that are only counted, each once, in the order of the changes.
    static func overrides(among changes: [Change]) -> [String] {
        var words: [(reason: String, count: Int)] = []
        for word in changes.compactMap(\.override) {
            if let place = words.firstIndex(where: { $0.reason == word.reason }) {
                words[place].count += 1
            } else {
                words.append((word.reason, 1))
            }
        }
        return words.map { "\($0.count) of them set to editorial by the publisher: \($0.reason)" }
    }

    /// What is to be known of a version beside its text: its days by audience, what is odd about them, rules of their own day.
    static func facts(_ shown: ShownVersion) -> [String] {
        let audiences = shown.version.effective.audiences.map {
            "For \($0.name): takes effect on \($0.date?.description ?? "an unknown day")."
        }
        let marks = shown.version.marks.map { mark in
            let words = self.mark(mark)
            return words.prefix(1).uppercased() + words.dropFirst() + "."
        }
        return audiences + marks + shown.rules.map(rule)
    }

    /// Where a rule stands that takes effect on a day of its own.
    static func rule(_ rule: RuleStanding) -> String {
        let name = rule.title.map { "“\($0)”" } ?? rule.rule
        if rule.isInForce { return "Rule \(name) of version \(rule.label) binds since \(rule.day)." }
        let until = rule.boundBy.map { "; until then that of version \($0) binds" } ?? ""
        return "Rule \(name) of version \(rule.label) takes effect on \(rule.day)\(until)."
    }

    /// What a reader of a version's dates should know; nil for marks that only concern its row in a list.
    static func mark(_ mark: VersionMark) -> String {
        switch mark {
        case .effectiveUnknown(let day, true): "day of effect unknown, stands at its published day \(day)"
        case .effectiveUnknown(let day, false): "day of effect unknown, stands at the day it was recorded, \(day)"
        case .silentChange(let day): "changed silently, under the date \(day) of an earlier text"
        case .recordedBackwards: "its commit is dated before the one that precedes it"
        case .effectiveBackwards: "states an earlier day of effect than a version recorded before it"
        case .retroactive: "took effect before it was published"
        case .correction: "correction: recorded again with other text or rules"
        case .postponed(let from, let to): "postponed from \(from) to \(to)"
        case .advanced(let from, let to): "brought forward from \(from) to \(to)"
        case .effectiveSet(let to): "its day of effect, unknown before, was set to \(to)"
        case .renamed(let id): "renamed from \(id)"
        }
    }
}

extension Direction {
    /// A sign beside the word, for the eye that runs down the margin.
    var sign: String {
        switch self {
        case .stricter: "▲"
        case .looser: "▼"
        case .neutral: "●"
        case .unclear: "?"
        }
    }
}

/// What the words about a change lean on.
struct ChangeContext {
    /// The versions that may have brought it.
    let versions: [Version]
    /// The policy, whose title is not repeated as a place.
    let policy: PolicyName?
    /// Whether to say which version brought a change, where that is not said above it.
    var showsLabels = true

    func isTitle(_ heading: String) -> Bool { heading == policy?.title || heading == policy?.heading }
}

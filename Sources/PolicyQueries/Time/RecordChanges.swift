import PolicyDiff
import PolicyModel

extension Timeline {
    /// Returns what a further record of one label changes about the version itself: its day of effect, that of one of its rules, or
    /// that it is taken back.
    ///
    /// - Parameters:
    ///   - old: The place of the earlier record.
    ///   - new: The place of the later one.
    ///   - label: The label of both.
    func recordChanges(from old: Int, to new: Int, label: String) throws -> [Change] {
        guard let before = try statement(old), let after = try statement(new) else { return [] }
        let overrides = texts.options.overrides
        if after.isWithdrawn, !before.isWithdrawn {
            let day = before.effective.earliestKnown ?? before.published ?? records[old].recorded.utcDay
            return [Change.withdrawn(label, since: day, on: records[new].recorded.utcDay).overridden(by: overrides)]
        }
        var changes: [Change] = []
        if let change = Change.dateMoved(
            label, audience: nil, from: before.effective.standard, to: after.effective.standard)
        {
            changes.append(change)
        }
        let names = Set((before.effective.audiences + after.effective.audiences).map(\.name))
        for name in names.sorted() {
            let from = before.effective.audiences.first { $0.name == name }?.date
            let to = after.effective.audiences.first { $0.name == name }?.date
            if let change = Change.dateMoved(label, audience: name, from: from, to: to) { changes.append(change) }
        }
        for moved in try ruleDaysMoved(from: old, to: new) {
            if let change = Change.dateMoved(label, rule: moved.rule, from: moved.from, to: moved.to) {
                changes.append(change)
            }
        }
        return changes.map { $0.overridden(by: overrides) }
    }

    /// Returns the rules whose own day of effect is another one in a further record, by id, with both days.
    ///
    /// A rule without a day of its own takes effect with its version: that its version moved is told of the version.
    private func ruleDaysMoved(
        from old: Int, to new: Int
    ) throws -> [(rule: String, from: CivilDate?, to: CivilDate?)] {
        guard isNative, records[old].rules != records[new].rules else { return [] }
        let (before, after) = (try texts.content(of: records[old]).rules, try texts.content(of: records[new]).rules)
        let days = (try effectiveDates(old).earliestKnown, try effectiveDates(new).earliestKnown)
        return (after?.rules ?? []).compactMap { rule in
            guard let former = before?.rules.first(where: { $0.id == rule.id }), former.effective != rule.effective
            else { return nil }
            return (rule.id, former.effective ?? days.0, rule.effective ?? days.1)
        }.sorted { $0.rule < $1.rule }
    }
}

extension Change {
    fileprivate static func withdrawn(_ label: String, since day: CivilDate, on last: CivilDate) -> Change {
        // What binds is asked at the end of a day.
        let summary =
            day < last
            ? "Version \(label), in force from \(day), was withdrawn on \(last)."
            : "Version \(label) was withdrawn before it took effect."
        return Change(
            id: recordChangeID("version-withdrawn", label, nil, nil), kind: "version-withdrawn",
            significance: .material,
            direction: .neutral, section: [], before: nil, after: nil,
            summary: summary,
            reason: "Its latest record says that it is withdrawn.", introducedIn: label)
    }

    fileprivate static func dateMoved(
        _ label: String, audience: String? = nil, rule: String? = nil, from: CivilDate?, to: CivilDate?
    ) -> Change? {
        if from == to { return nil }
        let what = rule.map { "Rule “\($0)” of version \(label)" } ?? "Version \(label)"
        let whom = audience.map { " for \($0)" } ?? ""
        let kind: String
        let summary: String
        switch (from, to) {
        case (let from?, let to?) where from < to:
            kind = "effective-date-postponed"
            summary =
                "\(what) takes effect\(whom) on \(to), not on \(from) as stated before: it was postponed."
        case (let from?, let to?):
            kind = "effective-date-advanced"
            summary =
                "\(what) takes effect\(whom) on \(to), not on \(from) as stated before: it was brought forward."
        case (nil, let to?):
            kind = "effective-date-set"
            summary = "\(what) takes effect\(whom) on \(to); the day was not known before."
        default:
            kind = "effective-date-postponed"
            summary =
                "\(what) no longer states when it takes effect\(whom)\(from.map { " (\($0) before)" } ?? "")."
        }
        return Change(
            id: recordChangeID(kind, label + (audience ?? "") + (rule.map { "#" + $0 } ?? ""), from, to), kind: kind,
            significance: .material, direction: .neutral, section: [], rule: rule, before: nil, after: nil,
            focus: Focus(before: from?.description, after: to?.description, audience: audience), summary: summary,
            reason: "The same version was recorded again with another day of effect.", introducedIn: label)
    }

    /// Hashes kind, label and dates (FNV-1a, 64 bits), as 16 hexadecimal digits.
    private static func recordChangeID(_ kind: String, _ label: String, _ from: CivilDate?, _ to: CivilDate?) -> String
    {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in [kind, label, from?.description ?? "-", to?.description ?? "-"] {
            for byte in Array(part.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

import PolicyDiff
import PolicyModel

extension Timeline {
    /// Returns what a reader should know of a window beside its changes.
    ///
    /// - Parameter told: The changes of the window as they are told, those of the versions' own dates among them.
    func notes(before: Position?, steps: [Position], told: Comparison, in window: Window) throws -> [PolicyNote] {
        guard let last = steps.last else { return [] }
        let withdrawn = try withdrawals(steps, told)
        if isVoid(last) {
            let end: [PolicyNote] =
                points[last.point].isEnd ? [.ended(records[last.entry].recorded.utcDay)] : []
            return (before == nil ? [try beginning(before: steps[0])] : []) + withdrawn + end
        }
        guard let before, !points[before.point].isEnd else { return [try beginning(before: steps[0])] + withdrawn }
        var notes = withdrawn
        if let end = steps.lastIndex(where: { points[$0.point].isEnd }) {
            notes.append(
                .interrupted(
                    ended: records[steps[end].entry].recorded.utcDay,
                    back: records[steps[end + 1].entry].recorded.utcDay))
        }
        if let former = try formerID(from: before, to: last) { notes.append(.renamed(from: former)) }
        if told.changes.isEmpty {
            let times = try returns(to: before, among: steps)
            if times > 0 {
                notes.append(.changedBackAndForth(times: times))
            } else if !steps.contains(where: { points[$0.point].isEnd || $0.withdrawn != nil }) {
                notes.append(.republished(versions: steps.count))
            }
        } else {
            let bringers = Set(told.changes.compactMap(\.introducedIn))
            let others = steps.indices.filter {
                steps[$0].withdrawn == nil && !bringers.contains(points[steps[$0].point].label)
            }
            let changed = try areChanged(others.map { (steps[$0], after: $0 == 0 ? before : steps[$0 - 1]) })
            for (place, isChanged) in zip(others, changed) where !isChanged {
                notes.append(.nothingNew(label: points[steps[place].point].label))
            }
        }
        return notes
    }

    /// What is to be known of a policy that nothing bound of before the window.
    private func beginning(before step: Position) throws -> PolicyNote {
        let former = try points.indices.last {
            let withdrawal = try withdrawal($0).map { records[$0] }
            let isOver =
                points[$0].latest < step.entry
                && (withdrawal.map { $0.recorded <= records[step.entry].recorded } ?? true)
            return try isOver && $0 < step.point && !points[$0].isEnd && !isStillborn($0, .effective)
        }
        guard let former else {
            let first = records[step.entry]
            return texts.source.historyEnd?.commit == first.commit ? .cutOff(first.recorded.utcDay) : .new
        }
        let position = latest(former)
        return .returned(last: try version(position, at: Cut(endOf: records[step.entry].recorded.utcDay)))
    }

    /// The versions in force that were taken back, where no change says so.
    private func withdrawals(_ steps: [Position], _ told: Comparison) throws -> [PolicyNote] {
        let said = Set(told.changes.filter { $0.kind == "version-withdrawn" }.compactMap(\.introducedIn))
        return try steps.compactMap { step in
            guard let point = step.withdrawn, !said.contains(points[point].label),
                let withdrawal = try withdrawal(point), let standing = try standing(point, .effective)
            else { return nil }
            return .withdrawn(
                label: points[point].label, from: standing.day, on: records[withdrawal].recorded.utcDay)
        }
    }

    /// How often a text went away from what it was and came back to it; that the policy was gone meanwhile is told apart.
    private func returns(to before: Position, among steps: [Position]) throws -> Int {
        let texts = steps.filter { !isVoid($0) }
        let changed = try areChanged(texts.indices.dropFirst().map { (texts[$0], after: texts[$0 - 1]) })
        let changes = zip(texts.dropFirst(), changed).filter(\.1).map(\.0)
        return try areChanged(changes.map { ($0, after: before) }).count { !$0 }
    }

    /// Whether each step's text or rules differ from those of a step before it, in a way that a comparison sees.
    private func areChanged(_ pairs: [(step: Position, after: Position)]) throws -> [Bool] {
        var changed = [Bool](repeating: false, count: pairs.count)
        var compared: [(place: Int, old: PolicyRecord, new: PolicyRecord)] = []
        for (place, pair) in pairs.enumerated() {
            let (old, new) = (records[pair.after.entry], records[pair.step.entry])
            if texts.areIdentical(old, new) { continue }
            changed[place] = isVoid(pair.step) || isVoid(pair.after)
            if !changed[place] { compared.append((place, old, new)) }
        }
        let differ = try texts.differ(compared.map { ($0.old, $0.new) })
        for (item, isChanged) in zip(compared, differ) { changed[item.place] = isChanged }
        return changed
    }

    /// The readers for whom a version takes effect on a day of their own that the window's beginning had not reached.
    ///
    /// - Parameter positions: what binds one after the other, from before the window on.
    func audiences(of positions: [Position], in window: Window) throws -> [PolicyNote] {
        guard window.axis == .effective, isNative else { return [] }
        var notes: [PolicyNote] = []
        for (place, position) in positions.enumerated() where position.withdrawn == nil {
            let next = try positions[(place + 1)...].first { $0.point != position.point }
                .flatMap { try standing($0.point, .effective)?.day }
            let own = try standing(position.point, .effective)?.day
            let stated = try statement(entry(of: position.point, at: window.until))?.effective.audiences ?? []
            for audience in stated {
                guard let day = audience.date, day > window.since.lastDay, day != own,
                    next.map({ day < $0 }) ?? true
                else { continue }
                let note = PolicyNote.audience(label: points[position.point].label, name: audience.name, day: day)
                if !notes.contains(note) { notes.append(note) }
            }
        }
        return notes
    }

    private func formerID(from: Position, to: Position) throws -> PolicyID? {
        guard !isNative else { return nil }
        let (old, new) = (records[from.entry].path, records[to.entry].path)
        if old.utf8.elementsEqual(new.utf8) { return nil }
        let stem = old.withoutMarkdownExtension
        return history.aliases.first { stem.hasSuffix($0.text) } ?? PolicyID(stem)
    }
}

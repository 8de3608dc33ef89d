import PolicyDiff
import PolicyModel

extension Timeline {
    /// How many steps are compared one by one for a note; beyond it only whether their bytes differ is looked at.
    private static let closelyReadSteps = 40

    /// Returns what a reader should know of a window beside its changes.
    func notes(before: Position?, steps: [Position], net: Comparison, in window: Window) throws -> [PolicyNote] {
        guard let last = steps.last else { return [] }
        if points[last.point].isEnd { return [.ended(records[last.entry].recorded.utcDay)] }
        guard let before else { return [.new] }
        if points[before.point].isEnd {
            guard let former = points.indices.last(where: { $0 < before.point && !points[$0].isEnd }) else {
                return [.new]
            }
            let position = Position(point: former, entry: points[former].latest)
            return [.returned(last: try version(position, at: window.until))]
        }
        var notes: [PolicyNote] = []
        if let former = try formerID(from: before, to: last) { notes.append(.renamed(from: former)) }
        let changed = try changedSteps(from: before, steps)
        if net.changes.isEmpty {
            let times = changed.count { $0 }
            notes.append(times > 0 ? .changedBackAndForth(times: times) : .republished(versions: steps.count))
        } else {
            let bringers = Set(net.changes.compactMap(\.introducedIn))
            for (step, isChanged) in zip(steps, changed)
            where !isChanged && !bringers.contains(points[step.point].label) {
                notes.append(.nothingNew(label: points[step.point].label))
            }
        }
        return notes
    }

    /// Whether each step differs from the one before it.
    private func changedSteps(from before: Position, _ steps: [Position]) throws -> [Bool] {
        var previous = before
        return try steps.map { step in
            defer { previous = step }
            let (old, new) = (records[previous.entry], records[step.entry])
            if texts.areIdentical(old, new) { return false }
            if points[step.point].isEnd || points[previous.point].isEnd || steps.count > Self.closelyReadSteps {
                return true
            }
            return try !texts.comparison(from: old, to: new).changes.isEmpty
        }
    }

    private func formerID(from: Position, to: Position) throws -> PolicyID? {
        guard !isNative else { return nil }
        let (old, new) = (records[from.entry].path, records[to.entry].path)
        if old.utf8.elementsEqual(new.utf8) { return nil }
        let stem = old.withoutMarkdownExtension
        return history.aliases.first { stem.hasSuffix($0.text) } ?? PolicyID(stem)
    }
}

import PolicyDiff
import PolicyModel

extension Timeline {
    /// Returns what a reader should know of a window beside its changes.
    func notes(before: Position?, steps: [Position], net: Comparison, in window: Window) throws -> [PolicyNote] {
        guard let last = steps.last else { return [] }
        if points[last.point].isEnd {
            let ended = PolicyNote.ended(records[last.entry].recorded.utcDay)
            return before == nil ? [.new, ended] : [ended]
        }
        guard let before else { return [.new] }
        if points[before.point].isEnd {
            guard let former = points.indices.last(where: { $0 < before.point && !points[$0].isEnd }) else {
                return [.new]
            }
            let position = Position(point: former, entry: points[former].latest)
            return [.returned(last: try version(position, at: window.until))]
        }
        var notes: [PolicyNote] = []
        if let end = steps.lastIndex(where: { points[$0.point].isEnd }) {
            notes.append(
                .interrupted(
                    ended: records[steps[end].entry].recorded.utcDay,
                    back: records[steps[end + 1].entry].recorded.utcDay))
        }
        if let former = try formerID(from: before, to: last) { notes.append(.renamed(from: former)) }
        if net.changes.isEmpty {
            let times = try steps.indices.count { place in
                try place > 0 && isChanged(steps[place], after: steps[place - 1])
                    && !isChanged(steps[place], after: before)
            }
            notes.append(times > 0 ? .changedBackAndForth(times: times) : .republished(versions: steps.count))
        } else {
            let bringers = Set(net.changes.compactMap(\.introducedIn))
            for (place, step) in steps.enumerated() where !bringers.contains(points[step.point].label) {
                if try isChanged(step, after: place == 0 ? before : steps[place - 1]) { continue }
                notes.append(.nothingNew(label: points[step.point].label))
            }
        }
        return notes
    }

    /// Whether a step's text or rules differ from those of the step before it, in a way that a comparison sees.
    private func isChanged(_ step: Position, after previous: Position) throws -> Bool {
        let (old, new) = (records[previous.entry], records[step.entry])
        if texts.areIdentical(old, new) { return false }
        if points[step.point].isEnd || points[previous.point].isEnd { return true }
        return try !texts.comparison(from: old, to: new).changes.isEmpty
    }

    private func formerID(from: Position, to: Position) throws -> PolicyID? {
        guard !isNative else { return nil }
        let (old, new) = (records[from.entry].path, records[to.entry].path)
        if old.utf8.elementsEqual(new.utf8) { return nil }
        let stem = old.withoutMarkdownExtension
        return history.aliases.first { stem.hasSuffix($0.text) } ?? PolicyID(stem)
    }
}

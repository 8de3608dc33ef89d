import PolicyDiff
import PolicyModel

extension Chronicle {
    /// Returns how often policies change, how much, and how well that is announced.
    ///
    /// - Parameters:
    ///   - policies: The policies as people name them; all where empty.
    ///   - axis: The time line on which versions stand in their years.
    ///   - at: The day that the states are told for; the present where nil.
    ///   - knownAt: Leaves out what was recorded later.
    /// - Throws: `QueryError` for an unknown policy; what the source throws. Cost: a comparison for each version.
    package func statistics(
        policies names: [String] = [], axis: Axis = .effective, at: When? = nil, knownAt: When? = nil
    ) throws -> Statistics {
        let cut = at?.end ?? present
        let found = try concurrentMap(try histories(named: names)) { history -> Statistics.Entry? in
            guard let timeline = try self.timeline(of: history, knownAt: knownAt) else { return nil }
            return try timeline.statistics(axis, at: cut)
        }
        let entries = found.compactMap { $0 }
        var figures = Statistics.Figures()
        for entry in entries { figures.add(entry.figures) }
        figures.finish()
        return Statistics(
            axis: axis, knownAt: knownAt, today: cut.lastDay, figures: figures, entries: entries,
            findings: source.findings)
    }
}

extension Timeline {
    fileprivate func statistics(_ axis: Axis, at cut: Cut) throws -> Statistics.Entry {
        let positions = try positions(all: false, axis)
        let comparisons = try changes(at: positions, all: false, axis)
        var figures = Statistics.Figures()
        var marks: [Statistics.Mark] = []
        for (position, comparison) in zip(positions, comparisons) where !points[position.point].isEnd {
            let version = try version(position, at: cut)
            let day =
                axis == .recorded
                ? version.recorded.utcDay : try standing(position.point, axis)?.day ?? version.recorded.utcDay
            var counts = Statistics.Counts(versions: 1)
            for change in comparison?.changes ?? [] { counts.changes[change.significance, default: 0] += 1 }
            if let comparison, comparison.significance ?? .editorial == .editorial { counts.withoutSubstance = 1 }
            figures.add(counts, in: day.year)
            marks.append(
                Statistics.Mark(
                    version: version, day: day, significance: comparison?.significance, isFirst: comparison == nil))
            if let published = version.published, let effective = version.effective.earliestKnown, !version.isWithdrawn
            {
                figures.notices.append(effective.daysSinceEpoch - published.daysSinceEpoch)
            }
        }
        try countDateLines(&figures)
        figures.finish()
        let newest = records.indices.last
        return Statistics.Entry(
            policy: try name(), figures: figures, marks: marks,
            ended: newest.flatMap { records[$0].isDeletion ? records[$0].recorded.utcDay : nil })
    }

    /// Counts what the dates do not say: other substance under the same dates, other dates without other substance.
    private func countDateLines(_ figures: inout Statistics.Figures) throws {
        for entry in records.indices.dropFirst() {
            guard let before = try statement(entry - 1), let after = try statement(entry), !after.isWithdrawn,
                !before.isWithdrawn
            else { continue }
            let hasSameDates = before.published == after.published && before.effective == after.effective
            let isDated = [before, after].allSatisfy { $0.published != nil || $0.effective.earliestKnown != nil }
            let hasSameLabel = before.label != nil && before.label == after.label
            if !isDated || !hasSameDates && hasSameLabel { continue }
            if try texts.differInSubstance(records[entry - 1], records[entry]) {
                if hasSameDates { figures.silentChanges += 1 }
            } else if !hasSameDates {
                figures.datesMovedAlone += 1
            }
        }
    }
}

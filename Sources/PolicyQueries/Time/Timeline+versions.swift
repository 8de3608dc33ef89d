import PolicyDiff
import PolicyModel

extension Timeline {
    /// Returns one record of a version as a value, with its state at the cut and its marks.
    func version(_ position: Position, at cut: Cut) throws -> Version {
        let point = points[position.point]
        let statement = try statement(position.entry)
        let dates = try dates(position.entry)
        return Version(
            policy: history.id, label: point.label, title: statement?.title, record: records[position.entry],
            published: dates.published, effective: dates.effective,
            isWithdrawn: isNative && statement?.isWithdrawn == true, reason: statement?.reason,
            state: try state(of: position, at: cut), marks: try marks(position, dates))
    }

    /// Returns where a record of a version stands at the cut; this is always told on the effective axis.
    func state(of position: Position, at cut: Cut) throws -> VersionState {
        let point = points[position.point]
        if point.isEnd { return .ended }
        if try position.entry != counting(position.point),
            let next = point.entries.first(where: { $0 > position.entry })
        {
            let again = try recordedAgain(from: position.entry, to: next)
            if again.isCorrection { return .corrected }
            switch again.move {
            case .postponed: return .postponed
            case .advanced, .effectiveSet: return .advanced
            default: break
            }
            if try isWithdrawn(position.point) { return .withdrawn }
            return .superseded
        }
        if try isStillborn(position.point, .effective) || isWithdrawn(position.point, at: cut) { return .withdrawn }
        guard let standing = try standing(position.point, .effective) else { return .superseded }
        if !standing.isReached(at: cut) { return .upcoming }
        return try state(at: cut, .effective)?.point == position.point ? .inForce : .superseded
    }

    /// What a further record of one label did to it.
    struct RecordedAgain {
        let isCorrection: Bool
        let move: VersionMark?
    }

    func recordedAgain(from old: Int, to new: Int) throws -> RecordedAgain {
        let before = try statement(old)
        let after = try statement(new)
        var isCorrection = false
        if !texts.areIdentical(records[old], records[new]) {
            isCorrection = before?.title != after?.title
            if !isCorrection {
                isCorrection = try !texts.comparison(from: records[old], to: records[new]).changes.isEmpty
            }
        }
        let move: VersionMark? =
            switch (before?.effective.earliestKnown, after?.effective.earliestKnown) {
            case (let from?, let to?) where from < to: .postponed(from: from, to: to)
            case (let from?, let to?) where to < from: .advanced(from: from, to: to)
            case (nil, let to?): .effectiveSet(to: to)
            default: nil
            }
        return RecordedAgain(isCorrection: isCorrection, move: move)
    }

    private func marks(_ position: Position, _ dates: RecordDates) throws -> [VersionMark] {
        let entry = position.entry
        let point = points[position.point]
        var marks: [VersionMark] = []
        if let previous = point.entries.last(where: { $0 < entry }) {
            let again = try recordedAgain(from: previous, to: entry)
            if let move = again.move { marks.append(move) }
            if again.isCorrection { marks.append(.correction) }
        }
        if let day = dates.silentlyChanged, try isChangedInSubstance(entry) {
            marks.append(.silentChange(statedDate: day))
        }
        if !point.isEnd, dates.effective.earliestKnown == nil {
            let day = dates.published ?? records[point.first].recorded.utcDay
            marks.append(.effectiveUnknown(standsAt: day, isPublishedDay: dates.published != nil))
        }
        if let effective = dates.effective.earliestKnown {
            if let published = dates.published, effective < published { marks.append(.retroactive) }
            if try latestEffectiveDay(before: position.point).map({ effective < $0 }) ?? false {
                marks.append(.effectiveBackwards)
            }
        }
        if entry > 0, records[entry].recorded < records[entry - 1].recorded { marks.append(.recordedBackwards) }
        if let former = formerID(entry) { marks.append(.renamed(from: former)) }
        return marks
    }

    /// Whether a record's substance differs from that of the record before it.
    private func isChangedInSubstance(_ entry: Int) throws -> Bool {
        guard entry > 0, !records[entry - 1].isDeletion else { return true }
        return try texts.differInSubstance(records[entry - 1], records[entry])
    }

    /// The latest day that a version recorded earlier states; a recurring date line states nothing new.
    private func latestEffectiveDay(before point: Int) throws -> CivilDate? {
        var latest: CivilDate?
        for earlier in points.indices.prefix(point) where try !isStillborn(earlier, .effective) {
            if let day = try statement(counting(earlier))?.effective.earliestKnown,
                day > latest ?? day.adding(days: -1)
            {
                latest = day
            }
        }
        return latest
    }

    /// The id that the record before carried the policy under, where it was another.
    func formerID(_ entry: Int) -> PolicyID? {
        guard !isNative, entry > 0, !records[entry].isDeletion, !records[entry - 1].isDeletion else { return nil }
        let path = records[entry - 1].path
        if path.utf8.elementsEqual(records[entry].path.utf8) { return nil }
        let stem = path.withoutMarkdownExtension
        return history.aliases.first { stem.hasSuffix($0.text) } ?? PolicyID(stem)
    }
}

extension String {
    /// The path without `.md` or `.markdown`.
    var withoutMarkdownExtension: String {
        for ending in [".md", ".markdown"] where lowercased().hasSuffix(ending) {
            return String(dropLast(ending.count))
        }
        return self
    }
}

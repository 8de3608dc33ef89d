import PolicyModel

/// What is settled about the date lines of one policy's texts: "Effective March 25, 2026" under which the text went on changing.
///
/// In the `documents` layout a stated date belongs to the first record that bears it. A later record with the same date line
/// and the same substance (a typo mended, a link moved) keeps the date; one with other substance has it unknown, a silent change,
/// and so has every later record under that line: otherwise a text that went from A to B and back to A would
/// stand at a day before B, and B would seem to be in force for ever.
struct DateLines {
    enum Line: Hashable {
        case effective(CivilDate)
        case published(CivilDate)
    }

    struct Bearers {
        /// The places of the records that bear the line, oldest first.
        var entries: [Int]
        /// How many of them have been looked at; the first owns the date.
        var settled = 1
        /// The place among them of the first with other substance.
        var broken: Int?
    }

    var bearers: [Line: Bearers]?
}

/// The dates of one record, with those it does not own taken off.
struct RecordDates {
    var effective: EffectiveDates
    var published: CivilDate?
    /// The day on its date line where that belongs to an earlier record of other substance.
    var silentlyChanged: CivilDate?
}

extension Timeline {
    /// Returns the dates of a record; in `documents` this may compare texts, each pair once.
    func dates(_ entry: Int) throws -> RecordDates {
        guard let statement = try statement(entry) else { return RecordDates(effective: EffectiveDates()) }
        let effective = try effectiveDates(entry)
        let published = try publishedDay(entry)
        let effectiveLost = effective.standard == nil ? statement.effective.standard : nil
        let publishedLost = published == nil ? statement.published : nil
        return RecordDates(
            effective: effective, published: published, silentlyChanged: effectiveLost ?? publishedLost)
    }

    /// Returns the days of effect that a record owns.
    func effectiveDates(_ entry: Int) throws -> EffectiveDates {
        guard let stated = try statement(entry)?.effective else { return EffectiveDates() }
        guard let day = stated.standard, try !owns(.effective(day), entry) else { return stated }
        return EffectiveDates(standard: nil, audiences: stated.audiences)
    }

    /// Returns the published day that a record owns.
    func publishedDay(_ entry: Int) throws -> CivilDate? {
        guard let day = try statement(entry)?.published, try owns(.published(day), entry) else { return nil }
        return day
    }

    /// Whether a record owns its date line; nil where it takes a comparison to know.
    func isKnownToOwn(_ line: DateLines.Line, _ entry: Int) throws -> Bool? {
        guard !isNative, let bearers = try bearers(of: line), let place = bearers.entries.firstIndex(of: entry) else {
            return true
        }
        if let broken = bearers.broken { return place < broken }
        return place < bearers.settled ? true : nil
    }

    private func owns(_ line: DateLines.Line, _ entry: Int) throws -> Bool {
        guard !isNative, var bearers = try bearers(of: line), let place = bearers.entries.firstIndex(of: entry) else {
            return true
        }
        let owner = records[bearers.entries[0]]
        while bearers.broken == nil, bearers.settled <= place {
            if try texts.differInSubstance(owner, records[bearers.entries[bearers.settled]]) {
                bearers.broken = bearers.settled
            }
            bearers.settled += 1
        }
        dateLines.bearers?[line] = bearers
        return bearers.broken.map { place < $0 } ?? true
    }

    fileprivate func bearers(of line: DateLines.Line) throws -> DateLines.Bearers? {
        if dateLines.bearers == nil {
            var all: [DateLines.Line: DateLines.Bearers] = [:]
            for entry in records.indices {
                let statement = try statement(entry)
                if let day = statement?.effective.standard {
                    all[.effective(day), default: DateLines.Bearers(entries: [])].entries.append(entry)
                }
                if let day = statement?.published {
                    all[.published(day), default: DateLines.Bearers(entries: [])].entries.append(entry)
                }
            }
            dateLines.bearers = all
        }
        return dateLines.bearers?[line]
    }
}

extension Timeline {
    /// Whether a record bears the date line of an earlier one in the `documents` layout: no version that says something new of its date.
    func repeatsDateLine(_ entry: Int, _ axis: Axis) throws -> Bool {
        guard !isNative, let statement = try statement(entry) else { return false }
        let lines = [
            axis == .effective ? statement.effective.standard.map { DateLines.Line.effective($0) } : nil,
            statement.published.map { DateLines.Line.published($0) },
        ]
        guard let line = lines.compactMap({ $0 }).first else { return false }
        return try bearers(of: line)?.entries.first != entry
    }
}

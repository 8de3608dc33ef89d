package import PolicyModel

/// How often policies change, how much, and how well that is announced.
package struct Statistics: Hashable, Sendable {
    /// How much changed.
    package struct Counts: Hashable, Sendable {
        /// How many versions there are.
        package internal(set) var versions = 0
        /// How many of them changed nothing but wording or layout, or nothing at all; the first one is not among them.
        package internal(set) var withoutSubstance = 0
        /// How many changes they made, by weight.
        package internal(set) var changes: [Significance: Int] = [:]

        /// How many changes they made.
        package var allChanges: Int { changes.values.reduce(0, +) }

        /// The share of the editorial changes in percent, rounded; nil where there are no changes.
        package var editorialPercent: Int? {
            let all = allChanges
            return all == 0 ? nil : ((changes[.editorial] ?? 0) * 200 + all) / (2 * all)
        }
    }

    /// One year's part.
    package struct Year: Hashable, Sendable {
        /// The year in which the versions stand.
        package let year: Int
        /// How much changed in it.
        package internal(set) var counts: Counts
    }

    /// One version as a mark on a line of time.
    package struct Mark: Hashable, Sendable {
        /// The version.
        package let version: Version
        /// The day it stands at.
        package let day: CivilDate
        /// The weight of what it changed; nil where that is nothing, or where it is the first one.
        package let significance: Significance?
        /// Whether no version comes before it.
        package let isFirst: Bool
    }

    /// What is counted of one policy, or of several together.
    package struct Figures: Hashable, Sendable {
        /// All years together.
        package internal(set) var total = Counts()
        /// Each year from the first to the last version; of those without any, those between years that are near each other.
        package internal(set) var years: [Year] = []
        /// Records whose substance differs from that of the record before under the same dates: nothing told readers.
        package internal(set) var silentChanges = 0
        /// Records that state other dates than the version before without a change in substance.
        package internal(set) var datesMovedAlone = 0
        /// The days from the announcement to the day of effect of each version where both are known, ascending; negative where it took effect first.
        package internal(set) var notices: [Int] = []

        /// The middle one of the notices in days, of two the mean, halves rounded up; nil where there are none.
        package var medianNotice: Int? {
            guard !notices.isEmpty else { return nil }
            let (low, high) = (notices[(notices.count - 1) / 2], notices[notices.count / 2])
            let sum = low + high + 1
            return sum >= 0 ? sum / 2 : (sum - 1) / 2
        }
    }

    /// One policy.
    package struct Entry: Hashable, Sendable {
        /// The policy.
        package let policy: PolicyName
        /// What is counted of it.
        package let figures: Figures
        /// Its versions as marks on a line of time, oldest first.
        package let marks: [Mark]
        /// The day on which it ended; nil where it stands.
        package let ended: CivilDate?
    }

    /// The time line on which versions stand in their years.
    package let axis: Axis
    /// The time as of which it was asked; nil where all records count.
    package let knownAt: When?
    /// The day it was asked on, up to which what stands goes on.
    package let today: CivilDate
    /// All policies together.
    package let figures: Figures
    /// The policies, by id.
    package let entries: [Entry]
    /// What was noticed in the repository.
    package let findings: [Finding]
}

extension Statistics.Counts {
    mutating func add(_ other: Self) {
        versions += other.versions
        withoutSubstance += other.withoutSubstance
        changes.merge(other.changes, uniquingKeysWith: +)
    }
}

extension Statistics.Figures {
    /// Adds what one version changed in its year.
    mutating func add(_ counts: Statistics.Counts, in year: Int) {
        total.add(counts)
        if let place = years.firstIndex(where: { $0.year == year }) {
            years[place].counts.add(counts)
        } else {
            years.append(Statistics.Year(year: year, counts: counts))
        }
    }

    /// Adds what is counted of another policy.
    mutating func add(_ other: Self) {
        for year in other.years { add(year.counts, in: year.year) }
        silentChanges += other.silentChanges
        datesMovedAlone += other.datesMovedAlone
        notices += other.notices
    }

    /// Sorts what was gathered, and fills the years between others that are near each other.
    mutating func finish() {
        notices.sort()
        years.sort { $0.year < $1.year }
        var filled: [Statistics.Year] = []
        for year in years {
            // A version dated far off makes no list of empty years up to it.
            if let last = filled.last?.year, year.year - last <= 10 {
                filled += ((last + 1)..<year.year).map { Statistics.Year(year: $0, counts: Statistics.Counts()) }
            }
            filled.append(year)
        }
        years = filled
    }
}

package import PolicyModel

/// The time that a question is asked about: a day, or a moment.
package enum When: Hashable, Sendable {
    /// A whole day: "since" it starts at its beginning, "at" and "until" it mean its end.
    case day(CivilDate)
    /// A moment: what was recorded exactly then is included.
    case moment(Instant)
}

extension When: CustomStringConvertible {
    /// The day as `YYYY-MM-DD`, the moment as RFC 3339 in UTC.
    package var description: String {
        switch self {
        case .day(let day): day.description
        case .moment(let moment): moment.description
        }
    }
}

extension When {
    /// The first moment that it covers.
    var start: Instant {
        switch self {
        case .day(let day): day.startOfDay
        case .moment(let moment): moment
        }
    }

    /// What has happened when this time is over: "at" and "until".
    var end: Cut {
        switch self {
        case .day(let day): Cut(endOf: day)
        case .moment(let moment): Cut(lastDay: moment.utcDay, lastMoment: moment)
        }
    }

    /// What had happened before a reader who asks "since" this time looks: a day is not over yet, a moment is.
    var before: Cut {
        switch self {
        case .day(let day): Cut(beforeStartOf: day)
        case .moment: end
        }
    }
}

/// Where a question cuts the time line: everything up to here counts.
///
/// Civil days and recorded moments are cut apart, since a day of effect has no time of day.
struct Cut: Hashable, Sendable {
    /// The last civil day that counts.
    let lastDay: CivilDate
    /// The last recorded moment that counts.
    let lastMoment: Instant

    init(lastDay: CivilDate, lastMoment: Instant) {
        self.lastDay = lastDay
        self.lastMoment = lastMoment
    }

    init(endOf day: CivilDate) {
        let seconds = day.startOfDay.secondsSinceEpoch + 86_399
        self.init(lastDay: day, lastMoment: Instant(secondsSinceEpoch: seconds, nanoseconds: 999_999_999))
    }

    /// The cut, or another one where that is earlier.
    func bounded(by other: Cut) -> Cut {
        Cut(lastDay: min(lastDay, other.lastDay), lastMoment: min(lastMoment, other.lastMoment))
    }

    init(beforeStartOf day: CivilDate) {
        let seconds = day.startOfDay.secondsSinceEpoch - 1
        self.init(
            lastDay: day.adding(days: -1),
            lastMoment: Instant(secondsSinceEpoch: seconds, nanoseconds: 999_999_999))
    }
}

/// The present as the asker has it: the thinking rooms own no clock.
package struct Now: Hashable, Sendable {
    /// The moment.
    package let moment: Instant
    /// The day at the place that the settings name, else in UTC.
    package let today: CivilDate

    /// Makes the present; `today` is the UTC day of the moment where none is given.
    package init(_ moment: Instant, today: CivilDate? = nil) {
        self.moment = moment
        self.today = today ?? moment.utcDay
    }
}

/// The time line that a question is asked on.
package enum Axis: String, Hashable, Sendable, CaseIterable {
    /// The day a version starts to bind.
    case effective
    /// The day it was announced.
    case published
    /// The moment it entered the repository.
    case recorded
}

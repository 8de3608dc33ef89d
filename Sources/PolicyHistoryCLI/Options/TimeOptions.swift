import ArgumentParser
package import PolicyQueries

/// The time line that a question is asked on, and how much of it was known.
struct TimeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The time line: effective (when a version binds), published or recorded (when it entered the repository).",
            valueName: "axis"))
    var axis: Axis = .effective

    @Option(help: ArgumentHelp("Answer as it was known then: without what was recorded later.", valueName: "date"))
    var knownAt: String?

    /// Returns the time of `--known-at`; nil where it is not given.
    func known(now: Now) throws(QueryError) -> When? { try read(knownAt, now: now) }

    /// Returns the time that an option names; nil where it is not given.
    func read(_ option: String?, now: Now) throws(QueryError) -> When? {
        guard let option else { return nil }
        return try DateArgument.read(option, now: now)
    }
}

extension Axis: ExpressibleByArgument {}

import PolicyModel

/// What stops a question from being answered: made by the factories here, so that the wording lives in one place.
package struct QueryError: Error, Hashable, Sendable {
    /// What kind of obstacle it is.
    package enum Code: Hashable, Sendable {
        /// A date that cannot be read, or does not exist.
        case unreadableDate
        /// FROM lies after TO.
        case reversed
        /// A text to look for without any word.
        case nothingToSearch
        /// There is no such policy.
        case unknownPolicy
        /// The policy has no such version.
        case unknownVersion
        /// No version of the policy has such a part.
        case unknownPart
        /// The policy has no version in force then, or not enough versions.
        case noVersion
    }

    /// What kind of obstacle it is; exit statuses are decided on it.
    package let code: Code
    /// One sentence that says what failed and on what.
    package let message: String
    /// What to do about it.
    package let hint: String?
}

extension QueryError {
    static func missingDay(_ text: String) -> QueryError {
        QueryError(
            code: .unreadableDate, message: "The day \(text) does not exist in the calendar.",
            hint: "Give a day such as 2026-03-25.")
    }

    static func nothingToSearch(_ text: String) -> QueryError {
        QueryError(
            code: .nothingToSearch, message: "\"\(text)\" holds no word to look for.",
            hint: "Give words that follow one another in the text; a * at the end lets the last one go on.")
    }

    static func unreadableDate(_ text: String) -> QueryError {
        QueryError(
            code: .unreadableDate, message: "The date \"\(text)\" cannot be read.",
            hint:
                "Give a day (2026-03-25), a moment with its zone (2026-03-25T10:00:00Z), today, yesterday, or \"30 days ago\"."
        )
    }

    static func momentWithoutZone(_ text: String) -> QueryError {
        QueryError(
            code: .unreadableDate, message: "The moment \"\(text)\" names no zone.",
            hint: "Add one: \(text)Z for UTC, or \(text)+02:00.")
    }

    static func reversed(_ from: String, _ to: String) -> QueryError {
        QueryError(
            code: .reversed, message: "\(from) comes after \(to).",
            hint: "Give the earlier one first.")
    }

    static func unknownPolicy(_ name: String, nearest: [String]) -> QueryError {
        let hint =
            nearest.isEmpty
            ? "`policyhistory policies` lists what is there."
            : "Did you mean " + nearest.map { "\"\($0)\"" }.joined(separator: " or ") + "?"
        return QueryError(code: .unknownPolicy, message: "There is no policy \"\(name)\".", hint: hint)
    }

    static func unknownVersion(_ argument: String, policy: String, labels: [String]) -> QueryError {
        QueryError(
            code: .unknownVersion,
            message:
                "\"\(argument)\" is no version of \(policy): neither a label, nor a date, nor a revision that git knows.",
            hint: labels.isEmpty
                ? "`policyhistory log` lists the versions."
                : "Its latest versions are " + labels.joined(separator: ", ") + ".")
    }

    static func offTheLine(_ argument: String) -> QueryError {
        QueryError(
            code: .unknownVersion,
            message: "The revision \"\(argument)\" is not on the line of first parents that the timeline follows.",
            hint: "Name the merge that brought it in, a label or a date.")
    }

    static func nothingInForce(_ policy: String, at when: String, hint: String?) -> QueryError {
        QueryError(
            code: .noVersion, message: "No version of \(policy) is in force at \(when).", hint: hint)
    }

    static func nothingKnown(_ policy: String, at when: String, hint: String?) -> QueryError {
        QueryError(
            code: .noVersion, message: "Nothing of \(policy) had been recorded by \(when).", hint: hint)
    }

    static func noSuchPart(_ part: PartSelector, in policy: String, nearest: [String]) -> QueryError {
        let (what, look): (String, String) =
            switch part {
            case .rule(let id): ("rule \"\(id)\"", "`policyhistory blame` lists the rules.")
            case .section(let heading): ("section headed \"\(heading)\"", "`policyhistory blame` lists the headings.")
            case .match(let text): ("clause that contains \"\(text)\"", "Give a few words as they stand in one clause.")
            }
        let hint =
            nearest.isEmpty
            ? look : "Did you mean " + nearest.map { "\"\($0)\"" }.joined(separator: " or ") + "?"
        return QueryError(
            code: .unknownPart, message: "No version of \(policy) has a \(what).", hint: hint)
    }

    static func onlyOneVersion(_ policy: String) -> QueryError {
        QueryError(
            code: .noVersion, message: "\(policy) has a single version: there is nothing to compare it with.",
            hint: "`policyhistory show` prints it.")
    }
}

/// Why a file could not be rewritten.
package struct ParsingError: Error, Hashable, Sendable {
    /// What went wrong, for callers that branch on it.
    package enum Code: Hashable, Sendable {
        /// The front matter states another value than the one to be written.
        case conflictingValue
        /// The front matter cannot be read, so that nothing can be written into it safely.
        case unreadableFrontMatter
    }

    /// What went wrong.
    package let code: Code
    /// A sentence that names the file and the value.
    package let message: String
    /// What to do about it.
    package let hint: String?
}

extension ParsingError {
    /// The front matter states something else.
    static func conflict(_ path: String, _ key: String, _ old: String, _ new: String) -> ParsingError {
        ParsingError(
            code: .conflictingValue,
            message: "The front matter of '\(path)' has '\(key): \(old)', which is not '\(new)'.",
            hint: "Change it to '\(new)' or leave the option out.")
    }

    /// The front matter cannot be written into.
    static func unreadable(_ path: String, _ why: String) -> ParsingError {
        ParsingError(
            code: .unreadableFrontMatter, message: "The front matter of '\(path)' cannot be changed: \(why).",
            hint: "Correct it by hand.")
    }
}

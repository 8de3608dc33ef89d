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

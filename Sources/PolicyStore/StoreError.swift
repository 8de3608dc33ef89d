/// What keeps the store from reading or recording, in words for the person at the terminal.
package struct StoreError: Error, Hashable, Sendable {
    /// What kind of failure it is, for the exit status.
    package enum Code: Hashable, Sendable {
        /// What was asked for is not there.
        case notFound
        /// What is there cannot be made sense of.
        case badData
        /// What was asked cannot be done that way.
        case usage
        /// Reading or writing failed.
        case io
    }

    /// What kind of failure it is.
    package let code: Code
    /// One sentence that says what failed, on what.
    package let message: String
    /// What to do about it, where something can be done.
    package let hint: String?

    init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    /// Keeps an error of the store as it is, and says of another what it says of itself.
    init(wrapping error: any Error) {
        self =
            switch error {
            case let error as StoreError: error
            case let error as GitError: .git(error, doing: "go on")
            case let error as FileSystem.Failure: .unwritable(error)
            default: StoreError(.io, "\(error)")
            }
    }
}

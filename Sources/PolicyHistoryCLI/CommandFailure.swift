/// What stops a command that no other room reports: wrong usage, files that cannot be read or written.
struct CommandFailure: Error, Hashable {
    /// What kind of failure it is.
    enum Code: Hashable {
        /// The arguments do not fit together or cannot be read.
        case usage
        /// The contents of a file are not what they should be.
        case badData
        /// Something that was named does not exist.
        case notFound
        /// Reading or writing failed.
        case inputOutput
    }

    /// What kind of failure it is.
    let code: Code
    /// One sentence that says what failed, on what.
    let message: String
    /// What to do about it.
    let hint: String?

    private init(_ code: Code, _ message: String, hint: String? = nil) {
        self.code = code
        self.message = message
        self.hint = hint
    }

    // MARK: Usage

    static func unreadableDate(_ text: String, why: String? = nil) -> CommandFailure {
        CommandFailure(
            .usage, why ?? "\"\(text)\" cannot be read as a date",
            hint: "Dates are written 2026-03-25, 2026-03-25T10:00:00Z, today, yesterday or \"30 days ago\".")
    }

    static func backwards(from: String, to: String) -> CommandFailure {
        CommandFailure(
            .usage, "\(from) is after \(to)", hint: "Name the earlier one first.")
    }

    static func usage(_ message: String, hint: String? = nil) -> CommandFailure {
        CommandFailure(.usage, message, hint: hint)
    }

    // MARK: Files

    static func noSuchFile(_ path: String) -> CommandFailure {
        CommandFailure(.notFound, "there is no file or folder \"\(path)\"")
    }

    static func nothingToCompare(_ path: String) -> CommandFailure {
        CommandFailure(
            .notFound, "the folder \"\(path)\" holds neither policy.md nor rules.yaml",
            hint: "Name a folder with one of them, or name the two files themselves.")
    }

    static func unreadable(_ path: String, why: String) -> CommandFailure {
        CommandFailure(.inputOutput, "\"\(path)\" cannot be read: \(why)")
    }

    static func unwritable(_ path: String, why: String) -> CommandFailure {
        CommandFailure(
            .inputOutput, "the answer cannot be written to \"\(path)\": \(why)",
            hint: "Name a file in a folder that exists and that you may write to.")
    }

    static func badData(_ message: String, hint: String? = nil) -> CommandFailure {
        CommandFailure(.badData, message, hint: hint)
    }
}

import PolicyModel

/// What stops a command that no other room reports: wrong usage, files that cannot be read or written.
struct CommandFailure: Error, Hashable {
    /// What kind of failure it is.
    enum Code: Hashable {
        /// The arguments do not fit together.
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

    static func usage(_ message: String, hint: String? = nil) -> CommandFailure {
        CommandFailure(.usage, message, hint: hint)
    }

    static func noForm(_ form: OutputFormat, of command: String, but forms: [OutputFormat]) -> CommandFailure {
        CommandFailure(
            .usage, "\(command) has no \(form.rawValue) form.",
            hint: "Its forms are " + forms.map(\.rawValue).joined(separator: ", ") + ".")
    }

    static func fileOnTerminal(_ form: OutputFormat) -> CommandFailure {
        CommandFailure(
            .usage, "\(form.rawValue) is a file, and nothing that a terminal can show.",
            hint: "Say where it goes: --output redline.\(form.rawValue)")
    }

    static func unlikeKinds(_ before: String, _ after: String) -> CommandFailure {
        CommandFailure(
            .usage, "\(before) cannot be compared with \(after).",
            hint: "Name two Markdown files, two rules.yaml, or two folders that hold policy.md or rules.yaml.")
    }

    static func noSuchFile(_ path: String) -> CommandFailure {
        CommandFailure(
            .notFound, "There is no file or folder \"\(path)\".",
            hint: "Check the path; it starts at the working folder.")
    }

    static func nothingToCompare(_ path: String) -> CommandFailure {
        CommandFailure(
            .notFound, "The folder \"\(path)\" holds neither policy.md nor rules.yaml.",
            hint: "Name a folder with one of them, or name the two files themselves.")
    }

    static let indexNowhere = CommandFailure(
        .inputOutput, "There is no place where the index could be written.",
        hint:
            "Make the repository's git directory or your cache folder (XDG_CACHE_HOME) writable; answers are complete without an index."
    )

    static func indexUnwritable(_ why: String) -> CommandFailure {
        CommandFailure(
            .inputOutput, "The index cannot be written: \(why).",
            hint: "Make room on the disk; answers are complete without an index.")
    }

    static func unreadable(_ path: String, why: String) -> CommandFailure {
        CommandFailure(.inputOutput, "\"\(path)\" cannot be read: \(why).")
    }

    static func unwritable(_ path: String, why: String) -> CommandFailure {
        CommandFailure(
            .inputOutput, "The answer cannot be written to \"\(path)\": \(why).",
            hint: "Name a file in a folder that exists and that you may write to.")
    }

    static func standardOutputFailed(why: String) -> CommandFailure {
        CommandFailure(.inputOutput, "The answer cannot be written to standard output: \(why).")
    }

    static func unusable(_ path: String, because findings: [Finding]) -> CommandFailure {
        findings.contains { $0.severity == .error }
            ? unusable(findings) : CommandFailure(.badData, "\(path): This file cannot be used.")
    }

    /// What the first error among findings says, with its own file and line.
    static func unusable(_ findings: [Finding]) -> CommandFailure {
        let first = findings.first { $0.severity == .error }
        let line = (first?.place?.lines).map { ":\($0.first)" } ?? ""
        let place = (first?.place).map { "\($0.path)\(line): " } ?? ""
        return CommandFailure(.badData, "\(place)\(first?.message ?? "The data cannot be used.")", hint: first?.fix)
    }

    static func staleDate(_ name: String, _ date: CivilDate, of label: String, in path: String) -> CommandFailure {
        CommandFailure(
            .badData, "\(path) still has \(name): \(date), the day of version \(label).",
            hint: "Give --\(name) for the new version, or write `\(name): unknown`.")
    }

    static func noNotice(_ path: String) -> CommandFailure {
        CommandFailure(
            .notFound, "There is no notice \"\(path)\".", hint: "Write it with `policyhistory notice draft`.")
    }

    static func noticeExists(_ path: String) -> CommandFailure {
        CommandFailure(
            .usage, "\(path) is there already, and may hold what people wrote.",
            hint: "Bring it up to date with `policyhistory notice update`.")
    }

    static func deletedPolicy(_ policy: String) -> CommandFailure {
        CommandFailure(
            .usage, "The text of \(policy) is deleted in the working folder.",
            hint: "Restore it, or commit its deletion with git.")
    }

    static func unknownCommand(_ name: String, known: [String], nearest: [String]) -> CommandFailure {
        unknown(.usage, "command", name, known: known, nearest: nearest)
    }

    static func unknownName(_ what: String, _ name: String, known: [String], nearest: [String]) -> CommandFailure {
        unknown(.notFound, what, name, known: known, nearest: nearest)
    }

    private static func unknown(
        _ code: Code, _ what: String, _ name: String, known: [String], nearest: [String]
    ) -> CommandFailure {
        let hint =
            nearest.isEmpty
            ? "There are: \(known.joined(separator: ", "))."
            : "Did you mean \(nearest.map { "\"\($0)\"" }.joined(separator: " or "))?"
        return CommandFailure(code, "There is no \(what) \"\(name)\".", hint: hint)
    }
}

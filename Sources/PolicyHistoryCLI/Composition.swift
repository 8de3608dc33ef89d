import ArgumentParser
import PolicyModel
import PolicyRendering

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What the command gets from the outside: clock, environment, folder and terminal.
///
/// Everything is wired here. No other file asks for the time or reads the environment, so a command is a function of its arguments and this value.
struct Composition {
    /// The variables of the environment that the command heeds.
    let environment: [String: String]
    /// The present moment.
    let now: Instant
    /// The folder that the command was started in.
    let workingFolder: String
    /// Whether standard output is a terminal.
    let answersToTerminal: Bool
    /// Whether standard error is a terminal.
    let speaksToTerminal: Bool
    /// The columns of the terminal; nil where the answer goes elsewhere.
    let columns: Int?
    /// What is to be kept when the answer is given.
    let kept = KeptForLater()
    /// Tells on a terminal how far long work is.
    let progress = Progress()

    /// Returns the composition of the running process.
    static func ofThisProcess() -> Composition {
        Platform.ignoreBrokenPipes()
        let environment = ProcessInfo.processInfo.environment
        let now = Platform.now()
        return Composition(
            environment: environment,
            now: Instant(secondsSinceEpoch: now.seconds, nanoseconds: now.nanoseconds),
            workingFolder: FileManager.default.currentDirectoryPath,
            answersToTerminal: Platform.isTerminal(1),
            speaksToTerminal: Platform.isTerminal(2),
            columns: environment["COLUMNS"].flatMap { Int($0) } ?? Platform.columns(1))
    }

    /// Where the parts of a large answer are put by.
    var spool: Spool {
        Spool(in: environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp")
    }

    /// Whether git shows what it prints in its own pager, on a terminal.
    private var answersToPagerOfGit: Bool { ["1", "true"].contains(environment["GIT_PAGER_IN_USE"]) }

    /// Whether text for people is coloured.
    private func usesColor(_ output: OutputOptions, throughGit: Bool) -> Bool {
        switch output.color {
        case .always: true
        case .never: false
        case .auto:
            // https://no-color.org: set and not empty.
            (answersToTerminal || throughGit && answersToPagerOfGit) && output.output == nil
                && (environment["NO_COLOR"] ?? "").isEmpty
                && environment["TERM"] != "dumb"
        }
    }

    /// The command that shows long answers on a terminal; nil where there is to be none.
    func pager(_ output: OutputOptions) -> String? {
        guard answersToTerminal, !output.noPager, output.output == nil else { return nil }
        if let named = environment["PAGER"] { return named.isEmpty || named == "cat" ? nil : named }
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/less") } ? "less" : nil
    }

    /// How an answer is rendered for people.
    ///
    /// - Parameters:
    ///   - output: the options of the command.
    ///   - all: whether everything is told.
    ///   - throughGit: whether git called, and passes the answer on.
    func rendering(_ output: OutputOptions, all: Bool = false, throughGit: Bool = false) -> RenderingOptions {
        // Lines of more than a hundred columns are hard to read, however wide the terminal is.
        RenderingOptions(
            width: output.output == nil ? min(columns ?? 80, 100) : 80,
            color: usesColor(output, throughGit: throughGit), all: all)
    }

    /// Runs the command and returns the status to leave with.
    ///
    /// It reads the arguments, finds the answer as a whole, and only then gives it.
    func run(_ arguments: [String]) -> ExitStatus {
        do {
            try PolicyHistoryCommand.refuseUnknownCommand(arguments)
            var command = try PolicyHistoryCommand.parsed(GitExternalDiff.endingOptions(in: arguments))
            guard let answering = command as? any AnsweringCommand else {
                try command.run()  // Help and completions are ArgumentParser's own.
                return .success
            }
            let (form, forms) = (answering.output.format, type(of: answering).forms)
            if !forms.contains(form) {
                throw CommandFailure.noForm(form, of: type(of: answering)._commandName, but: forms)
            }
            if form == .docx, answersToTerminal, answering.output.output ?? "-" == "-" {
                throw CommandFailure.fileOnTerminal(form)
            }
            let answer = try patiently(answering.output) { try answering.answer(in: self) }
            let status = try give(answer, as: answering.output)
            if let reason = kept.finish(), !answering.output.quiet {
                say(
                    "warning: The index could not be written (\(reason)); the answer is complete without it.\n"
                        + "  fix: Make room on the disk, or pass --no-index.\n")
            }
            return status
        } catch {
            // What was read on the way to the error is worth keeping, too; the error is what there is to say.
            _ = kept.finish()
            return report(error)
        }
    }

    /// Does the work, with a sign of life on a terminal where it takes long.
    private func patiently<Result>(_ output: OutputOptions, _ work: () throws -> Result) rethrows -> Result {
        guard speaksToTerminal, !output.quiet, environment["TERM"] != "dumb" else { return try work() }
        progress.start(columns: Platform.columns(2))
        defer { progress.end() }
        return try work()
    }

    /// Ends the process.
    func leave(with status: ExitStatus) -> Never { Platform.leave(status.rawValue) }
}

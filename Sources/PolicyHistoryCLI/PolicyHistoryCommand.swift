import ArgumentParser
import PolicyQueries

/// The command `policyhistory`: names its subcommands, each of which is a file of `Commands/`.
///
/// Each subcommand gives its name: ArgumentParser derives one that is missing from the type at each start, a quarter of its cost.
struct PolicyHistoryCommand: ParsableCommand {
    /// The name of the command.
    ///
    /// Each subcommand names it as the one above it: for one that stands alone ArgumentParser looks for a request for completions
    /// first, with parsers of its own, which takes nearly as long as to read the arguments.
    static let name = "policyhistory"

    static let configuration = CommandConfiguration(
        commandName: name,
        abstract: "What changed in a policy, and since when: dated versions in a git repository.",
        usage: "policyhistory <command> [<options>]",
        discussion: """
            Examples:
              policyhistory since 2026-01-01 mistral-usage-policy --example
              policyhistory log --repository ~/policies
              policyhistory compare before.md after.md

            Every command answers on standard output and says all else on standard error. Exit status: 0; 1 where \
            --exit-code or --fail-on found something; 64 wrong usage; 65 bad data; 66 not found; 74 reading or writing \
            failed.
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Ask",
                subcommands: [
                    Since.self, Diff.self, Compare.self, Log.self, Show.self, Policies.self, Blame.self, History.self,
                    Search.self, Stats.self,
                ]),
            CommandGroup(name: "Record", subcommands: [Init.self, Status.self, Commit.self]),
            CommandGroup(name: "Tell", subcommands: [ChangelogCommand.self, NoticeCommand.self]),
            CommandGroup(name: "Keep", subcommands: [Index.self]),
            CommandGroup(name: "Look up", subcommands: [Kinds.self, Schema.self]),
        ])

    /// Refuses a first word that is no command, and names the nearest ones.
    ///
    /// ArgumentParser would say "unexpected argument" of all the words.
    static func refuseUnknownCommand(_ arguments: [String]) throws(CommandFailure) {
        guard let word = arguments.first, !word.hasPrefix("-") else { return }
        // Making a command's name takes a while: no more of them than needed.
        if configuration.subcommands.contains(where: { $0._commandName == word }) { return }
        let known = configuration.subcommands.map { $0._commandName } + ["help"]
        if known.contains(word) { return }
        throw .unknownCommand(word, known: known, nearest: nearest(to: word, among: known))
    }

    /// Reads the arguments of the process.
    ///
    /// Where the first word names a command, that command reads the others by itself: ArgumentParser would read them as options of
    /// `policyhistory` first, at the same cost again. Help, mistakes and all else that is no question takes the long way, on which it
    /// is told with the whole command in view.
    static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        if let word = arguments.first, let named = configuration.subcommands.first(where: { $0._commandName == word }),
            let command = try? named.parseAsRoot(Array(arguments.dropFirst())), command is any AnsweringCommand
        {
            return command
        }
        return try parseAsRoot(arguments)
    }

    // Here as well as in each command, so that they may stand before the command's name: `policyhistory -C DIR log`.
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions
}

@main
enum Main {
    static func main() {
        let composition = Composition.ofThisProcess()
        composition.leave(with: composition.run(Array(CommandLine.arguments.dropFirst())))
    }
}

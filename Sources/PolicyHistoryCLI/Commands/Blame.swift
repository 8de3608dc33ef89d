import ArgumentParser
import PolicyQueries
import PolicyRendering

/// `policyhistory blame`: since which version each clause and rule stands.
struct Blame: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "blame",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "Since which version each clause and rule of a policy stands.",
        discussion: """
            A clause stands since the version that last changed it in substance. Editorial edits, moves and new numbers \
            do not count, and a clause is followed through splits and merges. --all adds its earlier wordings.

            Examples:
              policyhistory blame mistral-usage-policy --example
              policyhistory blame mistral-usage-policy --at 2026-01-01 --example
              policyhistory blame mistral-usage-policy --all --format json --example
            """)

    @Argument(help: "The policy.", completion: PolicyCompletion.ids)
    var policy: String

    @Option(help: ArgumentHelp("The version in force at the end of that day.", valueName: "date"))
    var at: String?

    @Option(
        help: ArgumentHelp("The version of that label; a date or a git revision names one, too.", valueName: "label"))
    var version: String?

    @Flag(help: "Tell the whole line of earlier wordings of each clause and rule.")
    var all = false

    @OptionGroup(title: "Time") var time: TimeOptions
    @OptionGroup(title: "Changes") var language: LanguageOption
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    mutating func validate() throws {
        if at != nil, version != nil {
            throw ValidationError("Name the version by --at or by --version, not by both.")
        }
    }

    func answer(in composition: Composition) throws -> Answer {
        let chronicle = try composition.chronicle(of: repository, language: language.language)
        let blame = try chronicle.blame(
            policy: policy, version: version, at: time.read(at, now: chronicle.now), axis: time.axis,
            knownAt: time.known(now: chronicle.now), wordings: all)
        let options = composition.rendering(output, all: all)
        return Answer(
            text: output.format.render(
                text: { TextForm.blame(blame, options: options) },
                markdown: { MarkdownForm.blame(blame, options: options) }, json: { JSONForm.blame(blame) }),
            findings: blame.findings)
    }
}

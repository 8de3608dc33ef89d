import ArgumentParser
import PolicyQueries
import PolicyRendering

/// `policyhistory show`: one version of a policy.
struct Show: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "One version of a policy: the one in force, or the one that is named.",
        discussion: """
            Examples:
              policyhistory show mistral-usage-policy --example
              policyhistory show mistral-usage-policy --at 2026-01-01 --example
              policyhistory show mistral-usage-policy --version 2025-11-28 --example
            """)

    @Argument(help: "The policy.", completion: PolicyCompletion.ids)
    var policy: String

    @Option(help: ArgumentHelp("The version in force at the end of that day.", valueName: "date"))
    var at: String?

    @Option(
        help: ArgumentHelp("The version of that label; a date or a git revision names one, too.", valueName: "label"))
    var version: String?

    @OptionGroup(title: "Time") var time: TimeOptions
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    mutating func validate() throws {
        if at != nil, version != nil {
            throw ValidationError("Name the version by --at or by --version, not by both.")
        }
    }

    func answer(in composition: Composition) throws -> Answer {
        let chronicle = try composition.chronicle(of: repository)
        let shown = try chronicle.show(
            policy: policy, version: version, at: time.read(at, now: chronicle.now), axis: time.axis,
            knownAt: time.known(now: chronicle.now))
        let options = composition.rendering(output)
        return Answer(
            text: output.format.render(
                text: { TextForm.shown(shown, options: options) },
                markdown: { MarkdownForm.shown(shown, options: options) }, json: { JSONForm.shown(shown) }),
            findings: shown.findings)
    }
}

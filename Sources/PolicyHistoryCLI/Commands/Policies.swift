import ArgumentParser
import PolicyQueries
import PolicyRendering

/// `policyhistory policies`: what is in the repository.
struct Policies: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "policies",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "The policies of the repository, each with the version in force.",
        discussion: """
            Examples:
              policyhistory policies --example
              policyhistory policies --at 2026-01-01 --format json
            """)

    @Option(help: ArgumentHelp("Tell what is in force at the end of that day; today by default.", valueName: "date"))
    var at: String?

    @OptionGroup(title: "Time") var time: TimeOptions
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(in composition: Composition) throws -> Answer {
        let chronicle = try composition.chronicle(of: repository)
        let list = try chronicle.policies(
            at: time.read(at, now: chronicle.now), axis: time.axis, knownAt: time.known(now: chronicle.now))
        let options = composition.rendering(output)
        return Answer(
            text: output.format.render(
                text: { TextForm.policies(list, options: options) },
                markdown: { MarkdownForm.policies(list, options: options) }, json: { JSONForm.policies(list) }),
            findings: list.findings)
    }
}

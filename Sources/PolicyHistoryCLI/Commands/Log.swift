import ArgumentParser
import PolicyQueries
import PolicyRendering

/// `policyhistory log`: the versions on the timeline.
struct Log: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "The versions of policies, newest first.",
        discussion: """
            Examples:
              policyhistory log mistral-usage-policy --example
              policyhistory log mistral-usage-policy --changes --example
              policyhistory log --all --format json
            """)

    @Argument(help: "The policies; all where none is named.", completion: PolicyCompletion.ids)
    var policies: [String] = []

    @Flag(help: "List earlier records of a version, too: those that were corrected or postponed.")
    var all = false

    @Flag(help: "Tell with each version what it changed against the one before it.")
    var changes = false

    @Option(help: ArgumentHelp("The day that the states are told for; today by default.", valueName: "date"))
    var at: String?

    @OptionGroup(title: "Time") var time: TimeOptions
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(in composition: Composition) throws -> Answer {
        let chronicle = try composition.chronicle(of: repository)
        let log = try chronicle.log(
            policies: policies, all: all, changes: changes, at: time.read(at, now: chronicle.now), axis: time.axis,
            knownAt: time.known(now: chronicle.now))
        let options = composition.rendering(output, all: all)
        return Answer(
            text: output.format.render(
                text: { TextForm.log(log, options: options) }, markdown: { MarkdownForm.log(log, options: options) },
                json: { JSONForm.log(log) }),
            findings: log.findings)
    }
}

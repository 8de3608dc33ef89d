import ArgumentParser
import PolicyQueries
import PolicyRendering

/// `policyhistory stats`: how often policies change, how much, and how well that is announced.
struct Stats: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "How often policies change, how much, and how much notice is given.",
        discussion: """
            Counts versions and changes by year, silent changes (the text changed, its dates did not), dates that moved \
            without a change in substance, and the notice given: the days from published to effective.

            Examples:
              policyhistory stats --example
              policyhistory stats mistral-usage-policy --format markdown --example
              policyhistory stats --format svg --output timelines.svg --example
            """)

    @Argument(help: "The policies; all where none is named.", completion: PolicyCompletion.ids)
    var policies: [String] = []

    @Option(help: ArgumentHelp("The day that the states are told for; today by default.", valueName: "date"))
    var at: String?

    @Flag(help: "List every policy.")
    var all = false

    @OptionGroup(title: "Time") var time: TimeOptions
    @OptionGroup(title: "Changes") var language: LanguageOption
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    static let forms: [OutputFormat] = [.text, .markdown, .json, .svg]

    func answer(in composition: Composition) throws -> Answer {
        let chronicle = try composition.chronicle(of: repository, language: language.language)
        let stats = try chronicle.statistics(
            policies: policies, axis: time.axis, at: time.read(at, now: chronicle.now),
            knownAt: time.known(now: chronicle.now))
        let options = composition.rendering(output, all: all)
        let text =
            output.format == .svg
            ? SVGForm.timelines(stats)
            : output.format.render(
                text: { TextForm.stats(stats, options: options) }, markdown: { MarkdownForm.stats(stats) },
                json: { JSONForm.stats(stats) })
        return Answer(text: text, findings: stats.findings)
    }
}

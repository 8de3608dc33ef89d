import ArgumentParser
import PolicyModel
import PolicyQueries
import PolicyRendering

/// `policyhistory log`: the versions on the timeline.
struct Log: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        _superCommandName: PolicyHistoryCommand.name,
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
        let options = composition.rendering(output, all: all)
        // The changes of many policies may be more than memory holds: each is told by itself. One policy alone has a page of its own.
        if changes, policies.count != 1, let answer = try telling(chronicle, options, composition.spool) {
            return answer
        }
        let log = try chronicle.log(
            policies: policies, all: all, changes: changes, at: time.read(at, now: chronicle.now), axis: time.axis,
            knownAt: time.known(now: chronicle.now))
        return Answer(
            text: output.format.render(
                text: { TextForm.log(log, options: options) }, markdown: { MarkdownForm.log(log, options: options) },
                json: { JSONForm.log(log) }),
            findings: log.findings)
    }

    /// Tells each policy as soon as its changes are found; nil where there are not several.
    private func telling(_ chronicle: Chronicle, _ options: RenderingOptions, _ spool: Spool) throws -> Answer? {
        let format = output.format
        let knownAt = try time.known(now: chronicle.now)
        let (parts, findings) = try chronicle.log(
            policies: policies, all: all, changes: true, at: time.read(at, now: chronicle.now), axis: time.axis,
            knownAt: knownAt
        ) { entry in
            switch format {
            case .json: spool.put(JSONFrame.print(entry))
            case .markdown:
                spool.put(Array(MarkdownForm.entry(entry, isAlone: false, options: options).utf8))
            default: spool.put(Array(TextForm.entry(entry, options: options).utf8))
            }
        }
        if parts.count < 2 { return nil }
        let body =
            switch format {
            case .json:
                AnswerBody(JSONFrame(log: VersionLog(knownAt: knownAt, findings: findings)), parts, in: spool)
            case .markdown: AnswerBody(separator: MarkdownForm.entrySeparator, parts: parts, spool: spool)
            default: AnswerBody(separator: TextForm.entrySeparator, parts: parts, spool: spool)
            }
        return Answer(text: "", body: body, findings: findings)
    }
}

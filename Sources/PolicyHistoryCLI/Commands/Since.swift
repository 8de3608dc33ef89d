import ArgumentParser
import PolicyDiff
import PolicyModel
import PolicyQueries
import PolicyRendering

/// `policyhistory since`: what changed since a date.
struct Since: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "since",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "What changed since a date, and what is upcoming.",
        discussion: """
            Tells the net changes: what was changed and changed back is no change. A day counts from its beginning, so \
            what took effect on it has changed since.

            Examples:
              policyhistory since 2026-01-01 mistral-usage-policy --example
              policyhistory since "30 days ago" --format markdown --output news.md
              policyhistory since 2026-01-01 mistral-usage-policy --example --format html --output news.html
              policyhistory since 2026-01-15 "Le Chat/Acceptable Use Policy" --axis recorded
            """)

    @Argument(help: "A day (2026-03-25), a moment (2026-03-25T10:00:00Z), today, yesterday or \"30 days ago\".")
    var date: String

    @Argument(help: "The policies to look at; all where none is named.", completion: PolicyCompletion.ids)
    var policies: [String] = []

    @Option(
        help: ArgumentHelp("The end of the time to look at, that day included; today by default.", valueName: "date"))
    var until: String?

    @OptionGroup(title: "Time") var time: TimeOptions
    @OptionGroup(title: "Changes") var detail: ComparisonDetail
    @OptionGroup(title: "Changes") var gate: GateOptions
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    static let forms: [OutputFormat] = [.text, .markdown, .json, .html]

    func answer(in composition: Composition) throws -> Answer {
        let chronicle = try composition.chronicle(of: repository, language: detail.language)
        let now = chronicle.now
        if output.format == .json { return try telling(chronicle, composition.spool) }
        let answer = try chronicle.since(
            DateArgument.read(date, now: now), until: until.map { try DateArgument.read($0, now: now) },
            policies: policies, axis: time.axis, knownAt: time.known(now: now))
        let options = composition.rendering(output, all: detail.all)
        let text =
            switch output.format {
            case .markdown: MarkdownForm.since(answer, options: options)
            case .html:
                // The whole text of each policy only where policies are named: else a page could hold hundreds.
                HTMLForm.since(answer, texts: policies.isEmpty ? [:] : try chronicle.texts(of: answer))
            default: TextForm.since(answer, options: options)
            }
        return Answer(
            text: text,
            findings: answer.findings
                + answer.policies.flatMap { news in
                    (news.findings + news.comparison.findings).map { $0.placed(at: news.policy.id.text) }
                },
            status: gate.status(for: answer.significance))
    }

    /// Tells each policy as soon as its news is found: the news of many of them may be large.
    private func telling(_ chronicle: Chronicle, _ spool: Spool) throws -> Answer {
        let now = chronicle.now
        let (answer, told) = try chronicle.since(
            DateArgument.read(date, now: now), until: until.map { try DateArgument.read($0, now: now) },
            policies: policies, axis: time.axis, knownAt: time.known(now: now)
        ) { news in (part: spool.put(JSONFrame.print(news)), significance: news.significance) }
        let frame = JSONFrame(since: answer)
        return Answer(
            text: told.isEmpty ? frame.empty : "",
            body: told.isEmpty ? nil : AnswerBody(frame, told.map(\.part), in: spool),
            status: gate.status(for: told.compactMap(\.significance).max()))
    }
}

import ArgumentParser
import PolicyQueries
import PolicyRendering

/// `policyhistory history`: the versions of one part of a policy.
struct History: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "The versions of one part of a policy: a rule, a section, or the clauses with a text.",
        discussion: """
            Tells only the versions that did something to the part, newest first. The part is followed through versions \
            that word, number or place it otherwise.

            Examples:
              policyhistory history mistral-usage-policy --section Reporting --example
              policyhistory history mistral-usage-policy --rule security-violations --example
              policyhistory history mistral-usage-policy --match "Le Chat" --format json --example
            """)

    @Argument(help: "The policy.", completion: PolicyCompletion.ids)
    var policy: String

    @Option(help: ArgumentHelp("The rule of that id.", valueName: "id"))
    var rule: String?

    @Option(
        help: ArgumentHelp("The section with that heading, its number left out, or a part of it.", valueName: "heading")
    )
    var section: String?

    @Option(help: ArgumentHelp("The clauses that contain that text in any version.", valueName: "text"))
    var match: String?

    @Option(
        help: ArgumentHelp("The end of the time to look at, that day included; today by default.", valueName: "date"))
    var at: String?

    @OptionGroup(title: "Time") var time: TimeOptions
    @OptionGroup(title: "Changes") var detail: ComparisonDetail
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    mutating func validate() throws {
        let named = [rule, section, match].compactMap { $0 }
        guard named.count == 1, named[0].contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("Name one part: --rule ID, --section HEADING or --match TEXT.")
        }
    }

    private var part: PartSelector {
        if let rule { return .rule(rule) }
        if let section { return .section(section) }
        return .match(match ?? "")
    }

    func answer(in composition: Composition) throws -> Answer {
        let chronicle = try composition.chronicle(of: repository, language: detail.language)
        let history = try chronicle.history(
            policy: policy, of: part, axis: time.axis, at: time.read(at, now: chronicle.now),
            knownAt: time.known(now: chronicle.now))
        let options = composition.rendering(output, all: detail.all)
        return Answer(
            text: output.format.render(
                text: { TextForm.history(history, options: options) },
                markdown: { MarkdownForm.history(history, options: options) }, json: { JSONForm.history(history) }),
            findings: history.findings)
    }
}

import ArgumentParser
import PolicyQueries
import PolicyRendering

/// `policyhistory search`: in which versions a phrase came and went.
struct Search: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "In which policies and versions a phrase stands, when it came and when it went.",
        discussion: """
            Looks for words that follow one another in one clause, heading or rule, in every version of every policy. \
            Upper and lower case and accents do not matter; a * at the end lets the last word go on. The first search \
            reads all texts into an index, which takes a while; `policyhistory index --text` does it beforehand. Quotes \
            the clauses of the newest version that has the words; --all those of earlier versions, too.

            Examples:
              policyhistory search "security protections" --example
              policyhistory search "arbitrat*" --in-force
              policyhistory search "terminate" mistral-usage-policy --all --example
            """)

    @Argument(help: "The words to look for; a * at the end lets the last one go on.")
    var text: String

    @Argument(help: "The policies to look in; all where none is named.", completion: PolicyCompletion.ids)
    var policies: [String] = []

    @Flag(help: "Only in the texts that are in force today.")
    var inForce = false

    @Flag(help: "Quote every clause that holds the words, those of earlier versions, too, each with its time.")
    var all = false

    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(in composition: Composition) throws -> Answer {
        let source = try composition.policies(repository)
        let most = output.format == .json ? .max : SearchWording.most
        let answer = try composition.chronicle(of: source).search(
            text, in: source, policies: policies, inForce: inForce, quoting: all ? .all : .newest(most: most))
        if output.format == .json { return printed(answer, composition.spool) }
        let options = composition.rendering(output)
        return Answer(
            text: output.format == .markdown
                ? MarkdownForm.search(answer, options: options) : TextForm.search(answer, options: options),
            findings: answer.findings)
    }

    /// The answer in JSON, policy by policy: many of them are found, with many clauses.
    private func printed(_ answer: SearchAnswer, _ spool: Spool) -> Answer {
        let frame = JSONFrame(search: answer)
        if answer.entries.isEmpty { return Answer(text: frame.empty, findings: answer.findings) }
        let parts = answer.entries.map { spool.put(JSONFrame.print($0)) }
        return Answer(text: "", body: AnswerBody(frame, parts, in: spool), findings: answer.findings)
    }
}

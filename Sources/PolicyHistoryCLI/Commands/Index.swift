import ArgumentParser
import PolicyIndex
import PolicyModel
import PolicyQueries
import PolicyRendering
import PolicyStore

/// `policyhistory index`: builds or refreshes the index.
struct Index: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "Builds or refreshes the index, which makes answers quick.",
        discussion: """
            The index holds what can be read from the repository at any time: which commits changed which policy, the \
            dates that texts state, comparisons made before. It lies in the git directory, below policyhistory/, or in \
            your cache folder where that cannot be written to. Every command keeps it up to date by itself; it is safe \
            to delete.

            Examples:
              policyhistory index --repository ~/policies
              policyhistory index --rebuild
              policyhistory index --text --full
            """)

    @Flag(help: "Read the whole history again, whatever is there.")
    var rebuild = false

    @Flag(help: "Read all texts, too, so that the first search does not have to.")
    var text = false

    @Flag(help: "Compare all versions, too, so that no question has to.")
    var full = false

    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func validate() throws {
        if repository.noIndex { throw ValidationError("index has nothing to do with --no-index") }
    }

    func answer(in composition: Composition) throws -> Answer {
        let source = try composition.source(repository)
        let refreshed = try Self.withoutIndexErrors { try source.refreshIndex(anew: rebuild) }
        if text { try Self.withoutIndexErrors { try source.refreshPhrases(anew: rebuild) } }
        if full { try composition.chronicle(of: source).workOutAll() }
        guard let refreshed, let summary = try source.indexSummary() else { throw CommandFailure.indexNowhere }
        let text =
            "\(Self.sentence(refreshed)) \(summary.policies) policies in \(summary.commits) commits; "
            + "\(summary.size / 1_024) kB in \(summary.folder)\n"
        return Answer(
            text: output.format.render(
                text: { text }, markdown: { text }, json: { Self.json(refreshed, summary, source.findings) }),
            findings: source.findings)
    }

    /// Runs the work; what keeps the index from being written is this command's own failure.
    private static func withoutIndexErrors<Result>(_ work: () throws -> Result) throws -> Result {
        do { return try work() } catch let error as IndexError { throw CommandFailure.indexUnwritable(error.reason) }
    }

    private static func sentence(_ refreshed: IndexRefreshed) -> String {
        switch refreshed {
        case .nothingNew: "Nothing new."
        case .added(let commits): "Read \(commits) new \(commits == 1 ? "commit" : "commits")."
        case .readWhole: "Read the whole history."
        }
    }

    private static func json(_ refreshed: IndexRefreshed, _ summary: IndexSummary, _ findings: [Finding]) -> JSON {
        let read =
            switch refreshed {
            case .nothingNew: 0
            case .added(let commits), .readWhole(let commits): commits
            }
        return [
            "schemaVersion": .integer(1), "commits": .integer(summary.commits), "commitsRead": .integer(read),
            "policies": .integer(summary.policies), "bytes": .integer(summary.size), "folder": .string(summary.folder),
            "findings": JSONForm.findings(findings),
        ]
    }
}

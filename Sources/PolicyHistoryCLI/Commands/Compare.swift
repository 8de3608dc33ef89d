import ArgumentParser
import PolicyDiff
import PolicyModel
import PolicyParsing
import PolicyQueries
import PolicyRendering

/// `policyhistory compare`: what differs between two files or folders that need no repository.
struct Compare: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "What differs between two Markdown files, two rules.yaml, or two folders with both.",
        usage: """
            policyhistory compare <before> <after> [<options>]
            policyhistory compare [<options>] --git-external-diff <path> <old-file> <old-hex> <old-mode> <new-file> <new-hex> <new-mode>
            """,
        discussion: """
            Needs no repository. A name that ends in .yaml or .yml is a file of rules, any other file is Markdown; front \
            matter is not compared.

            Examples:
              policyhistory compare before.md after.md
              policyhistory compare before.md after.md --format html --output redline.html
              policyhistory compare old/rules.yaml new/rules.yaml --format json
              policyhistory compare v1 v2 --fail-on material
              git config diff.policyhistory.command 'policyhistory compare --git-external-diff'
            """)

    @Argument(
        help: ArgumentHelp("The earlier and the later file or folder.", valueName: "before> <after"),
        completion: .file())
    var paths: [String] = []

    @Flag(help: "Serve as git's external diff driver: takes git's arguments and always leaves with status 0.")
    var gitExternalDiff = false

    @Option(
        help: ArgumentHelp(
            "The policyhistory.yaml whose overrides count; none by default.", valueName: "file"), completion: .file())
    var settings: String?

    @OptionGroup(title: "Changes") var detail: ComparisonDetail
    @OptionGroup(title: "Changes") var gate: GateOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    static let forms: [OutputFormat] = [.text, .markdown, .json, .html, .docx]

    mutating func validate() throws {
        if gitExternalDiff {
            // Git would call this for each file and show the pager each time; it has one of its own.
            output.noPager = true
        } else if paths.count != 2 {
            throw ValidationError("Name two files or two folders: the earlier one and the later one.")
        }
    }

    func answer(in composition: Composition) throws -> Answer {
        if gitExternalDiff { return gitAnswer(in: composition) }
        var shared = SharedTexts()
        let old = try ComparisonInput(path: paths[0], sharing: &shared)
        let new = try ComparisonInput(path: paths[1], sharing: &shared)
        guard old.kind == new.kind else {
            throw CommandFailure.unlikeKinds(
                "\"\(paths[0])\", \(old.kind.rawValue),", "\"\(paths[1])\", \(new.kind.rawValue)")
        }
        let (overrides, findings) = try overrides()
        let comparison = compare(
            old.content, new.content, options: ComparisonOptions(language: detail.language, overrides: overrides))
        var answer = Answer(
            Difference(before: old.content, after: new.content, comparison: comparison), in: composition, as: output,
            detail: detail, gate: gate
        ) { WholeText(old.content.document, new.content.document, language: detail.language) }
        answer.findings += findings
        return answer
    }

    /// Reads the publisher's word from the settings that are named.
    private func overrides() throws(CommandFailure) -> (overrides: [SignificanceOverride], findings: [Finding]) {
        guard let settings else { return ([], []) }
        switch Platform.contents(of: settings) {
        case .missing: throw .noSuchFile(settings)
        case .folder: throw .unreadable(settings, why: "it is a folder")
        case .unreadable(let why): throw .unreadable(settings, why: why)
        case .bytes(let bytes):
            let (read, findings) = parseSettings(bytes, path: settings)
            if findings.contains(where: { $0.severity == .error }) { throw .unusable(settings, because: findings) }
            return (read.overrides, findings + SignificanceOverride.findings(on: read.overrides, path: settings))
        }
    }

    /// Answers git: whatever is wrong is said in place of the diff, because git stops at any status but 0.
    private func gitAnswer(in composition: Composition) -> Answer {
        var overrides: [SignificanceOverride] = []
        var notes: [String] = []
        do {
            overrides = try self.overrides().overrides
        } catch {
            notes.append("note: The overrides do not count. \(error.message)")
        }
        let text = GitExternalDiff.text(
            of: paths, options: ComparisonOptions(language: detail.language, overrides: overrides),
            rendering: composition.rendering(output, all: detail.all, throughGit: true))
        return Answer(text: printable(notes.map { $0 + "\n" }.joined()) + text)
    }
}

import ArgumentParser
import PolicyDiff
import PolicyQueries

/// `policyhistory compare`: what differs between two files or folders that need no repository.
struct Compare: AnsweringCommand {
    static let configuration = CommandConfiguration(
        abstract: "What differs between two Markdown files, two rules.yaml, or two folders with both.",
        discussion: """
            Needs no repository. A name that ends in .yaml or .yml is a file of rules, any other file is Markdown; front \
            matter is not compared.

            Examples:
              policyhistory compare before.md after.md
              policyhistory compare old/rules.yaml new/rules.yaml --format json
              policyhistory compare v1 v2 --fail-on material
            """)

    @Argument(help: "The earlier file or folder.", completion: .file())
    var before: String

    @Argument(help: "The later file or folder.", completion: .file())
    var after: String

    @OptionGroup(title: "Changes") var detail: ComparisonDetail
    @OptionGroup(title: "Changes") var gate: GateOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(in composition: Composition) throws -> Answer {
        let old = try ComparisonInput(path: before)
        let new = try ComparisonInput(path: after)
        guard old.kind == new.kind else {
            throw CommandFailure.unlikeKinds(
                "\"\(before)\", \(old.kind.rawValue),", "\"\(after)\", \(new.kind.rawValue)")
        }
        let comparison = compare(
            old.content, new.content, options: ComparisonOptions(language: detail.language))
        return Answer(
            Difference(before: old.content, after: new.content, comparison: comparison), in: composition, as: output,
            detail: detail, gate: gate)
    }
}

import ArgumentParser
import PolicyModel
import PolicyRendering
import PolicyStore

/// `policyhistory init`: makes a repository.
struct Init: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "Makes a policy repository, empty or of dated snapshots.",
        discussion: """
            With --from each folder POLICY/LABEL/ with policy.md (and rules.yaml) becomes one commit, in the order of \
            their dates; the same folder gives the same commits every time. What exists already is never written over.

            Examples:
              policyhistory init policies
              policyhistory init policies --from snapshots
            """)

    @Argument(help: "The folder to make it in; new or empty.", completion: .directory)
    var folder: String

    @Option(help: ArgumentHelp("The folder of dated snapshots.", valueName: "folder"), completion: .directory)
    var from: String?

    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(in composition: Composition) throws -> Answer {
        let snapshots = try from.map { try SnapshotFolder(reading: $0) }
        let made = try HistoryBuilder(describe: Composition.describe).create(
            at: folder, from: snapshots, now: composition.now)
        let policies = Set((snapshots?.versions ?? []).map(\.policy)).count
        let json: JSON = [
            "schemaVersion": 1, "path": .string(made.path),
            "commits": .array(made.commits.map { .string($0.description) }),
            "findings": JSONForm.findings(snapshots?.findings ?? []),
        ]
        let sentence =
            snapshots.map {
                "Made \(folder) with \(counted($0.versions.count, "version", "versions")) of \(counted(policies, "policy", "policies"))."
            } ?? "Made \(folder). Put a policy into a folder of its own, then record it with `policyhistory commit`."
        return Answer(
            text: output.format.render(
                text: { printable(sentence) }, markdown: { printable(sentence) }, json: { json }),
            findings: snapshots?.findings ?? [])
    }
}

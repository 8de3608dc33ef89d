import ArgumentParser
import PolicyModel
import PolicyQueries
import PolicyRendering
import PolicyStore

/// `policyhistory status`: what the working files change against what is recorded.
struct Status: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "What the working files change against the newest recorded versions.",
        discussion: """
            Example:
              policyhistory status --fail-on material
            """)

    @OptionGroup(title: "Changes") var detail: ComparisonDetail
    @OptionGroup(title: "Changes") var gate: GateOptions
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(in composition: Composition) throws -> Answer {
        let source = try composition.policies(repository)
        let chronicle = composition.chronicle(of: source, language: detail.language)
        let working = try WorkingFiles(of: source)
        let all = try working.policies.map {
            try WorkingDifference(of: $0, in: working, against: source, asking: chronicle)
        }
        // Half-read files would be told as changes that nobody made.
        let errors = (working.findings + all.flatMap(\.difference.findings)).filter { $0.severity == .error }
        if !errors.isEmpty { throw CommandFailure.unusable(errors) }
        let changed = all.filter { !$0.isUnchanged }
        let options = composition.rendering(output, all: detail.all)
        let sum =
            changed.isEmpty
            ? "The working files hold what is recorded (\(counted(all.count, "policy", "policies")))." : nil
        return Answer(
            text: output.format.render(
                text: { (sum.map { [$0] } ?? changed.map { $0.text(options) }).joined(separator: "\n") },
                markdown: { (sum.map { [$0] } ?? changed.map { $0.markdown(options) }).joined(separator: "\n") },
                json: {
                    [
                        "schemaVersion": 1, "policies": .array(changed.map(\.json)),
                        "unchanged": .array(all.filter(\.isUnchanged).map { .string($0.policy.id.text) }),
                        "findings": JSONForm.findings(source.findings + working.findings),
                    ]
                }),
            findings: source.findings + working.findings + all.flatMap(\.findings),
            status: gate.status(for: changed.compactMap(\.significance).max()))
    }
}

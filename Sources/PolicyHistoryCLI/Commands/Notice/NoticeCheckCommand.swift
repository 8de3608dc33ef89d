import ArgumentParser
import PolicyModel
import PolicyNotices
import PolicyRendering

/// `policyhistory notice check`: holds the file of a notice against the changes.
struct NoticeCheckCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Hold a notice against the changes: every one told, none told kinder, every date and number right.",
        discussion: """
            Looks at notices/LABEL.md beside the policy, which `notice draft` writes. Leaves with status 1 where there is \
            an error (with --strict: or a warning). A change that is not to be \
            mentioned, and a finding to be let pass, are waived in the front matter of the notice with a reason:

              waive:
                - change: 0123456789abcdef
                  reason: Told in a notice of its own.

            Example:
              policyhistory notice check usage-policy
            """)

    @Argument(help: "The policy.", completion: PolicyCompletion.ids)
    var policy: String

    @Argument(help: "The version that is announced; the newest by default.")
    var version: String?

    @Flag(help: "Leave with status 1 for warnings, too.")
    var strict = false

    @OptionGroup(title: "Notice") var reader: NoticeReaderOptions
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(in composition: Composition) throws -> Answer {
        let source = try composition.policies(repository)
        let work = try NoticeWork(
            policy: policy, to: version, reader: reader, in: source, asking: composition.chronicle(of: source))
        let findings = try work.findings()
        let worst = findings.map(\.severity).max()
        let isRefused = worst.map { $0 >= (strict ? .warning : .error) } ?? false
        return Answer(
            text: output.format.render(
                text: { TextForm.checked(findings, path: work.path, options: composition.rendering(output)) },
                markdown: { MarkdownForm.checked(findings, path: work.path) },
                json: {
                    ["schemaVersion": 1, "path": .string(work.path), "findings": JSONForm.findings(findings)]
                }),
            status: isRefused ? .found : .success)
    }
}

import ArgumentParser
import PolicyModel
import PolicyNotices
import PolicyRendering

/// `policyhistory notice draft`: writes the file of a notice into the working folder.
struct NoticeDraft: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Write the notice of a version into the repository, for people to edit.",
        discussion: """
            The file is notices/LABEL.md beside the policy's text. Generated sentences are followed by a comment that \
            names the changes they stand on; write between them, and put them in other words, as you like. The policy \
            has to lie in a folder of its own (POLICY/policy.md), in a repository with a working folder.

            Example:
              policyhistory notice draft usage-policy 2026-09-01
            """)

    @Argument(help: "The policy.", completion: PolicyCompletion.ids)
    var policy: String

    @Argument(
        help: "The version that is announced, or the one that readers knew where two are named; the newest by default.")
    var version: String?

    @Argument(help: "The version that is announced, where two are named.")
    var announced: String?

    @OptionGroup(title: "Notice") var reader: NoticeReaderOptions
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(in composition: Composition) throws -> Answer {
        let source = try composition.policies(repository)
        let work = try NoticeWork(
            policy: policy, from: announced == nil ? nil : version, to: announced ?? version, reader: reader,
            in: source, asking: composition.chronicle(of: source))
        if work.parsed != nil { throw CommandFailure.noticeExists(work.path) }
        try work.write(NoticeFile(statement: work.statement, units: work.units, wanted: work.notice.wanted))
        return Answer(
            noticeAt: work.path, "Wrote \(work.path). Edit it, then run `policyhistory notice check \(policy)`.",
            as: output)
    }
}

extension Answer {
    /// Says what was done with the file of a notice.
    init(noticeAt path: String, _ sentence: String, findings: [Finding] = [], as output: OutputOptions) {
        let line = printable(sentence)
        self.init(
            text: output.format.render(
                text: { line }, markdown: { line },
                json: {
                    ["schemaVersion": 1, "path": .string(path), "findings": JSONForm.findings(findings)]
                }),
            findings: findings)
    }
}

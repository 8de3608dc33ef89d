import ArgumentParser
import PolicyModel
import PolicyNotices
import PolicyParsing

/// `policyhistory notice update`: brings the generated sentences of a notice up to date.
struct NoticeUpdate: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Bring the generated sentences of a notice up to date, and keep what people wrote.",
        discussion: """
            Where a sentence was edited and what is generated has changed since, the newer one stands beside it as a \
            comment: keep one of the two and delete the comment.

            Example:
              policyhistory notice update usage-policy
            """)

    @Argument(help: "The policy.", completion: PolicyCompletion.ids)
    var policy: String

    @Argument(help: "The version that is announced; the newest by default.")
    var version: String?

    @OptionGroup(title: "Notice") var reader: NoticeReaderOptions
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(in composition: Composition) throws -> Answer {
        let source = try composition.policies(repository)
        let work = try NoticeWork(
            policy: policy, to: version, reader: reader, in: source, asking: composition.chronicle(of: source))
        guard let file = work.file, let parsed = work.parsed else { throw CommandFailure.noNotice(work.path) }
        if parsed.findings.contains(where: { $0.severity == .error }) {
            throw CommandFailure.unusable(work.path, because: parsed.findings)
        }
        let updated = file.updated(work.units, statement: work.statement, wanted: work.notice.wanted)
        if updated.body == file.body, updated.statement == file.statement {
            return Answer(noticeAt: work.path, "\(work.path) is up to date.", as: output)
        }
        try work.write(updated)
        return Answer(noticeAt: work.path, "Brought \(work.path) up to date.", as: output)
    }
}

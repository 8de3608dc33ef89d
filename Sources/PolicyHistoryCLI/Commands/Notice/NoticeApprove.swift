import ArgumentParser
import PolicyModel
import PolicyNotices
import PolicyParsing
import PolicyQueries
import PolicyStore

/// `policyhistory notice approve`: records who approved a notice, exactly as it stands.
struct NoticeApprove: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Record who approves a notice, exactly as it stands; any later edit voids it.",
        discussion: """
            A notice that `notice check` refuses cannot be approved.

            Example:
              policyhistory notice approve usage-policy --by "Ada Lovelace"
            """)

    @Argument(help: "The policy.", completion: PolicyCompletion.ids)
    var policy: String

    @Argument(help: "The version that is announced; the newest by default.")
    var version: String?

    @Option(help: ArgumentHelp("Who approves; git's user.name by default.", valueName: "name"))
    var by: String?

    @OptionGroup(title: "Notice") var reader: NoticeReaderOptions
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    mutating func validate() throws {
        guard let by else { return }
        if by.allSatisfy(\.isWhitespace) || by.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            throw ValidationError("--by must be a name on one line.")
        }
    }

    func answer(in composition: Composition) throws -> Answer {
        let source = try composition.policies(repository)
        let chronicle = composition.chronicle(of: source)
        let work = try NoticeWork(policy: policy, to: version, reader: reader, in: source, asking: chronicle)
        guard let file = work.file else { throw CommandFailure.noNotice(work.path) }
        // A void approval is what approving anew is for.
        let findings = try work.findings().filter { $0.id != "N021" }
        if let first = findings.first(where: { $0.severity == .error }) { throw CommandFailure.unusable([first]) }
        let name = try by ?? Recorder(repository: composition.repository(repository)).identity().name
        let digest = file.digest(noticeFrontMatter)
        if file.statement.approvals.contains(where: { $0.by == name && $0.digest == digest }) {
            return Answer(noticeAt: work.path, "\(name) has approved \(work.path) as it stands already.", as: output)
        }
        try work.write(file.approved(NoticeApproval(by: name, on: chronicle.now.today, digest: digest)))
        return Answer(
            noticeAt: work.path, "\(name) approves \(work.path) with the digest \(digest).", findings: findings,
            as: output)
    }
}

import PolicyModel
import PolicyNotices
import PolicyParsing
import PolicyQueries
import PolicyStore

/// What people made of the notice of a version: its file in the working folder, in a bare repository in the newest commit.
struct EditedNotice {
    private let parsed: ParsedNotice

    /// Finds the file of the notice of a version; nil where there is none.
    ///
    /// - Throws: `CommandFailure` where it cannot be used.
    init?(of difference: Difference, _ options: NoticeOptions, in source: GitPolicySource) throws {
        guard let version = difference.to else { return nil }
        let name = NoticeFiles.name(label: version.label, language: options.languageOfFile)
        guard let bytes = try source.notice(named: name, besides: version.record) else { return nil }
        let path = "notices/\(name)"
        self.parsed = parseNotice(bytes, path: path)
        if parsed.findings.contains(where: { $0.severity == .error }) {
            throw CommandFailure.unusable(path, because: parsed.findings)
        }
    }

    /// Whether somebody approved it exactly as it stands, for the text and rules of the version as they were last recorded.
    func isApproved(for difference: Difference) -> Bool {
        let said = parsed.statement
        let digest = NoticeFile(statement: said, body: parsed.body, line: parsed.bodyLine).digest(noticeFrontMatter)
        return said.approvals.contains { $0.digest == digest } && said.text == difference.to?.record.text
            && said.rules == difference.to?.record.rules
    }

    /// Returns the notice in people's words.
    func applied(
        to difference: Difference, _ options: NoticeOptions, _ chronicle: Chronicle, in source: GitPolicySource
    ) throws -> Notice {
        let said = parsed.statement
        var difference = difference
        if let known = said.from, known != difference.from?.label, let policy = difference.policy {
            difference = try chronicle.announced(policy: policy.id.text, from: known, to: difference.to?.label)
        }
        let notice = try Notice(
            of: [difference], options.with(statement: said).with(textsOf: [difference], in: source))
        return NoticeFile(statement: said, body: parsed.body, line: parsed.bodyLine).applied(to: notice)
    }
}

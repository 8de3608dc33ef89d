import ArgumentParser

/// `policyhistory notice`: what readers are told about changes.
struct NoticeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "The notice that readers get about changes, every sentence backed by a change.",
        discussion: """
            Examples:
              policyhistory notice mistral-usage-policy --example
              policyhistory notice mistral-usage-policy 2025-11-28 2026-06-11 --example --language fr
              policyhistory notice --since 2026-01-01 --example
              policyhistory notice mistral-usage-policy --example --format eml --output notice.eml
              policyhistory notice --format atom --example --output notices.atom
            """,
        subcommands: [
            NoticeWrite.self, NoticeDraft.self, NoticeUpdate.self, NoticeCheckCommand.self, NoticeApprove.self,
            NoticeChecks.self, NoticeTemplates.self,
        ],
        defaultSubcommand: NoticeWrite.self)
}

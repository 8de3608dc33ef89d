import ArgumentParser
import PolicyModel
import PolicyNotices
import PolicyQueries
import PolicyRendering

/// `policyhistory changelog`: all versions with what changed, as a page.
struct ChangelogCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "changelog",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "All versions of a policy, newest first, with their notices: the page that stands beside it.",
        discussion: """
            Markdown comes in the shape of Keep a Changelog; html is a page that stands alone. A version's notice stands in \
            the words that were approved, where its file in notices/ was.

            Examples:
              policyhistory changelog mistral-usage-policy --example
              policyhistory changelog mistral-usage-policy --example --format html --output changelog.html
            """)

    @Argument(help: "The policies; all where none is named.", completion: PolicyCompletion.ids)
    var policies: [String] = []

    @OptionGroup(title: "Notice") var notice: NoticeReaderOptions
    @OptionGroup(title: "Notice") var form: NoticeFormOptions
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    static let forms: [OutputFormat] = [.text, .markdown, .json, .html]

    func answer(in composition: Composition) throws -> Answer {
        let source = try composition.policies(repository)
        let chronicle = composition.chronicle(of: source)
        let (stationery, findings) = try form.stationery(source)
        let announced = AnnouncedNotices(
            source: source, chronicle: chronicle, options: notice.options(chronicle))
        let changelog = try announced.changelog(of: chronicle.announcements(policies: policies))
        return Answer(
            // Markdown of this shape is what people read as plain text, too.
            text: try output.format == .html
                ? changelog.html(stationery)
                : output.format == .json
                    ? JSONForm.changelog(changelog).text : changelog.markdown(stationery),
            findings: findings)
    }
}

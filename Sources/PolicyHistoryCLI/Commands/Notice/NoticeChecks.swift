import ArgumentParser
import PolicyNotices
import PolicyRendering

/// `policyhistory notice checks`: what `notice check` looks for.
struct NoticeChecks: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "checks",
        abstract: "List what notice check looks for, by the ids of its findings.",
        discussion: """
            A finding is let pass by its id in the front matter of the notice, with a reason.

            Example:
              policyhistory notice checks
            """)

    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(in composition: Composition) throws -> Answer {
        Answer(
            text: output.format.render(
                text: { TextForm.checks(NoticeCheck.all, options: composition.rendering(output)) },
                markdown: { MarkdownForm.checks(NoticeCheck.all) }, json: { JSONForm.checks(NoticeCheck.all) }))
    }
}

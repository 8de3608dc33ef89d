import ArgumentParser
import PolicyDiff
import PolicyQueries
import PolicyRendering

/// `policyhistory kinds`: the kinds of change.
struct Kinds: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "kinds",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "Every kind of change, with its meaning and default significance; or one of them in full.",
        discussion: """
            Examples:
              policyhistory kinds
              policyhistory kinds modality-weakened
            """)

    @Argument(help: "The kind to explain.", completion: .custom { _, _, _ in ChangeKind.all.map(\.id) })
    var kind: String?

    @OptionGroup(title: "Output") var output: OutputOptions

    func answer(in composition: Composition) throws -> Answer {
        let options = composition.rendering(output)
        guard let kind else {
            return Answer(
                text: output.format.render(
                    text: { TextForm.kinds(ChangeKind.all, options: options) },
                    markdown: { MarkdownForm.kinds(ChangeKind.all) }, json: { JSONForm.kinds(ChangeKind.all) }))
        }
        guard let one = ChangeKind.all.first(where: { $0.id == kind }) else {
            let known = ChangeKind.all.map(\.id)
            throw CommandFailure.unknownName(
                "kind of change", kind, known: known, nearest: nearest(to: kind, among: known))
        }
        return Answer(
            text: output.format.render(
                text: { TextForm.kind(one, options: options) }, markdown: { MarkdownForm.kind(one) },
                json: { JSONForm.kinds([one]) }))
    }
}

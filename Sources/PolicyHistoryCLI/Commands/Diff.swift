import ArgumentParser
import PolicyDiff
import PolicyQueries
import PolicyRendering

/// `policyhistory diff`: what differs between two versions.
struct Diff: AnsweringCommand {
    static let configuration = CommandConfiguration(
        abstract: "What differs between two versions of a policy.",
        discussion: """
            Versions are named by label, by a date (the version that binds at its end) or by a git revision. Without \
            them the last two versions are compared.

            Examples:
              policyhistory diff mistral-usage-policy 2025-11-28 2026-03-25 --example
              policyhistory diff mistral-usage-policy --exit-code
            """)

    @Argument(help: "The policy.", completion: PolicyCompletion.ids)
    var policy: String

    @Argument(help: "The earlier version: a label, a date or a git revision.")
    var from: String?

    @Argument(help: "The later version.")
    var to: String?

    @OptionGroup(title: "Time") var time: TimeOptions
    @OptionGroup(title: "Changes") var detail: ComparisonDetail
    @OptionGroup(title: "Changes") var gate: GateOptions
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    mutating func validate() throws {
        if from != nil, to == nil {
            throw ValidationError("Name two versions, or none for the last two.")
        }
    }

    func answer(in composition: Composition) throws -> Answer {
        let chronicle = try composition.chronicle(of: repository, language: detail.language)
        let difference = try chronicle.diff(
            policy: policy, from: from, to: to, axis: time.axis, knownAt: time.known(now: chronicle.now))
        return Answer(difference, in: composition, as: output, detail: detail, gate: gate)
    }
}

extension Answer {
    /// Tells a difference, as `diff` and `compare` do.
    init(
        _ difference: Difference, in composition: Composition, as output: OutputOptions, detail: ComparisonDetail,
        gate: GateOptions
    ) {
        let options = composition.rendering(output, all: detail.all)
        self.init(
            text: output.format.render(
                text: { TextForm.difference(difference, options: options) },
                markdown: { MarkdownForm.difference(difference, options: options) },
                json: { JSONForm.difference(difference) }),
            findings: difference.findings + difference.comparison.findings,
            status: gate.status(for: difference.comparison.significance))
    }
}

import ArgumentParser
import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyQueries
import PolicyRendering

/// `policyhistory diff`: what differs between two versions.
struct Diff: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "What differs between two versions of a policy.",
        discussion: """
            Versions are named by label, by a date (the version that binds at its end) or by a git revision. Without \
            them the last two versions are compared.

            Examples:
              policyhistory diff mistral-usage-policy 2025-11-28 2026-03-25 --example
              policyhistory diff mistral-usage-policy --exit-code
              policyhistory diff mistral-usage-policy --example --format html --output redline.html
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

    static let forms: [OutputFormat] = [.text, .markdown, .json, .html, .docx]

    func answer(in composition: Composition) throws -> Answer {
        let chronicle = try composition.chronicle(of: repository, language: detail.language)
        let difference = try chronicle.diff(
            policy: policy, from: from, to: to, axis: time.axis, knownAt: time.known(now: chronicle.now))
        return try Answer(difference, in: composition, as: output, detail: detail, gate: gate) {
            try chronicle.text(from: difference.from, to: difference.to)
        }
    }
}

extension Answer {
    /// Tells a difference, as `diff` and `compare` do.
    ///
    /// - Parameter text: both texts in one, asked for only where the form shows them.
    init(
        _ difference: Difference, in composition: Composition, as output: OutputOptions, detail: ComparisonDetail,
        gate: GateOptions, text: () throws -> WholeText?
    ) rethrows {
        let options = composition.rendering(output, all: detail.all)
        self.init(
            text: try output.format.render(
                text: { TextForm.difference(difference, options: options) },
                markdown: { MarkdownForm.difference(difference, options: options) },
                json: { JSONForm.difference(difference) },
                html: { HTMLForm.difference(difference, text: try text()) }),
            file: output.format == .docx ? WordForm.difference(difference, text: try text()) : nil,
            findings: difference.findings + difference.comparison.findings,
            status: gate.status(for: difference.comparison.significance))
    }
}

extension Chronicle {
    /// Returns the texts of two versions in one; nil where either is missing.
    func text(from: Version?, to: Version?) throws -> WholeText? {
        guard let from, let to else { return nil }
        return WholeText(
            try source.content(of: from.record).document, try source.content(of: to.record).document,
            language: options.language)
    }

    /// Returns the texts of the policies of a notice, each in one.
    func texts(of notice: Notice) throws -> [PolicyID: WholeText] {
        var texts: [PolicyID: WholeText] = [:]
        for part in notice.policies {
            guard let from = part.from, let to = part.to else { continue }
            let versions = try [from, to].map { try show(policy: part.policy.id.text, version: $0.label).version }
            texts[part.policy.id] = try text(from: versions[0], to: versions[1])
        }
        return texts
    }

    /// Returns the texts of the policies that changed, each in one.
    func texts(of answer: SinceAnswer) throws -> [PolicyID: WholeText] {
        var texts: [PolicyID: WholeText] = [:]
        for news in answer.policies where !news.comparison.changes.isEmpty {
            texts[news.policy.id] = try text(from: news.from, to: news.to)
        }
        return texts
    }
}

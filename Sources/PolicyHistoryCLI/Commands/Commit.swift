import ArgumentParser
import PolicyDiff
import PolicyModel
import PolicyParsing
import PolicyQueries
import PolicyRendering
import PolicyStore

/// `policyhistory commit`: records the working files of a policy as a new version.
struct Commit: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "commit",
        _superCommandName: PolicyHistoryCommand.name,
        abstract: "Records the working files of a policy as a version.",
        discussion: """
            Label, dates and reason are written into the front matter of policy.md; another value that stands there \
            already is an error. Files that are staged for other work stay as they are. No hooks are run, and the commit \
            is not signed.

            Example:
              policyhistory commit mistral-usage-policy --label 2026-09-01 --effective 2026-10-01 \\
                --reason "Clarifies what counts as an attack."
            """)

    @Argument(help: "The policy.", completion: PolicyCompletion.ids)
    var policy: String

    @Option(help: ArgumentHelp("The label of the version.", valueName: "label"))
    var label: String

    @Option(help: ArgumentHelp("The day it takes effect.", valueName: "date"))
    var effective: String?

    @Option(help: ArgumentHelp("The day it is announced.", valueName: "date"))
    var published: String?

    @Option(help: ArgumentHelp("Why this version exists, for its readers.", valueName: "sentence"))
    var reason: String

    @OptionGroup(title: "Changes") var detail: ComparisonDetail
    @OptionGroup(title: "Repository") var repository: RepositoryOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    mutating func validate() throws {
        for (name, value) in [("--label", label), ("--reason", reason)] {
            if value.allSatisfy(\.isWhitespace) { throw ValidationError("\(name) must not be empty.") }
            if value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
                throw ValidationError("\(name) must be one line without control characters.")
            }
        }
        if repository.example {
            throw ValidationError("The example cannot be changed: name a repository of your own.")
        }
    }

    func answer(in composition: Composition) throws -> Answer {
        let opened = try composition.repository(repository)
        let source = try GitPolicySource(repository: opened, root: repository.root, layout: repository.layout)
        guard source.layout == .native else {
            throw CommandFailure.usage(
                "In the layout `documents` a version is a commit of git: there is no label or date to write.",
                hint: "Commit with git, or keep each policy as a folder with policy.md (`policyhistory init`).")
        }
        let working = try WorkingFiles(of: source)
        guard let found = working.policies.first(where: { $0.id.text == policy || $0.path == policy }) else {
            let known = working.policies.map(\.id.text)
            throw CommandFailure.unknownName(
                "policy", policy, known: known, nearest: nearest(to: policy, among: known))
        }
        guard let text = found.text else { throw CommandFailure.deletedPolicy(policy) }
        let content = working.content(of: found)
        if let twice = working.findings.first(where: { $0.severity == .error }) {
            throw CommandFailure.unusable([twice])
        }
        // The front matter and its dates are written below.
        let isDated = effective != nil || published != nil
        let findings = content.findings.filter {
            $0.id != "front-matter-missing" && !(isDated && $0.id == "version-without-date")
        }
        if findings.contains(where: { $0.severity == .error }) {
            throw CommandFailure.unusable(text.path, because: findings)
        }

        let chronicle = composition.chronicle(of: source)
        let now = chronicle.now
        let values = FrontMatterValues(
            id: found.statement.id ?? PolicyID(found.id.text), label: label, effective: try day(effective, now),
            published: try day(published, now), reason: reason)
        let old = found.recorded
        let said = try old.flatMap { try source.statement(of: $0) }
        let bytes = try rewriteFrontMatter(of: text.bytes, setting: values, previous: said, path: text.path)
        if let said { try refuseStaleDates(found.statement, after: said, in: text.path) }
        if try old.map({ try isRecorded(bytes, of: found, content, as: $0, in: source) }) ?? false {
            return Answer(
                text: output.format.render(
                    text: { "Nothing to record: text, rules, label and dates are those of the newest version." },
                    markdown: { "Nothing to record: text, rules, label and dates are those of the newest version." },
                    json: { ["schemaVersion": 1, "commit": .null, "difference": .null] }),
                findings: findings)
        }

        let notes = try old.map { _ in try notesOnLabel(of: found.id, chronicle) } ?? []
        let recorder = try Recorder(repository: opened)
        let message = try message(for: found, replacing: try old.map { try source.content(of: $0) }, by: content)
        let commit = try recorder.record(
            found, text: bytes, message: message,
            by: try recorder.authorship(environment: composition.environment, now: composition.now))
        var answer = try tell(commit, of: found.id, in: opened, composition, findings)
        answer.notes = notes
        return answer
    }

    /// Refuses a new label over dates that stand from the version before it: they are that version's, not this one's.
    private func refuseStaleDates(
        _ statement: VersionStatement, after old: VersionStatement, in path: String
    ) throws {
        guard let last = old.label, last != label, statement.label == nil || statement.label == last else { return }
        if published == nil, let date = statement.published, date == old.published {
            throw CommandFailure.staleDate("published", date, of: last, in: path)
        }
        if effective == nil, let date = statement.effective.standard, date == old.effective.standard {
            throw CommandFailure.staleDate("effective", date, of: last, in: path)
        }
    }

    /// Returns what to say where the label was recorded before; refuses that of a version older than the newest.
    private func notesOnLabel(of policy: PolicyID, _ chronicle: Chronicle) throws -> [String] {
        let versions =
            try chronicle.log(policies: [policy.text], all: true, axis: .recorded).entries.first?.versions ?? []
        guard let newest = versions.first, versions.contains(where: { $0.label == label }) else { return [] }
        if newest.label == label {
            return [
                "Version \(label) was recorded before, on \(newest.recorded.utcDay); this record counts from now on."
            ]
        }
        throw CommandFailure.usage(
            "Version \(label) of \(policy) is recorded already, and \(newest.label) after it.",
            hint: "Choose a label of its own for the new version.")
    }

    private func day(_ option: String?, _ now: Now) throws -> CivilDate? {
        guard let option else { return nil }
        guard case .day(let day) = try DateArgument.read(option, now: now) else {
            throw CommandFailure.usage(
                "\"\(option)\" is a moment; a policy is published and takes effect on a day.",
                hint: "Give a day such as 2026-03-25.")
        }
        return day
    }

    /// Whether the files differ from the record in nothing but the reason.
    private func isRecorded(
        _ bytes: [UInt8], of policy: WorkingPolicy, _ content: PolicyContent, as record: PolicyRecord,
        in source: GitPolicySource
    ) throws -> Bool {
        guard let recorded = try source.text(of: record), policy.changedFiles.allSatisfy({ $0 == policy.text?.path })
        else { return false }
        // The record with nothing but the reason rewritten: equal bytes mean equal text, label and dates.
        let said = try source.statement(of: record)
        let same = try rewriteFrontMatter(
            of: recorded, setting: FrontMatterValues(id: policy.id, reason: reason), previous: said, path: record.path)
        return same == bytes
    }

    private func message(
        for policy: WorkingPolicy, replacing old: PolicyContent?, by new: PolicyContent
    ) throws -> String {
        let lines = Composition.describe(policy.id, label, old, new)
        return "\(policy.id) \(label)\n\n\(reason)\n\n\(lines.joined(separator: "\n"))\n"
    }

    /// Tells what was recorded, as the timeline now has it.
    private func tell(
        _ commit: ObjectID?, of policy: PolicyID, in repository: GitRepository, _ composition: Composition,
        _ findings: [Finding]
    ) throws -> Answer {
        let source = try GitPolicySource(
            repository: repository, root: self.repository.root, layout: self.repository.layout)
        let chronicle = composition.chronicle(of: source, language: detail.language)
        let versions =
            try chronicle.log(policies: [policy.text], all: true, axis: .recorded).entries.first?.versions ?? []
        // A version that was taken back changed nothing for readers.
        let withdrawn = Set(versions.filter(\.isWithdrawn).map(\.label))
        let former = versions.dropFirst().first { $0.label == label || !withdrawn.contains($0.label) }
        let difference = try former.map {
            try chronicle.diff(
                policy: policy.text, from: $0.commit.description, to: versions[0].commit.description)
        }
        let options = composition.rendering(output, all: detail.all)
        let hex = commit?.description
        let sentence = printable("Recorded version \(label) of \(policy) as commit \(hex?.prefix(10) ?? "").\n")
        return Answer(
            text: output.format.render(
                text: {
                    sentence + (difference.map { "\n" + TextForm.difference($0, options: options) } ?? "")
                },
                markdown: {
                    sentence + (difference.map { "\n" + MarkdownForm.difference($0, options: options) } ?? "")
                },
                json: {
                    [
                        "schemaVersion": 1, "commit": .optional(hex),
                        "difference": difference.map(JSONForm.difference) ?? .null,
                    ]
                }),
            findings: findings + (difference?.comparison.findings ?? []))
    }
}

import PolicyDiff
import PolicyModel
import PolicyQueries
import PolicyRendering
import PolicyStore

/// What the working files of one policy change against its newest record.
struct WorkingDifference {
    /// A value of the front matter that differs.
    struct Field: Hashable {
        let name: String
        let before: String?
        let after: String?
    }

    /// What became of the policy as a whole.
    enum Fate: String {
        case new, deleted, kept
    }

    /// The policy, named as the working files name it.
    let policy: WorkingPolicy
    let fate: Fate
    /// The changes of text and rules, against the newest version.
    let difference: Difference
    /// The changed label and dates.
    let fields: [Field]

    /// Compares the working files of a policy with its newest record.
    ///
    /// - Throws: where the record cannot be read.
    init(
        of policy: WorkingPolicy, in working: WorkingFiles, against source: GitPolicySource, asking chronicle: Chronicle
    ) throws {
        self.policy = policy
        let content = working.content(of: policy)
        let title = policy.statement.title ?? content.document.title ?? policy.id.text
        let name = PolicyName(id: policy.id, title: title)
        guard let record = policy.recorded else {
            self.fate = .new
            self.fields = []
            self.difference = Difference(
                policy: name, from: nil, to: nil, comparison: Comparison(changes: []), findings: content.findings)
            return
        }
        let old = try source.content(of: record)
        self.fate = policy.text == nil ? .deleted : .kept
        let comparison =
            fate == .deleted
            ? Comparison(changes: []) : compare(old, content, options: chronicle.options)
        self.fields =
            fate == .deleted ? [] : Self.fields(from: try source.statement(of: record), to: policy.statement)
        let isSame = comparison.changes.isEmpty && fields.isEmpty && fate == .kept
        self.difference = Difference(
            policy: name,
            from: isSame
                ? nil : try chronicle.log(policies: [policy.id.text], axis: .recorded).entries.first?.versions.first,
            to: nil,
            comparison: comparison, findings: content.findings)
    }

    /// Whether neither text, rules, label nor dates differ.
    var isUnchanged: Bool { fate == .kept && fields.isEmpty && difference.comparison.changes.isEmpty }

    /// How much it matters: a policy that comes or goes is material, a date that moves too.
    var significance: Significance? {
        if fate != .kept { return .material }
        let dates = fields.contains { $0.name != "version" && $0.name != "reason" }
        return [difference.comparison.significance, dates ? .material : nil].compactMap { $0 }.max()
    }

    /// What was noticed in the working files.
    var findings: [Finding] { difference.findings + difference.comparison.findings }

    /// Returns the values of the front matter that differ.
    static func fields(from old: VersionStatement?, to new: VersionStatement) -> [Field] {
        let pairs: [(String, String?, String?)] = [
            ("version", old?.label, new.label),
            ("published", old?.published?.description, new.published?.description),
            ("effective", old.flatMap { describe($0.effective) }, describe(new.effective)),
            ("status", old?.isWithdrawn == true ? "withdrawn" : nil, new.isWithdrawn ? "withdrawn" : nil),
        ]
        return pairs.filter { $0.1 != $0.2 }.map { Field(name: $0.0, before: $0.1, after: $0.2) }
    }

    private static func describe(_ dates: EffectiveDates) -> String? {
        let audiences = dates.audiences.map { "\($0.name) \($0.date?.description ?? "unknown")" }
        let all = [dates.standard?.description].compactMap { $0 } + audiences
        return all.isEmpty ? nil : all.joined(separator: ", ")
    }
}

extension WorkingDifference {
    /// The form for a terminal.
    func text(_ options: RenderingOptions) -> String {
        form(bullet: "  ") { TextForm.difference(difference, options: options) }
    }

    /// The form for a page.
    func markdown(_ options: RenderingOptions) -> String {
        form(bullet: "- ") { MarkdownForm.difference(difference, options: options) }
    }

    private func form(bullet: String, changes: () -> String) -> String {
        switch fate {
        case .new: return printable("\(policy.id): not recorded yet.\n")
        case .deleted: return printable("\(policy.id): deleted, which is not recorded yet.\n")
        case .kept: break
        }
        let lines = fields.map { "\(bullet)\($0.name): \($0.before ?? "unknown") → \($0.after ?? "unknown")" }
        let head =
            difference.comparison.changes.isEmpty
            ? printable("\(policy.id): neither text nor rules differ.\n") : changes()
        let against = difference.from.map { ["\nAgainst version \($0.label)."] } ?? []
        return head + printable((lines + against).map { $0 + "\n" }.joined())
    }

    /// The form for programs: what `diff` prints, and what became of policy, label and dates.
    var json: JSON {
        guard case .object(var members) = JSONForm.difference(difference) else { return .null }
        members["fate"] = .string(fate.rawValue)
        members["fields"] = .array(
            fields.map {
                ["name": .string($0.name), "before": .optional($0.before), "after": .optional($0.after)]
            })
        return .object(members)
    }
}

/// Returns a number with its noun: `1 version`, `2 versions`.
func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

import PolicyModel
import PolicyParsing

/// One side of `compare`: what a path on the command line turned out to hold.
struct ComparisonInput {
    /// What a path can hold.
    enum Kind: String {
        case text = "a Markdown file"
        case rules = "a file of rules"
        case folder = "a folder"
    }

    /// What the path holds.
    let kind: Kind
    /// The text and the rules.
    let content: PolicyContent
    /// What the front matter of a `policy.md` says; nil for other files, and where only the text is compared.
    private(set) var statement: VersionStatement?

    /// Reads a Markdown file, a file of rules (its name ends in `.yaml` or `.yml`), or a folder with `policy.md`, `rules.yaml` or both.
    ///
    /// - Parameter shared: texts read before, such as those of the other side.
    /// - Throws: `CommandFailure` where the path does not exist, cannot be read, or holds rules that cannot be used.
    init(path: String, sharing shared: inout SharedTexts) throws(CommandFailure) {
        switch Platform.contents(of: path) {
        case .missing: throw .noSuchFile(path)
        case .unreadable(let why): throw .unreadable(path, why: why)
        case .bytes(let bytes) where path.hasSuffix(".yaml") || path.hasSuffix(".yml"):
            self.kind = .rules
            let (rules, findings) = try Self.rules(bytes, path: path)
            self.content = PolicyContent(document: .empty, rules: rules, findings: findings)
        case .bytes(let bytes):
            self.kind = .text
            // Any Markdown will do: front matter is taken off, and not held to the schema of a policy's.
            let text = parseText(bytes, path: path, layout: .documents, sharing: &shared)
            self.content = PolicyContent(document: text.document, findings: text.findings)
        case .folder:
            self.kind = .folder
            self.content = try Self.folder(path)
        }
    }

    /// Reads one side of a diff of git, whose file bears another name than the path that it is a version of.
    ///
    /// - Throws: `CommandFailure` where it cannot be read, or holds rules that cannot be used.
    init(file: String, as path: String) throws(CommandFailure) {
        guard let bytes = try Self.bytes(file) else { throw .noSuchFile(file) }
        if path.hasSuffix(".yaml") {
            self.kind = .rules
            let (rules, findings) = try Self.rules(bytes, path: path)
            self.content = PolicyContent(document: .empty, rules: rules, findings: findings)
        } else {
            self.kind = .text
            let isNative = path == "policy.md" || path.hasSuffix("/policy.md")
            let text = parseDocument(bytes, path: path, layout: isNative ? .native : .documents)
            self.content = PolicyContent(document: text.document, findings: text.findings)
            if isNative { self.statement = text.statement }
        }
    }

    private static func folder(_ path: String) throws(CommandFailure) -> PolicyContent {
        let folder = path.hasSuffix("/") ? path : path + "/"
        let text = try bytes(folder + "policy.md").map {
            parseDocument($0, path: folder + "policy.md", layout: .native)
        }
        var rules: RuleSet?
        var findings = text?.findings ?? []
        if let bytes = try bytes(folder + "rules.yaml") {
            let parsed = try Self.rules(bytes, path: folder + "rules.yaml")
            rules = parsed.rules
            findings += parsed.findings
        } else if text == nil {
            throw .nothingToCompare(path)
        }
        return PolicyContent(document: text?.document ?? .empty, rules: rules, findings: findings)
    }

    private static func bytes(_ path: String) throws(CommandFailure) -> [UInt8]? {
        switch Platform.contents(of: path) {
        case .bytes(let bytes): bytes
        case .missing: nil
        case .folder: throw .unreadable(path, why: "it is a folder")
        case .unreadable(let why): throw .unreadable(path, why: why)
        }
    }

    /// Rules that cannot be read as a whole end the comparison: it would tell what could not be read as removed.
    private static func rules(
        _ bytes: [UInt8], path: String
    ) throws(CommandFailure) -> (rules: RuleSet, findings: [Finding]) {
        let (rules, findings) = parseRules(bytes, path: path)
        if let rules, !findings.contains(where: { $0.severity == .error }) { return (rules, findings) }
        throw .unusable(path, because: findings)
    }
}

import PolicyModel
import PolicyParsing

/// The bytes that make up one version of a policy.
struct ContentBytes {
    /// The text, nil where there is none.
    let text: GitBlob?
    let textPath: String
    let rules: GitBlob?
    let rulesPath: String
    let layout: Layout

    /// Returns what the bytes say; what cannot be read is empty, and a finding says why.
    func parsed() -> PolicyContent {
        var unshared = SharedTexts.none
        return parsed(sharing: &unshared)
    }

    /// Returns what the bytes say; what stands in texts read before is not read again.
    func parsed(sharing shared: inout SharedTexts) -> PolicyContent {
        var document = Document.empty
        var findings: [Finding] = []
        switch text {
        case .content(let bytes):
            let parsed = parseText(bytes, path: textPath, layout: layout, sharing: &shared)
            document = parsed.document
            findings += parsed.findings
        case .tooLarge(let size): findings.append(.blobTooLarge(textPath, size: size))
        case nil: break
        }
        var rules: RuleSet?
        switch self.rules {
        case .content(let bytes):
            let parsed = parseRules(bytes, path: rulesPath)
            rules = parsed.rules
            findings += parsed.findings
            if let rules { findings += checkAnchors(rules: rules, document: document, path: rulesPath) }
        case .tooLarge(let size): findings.append(.blobTooLarge(rulesPath, size: size))
        case nil: break
        }
        return PolicyContent(document: document, rules: rules, findings: findings)
    }

    /// The content of files that lie beside each other: `policy.md` and `rules.yaml`, or one Markdown file.
    init(files: [FolderFile], layout: Layout) {
        func file(_ role: PolicyFiles.Role) -> FolderFile? {
            files.first { layout == .documents ? role == .text : PolicyFiles.role(GitPath($0.path).name) == role }
        }
        let (text, rules) = (file(.text), file(.rules))
        self.init(
            text: text.map { .content($0.bytes) }, textPath: text?.path ?? "policy.md",
            rules: rules.map { .content($0.bytes) }, rulesPath: rules?.path ?? "rules.yaml", layout: layout)
    }

    init(text: GitBlob?, textPath: String, rules: GitBlob?, rulesPath: String, layout: Layout) {
        self.text = text
        self.textPath = textPath
        self.rules = rules
        self.rulesPath = rulesPath
        self.layout = layout
    }
}

package import PolicyModel

extension TextForm {
    /// Returns what `notice check` prints.
    package static func checked(_ findings: [Finding], path: String, options: RenderingOptions) -> String {
        if findings.isEmpty { return sanitised("\(path): nothing to find fault with.\n") }
        return findings.map { finding in
            let place = finding.place.map { JSONForm.place($0) } ?? path
            let fix = finding.fix.map { "\n    fix: \(onOneLine($0))" } ?? ""
            return
                "\(finding.severity.rawValue) \(finding.id) \(onOneLine(place))\n    \(onOneLine(finding.message))\(fix)\n"
        }.joined()
    }
}

extension MarkdownForm {
    /// Returns what `notice check --format markdown` prints.
    package static func checked(_ findings: [Finding], path: String) -> String {
        if findings.isEmpty { return "\(code(path)): nothing to find fault with.\n" }
        return findings.map { finding in
            let place = code(finding.place.map { JSONForm.place($0) } ?? path)
            let fix = finding.fix.map { "  \n  Fix: \(markdownEscaped($0))" } ?? ""
            return
                "- **\(finding.severity.rawValue)** \(code(finding.id)) \(place): \(markdownEscaped(finding.message))\(fix)\n"
        }.joined()
    }
}

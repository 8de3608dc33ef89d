package import PolicyModel
package import PolicyNotices

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

extension TextForm {
    /// Returns what `notice checks` prints: the checks with the ids of their findings.
    package static func checks(_ checks: [NoticeCheck], options: RenderingOptions = .init()) -> String {
        var page = Page(options)
        for check in checks {
            page.add(StyledText(check.ids.joined(separator: ", "), .strong))
            page.add(StyledText(check.meaning), indentation: 2)
            page.add(StyledText("Finds fault with: \(check.example)", .quiet), indentation: 2)
            page.gap()
        }
        return page.text
    }
}

extension JSONForm {
    /// Returns the object that `notice checks` prints.
    package static func checks(_ checks: [NoticeCheck]) -> JSON {
        let objects = checks.map { check -> JSON in
            [
                "ids": .array(check.ids.map { .string($0) }), "meaning": .string(check.meaning),
                "example": .string(check.example),
            ]
        }
        return ["schemaVersion": schemaVersion, "checks": .array(objects), "findings": []]
    }
}

extension MarkdownForm {
    /// Returns what `notice checks --format markdown` prints: a table of the checks.
    package static func checks(_ checks: [NoticeCheck]) -> String {
        let rows = checks.map { check in
            "| \(check.ids.map { "`\($0)`" }.joined(separator: " ")) | \(markdownEscaped(check.meaning)) | \(markdownEscaped(check.example)) |\n"
        }
        return "| findings | what has to hold | finds fault with |\n|---|---|---|\n" + rows.joined()
    }

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

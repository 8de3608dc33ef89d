package import PolicyModel

/// Parses a Markdown file.
///
/// Never fails: what cannot be read is a finding, and the text is kept. Takes time linear in the size of the file.
///
/// - Parameters:
///   - bytes: the file, of any encoding; what is not UTF-8 is reported with its offset.
///   - path: the path shown in findings.
///   - layout: `native` checks the front matter against its schema; `documents` takes only what it knows of foreign front
///     matter, and reads the dates that the text states.
package func parseDocument(_ bytes: [UInt8], path: String, layout: Layout = .native) -> ParsedText {
    let text = SourceText(bytes, path: path)
    return text.bytes.withUnsafeBufferPointer { source in
        let head = Head(source, path: path, layout: layout)
        var shared = SharedTexts.none
        let read = MarkdownReader.read(source, from: head.textStart, line: head.textLine, path: path, sharing: &shared)
        let document = read.builder.finished(title: head.statement.title, language: head.statement.language)
        let statement = layout == .native ? head.statement : head.statement.filled(with: StatedDates(in: document))
        return ParsedText(
            document: TypedLists.led(BrokenLines.joined(IndentedMenus.read(document))), statement: statement,
            findings: text.findings + head.findings + read.findings)
    }
}

/// Parses a Markdown file for its text alone: what `parseDocument` gives but for what the file says of itself.
///
/// - Parameter shared: texts of files parsed before, such as the other side of a comparison; what stands in them too is not read again.
package func parseText(
    _ bytes: [UInt8], path: String, layout: Layout = .native, sharing shared: inout SharedTexts
) -> (document: Document, findings: [Finding]) {
    let text = SourceText(bytes, path: path)
    return text.bytes.withUnsafeBufferPointer { source in
        let head = Head(source, path: path, layout: layout)
        let read = MarkdownReader.read(
            source, from: head.textStart, line: head.textLine, path: path, sharing: &shared)
        return (
            TypedLists.led(
                BrokenLines.joined(
                    IndentedMenus.read(
                        read.builder.finished(title: head.statement.title, language: head.statement.language)))),
            text.findings + head.findings + read.findings
        )
    }
}

/// Returns what a Markdown file says of itself: the statement that `parseDocument` gives, without reading all of the text.
///
/// For going through many versions, of which only the dates and labels are wanted.
package func parseStatement(_ bytes: [UInt8], path: String, layout: Layout = .native) -> VersionStatement {
    SourceText(bytes, path: path).bytes.withUnsafeBufferPointer { source in
        let head = Head(source, path: path, layout: layout)
        if layout == .native { return head.statement }
        return head.statement.filled(
            with: StatedDates(in: source, from: head.textStart, line: head.textLine, language: head.statement.language))
    }
}

/// Parses `rules.yaml`; the rule set is nil where the file cannot be used, then a finding of severity `error` says why.
///
/// Entries that lack what is required are left out, and a finding says so.
package func parseRules(_ bytes: [UInt8], path: String) -> (rules: RuleSet?, findings: [Finding]) {
    let (value, findings) = parseYaml(bytes, path: path, RulesFile.schema)
    guard let value else { return (findings.isEmpty ? RuleSet() : nil, findings) }
    guard case .map = value else { return (nil, findings) }
    return (RulesFile.rules(of: value), findings + RulesFile.duplicateIDs(in: value, path: path))
}

/// Parses `policyhistory.yaml`; what cannot be used has its default, and a finding says why.
package func parseSettings(_ bytes: [UInt8], path: String) -> (settings: Settings, findings: [Finding]) {
    let (value, findings) = parseYaml(bytes, path: path, SettingsFile.schema)
    return (value.map(SettingsFile.settings) ?? Settings(), findings)
}

/// Returns the dates that the text of a document states ("Effective March 25, 2026", "Last updated …"); nil where unknown.
///
/// For the layout `documents`. Only date stamps count, never dates inside sentences; a date that can be read two ways is unknown.
///
/// - Parameter language: the language declared for the document; all known languages are tried where it is nil.
package func statedDates(
    inDocument bytes: [UInt8], language: String? = nil
) -> (published: CivilDate?, effective: CivilDate?) {
    let dates = SourceText(bytes, path: "").bytes.withUnsafeBufferPointer { source in
        let head = Head(source, path: "", layout: .documents)
        let language = language ?? head.statement.language
        return StatedDates(in: source, from: head.textStart, line: head.textLine, language: language)
    }
    return (dates.published, dates.effective)
}

/// Returns findings for the anchors that `rules.yaml` names and the text does not have (`rule-anchor-missing`).
///
/// - Parameter path: the path of `rules.yaml`, shown in the findings.
package func checkAnchors(rules: RuleSet, document: Document, path: String) -> [Finding] {
    let anchors = Anchors(document)
    return rules.rules.compactMap { rule in
        guard let clause = rule.clause, anchors.target(of: clause) == nil else { return nil }
        return Finding(
            id: "rule-anchor-missing", severity: .warning,
            message: "The rule '\(rule.id)' points to '#\(clause)', which the text does not have.",
            place: Place(path: path, lines: rule.lines),
            fix: "Add '{#\(clause)}' to the heading or clause that states the rule.")
    }
}

/// Returns the JSON Schema (2020-12) that files are checked with: `rules`, `settings`, `front-matter` or `notice-front-matter`; nil for another name.
package func jsonSchema(named name: String) -> String? {
    switch name {
    case "rules":
        RulesFile.schema.document(title: "rules.yaml", description: "What a policy states, as structured data.")
    case "settings":
        SettingsFile.schema.document(title: "policyhistory.yaml", description: "The settings of a policy repository.")
    case "front-matter":
        FrontMatter.schema.document(title: "Front matter of policy.md", description: "What a version says of itself.")
    case "notice-front-matter":
        NoticeFrontMatter.schema.document(
            title: "Front matter of a notice", description: "What the file of a notice says of itself.")
    default: nil
    }
}

private func parseYaml(_ bytes: [UInt8], path: String, _ schema: Schema) -> (value: YamlValue?, findings: [Finding]) {
    let text = SourceText(bytes, path: path)
    let (value, findings) = YamlReader.read(text.bytes[...], path: path)
    let differences = value.map { SchemaCheck.findings(of: $0, against: schema, path: path) } ?? []
    return (value, text.findings + findings + differences)
}

/// The front matter of a file, read.
private struct Head {
    var statement = VersionStatement()
    var findings: [Finding] = []
    var textStart = 0
    var textLine = 1

    init(_ source: Bytes, path: String, layout: Layout) {
        let (found, isUnterminated) = FrontMatter.find(in: source)
        guard let found else {
            if layout == .native { findings = [Self.missing(isUnterminated, path: path)] }
            return
        }
        let (value, problems) = YamlReader.read(Array(source[found.yaml])[...], path: path, lineOffset: 1)
        if layout == .documents {
            // A text may well begin with a rule. Only a map is front matter.
            guard let value, case .map = value else { return }
            // Ids and labels of other systems are none of ours.
            let foreign = FrontMatter.statement(of: value)
            statement = VersionStatement(
                title: foreign.title, language: foreign.language, published: foreign.published,
                effective: foreign.effective)
        } else {
            findings = problems
            if let value {
                findings += SchemaCheck.findings(of: value, against: FrontMatter.schema, path: path)
                statement = FrontMatter.statement(of: value)
                noteDates(path: path, value.lines)
            }
        }
        textStart = found.textStart
        textLine = found.textLine
    }

    private mutating func noteDates(path: String, _ lines: LineRange) {
        let hasDate = statement.published != nil || statement.effective != EffectiveDates()
        guard !hasDate, statement.translates == nil else { return }
        findings.append(
            Finding(
                id: "version-without-date", severity: .warning,
                message: "'\(path)' says neither when this version was published nor when it takes effect.",
                place: Place(path: path, lines: lines), fix: "Add 'effective' with a day."))
    }

    private static func missing(_ isUnterminated: Bool, path: String) -> Finding {
        isUnterminated
            ? Finding(
                id: "front-matter-unterminated", severity: .error, message: "The front matter of '\(path)' never ends.",
                place: Place(path: path, lines: LineRange(1, 1)), fix: "Close it with a line '---'.")
            : Finding(
                id: "front-matter-missing", severity: .warning, message: "'\(path)' has no front matter.",
                place: Place(path: path, lines: LineRange(1, 1)),
                fix: "Begin the file with 'id', 'version' and 'effective' between two lines '---'.")
    }
}

extension VersionStatement {
    /// The statement with the dates that the text states, where it has none itself.
    fileprivate func filled(with dates: StatedDates) -> VersionStatement {
        VersionStatement(
            id: id, title: title, language: language, label: label, published: published ?? dates.published,
            effective: effective == EffectiveDates() ? EffectiveDates(standard: dates.effective) : effective,
            recorded: recorded, isWithdrawn: isWithdrawn, reason: reason, translates: translates, sources: sources)
    }
}

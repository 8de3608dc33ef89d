package import PolicyModel

/// Parses a Markdown file.
///
/// Never fails: what cannot be read is a finding, and the text is kept. Takes time linear in the size of the file.
///
/// - Parameters:
///   - bytes: the file, of any encoding; what is not UTF-8 is reported with its offset.
///   - path: the path shown in findings.
///   - layout: `native` checks the front matter against its schema; `documents` takes only what it knows of foreign front matter
///     and reads the dates that the text states.
package func parseDocument(_ bytes: [UInt8], path: String, layout: Layout = .native) -> ParsedText {
    let text = SourceText(bytes, path: path)
    let read = text.bytes.withUnsafeBufferPointer { MarkdownReader.read($0, from: 0, line: 1, path: path) }
    return ParsedText(
        document: read.builder.finished(title: nil, language: nil), findings: text.findings + read.findings)
}

/// Parses `rules.yaml`; the rule set is nil where the file cannot be used, then a finding of severity `error` says why.
package func parseRules(_ bytes: [UInt8], path: String) -> (rules: RuleSet?, findings: [Finding]) { (nil, []) }

/// Parses `policyhistory.yaml`; what cannot be used has its default, and a finding says why.
package func parseSettings(_ bytes: [UInt8], path: String) -> (settings: Settings, findings: [Finding]) {
    (Settings(), [])
}

/// Returns the dates that the text of a document states ("Effective March 25, 2026", "Last updated …"); nil where unknown.
///
/// For the layout `documents`. Only date stamps count, never dates inside sentences; a date that can be read two ways is unknown.
///
/// - Parameter language: the language declared for the document; all known languages are tried where it is nil.
package func statedDates(
    inDocument bytes: [UInt8], language: String? = nil
) -> (published: CivilDate?, effective: CivilDate?) { (nil, nil) }

/// Returns findings for the anchors that `rules.yaml` names and the text does not have (`rule-anchor-missing`).
package func checkAnchors(rules: RuleSet, document: Document, path: String) -> [Finding] { [] }

/// What `rewriteFrontMatter` sets; nil leaves a value as it is.
package struct FrontMatterValues: Hashable, Sendable {
    /// The label (`version`).
    package let label: String?
    /// The day it takes effect.
    package let effective: CivilDate?
    /// The day it is announced.
    package let published: CivilDate?
    /// Why this version exists.
    package let reason: String?

    /// Makes values; whatever is not given stays as it is.
    package init(
        label: String? = nil, effective: CivilDate? = nil, published: CivilDate? = nil, reason: String? = nil
    ) {
        self.label = label
        self.effective = effective
        self.published = published
        self.reason = reason
    }
}

/// Returns the file with the values written into its front matter, every other byte as it was.
///
/// - Parameters:
///   - bytes: the file; where it has no front matter, one is put before the text.
///   - values: what is to stand in the front matter.
///   - previous: what the version before said of itself. A value that still stands from it is replaced; any other value
///     that differs from the one to be written is a conflict.
///   - path: the path shown in errors.
/// - Throws: where the front matter states another value, or cannot be read.
package func rewriteFrontMatter(
    of bytes: [UInt8], setting values: FrontMatterValues, previous: VersionStatement? = nil, path: String
) throws(ParsingError) -> [UInt8] { bytes }

/// Returns the JSON Schema (2020-12) that files are checked with: `rules`, `settings` or `front-matter`; nil for another name.
package func jsonSchema(named name: String) -> String? { nil }

package import PolicyModel

/// What a Markdown file holds: its text, what it says of itself, and what was noticed on the way.
package struct ParsedText: Hashable, Sendable {
    /// The text without the front matter.
    package let document: Document
    /// What the file says of itself: in the native layout its front matter, in `documents` also the dates its text states.
    package let statement: VersionStatement
    /// What was noticed.
    package let findings: [Finding]

    /// Makes a parsed text.
    package init(document: Document, statement: VersionStatement = VersionStatement(), findings: [Finding] = []) {
        self.document = document
        self.statement = statement
        self.findings = findings
    }
}

package import PolicyQueries

/// The form for pages, issues and mails: Markdown in which policy text is inert.
package enum MarkdownForm {
    /// Returns what `since --format markdown` prints.
    package static func since(_ answer: SinceAnswer, options: RenderingOptions = .init()) -> String { "" }
    /// Returns what `diff` and `compare` print.
    package static func difference(_ difference: Difference, options: RenderingOptions = .init()) -> String { "" }
    /// Returns what `log` prints.
    package static func log(_ log: VersionLog, options: RenderingOptions = .init()) -> String { "" }
    /// Returns what `show` prints: the text of the version.
    package static func shown(_ shown: ShownVersion, options: RenderingOptions = .init()) -> String { "" }
    /// Returns what `policies` prints.
    package static func policies(_ list: PolicyList, options: RenderingOptions = .init()) -> String { "" }
}

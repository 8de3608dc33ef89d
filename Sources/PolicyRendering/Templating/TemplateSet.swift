/// The templates of all forms: the built-in ones, and those that a publisher puts in their place.
package struct TemplateSet: Hashable, Sendable {
    /// The templates that come with the tool, by name, sorted.
    package static let builtIn: [(name: String, source: String)] = EmbeddedFiles.all.compactMap { file in
        guard file.path.hasSuffix(".mustache") else { return nil }
        return (String(file.path.dropLast(".mustache".count)), file.text)
    }

    private let sources: [String: String]

    /// Makes the built-in set.
    package init() {
        self.sources = Dictionary(Self.builtIn.map { ($0.name, $0.source) }, uniquingKeysWith: { $1 })
    }

    /// Makes the built-in set with some templates replaced.
    ///
    /// - Parameter sources: the replacing templates by name (`html`, `email` …); a name of one's own can be included by others.
    /// - Throws: `TemplateError` with file and line where any of them, or of those that include them, cannot be used.
    package init(replacing sources: [String: String]) throws(TemplateError) {
        self.sources = TemplateSet().sources.merging(sources) { $1 }
        for name in Use.allCases { _ = try template(name) }
    }

    /// What a template makes.
    enum Use: String, CaseIterable {
        case markdown, html, text, email, short, post, feed, ics, docx, changelog
        case changelogMarkdown = "changelog-markdown"

        var escaping: TemplateEscaping {
            switch self {
            case .markdown, .changelogMarkdown: .markdown
            case .html, .email, .feed, .changelog: .html
            case .text, .ics: .text
            case .post: .post
            case .short: .json
            case .docx: .paragraphs
            }
        }

        var isHTML: Bool { escaping == .html }
    }

    /// Returns the template of a form, checked.
    func template(_ use: Use) throws(TemplateError) -> Template {
        try Template(
            use.rawValue, of: sources,
            fields: [.changelog, .changelogMarkdown].contains(use) ? Self.changelogSchema : Self.noticeSchema,
            escaping: use.escaping, isHTML: use.isHTML)
    }

    private static let noticeSchema = withBesides(JSONSchemas.notice)
    private static let changelogSchema = withBesides(JSONSchemas.changelog)

    /// The schema of a value with that of what stands beside it in a template.
    private static func withBesides(_ schema: JSON) -> JSON {
        guard case .object(var keywords) = schema, case .object(let own)? = keywords["properties"] else {
            return schema
        }
        keywords["properties"] = .object(own.merging(JSON.Members(besides)))
        return .object(keywords)
    }

    /// What stands beside a notice in a template.
    private static var besides: [String: JSON] {
        func color(_ description: String) -> JSON {
            ["description": .string(description), "type": "string", "format": "color"]
        }
        return [
            "several": ["description": "Whether the notice tells of several policies.", "type": "boolean"],
            "brand": JSONSchemas.object(
                "The publisher's brand.",
                [
                    "name": JSONSchemas.optional(JSONSchemas.string("The name.")),
                    "logo": JSONSchemas.optional(JSONSchemas.url("The address of the logo.")),
                    "isShown": ["description": "Whether there is a name or a logo.", "type": "boolean"],
                    "color": color("The colour on a light page."),
                    "colorDark": color("The colour on a dark page."),
                    "ink": color("The same, dark enough to be read as text."),
                    "inkDark": color("The same, light enough to be read as text."),
                ]),
            "short": JSONSchemas.object(
                "The notice in a few words.",
                [
                    "title": JSONSchemas.string("At most 60 characters."),
                    "body": JSONSchemas.string("Under 180 characters."),
                    "severity": JSONSchemas.oneOf(
                        ShortNotice.Severity.allCases.map(\.rawValue), "How much it matters."),
                    "effective": JSONSchemas.optional(JSONSchemas.date("The first day of effect.")),
                    "when": JSONSchemas.optional(JSONSchemas.string("That day with its label.")),
                    "link": JSONSchemas.optional(JSONSchemas.url("Where to read on.")),
                ]),
            "mail": JSONSchemas.object(
                "What holds for an e-mail.",
                ["unsubscribe": JSONSchemas.optional(JSONSchemas.url("Where to end a subscription."))]),
        ]
    }
}

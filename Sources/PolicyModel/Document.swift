/// The text of one version as the comparison sees it: sections in order, and the clauses under them.
///
/// Sections and clauses are flat arrays in the order of the text; a section names its parent and the clauses that stand
/// directly under it by index. The first section is always the text before the first heading, with an empty heading.
public struct Document: Hashable, Sendable {
    /// The title: from the front matter, else the first level-1 heading.
    public let title: String?
    /// The language declared in the front matter (BCP 47), nil where none is.
    public let language: String?
    /// The sections in order; never empty, the first has no heading.
    public let sections: [Section]
    /// The clauses in order.
    public let clauses: [Clause]

    /// Makes a document; an empty list of sections gets the section before the first heading.
    public init(title: String? = nil, language: String? = nil, sections: [Section], clauses: [Clause]) {
        self.title = title
        self.language = language
        self.sections =
            sections.isEmpty
            ? [Section(heading: "", level: 0, parent: nil, clauses: 0..<clauses.count, lines: LineRange(1, 1))]
            : sections
        self.clauses = clauses
    }

    /// A document without any text.
    public static var empty: Document { Document(sections: [], clauses: []) }

    /// Returns the headings that lead to a section, outermost first; empty for the text before the first heading.
    public func path(ofSection index: Int) -> [String] {
        var path: [String] = []
        var next: Int? = index
        while let current = next {
            if !sections[current].heading.isEmpty { path.append(sections[current].heading) }
            next = sections[current].parent
        }
        return path.reversed()
    }
}

/// A heading with what stands directly under it.
public struct Section: Hashable, Sendable {
    /// The heading as plain text, numbering kept, attribute list (`{#anchor}`) taken off; empty before the first heading.
    public let heading: String
    /// The heading's level, 1…6; 0 before the first heading.
    public let level: Int
    /// The explicit anchor of the heading (`{#anchor}`, without `#`), nil where there is none.
    public let anchor: String?
    /// The index of the section that this one lies in.
    public let parent: Int?
    /// The clauses directly under the heading, not those of subsections, as indices of `Document.clauses`.
    public let clauses: Range<Int>
    /// The heading's lines.
    public let lines: LineRange

    /// Makes a section.
    public init(
        heading: String, level: Int, anchor: String? = nil, parent: Int?, clauses: Range<Int>, lines: LineRange
    ) {
        self.heading = heading
        self.level = level
        self.anchor = anchor
        self.parent = parent
        self.clauses = clauses
        self.lines = lines
    }
}

/// A paragraph, list item or table row: the unit that is compared.
public struct Clause: Hashable, Sendable {
    /// What the clause is in the text.
    public enum Form: Hashable, Sendable {
        /// A paragraph, block quotes included.
        case paragraph
        /// A list item: its depth from 1, and its marker as written (`-`, `3.`).
        case listItem(depth: Int, marker: String)
        /// A row of a table; `text` holds its cells parted by ` | `.
        case tableRow(header: Bool)
        /// Code, raw HTML, or a block too large to be parsed: compared as plain text.
        case verbatim
    }

    /// The text without markup, white space folded to single spaces.
    public let text: String
    /// What the clause is in the text.
    public let form: Form
    /// The index of its section.
    public let section: Int
    /// The index of the clause that introduces the list this item stands in ("You must not:"), or the item above a
    /// nested list; for a table row that of the header row.
    ///
    /// Nil where there is none.
    public let leadIn: Int?
    /// The explicit anchor (`{#anchor}`, without `#`).
    public let anchor: String?
    /// Emphasis, links and images inside `text`, in order of their start.
    public let spans: [Span]
    /// Where the clause stands in the source.
    public let lines: LineRange

    /// Makes a clause.
    public init(
        text: String, form: Form = .paragraph, section: Int = 0, leadIn: Int? = nil, anchor: String? = nil,
        spans: [Span] = [], lines: LineRange
    ) {
        self.text = text
        self.form = form
        self.section = section
        self.leadIn = leadIn
        self.anchor = anchor
        self.spans = spans
        self.lines = lines
    }
}

/// A stretch of a clause's text that is marked up.
public struct Span: Hashable, Sendable {
    /// How it is marked up.
    public enum Style: Hashable, Sendable {
        case emphasis, strong, strikethrough, code
        /// A link with its target as written.
        case link(target: String)
        /// An image with its source; the text is its alternative text.
        case image(source: String)
    }

    /// How it is marked up.
    public let style: Style
    /// The bytes of `Clause.text` (UTF-8) that it covers.
    public let bytes: Range<Int>

    /// Makes a span.
    public init(_ style: Style, bytes: Range<Int>) {
        self.style = style
        self.bytes = bytes
    }
}

package import PolicyModel

/// The file of a notice in a repository: generated parts, marked, between what people write.
///
/// A generated part is a line with a comment behind it that names the part and the words it was generated with. Other words
/// before the comment are people's; so is everything without a comment.
package struct NoticeFile: Hashable, Sendable {
    /// A stretch of the file.
    package enum Part: Hashable, Sendable {
        /// A generated part, as it now reads.
        case unit(Unit)
        /// Lines that people wrote, without the empty lines around them.
        case people(String, line: Int)
    }

    /// A generated part as it stands in the file.
    package struct Unit: Hashable, Sendable {
        /// What it tells.
        package let key: NoticeKey
        /// Its Markdown as it now reads; it may have become several lines.
        package let markdown: String
        /// The hash of what was generated.
        let hash: String
        /// Its first line in the file.
        package let line: Int

        /// Whether people gave it other words.
        package var isEdited: Bool { NoticeMark.hash(of: markdown) != hash }
    }

    /// What it says of itself.
    package let statement: NoticeStatement
    /// Its parts in order.
    package let parts: [Part]

    /// Makes a file of parts.
    init(statement: NoticeStatement, parts: [Part]) {
        self.statement = statement
        self.parts = parts
    }

    /// Makes the file of a new notice.
    ///
    /// - Parameters:
    ///   - statement: What it says of itself.
    ///   - units: The generated parts.
    ///   - wanted: What people are asked for; it stands below as comments.
    package init(statement: NoticeStatement, units: [NoticeUnit], wanted: [Wanted] = []) {
        var parts = units.map { Part.unit(Unit($0, line: 0)) }
        if !wanted.isEmpty {
            let lines = wanted.map { "<!-- wanted:\($0.subject.rawValue) \($0.question) -->" }
            parts.append(.people(lines.joined(separator: "\n"), line: 0))
        }
        self.init(statement: statement, parts: parts)
    }

    /// Reads the part of a file below its front matter.
    package init(statement: NoticeStatement, body: String, line: Int) {
        var reader = NoticeFileReader(firstLine: line)
        for text in body.split(separator: "\n", omittingEmptySubsequences: false) { reader.read(text) }
        self.init(statement: statement, parts: reader.finished())
    }

    /// The generated parts in order.
    package var units: [Unit] {
        parts.compactMap { if case .unit(let unit) = $0 { unit } else { nil } }
    }

    /// The paragraphs that people wrote between them, comments of the tool left out, each with its first line.
    package var writings: [(text: String, line: Int)] {
        parts.flatMap { part -> [(text: String, line: Int)] in
            guard case .people(let text, let first) = part else { return [] }
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            let written = lines.split { Self.isAside($0.element) || $0.element.allSatisfy(\.isWhitespace) }
            return written.map { paragraph in
                (paragraph.map(\.element).joined(separator: "\n"), first + (paragraph.first?.offset ?? 0))
            }
        }
    }

    /// Whether a line is a comment of the tool's own: a question, or a newer sentence beside an edited one.
    static func isAside(_ line: Substring) -> Bool {
        line.hasPrefix("<!-- wanted:") || line.hasPrefix(newer) || line.hasPrefix("  " + newer)
    }

    /// How the comment begins that holds what would be generated now beside what people wrote.
    static let newer = "<!-- newer:"

    /// The body as it stands in the file, behind the front matter.
    package var body: String {
        var output = "\n"
        var last: Part?
        for part in parts {
            switch (last, part) {
            case (nil, _): break
            case (.unit(let before)?, .unit(let unit)) where before.isListItem && unit.isListItem: output += "\n"
            default: output += "\n\n"
            }
            switch part {
            case .unit(let unit): output += unit.text
            case .people(let text, _): output += text
            }
            last = part
        }
        return output + "\n"
    }

    /// SHA-256 of the file without its approvals: what an approval is given to.
    ///
    /// - Parameter frontMatter: How a statement is written.
    package func digest(_ frontMatter: (NoticeStatement) -> String) -> String {
        SHA256.hex(Array((frontMatter(statement.with(approvals: [])) + body).utf8))
    }

    /// Returns the file with one more approval.
    package func approved(_ approval: NoticeApproval) -> NoticeFile {
        NoticeFile(statement: statement.with(approvals: statement.approvals + [approval]), parts: parts)
    }
}

extension NoticeFile.Unit {
    init(_ unit: NoticeUnit, line: Int) {
        self.init(key: unit.key, markdown: unit.markdown, hash: NoticeMark.hash(of: unit.markdown), line: line)
    }

    var isListItem: Bool { markdown.hasPrefix("- ") || markdown.hasPrefix("* ") }

    /// The part as it stands in a file.
    fileprivate var text: String { "\(markdown) \(NoticeMark(key: key, hash: hash).text)" }
}

/// Parts a file into marked lines and what stands between them.
private struct NoticeFileReader {
    private var parts: [NoticeFile.Part] = []
    private var waiting: [Substring] = []
    private var waitingLine = 0
    private var line: Int

    init(firstLine: Int) { line = firstLine }

    mutating func read(_ text: Substring) {
        defer { line += 1 }
        guard let (rest, mark) = NoticeMark.find(in: text) else {
            if waiting.isEmpty {
                if text.allSatisfy(\.isWhitespace) { return }
                waitingLine = line
            }
            waiting.append(text)
            return
        }
        // People may have broken a long line: what stands above it in the same paragraph is part of it.
        var lines = [rest]
        var first = line
        while !Self.startsBlock(lines[0]), let above = waiting.last, !above.allSatisfy(\.isWhitespace),
            !NoticeFile.isAside(above)
        {
            lines.insert(String(above), at: 0)
            waiting.removeLast()
            first -= 1
        }
        close()
        parts.append(
            .unit(
                NoticeFile.Unit(
                    key: mark.key, markdown: lines.joined(separator: "\n"), hash: mark.hash, line: first)))
    }

    mutating func finished() -> [NoticeFile.Part] {
        close()
        return parts
    }

    private mutating func close() {
        while let last = waiting.last, last.allSatisfy(\.isWhitespace) { waiting.removeLast() }
        if !waiting.isEmpty { parts.append(.people(waiting.joined(separator: "\n"), line: waitingLine)) }
        waiting = []
    }

    /// Whether a line begins a heading, a list item or a fact, and so is no continuation of the one above it.
    private static func startsBlock(_ line: String) -> Bool {
        line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("#") || line.hasPrefix("**")
    }
}

internal import PolicyDiff
internal import PolicyModel

/// A generated part of a notice file: one line of Markdown under a key that stays the same while its words change.
package struct NoticeUnit: Hashable, Sendable {
    /// What it tells.
    package let key: NoticeKey
    /// The Markdown, on one line, without the mark.
    package let markdown: String

    /// Makes a unit.
    package init(key: NoticeKey, markdown: String) {
        self.key = key
        self.markdown = markdown
    }

    /// Whether it stands directly below the unit before it, as the items of a list do.
    var isListItem: Bool { markdown.hasPrefix("- ") }

    /// The line as it stands in a file.
    var marked: String { "\(markdown) \(NoticeMark(key: key, hash: NoticeMark.hash(of: markdown)).text)" }
}

/// The name of a generated part.
///
/// Such as `headline`, `summary`, `group/must-now`, `change/0123456789abcdef` or `fact/leave`.
package struct NoticeKey: Hashable, Sendable, CustomStringConvertible {
    /// The name.
    package let description: String

    /// Reads a name; what is no name of a part names no part of any notice.
    package init(_ text: String) { description = text }

    /// The line that says it all.
    package static let headline = NoticeKey("headline")
    /// That it amends another.
    package static let amendment = NoticeKey("amendment")
    /// The sentences under the headline.
    package static let summary = NoticeKey("summary")
    /// A line of the overview, by its number from 1.
    package static func overview(_ number: Int) -> NoticeKey { NoticeKey("overview/\(number)") }
    /// The closing line on wording and layout.
    package static let editorial = NoticeKey("editorial")

    /// A heading.
    package static func group(_ meaning: Meaning) -> NoticeKey { NoticeKey("group/\(meaning.rawValue)") }
    /// A point, by the changes it stands on.
    package static func point(_ point: NoticePoint) -> NoticeKey {
        NoticeKey("change/\(point.changes.map(\.id).joined(separator: ","))")
    }
    /// A fact, by its subject.
    package static func fact(_ fact: NoticeFact) -> NoticeKey { NoticeKey("fact/\(fact.subject.rawValue)") }
    /// A link, by its kind.
    package static func link(_ link: NoticeLink) -> NoticeKey { NoticeKey("link/\(link.kind.rawValue)") }

    /// The ids of the changes that a point stands on; empty for any other part.
    package var changes: [String] {
        guard description.hasPrefix("change/") else { return [] }
        return description.dropFirst(7).split(separator: ",").map(String.init)
    }

    /// The heading that the key names; nil for any other part.
    var meaning: Meaning? {
        description.hasPrefix("group/") ? Meaning(rawValue: String(description.dropFirst(6))) : nil
    }
}

/// The comment behind a generated part that says which one it is, and what it said when it was generated.
struct NoticeMark: Hashable {
    let key: NoticeKey
    /// The beginning of SHA-256 of the generated Markdown: other words before the mark are people's.
    let hash: String

    static let start = "<!-- notice:"
    static let end = "-->"

    /// The comment.
    var text: String { "\(Self.start)\(key) \(hash) \(Self.end)" }

    static func hash(of markdown: String) -> String { String(SHA256.hex(Array(markdown.utf8)).prefix(12)) }

    /// Returns the line without the first mark in it, and the mark; nil where it has none.
    static func find(in line: Substring) -> (rest: String, mark: NoticeMark)? {
        guard let open = line.firstRange(of: start), let close = line[open.upperBound...].firstRange(of: end) else {
            return nil
        }
        let parts = line[open.upperBound..<close.lowerBound].split(separator: " ")
        guard parts.count == 2 else { return nil }
        var before = line[..<open.lowerBound]
        while before.last?.isWhitespace == true { before.removeLast() }
        let after = line[close.upperBound...].drop(while: \.isWhitespace)
        let rest = after.isEmpty ? String(before) : before + " " + after
        return (rest, NoticeMark(key: NoticeKey(String(parts[0])), hash: String(parts[1])))
    }
}

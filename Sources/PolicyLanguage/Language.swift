/// The words of one language that policies turn on: modals, negations, units, month names, date phrases.
///
/// Each language is one file of data in `Languages/`, named by its BCP 47 code; adding a language is adding a file.
/// A file holds sections (`[months]`) of lines; a line is a list of words parted by commas, with or without a key in front
/// (`1: january, jan`). `#` starts a comment. Words are in lower case with plain apostrophes (').
public struct Language: Hashable, Sendable {
    /// One line of a section.
    public struct Entry: Hashable, Sendable {
        /// What stands before the colon; nil where nothing does.
        public let key: String?
        /// The words of the line.
        public let words: [String]
    }

    /// The BCP 47 code, such as `en`.
    public let code: String
    private let sections: [String: [Entry]]

    /// All languages, by code.
    public static let all: [Language] = EmbeddedFiles.all.compactMap { file in
        file.path.hasSuffix(".txt") ? Language(code: String(file.path.dropLast(4)), data: file.text) : nil
    }

    /// Returns the language of a BCP 47 tag by its primary subtag (`en-GB` → `en`); nil where there is no file for it.
    public static func named(_ tag: String) -> Language? {
        let primary = tag.lowercased().prefix { $0 != "-" && $0 != "_" }
        return all.first { $0.code == primary }
    }

    /// Reads a language of its data.
    ///
    /// Lines before the first section and empty lines are passed over.
    init(code: String, data: String) {
        self.code = code
        var sections: [String: [Entry]] = [:]
        var current: String?
        for line in data.utf8.split(separator: UInt8(ascii: "\n")) {
            let text = Self.trimmed(Substring(line.prefix { $0 != UInt8(ascii: "#") }))
            if text.isEmpty { continue }
            if text.hasPrefix("["), text.hasSuffix("]") {
                current = String(text.dropFirst().dropLast())
            } else if let section = current {
                let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                let key = parts.count == 2 ? String(Self.trimmed(parts[0])) : nil
                let words = (parts.last ?? "").split(separator: ",").map { String(Self.trimmed($0)) }
                sections[section, default: []].append(Entry(key: key, words: words.filter { !$0.isEmpty }))
            }
        }
        self.sections = sections
    }

    /// Returns the lines of a section in order; empty where the language has no such section.
    public func entries(_ section: String) -> [Entry] { sections[section] ?? [] }

    /// Returns all words of a section, keys aside.
    public func words(_ section: String) -> [String] { entries(section).flatMap(\.words) }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}

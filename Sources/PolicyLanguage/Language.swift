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
    private let data: [UInt8]
    /// Where each section's lines stand in `data`; they are read when asked for, so that a start costs next to nothing.
    private let sections: [String: Range<Int>]

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
        let bytes = Array(data.utf8)
        self.data = bytes
        var sections: [String: Range<Int>] = [:]
        var current: (name: String, start: Int)?
        var line = 0
        while line < bytes.count {
            let end = bytes[line...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if bytes[line] == UInt8(ascii: "["), let close = bytes[line..<end].firstIndex(of: UInt8(ascii: "]")) {
                if let current { sections[current.name] = current.start..<line }
                current = (String(decoding: bytes[(line + 1)..<close], as: UTF8.self), end)
            }
            line = end + 1
        }
        if let current { sections[current.name] = min(current.start, bytes.count)..<bytes.count }
        self.sections = sections
    }

    /// Returns the lines of a section in order; empty where the language has no such section.
    ///
    /// Reads them each time it is asked.
    public func entries(_ section: String) -> [Entry] {
        guard let range = sections[section] else { return [] }
        return data[range].split(separator: UInt8(ascii: "\n")).compactMap { line in
            let text = line.prefix { $0 != UInt8(ascii: "#") }
            let colon = text.firstIndex(of: UInt8(ascii: ":"))
            let words = text[(colon.map { $0 + 1 } ?? text.startIndex)...].split(separator: UInt8(ascii: ",")).map(
                Self.trimmed)
            let key = colon.map { Self.trimmed(text[..<$0]) }
            let entry = Entry(key: key, words: words.filter { !$0.isEmpty })
            return entry.key == nil && entry.words.isEmpty ? nil : entry
        }
    }

    /// Returns all words of a section, keys aside.
    public func words(_ section: String) -> [String] { entries(section).flatMap(\.words) }

    private static func trimmed(_ text: ArraySlice<UInt8>) -> String {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var text = text.drop(while: isBlank)
        while let last = text.last, isBlank(last) { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }
}

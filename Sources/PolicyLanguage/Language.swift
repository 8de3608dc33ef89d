internal import Synchronization

/// The words of one language that policies turn on: modals, negations, units, month names, date phrases.
///
/// Each language is one file of data in `Languages/`, named by its BCP 47 code; adding a language is adding a file.
/// A file holds sections (`[months]`) of lines; a line is a list of words parted by commas, with or without a key in front
/// (`1: january, jan`). `#` starts a comment. Words are in lower case with plain apostrophes ('). The first section, `[markers]`, holds the
/// commonest words, by which the language is recognised.
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

    private static let files: [(code: String, text: String)] = EmbeddedFiles.all.compactMap { file in
        file.path.hasSuffix(".txt") ? (String(file.path.dropLast(4)), file.text) : nil
    }

    /// The codes of all languages, sorted.
    public static let codes: [String] = files.map(\.code).sorted()

    /// All languages, by code.
    public static let all: [Language] = codes.compactMap(named)

    /// The languages asked for so far: most processes meet one.
    private static let read = Mutex<[String: Language]>([:])

    /// Returns the language of a BCP 47 tag by its primary subtag (`en-GB` → `en`); nil where there is no file for it.
    public static func named(_ tag: String) -> Language? {
        let primary = String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
        return read.withLock { read in
            if let known = read[primary] { return known }
            guard let file = files.first(where: { $0.code == primary }) else { return nil }
            let language = Language(code: primary, data: file.text)
            read[primary] = language
            return language
        }
    }

    /// Returns the commonest words of a language, by which it is recognised; none where there is no file for it.
    ///
    /// They are the first section of its file, and no other is read.
    public static func markers(of code: String) -> [String] {
        guard let text = files.first(where: { $0.code == code })?.text, let open = text.utf8.firstIndex(of: bracket)
        else { return [] }
        let rest = text.utf8[text.utf8.index(after: open)...]
        let end = rest.firstIndex(of: bracket) ?? text.endIndex
        return Language(code: code, data: String(text[..<end])).words("markers")
    }

    private static let bracket = UInt8(ascii: "[")

    /// Reads a language of its data.
    ///
    /// Lines before the first section and empty lines are passed over.
    init(code: String, data: String) {
        self.code = code
        let bytes = Array(data.utf8)
        self.data = bytes
        var sections: [String: Range<Int>] = [:]
        var current: (name: String, start: Int)?
        var next = Self.bracket(from: 0, in: bytes)
        while let open = next {
            let end = Self.endOfLine(from: open, in: bytes)
            if open == 0 || bytes[open - 1] == UInt8(ascii: "\n"),
                let close = bytes[open..<end].firstIndex(of: UInt8(ascii: "]"))
            {
                if let current { sections[current.name] = current.start..<open }
                current = (String(decoding: bytes[(open + 1)..<close], as: UTF8.self), end)
            }
            next = Self.bracket(from: end, in: bytes)
        }
        if let current { sections[current.name] = min(current.start, bytes.count)..<bytes.count }
        self.sections = sections
    }

    /// Returns the lines of a section in order; empty where the language has no such section.
    ///
    /// Reads them each time it is asked.
    public func entries(_ section: String) -> [Entry] {
        lines(section).map { line in
            Entry(
                key: line.key.map { String(decoding: $0, as: UTF8.self) },
                words: line.words.map { String(decoding: $0, as: UTF8.self) })
        }
    }

    /// Returns all words of a section, keys aside.
    public func words(_ section: String) -> [String] { entries(section).flatMap(\.words) }

    /// One line of a section as it stands in the data, in UTF-8.
    package struct Line {
        /// What stands before the colon; nil where nothing does.
        package let key: ArraySlice<UInt8>?
        /// The words of the line.
        package let words: [ArraySlice<UInt8>]
    }

    /// Returns the lines of a section in order, without making strings of them.
    package func lines(_ section: String) -> [Line] {
        guard let range = sections[section] else { return [] }
        var lines: [Line] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let (line, end) = line(from: place, to: range.upperBound)
            if let line { lines.append(line) }
            place = end + 1
        }
        return lines
    }

    /// Reads the line that begins at a place, in one pass: each start reads thousands of them.
    private func line(from lineStart: Int, to limit: Int) -> (line: Line?, end: Int) {
        let bytes = data.span
        var key: ArraySlice<UInt8>?
        var words: [ArraySlice<UInt8>] = []
        var start = lineStart
        var place = lineStart
        func add(to end: Int) {
            let word = trimmed(start..<end)
            if !word.isEmpty { words.append(word) }
        }
        while place < limit {
            let byte = bytes[place]
            // What ends anything lies below the letters.
            if byte > UInt8(ascii: ":") {
                place += 1
                continue
            }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "#") { break }
            if byte == UInt8(ascii: ",") {
                add(to: place)
                start = place + 1
            } else if byte == UInt8(ascii: ":"), key == nil {
                key = trimmed(lineStart..<place)
                words = []
                start = place + 1
            }
            place += 1
        }
        add(to: place)
        while place < limit, bytes[place] != UInt8(ascii: "\n") { place += 1 }
        return (key == nil && words.isEmpty ? nil : Line(key: key, words: words), place)
    }

    private func trimmed(_ range: Range<Int>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isBlank(data[start]) { start += 1 }
        while start < end, isBlank(data[end - 1]) { end -= 1 }
        return data[start..<end]
    }

    /// The next opening bracket, which sections begin with and little else.
    ///
    /// Eight bytes at a time, since each start looks through a language.
    private static func bracket(from start: Int, in bytes: [UInt8]) -> Int? {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // Safe: every place lies inside the span, and any bytes make a number.
        let span = unsafe bytes.span.bytes
        var place = start
        while place + 8 <= bytes.count {
            let word = unsafe span.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self) ^ ones &* UInt64(bracket)
            if (word &- ones) & ~word & ones << 7 != 0 { break }
            place += 8
        }
        return bytes[place...].firstIndex(of: bracket)
    }

    private static func endOfLine(from start: Int, in bytes: [UInt8]) -> Int {
        var place = start
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
        return place
    }
}

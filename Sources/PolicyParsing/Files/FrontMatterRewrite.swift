package import PolicyModel

/// What `rewriteFrontMatter` sets; nil leaves a value as it is.
package struct FrontMatterValues: Hashable, Sendable {
    /// The id of the policy; it is written only where none stands there.
    package let id: PolicyID?
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
        id: PolicyID? = nil, label: String? = nil, effective: CivilDate? = nil, published: CivilDate? = nil,
        reason: String? = nil
    ) {
        self.id = id
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
///     that differs from the one to be written is a conflict. `unknown` is no conflict.
///   - path: the path shown in errors.
/// - Throws: where the front matter states another value, or cannot be read.
package func rewriteFrontMatter(
    of bytes: [UInt8], setting values: FrontMatterValues, previous: VersionStatement? = nil, path: String
) throws(ParsingError) -> [UInt8] {
    var rewrite = try FrontMatterRewrite(bytes, path: path)
    if let id = values.id { rewrite.add(id: id) }
    if let label = values.label { try rewrite.set("version", to: label, stale: previous?.label) }
    if let published = values.published {
        try rewrite.set("published", to: published.description, stale: previous?.published?.description)
    }
    if let effective = values.effective {
        try rewrite.set("effective", to: effective.description, stale: previous?.effective.standard?.description)
    }
    if let reason = values.reason { try rewrite.set("reason", to: reason, stale: previous?.reason) }
    return try rewrite.finished(values)
}

/// A front matter whose lines are being changed.
private struct FrontMatterRewrite {
    private static let order = [
        "id", "title", "lang", "version", "published", "effective", "recorded", "status", "reason", "translates",
        "sources",
    ]

    private let path: String
    private let original: [UInt8]
    private let isNew: Bool
    private let lineEnd: [UInt8]
    private let prefix: [UInt8]
    private let entries: [YamlValue.Entry]
    /// The lines of the file, each with its own line end, without the byte order mark; from 1, so that line 1 is at 0.
    private var lines: [[UInt8]]
    /// Lines to be put behind a line, by its number.
    private var additions: [Int: [(rank: Int, line: [UInt8])]] = [:]

    init(_ bytes: [UInt8], path: String) throws(ParsingError) {
        self.path = path
        original = bytes
        if SourceText.firstInvalidByte(of: bytes) != nil { throw .unreadable(path, "it is not UTF-8") }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        prefix = hasMark ? Array(bytes[..<3]) : []
        lines = Self.lines(of: bytes[prefix.count...])
        lineEnd =
            lines.first?.suffix(2).elementsEqual([Byte.carriageReturn, Byte.newline]) == true
            ? [Byte.carriageReturn, Byte.newline] : [Byte.newline]
        let text = SourceText(bytes, path: path).bytes
        let (found, isUnterminated) = text.withUnsafeBufferPointer { FrontMatter.find(in: $0) }
        if isUnterminated { throw .unreadable(path, "it never ends") }
        guard let found else {
            isNew = true
            entries = []
            return
        }
        isNew = false
        let (value, findings) = YamlReader.read(text[found.yaml], path: path, lineOffset: 1)
        if let problem = findings.first { throw .unreadable(path, problem.message) }
        entries = value?.entries ?? []
        let isBlock = entries.allSatisfy { $0.line > 1 } && Set(entries.map(\.line)).count == entries.count
        if let value, !isBlock || value.entries.isEmpty { throw .unreadable(path, "it does not have one key a line") }
    }

    /// Writes a value of a key, or finds that it stands there already.
    mutating func set(_ key: String, to value: String, stale: String?) throws(ParsingError) {
        guard let entry = entries.first(where: { $0.key == key }) else { return add(key, value) }
        guard let text = entry.value.text ?? (entry.value.isAbsent ? "" : entry.value.text("default")) else {
            throw .conflict(path, key, "another kind of value", value)
        }
        if text == value { return }
        guard text.isEmpty || text == "unknown" || text == stale else { throw .conflict(path, key, text, value) }
        let place =
            entry.value.text == nil && !entry.value.isAbsent ? entry.value.entries.first { $0.key == "default" } : entry
        guard let place, replace(place, with: value) else {
            throw .unreadable(path, "the value of '\(key)' cannot be replaced")
        }
    }

    /// Writes an id where none stands.
    mutating func add(id: PolicyID) {
        if !entries.contains(where: { $0.key == "id" }) { add("id", id.text) }
    }

    /// Returns the file, after reading it again: it says what was to be written, and nothing else changed.
    func finished(_ values: FrontMatterValues) throws(ParsingError) -> [UInt8] {
        var result = prefix
        if isNew {
            let fence = Array("---".utf8) + lineEnd
            let added = (additions[0] ?? []).sorted { $0.rank < $1.rank }.flatMap(\.line)
            if added.isEmpty { return original }
            result += fence + added + fence + lineEnd + lines.joined()
        } else {
            for (index, line) in lines.enumerated() {
                result += line
                for addition in (additions[index + 1] ?? []).sorted(by: { $0.rank < $1.rank }) {
                    result += addition.line
                }
            }
        }
        let before = parseDocument(original, path: path).statement
        let after = parseDocument(result, path: path).statement
        let wanted = VersionStatement(
            id: before.id ?? values.id, title: before.title, language: before.language,
            label: values.label ?? before.label,
            published: values.published ?? before.published,
            effective: EffectiveDates(
                standard: values.effective ?? before.effective.standard, audiences: before.effective.audiences),
            recorded: before.recorded, isWithdrawn: before.isWithdrawn, reason: values.reason ?? before.reason,
            translates: before.translates, sources: before.sources)
        guard after == wanted else { throw .unreadable(path, "the values cannot be written into it safely") }
        return result
    }

    // MARK: Lines

    private mutating func add(_ key: String, _ value: String) {
        let rank = Self.order.firstIndex(of: key) ?? Self.order.count
        let line = Array("\(key): \(yamlScalar(value))".utf8) + lineEnd
        let before = entries.filter { entry in Self.order.firstIndex(of: entry.key).map { $0 < rank } ?? false }
        let place = isNew ? 0 : before.map(\.value.lines.last).max() ?? 1
        additions[place, default: []].append((rank, line))
    }

    /// Puts a value in place of the one that a key has; a comment behind it on the same line stays.
    private mutating func replace(_ entry: YamlValue.Entry, with value: String) -> Bool {
        guard lines.indices.contains(entry.line - 1) else { return false }
        let line = lines[entry.line - 1]
        guard let colon = Self.endOfKey(line, entry.key) else { return false }
        let end = line.lastIndex { !$0.isWhiteSpace }.map { $0 + 1 } ?? line.count
        var comment: ArraySlice<UInt8> = []
        let isOneLine = entry.value.lines.last <= entry.line
        if isOneLine, let start = Self.startOfComment(line, from: colon, to: end) { comment = line[start..<end] }
        let ending = line.suffix(while: { $0 == Byte.newline || $0 == Byte.carriageReturn })
        lines[entry.line - 1] = line[..<colon] + [Byte.space] + Array(yamlScalar(value).utf8) + comment + ending
        if !isOneLine {
            for further in entry.line..<entry.value.lines.last { lines[further] = [] }
        }
        return true
    }

    /// Where the colon behind a key ends.
    private static func endOfKey(_ line: [UInt8], _ key: String) -> Int? {
        guard let start = line.firstIndex(where: { $0 != Byte.space }) else { return nil }
        for form in [key, "\"\(key)\"", "'\(key)'"] where line[start...].starts(with: form.utf8) {
            var place = start + form.utf8.count
            while place < line.count, line[place] == Byte.space { place += 1 }
            if place < line.count, line[place] == Byte.colon { return place + 1 }
        }
        return nil
    }

    /// Where the comment behind a value on the same line begins, with the white space before it.
    private static func startOfComment(_ line: [UInt8], from start: Int, to end: Int) -> Int? {
        var place = start
        while place < end, line[place].isWhiteSpace { place += 1 }
        if place < end, line[place] == Byte.quote || line[place] == Byte.apostrophe {
            let quote = line[place]
            place += 1
            while place < end, line[place] != quote {
                place += quote == Byte.quote && line[place] == Byte.backslash ? 2 : 1
            }
        }
        while place < end {
            if line[place] == Byte.hash, line[place - 1].isWhiteSpace {
                var space = place
                while space > start, line[space - 1].isWhiteSpace { space -= 1 }
                return space
            }
            place += 1
        }
        return nil
    }

    private static func lines(of bytes: ArraySlice<UInt8>) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var start = bytes.startIndex
        var place = start
        while place < bytes.endIndex {
            let isReturn = bytes[place] == Byte.carriageReturn
            let isPair = isReturn && place + 1 < bytes.endIndex && bytes[place + 1] == Byte.newline
            place += isPair ? 2 : 1
            if isReturn || bytes[place - 1] == Byte.newline {
                lines.append(Array(bytes[start..<place]))
                start = place
            }
        }
        if start < bytes.endIndex { lines.append(Array(bytes[start...])) }
        return lines
    }
}

extension ArraySlice<UInt8> {
    fileprivate static func + (left: ArraySlice<UInt8>, right: [UInt8]) -> [UInt8] { Array(left) + right }
}

extension Array<UInt8> {
    fileprivate func suffix(while predicate: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        var start = endIndex
        while start > startIndex, predicate(self[start - 1]) { start -= 1 }
        return self[start...]
    }
}

import PolicyModel
import Yams

/// Reads YAML into values without typing, expanding or guessing anything: the only file that meets Yams.
///
/// Anchors, aliases, tags and merge keys are refused: aliases can grow a small file without bounds, and in these files
/// nothing needs them. See "billion laughs" in the YAML 1.2.2 specification, 3.2.2.2 and 10.
struct YamlReader {
    /// A larger file is not read.
    static let byteLimit = 1_048_576
    /// Deeper nesting is not read.
    static let depthLimit = 64

    private let path: String
    private let lineOffset: Int
    /// Whether each line holds nothing, or a comment only.
    private let isEmptyLine: [Bool]
    private var findings: [Finding] = []
    /// The lines on which scalars begin, in the order of the file.
    private var scalarLines: [Int] = []

    /// Reads a file, or a part of one.
    ///
    /// - Parameters:
    ///   - bytes: valid UTF-8.
    ///   - path: the path shown in findings.
    ///   - lineOffset: the number of the line before the first one.
    /// - Returns: the value, nil where the file is empty or cannot be read; and what was noticed.
    static func read(_ bytes: ArraySlice<UInt8>, path: String, lineOffset: Int = 0) -> (
        value: YamlValue?, findings: [Finding]
    ) {
        var reader = YamlReader(bytes, path: path, lineOffset: lineOffset)
        let value = reader.read(bytes)
        return (value, reader.findings)
    }

    private init(_ bytes: ArraySlice<UInt8>, path: String, lineOffset: Int) {
        self.path = path
        self.lineOffset = lineOffset
        isEmptyLine = bytes.split(separator: Byte.newline, omittingEmptySubsequences: false).map { line in
            let first = line.first { $0 != Byte.space && $0 != Byte.tab && $0 != Byte.carriageReturn }
            return first == nil || first == Byte.hash
        }
    }

    private mutating func read(_ bytes: ArraySlice<UInt8>) -> YamlValue? {
        if bytes.count > Self.byteLimit {
            report("yaml-too-large", "'\(path)' has \(bytes.count) bytes of YAML; \(Self.byteLimit) are read at most.")
            return nil
        }
        if let line = Self.lineOfManyAliases(bytes) {
            report("yaml-alias", "'\(path)' uses anchors and aliases.", line: line, fix: "Write the values out.")
            return nil
        }
        do {
            // A resolver without rules: no scalar is taken for anything but text.
            let parser = try Parser(yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
            // Nodes hold their anchors weakly: the parser has to outlive the walk.
            return try withExtendedLifetime(parser) {
                guard let root = try parser.singleRoot() else { return nil }
                collectScalars(root, depth: 0)
                var next = 0
                return value(of: root, depth: 0, next: &next)
            }
        } catch {
            report(error)
            return nil
        }
    }

    /// The first line of a file that has so many anchors and aliases that reading it could take forever: an alias used
    /// as a key is compared by its whole content.
    ///
    /// Counts what may be one, wherever it stands; texts do not come near.
    private static func lineOfManyAliases(_ bytes: ArraySlice<UInt8>) -> Int? {
        var anchors = 0
        var aliases = 0
        var line = 1
        var first: Int?
        var before = Byte.newline
        for place in bytes.indices {
            let byte = bytes[place]
            if byte == Byte.newline {
                line += 1
            } else if byte == Byte.ampersand || byte == Byte.asterisk, "\n-:?,[{".utf8.contains(before),
                place + 1 < bytes.endIndex, !bytes[place + 1].isWhiteSpace
            {
                if byte == Byte.ampersand { anchors += 1 } else { aliases += 1 }
                first = first ?? line
            }
            if byte != Byte.space, byte != Byte.tab { before = byte }
        }
        return anchors >= 2 && aliases > 24 ? first : nil
    }

    // MARK: Values

    /// Notes the lines of all scalars.
    ///
    /// Does not enter what is anchored, so that shared nodes are met once.
    private mutating func collectScalars(_ node: Node, depth: Int) {
        guard depth <= Self.depthLimit, !Self.isAnchored(node) else { return }
        switch node {
        case .scalar(let scalar): scalarLines.append(scalar.mark?.line ?? 1)
        case .sequence(let sequence): for item in sequence { collectScalars(item, depth: depth + 1) }
        case .mapping(let mapping):
            for (key, value) in mapping {
                collectScalars(key, depth: depth + 1)
                collectScalars(value, depth: depth + 1)
            }
        case .alias: break
        }
    }

    private mutating func value(of node: Node, depth: Int, next: inout Int) -> YamlValue? {
        let line = node.mark?.line ?? 1
        if depth > Self.depthLimit {
            report("yaml-too-deep", "'\(path)' nests deeper than \(Self.depthLimit) levels.", line: line)
            return nil
        }
        if Self.isAnchored(node) {
            report("yaml-alias", "'\(path)' uses anchors or aliases.", line: line, fix: "Write the value out.")
            return nil
        }
        switch node {
        case .scalar(let scalar):
            // A scalar in quotes always comes with the tag of text.
            if scalar.style == .plain || scalar.tag.description != "tag:yaml.org,2002:str" {
                checkTag(scalar.tag, line)
            }
            next += 1
            let isEmpty = scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            return .text(scalar.string, isEmpty: isEmpty, lines: lines(from: line, before: next))
        case .sequence(let sequence):
            checkTag(sequence.tag, line)
            var items: [YamlValue] = []
            for item in sequence {
                guard let value = value(of: item, depth: depth + 1, next: &next) else { return nil }
                items.append(value)
            }
            return .list(items, lines: lines(from: line, before: next))
        case .mapping(let mapping):
            checkTag(mapping.tag, line)
            var entries: [YamlValue.Entry] = []
            for (key, item) in mapping {
                let keyLine = key.mark?.line ?? line
                guard !Self.isAnchored(key), case .scalar(let scalar) = key else {
                    report("yaml-key", "A key in '\(path)' is no plain text.", line: keyLine)
                    return nil
                }
                if scalar.string == "<<" {
                    report(
                        "yaml-alias", "'\(path)' merges a map into another (<<).", line: keyLine,
                        fix: "Write the values out.")
                    return nil
                }
                next += 1
                guard let value = value(of: item, depth: depth + 1, next: &next) else { return nil }
                entries.append(YamlValue.Entry(key: scalar.string, line: lineOffset + keyLine, value: value))
            }
            return .map(entries, lines: lines(from: line, before: next))
        case .alias: return nil
        }
    }

    private static func isAnchored(_ node: Node) -> Bool {
        switch node {
        case .scalar(let scalar): scalar.anchor != nil
        case .sequence(let sequence): sequence.anchor != nil
        case .mapping(let mapping): mapping.anchor != nil
        case .alias: true
        }
    }

    private mutating func checkTag(_ tag: Tag, _ line: Int) {
        let name = tag.description
        guard !name.isEmpty, name != "!" else { return }
        report("yaml-tag", "'\(path)' types a value with the tag '\(name)'.", line: line, fix: "Leave the tag out.")
    }

    /// The lines of a node: up to the next scalar, without the empty lines and comments before that.
    private func lines(from first: Int, before next: Int) -> LineRange {
        let limit = next < scalarLines.count ? scalarLines[next] : isEmptyLine.count + 1
        var last = max(first, limit > first ? limit - 1 : first)
        while last > first, isEmptyLine.indices.contains(last - 1), isEmptyLine[last - 1] { last -= 1 }
        return LineRange(lineOffset + first, lineOffset + last)
    }

    // MARK: Findings

    private mutating func report(_ id: String, _ message: String, line: Int? = nil, fix: String? = nil) {
        let lines = line.map { LineRange(lineOffset + $0, lineOffset + $0) }
        findings.append(
            Finding(id: id, severity: .error, message: message, place: Place(path: path, lines: lines), fix: fix))
    }

    private mutating func report(_ error: any Error) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let isAlias = problem.contains("alias")
            report(
                isAlias ? "yaml-alias" : "yaml-invalid",
                "'\(path)' is not valid YAML in line \(lineOffset + mark.line): \(problem).",
                line: mark.line)
        case .reader(let problem, let offset, _, _):
            let place = offset.map { " at offset \($0)" } ?? ""
            report("yaml-invalid", "'\(path)' is not valid YAML: \(problem)\(place).")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.map { "'\($0)'" }.joined(separator: ", ")
            report(
                "yaml-duplicate-key", "'\(path)' has a key more than once in one map: \(keys).",
                line: context.mark.line,
                fix: "Keep one of them.")
        default: report("yaml-invalid", "'\(path)' is not valid YAML: \(error).")
        }
    }
}

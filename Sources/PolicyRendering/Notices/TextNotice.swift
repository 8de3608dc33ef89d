/// A notice as plain text, for terminals and mail programs.
enum TextNotice {
    /// The columns of a line; what mail programs quote and old screens show without a break (RFC 3676, 4.2).
    private static let width = 72

    /// Returns what a template made, its lines wrapped and its empty lines gathered.
    static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let indentation = line.prefix { $0 == " " }.count
            let rest = line.dropFirst(indentation)
            if rest.isEmpty {
                if lines.last?.isEmpty == false { lines.append("") }
                continue
            }
            let bullet = ["- ", "* "].first(where: rest.hasPrefix) ?? ""
            let columns = indentation + bullet.count
            let wrapped = StyledText(String(rest.dropFirst(bullet.count))).wrapped(to: max(20, width - columns))
            for (place, part) in wrapped.enumerated() {
                let start =
                    place == 0
                    ? String(repeating: " ", count: indentation) + bullet : String(repeating: " ", count: columns)
                lines.append(start + part.plain.replacingNoBreakSpaces)
            }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Returns the text with at most one empty line in a row, none at its ends, and no spaces at the ends of lines.
    static func gathered(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = line
            while line.last == " " { line.removeLast() }
            if !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Lines of text on their way to a terminal or a file: wrapped, indented, coloured where asked.
struct Page {
    let options: RenderingOptions
    private var output = ""

    init(_ options: RenderingOptions) { self.options = options }

    /// The finished text; ends with a newline unless it is empty.
    var text: String { output }

    /// Adds an empty line, unless there is one already or nothing above it.
    mutating func gap() {
        if !output.isEmpty, !output.hasSuffix("\n\n") { output += "\n" }
    }

    /// Adds a paragraph, wrapped to the width.
    ///
    /// - Parameters:
    ///   - text: The paragraph.
    ///   - indentation: The columns before each line.
    ///   - first: The columns before the first line, where they differ.
    ///   - lead: What stands in the last of the columns before the first line.
    mutating func add(
        _ text: StyledText, indentation: Int = 0, first: Int? = nil, lead: StyledText = StyledText()
    ) {
        let lines = text.wrapped(to: options.width - max(indentation, first ?? 0))
        for (number, line) in (lines.isEmpty ? [StyledText()] : lines).enumerated() {
            let columns = number == 0 ? first ?? indentation : indentation
            let lead = number == 0 ? lead : StyledText()
            var whole = StyledText(String(repeating: " ", count: max(0, columns - lead.columns)))
            whole.append(lead)
            whole.append(line)
            output += printed(whole)
            output += "\n"
        }
    }

    /// Adds a line as it is, not wrapped.
    mutating func addLine(_ text: StyledText) { output += printed(text) + "\n" }

    /// Adds a text that keeps its own lines, such as that of a policy.
    mutating func addVerbatim(_ text: String) {
        output += sanitised(text)
        if !output.hasSuffix("\n") { output += "\n" }
    }

    private func printed(_ text: StyledText) -> String {
        // No-break spaces have done their work once the lines are broken.
        guard options.color else { return text.plain.replacingNoBreakSpaces.trimmingTrailingSpaces }
        return text.runs.map { run in
            let code = run.style.code
            let words = run.text.replacingNoBreakSpaces
            return code.isEmpty ? words : "\u{1B}[\(code)m\(words)\u{1B}[0m"
        }.joined()
    }
}

extension StyledText.Style {
    /// The parameters of ECMA-48 SGR: colours of the terminal's own palette, so that they suit light and dark ones.
    fileprivate var code: String {
        switch self {
        case .plain: ""
        case .strong: "1"
        case .quiet: "2"
        case .deleted: "31;9"
        case .inserted: "32"
        case .stricter: "1;31"
        case .looser: "1;32"
        case .neutral: "36"
        case .unclear: "1;35"
        }
    }
}

extension String {
    /// The text with plain spaces for no-break ones.
    var replacingNoBreakSpaces: String {
        contains("\u{A0}") ? String(map { $0 == "\u{A0}" ? " " : $0 }) : self
    }

    fileprivate var trimmingTrailingSpaces: String {
        var text = Substring(self)
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

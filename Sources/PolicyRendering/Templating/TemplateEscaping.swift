import PolicyModel

/// How a template's form keeps texts inert; no tag of a template turns it off.
enum TemplateEscaping {
    case html, markdown, text, post, json, paragraphs

    /// Returns the text as the form shows it.
    func escaped(_ text: String) -> String {
        switch self {
        case .html: Markup.escaped(text)
        case .markdown: markdownEscaped(text)
        case .text: onOneLine(text)
        case .post: Self.withoutMentions(onOneLine(text))
        case .json: String(JSON.string(text).text.dropFirst().dropLast(2))
        // The mark tells the words of a value from the template's own, see `WordNotice`.
        case .paragraphs: "\u{1}" + onOneLine(text)
        }
    }

    /// Returns an address that `Address.isSafe` passed, or that this program made.
    func escapedAddress(_ text: String) -> String {
        switch self {
        case .html, .json: escaped(text)
        case .markdown, .text, .post: text
        case .paragraphs: "\u{1}" + text
        }
    }

    /// Returns a paragraph in Markdown that people added: as it is in Markdown but for HTML, as text elsewhere.
    func escapedAddition(_ markdown: String) -> String {
        switch self {
        case .markdown: sanitised(markdown).replacing("<", with: "\\<")
        case .html, .json: escaped(markdown)
        // Its lines were wrapped by a person; the form wraps them anew.
        case .text, .post, .paragraphs: escaped(markdown.split(whereSeparator: \.isNewline).joined(separator: " "))
        }
    }

    /// Keeps names and tags in a policy's words from calling people: a word joiner, which nobody sees, stands behind their sign.
    private static func withoutMentions(_ text: String) -> String {
        var output = ""
        var previous: Character = " "
        for character in text {
            if "@#".contains(previous), character.isLetter || character.isNumber || character == "_" {
                output.append("\u{2060}")
            }
            output.append(character)
            // In an address of e-mail a letter stands before the sign.
            previous = character == "@" && (previous.isLetter || previous.isNumber) ? "a" : character
        }
        return output
    }
}

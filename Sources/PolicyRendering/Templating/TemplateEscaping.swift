import PolicyModel
import PolicyNotices

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

    /// Returns what people added, in blocks: of Markdown that they wrote the safe part, in the form's own way.
    ///
    /// - Parameter inItem: Whether it stands in an item of a list, where its further lines are indented as the first one is.
    func escapedAddition(_ markdown: String, inItem: Bool = false) -> String {
        let read = PeopleMarkdown(markdown)
        let indentation = inItem ? "  " : ""
        return switch self {
        case .html: read.html
        case .markdown:
            read.markdown.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + indentation)
        case .text: read.lines.joined(separator: "\n" + indentation)
        case .post: Self.withoutMentions(read.lines.joined(separator: " "))
        case .paragraphs: read.paragraphs.joined(separator: "\n")
        case .json: escaped(markdown)
        }
    }

    /// Returns a sentence that people wrote in Markdown, to stand within a line.
    func escapedSentence(_ markdown: String) -> String {
        let read = PeopleMarkdown(sentence: markdown)
        return switch self {
        case .html: read.htmlInLine
        case .markdown: read.markdown
        case .text: read.lines.joined(separator: " ")
        case .post: Self.withoutMentions(read.lines.joined(separator: " "))
        case .paragraphs: read.paragraph
        case .json: escaped(markdown)
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

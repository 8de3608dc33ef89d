/// Where in an HTML page a template's reader stands: between elements, in an attribute, in a style or a script.
///
/// Escaped text is inert between elements and in most quoted attributes, and nowhere else (OWASP ASVS 5.0, 1.2.1 and 1.3.7).
struct HTMLPosition {
    private enum State {
        case text
        case tag
        case value(quote: Character)
        case comment
    }

    private var state = State.text
    /// The tag, attribute or value being read.
    private var word = ""
    private var element = ""
    private var attribute = ""

    private static let addressAttributes: Set<String> = [
        "href", "src", "action", "formaction", "poster", "background", "cite", "data", "srcset", "xlink:href",
    ]

    /// Reads on through the template's own text.
    mutating func read(_ text: String) {
        for character in text {
            switch state {
            case .text:
                word.append(character)
                if character == "<" { word = "<" }
                if word == "<!--" {
                    state = .comment
                    word = ""
                } else if word.hasPrefix("<"), word.count == 2, character.isLetter || character == "/" {
                    state = .tag
                    word = String(character)
                    element = ""
                }
            case .tag: readInTag(character)
            case .value(let quote):
                word.append(character)
                if character == quote {
                    state = .tag
                    word = ""
                }
            case .comment:
                word = String((word + String(character)).suffix(3))
                if word == "-->" {
                    state = .text
                    word = ""
                }
            }
        }
    }

    private mutating func readInTag(_ character: Character) {
        switch character {
        case ">":
            if element.isEmpty { element = word.lowercased() }
            state = .text
            word = ""
        case "\"", "'":
            if word.hasSuffix("=") {
                attribute = String(word.dropLast()).lowercased()
                word = ""
                state = .value(quote: character)
            }
        case let space where space.isWhitespace:
            if element.isEmpty { element = word.lowercased() }
            word = ""
        default: word.append(character)
        }
    }

    /// Returns where the reader stands, in words, where a field with this content must not stand there; nil where it may.
    func refusal(of content: TemplateFields.Content) -> String? {
        switch state {
        case .text:
            if word == "<" { return "a tag" }
            if element == "script" { return "a script" }
            return element == "style" && content != .color ? "a style" : nil
        case .tag: return "a tag outside of quotes"
        case .comment: return "a comment of HTML"
        case .value:
            // What people wrote becomes elements, which have no place in an attribute.
            if content == .markup { return "the attribute \(attribute)" }
            if attribute.hasPrefix("on") || attribute == "srcdoc" { return "the attribute \(attribute)" }
            if attribute == "style" { return content == .color ? nil : "the attribute style" }
            guard Self.addressAttributes.contains(attribute) else { return nil }
            // An address stands whole; behind the template's own # anything is the name of a place in the page.
            return content == .url && word.isEmpty || word.hasPrefix("#") ? nil : "the attribute \(attribute)"
        }
    }
}

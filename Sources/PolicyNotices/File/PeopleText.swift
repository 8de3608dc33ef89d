internal import PolicyModel

/// Reads the Markdown that people write into a notice file as the plain text that forms are made of.
enum PeopleText {
    /// Returns the text on one line, without what sets it in bold or makes a link of it.
    static func plain(_ markdown: String) -> String { PeopleMarkdown(sentence: markdown).plain }

    /// Returns the Markdown where it is more than text; nil where the text says it all.
    static func markup(_ markdown: String) -> String? {
        PeopleMarkdown(sentence: markdown).hasMarkup ? markdown : nil
    }

    /// Returns the text of a heading.
    static func heading(_ markdown: String) -> String {
        plain(String(markdown.drop { $0 == "#" }.drop { $0 == " " }))
    }

    /// Returns the text of a point, without the sign of a list and the place behind it.
    static func point(_ markdown: String, place: String?) -> String { plain(bare(markdown, place: place)) }

    /// Returns the Markdown of a point, without the sign of a list and the place behind it.
    static func bare(_ markdown: String, place: String?) -> String {
        var text = markdown[...]
        if text.hasPrefix("- ") || text.hasPrefix("* ") { text = text.dropFirst(2) }
        if let place, text.hasSuffix("*"), let open = text.dropLast().lastIndex(of: "*"),
            plain(String(text[text.index(after: open)...].dropLast())) == place
        {
            text = text[..<open]
        }
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    /// Returns the fact that a paragraph tells: one that begins with a label of the catalogue in bold; nil for any other.
    static func fact(_ markdown: String, _ catalogue: Catalogue) -> NoticeFact? {
        guard markdown.hasPrefix("**"), let end = markdown.dropFirst(2).firstRange(of: "**") else { return nil }
        let label = plain(String(markdown.dropFirst(2)[..<end.lowerBound])).filter { $0 != ":" && $0 != "\u{A0}" }
        let rest = markdown[end.upperBound...].drop { $0 == " " || $0 == ":" || $0 == "\u{A0}" }
        let wanted = label.lowercased()
        let subject = NoticeSubject.allCases.first { subject in
            let known = catalogue.text("facts/\(subject.rawValue)")
            return known.filter { $0 != "\u{A0}" }.lowercased() == wanted.trimmingSpace
        }
        guard let subject, !rest.isEmpty else { return nil }
        let text = plain(String(rest))
        return NoticeFact(
            subject: subject, label: catalogue.text("facts/\(subject.rawValue)"), text: text,
            markdown: markup(String(rest)),
            day: subject == .deadline ? NoticeFact.day(in: text, language: catalogue.language) : nil)
    }
}

internal import PolicyModel

/// Reads the menus of a page that a capture indented so far that they stand in the text as code, with their markup.
enum IndentedMenus {
    /// Returns the document with such blocks as the words a reader sees; a block that is mostly links is marked as a link.
    static func read(_ document: Document) -> Document {
        guard document.clauses.contains(where: isMenu) else { return document }
        return Document(
            title: document.title, language: document.language, sections: document.sections,
            clauses: document.clauses.map { isMenu($0) ? plain($0) : $0 })
    }

    private static func isMenu(_ clause: Clause) -> Bool {
        guard case .verbatim = clause.form else { return false }
        return clause.text.utf8.contains(UInt8(ascii: "[")) && clause.text.contains("](")
    }

    /// Takes the markup of links and list marks out of a block.
    private static func plain(_ clause: Clause) -> Clause {
        var words: [UInt8] = []
        var linked = 0
        var label = 0
        var target = false
        let bytes = Array(clause.text.utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if target {
                if byte == UInt8(ascii: ")") { target = false }
            } else if byte == UInt8(ascii: "[") {
                label = words.count
            } else if byte == UInt8(ascii: "]"), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "(") {
                linked += words.count - label
                label = words.count
                target = true
                index += 1
            } else if byte == UInt8(ascii: "*"), words.isEmpty || words.last == 0x20 {
                // A list mark.
            } else if byte != 0x20 || words.last != 0x20 {
                words.append(byte)
            }
            index += 1
        }
        let isLinks = linked * 10 >= words.count * 7
        return Clause(
            text: String(decoding: words, as: UTF8.self), form: clause.form, section: clause.section,
            leadIn: clause.leadIn, anchor: clause.anchor,
            spans: isLinks ? [Span(.link(target: ""), bytes: 0..<words.count)] : [], lines: clause.lines)
    }
}

internal import PolicyModel

/// Puts lines together that were captured as paragraphs of their own: a text from a PDF file, broken where the page's lines end.
///
/// Broken elsewhere in the next version, such lines would be told as clauses that came and went in fragments.
enum BrokenLines {
    /// Returns the document with its broken lines joined to paragraphs; the document itself where hardly any line is broken.
    ///
    /// Linear in the number of clauses.
    static func joined(_ document: Document) -> Document {
        let continues = document.clauses.indices.map { goesOn(document, at: $0, evenBeforeCapital: false) }
        let paragraphs = document.clauses.count { $0.form == .paragraph }
        let broken = continues.count { $0 }
        guard broken >= 8, broken * 4 >= paragraphs else { return document }
        var clauses: [Clause] = []
        // The index of each old clause among the new ones.
        var place = [Int](repeating: 0, count: document.clauses.count)
        var start = 0
        for index in document.clauses.indices {
            place[index] = clauses.count
            let next = index + 1
            if next < document.clauses.count, continues[next] || goesOn(document, at: next, evenBeforeCapital: true) {
                continue
            }
            let leadIn = document.clauses[start].leadIn.map { place[$0] }
            clauses.append(join(document.clauses[start...index], leadIn: leadIn))
            start = next
        }
        func joinedPlace(of index: Int) -> Int { index < place.count ? place[index] : clauses.count }
        let sections = document.sections.map { section in
            let range = section.clauses
            let start = joinedPlace(of: range.lowerBound)
            return Section(
                heading: section.heading, level: section.level, anchor: section.anchor, parent: section.parent,
                clauses: start..<(range.isEmpty ? start : joinedPlace(of: range.upperBound - 1) + 1),
                lines: section.lines)
        }
        return Document(title: document.title, language: document.language, sections: sections, clauses: clauses)
    }

    /// Whether a paragraph goes on where the one before it broke off: no end of a sentence there, and a small letter here.
    private static func goesOn(_ document: Document, at index: Int, evenBeforeCapital: Bool) -> Bool {
        guard index > 0 else { return false }
        let before = document.clauses[index - 1]
        let after = document.clauses[index]
        guard before.form == .paragraph, after.form == .paragraph, before.section == after.section,
            before.leadIn == nil, after.leadIn == nil, after.anchor == nil,
            let last = before.text.unicodeScalars.last, let first = after.text.unicodeScalars.first
        else { return false }
        let isOpen = last.properties.isAlphabetic || last.properties.numericType != nil || last == "," || last == ")"
        if first.properties.isLowercase { return isOpen && before.text.utf8.count >= 25 }
        // In a text of broken lines a long line without an end goes on before a name or a number, too.
        return evenBeforeCapital && isOpen && before.text.utf8.count >= 45 && after.text.utf8.count >= 20
            && first.properties.isAlphabetic
    }

    /// Joins clauses to one, at once: one by one a long text would be copied for each of its lines.
    private static func join(_ lines: ArraySlice<Clause>, leadIn: Int?) -> Clause {
        let first = lines[lines.startIndex]
        var text: [UInt8] = []
        var spans: [Span] = []
        for line in lines {
            if !text.isEmpty { text.append(UInt8(ascii: " ")) }
            let offset = text.count
            spans += line.spans.map {
                Span($0.style, bytes: ($0.bytes.lowerBound + offset)..<($0.bytes.upperBound + offset))
            }
            text += line.text.utf8
        }
        return Clause(
            text: String(decoding: text, as: UTF8.self), form: first.form, section: first.section, leadIn: leadIn,
            anchor: first.anchor, spans: spans,
            lines: LineRange(first.lines.first, lines[lines.endIndex - 1].lines.last))
    }
}

import PolicyModel

/// Collects sections and clauses in the order of the text.
struct DocumentBuilder {
    private var sections: [Section] = []
    private(set) var clauses: [Clause] = []
    private var firstClause = 0
    private var open = (heading: "", level: 0, anchor: String?.none, parent: Int?.none, lines: LineRange(1, 1))
    /// The sections that are open, one a level.
    private var ancestors: [(level: Int, index: Int)] = []
    /// An anchor that stood on its own and belongs to what comes next.
    private var pendingAnchor: String?

    /// The index of the section that clauses go to.
    var section: Int { sections.count }

    /// Begins a section; its parent is the nearest open section of a lower level.
    mutating func addHeading(_ heading: InlineText.Folded, level: Int, prefix: String = "", lines: LineRange) {
        closeSection()
        while let last = ancestors.last, last.level >= level { ancestors.removeLast() }
        let text = prefix.isEmpty ? heading.text : prefix + " " + heading.text
        open = (text, level, heading.anchor ?? pendingAnchor, ancestors.last?.index, lines)
        pendingAnchor = nil
        ancestors.append((level, sections.count))
    }

    /// Adds a clause and returns its index; nil where it holds no text.
    mutating func add(_ text: InlineText.Folded, _ form: Clause.Form, leadIn: Int? = nil, lines: LineRange) -> Int? {
        guard !text.isEmpty else {
            // An attribute list or `<a id="…">` on its own.
            pendingAnchor = text.anchor ?? pendingAnchor
            return nil
        }
        clauses.append(
            Clause(
                text: text.text, form: form, section: section, leadIn: leadIn, anchor: text.anchor ?? pendingAnchor,
                spans: text.spans, lines: lines))
        pendingAnchor = nil
        return clauses.count - 1
    }

    /// Takes the clauses from `count` on back.
    mutating func removeClauses(from count: Int) { clauses.removeSubrange(count...) }

    /// Returns the finished document.
    func finished(title: String?, language: String?) -> Document {
        var last = self
        last.closeSection()
        let heading = last.sections.first { $0.level == 1 }?.heading
        return Document(title: title ?? heading, language: language, sections: last.sections, clauses: clauses)
    }

    private mutating func closeSection() {
        sections.append(
            Section(
                heading: open.heading, level: open.level, anchor: open.anchor, parent: open.parent,
                clauses: firstClause..<clauses.count, lines: open.lines))
        firstClause = clauses.count
    }
}

import PolicyModel

/// Collects sections and clauses in the order of the text, and knows which lists, items and quotes are open.
struct DocumentBuilder {
    private var sections: [Section] = []
    private(set) var clauses: [Clause] = []
    /// How many headings with a text and clauses have been added.
    private(set) var textCount = 0
    private var firstClause = 0
    private var open = (heading: "", level: 0, anchor: String?.none, parent: Int?.none, lines: LineRange(1, 1))
    /// The sections that are open, one a level.
    private var ancestors: [(level: Int, index: Int)] = []
    /// An anchor that stood on its own and belongs to what comes next.
    private var pendingAnchor: String?
    /// The containers that are open; the first is the document and stays.
    private var containers = [Container()]

    /// A list, item or quote that is open.
    private struct Container {
        /// What the item is; nil for the document, lists and quotes.
        var item: Item?
        /// The clause of the item.
        var clause: Int?
        /// Whether anything has been added in it.
        var hasContent = false
        /// The clause that leads a list which stands next: a paragraph directly before it, else the item it stands in.
        var lead: Int?
    }

    private struct Item {
        let depth: Int
        let marker: String
        let isOrdered: Bool
    }

    // MARK: Containers

    /// Opens a list.
    ///
    /// What led the list before leads it too where nothing stands between them.
    mutating func enterList() { containers.append(Container(lead: current.lead)) }

    /// Opens a quote.
    mutating func enterQuote() { containers.append(Container()) }

    /// Opens an item of the list that is open.
    mutating func enterItem(marker: String) {
        let depth = (containers.last { $0.item != nil }?.item?.depth ?? 0) + 1
        let item = Item(depth: depth, marker: marker, isOrdered: marker.utf8.first?.isDigit == true)
        containers.append(Container(item: item, lead: current.lead))
    }

    /// Closes what was opened last.
    mutating func leave() {
        if containers.count > 1 { containers.removeLast() }
    }

    private var current: Container { containers[containers.count - 1] }

    private mutating func noteContent(lead: Int?) {
        containers[containers.count - 1].hasContent = true
        containers[containers.count - 1].lead = lead
    }

    // MARK: Content

    /// Begins a section; its parent is the nearest open section of a lower level.
    ///
    /// The number of an item that begins with a heading belongs to the heading.
    mutating func addHeading(_ heading: PlainText, level: Int, lines: LineRange) {
        closeSection()
        while let last = ancestors.last, last.level >= level { ancestors.removeLast() }
        var text = heading.text
        if let item = current.item, item.isOrdered, !current.hasContent { text = item.marker + " " + text }
        open = (text, level, heading.anchor ?? pendingAnchor, ancestors.last?.index, lines)
        pendingAnchor = nil
        ancestors.append((level, sections.count))
        if !text.isEmpty { textCount += 1 }
        for place in containers.indices { containers[place].lead = nil }
        noteContent(lead: nil)
    }

    /// Adds a paragraph: the clause of the item that it begins, else one of its own.
    mutating func addParagraph(_ text: PlainText, lines: LineRange) {
        if let item = current.item, !current.hasContent {
            let lead = containers[containers.count - 2].lead
            let form = Clause.Form.listItem(depth: item.depth, marker: item.marker)
            guard let index = add(text, form, leadIn: lead, lines: lines) else { return }
            containers[containers.count - 1].clause = index
            noteContent(lead: index)
        } else if let index = add(text, .paragraph, leadIn: current.clause, lines: lines) {
            noteContent(lead: index)
        }
    }

    /// Adds code, HTML or text that is kept as it stands.
    mutating func addVerbatim(_ text: PlainText, lines: LineRange) {
        if add(text, .verbatim, leadIn: current.clause, lines: lines) != nil { noteContent(lead: current.clause) }
    }

    /// Adds a row of a table and returns its index; nil where its cells are empty.
    mutating func addRow(_ cells: PlainText, header: Int?, isHeader: Bool, lines: LineRange) -> Int? {
        noteContent(lead: nil)
        if cells.isEmptyRow { return nil }
        return add(cells, .tableRow(header: isHeader), leadIn: isHeader ? nil : header, lines: lines)
    }

    /// Adds a clause and returns its index; nil where it holds no text.
    private mutating func add(
        _ text: PlainText, _ form: Clause.Form, leadIn: Int?, lines: LineRange
    ) -> Int? {
        guard !text.isEmpty else {
            // An attribute list or `<a id="…">` on its own.
            pendingAnchor = text.anchor ?? pendingAnchor
            return nil
        }
        clauses.append(
            Clause(
                text: text.text, form: form, section: sections.count, leadIn: leadIn,
                anchor: text.anchor ?? pendingAnchor, spans: text.spans, lines: lines))
        pendingAnchor = nil
        textCount += 1
        return clauses.count - 1
    }

    // MARK: The whole

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

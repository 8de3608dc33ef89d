import PolicyDiff
import PolicyModel

/// Words that came and went, as an office program tracks them: each with an id of its own, an author and a moment.
struct TrackedChanges {
    private let author: String
    private let date: Instant?
    private var count = 0

    /// Makes them; none is written yet.
    init(author: String, date: Instant?) {
        self.author = author
        self.date = date
    }

    /// Adds words to a paragraph.
    mutating func add(_ edits: [WordEdit], to paragraph: inout Markup) {
        for edit in edits {
            switch edit.operation {
            case .equal: Self.addRun(edit.text, "w:t", to: &paragraph)
            case .insert: paragraph.element("w:ins", attributes()) { Self.addRun(edit.text, "w:t", to: &$0) }
            case .delete: paragraph.element("w:del", attributes()) { Self.addRun(edit.text, "w:delText", to: &$0) }
            }
        }
    }

    /// Marks the end of a paragraph as come or gone where the whole paragraph did: else rejecting its words leaves an empty line.
    mutating func markEnd(of edits: [WordEdit], in properties: inout Markup) {
        guard let mark = Self.mark(ofWhole: edits) else { return }
        properties.element("w:rPr") { $0.void(mark, attributes()) }
    }

    /// Adds a row to a table, as come or gone where all its cells did.
    mutating func addRow(_ cells: [[WordEdit]], isHeader: Bool, columns: Int, to table: inout Markup) {
        table.element("w:tr") { row in
            row.element("w:trPr") { properties in
                if isHeader { properties.void("w:tblHeader") }
                if let mark = Self.mark(ofWhole: cells.flatMap { $0 }) { properties.void(mark, attributes()) }
            }
            for column in 0..<columns {
                row.element("w:tc") { cell in
                    cell.element("w:tcPr") { $0.void("w:tcW", ["w:w": "0", "w:type": "auto"]) }
                    cell.element("w:p") { paragraph in
                        paragraph.element("w:pPr") { $0.void("w:pStyle", ["w:val": "BodyText"]) }
                        if column < cells.count { add(cells[column], to: &paragraph) }
                    }
                }
            }
        }
    }

    /// Adds a run of words; a line feed in it is a break, a tab a tab.
    private static func addRun(_ text: String, _ element: StaticString, to markup: inout Markup) {
        markup.element("w:r") { run in
            var pending = ""
            func flush(_ run: inout Markup) {
                if !pending.isEmpty { run.element(element, ["xml:space": "preserve"], text: pending) }
                pending = ""
            }
            for character in text {
                switch character {
                case "\n", "\r\n", "\r":
                    flush(&run)
                    run.void("w:br")
                case "\t":
                    flush(&run)
                    run.void("w:tab")
                default: pending.append(character)
                }
            }
            flush(&run)
        }
    }

    /// What happened to a paragraph or row as a whole: it came, it went, or it stayed, whatever words of it changed.
    static func fate(ofWhole edits: [WordEdit]) -> WordEdit.Operation {
        guard let first = edits.first?.operation else { return .equal }
        return edits.allSatisfy { $0.operation == first } ? first : .equal
    }

    private static func mark(ofWhole edits: [WordEdit]) -> StaticString? {
        switch fate(ofWhole: edits) {
        case .equal: nil
        case .insert: "w:ins"
        case .delete: "w:del"
        }
    }

    private mutating func attributes() -> KeyValuePairs<StaticString, String?> {
        count += 1
        return [
            "w:id": String(count), "w:author": author,
            // Word knows no fractions of a second here.
            "w:date": date.map { Instant(secondsSinceEpoch: $0.secondsSinceEpoch).description },
        ]
    }
}

import PolicyDiff
import PolicyModel

/// A Word document in the making (Office Open XML, ECMA-376 part 1, the transitional form that every office program opens).
///
/// Words that came and went are tracked changes (`w:ins`, `w:del`), so that a reader can accept, reject or hide them. Nothing in it runs or
/// loads: no macros, no fields, no links to parts outside.
struct WordDocument {
    /// How a paragraph is set.
    enum Style: String {
        case title = "Title"
        case heading1 = "Heading1"
        case heading2 = "Heading2"
        case heading3 = "Heading3"
        case heading4 = "Heading4"
        case heading5 = "Heading5"
        case heading6 = "Heading6"
        case body = "BodyText"
        case quiet = "Quiet"
        case verbatim = "Verbatim"

        /// The style of a heading; 1…6.
        static func heading(_ level: Int) -> Style {
            let all: [Style] = [.heading1, .heading2, .heading3, .heading4, .heading5, .heading6]
            return all[max(1, min(level, all.count)) - 1]
        }
    }

    private let title: String
    private let language: String?
    private var tracked: TrackedChanges
    private var body = Markup(.xml)

    /// Makes an empty document.
    ///
    /// - Parameters:
    ///   - title: what a file manager shows.
    ///   - language: the language of the text (BCP 47), for spelling and hyphenation; nil where it is not known.
    ///   - author: whom office programs name beside each tracked change.
    ///   - date: when the changes were made; nil leaves it out.
    init(title: String, language: String?, author: String, date: Instant?) {
        self.title = title
        self.language = language
        self.tracked = TrackedChanges(author: author, date: date)
    }

    /// Adds a paragraph of words that stayed, came and went; a paragraph that came or went as a whole takes its end with it.
    ///
    /// - Parameters:
    ///   - marker: what stands before it, such as the number of an item.
    ///   - depth: how far it is indented, in steps.
    ///   - startsPage: whether it begins on a page of its own.
    mutating func paragraph(
        _ edits: [WordEdit], style: Style = .body, marker: String? = nil, depth: Int = 0, startsPage: Bool = false
    ) {
        body.element("w:p") { paragraph in
            paragraph.element("w:pPr") { properties in
                properties.void("w:pStyle", ["w:val": style.rawValue])
                if startsPage { properties.void("w:pageBreakBefore") }
                // An office program lays a paragraph out from right to left only where it is told to.
                if Self.isRightToLeft(edits) { properties.void("w:bidi") }
                if depth > 0 {
                    properties.void(
                        "w:ind", ["w:left": String(360 * min(depth, 9)), "w:hanging": marker == nil ? "0" : "360"])
                }
                tracked.markEnd(of: edits, in: &properties)
            }
            // The marker comes and goes with a whole item, and stays where only words of it changed.
            if let marker {
                tracked.add([WordEdit(TrackedChanges.fate(ofWhole: edits), marker + "\t")], to: &paragraph)
            }
            tracked.add(edits, to: &paragraph)
        }
        body.newline()
    }

    /// Adds a paragraph of words that all stand, some of them set apart.
    mutating func paragraph(_ runs: [WordRun], style: Style = .body, marker: String? = nil) {
        body.element("w:p") { paragraph in
            paragraph.element("w:pPr") { properties in
                properties.void("w:pStyle", ["w:val": style.rawValue])
                if Self.isRightToLeft([WordEdit(.equal, runs.map(\.text).joined())]) { properties.void("w:bidi") }
                if marker != nil { properties.void("w:ind", ["w:left": "360", "w:hanging": "360"]) }
            }
            if let marker { tracked.add([WordEdit(.equal, marker + "\t")], to: &paragraph) }
            for run in runs { run.add(to: &paragraph) }
        }
        body.newline()
    }

    /// Adds a paragraph of words that all stand.
    mutating func paragraph(_ text: String, style: Style = .body) {
        paragraph(text.isEmpty ? [] : [WordEdit(.equal, text)], style: style)
    }

    /// Adds rows as one table; short rows end with empty cells, since a table of Word has one grid.
    mutating func table(_ rows: [(cells: [[WordEdit]], isHeader: Bool)]) {
        let columns = rows.map(\.cells.count).max() ?? 0
        if columns == 0 { return }
        body.element("w:tbl") { table in
            table.element("w:tblPr") { properties in
                properties.void("w:tblStyle", ["w:val": "Rows"])
                properties.void("w:tblW", ["w:w": "5000", "w:type": "pct"])
            }
            table.element("w:tblGrid") { grid in
                for _ in 0..<columns { grid.void("w:gridCol", ["w:w": String(9026 / columns)]) }
            }
            for row in rows { tracked.addRow(row.cells, isHeader: row.isHeader, columns: columns, to: &table) }
        }
        body.newline()
        // Two tables that follow each other would become one; Word also wants a paragraph behind the last.
        paragraph("", style: .quiet)
    }

    /// Whether the first letter of the words is of a script that runs from right to left (Hebrew, Arabic and their neighbours).
    private static func isRightToLeft(_ edits: [WordEdit]) -> Bool {
        let letter = edits.lazy.flatMap(\.text.unicodeScalars).first { $0.properties.isAlphabetic }
        guard let letter else { return false }
        return switch letter.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }

    /// Returns the document as the bytes of a `.docx` file.
    func finished() -> [UInt8] {
        var archive = ZipArchive()
        archive.add("[Content_Types].xml", Array(WordParts.contentTypes.utf8))
        archive.add("_rels/.rels", Array(WordParts.relations.utf8))
        archive.add("docProps/core.xml", Array(WordParts.properties(title: title, language: language).utf8))
        archive.add("word/_rels/document.xml.rels", Array(WordParts.documentRelations.utf8))
        archive.add("word/styles.xml", Array(WordParts.styles(language: language).utf8))
        archive.add("word/document.xml", Array(WordParts.document(body: body).utf8))
        return archive.finished()
    }
}

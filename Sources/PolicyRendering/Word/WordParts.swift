/// The parts of a `.docx` package beside its text (ECMA-376 parts 1 and 2).
enum WordParts {
    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    static let contentTypes =
        head
            + """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/word/document.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
            <Override PartName="/word/styles.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
            <Override PartName="/docProps/core.xml" \
            ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
            """

    static let relations =
        head
            + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="document" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="word/document.xml"/>\
            <Relationship Id="properties" \
            Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" \
            Target="docProps/core.xml"/></Relationships>
            """

    static let documentRelations =
        head
            + """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="styles" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>\
            </Relationships>
            """

    /// What a file manager shows: the title and the language (Dublin Core).
    static func properties(title: String, language: String?) -> String {
        var markup = Markup(.xml)
        markup.element(
            "cp:coreProperties",
            [
                "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            ]
        ) { properties in
            properties.element("dc:title", text: title)
            if let language { properties.element("dc:language", text: language) }
        }
        return head + markup.source
    }

    /// The text on A4 pages with margins of an inch.
    static func document(body: Markup) -> String {
        head + #"<w:document xmlns:w="\#(main)"><w:body>"# + "\n" + body.source
            + #"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>"#
            + #"<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/>"#
            + "</w:sectPr></w:body></w:document>"
    }

    /// The styles that paragraphs and tables name.
    ///
    /// The body's size is 11 points; spaces are in twentieths of a point.
    static func styles(language: String?) -> String {
        var markup = Markup(.xml)
        markup.element("w:styles", ["xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"]) {
            styles in
            styles.element("w:docDefaults") { defaults in
                defaults.element("w:rPrDefault") { run in
                    run.element("w:rPr") { properties in
                        properties.void("w:rFonts", ["w:ascii": "Calibri", "w:hAnsi": "Calibri", "w:cs": "Calibri"])
                        properties.void("w:sz", ["w:val": "22"])
                        if let language { properties.void("w:lang", ["w:val": language, "w:bidi": language]) }
                    }
                }
            }
            paragraphStyle("BodyText", "Body Text", before: 0, after: 120, to: &styles)
            paragraphStyle("Title", "Title", before: 0, after: 240, size: 48, bold: true, to: &styles)
            for (level, size) in [36, 30, 26, 24, 22, 22].enumerated() {
                paragraphStyle(
                    "Heading\(level + 1)", "heading \(level + 1)", before: 280, after: 80, size: size, bold: true,
                    outline: level, to: &styles)
            }
            paragraphStyle("Quiet", "Quiet", before: 0, after: 120, size: 18, color: "595959", to: &styles)
            paragraphStyle("Verbatim", "Verbatim", before: 0, after: 120, size: 20, font: "Courier New", to: &styles)
            styles.element("w:style", ["w:type": "table", "w:styleId": "Rows"]) { style in
                style.void("w:name", ["w:val": "Rows"])
                style.element("w:tblPr") { properties in
                    properties.element("w:tblBorders") { borders in
                        let edges: [StaticString] = [
                            "w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV",
                        ]
                        for edge in edges {
                            borders.void(
                                edge, ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "A6A6A6"])
                        }
                    }
                    properties.element("w:tblCellMar") { margins in
                        margins.void("w:left", ["w:w": "108", "w:type": "dxa"])
                        margins.void("w:right", ["w:w": "108", "w:type": "dxa"])
                    }
                }
            }
        }
        return head + markup.source
    }

    private static func paragraphStyle(
        _ id: String, _ name: String, before: Int, after: Int, size: Int? = nil, bold: Bool = false,
        color: String? = nil, font: String? = nil, outline: Int? = nil, to styles: inout Markup
    ) {
        styles.element("w:style", ["w:type": "paragraph", "w:styleId": id]) { style in
            style.void("w:name", ["w:val": name])
            style.void("w:qFormat")
            style.element("w:pPr") { paragraph in
                if outline != nil { paragraph.void("w:keepNext") }
                paragraph.void("w:spacing", ["w:before": String(before), "w:after": String(after)])
                if let outline { paragraph.void("w:outlineLvl", ["w:val": String(outline)]) }
            }
            style.element("w:rPr") { run in
                if let font { run.void("w:rFonts", ["w:ascii": font, "w:hAnsi": font, "w:cs": font]) }
                if bold { run.void("w:b") }
                if let color { run.void("w:color", ["w:val": color]) }
                if let size { run.void("w:sz", ["w:val": String(size)]) }
            }
        }
    }
}

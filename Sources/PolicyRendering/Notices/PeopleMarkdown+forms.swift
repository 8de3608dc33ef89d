import PolicyNotices

extension PeopleMarkdown {
    /// The blocks as HTML; nothing of the text becomes markup of its own.
    var html: String {
        blocks.map { block in
            switch block {
            case .paragraph(let inlines): "<p>\(Self.html(inlines))</p>"
            case .list(let items, let isOrdered):
                "<\(isOrdered ? "ol" : "ul")>"
                    + items.map { "<li>\(Self.html($0))</li>" }.joined()
                    + "</\(isOrdered ? "ol" : "ul")>"
            }
        }.joined(separator: "\n")
    }

    /// The words of a sentence as HTML, to stand within a line.
    var htmlInLine: String { blocks.map { Self.html($0.inlines) }.joined(separator: " ") }

    /// The blocks as Markdown that says the same: what is no part of the subset is escaped.
    var markdown: String {
        blocks.map { block in
            switch block {
            case .paragraph(let inlines): Self.markdown(inlines)
            case .list(let items, let isOrdered):
                items.enumerated().map { place, item in
                    "\(isOrdered ? "\(place + 1)." : "-") \(Self.markdown(item))"
                }.joined(separator: "\n")
            }
        }.joined(separator: "\n\n")
    }

    /// The blocks as lines of plain text, addresses behind the words that lead there.
    var lines: [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let inlines): [Self.text(inlines)]
            case .list(let items, let isOrdered):
                items.enumerated().map { place, item in
                    "\(isOrdered ? "\(place + 1)." : "-") \(Self.text(item))"
                }
            }
        }
    }

    /// The blocks as the lines of a Word document: what an item of a list begins with, then its runs.
    var paragraphs: [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let inlines): ["\u{1}" + WordRun.marked(inlines)]
            case .list(let items, let isOrdered):
                items.enumerated().map { place, item in
                    isOrdered
                        ? "- \u{1}\(place + 1). " + WordRun.marked(item) : "- \u{1}" + WordRun.marked(item)
                }
            }
        }
    }

    /// The words of a sentence with the runs of a Word document, to stand within a line.
    var paragraph: String { "\u{1}" + blocks.map { WordRun.marked($0.inlines) }.joined(separator: " ") }

    static func html(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): Markup.escaped(text)
            case .emphasis(let inner): "<em>\(html(inner))</em>"
            case .strong(let inner): "<strong>\(html(inner))</strong>"
            case .code(let text): "<code>\(Markup.escaped(text))</code>"
            case .link(let inner, let address): "<a href=\"\(Markup.escaped(address))\">\(html(inner))</a>"
            case .lineBreak: "<br>"
            }
        }.joined()
    }

    private static func markdown(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): markdownEscaped(text)
            case .emphasis(let inner): "*\(markdown(inner))*"
            case .strong(let inner): "**\(markdown(inner))**"
            case .code(let text): "`\(onOneLine(text).replacing("`", with: "'"))`"
            case .link(let inner, let address): "[\(markdown(inner))](<\(address)>)"
            case .lineBreak: "\\\n"
            }
        }.joined()
    }

    /// The words as plain text; of a link also where it leads, unless its words are that address.
    static func text(_ inlines: [Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text), .code(let text): onOneLine(text)
            case .emphasis(let inner), .strong(let inner): text(inner)
            case .link(let inner, let address):
                plain(inner) == address || "mailto:\(plain(inner))" == address
                    ? text(inner)
                    : "\(text(inner)) (\(address.hasPrefix("mailto:") ? String(address.dropFirst(7)) : address))"
            case .lineBreak: " "
            }
        }.joined()
    }
}

extension PeopleMarkdown.Block {
    /// The stretches of the block; of a list, those of all items.
    fileprivate var inlines: [PeopleMarkdown.Inline] {
        switch self {
        case .paragraph(let inlines): inlines
        case .list(let items, _): Array(items.joined(separator: [.text("; ")]))
        }
    }
}

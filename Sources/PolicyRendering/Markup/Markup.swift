/// A piece of a page, or of an XML document, in the making.
///
/// Elements are opened and closed in pairs, and all text is escaped on its way in: nothing that a policy says becomes markup.
struct Markup {
    /// How elements without contents are written.
    enum Syntax: Hashable {
        /// `<br>`
        case html
        /// `<br/>`
        case xml
    }

    private let syntax: Syntax
    /// The markup so far.
    private(set) var source = ""

    /// Makes an empty piece.
    init(_ syntax: Syntax = .html) { self.syntax = syntax }

    /// Adds text that may come from a policy.
    mutating func text(_ text: String) { source += Self.escaped(text) }

    /// Adds an element with what `body` adds to it; attributes without a value are left out.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], _ body: (inout Markup) -> Void
    ) {
        open(name, attributes)
        body(&self)
        source += "</\(name)>"
    }

    /// Adds an element with a text.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String
    ) {
        element(name, attributes) { $0.text(text) }
    }

    /// Adds an element that has no contents, and in HTML no end tag (`meta`, `br`).
    mutating func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]) {
        open(name, attributes, end: syntax == .html ? ">" : "/>")
    }

    /// Adds a line feed between elements, for whoever reads the source.
    mutating func newline() { source += "\n" }

    /// Adds markup that this program wrote itself.
    mutating func own(_ markup: StaticString) { source += "\(markup)" }

    private mutating func open(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>, end: StaticString = ">"
    ) {
        source += "<\(name)"
        for (key, value) in attributes {
            if let value { source += " \(key)=\"\(Self.escaped(value))\"" }
        }
        source += "\(end)"
    }

    /// Returns the text as HTML and XML 1.0 show it, in elements as well as in quoted attributes.
    ///
    /// Control characters, noncharacters, and the marks that override or isolate writing direction (U+202A–202E,
    /// U+2066–2069) are dropped: a page sets the direction of each block by itself. The marks that right-to-left text needs
    /// (U+200E, U+200F, U+061C) stay. CRLF and lone CR become a line feed.
    static func escaped(_ text: String) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count + 16)
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x26: output += "&amp;".utf8
            case 0x3C: output += "&lt;".utf8
            case 0x3E: output += "&gt;".utf8
            case 0x22: output += "&quot;".utf8
            case 0x27: output += "&#39;".utf8
            case 0x0D: output.append(0x0A)
            case 0x0A: if previous != "\r" { output.append(0x0A) }
            case 0x09, 0x20...0x7E: output.append(UInt8(truncatingIfNeeded: scalar.value))
            case 0x00..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: break
            case let value where value & 0xFFFE == 0xFFFE: break
            default: output += UTF8.encode(scalar).map(Array.init) ?? []
            }
            previous = scalar
        }
        return String(decoding: output, as: UTF8.self)
    }
}

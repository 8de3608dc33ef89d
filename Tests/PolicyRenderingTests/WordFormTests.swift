import PolicyDiff
import PolicyModel
import PolicyQueries
import Testing

@testable import PolicyRendering

#if canImport(FoundationXML)
    import FoundationXML
#endif
import Foundation

@Suite struct WordFormTests {
    /// A text of the clauses, all under one heading.
    static func text(_ clauses: [(String, Clause.Form)]) -> Document {
        Document(
            sections: [
                Section(heading: "", level: 0, parent: nil, clauses: 0..<0, lines: lines(1)),
                Section(heading: "Rules & <limits>", level: 1, parent: 0, clauses: 0..<clauses.count, lines: lines(1)),
            ],
            clauses: clauses.enumerated().map { Clause(text: $1.0, form: $1.1, section: 1, lines: lines($0 + 2)) })
    }

    static let old = text([
        ("We answer within 30 days.", .paragraph), ("You may post \"spam\"\nor scams.", .paragraph),
        ("Plan | Price", .tableRow(header: true)), ("Basic | 5 €", .tableRow(header: false)),
        ("\u{5E9}\u{5DC}\u{5D5}\u{5DD}\u{0}\u{1B}[2J", .paragraph),
    ])
    static let new = text([
        ("You must not post \"spam\"\nor scams.", .paragraph), ("No bots.", .listItem(depth: 1, marker: "2.")),
        ("Plan | Price", .tableRow(header: true)), ("Basic | 6 €", .tableRow(header: false)),
        ("Plus | 9 €", .tableRow(header: false)), ("\u{5E9}\u{5DC}\u{5D5}\u{5DD}\u{0}\u{1B}[2J", .paragraph),
    ])
    static let redline = Redline(old, new)

    static func document(_ redline: Redline) -> [UInt8] {
        var document = WordDocument(
            title: "T", language: "en", author: "policyhistory", date: Instant(rfc3339: "2026-03-25T10:00:00.5Z"))
        document.add(redline)
        return document.finished()
    }

    @Test("rejecting all tracked changes gives the old text, accepting all of them the new one")
    func acceptedAndRejected() throws {
        let text = try WordText(StoredFiles(Self.document(Self.redline))["word/document.xml"])
        #expect(
            text.accepted == [
                "Rules & <limits>", "You must not post \"spam\"\nor scams.", "2.\tNo bots.", "Plan", "Price", "Basic",
                "6 €", "Plus", "9 €", "", "\u{5E9}\u{5DC}\u{5D5}\u{5DD}[2J",
            ])
        #expect(
            text.rejected == [
                "Rules & <limits>", "We answer within 30 days.", "You may post \"spam\"\nor scams.", "Plan", "Price",
                "Basic", "5 €", "", "\u{5E9}\u{5DC}\u{5D5}\u{5DD}[2J",
            ])
        #expect(text.dates == ["2026-03-25T10:00:00Z"])
        #expect(text.ids.count == Set(text.ids).count)
    }

    @Test("the package is one that any reader of ZIP archives can check, the same bytes each time")
    func package() throws {
        let bytes = Self.document(Self.redline)
        #expect(bytes == Self.document(Self.redline))
        let files = try StoredFiles(bytes)
        #expect(
            files.names == [
                "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels",
                "word/styles.xml", "word/document.xml",
            ])
        for name in files.names { #expect(XMLParser(data: Data(files[name])).parse(), "\(name)") }
    }

    @Test("a difference tells its changes above the text")
    func difference() throws {
        let told = change(after: "No spam.", summary: "Newly forbidden: “spam”")
        let file = WordForm.difference(
            PolicyRenderingTests.difference([told]),
            text: WholeText(title: "Rules", language: "en", redline: Self.redline))
        let text = try WordText(StoredFiles(file)["word/document.xml"])
        #expect(
            text.accepted.prefix(5) == [
                "Usage Policy", "1 → 2 · 1 material change · stricter for you", "1.\tstricter: Newly forbidden: “spam”",
                "Prohibited uses › Security", "The whole text",
            ])
    }
}

/// The paragraphs of a `document.xml` as an office program shows them once all changes are accepted, or rejected.
private final class WordText: NSObject, XMLParserDelegate {
    private(set) var accepted: [String] = []
    private(set) var rejected: [String] = []
    private(set) var ids: [String] = []
    private(set) var dates: Set<String> = []
    private var open: [String] = []
    private var whole: String?
    private var new = ""
    private var old = ""

    init(_ xml: [UInt8]) throws {
        super.init()
        let parser = XMLParser(data: Data(xml))
        parser.delegate = self
        try #require(parser.parse())
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if name == "w:p" { (whole, new, old) = (nil, "", "") }
        if name == "w:ins" || name == "w:del" {
            ids += [attributes["w:id"] ?? ""]
            dates.formUnion(attributes["w:date"].map { [$0] } ?? [])
            if open.last == "w:rPr" { whole = name }
        }
        if name == "w:br" { add("\n") }
        if name == "w:tab" { add("\t") }
        open.append(name)
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if open.last == "w:t" || open.last == "w:delText" { add(text) }
    }

    private func add(_ text: String) {
        if !open.contains("w:del") { new += text }
        if !open.contains("w:ins") { old += text }
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
        guard name == "w:p" else { return }
        let isInCell = open.contains("w:tc")
        if whole != "w:del", !(isInCell && new.isEmpty) { accepted.append(new) }
        if whole != "w:ins", !(isInCell && old.isEmpty) { rejected.append(old) }
    }
}

/// The files of a ZIP archive of stored files, read through its directory and held against their checksums.
private struct StoredFiles {
    private(set) var names: [String] = []
    private var contents: [String: [UInt8]] = [:]

    init(_ archive: [UInt8]) throws {
        func number(_ place: Int, _ bytes: Int) -> Int {
            (0..<bytes).reduce(0) { $0 | Int(archive[place + $1]) << (8 * $1) }
        }
        let end = archive.count - 22
        try #require(end > 0 && number(end, 4) == 0x0605_4b50)
        var place = number(end + 16, 4)
        for _ in 0..<number(end + 10, 2) {
            try #require(number(place, 4) == 0x0201_4b50)
            let (checksum, size, length) = (number(place + 16, 4), number(place + 24, 4), number(place + 28, 2))
            let name = String(decoding: archive[(place + 46)..<(place + 46 + length)], as: UTF8.self)
            let header = number(place + 42, 4)
            try #require(number(header, 4) == 0x0403_4b50)
            try #require(Array(archive[(header + 4)..<(header + 30)]) == Array(archive[(place + 6)..<(place + 32)]))
            let start = header + 30 + length
            let file = Array(archive[start..<(start + size)])
            try #require(Self.checksum(file) == checksum)
            names.append(name)
            contents[name] = file
            place += 46 + length
        }
        try #require(place == end)
    }

    subscript(name: String) -> [UInt8] { contents[name] ?? [] }

    /// CRC-32 bit by bit, as the standard describes it.
    private static func checksum(_ bytes: [UInt8]) -> Int {
        var value: UInt32 = ~0
        for byte in bytes {
            for bit in 0..<8 {
                let isSet = (value ^ UInt32(byte >> UInt8(bit))) & 1 == 1
                value = isSet ? (value >> 1) ^ 0xEDB8_8320 : value >> 1
            }
        }
        return Int(~value)
    }
}

import Foundation
import PolicyModel
import PolicyNotices
import PolicyRendering
import Testing

/// What somebody might write into a policy so that a form of its notice does something.
private let hostileTexts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</style><script>x",
    "</title></p></li></ul>", "<!-- x --> ]]> <![CDATA[ x", "&lt;b&gt; &amp; &#x3C;b>",
    "[x](javascript:alert(1)) ![y](data:x)",
    "<javascript:alert(1)> <https://evil.example>", "# x", "- x", "> x", "```x", "x |y|", "**x** _y_ `z`", "1. x",
    "a\u{0}b\u{1B}[2Jc\u{9B}d\u{7}", "\u{202E}gnp.exe\u{2066}x", "x\r\nBcc: all@example.com\r\n\r\nHello",
    "x\nEND:VEVENT\nBEGIN:VEVENT",
    "x\r.\r\nQUIT", "=?utf-8?q?x?=", "{{headline}} {{{headline}}} {{#policies}} {{> style}} {{=<% %>=}}",
    "x\", \"admin\": true, \"y\": \"",
    "\\\\ \\\" \\u0000", "@everyone #x", "x;y,z:w", "%s %n ${x} $(x) `x`", "x\u{2028}y\u{2029}z\u{FEFF}",
    "\u{FFFE}x\u{1}\u{1}# x",
]

private let harmless = "copy the words"

@Suite struct HostileNoticeTests {
    /// Forms and texts: each form with each text.
    private static let cases = NoticeForm.allCases.flatMap { form in hostileTexts.map { (form, $0) } }

    private func rendered(_ form: NoticeForm, saying text: String) throws -> String {
        let notice = try notice(
            of: changes(saying: text), title: "Title \(text)", settings: fullSettings(saying: text), reason: text)
        return try PolicyRenderingTests.rendered(form, notice, fullSettings(saying: text))
    }

    @Test(arguments: cases)
    func `a form has the structure that it has with harmless words`(form: NoticeForm, hostile: String) throws {
        let found = try structure(of: rendered(form, saying: hostile), form)
        let expected = try structure(of: rendered(form, saying: harmless), form)
        let first = zip(found, expected).first { $0 != $1 }
        #expect(found == expected, "\(String(describing: first)) of \(found.count) and \(expected.count)")
    }

    @Test(arguments: cases)
    func `nothing in a form steers a terminal or turns the direction of writing`(
        form: NoticeForm, hostile: String
    ) throws {
        if form == .docx { return }  // An archive of bytes; its parts are held by the structure.
        let unsafe = try rendered(form, saying: hostile).unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0x0D: form != .eml && form != .ics
            case 0x00..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
        #expect(unsafe.isEmpty)
    }

    @Test(arguments: hostileTexts)
    func `a template's tags in a policy's words are words`(hostile: String) throws {
        let brace = "{{headline}}"
        let notice = try notice(of: changes(saying: brace + hostile), title: "Title")
        let page = try PolicyRenderingTests.rendered(.html, notice, Settings())
        #expect(page.contains("{{headline}}"))
    }

    /// What a form is made of, without the words in it.
    private func structure(of text: String, _ form: NoticeForm) throws -> [String] {
        switch form {
        case .html: return tags(in: text)
        case .eml: return try message(text)
        case .atom:
            // The content is HTML inside XML: both have to hold.
            let contents = text.split(separator: "<content type=\"html\">").dropFirst().map {
                unescaped(String($0.prefix { $0 != "<" }))
            }
            return tags(in: text) + contents.flatMap(tags)
        case .jsonFeed, .json, .short:
            return keys(of: try JSONSerialization.jsonObject(with: Data(text.utf8)))
        case .ics:
            let unfolded = text.replacing("\r\n ", with: "")
            #expect(text.utf8.allSatisfy { $0 != 0 })
            #expect(text.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
            return unfolded.components(separatedBy: "\r\n").map { String($0.prefix { $0 != ":" && $0 != ";" }) }
        case .docx:
            let start = try #require(text.range(of: "<w:body>"))
            let end = try #require(text.range(of: "</w:body>"))
            return tags(in: String(text[start.lowerBound..<end.upperBound]))
        case .markdown: return markdown(text)
        case .text, .post: return [String(text.hasPrefix("\n"))]
        }
    }

    /// The tags with their attributes' names, and every address.
    private func tags(in markup: String) -> [String] {
        var found: [String] = []
        var rest = markup[...]
        while let open = rest.firstIndex(of: "<") {
            rest = rest[rest.index(after: open)...]
            guard let close = rest.firstIndex(of: ">") else { return found + ["a tag without an end"] }
            let pieces = rest[..<close].split(separator: "\"", omittingEmptySubsequences: false)
            // Even pieces lie outside of quotes.
            found.append(pieces.enumerated().filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }.joined())
            for (place, piece) in pieces.enumerated() where !place.isMultiple(of: 2) {
                let name = pieces[place - 1]
                if name.hasSuffix("href=") || name.hasSuffix("src=") { found.append(String(piece)) }
            }
            rest = rest[rest.index(after: close)...]
        }
        return found
    }

    /// The names of the header fields, and the structure of both parts.
    private func message(_ text: String) throws -> [String] {
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { !$0.contains("\n") && !$0.contains("\r") })
        #expect(
            lines.allSatisfy { $0.utf8.count <= 998 && $0.utf8.allSatisfy { $0 == 9 || (0x20...0x7E).contains($0) } })
        let end = try #require(lines.firstIndex(of: ""))
        let names = lines[..<end].filter { !$0.hasPrefix(" ") }.map { String($0.prefix { $0 != ":" }) }
        let html = try #require(text.components(separatedBy: "Content-Type: text/html").last)
        let body = try #require(html.range(of: "\r\n\r\n"))
        return names + tags(in: decoded(String(html[body.upperBound...].replacing("=\r\n", with: ""))))
    }

    private func decoded(_ quotedPrintable: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(quotedPrintable.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "="), let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    private func keys(of json: Any) -> [String] {
        switch json {
        case let object as [String: Any]: object.sorted { $0.key < $1.key }.flatMap { [$0.key] + keys(of: $0.value) }
        case let array as [Any]: ["["] + array.flatMap(keys) + ["]"]
        default: []
        }
    }

    /// The signs at the beginnings of lines, and that no sign of HTML, links or emphasis stands unescaped in a value.
    private func markdown(_ text: String) -> [String] {
        let plain = text.replacing(/\\[!-\/:-@\[-`{-~]/, with: "")
        #expect(!plain.contains("<script") && !plain.contains("<img") && !plain.contains("](javascript"))
        return text.split(separator: "\n").map { line in
            String(line.prefix { "#->*[ ".contains($0) })
        } + ["\(plain.count { $0 == "`" }) \(plain.count { $0 == "[" }) \(plain.count { $0 == "<" })"]
    }
}

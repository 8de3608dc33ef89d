import PolicyModel
import PolicyNotices
import PolicyRendering
import Testing

@Suite struct MailTests {
    private func message(_ settings: Settings, headline title: String = "Usage Policy") throws -> [String] {
        let notice = try notice(of: changes(saying: "copy"), title: title, settings: settings)
        return try rendered(.eml, notice, settings).components("\r\n")
    }

    private func field(_ name: String, _ message: [String]) -> String? {
        guard let start = message.firstIndex(where: { $0.hasPrefix(name + ":") }) else { return nil }
        let rest = message[(start + 1)...].prefix { $0.hasPrefix(" ") }
        return ([String(message[start].dropFirst(name.count + 1))] + rest).joined().split(separator: " ").joined(
            separator: " ")
    }

    @Test func `a list brings its headers, and unsubscribing is one click`() throws {
        let message = try message(fullSettings())
        #expect(field("From", message) == "\"We answer\" <policies@example.com>")
        #expect(field("List-Id", message) == "\"We answer\" <policies.example.com>")
        #expect(field("List-Unsubscribe", message) == "<https://example.com/unsubscribe?t=abc>")
        #expect(field("List-Unsubscribe-Post", message) == "List-Unsubscribe=One-Click")
        #expect(field("Auto-Submitted", message) == "auto-generated")
        #expect(field("Message-ID", message)?.hasSuffix("@example.com>") == true)
        #expect(message.contains { $0.contains("https://example.com/unsubscribe?t=3Dabc") })
    }

    @Test func `without a list or sender none is made up`() throws {
        let message = try message(Settings(publisher: "Example & Co"))
        #expect(field("From", message) == "\"Example & Co\":;")
        for name in ["List-Id", "List-Unsubscribe", "List-Unsubscribe-Post"] { #expect(field(name, message) == nil) }
    }

    @Test func `one click needs https`() throws {
        let message = try message(
            Settings(mail: MailSettings(listID: "l.example.com", unsubscribe: "http://example.com/u")))
        #expect(field("List-Id", message) != nil)
        #expect(field("List-Unsubscribe", message) == nil)
    }

    @Test(arguments: [
        "a@b.example\r\nBcc: x@example.com", "a b@example.com", "a@localhost", "@example.com", "a@-.example", "",
        "a@example.com, b@example.com", "\u{430}@example.com",
    ])
    func `a sender that is no plain address is not used`(sender: String) throws {
        let message = try message(Settings(publisher: "Us", mail: MailSettings(sender: sender)))
        #expect(field("From", message) == "\"Us\":;")
        #expect(!message.contains { $0.hasPrefix("Bcc") })
    }

    @Test func `the text comes first, and both parts end with the boundary`() throws {
        let message = try message(fullSettings())
        let plain = try #require(message.firstIndex { $0.hasPrefix("Content-Type: text/plain") })
        let html = try #require(message.firstIndex { $0.hasPrefix("Content-Type: text/html") })
        #expect(plain < html)
        let boundary = try #require(field("Content-Type", message)?.split(separator: "\"").last)
        #expect(message.filter { $0.hasPrefix("--\(boundary)") }.count == 3)
        #expect(message.contains("--\(boundary)--"))
    }

    @Test(arguments: ["Überraschung für Ärzte und Öffentlichkeit in Köln", "利用規約が変わりました", "🇪🇺 👩‍👩‍👧 terms", "=?utf-8?q?x?="])
    func `a subject that is not plain is encoded in words of at most 75 characters`(title: String) throws {
        let message = try message(Settings(), headline: title)
        let start = try #require(message.firstIndex { $0.hasPrefix("Subject:") })
        let lines = [message[start]] + message[(start + 1)...].prefix { $0.hasPrefix(" ") }
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        let words = lines.joined().split(separator: " ").dropFirst()
        #expect(words.allSatisfy { $0.hasPrefix("=?utf-8?q?") && $0.hasSuffix("?=") })
    }

    @Test func `a picture travels with the message, and a drawing that mail programs do not show stays out`() throws {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 7, count: 200)
        let notice = try notice(of: changes(saying: "copy"))
        func message(_ logo: [UInt8]) throws -> String {
            let stationery = Stationery(Settings(), logo: Stationery.Logo(logo))
            return String(decoding: try NoticeForm.eml.rendered(notice, stationery), as: UTF8.self).replacing(
                "=\r\n", with: "")
        }
        #expect(try message(png).contains("Content-ID: <logo@policyhistory.invalid>"))
        #expect(try message(png).contains("src=3D\"cid:logo@policyhistory.invalid\""))
        #expect(try !message(Array("<svg xmlns=\"x\"/>".utf8)).contains("cid:"))
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] {
        var parts: [String] = []
        var rest = utf8[...]
        let separator = Array(separator.utf8)
        while let found = rest.firstRange(of: separator) {
            parts.append(String(decoding: rest[..<found.lowerBound], as: UTF8.self))
            rest = rest[found.upperBound...]
        }
        return parts + [String(decoding: rest, as: UTF8.self)]
    }
}

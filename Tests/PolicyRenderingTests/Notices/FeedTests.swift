import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyRendering
import Testing

@Suite struct FeedTests {
    private func feed(_ settings: Settings, policy: PolicyID? = "usage") throws -> NoticeFeed {
        let first = try notice(of: [], settings: settings)
        let second = try notice(of: changes(saying: "copy"), settings: settings)
        return NoticeFeed(
            policy: policy, title: "Usage Policy", language: "en", publisher: settings.publisher,
            newest: Instant(secondsSinceEpoch: 1_780_000_000),
            entries: [
                FeedEntry(
                    notice: first, published: Instant(secondsSinceEpoch: 1_770_000_000),
                    updated: Instant(secondsSinceEpoch: 1_770_000_000)),
                FeedEntry(
                    notice: second, published: Instant(secondsSinceEpoch: 1_775_000_000),
                    updated: Instant(secondsSinceEpoch: 1_774_000_000)),
            ])
    }

    private func text(_ form: NoticeForm, _ feed: NoticeFeed, _ settings: Settings) throws -> String {
        String(decoding: try form.rendered(feed, Stationery(settings)), as: UTF8.self)
    }

    @Test func `entries stand newest first under permanent ids, and none was updated before it came out`() throws {
        let atom = try text(.atom, feed(fullSettings()), fullSettings())
        let newer = try #require(atom.firstRange(of: "<published>2026-03-31T23:33:20Z</published>"))
        let older = try #require(atom.firstRange(of: "<published>2026-02-02T02:40:00Z</published>"))
        #expect(newer.lowerBound < older.lowerBound)
        #expect(atom.contains("<id>tag:example.com,2026-01-01:notices/usage</id>"))
        #expect(atom.contains("<id>tag:example.com,2026-01-01:notice/usage/2</id>"))
        #expect(!atom.contains("2026-03-20"))
        #expect(atom.contains("<updated>2026-03-31T23:33:20Z</updated>\n<author>"))
    }

    @Test func `a feed of nothing is as old as the newest record`() throws {
        let empty = NoticeFeed(
            policy: nil, title: "Us", language: "en", publisher: nil, newest: Instant(secondsSinceEpoch: 0), entries: []
        )
        #expect(try text(.atom, empty, Settings()).contains("<updated>1970-01-01T00:00:00Z</updated>"))
        #expect(try text(.jsonFeed, empty, Settings()).contains("\"items\": []"))
    }

    @Test func `addresses of the settings stand in the feed with the policy in its place`() throws {
        let settings = fullSettings()
        #expect(try text(.atom, feed(settings), settings).contains("href=\"https://example.com/usage.atom\""))
        #expect(try text(.jsonFeed, feed(settings), settings).contains("https://example.com/usage.json"))
        let whole = try text(.jsonFeed, feed(settings, policy: nil), settings)
        #expect(whole.contains("https://example.com/all.json"))
    }

    @Test(arguments: ["example.com", "example.com,26", "x y,2026", "example.com,2026-01-01\"", ""])
    func `an authority that cannot make tags is not used`(authority: String) throws {
        let settings = Settings(feeds: FeedSettings(authority: authority))
        #expect(
            try text(.atom, feed(settings), settings).contains("<id>tag:policyhistory.invalid,2026:notices/usage</id>"))
    }
}

@Suite struct CalendarTests {
    @Test func `the day of effect is an all-day event with one name, whatever the notice says`() throws {
        let one = try rendered(.ics, notice(of: []), fullSettings())
        let two = try rendered(.ics, notice(of: changes(saying: "copy")), fullSettings())
        func value(_ name: String, _ text: String) -> Substring? {
            text.split(separator: "\r\n").first { $0.hasPrefix(name) }
        }
        #expect(value("DTSTART", two) == "DTSTART;VALUE=DATE:20260325")
        #expect(value("DTEND", two) == "DTEND;VALUE=DATE:20260326")
        #expect(value("UID", one) == value("UID", two))
        #expect(value("UID", two) == "UID:tag:example.com,2026-01-01:effective/usage/2")
    }
}

extension CalendarTests {
    @Test(arguments: [
        ("en", "Tell us by 10 April 2026.", "20260410"), ("de", "Bis zum 10. April 2026.", "20260410"),
        ("fr", "Avant le 10 avril 2026.", "20260410"), ("en", "Within two weeks.", nil),
        ("en", "Between 1 April 2026 and 10 April 2026.", nil),
    ])
    func `a deadline that names one day is an event of its own`(language: String, text: String, day: String?) throws {
        let settings = Settings(notices: NoticeSettings(texts: [.deadline: LocalizedText(["": text])]))
        let calendar = try rendered(
            .ics, notice(of: changes(saying: "copy"), language: language, settings: settings), settings)
        #expect(calendar.contains("DTSTART;VALUE=DATE:20260410") == (day != nil))
        #expect(calendar.contains("UID:tag:policyhistory.invalid,2026:deadline/usage/2") == (day != nil))
    }
}

@Suite struct LegibilityTests {
    @Test(arguments: ["#ffcc00", "#ffffff", "#000000", "#0b4fa8", "#808080", "#ff0000"])
    func `a brand's colour is read as text on light and dark pages`(color: String) throws {
        let settings = Settings(publisher: "Us", brand: Brand(color: Brand.Color(color)))
        let page = try rendered(.html, notice(of: []), settings)
        let links = page.matches(of: /--link: (#[0-9a-f]{6})/).compactMap { Brand.Color(String($0.1)) }
        #expect(links.count == 3 || links.count == 2)
        #expect(contrast(try #require(links.first), Brand.Color(red: 255, green: 255, blue: 255)) >= 4.5)
        #expect(contrast(links[1], Brand.Color(red: 0x15, green: 0x17, blue: 0x1B)) >= 4.5)
        #expect(page.contains("--brand: \(color)"))
    }

    /// The contrast as WCAG 2.2 defines it, with the older threshold, written anew.
    private func contrast(_ one: Brand.Color, _ other: Brand.Color) -> Double {
        func luminance(_ color: Brand.Color) -> Double {
            zip([color.red, color.green, color.blue], [0.2126, 0.7152, 0.0722]).reduce(0) { sum, part in
                let value = Double(part.0) / 255
                // (x)^2.4 by x² · x^0.4, and x^0.4 by Newton's method on y⁵ = x².
                let base = (value + 0.055) / 1.055
                var root = 1.0
                for _ in 0..<60 {
                    root -= (root * root * root * root * root - base * base) / (5 * root * root * root * root)
                }
                return sum + part.1 * (value <= 0.03928 ? value / 12.92 : base * base * root)
            }
        }
        let (first, second) = (luminance(one) + 0.05, luminance(other) + 0.05)
        return max(first, second) / min(first, second)
    }
}

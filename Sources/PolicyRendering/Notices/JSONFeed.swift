import PolicyModel
import PolicyNotices

/// All notices as a JSON Feed (version 1.1, https://www.jsonfeed.org/version/1.1/).
enum JSONFeed {
    /// Returns the feed.
    static func document(_ feed: NoticeFeed, _ stationery: Stationery) throws(TemplateError) -> String {
        let template = try stationery.templates.template(.feed)
        let author = stationery.brand.name ?? feed.publisher
        var members = JSON.Members([
            "version": "https://jsonfeed.org/version/1.1",
            "title": .string(onOneLine(feed.title)),
            "language": .string(feed.language),
            "items": .array(feed.entries.map { item($0, stationery.filled(template, with: $0.notice), stationery) }),
        ])
        members["home_page_url"] = feed.address(stationery.feeds.home).map { .string($0) }
        members["feed_url"] = feed.address(stationery.feeds.json).map { .string($0) }
        members["authors"] = author.map { [["name": .string(onOneLine($0))]] }
        return JSON.object(members).text
    }

    private static func item(_ entry: FeedEntry, _ content: String, _ stationery: Stationery) -> JSON {
        let notice = entry.notice
        var members = JSON.Members([
            "id": .string(Permanence.tag("notice/\(notice.id)", stationery.feeds)),
            "title": .string(onOneLine(notice.headline)),
            "summary": .string(notice.summary.map { onOneLine($0) }.joined(separator: " ")),
            "content_html": .string(content),
            "date_published": .string(entry.published.description),
            "date_modified": .string(entry.updated.description),
            "language": .string(notice.language),
            "tags": .array(notice.tags.map { .string($0) }),
        ])
        members["url"] = entry.link.map { .string($0) }
        return .object(members)
    }
}

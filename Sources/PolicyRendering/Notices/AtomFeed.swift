import PolicyModel
import PolicyNotices

/// All notices as an Atom feed (RFC 4287).
enum AtomFeed {
    /// Returns the feed.
    static func document(_ feed: NoticeFeed, _ stationery: Stationery) throws(TemplateError) -> String {
        let template = try stationery.templates.template(.feed)
        var markup = Markup(.xml)
        markup.own("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        markup.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.language]) { root in
            root.newline()
            line("id", Permanence.tag(feed.path, stationery.feeds), &root)
            line("title", onOneLine(feed.title), &root)
            line("updated", (feed.entries.map(\.updated).max() ?? feed.newest).description, &root)
            // An author of the feed stands for all entries, which need one (RFC 4287, 4.1.1).
            root.element("author") { author in
                author.element("name", text: stationery.brand.name ?? feed.publisher ?? onOneLine(feed.title))
            }
            root.newline()
            if let address = feed.address(stationery.feeds.atom) {
                root.void("link", ["rel": "self", "type": "application/atom+xml", "href": address])
                root.newline()
            }
            if let home = feed.address(stationery.feeds.home) {
                root.void("link", ["rel": "alternate", "type": "text/html", "href": home])
                root.newline()
            }
            for entry in feed.entries {
                add(entry, content: stationery.filled(template, with: entry.notice), stationery, to: &root)
            }
        }
        markup.newline()
        return markup.source
    }

    private static func add(
        _ entry: FeedEntry, content: String, _ stationery: Stationery, to feed: inout Markup
    ) {
        let notice = entry.notice
        feed.element("entry", ["xml:lang": notice.language]) { element in
            element.newline()
            line("id", Permanence.tag("notice/\(notice.id)", stationery.feeds), &element)
            line("title", onOneLine(notice.headline), &element)
            line("published", entry.published.description, &element)
            line("updated", entry.updated.description, &element)
            if let link = entry.link {
                element.void("link", ["rel": "alternate", "type": "text/html", "href": link])
                element.newline()
            }
            for tag in notice.tags {
                element.void("category", ["term": tag])
                element.newline()
            }
            line("summary", notice.summary.map { onOneLine($0) }.joined(separator: " "), &element)
            // HTML in a text construct is escaped once more (RFC 4287, 3.1.1.2).
            element.element("content", ["type": "html"], text: content)
            element.newline()
        }
        feed.newline()
    }

    private static func line(_ name: StaticString, _ text: String, _ markup: inout Markup) {
        markup.element(name, text: text)
        markup.newline()
    }
}

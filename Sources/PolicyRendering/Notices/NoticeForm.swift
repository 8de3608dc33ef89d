import PolicyDiff
package import PolicyModel
package import PolicyNotices
import PolicyQueries

/// The forms of a notice: each made of the same value, in a file of its own.
package enum NoticeForm: String, CaseIterable, Sendable {
    case markdown, html, text, eml, short, post, ics, docx, json
    case atom
    case jsonFeed = "json-feed"

    /// Whether the form is made of all notices of a policy, or of a repository, rather than of one.
    package var isFeed: Bool { self == .atom || self == .jsonFeed }

    /// Whether the form shows the texts themselves.
    package var showsTexts: Bool { self == .docx }

    /// Returns the bytes of a notice in this form; a feed holds the notice as its only entry.
    ///
    /// - Parameters:
    ///   - notice: The notice.
    ///   - texts: Both texts of each policy in one, for forms that show them.
    ///   - stationery: What stands around it.
    /// - Throws: Where a template cannot be used.
    package func rendered(
        _ notice: Notice, texts: [PolicyID: WholeText] = [:], _ stationery: Stationery
    ) throws(TemplateError) -> [UInt8] {
        switch self {
        case .markdown: Array(TextNotice.gathered(try stationery.filled(.markdown, with: notice, logo: nil)).utf8)
        case .html:
            Array(try stationery.filled(.html, with: notice, logo: stationery.logo?.address).utf8)
        case .text: Array(try stationery.text(of: notice, inMail: false).utf8)
        case .eml: Array(try MailNotice.message(notice, stationery).utf8)
        case .short: Array(try stationery.filled(.short, with: notice, logo: nil).utf8)
        case .post: Array(TextNotice.gathered(try stationery.filled(.post, with: notice, logo: nil)).utf8)
        case .ics: Array(try NoticeCalendar.document(notice, stationery).utf8)
        case .docx: try WordNotice.document(notice, texts: texts, stationery)
        case .json: Array(JSONForm.notice(notice).text.utf8)
        case .atom, .jsonFeed: try rendered(NoticeFeed(of: notice), stationery)
        }
    }

    /// Returns the bytes of a feed.
    package func rendered(_ feed: NoticeFeed, _ stationery: Stationery) throws(TemplateError) -> [UInt8] {
        self == .jsonFeed
            ? Array(try JSONFeed.document(feed, stationery).utf8) : Array(try AtomFeed.document(feed, stationery).utf8)
    }
}

extension NoticeFeed {
    /// Makes a feed of one notice.
    fileprivate init(of notice: Notice) {
        let moment = notice.versions.map(\.recorded).max() ?? Instant(secondsSinceEpoch: 0)
        self.init(
            policy: notice.policies.count == 1 ? notice.policies[0].policy.id : nil,
            title: notice.policies.count == 1 ? notice.policies[0].policy.title : notice.headline,
            language: notice.language, publisher: notice.publisher, newest: moment,
            entries: [FeedEntry(notice: notice, published: moment, updated: moment)])
    }
}

extension Stationery {
    /// Returns a template filled with a notice.
    ///
    /// - Parameter logo: the address of the logo in this form; nil for a form that shows none.
    func filled(
        _ use: TemplateSet.Use, with notice: Notice, logo: String?, inMail: Bool = false
    ) throws(TemplateError) -> String {
        filled(try templates.template(use), with: notice, logo: logo, inMail: inMail)
    }

    /// Returns a checked template filled with a notice.
    func filled(_ template: Template, with notice: Notice, logo: String? = nil, inMail: Bool = false) -> String {
        guard case .object(let members) = JSONForm.notice(notice) else { return "" }
        let besides = values(for: notice, logo: logo, inMail: inMail)
        return template.filled(with: .object(members.merging(JSON.Members(besides))))
    }

    /// Returns a notice as plain text.
    func text(of notice: Notice, inMail: Bool) throws(TemplateError) -> String {
        TextNotice.wrapped(try filled(.text, with: notice, logo: nil, inMail: inMail))
    }
}

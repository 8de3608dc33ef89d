import PolicyModel
import PolicyNotices
import PolicyQueries
import PolicyRendering

extension Answer {
    /// Gives a notice in a form.
    ///
    /// - Parameter texts: both texts of each policy in one, asked for only where the form shows them.
    init(
        _ notice: Notice, as format: OutputFormat, _ stationery: Stationery, texts: () throws -> [PolicyID: WholeText]
    ) throws {
        let form = try NoticeForm(format)
        self.init(bytes: try form.rendered(notice, texts: form.showsTexts ? try texts() : [:], stationery), of: form)
    }

    /// Gives a feed in a form.
    init(_ feed: NoticeFeed, as format: OutputFormat, _ stationery: Stationery, findings: [Finding]) throws {
        let form = try NoticeForm(format)
        self.init(bytes: try form.rendered(feed, stationery), of: form)
        self.findings = findings
    }

    private init(bytes: [UInt8], of form: NoticeForm) {
        // Messages and calendars end their lines as their standards ask, and no byte is added to them.
        switch form {
        case .docx, .eml, .ics: self.init(text: "", file: bytes)
        default: self.init(text: String(decoding: bytes, as: UTF8.self))
        }
    }
}

extension NoticeForm {
    /// The formats that notices have.
    static let formats = OutputFormat.allCases.filter { $0 != .svg }

    /// The form of a format that notices have.
    ///
    /// - Throws: `CommandFailure` for a format of other answers.
    init(_ format: OutputFormat) throws(CommandFailure) {
        switch format {
        case .text: self = .text
        case .markdown: self = .markdown
        case .json: self = .json
        case .html: self = .html
        case .docx: self = .docx
        case .eml: self = .eml
        case .short: self = .short
        case .post: self = .post
        case .atom: self = .atom
        case .jsonFeed: self = .jsonFeed
        case .ics: self = .ics
        case .svg: throw .noForm(format, of: "notice", but: Self.formats)
        }
    }
}

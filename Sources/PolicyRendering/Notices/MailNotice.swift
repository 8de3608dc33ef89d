import PolicyModel
import PolicyNotices

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A notice as an e-mail (RFC 5322): the text first, then the same as HTML (RFC 2046, 5.1.4).
///
/// It is made for a list, or for a mailer that adds the recipient and signs. Nothing in it tells the sender that it was read.
enum MailNotice {
    /// Returns the message, lines ended by CRLF; the same notice makes the same message.
    static func message(_ notice: Notice, _ stationery: Stationery) throws(TemplateError) -> String {
        // Mail programs show no SVG.
        let logo = stationery.logo.flatMap { $0.mediaType == "image/svg+xml" ? nil : $0 }
        let text = try stationery.text(of: notice, inMail: true)
        let html = try stationery.filled(.email, with: notice, logo: logo.map { _ in "cid:\(logoID)" }, inMail: true)
        // "=_" stands in no text that is quoted-printable or base64 (RFC 2045, 6.7).
        let boundary = "=_\(notice.digest.prefix(32))"
        var message = header(notice, stationery, boundary: boundary)
        message += "\r\n--\(boundary)\r\n" + part("text/plain", text)
        if let logo {
            message += "\r\n--\(boundary)\r\nContent-Type: multipart/related; boundary=\"\(boundary)-r\"\r\n"
            message += "\r\n--\(boundary)-r\r\n" + part("text/html", html)
            message += "\r\n--\(boundary)-r\r\n" + picture(logo) + "\r\n--\(boundary)-r--\r\n"
        } else {
            message += "\r\n--\(boundary)\r\n" + part("text/html", html)
        }
        return message + "\r\n--\(boundary)--\r\n"
    }

    private static let logoID = "logo@policyhistory.invalid"

    private static func header(_ notice: Notice, _ stationery: Stationery, boundary: String) -> String {
        var header = MailHeader()
        let mail = stationery.mail
        let name = stationery.brand.name ?? notice.publisher
        let sender = mail.sender.flatMap { MailHeader.isAddress($0) ? $0 : nil }
        // Without an address the sender is a group of nobody (RFC 6854): whoever sends it puts one in, and none is made up.
        let from = sender.map { MailHeader.mailbox(name: name, address: $0) }
        header.add("From", from ?? "\(MailHeader.phrase(name ?? "Policies")):;")
        header.add("To", "undisclosed-recipients:;")
        header.add("Subject", text: notice.headline)
        if let moment = notice.versions.map(\.recorded).max() { header.add("Date", date(moment)) }
        let list = mail.listID.flatMap { MailHeader.isDomain($0) ? $0 : nil }
        let domain = sender?.split(separator: "@").last.map(String.init) ?? list ?? "policyhistory.invalid"
        header.add("Message-ID", "<\(notice.digest.prefix(32))@\(domain)>")
        header.add("Auto-Submitted", "auto-generated")
        header.add("Content-Language", notice.language)
        if let list {
            header.add("List-Id", (name.map { MailHeader.phrase($0) + " " } ?? "") + "<\(list)>")
            if let url = mail.unsubscribe, url.lowercased().hasPrefix("https://"), Address.isSafe(url) {
                header.add("List-Unsubscribe", "<\(url)>")
                header.add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
            }
        }
        header.add("MIME-Version", "1.0")
        header.add("Content-Type", "multipart/alternative; boundary=\"\(boundary)\"")
        return header.lines
    }

    private static func part(_ type: String, _ text: String) -> String {
        "Content-Type: \(type); charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + QuotedPrintable.encoded(text)
    }

    private static func picture(_ logo: Stationery.Logo) -> String {
        let base64 = Data(logo.bytes).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return "Content-Type: \(logo.mediaType)\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <\(logoID)>\r\n"
            + "Content-Disposition: inline\r\n\r\n" + base64
    }

    /// The moment as RFC 5322 writes it, in UTC.
    private static func date(_ moment: Instant) -> String {
        let day = moment.utcDay
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let weekday = weekdays[((day.daysSinceEpoch % 7) + 7) % 7]
        let second = Int(moment.secondsSinceEpoch - day.startOfDay.secondsSinceEpoch)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(weekday), \(two(day.day)) \(months[day.month - 1]) \(day.year) "
            + "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60)) +0000"
    }
}

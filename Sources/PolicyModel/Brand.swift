/// How a publisher's messages look, as `policyhistory.yaml` says: what forms put around a notice.
public struct Brand: Hashable, Sendable {
    /// The name above a message; nil for that of the publisher.
    public let name: String?
    /// The path of the logo in the repository; nil where there is none.
    public let logo: String?
    /// The colour on a light page; nil for the usual one.
    public let color: Color?
    /// The colour on a dark page; nil for the usual one.
    public let colorDark: Color?

    /// Makes a brand; whatever is not given is as usual.
    public init(name: String? = nil, logo: String? = nil, color: Color? = nil, colorDark: Color? = nil) {
        self.name = name
        self.logo = logo
        self.color = color
        self.colorDark = colorDark
    }

    /// A colour of the sRGB space.
    public struct Color: Hashable, Sendable, CustomStringConvertible {
        /// Red, green and blue, 0…255 each.
        public let red, green, blue: UInt8

        /// Reads `#rrggbb`; nil for anything else.
        public init?(_ text: String) {
            let digits = Array(text.utf8)
            guard digits.count == 7, digits[0] == UInt8(ascii: "#"), let number = UInt32(text.dropFirst(), radix: 16),
                digits[1] != UInt8(ascii: "+"), digits[1] != UInt8(ascii: "-")
            else { return nil }
            self.init(
                red: UInt8(number >> 16), green: UInt8(number >> 8 & 0xFF), blue: UInt8(number & 0xFF))
        }

        /// Makes a colour of its parts.
        public init(red: UInt8, green: UInt8, blue: UInt8) {
            self.red = red
            self.green = green
            self.blue = blue
        }

        /// The colour as CSS writes it, `#0b4fa8`.
        public var description: String {
            "#"
                + [red, green, blue].map { part in
                    let digits = String(part, radix: 16)
                    return digits.count == 1 ? "0" + digits : digits
                }.joined()
        }
    }
}

/// Who sends notices by e-mail, and through which list, as `policyhistory.yaml` says.
public struct MailSettings: Hashable, Sendable {
    /// The sender's address (`policies@example.com`); nil where unknown.
    public let sender: String?
    /// The list's id (RFC 2919: `policy-updates.example.com`); nil where there is no list.
    public let listID: String?
    /// The https address that ends a subscription on a POST without further questions (RFC 8058); nil where there is none.
    public let unsubscribe: String?

    /// Makes settings; whatever is not given is unknown.
    public init(sender: String? = nil, listID: String? = nil, unsubscribe: String? = nil) {
        self.sender = sender
        self.listID = listID
        self.unsubscribe = unsubscribe
    }
}

/// Where feeds of notices are, as `policyhistory.yaml` says.
public struct FeedSettings: Hashable, Sendable {
    /// Who assigns the permanent ids of entries: a domain or address with a day on which the publisher held it
    /// (RFC 4151: `example.com,2026-01-01`); nil where unknown.
    public let authority: String?
    /// The address of the page that the feed belongs to; nil where unknown.
    public let home: String?
    /// The address of the Atom feed, with `{policy}` in its place; nil where unknown.
    public let atom: String?
    /// The address of the JSON feed, with `{policy}` in its place; nil where unknown.
    public let json: String?

    /// Makes settings; whatever is not given is unknown.
    public init(authority: String? = nil, home: String? = nil, atom: String? = nil, json: String? = nil) {
        self.authority = authority
        self.home = home
        self.atom = atom
        self.json = json
    }
}

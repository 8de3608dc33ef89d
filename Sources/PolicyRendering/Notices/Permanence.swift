import PolicyModel

/// The permanent ids of what is published (RFC 4151, the `tag` scheme of addresses).
enum Permanence {
    /// Returns the id of a thing: `tag:example.com,2026:notice/usage-policy/2026-03-25`.
    ///
    /// Where the settings name no authority the ids stand under a domain that nobody can own, and are permanent all the same.
    ///
    /// - Parameter path: names the thing; what a tag cannot hold is percent-escaped.
    static func tag(_ path: String, _ feeds: FeedSettings) -> String {
        let authority = feeds.authority.flatMap { isAuthority($0) ? $0 : nil } ?? "policyhistory.invalid,2026"
        let escaped = path.utf8.flatMap { byte -> [UInt8] in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: [byte]
            default: "-._~/+".utf8.contains(byte) ? [byte] : [0x25] + QuotedPrintable.hexadecimal(byte)
            }
        }
        return "tag:\(authority):" + String(decoding: escaped, as: UTF8.self)
    }

    /// Whether the text is a tagging entity: a domain or an address of e-mail, and a day, month or year.
    static func isAuthority(_ text: String) -> Bool {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, MailHeader.isDomain(parts[0]) || MailHeader.isAddress(parts[0]) else { return false }
        let shape = parts[1].map { $0.isASCII && $0.isNumber ? "0" : String($0) }.joined()
        return ["0000", "0000-00", "0000-00-00"].contains(shape)
    }
}

internal import PolicyDiff
internal import PolicyModel
internal import PolicyQueries

extension NoticeWriter {
    /// The links that the settings give, for the labels of both versions.
    func links(_ policy: PolicyName, from: Version?, to: Version?) -> [NoticeLink] {
        let settings = options.settings.notices.settings(for: policy.id)
        return NoticeLinkKind.allCases.compactMap { kind in
            guard let pattern = settings.links[kind] else { return nil }
            if kind == .old || kind == .redline, from == nil { return nil }
            if kind != .versions, to == nil { return nil }
            let values = [
                "policy": policy.id.text, "version": to?.label ?? "", "old": from?.label ?? "",
                "language": locale.language,
            ].mapValues(Self.escaped)
            let url = Catalogue.fill(pattern, values)
            return NoticeLink(kind: kind, label: catalogue.text("links/\(kind.rawValue)"), url: url)
        }
    }

    /// Percent-escapes a label for a path of an address (RFC 3986, 2.3); the slashes of an id stay.
    private static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        return String(
            decoding: text.utf8.flatMap { byte -> [UInt8] in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: [byte]
                default: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
                }
            }, as: UTF8.self)
    }
}

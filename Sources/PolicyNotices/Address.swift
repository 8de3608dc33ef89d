/// The addresses (URLs) that a page or a message may lead to.
package enum Address {
    /// Whether the text is an absolute address of http or https, in ASCII and without spaces, that nothing runs behind.
    ///
    /// All else, such as `javascript:` and `data:`, is no address for a reader.
    package static func isSafe(_ text: String) -> Bool {
        let lowered = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix), text.utf8.count <= 2_000 else {
            return false
        }
        let rest = lowered.dropFirst(scheme.count)
        guard let first = rest.utf8.first, !"/?#@:".utf8.contains(first) else { return false }
        return rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>\\^`{|}".utf8.contains($0) }
    }

    /// The host of a safe address, in lower case, without a port; nil for another text.
    package static func host(of text: String) -> String? {
        guard isSafe(text) else { return nil }
        let rest = text.lowercased().drop { $0 != "/" }.dropFirst(2)
        let authority = rest.prefix { !"/?#".contains($0) }
        let host = authority.split(separator: "@").last?.prefix { $0 != ":" } ?? ""
        return host.isEmpty ? nil : String(host)
    }

    /// Whether the text is an address of e-mail behind `mailto:`, and nothing else: no further header of a message.
    package static func isMail(_ text: String) -> Bool {
        guard text.lowercased().hasPrefix("mailto:") else { return false }
        let parts = text.dropFirst(7).split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 320, parts.allSatisfy({ !$0.isEmpty }) else { return false }
        return parts.joined().utf8.allSatisfy { byte in
            byte < 0x7F && byte > 0x20 && !"\"'<>\\^`{|}()[],;:?&%/#=".utf8.contains(byte)
        }
    }
}

/// The addresses (URLs) that a page or a message may lead to.
enum Address {
    /// Whether the text is an absolute address of http or https, in ASCII and without spaces, that nothing runs behind.
    ///
    /// All else, such as `javascript:` and `data:`, is no address for a reader.
    static func isSafe(_ text: String) -> Bool {
        let lowered = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix), text.utf8.count <= 2_000 else {
            return false
        }
        let rest = lowered.dropFirst(scheme.count)
        guard let first = rest.utf8.first, !"/?#@:".utf8.contains(first) else { return false }
        return rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"'<>\\^`{|}".utf8.contains($0) }
    }

    /// The host of a safe address, in lower case, without a port; nil for another text.
    static func host(of text: String) -> String? {
        guard isSafe(text) else { return nil }
        let rest = text.lowercased().drop { $0 != "/" }.dropFirst(2)
        let authority = rest.prefix { !"/?#".contains($0) }
        let host = authority.split(separator: "@").last?.prefix { $0 != ":" } ?? ""
        return host.isEmpty ? nil : String(host)
    }
}

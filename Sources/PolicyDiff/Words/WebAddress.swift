/// Web addresses as text: which site one leads to.
enum WebAddress {
    /// Returns the name under which a site is registered, in lower case (`example.org`); empty for the name of a file.
    static func site(_ address: String) -> String {
        var rest = address.lowercased()[...]
        if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
        let isFile = rest.count == host.count && fileEndings.contains { host.hasSuffix($0) }
        if isFile { return "" }
        let parts = host.split(separator: ".")
        // `example.co.uk`: two short endings belong to the name.
        let isDouble = parts.count > 2 && parts[parts.count - 1].count == 2 && parts[parts.count - 2].count <= 3
        return parts.suffix(isDouble ? 3 : 2).joined(separator: ".")
    }

    private static let fileEndings = [".pdf", ".doc", ".docx", ".htm", ".html", ".xlsx", ".txt"]
}

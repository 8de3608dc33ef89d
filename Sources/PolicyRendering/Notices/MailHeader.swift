/// The header fields of a message (RFC 5322) in the making.
///
/// Nothing in a value starts a new field or ends the header: whatever is no printable text is left out, and what is not ASCII is encoded
/// (RFC 2047), so that only this type writes line ends.
struct MailHeader {
    private(set) var lines = ""

    /// Adds a field whose value this program or a checked setting wrote: ASCII, folded at spaces.
    mutating func add(_ name: StaticString, _ value: String) {
        var line = "\(name):"
        for word in Self.printable(value).split(separator: " ") {
            let isFull = line.utf8.count + word.utf8.count + 1 > 76 && !line.hasSuffix(":")
            if isFull {
                lines += line + "\r\n"
                line = ""
            }
            line += " " + word
        }
        lines += line + "\r\n"
    }

    /// Adds a field of free text, such as a subject.
    mutating func add(_ name: StaticString, text: String) { add(name, Self.encoded(text)) }

    /// Returns free text as words of a header: as it is where it is short ASCII, else as encoded words of at most 64 characters each, so that a line with a name before one keeps to 76.
    static func encoded(_ text: String) -> String {
        let flat = printable(text)
        let isPlain =
            flat.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !flat.contains("=?") && !flat.contains("  ")
            && flat.split(separator: " ").allSatisfy { $0.utf8.count <= 60 }
        if isPlain { return flat }
        var words: [String] = []
        var word: [UInt8] = []
        for scalar in flat.unicodeScalars {
            // A character is never parted between words (RFC 2047, 5, (3)).
            let bytes = UTF8.encode(scalar).map { Array($0) } ?? []
            let coded = bytes.flatMap { byte -> [UInt8] in
                switch byte {
                case 0x20: [UInt8(ascii: "_")]
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: [byte]
                default: [0x3D] + QuotedPrintable.hexadecimal(byte)
                }
            }
            if word.count + coded.count > 52 {
                words.append(String(decoding: word, as: UTF8.self))
                word = []
            }
            word += coded
        }
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        return words.map { "=?utf-8?q?\($0)?=" }.joined(separator: " ")
    }

    /// Returns a mailbox: a name, if any, and an address that `isAddress` passed.
    static func mailbox(name: String?, address: String) -> String {
        guard let name, !name.isEmpty else { return address }
        return "\(phrase(name)) <\(address)>"
    }

    /// Returns a name as a phrase of RFC 5322: quoted where it is ASCII, else encoded.
    static func phrase(_ name: String) -> String {
        let coded = encoded(name)
        if coded.hasPrefix("=?") { return coded }
        return "\"" + coded.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Whether the text is an address of e-mail in the plain form (RFC 5321, 4.1.2: dot-string and domain), in ASCII.
    static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254 else { return false }
        let local = parts[0]
        let isLocal =
            !local.isEmpty && local.utf8.count <= 64 && !local.hasPrefix(".") && !local.hasSuffix(".")
            && !local.contains("..")
            && local.utf8.allSatisfy { isAlphanumeric($0) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains($0) }
        return isLocal && isDomain(String(parts[1]))
    }

    /// Whether the text is a domain name of at least two labels, in ASCII.
    static func isDomain(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 1 && text.utf8.count <= 253
            && labels.allSatisfy { label in
                !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    private static func printable(_ text: String) -> String {
        let shown = onOneLine(text).unicodeScalars.filter { $0.value != 0xFFFD && $0.value >= 0x20 }
        return String(String.UnicodeScalarView(shown))
    }
}

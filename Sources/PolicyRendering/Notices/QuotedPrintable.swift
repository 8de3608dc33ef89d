/// Quoted-printable (RFC 2045, 6.7): text in lines of at most 76 ASCII characters, whatever it holds.
enum QuotedPrintable {
    /// Returns the text with lines ended by CRLF.
    static func encoded(_ text: String) -> String {
        var output: [UInt8] = []
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { output += [0x0D, 0x0A] }
            append(Array(line.utf8), to: &output)
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func append(_ line: [UInt8], to output: inout [UInt8]) {
        var used = 0
        for (place, byte) in line.enumerated() {
            // White space at the end of a line is lost on the way, and some relays treat a dot alone, or "From ", as their own.
            let isLast = place == line.count - 1
            let isPlain =
                switch byte {
                case 0x3D: false
                case 0x20, 0x09: !isLast
                case 0x2E, 0x46: place > 0
                default: (0x21...0x7E).contains(byte)
                }
            let width = isPlain ? 1 : 3
            if used + width > (isLast ? 76 : 75) {
                output += [0x3D, 0x0D, 0x0A]
                used = 0
            }
            if isPlain {
                output.append(byte)
            } else {
                output.append(0x3D)
                output += hexadecimal(byte)
            }
            used += width
        }
    }

    /// The two digits of a byte, in upper case as RFC 2045 asks.
    static func hexadecimal(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}

import PolicyModel

/// The bytes of a file made ready for reading: valid UTF-8 with LF line ends, without a byte order mark and without NUL.
///
/// Lines keep their numbers: CRLF, a lone CR and LF each end one line, as editors count.
struct SourceText {
    /// The bytes.
    let bytes: [UInt8]
    /// What was noticed.
    let findings: [Finding]

    /// Makes the text; a file that is ready already is not copied.
    init(_ file: [UInt8], path: String) {
        var bytes = file
        var findings: [Finding] = []
        if let offset = Self.firstInvalidByte(of: bytes) {
            let line = Self.line(of: offset, in: bytes)
            findings.append(
                Finding(
                    id: "text-not-utf8", severity: .error,
                    message: "'\(path)' is not UTF-8: the byte at offset \(offset), in line \(line), cannot be read.",
                    place: Place(path: path, lines: LineRange(line, line)),
                    fix: "Save the file as UTF-8."))
            bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let (hasNUL, hasReturn) = bytes.withUnsafeBufferPointer {
            (
                $0.first(0, from: 0, to: $0.count) < $0.count,
                $0.first(Byte.carriageReturn, from: 0, to: $0.count) < $0.count
            )
        }
        if hasNUL { bytes = bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] } }
        if hasReturn { bytes = Self.withLineFeeds(bytes) }
        self.bytes = bytes
        self.findings = findings
    }

    /// Returns the offset of the first byte that is not valid UTF-8.
    static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
        do {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var afterReturn = false
        for byte in bytes {
            if byte == Byte.carriageReturn {
                result.append(Byte.newline)
            } else if !(afterReturn && byte == Byte.newline) {
                result.append(byte)
            }
            afterReturn = byte == Byte.carriageReturn
        }
        return result
    }

    private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
        var line = 1
        for place in 0..<offset {
            let isReturn = bytes[place] == Byte.carriageReturn && bytes[place + 1] != Byte.newline
            if bytes[place] == Byte.newline || isReturn { line += 1 }
        }
        return line
    }
}

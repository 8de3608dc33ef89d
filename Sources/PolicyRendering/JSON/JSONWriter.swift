/// Prints JSON values to bytes, in one pass and without a string between.
struct JSONWriter {
    private var output: [UInt8] = []

    /// Returns what was written, with a newline at the end.
    consuming func finished() -> String {
        output.append(UInt8(ascii: "\n"))
        return String(decoding: output, as: UTF8.self)
    }

    /// Writes a value that stands so many columns from the left.
    mutating func write(_ value: JSON, indentation: Int) {
        switch value {
        case .null: write("null")
        case .bool(let value): write(value ? "true" : "false")
        case .integer(let value): output += String(value).utf8
        case .string(let value): write(text: value)
        case .array(let values):
            output.append(UInt8(ascii: "["))
            for (place, value) in values.enumerated() {
                beginLine(indentation + 2, isFirst: place == 0)
                write(value, indentation: indentation + 2)
            }
            if !values.isEmpty { endLines(indentation) }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            var isEmpty = true
            for (key, value) in members {
                beginLine(indentation + 2, isFirst: isEmpty)
                write(text: key)
                write(": ")
                write(value, indentation: indentation + 2)
                isEmpty = false
            }
            if !isEmpty { endLines(indentation) }
            output.append(UInt8(ascii: "}"))
        }
    }

    private mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { output.append(contentsOf: $0) }
    }

    private mutating func beginLine(_ indentation: Int, isFirst: Bool) {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        endLines(indentation)
    }

    private mutating func endLines(_ indentation: Int) {
        output.append(UInt8(ascii: "\n"))
        let spaces: StaticString = "                                "
        var left = indentation
        while left > 0 {
            let count = min(left, spaces.utf8CodeUnitCount)
            spaces.withUTF8Buffer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<count])) }
            left -= count
        }
    }

    /// Writes a string of RFC 8259.
    ///
    /// What a terminal might act on is written as an escape too, so that JSON on a terminal is inert.
    private mutating func write(text: String) {
        output.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            var place = 0
            while place < bytes.count {
                if place + 8 <= bytes.count, Self.isPlain(bytes, at: place) {
                    place += 8
                    continue
                }
                guard Self.mayNeedEscape(bytes[place]), let (scalar, length) = Self.escaped(bytes, at: place) else {
                    place += 1
                    continue
                }
                output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<place]))
                writeEscape(scalar)
                place += length
                start = place
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<place]))
        }
        output.append(UInt8(ascii: "\""))
    }

    /// Whether the eight bytes at a place are printable ASCII other than quote and backslash.
    private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        func hasZero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
        // A byte below 0x20 borrows from its highest bit, as a byte that is equal to what is looked for does once it is zero.
        let controls = (word &- ones &* 0x20) & ~word & highs
        return word & highs | controls | hasZero(word ^ ones &* 0x22) | hasZero(word ^ ones &* 0x5C)
            | hasZero(word ^ ones &* 0x7F) == 0
    }

    /// Whether a byte is, or leads, a scalar that is not written as it is.
    private static func mayNeedEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
    }

    /// The scalar that begins at a place of valid UTF-8 and the bytes it takes; nil where it is written as it is.
    private static func escaped(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (Unicode.Scalar, Int)? {
        let lead = bytes[place]
        let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3
        var value = UInt32(lead) & (length == 1 ? 0x7F : length == 2 ? 0x1F : 0x0F)
        for next in 1..<max(length, 1) { value = value << 6 | UInt32(bytes[place + next] & 0x3F) }
        guard let scalar = Unicode.Scalar(value) else { return nil }
        let needsEscape =
            value < 0x20 || value == 0x22 || value == 0x5C || value == 0x2028 || value == 0x2029
            || scalar.isUnsafeOnTerminals
        return needsEscape ? (scalar, length) : nil
    }

    private mutating func writeEscape(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": write("\\\"")
        case "\\": write("\\\\")
        case "\n": write("\\n")
        case "\r": write("\\r")
        case "\t": write("\\t")
        default:
            write("\\u")
            for shift in [12, 8, 4, 0] as [UInt32] {
                let digit = UInt8(truncatingIfNeeded: scalar.value >> shift) & 0xF
                output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            }
        }
    }
}

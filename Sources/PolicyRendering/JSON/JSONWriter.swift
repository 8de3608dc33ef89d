/// Prints JSON values to bytes, in one pass and without a string between.
struct JSONWriter {
    /// What was written so far.
    private(set) var output: [UInt8] = []

    /// Returns what was written, with a newline at the end.
    consuming func finished() -> String {
        output.append(UInt8(ascii: "\n"))
        // Safe: what is written comes from strings, whole scalars at a time, and from literals. To look through it again takes as long
        // as to write half of it.
        return String(copying: unsafe UTF8Span(unchecked: output.span))
    }

    /// Writes a value that stands so many columns from the left.
    mutating func write(_ value: JSON, indentation: Int) {
        switch value {
        case .null: write("null")
        case .bool(let value): write(value ? "true" : "false")
        case .integer(let value): write(value)
        case .string(let value): write(text: value)
        case .array(let values):
            writeArray(values, indentation: indentation) { $0.write($1, indentation: indentation + 2) }
        case .object(let members):
            if members.isEmpty { return write("{}") }
            begin("{")
            for (key, value) in members {
                beginLine(indentation + 2)
                write(text: key)
                write(": ")
                write(value, indentation: indentation + 2)
            }
            end("}", indentation)
        case .changes(let changes):
            writeArray(changes, indentation: indentation) { $0.write($1, indentation: indentation + 2) }
        }
    }

    /// Writes a list whose elements are written one by one.
    mutating func writeArray<Element>(
        _ elements: [Element], indentation: Int, _ write: (inout JSONWriter, Element) -> Void
    ) {
        if elements.isEmpty { return self.write("[]") }
        begin("[")
        for element in elements {
            beginLine(indentation + 2)
            write(&self, element)
        }
        end("]", indentation)
    }

    /// Begins an object or a list that has something in it.
    mutating func begin(_ bracket: StaticString) { write(bracket) }

    /// Ends what stands so many columns from the left.
    mutating func end(_ bracket: StaticString, _ indentation: Int) {
        endLine(indentation)
        write(bracket)
    }

    /// Writes the key of a member that stands so many columns from the left; its value comes next.
    mutating func member(_ key: StaticString, _ indentation: Int) {
        beginLine(indentation)
        output.append(UInt8(ascii: "\""))
        write(key)
        write("\": ")
    }

    /// Writes a text, or null where there is none.
    mutating func write(optional text: String?) {
        if let text { write(text: text) } else { write("null") }
    }

    /// Writes a number.
    mutating func write(_ number: Int) { output += String(number).utf8 }

    /// Writes what is JSON as it stands.
    mutating func write(_ text: StaticString) {
        text.withUTF8Buffer { output.append(contentsOf: $0) }
    }

    /// Begins a line for a member or an element, behind a comma where another stands before it.
    private mutating func beginLine(_ indentation: Int) {
        if let last = output.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") {
            output.append(UInt8(ascii: ","))
        }
        endLine(indentation)
    }

    private mutating func endLine(_ indentation: Int) {
        output.append(UInt8(ascii: "\n"))
        indent(indentation)
    }

    private mutating func indent(_ columns: Int) {
        let spaces: StaticString = "                                "
        var left = columns
        while left > 0 {
            let count = min(left, spaces.utf8CodeUnitCount)
            spaces.withUTF8Buffer { output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[..<count])) }
            left -= count
        }
    }

    /// Writes a string of RFC 8259.
    ///
    /// What a terminal might act on is written as an escape too, so that JSON on a terminal is inert.
    mutating func write(text: String) {
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

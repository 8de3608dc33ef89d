/// A JSON value with one way to print it: keys sorted by bytes, two spaces of indentation, the same bytes on every machine.
package indirect enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// Returns the string, or null where there is none.
    package static func optional(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

    /// The value printed over several lines, with a newline at the end.
    package var text: String {
        var output: [UInt8] = []
        write(to: &output, indentation: 0)
        output.append(UInt8(ascii: "\n"))
        return String(decoding: output, as: UTF8.self)
    }

    private func write(to output: inout [UInt8], indentation: Int) {
        switch self {
        case .null: output += "null".utf8
        case .bool(let value): output += (value ? "true" : "false").utf8
        case .integer(let value): output += String(value).utf8
        case .string(let value): Self.write(value, to: &output)
        case .array(let values):
            Self.write(values, open: "[", close: "]", to: &output, indentation) { value, output in
                value.write(to: &output, indentation: indentation + 2)
            }
        case .object(let members):
            let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            Self.write(sorted, open: "{", close: "}", to: &output, indentation) { member, output in
                Self.write(member.key, to: &output)
                output += ": ".utf8
                member.value.write(to: &output, indentation: indentation + 2)
            }
        }
    }

    private static func write<Value>(
        _ values: [Value], open: String, close: String, to output: inout [UInt8], _ indentation: Int,
        _ writeValue: (Value, inout [UInt8]) -> Void
    ) {
        output += open.utf8
        for (place, value) in values.enumerated() {
            output += (place == 0 ? "\n" : ",\n").utf8
            output += Array(repeating: UInt8(ascii: " "), count: indentation + 2)
            writeValue(value, &output)
        }
        if !values.isEmpty {
            output.append(UInt8(ascii: "\n"))
            output += Array(repeating: UInt8(ascii: " "), count: indentation)
        }
        output += close.utf8
    }

    /// Writes a string of RFC 8259.
    ///
    /// What a terminal might act on is written as an escape too, so that JSON on a terminal is inert.
    private static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            output += text.utf8
            output.append(UInt8(ascii: "\""))
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\"".utf8
            case "\\": output += "\\\\".utf8
            case "\n": output += "\\n".utf8
            case "\r": output += "\\r".utf8
            case "\t": output += "\\t".utf8
            case _
            where scalar.value < 0x20 || scalar.isUnsafeOnTerminals || scalar.value == 0x2028 || scalar.value == 0x2029:
                let digits = String(scalar.value, radix: 16)
                output += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
            case _ where scalar.isASCII: output.append(UInt8(truncatingIfNeeded: scalar.value))
            default: output += UTF8.encode(scalar).map { Array($0) } ?? []
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    /// Makes a string.
    package init(stringLiteral value: String) { self = .string(value) }
    /// Makes an array.
    package init(arrayLiteral values: JSON...) { self = .array(values) }
    /// Makes an object; of a key given twice the last value counts.
    package init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(Dictionary(members, uniquingKeysWith: { $1 }))
    }
    /// Makes an integer.
    package init(integerLiteral value: Int) { self = .integer(value) }
    /// Makes a boolean.
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Makes null.
    package init(nilLiteral: ()) { self = .null }
}

extension Unicode.Scalar {
    /// Whether a terminal, or a reader's eye, might be led astray by it: control characters except newline and tab, and the overrides and isolates of
    /// writing direction (U+202A–202E, U+2066–2069).
    var isUnsafeOnTerminals: Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: true
        default: false
        }
    }
}

/// Returns the text without anything that a terminal would act on; each such character becomes U+FFFD.
///
/// Policy text is written by others: an escape sequence in it must not move the cursor, colour the screen or hide words.
/// CRLF and lone CR become a newline.
func sanitised(_ text: String) -> String {
    if !text.unicodeScalars.contains(where: \.isUnsafeOnTerminals) { return text }
    var output = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
        if scalar == "\r" {
            output.append("\n")
        } else if scalar == "\n", previous == "\r" {
            // The carriage return before it has already ended the line.
        } else {
            output.append(scalar.isUnsafeOnTerminals ? "\u{FFFD}" : scalar)
        }
        previous = scalar
    }
    return String(output)
}

/// Returns the text as one line: what stands on lines of its own, such as the items of a list, is parted by semicolons.
///
/// - Parameters:
///   - text: The text, sanitised here.
///   - previous: What stands before it on the line; nil at the beginning.
func onOneLine(_ text: String, after previous: Character? = nil) -> String {
    // Most texts need no look at their characters.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var output = ""
    var previous = previous
    for character in sanitised(text) {
        switch character {
        case "\t": output.append(" ")
        case let newline where newline.isNewline:
            if let previous, previous.isLetter || previous.isNumber || ")”\"’".contains(previous) { output.append(";") }
            output.append(" ")
        default: output.append(character)
        }
        previous = character
    }
    return output
}

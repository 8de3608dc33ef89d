import PolicyModel

/// Returns a text as a YAML scalar: plain where every reader of YAML takes it for the same text, else in double quotes.
func yamlScalar(_ text: String) -> String {
    if CivilDate(iso: text) != nil { return text }
    let bytes = Array(text.utf8)
    let isSafe =
        bytes.first.map { $0.isLetter || $0 >= 0x80 } == true && bytes.last != Byte.colon
        && bytes.last != Byte.space
        && bytes.allSatisfy { $0 >= 32 && $0 != 127 } && !text.utf8.elementsEqual("~".utf8)
        && !zip(bytes, bytes.dropFirst()).contains {
            ($0 == Byte.colon && $1 == Byte.space) || ($0 == Byte.space && $1 == Byte.hash)
        }
        && !["true", "false", "yes", "no", "on", "off", "null", "y", "n", "unknown"].contains(text.lowercased())
    if isSafe { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": quoted += "\\\""
        case "\\": quoted += "\\\\"
        case "\n": quoted += "\\n"
        case "\t": quoted += "\\t"
        case "\r": quoted += "\\r"
        default: quoted.unicodeScalars.append(scalar)
        }
    }
    return quoted + "\""
}

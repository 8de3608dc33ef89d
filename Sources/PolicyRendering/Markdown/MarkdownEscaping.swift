/// Returns text as Markdown that shows exactly this text: nothing in it becomes a heading, link, image, HTML, list or table.
///
/// What a terminal would act on is replaced, newlines become semicolons or spaces, so that the text stays in its paragraph or cell. Every
/// ASCII punctuation character that CommonMark or GFM may read as markup is escaped with a backslash (CommonMark 0.31, 2.4); a colon
/// only where it would make a link of an address, and signs that matter at the start of a line only there.
func markdownEscaped(_ text: String) -> String {
    let characters = Array(onOneLine(text))
    var output = ""
    var isAtStart = true
    var onlyDigits = true
    for (place, character) in characters.enumerated() {
        if needsEscape(characters, place, isAtStart: isAtStart, onlyDigits: onlyDigits) { output += "\\" }
        output.append(character)
        if character != " " { isAtStart = false }
        if !character.isNumber, character != " " { onlyDigits = false }
    }
    return output
}

private func needsEscape(_ text: [Character], _ place: Int, isAtStart: Bool, onlyDigits: Bool) -> Bool {
    let next = text[(place + 1)...].first ?? " "
    let isListNumber = onlyDigits && !isAtStart && next == " "
    return switch text[place] {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "~", "|", "&", "!", "#", "$", "{", "}": true
    case "+", "-", "=": isAtStart
    case ")": isListNumber
    // The start of an ordered list, or of an address that GFM makes a link of.
    case ".": isListNumber || ends(text[..<place], with: "www")
    case ":": next == "/" || ["mailto", "xmpp"].contains { ends(text[..<place], with: $0) }
    default: false
    }
}

private func ends(_ text: ArraySlice<Character>, with word: String) -> Bool {
    String(text.suffix(word.count)).lowercased() == word
}

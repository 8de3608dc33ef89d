/// Returns text as Markdown that shows exactly this text: nothing in it becomes a heading, link, image, HTML, list or table.
///
/// What a terminal would act on is replaced, newlines become spaces, so that the text stays in its paragraph or cell. Every
/// ASCII punctuation character that CommonMark or GFM may read as markup is escaped with a backslash (CommonMark 0.31, 2.4); a colon
/// only where it would make a link of an address, and signs that matter at the start of a line only there.
func markdownEscaped(_ text: String) -> String {
    let inline = sanitised(text)
    var output = ""
    var previous: Character = " "
    var isAtStart = true
    var onlyDigits = true
    for character in inline {
        let character = character.isNewline || character == "\t" ? " " : character
        switch character {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "~", "|", "&", "!", "#", "$", "{", "}": output += "\\\(character)"
        case "+", "-",
            "=" where isAtStart:
            output += "\\\(character)"
        case ".",
            ")" where onlyDigits && !isAtStart:
            output += "\\\(character)"
        case ":" where previous.isLetter: output += "\\:"
        case "." where previous == "w" || previous == "W": output += "\\."
        default: output.append(character)
        }
        if character != " " { isAtStart = false }
        if !character.isNumber, character != " " { onlyDigits = false }
        previous = character
    }
    return output
}

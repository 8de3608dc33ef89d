/// Claims what the capture of a page glued to a text: the text once more with the name of its anchor, or what the page says of a link.
enum GluedTextReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard !edit.open.isEmpty else { return [] }
        if isRepeated(edit.old, in: edit.new) || isRepeated(edit.new, in: edit.old) {
            let hunks = edit.open
            edit.open = []
            return [
                Telling(
                    kind: .pageFurnitureChanged, direction: .neutral,
                    reason: "the same text was captured twice, with the name of its anchor", hunks: hunks)
            ]
        }
        let notes = edit.vocabulary.lexicon.details.pageNotes
        guard !notes.isEmpty else { return [] }
        let current = edit
        let hunks = edit.claim { hunk in
            let old = Spelling.squeezed(current.oldText(hunk))
            let new = Spelling.squeezed(current.newText(hunk))
            let (short, long) = old.utf8.count < new.utf8.count ? (old, new) : (new, old)
            return notes.contains { long == short + $0 || long == $0 + short }
        }
        guard let first = hunks.first else { return [] }
        var telling = Telling(
            kind: .pageFurnitureChanged, direction: .neutral, reason: "the page says how a link opens", hunks: hunks)
        (telling.oldWords, telling.newWords) = (current.oldWords(first), current.newWords(first))
        return [telling]
    }

    /// How many letters a text has at least for its repetition to be no chance.
    private static let leastLetters = 8

    /// Whether a text is another one twice without a space between, and behind it nothing but one more word: "CookiesCookiescookies".
    private static func isRepeated(_ text: Passage, in other: Passage) -> Bool {
        guard text.bytes.count >= leastLetters, other.bytes.count >= text.bytes.count * 2,
            other.bytes.count <= text.bytes.count * 4 + 40
        else { return false }
        let count = text.bytes.count
        return other.bytes.prefix(count).elementsEqual(text.bytes)
            && other.bytes.dropFirst(count).prefix(count).elementsEqual(text.bytes)
            && !other.bytes.dropFirst(count * 2).contains(UInt8(ascii: " "))
    }
}

/// Quotes both sides of a change so that a reader sees what differs, however long the texts are.
enum Quotation {
    /// How many bytes of what stands in front of the first difference are shown with it.
    private static let context = 40

    /// Returns both texts in one line each; of longer ones a part that begins shortly before the first word that differs.
    ///
    /// What is returned differs wherever the texts differ in more than white space.
    static func pair(_ old: String, _ new: String, limit: Int = 160) -> (old: String, new: String) {
        if old.utf8.count <= limit, new.utf8.count <= limit {
            return (Excerpt.short(old, limit: limit), Excerpt.short(new, limit: limit))
        }
        let before = words(old)
        let after = words(new)
        var shared = 0
        while shared < before.count, shared < after.count, before[shared] == after[shared] { shared += 1 }
        if shared == before.count, shared == after.count {
            let text = Excerpt.short(old, limit: limit)
            return (text, text)
        }
        var start = shared
        var bytes = 0
        while start > 0, bytes + before[start - 1].count < context {
            bytes += before[start - 1].count + 1
            start -= 1
        }
        // Of two words that are long themselves only their ends may differ, as of two addresses or in a script without spaces.
        let skipped =
            shared < before.count && shared < after.count ? sharedStart(before[shared], after[shared], limit) : 0
        return (
            quoted(before, from: start, differs: shared, skipped, limit),
            quoted(after, from: start, differs: shared, skipped, limit)
        )
    }

    private static func words(_ text: String) -> [ArraySlice<UInt8>] {
        Array(text.utf8).split { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
    }

    /// How many bytes two long words share at their starts, less what is shown of them; 0 for words that are not long.
    private static func sharedStart(_ old: ArraySlice<UInt8>, _ new: ArraySlice<UInt8>, _ limit: Int) -> Int {
        var count = zip(old, new).prefix { $0 == $1 }.count
        guard count > limit / 2 else { return 0 }
        count -= context / 2
        while count > 0, old[old.startIndex + count] & 0xC0 == 0x80 { count -= 1 }
        return count
    }

    private static func quoted(
        _ words: [ArraySlice<UInt8>], from start: Int, differs: Int, _ skipped: Int, _ limit: Int
    ) -> String {
        var line: [UInt8] = []
        var isCut = start > 0
        var index = start
        if skipped > 0 {
            // The start of the long word stands for all that precedes it.
            line += words[differs].dropFirst(skipped).prefix(limit)
            isCut = true
            index = differs + 1
            while let last = line.last, last & 0xC0 == 0x80, words[differs].count > skipped + limit {
                line.removeLast()
            }
            if words[differs].count > skipped + limit { index = words.count }
        }
        while index < words.count, line.count + words[index].count < limit || index <= differs {
            if !line.isEmpty { line.append(UInt8(ascii: " ")) }
            line += words[index].prefix(limit * 2)
            index += 1
        }
        let isOpen = index < words.count || (skipped > 0 && words[differs].count > skipped + limit)
        return (isCut ? "… " : "") + String(decoding: line, as: UTF8.self) + (isOpen ? " …" : "")
    }
}

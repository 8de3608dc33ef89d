internal import PolicyDiff

/// Words of a policy as a sentence shows them: on one line, no longer than one takes in, without what steers a screen.
enum Quotation {
    /// How many words of one side are shown, and how many of each where two stand beside one another.
    static let longest = 24
    static let longestOfTwo = 14
    static let longestInHeadline = 9

    /// Returns the text on one line without its final stop, cut behind `limit` words where it is longer.
    static func words(of text: String, limit: Int = longest) -> String {
        let words = flat(text).split(separator: " ")
        if words.count <= limit + 3 { return withoutStop(words.joined(separator: " ")) }
        return words.prefix(limit).joined(separator: " ") + " …"
    }

    /// Returns the part of a text around words that it contains; its beginning where it does not contain them.
    static func words(of text: String, around focus: String, limit: Int = longest) -> String {
        let words = flat(text).split(separator: " ").map(String.init)
        if words.count <= limit + 3 { return withoutStop(words.joined(separator: " ")) }
        let sought = flat(focus).split(separator: " ").map(String.init)
        guard let start = place(of: sought, in: words) else { return Self.words(of: text, limit: limit) }
        let spare = max(0, limit - sought.count)
        let first = max(0, min(start - spare * 2 / 3, words.count - limit))
        let last = min(words.count, first + limit)
        let shown = words[first..<last].joined(separator: " ")
        return (first > 0 ? "… " : "") + (last < words.count ? shown + " …" : withoutStop(shown))
    }

    /// Returns two texts without what they have in common in front, as far as that is needed to show where they differ.
    static func pair(_ old: String, _ new: String, limit: Int = longestOfTwo) -> (old: String, new: String) {
        let (before, after) = (flat(old).split(separator: " "), flat(new).split(separator: " "))
        if before.count <= limit + 3, after.count <= limit + 3 {
            return (withoutStop(before.joined(separator: " ")), withoutStop(after.joined(separator: " ")))
        }
        let common = zip(before, after).prefix { $0 == $1 }.count
        // A few words in front tell where one is; and where only the end of one differs, enough of both has to be in view.
        let skipped = common > 5 ? common - 3 : 0
        func shown(_ words: [Substring]) -> String {
            let rest = words.dropFirst(skipped)
            let text = rest.prefix(limit).joined(separator: " ")
            return (skipped > 0 ? "… " : "")
                + (rest.count > limit + 2 ? text + " …" : withoutStop(rest.joined(separator: " ")))
        }
        return (shown(before), shown(after))
    }

    /// Returns the part of a new text around its first edit; nil where no edit is known.
    static func words(of text: String, aroundEditIn edits: [WordEdit], limit: Int) -> String? {
        guard let place = edits.firstIndex(where: { $0.operation != .equal }) else { return nil }
        let kept = edits[..<place].reduce(0) { $0 + count($1.text) }
        let words = flat(text).split(separator: " ")
        guard words.count > limit else { return withoutStop(words.joined(separator: " ")) }
        let first = max(0, min(kept - limit / 2, words.count - limit))
        let last = min(words.count, first + limit)
        let shown = words[first..<last].joined(separator: " ")
        return (first > 0 ? "… " : "") + (last < words.count ? shown + " …" : withoutStop(shown))
    }

    /// Returns the beginning of a text up to words that it contains, or what follows them where it begins with them; nil where nothing
    /// is left to show.
    static func rest(of text: String, without words: String, limit: Int) -> String? {
        let all = flat(text).split(separator: " ").map(String.init)
        let sought = flat(words).split(separator: " ").map(String.init)
        guard let start = place(of: sought, in: all) else {
            return sought.isEmpty ? Self.words(of: text, limit: limit) : nil
        }
        if start > 1 { return all[..<min(start, limit)].joined(separator: " ") + " …" }
        let rest = all[(start + sought.count)...].prefix(limit)
        return rest.count > 1 ? "… " + withoutStop(rest.joined(separator: " ")) : nil
    }

    /// The number of words of a text.
    static func count(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }

    /// The text on one line: lines of their own, such as the items of a list, are parted by semicolons, and characters that
    /// steer a terminal or the direction of writing become U+FFFD.
    static func flat(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x0D, 0x2028, 0x2029:
                if last.properties.isAlphabetic || last.properties.numericType != nil
                    || ")”\"’".unicodeScalars.contains(last)
                {
                    output.append(";")
                }
                if last != " " { output.append(" ") }
                last = " "
            case 0x09, 0x20, 0xA0:
                if last != " " { output.append(" ") }
                last = " "
            case 0x00...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069:
                output.append("\u{FFFD}")
                last = "\u{FFFD}"
            default:
                output.append(scalar)
                last = scalar
            }
        }
        while output.last == " " { output.removeLast() }
        return String(output)
    }

    private static func withoutStop(_ text: String) -> String {
        guard let last = text.last, ".;,:".contains(last), !text.hasSuffix("..") else { return text }
        return String(text.dropLast())
    }

    private static func place(of sought: [String], in words: [String]) -> Int? {
        guard !sought.isEmpty, sought.count <= words.count else { return nil }
        func bare(_ word: String) -> String { word.filter { $0.isLetter || $0.isNumber } }
        let wanted = sought.map(bare)
        let all = words.map(bare)
        return (0...(all.count - wanted.count)).first { all[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }
}

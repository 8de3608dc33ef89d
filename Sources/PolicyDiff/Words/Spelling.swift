/// How alike two written words are.
enum Spelling {
    /// Whether the letters and digits of two texts are equal: what is left when case, spaces, hyphens and marks are taken out.
    static func haveEqualLetters(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        var (leftPlace, rightPlace) = (left.startIndex, right.startIndex)
        while true {
            let leftLetter = nextLetter(left, &leftPlace)
            let rightLetter = nextLetter(right, &rightPlace)
            // What is not ASCII needs the tables of Unicode.
            if leftLetter == 0xFF || rightLetter == 0xFF { break }
            if leftLetter != rightLetter { return false }
            if leftLetter == 0 { return true }
        }
        return areEqualSqueezed(left, right)
    }

    private static func areEqualSqueezed(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
        squeezed(String(decoding: left, as: UTF8.self)) == squeezed(String(decoding: right, as: UTF8.self))
    }

    /// The next letter or digit in lower case; 0 where there is none, 0xFF where something stands that is not ASCII.
    private static func nextLetter(_ text: ArraySlice<UInt8>, _ place: inout Int) -> UInt8 {
        while place < text.endIndex {
            let byte = text[place]
            place += 1
            if byte >= 0x80 { return 0xFF }
            let lowered = byte | 0x20
            if lowered &- 0x61 < 26 { return lowered }
            if byte &- 0x30 < 10 { return byte }
        }
        return 0
    }

    /// The letters and digits of a text in lower case.
    static func squeezed(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                Vocabulary.plain(text).unicodeScalars.filter {
                    $0.properties.isAlphabetic || $0.properties.numericType != nil
                }))
    }

    /// Whether one word is a misspelling of the other: a letter or two differ, and neither is a word that decides anything.
    static func isTypo(_ old: Token, _ oldText: String, _ new: Token, _ newText: String) -> Bool {
        guard old.kind == .word, new.kind == .word else { return false }
        let left = Array(Vocabulary.plain(oldText).unicodeScalars)
        let right = Array(Vocabulary.plain(newText).unicodeScalars)
        if unaccented(left) == unaccented(right) { return true }
        // Another figure in a name is another name.
        if left.filter(isDigit) != right.filter(isDigit) { return false }
        // Capitals in the middle of a word (`sNOT`) are a slip, whatever the word.
        if hasStrayCapital(oldText) != hasStrayCapital(newText), distance(left, right, atMost: 1) != nil { return true }
        let decisive = Traits.decisive
        guard old.traits.isDisjoint(with: decisive) || new.traits.isDisjoint(with: decisive) else { return false }
        guard old.traits.isDisjoint(with: [.negation, .may, .must, .will, .number]),
            new.traits.isDisjoint(with: [.negation, .may, .must, .will, .number])
        else { return false }
        guard min(left.count, right.count) >= 4, !old.isName || !new.isName || max(left.count, right.count) >= 8 else {
            return false
        }
        guard !negates(left, right), let edits = distance(left, right, atMost: 2) else { return false }
        if left.first != right.first, edits > 1 || min(left.count, right.count) < 6 { return false }
        return edits == 1 || max(left.count, right.count) >= 8
    }

    /// Whether two texts differ in nothing but an apostrophe between letters, in whose place a letter with an accent or a question
    /// mark was put (`déun` for `d'un`): what a page in the wrong encoding makes of it.
    static func hasLetterForApostrophe(_ old: String, _ new: String) -> Bool {
        let left = Array(Vocabulary.plain(old).unicodeScalars)
        let right = Array(Vocabulary.plain(new).unicodeScalars)
        guard left.count == right.count, left.count >= 4 else { return false }
        let places = left.indices.filter { left[$0] != right[$0] }
        guard places.count == 1, let place = places.first, place > 0, place < left.count - 1 else { return false }
        let (sign, letter) = left[place] == "'" ? (left[place], right[place]) : (right[place], left[place])
        return sign == "'" && (letter == "?" || ("\u{e0}"..."\u{ff}").contains(letter))
    }

    /// Whether two words share their stem and differ in endings of the language, or in one letter inside a long stem.
    static func isInflection(_ old: String, _ new: String, _ lexicon: Lexicon) -> Bool {
        let left = Array(Vocabulary.plain(old).utf8)
        let right = Array(Vocabulary.plain(new).utf8)
        if shareStem(left[...], right[...], lexicon) { return true }
        return lexicon.participlePrefixes.contains { prefix in
            switch (left.starts(with: prefix), right.starts(with: prefix)) {
            case (true, false): shareStem(left.dropFirst(prefix.count), right[...], lexicon)
            case (false, true): shareStem(left[...], right.dropFirst(prefix.count), lexicon)
            default: false
            }
        }
    }

    private static func shareStem(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>, _ lexicon: Lexicon) -> Bool {
        let left = Array(left)
        let right = Array(right)
        var shared = 0
        while shared < left.count, shared < right.count, left[shared] == right[shared] { shared += 1 }
        guard shared >= 3, shared * 2 >= min(left.count, right.count) else { return false }
        func isEnding(_ rest: ArraySlice<UInt8>) -> Bool {
            rest.isEmpty || lexicon.endings.contains { rest.elementsEqual($0) }
        }
        // The stem may take a letter of the ending with it, as in suppli-ed and suppli-es.
        for back in 0...2 where shared - back >= 3 {
            if isEnding(left[(shared - back)...]), isEnding(right[(shared - back)...]) { return true }
        }
        return changesStem(left, right, shared, lexicon)
    }

    /// Whether two words are forms of one whose stem changes: `apply` and `applied`, `stop` and `stopped`, `delete` and `deletion`.
    private static func changesStem(_ left: [UInt8], _ right: [UInt8], _ shared: Int, _ lexicon: Lexicon) -> Bool {
        for back in 0...2 where shared - back >= 3 {
            let (before, after) = (left[(shared - back)...], right[(shared - back)...])
            let isChanged = lexicon.stemChanges.contains { change in
                shared - back >= change.shortest
                    && ((before.elementsEqual(change.first) && after.elementsEqual(change.second))
                        || (before.elementsEqual(change.second) && after.elementsEqual(change.first)))
            }
            if isChanged { return true }
        }
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        guard short.count == shared, long.count > shared, long[shared] == short[shared - 1] else { return false }
        return lexicon.doublingEndings.contains { long[(shared + 1)...].elementsEqual($0) }
    }

    /// Whether one word is the other with a prefix that turns its meaning (`precise`, `imprecise`).
    private static func negates(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
        prefix(left, right).map { denying.contains($0) || ["re", "de", "a", "ab"].contains($0) } ?? false
    }

    /// Whether one word is the other with a prefix that denies it (`lawfully`, `unlawfully`), in either order.
    static func isDenied(_ word: String, _ other: String) -> Bool {
        prefix(Array(word.unicodeScalars), Array(other.unicodeScalars)).map(denying.contains) ?? false
    }

    /// Prefixes that deny, in the languages with data.
    private static let denying: Set<String> = ["un", "in", "im", "ir", "il", "non", "non-", "dis", "mis", "des", "dés"]

    /// What stands in front of the shorter word in the longer one; nil where the longer one does not end in it.
    private static func prefix(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> String? {
        let (short, long) = left.count < right.count ? (left, right) : (right, left)
        let added = long.count - short.count
        guard added >= 1, added <= 4, short.count >= 4, long.suffix(short.count).elementsEqual(short) else {
            return nil
        }
        return String(String.UnicodeScalarView(long.prefix(added)))
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    private static func hasStrayCapital(_ text: String) -> Bool {
        var before: Unicode.Scalar?
        var after = 0
        for scalar in text.unicodeScalars {
            if let before, before.properties.isLowercase, scalar.properties.isUppercase { after += 1 }
            before = scalar
        }
        return after > 0
    }

    private static func unaccented(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
        letters.compactMap { scalar in
            switch scalar.value {
            case 0xE0...0xE5: "a"
            case 0xE7: "c"
            case 0xE8...0xEB: "e"
            case 0xEC...0xEF: "i"
            case 0xF1: "n"
            case 0xF2...0xF6: "o"
            case 0xF9...0xFC: "u"
            case 0x300...0x36F: nil
            default: scalar
            }
        }
    }

    /// The least number of letters to put in, take out, replace or swap with a neighbour; nil where it is more than `limit`.
    static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int) -> Int? {
        guard abs(left.count - right.count) <= limit, max(left.count, right.count) <= 64 else { return nil }
        var earlier: [Int] = []
        var previous = Array(0...right.count)
        for row in 1...max(left.count, 1) where row <= left.count {
            var current = [row]
            for column in 1...max(right.count, 1) where column <= right.count {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                var best = min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    best = min(best, earlier[column - 2] + 1)
                }
                current.append(best)
            }
            earlier = previous
            previous = current
        }
        let result = previous.last ?? 0
        return result <= limit ? result : nil
    }
}

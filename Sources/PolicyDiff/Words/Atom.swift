/// A run of bytes of one sort: what the scanner sees before words are put together to quantities, dates and references.
struct Atom {
    enum Sort {
        case word, number, email, url, hiddenEmail, mark
    }

    let sort: Sort
    let start: Int
    let end: Int

    /// Scans a text into atoms, byte by byte, in linear time.
    ///
    /// White space of any kind parts atoms and is dropped.
    static func scan(_ text: borrowing [UInt8]) -> [Atom] {
        var atoms: [Atom] = []
        atoms.reserveCapacity(text.count / 5 + 4)
        var place = 0
        // No address begins before this place: each holds a dot in front of a letter.
        var plainUntil = innerDot(text, 0) == text.count ? text.count : 0
        while place < text.count {
            let byte = text[place]
            if byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) {
                place += 1
            } else if let end = hiddenEmail(text, place) {
                atoms.append(Atom(sort: .hiddenEmail, start: place, end: end))
                place = end
            } else if place >= plainUntil, let (sort, end) = address(text, place, &plainUntil) {
                atoms.append(Atom(sort: sort, start: place, end: end))
                place = end
            } else if isDigit(byte) {
                let end = number(text, place)
                atoms.append(Atom(sort: .number, start: place, end: end))
                place = end
            } else if isLetter(byte) {
                let end = word(text, place)
                atoms.append(Atom(sort: .word, start: place, end: end))
                place = end
            } else if byte >= 0x80 {
                let (scalar, length) = decode(text, place)
                if isSpace(scalar) {
                    place += length
                } else if isIdeograph(scalar) {
                    atoms.append(Atom(sort: .word, start: place, end: place + length))
                    place += length
                } else if isLetter(scalar) {
                    let end = word(text, place)
                    atoms.append(Atom(sort: .word, start: place, end: end))
                    place = end
                } else {
                    atoms.append(Atom(sort: .mark, start: place, end: place + length))
                    place += length
                }
            } else {
                atoms.append(Atom(sort: .mark, start: place, end: place + 1))
                place += 1
            }
        }
        return atoms
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    static func isLetter(_ byte: UInt8) -> Bool {
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
    }

    /// Spaces beyond ASCII, and characters that show nothing.
    private static func isSpace(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x85, 0xA0, 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF, 0xAD: true
        default: false
        }
    }

    /// Scripts that write without spaces: every character is a word of its own.
    private static func isIdeograph(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0E00...0x0EFF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    private static func isLetter(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x80...0xBF: scalar == 0xAA || scalar == 0xB5 || scalar == 0xBA
        case 0xC0...0x24F: scalar != 0xD7 && scalar != 0xF7
        case 0x2000...0x2BFF, 0x3000...0x303F, 0xFE30...0xFE4F, 0xFF00...0xFF0F, 0x1F000...0x1FAFF: false
        default:
            Unicode.Scalar(scalar).map {
                $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark
            } ?? false
        }
    }

    /// The scalar at a place of valid UTF-8 and the bytes it takes; a broken sequence counts as one byte.
    private static func decode(_ text: borrowing [UInt8], _ place: Int) -> (UInt32, Int) {
        let lead = text[place]
        let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard length > 1, place + length <= text.count else { return (0xFFFD, 1) }
        var scalar = UInt32(lead) & (0x7F >> UInt32(length))
        for next in 1..<length { scalar = scalar << 6 | UInt32(text[place + next] & 0x3F) }
        return (scalar, length)
    }

    /// The end of the word that begins here: letters and digits, with apostrophes, hyphens and abbreviating dots inside.
    private static func word(_ text: borrowing [UInt8], _ start: Int) -> Int {
        var place = start
        while place < text.count {
            let byte = text[place]
            if isLetter(byte) || isDigit(byte) {
                place += 1
            } else if byte >= 0x80 {
                let (scalar, length) = decode(text, place)
                let joins =
                    scalar == 0x2019 || scalar == 0x02BC || scalar == 0x2018 || scalar == 0xB4 || scalar == 0x2010
                    || scalar == 0x2011
                if scalar == 0xAD || (isLetter(scalar) && !isIdeograph(scalar))
                    || (joins && startsLetter(text, place + length))
                {
                    place += length
                } else {
                    break
                }
            } else if byte == 0x27 || byte == 0x2D || byte == 0x26, startsLetter(text, place + 1) {
                place += 1
            } else if byte == 0x2E, place == start + 1 || (place >= 2 && text[place - 2] == 0x2E),
                startsLetter(text, place + 1)
            {
                place += 1  // e.g. and U.S.A.: a dot after a single letter
            } else {
                break
            }
        }
        return place
    }

    private static func startsLetter(_ text: borrowing [UInt8], _ place: Int) -> Bool {
        guard place < text.count else { return false }
        if text[place] < 0x80 { return isLetter(text[place]) || isDigit(text[place]) }
        return isLetter(decode(text, place).0)
    }

    /// The end of the number that begins here: digits in groups parted by dots, commas or apostrophes.
    private static func number(_ text: borrowing [UInt8], _ start: Int) -> Int {
        var place = start
        while place < text.count {
            let byte = text[place]
            if isDigit(byte) {
                place += 1
            } else if byte == 0x2E || byte == 0x2C || byte == 0x27, place + 1 < text.count, isDigit(text[place + 1]) {
                place += 1
            } else {
                break
            }
        }
        return place
    }

    /// The end of `[email protected]`, which a capture leaves where an address was hidden.
    private static func hiddenEmail(_ text: borrowing [UInt8], _ start: Int) -> Int? {
        guard text[start] == UInt8(ascii: "[") else { return nil }
        let mark = Array("[email".utf8)
        guard start + mark.count < text.count, text[start..<(start + mark.count)].elementsEqual(mark) else {
            return nil
        }
        guard let end = text[start..<min(start + 24, text.count)].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        let inside = String(decoding: text[(start + mark.count)..<end], as: UTF8.self)
        return inside.hasSuffix("protected") ? end + 1 : nil
    }

    /// Where a dot next stands that another letter follows; the end of the text where none does.
    private static func innerDot(_ text: borrowing [UInt8], _ start: Int) -> Int {
        var place = start
        while place + 1 < text.count {
            if text[place] == 0x2E, startsLetter(text, place + 1) { return place }
            place += 1
        }
        return text.count
    }

    /// The most bytes that an address has.
    private static let addressLimit = 2_048

    /// White space, brackets, quotes and whatever is not ASCII.
    private static func endsAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x80...0xFF, 0x28, 0x29, 0x3C, 0x3E, 0x22, 0x5B, 0x5D: true
        default: false
        }
    }

    /// Marks that stand behind an address rather than in it.
    private static func endsSentence(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x27, 0x2A, 0x5F: true
        default: false
        }
    }

    /// The e-mail address or URL that begins here, without the punctuation that ends a sentence.
    ///
    /// - Parameter plainUntil: is set to a place before which none begins, where none begins at `start`.
    private static func address(_ text: borrowing [UInt8], _ start: Int, _ plainUntil: inout Int) -> (Sort, Int)? {
        guard isLetter(text[start]) || isDigit(text[start]) else { return nil }
        // Every address holds a dot. One beyond all measure is none: else a text without spaces would cost its square.
        var stop = start
        var hasDot = false
        while stop < text.count, !endsAddress(text[stop]), stop - start <= addressLimit {
            hasDot = hasDot || text[stop] == 0x2E
            stop += 1
        }
        if !hasDot || stop - start > addressLimit {
            plainUntil = stop
            return nil
        }
        var end = start
        var at: Int?
        var dotAfterAt = false
        var colon: Int?
        var slash = false
        var dot = false
        while end < text.count {
            let byte = text[end]
            if endsAddress(byte) { break }
            if byte == 0x40 { at = at ?? end }
            if byte == 0x2E, end + 1 < text.count, startsLetter(text, end + 1) {
                dot = true
                if at != nil { dotAfterAt = true }
            }
            if byte == 0x3A, colon == nil { colon = end }
            if byte == 0x2F { slash = true }
            end += 1
        }
        while end > start, endsSentence(text[end - 1]) { end -= 1 }
        if let at, dotAfterAt, at > start, at < end { return (.email, end) }
        guard dot, end > start + 3 else { return nil }
        let head = String(decoding: text[start..<min(start + 8, end)], as: UTF8.self).lowercased()
        if isFileName(text[start..<end]) { return (.url, end) }
        if head.hasPrefix("http://") || head.hasPrefix("https://") || head.hasPrefix("www.") { return (.url, end) }
        // A bare domain with a path, such as example.org/report.
        if slash, colon == nil, at == nil, isLetter(text[start]) {
            let host = text[start..<end].prefix { $0 != 0x2F }
            if let last = host.lastIndex(of: 0x2E), host.endIndex - last >= 3, host.endIndex - last <= 7,
                host[(last + 1)...].allSatisfy({ isLetter($0) })
            {
                return (.url, end)
            }
        }
        return nil
    }

    /// Whether a run of bytes ends as the name of a document's file: `terms-2025.pdf`.
    private static func isFileName(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let dot = bytes.lastIndex(of: 0x2E), bytes.endIndex - dot >= 4, bytes.endIndex - dot <= 5 else {
            return false
        }
        let ending = bytes[(dot + 1)...].map { $0 | 0x20 }
        return fileEndings.contains { $0.elementsEqual(ending) }
    }

    private static let fileEndings = ["pdf", "doc", "docx", "htm", "html", "xlsx", "txt"].map { Array($0.utf8) }
}

/// Tells postal addresses and telephone numbers that were replaced: their numbers count nothing, their names are no parties.
enum AddressReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        let old = places(in: edit.old)
        let new = places(in: edit.new)
        let current = edit
        func isHouse(_ hunk: Hunk) -> Bool {
            hunk.isReplacement && Self.isHouse(current.old, hunk.old) && Self.isHouse(current.new, hunk.new)
        }
        guard !old.isEmpty || !new.isEmpty || edit.open.contains(where: isHouse) else { return [] }
        let hunks = edit.claim { hunk in
            isHouse(hunk)
                || hunk.old.allSatisfy(old.contains) && hunk.new.allSatisfy(new.contains)
                    && (!hunk.old.isEmpty || beside(hunk.old.lowerBound, old))
                    && (!hunk.new.isEmpty || beside(hunk.new.lowerBound, new))
        }
        guard let first = hunks.first, let last = hunks.last else { return [] }
        let before = first.old.lowerBound..<max(last.old.upperBound, first.old.lowerBound)
        let after = first.new.lowerBound..<max(last.new.upperBound, first.new.lowerBound)
        return [
            Telling(
                kind: .contactChanged, direction: .neutral,
                reason: "the words are a postal address or a telephone number",
                hunks: hunks,
                oldWords: before.isEmpty ? nil : edit.old.written(before),
                newWords: after.isEmpty ? nil : edit.new.written(after))
        ]
    }

    /// Whether a name with a number gave way to another in front of a postcode: "Mühlweg 9, 20459 Hamburg".
    private static func isHouse(_ passage: Passage, _ range: Range<Int>) -> Bool {
        guard range.count >= 2, range.count <= 4, isBareNumber(passage, range.upperBound - 1),
            range.dropLast().allSatisfy({ passage.word($0).traits.isEmpty && isCapital(passage, $0) })
        else { return false }
        return (range.upperBound..<min(range.upperBound + 4, passage.words.count)).contains { place in
            isBareNumber(passage, place) && passage.written(place..<(place + 1)).utf8.count == 5
        }
    }

    private static func beside(_ place: Int, _ places: Set<Int>) -> Bool {
        places.contains(place) || places.contains(place - 1)
    }

    /// The words of a passage that belong to addresses and telephone numbers.
    static func places(in passage: Passage) -> Set<Int> {
        var places: Set<Int> = []
        for index in passage.words.indices {
            if isStreet(passage, index), !places.contains(index) {
                let range = address(passage, around: index)
                if range.count >= 3, range.contains(where: { isBareNumber(passage, $0) }) { places.formUnion(range) }
            } else if isPostcode(passage, index) {
                places.formUnion(passage.words.indices)
            } else if isBareNumber(passage, index), !places.contains(index) {
                let digits = groups(passage, from: index)
                if isTelephone(passage, index) || isLong(passage, digits) { places.formUnion(digits) }
            }
        }
        return places
    }

    /// Numbers that stand one behind the other with nothing but a space, a hyphen or a dot between them.
    private static func groups(_ passage: Passage, from place: Int) -> Range<Int> {
        var end = place + 1
        while end < passage.words.count, isBareNumber(passage, end) {
            let gap = passage.bytes[passage.word(end - 1).end..<passage.word(end).start]
            guard gap.count <= 2, gap.allSatisfy({ Set(" -.()/".utf8).contains($0) }) else { break }
            end += 1
        }
        return place..<end
    }

    /// Whether groups of digits are too many for an amount and not parted as thousands are: a telephone number without a word for it.
    private static func isLong(_ passage: Passage, _ groups: Range<Int>) -> Bool {
        let sizes = groups.map { place in passage.bytes(place..<(place + 1)).count { (0x30...0x39).contains($0) } }
        return sizes.count >= 2 && sizes.reduce(0, +) >= 8 && sizes.dropFirst().contains { $0 != 3 }
    }

    /// A number that counts nothing: no unit, no currency.
    private static func isBareNumber(_ passage: Passage, _ place: Int) -> Bool {
        let token = passage.word(place)
        return token.kind == .quantity && token.traits.isDisjoint(with: [.unit, .currency, .duration])
            && !passage.written(place..<(place + 1)).contains { "%€$£¥₹".contains($0) }
    }

    private static func isCapital(_ passage: Passage, _ place: Int) -> Bool {
        passage.written(place..<(place + 1)).unicodeScalars.first?.properties.isUppercase == true
    }

    /// Whether a clause is the line of an address that ends in a postcode, and nothing else: "New York, New York 10011".
    private static func isPostcode(_ passage: Passage, _ place: Int) -> Bool {
        guard passage.words.count <= 8, passage.words.count >= 2, place == passage.words.count - 1,
            isBareNumber(passage, place), [4, 5].contains(passage.bytes(place..<(place + 1)).count)
        else { return false }
        return (0..<place).allSatisfy { isCapital(passage, $0) && passage.word($0).traits.isDisjoint(with: .decisive) }
            && passage.tokens.contains { $0.kind == .punctuation && passage.bytes[$0.start] == UInt8(ascii: ",") }
    }

    /// Whether a word names a street, a floor or a box: with a capital, or with a number beside it.
    private static func isStreet(_ passage: Passage, _ place: Int) -> Bool {
        guard passage.word(place).traits.contains(.postal) else { return false }
        let around = max(0, place - 2)..<min(passage.words.count, place + 4)
        return around.contains { isBareNumber(passage, $0) }
            || (isCapital(passage, place) && around.contains { $0 != place && isCapital(passage, $0) })
    }

    /// Grows from a street to both sides as long as names, numbers and short words of an address stand there.
    private static func address(_ passage: Passage, around place: Int) -> Range<Int> {
        func belongs(_ index: Int) -> Bool {
            let token = passage.word(index)
            if token.kind != .word { return isBareNumber(passage, index) }
            if !token.traits.isDisjoint(with: [.postal, .place]) || token.isName { return true }
            return isCapital(passage, index)
                && token.traits.isDisjoint(with: [.must, .mustNot, .may, .will, .negation, .reader, .publisher])
        }
        func isSmall(_ index: Int) -> Bool {
            let token = passage.word(index)
            return token.kind == .word && (token.traits.contains(.filler) || token.end - token.start <= 3)
                && token.traits.isDisjoint(with: [.must, .mustNot, .may, .will, .negation, .condition])
        }
        var start = place
        while start > 0, place - start < 24 {
            if belongs(start - 1) {
                start -= 1
            } else if start > 1, isSmall(start - 1), belongs(start - 2) {
                start -= 2
            } else {
                break
            }
        }
        var end = place + 1
        while end < passage.words.count, end - place < 24 {
            if belongs(end) {
                end += 1
            } else if end + 1 < passage.words.count, isSmall(end), belongs(end + 1) {
                end += 2
            } else {
                break
            }
        }
        return start..<end
    }

    /// Whether a bare number is part of a telephone number: a word such as "telephone" shortly before it, or a `+` in front.
    private static func isTelephone(_ passage: Passage, _ place: Int) -> Bool {
        var index = place
        var steps = 0
        while index > 0, steps < 6 {
            let mark = passage.words[index] - 1
            if mark >= 0, passage.mark(mark) == UInt8(ascii: "+") { return true }
            index -= 1
            steps += 1
            let token = passage.word(index)
            if token.traits.contains(.contact), token.kind == .word { return true }
            if token.sentence != passage.word(place).sentence { return false }
        }
        return false
    }
}

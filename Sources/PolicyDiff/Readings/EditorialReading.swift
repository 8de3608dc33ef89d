/// Claims the hunks that provably change no meaning.
enum EditorialReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        var tellings: [Telling] = []
        let current = edit
        func words(_ hunk: Hunk) -> Change.Focus {
            Change.Focus(
                before: current.oldWords(hunk),
                after: current.newWords(hunk))
        }
        func tell(_ kind: ChangeKind, _ hunks: [Hunk], _ reason: String) {
            guard let first = hunks.first else { return }
            var telling = Telling(kind: kind, direction: .neutral, reason: reason, hunks: hunks)
            let focus = words(first)
            (telling.oldWords, telling.newWords) = (focus.before, focus.after)
            telling.also = hunks.dropFirst().map(words)
            tellings.append(telling)
        }
        // Asked last: few hunks come so far, and words are held against each other for it.
        func isWording(_ hunk: Hunk) -> Bool { !Opposition.stands(in: hunk, of: current) }
        tell(
            .renumbered, edit.claim { Self.isReferenceOnly(current, $0) || Self.isSectionNumber(current, $0) },
            "only references to numbered parts of the text differ")
        tell(
            .renumbered, edit.claim { Self.isListNumber(current, $0) }, "only the number of an item of a list differs")
        tell(
            .pageFurnitureChanged, edit.claim { Self.isRelativeDate(current, $0) },
            "the date is told from the day of reading")
        tell(
            .pageFurnitureChanged, edit.claim { Self.isGlued(current, $0) },
            "the words are a label or navigation glued to the text")
        tell(
            .linkTargetChanged, edit.claim { Self.isSameSite(current, $0) },
            "the address leads to another page of the same site, or to another file")
        tell(.typoFixed, edit.claim { Self.isTypo(current, $0) && isWording($0) }, "the words differ by spelling only")
        tell(
            .reworded, edit.claim { Self.carriesNothing(current, $0) && isWording($0) },
            "the words that differ carry no meaning by themselves")
        tell(
            .reworded, edit.claim { Self.isInflection(current, $0) && isWording($0) },
            "the words are forms of the same words")
        return tellings
    }

    private static func isReferenceOnly(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        hunk.isReplacement && hunk.old.count == hunk.new.count
            && hunk.old.allSatisfy { edit.old.word($0).kind == .reference }
            && hunk.new.allSatisfy { edit.new.word($0).kind == .reference }
    }

    private static func isSectionNumber(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        hunk.old.count == 1 && hunk.new.count == 1 && edit.old.isSectionNumber(hunk.old.lowerBound)
            && edit.new.isSectionNumber(hunk.new.lowerBound)
    }

    /// The number of an item of a list that was glued to the one before, or split from it (`… at once; 3. We will …`).
    private static func isListNumber(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        guard range.count == 1 else { return false }
        let place = passage.words[range.lowerBound]
        let token = passage.tokens[place]
        let isNumber = token.kind == .quantity && token.traits == .number && token.end - token.start <= 3
        guard isNumber || token.end - token.start == 1, place + 1 < passage.tokens.count,
            passage.mark(place + 1) == UInt8(ascii: ".") || passage.mark(place + 1) == UInt8(ascii: ")"),
            passage.tokens[place + 1].start == token.end
        else { return false }
        let before = place > 0 ? passage.mark(place - 1) : UInt8(ascii: ".")
        return before == UInt8(ascii: ".") || before == UInt8(ascii: ";") || before == UInt8(ascii: "(")
    }

    private static func isRelativeDate(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        func isRelative(_ passage: Passage, _ range: Range<Int>) -> Bool {
            let around = max(0, range.lowerBound - 4)..<min(passage.words.count, range.upperBound + 4)
            return passage.traits(around).contains(.relativeDate)
        }
        let onlyTime =
            hunk.old.allSatisfy { edit.old.word($0).kind == .quantity || isTimeWord(edit.old.word($0)) }
            && hunk.new.allSatisfy { edit.new.word($0).kind == .quantity || isTimeWord(edit.new.word($0)) }
        return onlyTime && isRelative(edit.new, hunk.new) && isRelative(edit.old, hunk.old)
    }

    /// Navigation or a label that the capture put next to a sentence, or a hint where to click.
    private static func isGlued(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !edit.vocabulary.lexicon.isUnknown else { return false }
        let old = hunk.old.isEmpty || Furniture.isGlued(edit.old, hunk.old)
        let new = hunk.new.isEmpty || Furniture.isGlued(edit.new, hunk.new)
        if old && new { return true }
        guard !hunk.isReplacement else { return false }
        let (passage, range) = edit.side(of: hunk)
        let traits = passage.traits(range)
        if isInBrackets(passage, range) { return true }
        if passage.word(range.lowerBound).traits.contains(.navigation), range.count <= 16,
            traits.isDisjoint(with: [.must, .mustNot, .number])
        {
            return true
        }
        // A label in front of the first sentence: capitalised words, and behind them the capital that begins the sentence.
        return range.lowerBound == 0 && range.count <= 6 && range.upperBound < passage.words.count
            && !edit.vocabulary.lexicon.capitalisesNouns
            && (range.lowerBound..<(range.upperBound + 1)).allSatisfy { place in
                passage.written(place..<(place + 1)).unicodeScalars.first?.properties.isUppercase == true
            } && traits.isDisjoint(with: [.must, .mustNot, .may, .negation, .exception, .condition])
    }

    /// A switch of the page, such as `[show]`: words of the page alone, in square brackets.
    private static func isInBrackets(_ passage: Passage, _ range: Range<Int>) -> Bool {
        let before = passage.words[range.lowerBound] - 1
        let after = passage.words[range.upperBound - 1] + 1
        return range.count <= 3 && range.allSatisfy { passage.word($0).traits.contains(.furniture) }
            && before >= 0 && passage.mark(before) == UInt8(ascii: "[")
            && after < passage.tokens.count && passage.mark(after) == UInt8(ascii: "]")
    }

    private static func isTimeWord(_ token: Token) -> Bool {
        !token.traits.isDisjoint(with: [.filler, .unit, .relativeDate, .number, .duration, .furniture])
    }

    /// A doubled word, words run together or apart, or one word for another that differs by a letter.
    private static func isTypo(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        if hunk.isReplacement,
            Spelling.haveEqualLetters(edit.old.bytes(hunk.old), edit.new.bytes(hunk.new))
        {
            return true
        }
        if !hunk.isReplacement {
            let (passage, range) = edit.side(of: hunk)
            return range.allSatisfy { passage.word($0).kind == .word } && isDoubled(passage, range)
        }
        if Spelling.hasLetterForApostrophe(edit.oldText(hunk), edit.newText(hunk)) { return true }
        guard max(hunk.old.count, hunk.new.count) <= 4 else { return false }
        guard hunk.old.count == hunk.new.count else { return isSlipOfSign(edit, hunk) }
        // "de méme": a slip may part the words of a phrase.
        return zip(hunk.old, hunk.new).allSatisfy { old, new in
            edit.old.word(old).key == edit.new.word(new).key || isSlip(edit, old, new)
                || Spelling.isTypo(
                    edit.old.word(old), edit.old.written(old..<(old + 1)), edit.new.word(new),
                    edit.new.written(new..<(new + 1)))
        }
    }

    /// Words that are mistaken for each other (`out` for `our`), or one that lost its first letter and is no word by itself (`alid`).
    private static func isSlip(_ edit: ClauseEdit, _ old: Int, _ new: Int) -> Bool {
        let (before, after) = (edit.old.word(old), edit.new.word(new))
        guard before.kind == .word, after.kind == .word else { return false }
        let left = Vocabulary.plain(edit.old.written(old..<(old + 1)))
        let right = Vocabulary.plain(edit.new.written(new..<(new + 1)))
        if edit.vocabulary.lexicon.isSlip(left, right) { return true }
        let (short, long) = left.utf8.count < right.utf8.count ? (left, right) : (right, left)
        return short.utf8.count >= 4 && long.dropFirst() == short[...] && !before.isName && !after.isName
            && before.traits.union(after.traits).isDisjoint(with: .decisive)
            && edit.vocabulary.lexicon.number(of: short) == nil
    }

    /// A letter in place of the sign between two words (`léavis` for `l'avis`), in words that bind nobody.
    private static func isSlipOfSign(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        let binding: Traits = [.negation, .may, .must, .mustNot, .will, .number, .exception, .condition]
        guard edit.traits(hunk).isDisjoint(with: binding) else { return false }
        let old = Array(Spelling.squeezed(edit.oldText(hunk)).unicodeScalars)
        let new = Array(Spelling.squeezed(edit.newText(hunk)).unicodeScalars)
        return min(old.count, new.count) >= 6 && Spelling.distance(old, new, atMost: 1) != nil
    }

    /// Whether the words of a range stand once more right before or behind it.
    private static func isDoubled(_ passage: Passage, _ range: Range<Int>) -> Bool {
        guard range.count <= 8 else { return false }
        func isSame(_ start: Int) -> Bool {
            start >= 0 && start + range.count <= passage.words.count
                && range.allSatisfy { passage.word($0).key == passage.word($0 - range.lowerBound + start).key }
        }
        return isSame(range.lowerBound - range.count) || isSame(range.upperBound)
    }

    /// One web address for another of the same site, or one file name for another.
    private static func isSameSite(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard hunk.old.count == 1, hunk.new.count == 1, edit.old.word(hunk.old.lowerBound).kind == .url,
            edit.new.word(hunk.new.lowerBound).kind == .url
        else { return false }
        return WebAddress.site(edit.oldText(hunk)) == WebAddress.site(edit.newText(hunk))
    }

    private static func carriesNothing(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !edit.vocabulary.lexicon.isUnknown else { return false }
        // "A and B" is another thing than "A or B", but a conjunction alone may stand for a comma.
        let joins = (
            Set(hunk.old.filter { edit.old.word($0).traits.contains(.conjunction) }.map { edit.old.word($0).key }),
            Set(hunk.new.filter { edit.new.word($0).traits.contains(.conjunction) }.map { edit.new.word($0).key })
        )
        if !joins.0.isEmpty, !joins.1.isEmpty, joins.0 != joins.1 { return false }
        func isFiller(_ token: Token) -> Bool {
            token.kind == .word && !token.traits.isDisjoint(with: [.filler, .address, .conjunction])
                && token.traits.isDisjoint(with: Traits.decisive.subtracting(.will))
        }
        return hunk.old.allSatisfy { isFiller(edit.old.word($0)) }
            && hunk.new.allSatisfy { isFiller(edit.new.word($0)) }
    }

    /// Word for word the same but for endings and words that carry nothing.
    private static func isInflection(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !edit.vocabulary.lexicon.isUnknown, hunk.isReplacement else { return false }
        func content(_ passage: Passage, _ range: Range<Int>) -> [Int] {
            range.filter {
                passage.word($0).traits.isDisjoint(with: [.filler, .address])
                    || !passage.word($0).traits.isDisjoint(with: Traits.decisive.subtracting(.will))
            }
        }
        let old = content(edit.old, hunk.old)
        let new = content(edit.new, hunk.new)
        guard old.count == new.count, !old.isEmpty else { return old.isEmpty && new.isEmpty }
        return zip(old, new).allSatisfy { left, right in
            let before = edit.old.word(left)
            let after = edit.new.word(right)
            if before.key == after.key { return true }
            guard before.kind == .word, after.kind == .word else { return false }
            return Spelling.isInflection(
                edit.old.written(left..<(left + 1)), edit.new.written(right..<(right + 1)), edit.vocabulary.lexicon)
        }
    }
}

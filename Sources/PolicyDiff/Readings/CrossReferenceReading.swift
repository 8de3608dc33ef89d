/// Claims the hunks that only lead to another place of the text, or to the text they stand in: "(see Section 4)", the title of a
/// section in quotes, "[link]", the address of a document that is named beside it.
enum CrossReferenceReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        guard !edit.vocabulary.lexicon.isUnknown, !edit.open.isEmpty else { return [] }
        let current = edit
        return tell(
            &edit, .renumbered, "the words only lead to another place of the text",
            { isAside(current, $0) || isTitle(current, $0) || isThisPart(current, $0) })
            + tell(
                &edit, .linkTargetChanged, "the words are the label of a link, or its address",
                { isLabel(current, $0) || isAddressOfDocument(current, $0) })
    }

    private static func tell(
        _ edit: inout ClauseEdit, _ kind: ChangeKind, _ reason: String, _ condition: (Hunk) -> Bool
    ) -> [Telling] {
        let hunks = edit.claim(where: condition)
        guard let first = hunks.first else { return [] }
        var telling = Telling(kind: kind, direction: .neutral, reason: reason, hunks: hunks)
        (telling.oldWords, telling.newWords) = (edit.oldWords(first), edit.newWords(first))
        return [telling]
    }

    /// The side of a hunk that came or went; nil where words were replaced.
    private static func side(_ edit: ClauseEdit, _ hunk: Hunk) -> (Passage, Range<Int>)? {
        hunk.isReplacement ? nil : edit.side(of: hunk)
    }

    /// An aside in brackets or between commas: "(defined in Section 4)", ", in accordance with clause 11.1".
    private static func isAside(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard let (passage, range) = side(edit, hunk), range.count <= 14 else { return false }
        let isInBrackets =
            passage.mark(before: range) == UInt8(ascii: "(") && passage.mark(behind: range) == UInt8(ascii: ")")
        let isReference = range.contains { passage.word($0).kind == .reference }
        let hasMarks = passage.mark(before: range) == UInt8(ascii: ",") && passage.mark(behind: range) != nil
        guard isInBrackets || (hasMarks && isReference) else { return false }
        return range.contains { leads(passage, $0, edit.vocabulary) || passage.word($0).kind == .reference }
            && range.allSatisfy { place in
                passage.word(place).kind == .reference || leads(passage, place, edit.vocabulary)
                    || SameMeaning.isEmpty(passage.word(place))
                    || (passage.word(place).kind == .word && passage.word(place).traits.contains(.document))
            }
    }

    /// The title of a part of the text, in quotes behind a word that leads there: as described under "Your choices".
    private static func isTitle(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard hunk.isReplacement, max(hunk.old.count, hunk.new.count) <= 12 else { return false }
        func isQuoted(_ passage: Passage, _ range: Range<Int>) -> Bool {
            guard let open = passage.openingQuote(before: range) else { return false }
            let before = passage.words.prefix { $0 < open }.count
            return (max(0, before - 4)..<before).contains { leads(passage, $0, edit.vocabulary) }
        }
        return isQuoted(edit.old, hunk.old) && isQuoted(edit.new, hunk.new)
    }

    /// "This Section" for "Section 10", and the reverse.
    private static func isThisPart(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        func isPart(_ passage: Passage, _ range: Range<Int>) -> Bool {
            let words = range.filter { !SameMeaning.isEmpty(passage.word($0)) }
            guard words.count == 1, let place = words.first, place > 0, passage.word(place).kind == .word,
                passage.word(place).traits.contains(.reference)
            else { return false }
            return edit.vocabulary.lexicon.details.selfPointers.stands(
                in: passage, over: (place - 1)..<place, edit.vocabulary)
        }
        func isNumbered(_ passage: Passage, _ range: Range<Int>) -> Bool {
            let words = range.filter { !SameMeaning.isEmpty(passage.word($0)) }
            return words.count == 1 && words.allSatisfy { passage.word($0).kind == .reference }
        }
        return (isPart(edit.old, hunk.old) && isNumbered(edit.new, hunk.new))
            || (isNumbered(edit.old, hunk.old) && isPart(edit.new, hunk.new))
    }

    /// A label in square brackets that was left of a link: "[link]", "[available here]".
    private static func isLabel(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard let (passage, range) = side(edit, hunk), range.count <= 6,
            passage.mark(before: range) == UInt8(ascii: "["), passage.mark(behind: range) == UInt8(ascii: "]")
        else { return false }
        let labels = edit.vocabulary.lexicon.details.linkLabels
        return range.contains { labels.stands(in: passage, over: $0..<($0 + 1), edit.vocabulary) }
            && range.allSatisfy {
                labels.stands(in: passage, over: $0..<($0 + 1), edit.vocabulary)
                    || SameMeaning.isEmpty(passage.word($0))
            }
    }

    /// The address of a document that is named in front of it: "our Terms of Use at https://…".
    private static func isAddressOfDocument(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard let (passage, range) = side(edit, hunk), range.count <= 4, range.lowerBound > 0,
            range.contains(where: { passage.word($0).kind == .url }),
            range.allSatisfy({ passage.word($0).kind == .url || SameMeaning.isEmpty(passage.word($0)) })
        else { return false }
        let before = max(passage.sentence(at: range.lowerBound).lowerBound, range.lowerBound - 3)..<range.lowerBound
        return before.contains { passage.word($0).kind == .word && passage.word($0).traits.contains(.document) }
    }

    private static func leads(_ passage: Passage, _ place: Int, _ vocabulary: Vocabulary) -> Bool {
        vocabulary.lexicon.details.crossReferences.stands(in: passage, over: place..<(place + 1), vocabulary)
            || (passage.word(place).kind == .word && passage.word(place).traits.contains(.reference))
    }
}

extension Passage {
    /// The mark right in front of a range of words; nil where a word stands there.
    func mark(before range: Range<Int>) -> UInt8? {
        guard let first = range.first, words[first] > 0 else { return nil }
        return mark(words[first] - 1)
    }

    /// The mark right behind a range of words; nil where a word or nothing stands there.
    func mark(behind range: Range<Int>) -> UInt8? {
        guard let last = range.last, words[last] + 1 < tokens.count else { return nil }
        return mark(words[last] + 1)
    }

    /// Whether a token is a quotation mark of any sort.
    func isQuote(_ index: Int) -> Bool {
        guard tokens[index].kind == .punctuation else { return false }
        let mark = bytes[tokens[index].start..<tokens[index].end]
        return [UInt8(ascii: "\""), UInt8(ascii: "'")].contains { mark.elementsEqual([$0]) }
            || ["“", "”", "„", "‘", "’", "«", "»", "‹", "›"].contains { mark.elementsEqual($0.utf8) }
    }

    /// The quotation mark, as an index in `tokens`, that opens the words in which a range stands, ten words in front of it at most,
    /// where one also closes them.
    fileprivate func openingQuote(before range: Range<Int>) -> Int? {
        guard let first = range.first, let last = range.last else { return nil }
        let open = (max(0, words[first] - 10)..<words[first]).last { isQuote($0) }
        let close = ((words[last] + 1)..<min(tokens.count, words[last] + 11)).first { isQuote($0) }
        guard let open, let close else { return nil }
        // Between the opening mark and the closing one no other stands, and no sentence ends.
        return tokens[open].sentence == tokens[close].sentence ? open : nil
    }
}

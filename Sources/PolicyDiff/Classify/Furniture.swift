internal import PolicyModel

/// What belongs to the page rather than to the policy.
enum Furniture {
    /// Whether a clause that came or went is a part of the page: navigation, a caption, a call to share.
    static func isFurniture(_ passage: Passage, _ clause: Clause, _ context: Context) -> Bool {
        if passage.words.isEmpty || isImage(clause) { return true }
        if isBlock(passage) || isCopyright(passage) || hasButton(passage) || isPartOfLink(passage) { return true }
        if case .tableRow = clause.form { return false }
        if case .verbatim = clause.form, isLink(clause) { return true }
        if isRowOfLinks(clause) { return true }
        let words = passage.words.count
        let ofPage = passage.words.indices.count { passage.word($0).traits.contains(.furniture) }
        if words <= 14, ofPage * 10 >= words * 6, !context.isListed || isLink(clause) { return true }
        if context.isLed { return false }
        if isAnnouncement(passage) || isOwnHistory(passage) || isLinkAboveText(passage, clause) { return true }
        let traits = passage.traits(passage.words.indices)
        let binding: Traits = [.must, .mustNot, .may, .needNot, .negation, .number, .exception, .liability, .dispute]
        let saysNothing =
            traits.isDisjoint(with: binding)
            && !passage.words.indices.contains(where: { passage.word($0).kind != .word })
        // A line that is wholly a link leads elsewhere.
        if saysNothing, isLink(clause), words <= 16, traits.isDisjoint(with: [.burden, .reader, .will]) { return true }
        // "Precise location" under "What we collect" is no label of the page.
        if context.isListed { return false }
        if isVersionStamp(passage) || isLabel(passage) { return true }
        return saysNothing && words <= 5 && (clause.form != .paragraph || !endsSentence(passage))
    }

    /// Whether a clause begins with what only a page says ("Was this helpful?", "Related articles") and binds nobody behind it.
    private static func isBlock(_ passage: Passage) -> Bool {
        let binding: Traits = [.must, .mustNot, .may, .needNot, .exception, .liability, .dispute, .enforcement, .cost]
        return passage.word(0).traits.contains(.pageBlock) && passage.words.count <= 60
            && (passage.words.count <= 14 || passage.traits(passage.words.indices).isDisjoint(with: binding))
    }

    /// Whether a sentence about cookies ends in what a button of the page says: "We use cookies to … . Accept all."
    ///
    /// "Cookie" is the word in every language that is read.
    private static func hasButton(_ passage: Passage) -> Bool {
        guard passage.words.count <= 60, let last = passage.sentences.last, last.lowerBound > 0 else { return false }
        return last.count <= 10 && passage.word(last.lowerBound).traits.contains(.pageBlock)
            && passage.text.lowercased().contains("cookie")
    }

    /// Whether a clause is the end of a link that other blocks begin: a card that leads to another page, with its picture and its price.
    private static func isPartOfLink(_ passage: Passage) -> Bool {
        guard passage.words.count <= 80, let end = linkEnd(passage.bytes) else { return false }
        let binding = PageParts.binding.subtracting(.will)
        return !passage.bytes[..<end].contains(UInt8(ascii: "["))
            && passage.traits(passage.words.indices).isDisjoint(with: binding)
    }

    /// Where a text that was to be a link ends: `](`.
    private static func linkEnd(_ bytes: [UInt8]) -> Int? {
        bytes.indices.dropLast().first { bytes[$0] == UInt8(ascii: "]") && bytes[$0 + 1] == UInt8(ascii: "(") }
    }

    /// Whether the whole text of a clause is a link.
    private static func isLink(_ clause: Clause) -> Bool {
        let length = clause.text.utf8.count
        return clause.spans.contains { span in
            if case .link = span.style { span.bytes.count * 10 >= length * 9 } else { false }
        }
    }

    /// Whether a clause is nothing but three links or more, one behind the other: the row of a menu.
    private static func isRowOfLinks(_ clause: Clause) -> Bool {
        var links = 0
        var length = 0
        for span in clause.spans {
            if case .link = span.style {
                links += 1
                length += span.bytes.count
            }
        }
        return links >= 3 && length * 10 >= clause.text.utf8.count * 9
    }

    /// Whether a clause is a picture: what stands in its place for those who do not see it is no text of the policy.
    private static func isImage(_ clause: Clause) -> Bool {
        let length = clause.text.utf8.count
        return clause.spans.contains { span in
            if case .image = span.style { span.bytes.count * 10 >= length * 9 } else { false }
        }
    }

    /// A line above the first heading that is wholly a link: an advertisement or the way to another page.
    private static func isLinkAboveText(_ passage: Passage, _ clause: Clause) -> Bool {
        clause.section == 0 && isLink(clause) && passage.words.count <= 30
            && passage.traits(passage.words.indices).isDisjoint(with: [.mustNot, .liability, .dispute])
    }

    /// A line of the text's own list of changes: "10 November 2025: Updated to …".
    private static func isOwnHistory(_ passage: Passage) -> Bool {
        guard passage.words.count > 2, passage.word(0).kind == .date else { return false }
        return !passage.traits(1..<min(4, passage.words.count)).isDisjoint(with: [.dateStamp, .announcement])
            && passage.traits(passage.words.indices).isDisjoint(with: [.must, .mustNot, .liability, .dispute])
    }

    /// A banner that says that the text was or will be changed, or where another version of it stands: every sentence speaks
    /// of that, dates it or leads there, and none binds anybody.
    static func isAnnouncement(_ passage: Passage) -> Bool {
        guard passage.words.count <= 90 else { return false }
        let sentences = passage.sentences
        let binding: Traits = [.must, .mustNot, .needNot, .liability, .dispute, .cost, .exception]
        func announces(_ sentence: Range<Int>) -> Bool { passage.traits(sentence).contains(.announcement) }
        return sentences.contains { announces($0) && passage.traits($0).contains(.document) }
            && sentences.allSatisfy { sentence in
                let facts = Facts(passage, sentence)
                return announces(sentence) || facts.isPointer || (facts.modality == .none && facts.actor == .nobody)
                    || (sentence.count <= 8 && facts.actor != .reader)
            }
            && sentences.allSatisfy {
                passage.traits($0).isDisjoint(with: binding) && Facts(passage, $0).modality != .may
                    || Facts(passage, $0).isPointer
            }
    }

    /// `© 2026 …` or `Copyright 2026 …` and what follows it in a short line.
    private static func isCopyright(_ passage: Passage) -> Bool {
        guard passage.words.count <= 24,
            passage.traits(passage.words.indices).isDisjoint(with: [.must, .mustNot, .may, .will, .reader])
        else { return false }
        // The word itself is the same in every language that is read; "Copyright infringement is …" is about the right.
        return passage.text.contains("©")
            || passage.written(0..<1).lowercased() == "copyright"
                && passage.words.indices.prefix(4).contains { passage.word($0).kind == .quantity }
    }

    /// A form number such as `Stnd 0721`: a bare number in a line of at most three words.
    private static func isVersionStamp(_ passage: Passage) -> Bool {
        let numbers = passage.words.indices.filter { passage.word($0).kind == .quantity }
        return passage.words.count <= 3 && numbers.count == 1 && passage.words.count > numbers.count
            && numbers.allSatisfy { passage.word($0).traits == .number }
            && passage.traits(passage.words.indices).isDisjoint(with: [
                .cost, .age, .retention, .ceiling, .floor, .currency,
            ])
    }

    /// A few capitalised words without an end: a label of the page, or a heading without markup.
    private static func isLabel(_ passage: Passage) -> Bool {
        guard passage.words.count <= 6, !endsSentence(passage), passage.text.last != ":" else { return false }
        return passage.words.indices.allSatisfy { place in
            let token = passage.word(place)
            return token.kind == .word
                && (token.traits.contains(.filler) || token.isName
                    || passage.written(place..<(place + 1)).unicodeScalars.first?.properties.isUppercase == true)
        } && passage.traits(passage.words.indices).isDisjoint(with: [.must, .mustNot, .may, .negation])
    }

    /// Whether a run of words is navigation glued to a sentence: capitalised words without a verb, or a hint where to click.
    static func isGlued(_ passage: Passage, _ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        func isCapital(_ place: Int) -> Bool {
            passage.written(place..<(place + 1)).unicodeScalars.first?.properties.isUppercase == true
        }
        guard range.allSatisfy(isCapital) else { return false }
        var start = range.lowerBound
        while start > 0, isCapital(start - 1), range.lowerBound - start < 30 { start -= 1 }
        var end = range.upperBound
        while end < passage.words.count, isCapital(end), end - range.upperBound < 30 { end += 1 }
        let run = start..<end
        let fillers = run.count { passage.word($0).traits.contains(.filler) }
        let commas = (passage.words[start]..<passage.words[end - 1]).count { passage.mark($0) == UInt8(ascii: ",") }
        // A member of a list: ", Ship Manager Lite,".
        let isMember =
            passage.mark(before: range) == UInt8(ascii: ",") || passage.mark(behind: range) == UInt8(ascii: ",")
        return !isMember && run.count >= 6 && fillers * 100 <= run.count * 20 && commas <= 1
            && passage.traits(run).isDisjoint(with: [.must, .mustNot, .may, .negation, .copula])
    }

    private static func endsSentence(_ passage: Passage) -> Bool {
        passage.text.last == "." || passage.text.last == ";"
    }
}

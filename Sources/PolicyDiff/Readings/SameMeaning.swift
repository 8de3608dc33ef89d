/// Proves that words in place of other words say the same: what cannot be proven is told.
///
/// Each word that carries anything needs one of the same meaning on the other side: the same word, a form of it, or one that the
/// language's data names beside it. A noun may stand for a pronoun where the same noun stands elsewhere in the clause.
enum SameMeaning {
    /// Up to how many words of either side are held against each other.
    private static let mostWords = 14

    static func isProven(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard !edit.vocabulary.lexicon.isUnknown, hunk.isReplacement,
            max(hunk.old.count, hunk.new.count) <= mostWords, !Opposition.stands(in: hunk, of: edit),
            members(edit.old, hunk.old) == members(edit.new, hunk.new)
        else { return false }
        if isAbbreviated(edit.old, hunk.old, as: edit.new, hunk.new)
            || isAbbreviated(edit.new, hunk.new, as: edit.old, hunk.old)
        {
            return true
        }
        let old = content(edit.old, hunk.old)
        var new = content(edit.new, hunk.new)
        var left: [Int] = []
        for place in old {
            if let index = new.firstIndex(where: { isSame(edit, place, $0) }) {
                new.remove(at: index)
            } else {
                left.append(place)
            }
        }
        // Where both sides have a noun of their own, no pronoun stands for either: "this policy" is not "these rules".
        guard left.isEmpty || new.isEmpty else { return false }
        return left.allSatisfy { isSaid(edit.old, $0, hunk.old, pronounIn: edit.new, hunk.new, edit.vocabulary) }
            && new.allSatisfy { isSaid(edit.new, $0, hunk.new, pronounIn: edit.old, hunk.old, edit.vocabulary) }
    }

    /// Whether one word in capitals is made of the first letters of several: "PI" for "personal information".
    private static func isAbbreviated(
        _ passage: Passage, _ range: Range<Int>, as other: Passage, _ short: Range<Int>
    ) -> Bool {
        guard short.count == 1, range.count >= 2 else { return false }
        let letters = String(other.written(short))
        guard letters.unicodeScalars.count == range.count, letters.unicodeScalars.allSatisfy(\.properties.isUppercase)
        else { return false }
        let first = range.compactMap { passage.written($0..<($0 + 1)).unicodeScalars.first.map(String.init) }
        return Vocabulary.plain(first.joined()) == Vocabulary.plain(letters)
    }

    /// The words of a range that carry anything.
    private static func content(_ passage: Passage, _ range: Range<Int>) -> [Int] {
        range.filter { !isEmpty(passage.word($0)) }
    }

    /// Whether a word carries nothing.
    static func isEmpty(_ token: Token) -> Bool {
        token.kind == .word && !token.traits.isDisjoint(with: [.filler, .address])
            && token.traits.isDisjoint(with: Traits.decisive.subtracting(.will))
    }

    /// Whether a word of the old text and one of the new one say the same.
    static func isSame(_ edit: ClauseEdit, _ old: Int, _ new: Int) -> Bool {
        let before = edit.old.word(old)
        let after = edit.new.word(new)
        if before.key == after.key { return true }
        guard before.kind == .word, after.kind == .word, !before.isName || !after.isName else { return false }
        let lexicon = edit.vocabulary.lexicon
        let forms = edit.vocabulary.forms
        if lexicon.phrasings.isSame(forms[Int(before.key)], forms[Int(after.key)]) { return true }
        return Spelling.isInflection(edit.old.written(old..<(old + 1)), edit.new.written(new..<(new + 1)), lexicon)
    }

    /// Whether a word without a counterpart is only the noun for which a pronoun of the other side stands.
    private static func isSaid(
        _ passage: Passage, _ place: Int, _ range: Range<Int>, pronounIn other: Passage, _ otherRange: Range<Int>,
        _ vocabulary: Vocabulary
    ) -> Bool {
        let token = passage.word(place)
        guard token.kind == .word, token.traits.isDisjoint(with: Traits.decisive) else { return false }
        let hasPronoun = otherRange.contains { place in
            vocabulary.lexicon.details.pronouns.contains(Int(vocabulary.lexical[Int(other.word(place).key)]))
        }
        return hasPronoun
            && passage.words.indices.contains { !range.contains($0) && passage.word($0).key == token.key }
    }

    /// How many things a range of words lists: one thing for two ("guns" for "firearms, explosives") is more than wording.
    private static func members(_ passage: Passage, _ range: Range<Int>) -> Int {
        guard let first = range.first, let last = range.last else { return 0 }
        let commas = (passage.words[first]..<passage.words[last]).count { passage.mark($0) == UInt8(ascii: ",") }
        return 1 + commas
    }
}

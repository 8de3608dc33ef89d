/// Tells names that were replaced by other names, and addresses that were replaced by other addresses.
enum PartyReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        let current = edit
        let hunks = edit.claim { Self.isRename(current, $0) && !Exchange.isTrade($0, of: current) }
        guard let first = hunks.first else { return [] }
        let (old, new) = first.isReplacement ? (edit.oldText(first), edit.newText(first)) : wholeName(edit, first)
        return [
            Telling(
                kind: .partyRenamed, direction: .neutral, reason: "the name “\(old)” was replaced by “\(new)”",
                hunks: hunks,
                oldWords: old, newWords: new)
        ]
    }

    /// The name of which words came or went, with the words beside them, before and after.
    private static func wholeName(_ edit: ClauseEdit, _ hunk: Hunk) -> (String, String) {
        func name(_ passage: Passage, _ range: Range<Int>) -> String {
            passage.written(max(0, range.lowerBound - 1)..<min(passage.words.count, range.upperBound + 1))
        }
        return (name(edit.old, hunk.old), name(edit.new, hunk.new))
    }

    /// The words of a hunk that are names, its fillers left out; nil where other words are among them.
    static func names(_ passage: Passage, _ range: Range<Int>, _ vocabulary: Vocabulary) -> [UInt32]? {
        var names: [UInt32] = []
        for place in range {
            let token = passage.word(place)
            if token.kind == .word,
                isName(token, passage.written(place..<(place + 1)), vocabulary) || isDomain(passage, place)
                    || isCompanyForm(passage, place, vocabulary)
            {
                names.append(token.key)
            } else if token.kind == .word, token.traits.contains(.filler), token.traits.isDisjoint(with: .decisive) {
                continue
            } else {
                return nil
            }
        }
        return names.isEmpty || names.count > 6 ? nil : names
    }

    private static func isName(_ token: Token, _ written: String, _ vocabulary: Vocabulary) -> Bool {
        if vocabulary.lexicon.capitalisesNouns {
            // Every noun has a capital: a name is told by being joined to a known noun, or by capitals or digits inside.
            guard token.isName || written.unicodeScalars.first?.properties.isUppercase == true else { return false }
            return written.contains("-")
                || written.unicodeScalars.dropFirst().contains {
                    $0.properties.isUppercase || $0.properties.numericType != nil
                }
        }
        let isCapital = written.unicodeScalars.first?.properties.isUppercase ?? false
        guard token.isName || isCapital else { return false }
        let never: Traits = [
            .must, .mustNot, .may, .will, .negation, .number, .reader, .publisher, .personalData, .dispute, .liability,
            .restrictor, .condition, .exception,
        ]
        if token.isName { return token.traits.isDisjoint(with: never) }
        return token.traits.isDisjoint(
            with: Traits.decisive.union([.reader, .publisher, .month, .furniture, .definition, .benefit]))
    }

    /// Whether a name is that of a country or region and nothing else.
    private static func isPlace(_ passage: Passage, _ range: Range<Int>) -> Bool {
        passage.traits(range).contains(.place)
            && range.allSatisfy { !passage.word($0).traits.isDisjoint(with: [.place, .filler]) }
    }

    /// Whether a name says which of several plans, or whose users, are meant: "the Free plan", "Pro users".
    static func namesPlan(_ passage: Passage, _ range: Range<Int>, _ vocabulary: Vocabulary) -> Bool {
        guard range.upperBound < passage.words.count, range.count <= 3, !range.isEmpty,
            passage.words[range.upperBound - 1] + 1 == passage.words[range.upperBound]
        else { return false }
        let next = range.upperBound..<(range.upperBound + 1)
        return vocabulary.lexicon.details.plans.stands(in: passage, over: next, vocabulary)
    }

    /// Whether a word is the end of a web address that serves as a name: "Acme.com".
    private static func isDomain(_ passage: Passage, _ place: Int) -> Bool {
        let start = passage.word(place).start
        guard start >= 2, passage.bytes[start - 1] == UInt8(ascii: ".") else { return false }
        let before = Unicode.Scalar(passage.bytes[start - 2])
        return before.properties.isAlphabetic || before.properties.numericType != nil
    }

    /// Whether a word with a capital says what kind of company its name is of: "Ltd".
    private static func isCompanyForm(_ passage: Passage, _ place: Int, _ vocabulary: Vocabulary) -> Bool {
        vocabulary.lexicon.details.companyForms.contains(Int(vocabulary.lexical[Int(passage.word(place).key)]))
            && isCapital(passage, place)
    }

    private static func isCapital(_ passage: Passage, _ place: Int) -> Bool {
        passage.written(place..<(place + 1)).unicodeScalars.first?.properties.isUppercase == true
    }

    /// Whether words that came or went are part of a name that stayed: "Acme [Holdings] Ltd".
    ///
    /// None of them may be a word of the language's data, and one beside them must be none either, or name the kind of company:
    /// "Personal [Health] Data" is a term that narrows, no name.
    private static func isInName(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        let (passage, range) = edit.side(of: hunk)
        guard range.count <= 3, range.lowerBound > 0, range.upperBound < passage.words.count,
            passage.words[range.upperBound] - passage.words[range.lowerBound - 1] == range.count + 1,
            !namesPlan(passage, range, edit.vocabulary)
        else { return false }
        let beside = [range.lowerBound - 1, range.upperBound]
        func isForm(_ place: Int) -> Bool { isCompanyForm(passage, place, edit.vocabulary) }
        func isUnknown(_ place: Int) -> Bool { passage.word(place).kind == .word && passage.word(place).traits.isEmpty }
        return range.allSatisfy { isCapital(passage, $0) && (isUnknown($0) || isForm($0)) }
            && beside.allSatisfy { passage.word($0).kind == .word && isCapital(passage, $0) }
            && beside.contains {
                isForm($0) || (isUnknown($0) && passage.word($0).isName && !edit.vocabulary.lexicon.capitalisesNouns)
            }
    }

    private static func isRename(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        if !hunk.isReplacement { return isInName(edit, hunk) }
        guard !isPlace(edit.old, hunk.old) || !isPlace(edit.new, hunk.new) else { return false }
        if edit.renames.names[hunk.old.map { edit.old.word($0).key }] == hunk.new.map({ edit.new.word($0).key }) {
            return true
        }
        if namesPlan(edit.old, hunk.old, edit.vocabulary), namesPlan(edit.new, hunk.new, edit.vocabulary) {
            return false
        }
        guard let old = names(edit.old, hunk.old, edit.vocabulary) else { return false }
        if let new = names(edit.new, hunk.new, edit.vocabulary) { return old != new }
        return false
    }
}

/// Tells names that were replaced by other names, and addresses that were replaced by other addresses.
enum PartyReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        let current = edit
        let hunks = edit.claim { Self.isRename(current, $0) }
        guard let first = hunks.first else { return [] }
        let old = edit.oldText(first)
        let new = edit.newText(first)
        return [
            Telling(
                kind: .partyRenamed, direction: .neutral, reason: "the name “\(old)” was replaced by “\(new)”",
                hunks: hunks,
                oldWords: old, newWords: new)
        ]
    }

    /// The words of a hunk that are names, its fillers left out; nil where other words are among them.
    static func names(_ passage: Passage, _ range: Range<Int>, _ vocabulary: Vocabulary) -> [UInt32]? {
        var names: [UInt32] = []
        for place in range {
            let token = passage.word(place)
            if token.kind == .word, isName(token, passage.written(place..<(place + 1)), vocabulary) {
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

    private static func isRename(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        guard hunk.isReplacement, !isPlace(edit.old, hunk.old) || !isPlace(edit.new, hunk.new) else { return false }
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

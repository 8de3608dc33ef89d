/// Tells contacts that were replaced: e-mail addresses, web addresses, forms.
enum ContactReading {
    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        let current = edit
        let hunks = edit.claim { Self.isContact(current, $0) }
        guard let first = hunks.first else { return [] }
        return [
            Telling(
                kind: .contactChanged, direction: .neutral, reason: "the contact differs", hunks: hunks,
                oldWords: edit.oldWords(first),
                newWords: edit.newWords(first))
        ]
    }

    /// Whether a clause that came or went is nothing but an address: a postal one, of e-mail or of the web, and few words about it.
    static func isContact(_ passage: Passage, _ context: Context) -> Bool {
        let binding: Traits = [
            .must, .mustNot, .may, .needNot, .will, .negation, .exception, .cost, .dispute, .liability,
        ]
        guard passage.words.count <= 40, passage.traits(passage.words.indices).isDisjoint(with: binding),
            context.inherited.modality == .none
        else { return false }
        let postal = AddressReading.places(in: passage).count
        let others = passage.words.indices.count { [.email, .hiddenEmail].contains(passage.word($0).kind) }
        return postal * 10 >= passage.words.count * 4 || (others > 0 && passage.words.count <= 14)
    }

    /// Whether a word is part of an e-mail address that people write so that no program reads it: "office (at) example.org".
    private static func isHidden(_ passage: Passage, _ range: Range<Int>) -> Bool {
        guard range.count == 1, let place = range.first else { return false }
        func isAt(_ place: Int) -> Bool {
            guard passage.words.indices.contains(place) else { return false }
            let range = place..<(place + 1)
            let marks = [UInt8(ascii: "("), UInt8(ascii: "[")]
            return passage.written(range).lowercased() == "at"
                && passage.mark(before: range).map(marks.contains) == true
        }
        return isAt(place + 1) || isAt(place - 1)
    }

    private static func isContact(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        func address(_ passage: Passage, _ range: Range<Int>) -> Bool {
            range.contains { [.email, .url, .hiddenEmail].contains(passage.word($0).kind) }
        }
        if isHidden(edit.old, hunk.old), isHidden(edit.new, hunk.new) { return true }
        let hasAddress = address(edit.old, hunk.old) || address(edit.new, hunk.new)
        guard hasAddress, max(hunk.old.count, hunk.new.count) <= 16 else { return false }
        // New sentences that end in an address are told by what they say.
        return hunk.isReplacement || max(hunk.old.count, hunk.new.count) <= 5
    }
}

/// Tells lines that date the text.
enum DateStampReading {
    /// Whether a passage does nothing but date the text: short, with a date, and words such as "last updated", or nothing else.
    static func isDateStamp(_ passage: Passage) -> Bool {
        guard passage.words.count <= 24, passage.sentences.count <= 3 else { return false }
        let hasDate = passage.words.indices.contains { passage.word($0).kind == .date }
        let relative = passage.traits(passage.words.indices).contains(.relativeDate)
        let isVersion =
            passage.words.count <= 5 && passage.traits(passage.words.indices).contains(.dateStamp)
            && passage.words.indices.contains { passage.word($0).kind == .quantity }
        guard hasDate || relative || isVersion else { return false }
        let others = passage.words.indices.filter {
            let token = passage.word($0)
            return token.kind == .word
                && token.traits.isDisjoint(with: [.filler, .dateStamp, .month, .relativeDate, .abbreviation])
        }
        let stamps = passage.traits(passage.words.indices).contains(.dateStamp)
        let names = others.allSatisfy {
            passage.written($0..<($0 + 1)).unicodeScalars.first?.properties.isUppercase == true
        }
        return others.isEmpty || (names && passage.words.count <= 8 && others.count <= 4)
            || (stamps && others.count <= 6
                && passage.traits(passage.words.indices).isDisjoint(with: [
                    .must, .mustNot, .condition, .exception, .cost,
                ]))
    }

    static func read(_ edit: inout ClauseEdit) -> [Telling] {
        let current = edit
        // Inside a longer clause: the sentence that dates the text.
        let hunks =
            edit.claim { hunk in
                guard
                    hunk.new.contains(where: { [.date, .quantity].contains(current.new.word($0).kind) })
                        || hunk.old.contains(where: { [.date, .quantity].contains(current.old.word($0).kind) })
                else { return false }
                return stamps(current.new, hunk.new) && stamps(current.old, hunk.old)
            }
            + edit.claim { isStampOfTitle(current, $0) }
        let isWhole =
            isDateStamp(edit.old) && isDateStamp(edit.new)
            || (isStampOfNames(edit.new, edit.open.map(\.new)) && edit.open.allSatisfy(\.isInsertion))
            || (isStampOfNames(edit.old, edit.open.map(\.old)) && edit.open.allSatisfy(\.isDeletion))
        guard !hunks.isEmpty || isWhole else { return [] }
        if isWhole { edit.open = [] }
        return [Telling(kind: .dateStampChanged, direction: .neutral, reason: "the line dates the text", hunks: hunks)]
    }

    /// Whether a date alone came or went in a line of names: who wrote a text, and when.
    private static func isStampOfNames(_ passage: Passage, _ ranges: [Range<Int>]) -> Bool {
        !ranges.isEmpty && isDateStamp(passage)
            && ranges.allSatisfy { $0.allSatisfy { [.date, .quantity].contains(passage.word($0).kind) } }
    }

    /// Whether a date in brackets came or went behind a title: "Privacy policy for guests (as of May 2021)".
    private static func isStampOfTitle(_ edit: ClauseEdit, _ hunk: Hunk) -> Bool {
        if hunk.isReplacement { return false }
        let (passage, range) = edit.side(of: hunk)
        let traits = passage.traits(passage.words.indices)
        let says: Traits = [.must, .mustNot, .may, .needNot, .will, .negation, .exception, .cost, .copula, .definition]
        guard passage.words.count <= 20, passage.sentences.count == 1, passage.text.last != ".",
            passage.mark(before: range) == UInt8(ascii: "("), passage.mark(behind: range) == UInt8(ascii: ")"),
            traits.contains(.document), traits.isDisjoint(with: says)
        else { return false }
        return range.contains { passage.word($0).kind == .date }
            && range.allSatisfy { place in
                let token = passage.word(place)
                return token.kind == .date
                    || (token.kind == .word && !token.traits.isDisjoint(with: [.filler, .dateStamp, .month]))
            }
    }

    private static func stamps(_ passage: Passage, _ range: Range<Int>) -> Bool {
        guard !passage.words.isEmpty else { return false }
        let sentence = passage.sentence(at: range.lowerBound)
        guard sentence.count <= 26 else { return false }
        let traits = passage.traits(sentence)
        guard traits.contains(.dateStamp),
            traits.isDisjoint(with: [.must, .mustNot, .may, .exception, .condition, .cost])
        else { return false }
        // What differs is the date, or words that date.
        return range.allSatisfy {
            let token = passage.word($0)
            return token.kind == .date || token.kind == .quantity
                || !token.traits.isDisjoint(with: [.filler, .dateStamp, .month, .number, .relativeDate])
        }
    }
}

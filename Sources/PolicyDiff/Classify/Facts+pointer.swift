extension Facts {
    /// Whether a statement demands nothing but says where to read or whom to ask: a command, or a possibility, to do so.
    ///
    /// "When you visit the shop, we collect …" leads nowhere: what stands in front of the main part points to nothing.
    static func isPointer(_ facts: Facts, _ passage: Passage, _ range: Range<Int>, _ main: Range<Int>) -> Bool {
        let binding: Traits = [.must, .mustNot, .needNot, .exception, .liability]
        guard range.count <= 60, !range.contains(where: { passage.word($0).kind == .quantity }) else { return false }
        let others = facts.isCommand ? range : facts.modalWords.lowerBound..<facts.modalWords.lowerBound
        if !others.isEmpty, !passage.traits(others).isDisjoint(with: binding) { return false }
        switch (facts.actor, facts.modality, facts.isCommand) {
        case (.reader, _, true), (_, .none, false):
            return main.prefix(20).contains { passage.word($0).traits.contains(.pointer) }
                && passage.traits(range).isDisjoint(with: binding.union([.may, .will]))
                && (facts.isCommand
                    || main.prefix(leads(passage, range) ? 20 : 3).contains {
                        passage.word($0).traits.contains(.pointer)
                    })
        case (.reader, .may, false):
            // "You can find more information here"
            return facts.modalWords.upperBound < range.upperBound
                && (facts.modalWords.upperBound..<min(facts.modalWords.upperBound + 3, range.upperBound)).contains {
                    passage.word($0).traits.contains(.pointer)
                } && passage.traits(range).isDisjoint(with: binding)
        default: return false
        }
    }

    /// Whether a pointer stands right behind a comma that ends what it is for: "For any other concern, see …".
    private static func leads(_ passage: Passage, _ range: Range<Int>) -> Bool {
        guard passage.word(range.lowerBound).traits.isSuperset(of: [.filler]),
            passage.word(range.lowerBound).traits.isDisjoint(with: [.reader, .publisher, .copula]),
            let pointer = range.prefix(20).first(where: { passage.word($0).traits.contains(.pointer) })
        else { return false }
        return ((pointer - 3)..<pointer).contains { place in
            place >= range.lowerBound
                && (passage.words[place]..<passage.words[place + 1]).contains {
                    passage.mark($0) == UInt8(ascii: ",")
                }
        }
    }
}

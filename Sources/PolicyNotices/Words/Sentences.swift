/// Parts a text into its sentences, and looks words of a policy's language up in them.
struct Sentences {
    /// The sentences in order, each with its stop.
    let all: [String]

    /// Parts a text behind a stop that is followed by a space and the beginning of a sentence.
    init(_ text: String) {
        var all: [String] = []
        var current: [Substring] = []
        let words = Quotation.flat(text).split(separator: " ")
        for (place, word) in words.enumerated() {
            current.append(word)
            guard place + 1 < words.count, Self.endsSentence(word), Self.startsSentence(words[place + 1]) else {
                continue
            }
            all.append(current.joined(separator: " "))
            current = []
        }
        if !current.isEmpty { all.append(current.joined(separator: " ")) }
        self.all = all
    }

    /// Whether the text is a whole sentence or several, not the item of a list or a part of a sentence.
    var isWhole: Bool {
        guard let last = all.last?.last(where: { !"”\"')’»".contains($0) }) else { return false }
        return ".!?".contains(last)
    }

    private static func endsSentence(_ word: Substring) -> Bool {
        guard let last = word.last(where: { !"”\"')’»".contains($0) }), ".!?".contains(last) else { return false }
        // "U.S.", "e.g.", "5.", "No." end no sentence.
        let stem = word.filter { $0.isLetter || $0.isNumber }
        return last != "." || (stem.count > 3 && !word.dropLast().contains("."))
            || (stem.count > 1 && stem == stem.lowercased() && !word.dropLast().contains("."))
    }

    private static func startsSentence(_ word: Substring) -> Bool {
        guard let first = word.first(where: { !"“\"'(‘«¿¡".contains($0) }) else { return false }
        return first.isUppercase
    }
}

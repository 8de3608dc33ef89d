internal import PolicyDiff
internal import PolicyLanguage

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

/// The words of a language, or of all where it is unknown, that show what a statement does.
struct EvidenceWords {
    private let phrases: [String: [String]]

    init(language: String?) {
        let known = language.flatMap { Language.named($0) }.map { [$0] } ?? Language.all
        var phrases: [String: [String]] = [:]
        for section in Self.sections {
            phrases[section] = known.flatMap { $0.words(section) }.map { " \($0) " }
        }
        self.phrases = phrases
    }

    private static let sections = [
        "must", "must-not", "may", "need-not", "will", "reader", "publisher", "exception", "condition", "example",
        "negation",
    ]

    /// Whether one of the section's phrases stands in the text; with `within`, among its first words.
    func stands(_ section: String, in text: String, within limit: Int? = nil) -> Bool {
        var words = Self.plain(text)
        if let limit {
            words = " " + words.split(separator: " ").prefix(limit).joined(separator: " ") + " "
        }
        return phrases[section, default: []].contains { words.contains($0) }
    }

    /// Returns what a single sentence does to the reader; nil where its subject is not the reader, or nothing shows it.
    func modality(ofSentence text: String) -> Modality? {
        let sentences = Sentences(text)
        guard sentences.all.count == 1 else { return nil }
        let words = Self.plain(text)
        func first(_ section: String) -> String.Index? {
            phrases[section, default: []].compactMap { words.firstRange(of: $0)?.lowerBound }.min()
        }
        guard let reader = first("reader"), first("publisher").map({ reader < $0 }) ?? true else { return nil }
        let order: [(String, Modality)] = [
            ("must-not", .mustNot), ("need-not", .needNot), ("must", .must), ("may", .may),
        ]
        return order.first { first($0.0).map { $0 >= reader } ?? false }?.1
    }

    /// The text in lower case, with plain apostrophes, without punctuation, a space at either end; contracted negations in full.
    private static func plain(_ text: String) -> String {
        var output = " "
        for character in text.lowercased() {
            switch character {
            case "’", "'": output.append("'")
            case let other where other.isLetter || other.isNumber || other == "-": output.append(other)
            default: if output.last != " " { output.append(" ") }
            }
        }
        if output.last != " " { output.append(" ") }
        return output.replacing("cannot ", with: "can not ").replacing("n't ", with: " not ").replacing(
            "'re ", with: " are ")
    }
}

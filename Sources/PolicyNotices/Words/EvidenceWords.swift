internal import PolicyDiff
internal import PolicyLanguage

/// The words of a language, or of all where it is unknown, that show what a statement does.
struct EvidenceWords {
    /// What a phrase shows: the sections of a language's data.
    enum Section: String, CaseIterable {
        case must, may, will, reader, publisher, exception, condition, example, negation
        case mustNot = "must-not"
        case needNot = "need-not"
    }

    /// A phrase that stands in a text.
    struct Hit {
        let section: Section
        /// Its words, counted from the beginning of the text.
        let words: Range<Int>
    }

    private struct Phrase {
        let words: [String]
        let section: Section
    }

    /// The phrases by their first word.
    private let phrases: [String: [Phrase]]

    init(language: String?) {
        let known = language.flatMap { Language.named($0) }.map { [$0] } ?? Language.all
        var phrases: [String: [Phrase]] = [:]
        for section in Section.allCases {
            for phrase in known.flatMap({ $0.words(section.rawValue) }) {
                let words = phrase.split(separator: " ").map(String.init)
                if let first = words.first {
                    phrases[first, default: []].append(Phrase(words: words, section: section))
                }
            }
        }
        self.phrases = phrases
    }

    /// Returns the phrases that stand in a text, in order.
    func hits(in text: String) -> [Hit] {
        let words = Self.words(of: text)
        return words.indices.flatMap { place in
            phrases[words[place], default: []].compactMap { phrase in
                let end = place + phrase.words.count
                guard end <= words.count, words[place..<end].elementsEqual(phrase.words) else { return nil }
                return Hit(section: phrase.section, words: place..<end)
            }
        }
    }

    /// Whether one of a section's phrases stands in the text; with `within`, begins among its first words.
    func stands(_ section: Section, in text: String, within limit: Int = .max) -> Bool {
        hits(in: text).contains { $0.section == section && $0.words.lowerBound < limit }
    }

    /// Whether a sentence says of an actor what one of the sections says: the actor is the last one named before the words
    /// that say it, or is named in them.
    func stands(_ sections: [Section], of actor: Section, in sentence: String) -> Bool {
        let hits = hits(in: sentence)
        return hits.contains { hit in sections.contains(hit.section) && Self.actor(of: hit, in: hits) == actor }
    }

    /// Returns what a single sentence does to the reader; nil where it speaks of somebody else, or nothing shows it.
    func modality(ofSentence text: String) -> Modality? {
        guard Sentences(text).all.count == 1 else { return nil }
        let hits = hits(in: text)
        let order: [(Section, Modality)] = [(.mustNot, .mustNot), (.needNot, .needNot), (.must, .must), (.may, .may)]
        return order.first { section, _ in
            hits.contains { $0.section == section && Self.actor(of: $0, in: hits) == .reader }
        }?.1
    }

    private static func actor(of hit: Hit, in hits: [Hit]) -> Section? {
        hits.last { other in
            (other.section == .reader || other.section == .publisher)
                && (other.words.lowerBound < hit.words.lowerBound || hit.words.contains(other.words.lowerBound))
        }?.section
    }

    /// The words of a text in lower case, with plain apostrophes; contracted negations and verbs in full.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        var word = ""
        func close() {
            defer { word = "" }
            while word.last == "'" || word.last == "-" { word.removeLast() }
            if word.isEmpty { return }
            if word == "cannot" {
                words += ["can", "not"]
            } else if word.hasSuffix("n't") {
                words += [word == "can't" ? "can" : String(word.dropLast(3)), "not"]
            } else if word.hasSuffix("'re") || word.hasSuffix("'ll") {
                words += [String(word.dropLast(3)), word.hasSuffix("re") ? "are" : "will"]
            } else {
                words.append(word)
            }
        }
        for character in text.lowercased() {
            switch character {
            case "’", "'": if !word.isEmpty { word.append("'") }
            case "-": if !word.isEmpty { word.append("-") }
            case let other where other.isLetter || other.isNumber: word.append(other)
            default: close()
            }
        }
        close()
        return words
    }
}

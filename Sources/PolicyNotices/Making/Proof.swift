internal import PolicyDiff
internal import PolicyModel

/// What the words of a statement have to show before a notice says that it forbids, demands, allows or promises something.
enum Proof {
    /// A sentence that does one of these to one of the parties.
    case modal(Set<Modality>, of: Set<SentenceReading.Party>)
    /// One of these marks at the beginning, in a single sentence.
    case opening(SentenceReading.Mark)
    /// The words before and after.
    case bothSides
    /// Nothing that can be shown: the words are told as words.
    case none

    /// Returns what a kind has to show; nil where its sentence claims no more than the words.
    init?(of kind: String) {
        switch kind {
        // What is forbidden, and nobody is named, is forbidden to the reader as well.
        case "prohibition-added", "prohibition-removed": self = .modal([.mustNot], of: [.reader, .nobody])
        case "duty-added", "duty-removed": self = .modal([.must], of: [.reader])
        case "permission-added", "permission-removed": self = .modal([.may, .needNot], of: [.reader])
        case "commitment-added", "commitment-removed": self = .modal([.will, .must, .mustNot], of: [.publisher])
        case "reserved-right-added", "reserved-right-removed": self = .modal([.may, .needNot], of: [.publisher])
        case "exception-added", "exception-removed": self = .opening(.exception)
        case "condition-added", "condition-removed": self = .opening(.condition)
        case "example-added", "example-removed": self = .opening(.example)
        case "modality-strengthened", "modality-weakened": self = .bothSides
        case "scope-widened", "scope-narrowed": self = .none
        default: return nil
        }
    }

    /// Returns the part of a statement that shows it; nil where none does.
    func shown(in statement: String, of change: Change, _ words: SentenceReader) -> String? {
        let sentences = Sentences(statement)
        // The item of a list is bound by what introduces the list, and so needs no words of its own.
        let isItem = change.focus == nil && !sentences.isWhole && sentences.all.count == 1
        switch self {
        case .modal(let modalities, let parties):
            if isItem { return statement }
            let isPart = change.before != nil && change.after != nil && statement.first?.isLowercase == true
            if isPart { return nil }
            // That a text no longer says "Do not …" allows nothing.
            let isGone = change.kind.hasSuffix("-removed")
            return sentences.all.first { Self.shows($0, modalities, parties, words, isCommandShown: !isGone) }
        case .opening(let mark):
            if isItem { return statement }
            let isSingle = sentences.all.count == 1
            // "or paint it, unless …": what stands in front came as well.
            return isSingle && (words.readings(of: statement).first?.marks[mark] ?? .max) < 3 ? statement : nil
        case .bothSides:
            let focus = change.focus ?? Change.Focus(before: change.before?.text, after: change.after?.text)
            return focus.before?.isEmpty == false && focus.after?.isEmpty == false ? statement : nil
        case .none: return nil
        }
    }

    /// Whether words that gave way to others say something of their own: the verb that an exception took the place of does not.
    func isInPlace(_ old: String, _ words: SentenceReader) -> Bool {
        guard case .opening(let mark) = self, Quotation.count(old) < 3 else { return true }
        return words.readings(of: old).contains { $0.marks[mark] != nil }
    }

    private static func shows(
        _ sentence: String, _ modalities: Set<Modality>, _ parties: Set<SentenceReading.Party>, _ words: SentenceReader,
        isCommandShown: Bool
    ) -> Bool {
        // The cells of a table make no sentence.
        if sentence.contains(" | ") { return false }
        return words.readings(of: sentence).contains { reading in
            // "Nothing in these terms affects your mandatory rights" demands nothing.
            let isDenied = modalities == [.must] && reading.marks[.negation] != nil
            // "The date cannot be changed" states a fact; "Resale is prohibited" forbids.
            let isFact = reading.party == .nobody && reading.modality == .mustNot && !reading.isOutright
            // "Only trained members may …" shuts out all others, whoever the reader is.
            let isForSome = modalities.contains(.may) && reading.marks[.restrictor] == 0
            let isCommand = reading.isCommand && modalities == [.mustNot] && !isCommandShown
            return modalities.contains(reading.modality) && parties.contains(reading.party) && !isDenied && !isFact
                && !isForSome && !isCommand
        }
    }
}

extension SentenceReader {
    /// Returns what a single sentence does to the reader; nil where it speaks of somebody else, or nothing shows it.
    func modality(ofSentence text: String) -> Modality? {
        let readings = readings(of: text)
        guard readings.count == 1, readings[0].party == .reader else { return nil }
        switch readings[0].modality {
        case .must, .mustNot, .may, .needNot: return readings[0].modality
        case .will, .none: return nil
        }
    }
}

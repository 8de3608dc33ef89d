internal import PolicyModel

/// What one sentence says, read as a comparison reads the clauses of a policy: whom it lets, binds or forbids, and what.
package struct SentenceReading: Hashable, Sendable {
    /// Who may, must or will do something.
    package enum Party: Hashable, Sendable {
        case reader, publisher, thirdParty, nobody
    }

    /// What words do beside that.
    package enum Mark: Hashable, Sendable, CaseIterable {
        case exception, condition, restrictor, example, negation
    }

    /// What the sentence does.
    package let modality: Modality
    /// Whether it forbids in so many words ("is prohibited"), not by denying that something can be done.
    package let isOutright: Bool
    /// Whom it lets, binds or forbids.
    package let party: Party
    /// Whether no word for the publisher speaks for it, but a name: "Acme Maps will …".
    package let isPartyNamed: Bool
    /// Whether not even a name does, but the place of an unknown word: "Acme will …", and also "Lamps may …".
    package let isPartyGuessed: Bool
    /// Whether it is a command, without a modal: "Read the rules".
    package let isCommand: Bool
    /// Whether it only leads its reader on: "You can read more here".
    package let isPointer: Bool
    /// The first word of each mark, counted from the beginning.
    package let marks: [Mark: Int]
    /// The words that carry what it is about, in lower case: no actors, modals or fillers.
    package let topic: [String]
    /// The quantities as they stand, in order.
    package let quantities: [String]
}

/// Reads sentences of a language as a comparison reads clauses.
package struct SentenceReader: Sendable {
    private let lexicon: Lexicon

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - language: The language (BCP 47); nil to tell it from the texts.
    ///   - texts: Texts in the language, of which the commonest words tell which it is.
    package init(language: String?, tellingFrom texts: [String] = []) {
        let document = Document(
            sections: [], clauses: texts.prefix(400).map { Clause(text: $0, lines: LineRange(1, 1)) })
        lexicon = LanguageDetection.lexicon(asked: language, document, document)
    }

    /// Returns the readings of the sentences of a text, in order.
    package func readings(of text: String) -> [SentenceReading] {
        let document = Document(sections: [], clauses: [Clause(text: text, lines: LineRange(1, 1))])
        var reader = PairReader(old: document, new: document, lexicon: lexicon)
        let passage = Passage([0], .new, &reader)
        return passage.sentences.map { SentenceReading(passage, $0) }
    }

    /// Whether a single word does what a mark says.
    package func stands(_ mark: SentenceReading.Mark, in word: String) -> Bool {
        lexicon.traits(of: word.lowercased()).map { !$0.isDisjoint(with: mark.traits) } ?? false
    }
}

extension SentenceReading {
    init(_ passage: Passage, _ range: Range<Int>) {
        let facts = Facts(passage, range)
        // "Nobody may …", "No member may …"
        let isDenied =
            facts.modality == .may
            && range.prefix(2).contains {
                $0 < facts.modalWords.lowerBound && passage.word($0).traits.contains(.negation)
            }
        modality = isDenied ? .mustNot : facts.modality
        let modal = passage.traits(facts.modalWords)
        // Without a subject it speaks to its reader: "No puede …".
        let isAddressed = !facts.modalWords.isEmpty && facts.modalWords.lowerBound == range.lowerBound
        isOutright = modal.contains(.mustNot) && (isAddressed || modal.isDisjoint(with: [.may, .negation]))
        let isUnsaid = facts.actor == .publisher && !passage.traits(range).contains(.publisher)
        let hasName = range.dropFirst().contains { passage.word($0).isName }
        isPartyNamed = isUnsaid && hasName
        isPartyGuessed = isUnsaid && !hasName
        isCommand = facts.isCommand
        isPointer = facts.isPointer
        party =
            switch facts.actor {
            case .reader: .reader
            case .publisher: .publisher
            case .thirdParty: .thirdParty
            case .nobody: .nobody
            }
        var marks: [Mark: Int] = [:]
        for mark in Mark.allCases {
            let first = range.first { !passage.word($0).traits.isDisjoint(with: mark.traits) }
            marks[mark] = first.map { $0 - range.lowerBound }
        }
        self.marks = marks
        let empty: Traits = [
            .reader, .publisher, .thirdParty, .must, .mustNot, .may, .needNot, .will, .negation, .filler, .copula,
            .conjunction, .possessive, .condition, .exception, .relative,
        ]
        topic = range.compactMap { place in
            let word = passage.word(place)
            let isSaid = word.kind == .word && word.traits.isDisjoint(with: empty)
            return isSaid ? passage.written(place..<(place + 1)).lowercased() : nil
        }
        quantities = range.filter { passage.word($0).kind == .quantity }.map { passage.written($0..<($0 + 1)) }
    }
}

extension SentenceReading.Mark {
    fileprivate var traits: Traits {
        switch self {
        case .exception: .exception
        case .condition: .condition
        case .restrictor: .restrictor
        case .example: .example
        case .negation: .negation
        }
    }
}

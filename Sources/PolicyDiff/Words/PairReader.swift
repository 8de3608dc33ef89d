package import PolicyModel

/// The two documents of a comparison, with their tokens read once and only where somebody asks.
struct PairReader {
    /// Which of the two.
    enum Side {
        case old, new
    }

    /// A text as the comparison sees it.
    struct Reading {
        /// The text in UTF-8.
        let bytes: [UInt8]
        /// Its tokens.
        let tokens: [Token]
        /// The indices in `tokens` of the words: marks and leading numbers left out.
        let words: [Int]
        /// The keys of the words.
        let keys: [UInt32]
        /// The same keys counted, once somebody has asked for them.
        fileprivate(set) var bag: Bag?

        init(_ text: String, in vocabulary: inout Vocabulary) {
            bytes = Array(text.utf8)
            tokens = Tokenizer.tokens(of: bytes, in: &vocabulary)
            var words: [Int] = []
            var keys: [UInt32] = []
            words.reserveCapacity(tokens.count)
            keys.reserveCapacity(tokens.count)
            for (index, token) in tokens.enumerated() where token.kind != .punctuation && token.kind != .numbering {
                words.append(index)
                keys.append(token.key)
            }
            self.words = words
            self.keys = keys
        }
    }

    let old: Document
    let new: Document
    var vocabulary: Vocabulary
    private var oldClauses: [Reading?]
    private var newClauses: [Reading?]
    private var oldHeadings: [Reading?]
    private var newHeadings: [Reading?]
    private var oldLeadIns: [Int: LeadIn] = [:]
    private var newLeadIns: [Int: LeadIn] = [:]

    init(old: Document, new: Document, lexicon: Lexicon) {
        self.init(old: old, new: new, vocabulary: Vocabulary(lexicon))
    }

    /// Reads two documents with the words that an earlier reading knows.
    init(old: Document, new: Document, vocabulary: Vocabulary) {
        self.old = old
        self.new = new
        self.vocabulary = vocabulary
        self.oldClauses = Array(repeating: nil, count: old.clauses.count)
        self.newClauses = Array(repeating: nil, count: new.clauses.count)
        self.oldHeadings = Array(repeating: nil, count: old.sections.count)
        self.newHeadings = Array(repeating: nil, count: new.sections.count)
    }

    /// The document of a side.
    func document(_ side: Side) -> Document { side == .old ? old : new }

    /// Returns a clause as the comparison sees it.
    mutating func reading(_ side: Side, clause index: Int) -> Reading {
        if let known = side == .old ? oldClauses[index] : newClauses[index] { return known }
        let reading = Reading(document(side).clauses[index].text, in: &vocabulary)
        if side == .old { oldClauses[index] = reading } else { newClauses[index] = reading }
        return reading
    }

    /// Returns a section's heading as the comparison sees it.
    mutating func reading(_ side: Side, heading index: Int) -> Reading {
        if let known = side == .old ? oldHeadings[index] : newHeadings[index] { return known }
        let reading = Reading(document(side).sections[index].heading, in: &vocabulary)
        if side == .old { oldHeadings[index] = reading } else { newHeadings[index] = reading }
        return reading
    }

    /// Returns what a clause says to the items of the list that it leads.
    mutating func leadIn(_ side: Side, clause index: Int) -> LeadIn {
        if let known = side == .old ? oldLeadIns[index] : newLeadIns[index] { return known }
        let leadIn = LeadIn(Passage([index], side, &self))
        if side == .old { oldLeadIns[index] = leadIn } else { newLeadIns[index] = leadIn }
        return leadIn
    }

    /// Returns the tokens of a section's heading.
    mutating func tokens(_ side: Side, heading index: Int) -> [Token] { reading(side, heading: index).tokens }

    /// Returns an item's words counted, marks and leading numbers left out.
    mutating func bag(_ side: Side, _ item: Item) -> Bag {
        switch item {
        case .heading(let index):
            let reading = reading(side, heading: index)
            if let bag = reading.bag { return bag }
            let bag = Bag(reading.keys)
            if side == .old { oldHeadings[index]?.bag = bag } else { newHeadings[index]?.bag = bag }
            return bag
        case .clause(let index):
            let reading = reading(side, clause: index)
            if let bag = reading.bag { return bag }
            let bag = Bag(reading.keys)
            if side == .old { oldClauses[index]?.bag = bag } else { newClauses[index]?.bag = bag }
            return bag
        }
    }

    /// Returns the keys of an item's words, marks and leading numbers left out.
    mutating func words(_ side: Side, _ item: Item) -> [UInt32] {
        switch item {
        case .heading(let section): reading(side, heading: section).keys
        case .clause(let clause): reading(side, clause: clause).keys
        }
    }
}

/// What is aligned: a heading or a clause, in the order of the text.
package enum Item: Hashable, Sendable {
    /// The heading of a section, by its index in `Document.sections`.
    case heading(Int)
    /// A clause, by its index in `Document.clauses`.
    case clause(Int)

    /// Returns the items of a document in order.
    package static func all(of document: Document) -> [Item] {
        var items: [Item] = []
        items.reserveCapacity(document.clauses.count + document.sections.count)
        for (index, section) in document.sections.enumerated() {
            if !section.heading.isEmpty { items.append(.heading(index)) }
            for clause in section.clauses { items.append(.clause(clause)) }
        }
        return items
    }

    var isHeading: Bool {
        if case .heading = self { true } else { false }
    }
}

package import PolicyModel

/// The two documents of a comparison, with their tokens read once and only where somebody asks.
struct PairReader {
    /// Which of the two.
    enum Side {
        case old, new
    }

    let old: Document
    let new: Document
    var vocabulary: Vocabulary
    private var oldTokens: [[Token]?]
    private var newTokens: [[Token]?]
    private var oldHeadings: [[Token]?]
    private var newHeadings: [[Token]?]

    init(old: Document, new: Document, lexicon: Lexicon) {
        self.init(old: old, new: new, vocabulary: Vocabulary(lexicon))
    }

    /// Reads two documents with the words that an earlier reading knows.
    init(old: Document, new: Document, vocabulary: Vocabulary) {
        self.old = old
        self.new = new
        self.vocabulary = vocabulary
        self.oldTokens = Array(repeating: nil, count: old.clauses.count)
        self.newTokens = Array(repeating: nil, count: new.clauses.count)
        self.oldHeadings = Array(repeating: nil, count: old.sections.count)
        self.newHeadings = Array(repeating: nil, count: new.sections.count)
    }

    /// The document of a side.
    func document(_ side: Side) -> Document { side == .old ? old : new }

    /// Returns the tokens of a clause.
    mutating func tokens(_ side: Side, clause index: Int) -> [Token] {
        if let known = side == .old ? oldTokens[index] : newTokens[index] { return known }
        let tokens = Tokenizer.tokens(of: document(side).clauses[index].text, in: &vocabulary)
        if side == .old { oldTokens[index] = tokens } else { newTokens[index] = tokens }
        return tokens
    }

    /// Returns the tokens of a section's heading.
    mutating func tokens(_ side: Side, heading index: Int) -> [Token] {
        if let known = side == .old ? oldHeadings[index] : newHeadings[index] { return known }
        let tokens = Tokenizer.tokens(of: document(side).sections[index].heading, in: &vocabulary)
        if side == .old { oldHeadings[index] = tokens } else { newHeadings[index] = tokens }
        return tokens
    }

    /// Returns the tokens of an item.
    mutating func tokens(_ side: Side, _ item: Item) -> [Token] {
        switch item {
        case .heading(let section): tokens(side, heading: section)
        case .clause(let clause): tokens(side, clause: clause)
        }
    }

    /// Returns the keys of an item's words, marks and leading numbers left out.
    mutating func words(_ side: Side, _ item: Item) -> [UInt32] {
        tokens(side, item).compactMap { $0.kind == .punctuation || $0.kind == .numbering ? nil : $0.key }
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

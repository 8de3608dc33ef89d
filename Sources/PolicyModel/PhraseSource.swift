/// Where phrases are looked up: the seam between the room that keeps a full-text index and the rooms that tell what was found.
public protocol PhraseSource: Sendable {
    /// Looks up where a phrase stands in the texts and rules of all versions, and answers from it.
    ///
    /// Letters with and without diacritics, and of either case, count as the same.
    ///
    /// - Parameters:
    ///   - phrase: The words that follow one another in one clause, heading or rule.
    ///   - isPrefix: Whether the last one may go on.
    ///   - answer: Is given what was found, policy by policy, and what reads the clauses. Runs anew where what was found turns out to be damaged.
    /// - Throws: where the texts cannot be read; what `answer` throws.
    func find<Answer>(
        _ phrase: String, isPrefix: Bool,
        _ answer: (_ found: [FoundPhrase], _ clauses: any ClauseReader) throws -> Answer
    ) throws -> Answer
}

/// Reads clauses of texts in which a phrase was found, by their numbers.
public protocol ClauseReader {
    /// Returns the text of a clause.
    func text(of clause: Int64) throws -> String

    /// Returns the clauses of a content of a policy, by the name and the place that it was found under, in the order in which one reads them.
    func clauses(of policy: PolicyID, at place: Int) throws -> [Int64]
}

/// Where a phrase stands in the versions of one policy.
public struct FoundPhrase: Hashable, Sendable {
    /// A clause that holds it.
    public struct Clause: Hashable, Sendable {
        /// Its number: one for each wording, in whichever policies it stands; says nothing of an order.
        public let number: Int64
        /// In which of the policy's contents it stands, by their places, in order and apart from each other.
        public let contents: [ClosedRange<Int>]

        /// Makes a clause.
        public init(number: Int64, contents: [ClosedRange<Int>]) {
            self.number = number
            self.contents = contents
        }
    }

    /// A text with its rules: what a record holds.
    public struct Content: Hashable, Sendable {
        /// The text.
        public let text: ObjectID
        /// The rules, where there are any.
        public let rules: ObjectID?

        /// Returns the content of a record; nil for the end of a policy.
        public init?(_ record: PolicyRecord) {
            guard let text = record.text else { return nil }
            self.text = text
            self.rules = record.rules
        }

        /// Makes a content.
        public init(text: ObjectID, rules: ObjectID?) {
            self.text = text
            self.rules = rules
        }
    }

    /// The policy, by its id or an earlier one.
    public let policy: PolicyID
    /// The contents that the policy has or had under this name, each once.
    public let contents: [Content]
    /// The clauses that hold the phrase, by number.
    public let clauses: [Clause]

    /// Makes what was found in a policy.
    public init(policy: PolicyID, contents: [Content], clauses: [Clause]) {
        self.policy = policy
        self.contents = contents
        self.clauses = clauses
    }
}

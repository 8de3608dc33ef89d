/// Where phrases are looked up: the seam between the room that keeps a full-text index and the rooms that tell what was found.
public protocol PhraseSource: Sendable {
    /// Returns where a phrase stands in the texts and rules of all versions, by policy.
    ///
    /// Letters with and without diacritics, and of either case, count as the same.
    ///
    /// - Parameters:
    ///   - phrase: The words that follow one another in one clause, heading or rule.
    ///   - isPrefix: Whether the last one may go on.
    /// - Throws: where the texts cannot be read.
    func find(_ phrase: String, isPrefix: Bool) throws -> [FoundPhrase]
}

/// Where a phrase stands in the versions of one policy.
public struct FoundPhrase: Hashable, Sendable {
    /// A clause that holds it.
    public struct Clause: Hashable, Sendable {
        /// Its text.
        public let text: String
        /// In which of the policy's contents it stands, by their numbers.
        public let contents: [ClosedRange<Int>]

        /// Makes a clause.
        public init(text: String, contents: [ClosedRange<Int>]) {
            self.text = text
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
    /// The numbers of the policy's contents.
    public let numbers: [Content: Int]
    /// The clauses that hold the phrase.
    public let clauses: [Clause]

    /// Makes what was found in a policy.
    public init(policy: PolicyID, numbers: [Content: Int], clauses: [Clause]) {
        self.policy = policy
        self.numbers = numbers
        self.clauses = clauses
    }
}

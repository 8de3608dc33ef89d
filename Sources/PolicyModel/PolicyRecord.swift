/// One commit on the line that changed a policy: what git knows without reading a text.
public struct PolicyRecord: Hashable, Sendable {
    /// The commit on the line of first parents.
    public let commit: ObjectID
    /// The committer date of that commit.
    public let recorded: Instant
    /// The path of the text in that commit, for people.
    public let path: String
    /// The content of the text; nil where the policy was deleted by this commit.
    public let text: ObjectID?
    /// The content of `rules.yaml`; nil where there is none.
    public let rules: ObjectID?
    /// The translations, by language, sorted.
    public let translations: [Translation]

    /// A translation of the text.
    public struct Translation: Hashable, Sendable {
        /// The language in the file name (`policy.fr.md`: `fr`).
        public let language: String
        /// Its content.
        public let text: ObjectID

        /// Makes a translation.
        public init(language: String, text: ObjectID) {
            self.language = language
            self.text = text
        }
    }

    /// Makes a record.
    public init(
        commit: ObjectID, recorded: Instant, path: String, text: ObjectID?, rules: ObjectID? = nil,
        translations: [Translation] = []
    ) {
        self.commit = commit
        self.recorded = recorded
        self.path = path
        self.text = text
        self.rules = rules
        self.translations = translations
    }

    /// Whether this record ends the policy: its text is gone.
    public var isDeletion: Bool { text == nil }
}

/// A policy of a repository with the commits that changed it.
public struct PolicyHistory: Hashable, Sendable {
    /// The id; the newest where it was renamed.
    public let id: PolicyID
    /// Earlier ids of the same policy, newest first.
    public let aliases: [PolicyID]
    /// The records in the order of the line, oldest first; never empty.
    public let records: [PolicyRecord]

    /// Makes a history.
    public init(id: PolicyID, aliases: [PolicyID] = [], records: [PolicyRecord]) {
        self.id = id
        self.aliases = aliases
        self.records = records
    }
}

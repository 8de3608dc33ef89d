/// What `rules.yaml` states: the policy's substance as structured data.
public struct RuleSet: Hashable, Sendable {
    /// What the policy covers.
    public let scope: Scope
    /// The terms it defines.
    public let definitions: [Definition]
    /// The principles it names.
    public let principles: [Principle]
    /// Its prohibitions, duties and permissions.
    public let rules: [Rule]
    /// What the publisher may do about a breach.
    public let enforcement: [Measure]
    /// Where readers turn.
    public let contacts: [Contact]

    /// Makes a rule set; whatever is not given is empty.
    public init(
        scope: Scope = Scope(), definitions: [Definition] = [], principles: [Principle] = [], rules: [Rule] = [],
        enforcement: [Measure] = [], contacts: [Contact] = []
    ) {
        self.scope = scope
        self.definitions = definitions
        self.principles = principles
        self.rules = rules
        self.enforcement = enforcement
        self.contacts = contacts
    }
}

/// One scalar of `rules.yaml` with the lines it stands on.
public struct Statement: Hashable, Sendable {
    /// The text as written.
    public let text: String
    /// Its lines in `rules.yaml`.
    public let lines: LineRange

    /// Makes a statement.
    public init(_ text: String, lines: LineRange) {
        self.text = text
        self.lines = lines
    }
}

/// What a policy covers and what it does not.
public struct Scope: Hashable, Sendable {
    /// What is covered.
    public let includes: [Statement]
    /// What is not.
    public let excludes: [Statement]

    /// Makes a scope.
    public init(includes: [Statement] = [], excludes: [Statement] = []) {
        self.includes = includes
        self.excludes = excludes
    }
}

/// A term with its meaning.
public struct Definition: Hashable, Sendable {
    /// The stable id.
    public let id: String
    /// The term as used in the text.
    public let term: String
    /// What it means.
    public let meaning: String
    /// Its lines.
    public let lines: LineRange

    /// Makes a definition.
    public init(id: String, term: String, meaning: String, lines: LineRange) {
        self.id = id
        self.term = term
        self.meaning = meaning
        self.lines = lines
    }
}

/// A principle that the policy names.
public struct Principle: Hashable, Sendable {
    /// The stable id.
    public let id: String
    /// What it says.
    public let text: String
    /// Its lines.
    public let lines: LineRange

    /// Makes a principle.
    public init(id: String, text: String, lines: LineRange) {
        self.id = id
        self.text = text
        self.lines = lines
    }
}

/// A structured statement of what someone must not, must or may do (W3C ODRL: prohibition, duty, permission).
public struct Rule: Hashable, Sendable {
    /// The kind of rule, in the words of ODRL.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case prohibition, duty, permission
    }

    /// The stable id, unique in the policy.
    public let id: String
    /// Prohibition, duty or permission.
    public let type: Kind
    /// A short title for people.
    public let title: String?
    /// Whom it binds: `users`, or `publisher` for the publisher's own duties; nil means users.
    public let assignee: String?
    /// What must not, must or may be done.
    public let action: String
    /// Examples that spell the rule out.
    public let examples: [Statement]
    /// What the rule does not cover.
    public let exceptions: [Statement]
    /// What must hold for the rule to apply.
    public let conditions: [Statement]
    /// What follows from a breach.
    public let consequences: [Statement]
    /// The anchor of its clause in the text, without `#`.
    public let clause: String?
    /// The day it takes effect, only where that differs from its version's.
    public let effective: CivilDate?
    /// Its lines.
    public let lines: LineRange

    /// Makes a rule.
    public init(
        id: String, type: Kind, title: String? = nil, assignee: String? = nil, action: String,
        examples: [Statement] = [], exceptions: [Statement] = [], conditions: [Statement] = [],
        consequences: [Statement] = [], clause: String? = nil, effective: CivilDate? = nil, lines: LineRange
    ) {
        self.id = id
        self.type = type
        self.title = title
        self.assignee = assignee
        self.action = action
        self.examples = examples
        self.exceptions = exceptions
        self.conditions = conditions
        self.consequences = consequences
        self.clause = clause
        self.effective = effective
        self.lines = lines
    }
}

/// Something the publisher may do about a breach.
public struct Measure: Hashable, Sendable {
    /// The stable id.
    public let id: String
    /// What is done.
    public let measure: String
    /// When it may be done.
    public let conditions: [Statement]
    /// Its lines.
    public let lines: LineRange

    /// Makes a measure.
    public init(id: String, measure: String, conditions: [Statement] = [], lines: LineRange) {
        self.id = id
        self.measure = measure
        self.conditions = conditions
        self.lines = lines
    }
}

/// A way to reach the publisher.
public struct Contact: Hashable, Sendable {
    /// The stable id.
    public let id: String
    /// The channel: `form`, `email`, `post` and so on.
    public let channel: String?
    /// The address, or the name of the place.
    public let address: String
    /// Its lines.
    public let lines: LineRange

    /// Makes a contact.
    public init(id: String, channel: String? = nil, address: String, lines: LineRange) {
        self.id = id
        self.channel = channel
        self.address = address
        self.lines = lines
    }
}

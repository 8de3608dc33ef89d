/// The shape of a YAML file: one value that checks files and prints itself as JSON Schema, so that both never drift apart.
indirect enum Schema: Sendable {
    /// A scalar of a form.
    case text(TextForm)
    /// One of a few words.
    case choice([String])
    /// A list.
    case list(of: Schema)
    /// A map with known keys.
    case object(ObjectSchema)
    /// A map with keys of the writer's choice, some of them required.
    case map(of: Schema, keys: TextForm, required: [String])
    /// A scalar, or anything else that is no scalar.
    case either(TextForm, Schema)
}

/// A map with known keys.
struct ObjectSchema: Sendable {
    /// What the object is, for messages: "a rule".
    let name: String
    let properties: [Property]
    /// Of these keys exactly one has to be there.
    var exactlyOne: [String] = []
}

/// One key of a map.
struct Property: Sendable {
    /// How much a missing key matters.
    enum Presence: Sendable {
        case optional
        /// Without it the map cannot be used.
        case required
    }

    let key: String
    let schema: Schema
    let presence: Presence
    /// What the key says, one sentence, for the JSON Schema.
    let meaning: String

    init(_ key: String, _ schema: Schema, _ presence: Presence = .optional, _ meaning: String) {
        self.key = key
        self.schema = schema
        self.presence = presence
        self.meaning = meaning
    }
}

/// A form of text.
struct TextForm: Sendable {
    /// What it is, for messages: "a day as YYYY-MM-DD".
    let name: String
    /// The regular expression that the whole text matches, in the dialect that ECMA-262 and Swift share; nil for any text.
    var pattern: String?
    /// The JSON Schema format.
    var format: String?
    /// Other words that stand for themselves.
    var words: [String] = []
    /// Whether a number may stand for its text (`version: 3`).
    var allowsNumbers = false
    /// Whether another form makes the value useless; otherwise it is used all the same, with a warning.
    var isStrict = true

    /// Any text.
    static let any = TextForm(name: "text")
    /// Any text; numbers count as their text.
    static let label = TextForm(name: "text", allowsNumbers: true)
    /// The id of a policy, a rule or anything else that keeps its name.
    static let id = TextForm(
        name: "an id of lower-case letters, digits and hyphens", pattern: "^[a-z0-9][a-z0-9-]{0,62}$", isStrict: false)
    /// A day.
    static let day = TextForm(name: "a day as YYYY-MM-DD", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", format: "date")
    /// A day, or the word `unknown`.
    static let dayOrUnknown = TextForm(
        name: "a day as YYYY-MM-DD or 'unknown'", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", format: "date",
        words: ["unknown"])
    /// A moment.
    static let moment = TextForm(
        name: "a moment such as 2026-03-25T10:00:00Z",
        pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$",
        format: "date-time")
    /// A count of days or months.
    static let count = TextForm(name: "a whole number", pattern: "^[0-9]{1,4}$", allowsNumbers: true)
    /// An address of a page, with places to be filled.
    static let address = TextForm(
        name: "an address such as 'https://example.org/{policy}'", pattern: "^https?://[^ ]+$")
    /// SHA-256 in hexadecimal.
    static let digest = TextForm(name: "64 hexadecimal digits", pattern: "^[0-9a-f]{64}$", allowsNumbers: true)
    /// The name of a content of git.
    static let object = TextForm(name: "40 hexadecimal digits", pattern: "^[0-9a-f]{40}$", allowsNumbers: true)
    /// An anchor with its `#`.
    static let anchor = TextForm(name: "an anchor such as '#scope'", pattern: "^#.+$", isStrict: false)
    /// A language.
    static let language = TextForm(
        name: "a language tag such as 'en' or 'pt-BR'", pattern: "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", isStrict: false)
    /// The name of an audience.
    static let audience = TextForm(
        name: "a name such as 'existing-users'", pattern: "^[a-z0-9][a-z0-9-]*$", isStrict: false)
}

/// A word, number, mark or other unit of a clause's text, as the comparison sees it.
struct Token: Hashable, Sendable {
    /// What a token is.
    enum Kind: UInt8, Hashable, Sendable {
        case word
        /// A number with its unit or currency: `30 days`, `€5`, `18 years`.
        case quantity
        /// A calendar date.
        case date
        case email
        case url
        /// A reference to another place of the text: `Section 5.2`.
        case reference
        /// A number that leads a clause or heading: `5.2.`, `(a)`.
        case numbering
        /// An e-mail address that the capture hid: equal to any address.
        case hiddenEmail
        case punctuation
    }

    /// What the token is.
    let kind: Kind
    /// The interned normal form: equal keys mean equal words.
    let key: UInt32
    /// The bytes it covers in the text.
    let start: Int
    let end: Int
    /// What it does.
    var traits: Traits
    /// Whether it begins with a capital letter where no sentence begins: a name.
    var isName = false
    /// The sentence of the clause it belongs to, from 0.
    var sentence = 0
}

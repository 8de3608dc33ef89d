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
    /// Whether it begins with a capital letter where no sentence begins: a name.
    var isName = false
    /// The interned normal form: equal keys mean equal words.
    let key: UInt32
    /// What it does.
    var traits: Traits
    private let startPlace: Int32
    private let endPlace: Int32
    private let sentencePlace: Int32

    /// Makes a token.
    ///
    /// - Parameters:
    ///   - start: the first byte in the text.
    ///   - end: the byte behind its last one.
    ///   - sentence: the sentence of the clause it belongs to, from 0.
    init(kind: Kind, key: UInt32, start: Int, end: Int, traits: Traits, sentence: Int) {
        self.kind = kind
        self.key = key
        self.traits = traits
        startPlace = Int32(start)
        endPlace = Int32(end)
        sentencePlace = Int32(sentence)
    }

    /// The first byte that it covers in the text.
    var start: Int { Int(startPlace) }
    /// The byte behind the last one that it covers.
    var end: Int { Int(endPlace) }
    /// The sentence of the clause it belongs to, from 0.
    var sentence: Int { Int(sentencePlace) }

    /// Returns the same token in a text that stands behind so many bytes and sentences of another.
    func moved(by bytes: Int, sentences: Int) -> Token {
        var token = Token(
            kind: kind, key: key, start: start + bytes, end: end + bytes, traits: traits, sentence: sentence + sentences
        )
        token.isName = isName
        return token
    }
}

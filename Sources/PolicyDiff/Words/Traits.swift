/// What a word or phrase does in a policy, as the language's data says.
///
/// A word can have several traits; a phrase gives its traits to each of its words.
struct Traits: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    // What a sentence does.
    static let must = Traits(rawValue: 1 << 0)
    static let mustNot = Traits(rawValue: 1 << 1)
    static let may = Traits(rawValue: 1 << 2)
    static let needNot = Traits(rawValue: 1 << 3)
    static let will = Traits(rawValue: 1 << 4)
    static let negation = Traits(rawValue: 1 << 5)
    static let exception = Traits(rawValue: 1 << 6)
    static let condition = Traits(rawValue: 1 << 7)
    static let restrictor = Traits(rawValue: 1 << 8)
    static let example = Traits(rawValue: 1 << 9)
    static let definition = Traits(rawValue: 1 << 10)

    // Who acts.
    static let reader = Traits(rawValue: 1 << 11)
    static let publisher = Traits(rawValue: 1 << 12)
    static let thirdParty = Traits(rawValue: 1 << 13)

    // What is done to the reader.
    static let burden = Traits(rawValue: 1 << 14)
    static let benefit = Traits(rawValue: 1 << 15)
    static let liability = Traits(rawValue: 1 << 16)
    static let dispute = Traits(rawValue: 1 << 17)
    static let enforcement = Traits(rawValue: 1 << 18)
    static let personalData = Traits(rawValue: 1 << 19)
    static let contact = Traits(rawValue: 1 << 20)

    // What a quantity measures.
    static let unit = Traits(rawValue: 1 << 21)
    static let currency = Traits(rawValue: 1 << 22)
    static let number = Traits(rawValue: 1 << 23)
    static let month = Traits(rawValue: 1 << 24)
    static let cost = Traits(rawValue: 1 << 25)
    static let compensation = Traits(rawValue: 1 << 26)
    static let age = Traits(rawValue: 1 << 27)
    static let retention = Traits(rawValue: 1 << 28)
    static let notice = Traits(rawValue: 1 << 29)
    static let window = Traits(rawValue: 1 << 30)
    static let inactivity = Traits(rawValue: 1 << 31)
    static let penalty = Traits(rawValue: 1 << 32)
    static let ceiling = Traits(rawValue: 1 << 33)
    static let floor = Traits(rawValue: 1 << 34)
    static let duration = Traits(rawValue: 1 << 35)

    // What carries little or much.
    static let filler = Traits(rawValue: 1 << 36)
    static let signal = Traits(rawValue: 1 << 37)
    static let furniture = Traits(rawValue: 1 << 38)
    static let reference = Traits(rawValue: 1 << 39)
    static let abbreviation = Traits(rawValue: 1 << 40)
    static let address = Traits(rawValue: 1 << 41)

    static let relativeDate = Traits(rawValue: 1 << 42)
    static let possessive = Traits(rawValue: 1 << 43)
    static let imperative = Traits(rawValue: 1 << 44)

    static let dateStamp = Traits(rawValue: 1 << 45)

    static let only = Traits(rawValue: 1 << 46)
    static let copula = Traits(rawValue: 1 << 47)

    static let pageBlock = Traits(rawValue: 1 << 48)
    static let navigation = Traits(rawValue: 1 << 49)
    static let pointer = Traits(rawValue: 1 << 50)
    static let place = Traits(rawValue: 1 << 51)
    static let postal = Traits(rawValue: 1 << 52)
    static let announcement = Traits(rawValue: 1 << 53)
    static let document = Traits(rawValue: 1 << 54)
    static let conjunction = Traits(rawValue: 1 << 55)
    static let relative = Traits(rawValue: 1 << 56)
    static let detail = Traits(rawValue: 1 << 57)
    static let within = Traits(rawValue: 1 << 58)
    static let ban = Traits(rawValue: 1 << 59)
    static let grant = Traits(rawValue: 1 << 60)
    static let dutyFrame = Traits(rawValue: 1 << 61)
    static let dutyParticle = Traits(rawValue: 1 << 62)
    static let dutyInfinitive = Traits(rawValue: 1 << 63)

    /// Whatever decides what a clause does: never noise.
    static let decisive: Traits = [
        .must, .mustNot, .may, .needNot, .will, .negation, .exception, .condition, .restrictor, .number, .liability,
        .dispute, .enforcement, .signal, .personalData, .burden, .cost,
    ]

    /// The section of a language file that gives each trait.
    static let sections: [(name: String, trait: Traits)] = [
        ("must", .must), ("must-not", .mustNot), ("may", .may), ("need-not", .needNot), ("will", .will),
        ("negation", .negation), ("exception", .exception), ("condition", .condition), ("restrictor", .restrictor),
        ("example", .example), ("definition", .definition), ("reader", .reader), ("publisher", .publisher),
        ("third-party", .thirdParty), ("burden", .burden), ("benefit", .benefit), ("liability", .liability),
        ("dispute", .dispute), ("enforcement", .enforcement), ("personal-data", .personalData), ("contact", .contact),
        ("currency", .currency), ("cost", .cost), ("compensation", .compensation), ("age", .age),
        ("retention", .retention), ("notice", .notice), ("window", .window), ("inactivity", .inactivity),
        ("penalty", .penalty), ("ceiling", .ceiling), ("floor", .floor), ("filler", .filler), ("signal", .signal),
        ("furniture", .furniture), ("reference", .reference), ("abbreviation", .abbreviation), ("address", .address),
        ("relative-date", .relativeDate), ("possessive", .possessive), ("imperative", .imperative),
        ("date-stamp", .dateStamp), ("only", .only), ("copula", .copula),
        ("page-block", .pageBlock), ("navigation", .navigation), ("pointer", .pointer), ("place", .place),
        ("postal", .postal), ("announcement", .announcement), ("document", .document),
        ("conjunction", .conjunction), ("relative", .relative), ("detail", .detail),
        ("within", .within), ("ban", .ban), ("grant", .grant),
        ("duty-frame", .dutyFrame), ("duty-particle", .dutyParticle),
    ]
}

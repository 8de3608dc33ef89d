internal import PolicyDiff

/// What a clause that people wrote claims to hold from now on.
struct Claim: Hashable {
    /// Where it leaves the reader.
    let stand: Stand
    /// Where it may leave the reader as well, where its words do not tell: "We no longer share …" ends a promise, or a right.
    var alternative: Stand?
    /// The words that carry what it is about, in lower case.
    let topic: [String]
    /// The clause.
    let text: String

    /// Whether it claims one of some stands.
    func isOne(of stands: Set<Stand>) -> Bool {
        stands.contains(stand) || alternative.map(stands.contains) ?? false
    }

    /// Whether a reader likes to hear it, as far as its words tell.
    var isKind: Bool { stand.isKind || alternative?.isKind ?? false }
}

/// Reads the claims of what people write, in the language of the notice.
///
/// The clause is read as the comparison reads the clauses of a policy. Words of notices ("no longer", "lifts the ban on",
/// "until now") stand in the catalogue: they say that what the clause speaks of ends, or held before.
struct ClaimReader {
    private let reader: SentenceReader
    private let phrases: ClaimPhrases

    init(_ catalogue: Catalogue) {
        reader = SentenceReader(language: catalogue.language)
        phrases = ClaimPhrases(catalogue)
    }

    /// Returns what a text claims to hold from now on; what it says of the time before is left out.
    func claims(in text: String) -> [Claim] { clauses(of: text).flatMap(claims(ofClause:)) }

    /// The words that carry what a text is about.
    func topic(of text: String) -> [String] { reader.readings(of: text).flatMap(\.topic) }

    /// Whether the text puts a limit that the words of a policy would have to have ("unless", "in most cases").
    func limit(in text: String) -> String? {
        let text = clauses(of: text).compactMap(phrases.withoutPast).joined(separator: "; ")
        if let hedge = phrases.first(.hedge, in: text) { return hedge }
        // "Only new members must not …"
        if reader.readings(of: text).contains(where: { ($0.marks[.restrictor] ?? .max) == 0 }) {
            return text.split(separator: " ").first.map(String.init)
        }
        return text.split { !$0.isLetter && $0 != "’" && $0 != "'" }.map(String.init).first { word in
            reader.stands(.exception, in: word) && !reader.stands(.negation, in: word)
        }
    }

    /// Whether the text says that the reader has nothing to do.
    func isIdle(_ text: String) -> Bool { phrases.first(.idle, in: text) != nil }

    /// Whether the text says under which condition it holds, or what it leaves out.
    func isConditional(_ text: String) -> Bool {
        reader.readings(of: text).contains { $0.marks[.condition] != nil || $0.marks[.exception] != nil }
            || phrases.first(.hedge, in: text) != nil
    }

    /// Whether the text says in any way that it does not hold of everything, always or of everybody.
    func isLimited(_ text: String) -> Bool {
        isConditional(text) || phrases.first(.limits, in: text) != nil
            || isRestricted(text)
    }

    /// Whether the text has a word such as "only".
    func isRestricted(_ text: String) -> Bool { reader.readings(of: text).contains { $0.marks[.restrictor] != nil } }

    /// The conditions and exceptions of a text, each from the word it begins with to the next comma.
    ///
    /// - Parameter isWide: Whether words that limit in any way begin one ("provided").
    func conditions(in text: String, isWide: Bool = false) -> [String] {
        clauses(of: text).flatMap { clause -> [String] in
            clause.split(separator: ",").compactMap { part in
                let words = part.split(separator: " ").map(String.init)
                let first = words.firstIndex { word in
                    let bare = word.filter { $0.isLetter }
                    return
                        (reader.stands(.exception, in: bare) || reader.stands(.condition, in: bare)
                        || phrases.first(.without, in: bare) != nil
                        || isWide && limits(bare))
                }
                return first.map { words[$0...].joined(separator: " ") }.flatMap { condition in
                    phrases.first(.hopes, in: condition) == nil ? condition : nil
                }
            }
        }
    }

    /// Whether a word begins a limit that other words can say as well, as "only" cannot.
    private func limits(_ word: String) -> Bool {
        phrases.first(.limits, in: word) != nil && !reader.stands(.restrictor, in: word)
    }

    /// Whether a clause of the text denies something, other than by saying that a statement has ended.
    func isDenied(_ text: String) -> Bool {
        clauses(of: text).contains { clause in
            let (rest, isEnded) = phrases.withoutEnd(clause)
            return !isEnded && reader.readings(of: rest).contains { $0.marks[.negation] != nil }
        }
    }

    /// The quantities of a text that have a unit.
    func quantities(in text: String) -> [String] {
        reader.readings(of: text).flatMap(\.quantities).filter { $0.contains(where: \.isLetter) }
    }

    private func claims(ofClause clause: String) -> [Claim] {
        guard let clause = phrases.withoutPast(clause) else { return [] }
        func claim(_ stand: Stand, _ topic: [String]) -> Claim { Claim(stand: stand, topic: topic, text: clause) }
        // What is asked of the reader by nothing at all is held against all changes at once.
        if isIdle(clause) { return [] }
        // To ask for something is neither to demand nor to forbid it, and to grant nothing either.
        if phrases.first(.asks, in: clause) != nil { return [] }
        if phrases.first(.banned, in: clause) != nil { return [claim(.forbidden, topic(of: clause))] }
        let (rest, isEnded) = phrases.withoutEnd(clause)
        if let named = phrases.stand(of: rest), phrases.endsWhatItNames(rest) {
            return [claim(isEnded ? named : named.ended, topic(of: clause))]
        }
        let endsRule = phrases.endsRule(rest)
        // The capital at the beginning makes no name of a word.
        let sentence = rest.prefix(1).lowercased() + rest.dropFirst()
        return reader.readings(of: sentence).compactMap { reading in
            // What to do is no claim of what holds.
            if reading.isPointer || reading.isCommand {
                return phrases.stand(of: rest).map { claim($0, reading.topic) }
            }
            let isAddressed = reading.isPartyNamed && phrases.first(.addresses, in: rest) != nil
            let party = isAddressed ? .reader : reading.isPartyGuessed ? .nobody : reading.party
            var stand = Stand(reading.modality, of: party)
            // Where nouns have capitals too, a name says little of who is bound.
            if stand == nil || party == .nobody || reading.isPartyNamed && !isAddressed {
                stand = phrases.stand(of: rest) ?? stand
            }
            if stand == nil, isEnded, party == .publisher {
                return Claim(stand: .unpromised, alternative: .released, topic: reading.topic, text: clause)
            }
            return stand.map { claim(isEnded != endsRule ? $0.ended : $0, reading.topic) }
        }
    }

    /// The text parted where another statement may begin.
    private func clauses(of text: String) -> [String] {
        var clauses: [String] = []
        for sentence in Sentences(text).all {
            var rest = sentence[...]
            while let cut = phrases.cut(in: rest) {
                clauses.append(String(rest[..<cut.lowerBound]))
                rest = rest[cut.upperBound...]
            }
            clauses.append(String(rest))
        }
        return clauses.filter { $0.contains(where: \.isLetter) }
    }
}

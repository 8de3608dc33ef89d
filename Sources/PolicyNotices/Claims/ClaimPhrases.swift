/// The words of notices that say what becomes of a rule, in one language: the section `claims` of its catalogue.
struct ClaimPhrases {
    /// What a phrase does.
    enum Role: String {
        /// What is forbidden, required, allowed or promised, in a verb or noun of notices.
        case forbids, requires, allows, promises
        /// "Must no longer": what was demanded or allowed is forbidden.
        case banned
        /// "No longer": what the clause says ends.
        case ended
        /// "Lifts", "removes": what the noun behind it names ends.
        case ends
        /// "Rule": what a verb of `ends` takes with all that is said of it.
        case rule
        /// "Turns": what is named last is what holds now.
        case turns
        /// "Ends", behind what it is said of.
        case lapses
        /// What makes a figure larger or smaller.
        case more, less
        /// "Until now": the clause speaks of what held.
        case before
        /// "From now on".
        case now
        /// "Instead of": what stands behind it held before.
        case instead
        /// "Usually": it does not always hold.
        case hedge
        /// "Aim to", in a policy as well: less than a promise.
        case softens
        /// "Want to", in a notice: less than a promise, too.
        case hopes
        /// "We ask you": less than a duty or a ban.
        case asks
        /// "Exception", "all but": it does not hold of everything.
        case limits
        /// "Without": what has to be there, or must not be.
        case without
        /// "Even if": an exception no longer counts.
        case despite
        /// "You have", "you get": told as something given.
        case gains
        /// "Dürfen Sie": speaks to the reader, whatever noun stands in front.
        case addresses
        /// "Nothing to do": asks nothing of the reader.
        case idle
        /// "Nor": one thing more of which a denial is said, where the words for it look like an end ("ne … pas non plus").
        case neither
        /// "Just": a figure is told as small.
        case praises
        /// "At least", "at most": which way a figure bounds.
        case least, most
        /// "Stricter": readers are told that it is harder on them.
        case harder
        /// Where another statement begins.
        case cut
    }

    private let catalogue: Catalogue

    init(_ catalogue: Catalogue) { self.catalogue = catalogue }

    /// The beginnings of words and the phrases of a role, the longest first.
    private func phrases(_ role: Role) -> [String] {
        (catalogue["claims/\(role.rawValue)"] ?? "").split(separator: ",").map { phrase in
            String(phrase.drop { $0 == " " }).lowercased()
        }.sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// Returns the words of a text that are a phrase of a role, whole; nil where none are.
    func first(_ role: Role, in text: String) -> String? {
        let plain = self.plain(text)
        return phrases(role).lazy.compactMap { phrase in
            Self.range(of: phrase, in: plain[...]).map { Self.whole($0, in: plain) }
        }.first
    }

    /// Returns the words of a text that are a phrase of a role and stand in none of others; nil where none are.
    func first(_ role: Role, in text: String, besides others: [String]) -> String? {
        let (plain, known) = (self.plain(text), others.map(plain))
        return phrases(role).lazy.filter { phrase in !known.contains { Self.range(of: phrase, in: $0[...]) != nil } }
            .compactMap { phrase in Self.range(of: phrase, in: plain[...]).map { Self.whole($0, in: plain) } }.first
    }

    /// The words that a range begins in, to the end of the last.
    private static func whole(_ range: Range<Substring.Index>, in text: String) -> String {
        let end = text[range.upperBound...].firstIndex(of: " ") ?? text.endIndex
        return trimmed(text[range.lowerBound..<(text[range].hasSuffix(" ") ? range.upperBound : end)])
    }

    /// Returns where a verb or noun of notices leaves the reader; nil where none stands in the text.
    func stand(of text: String) -> Stand? {
        let plain = self.plain(text)
        let roles: [(Role, Stand)] = [
            (.forbids, .forbidden), (.requires, .required), (.allows, .allowed), (.promises, .promised),
        ]
        let named = roles.compactMap { role, stand in
            phrases(role).compactMap { Self.range(of: $0, in: plain[...])?.lowerBound }.min().map { (place: $0, stand) }
        }.filter { !($0.1 == .promised && isWithout(plain[..<$0.place])) }.sorted { $0.place < $1.place }
        // What is named first is what the sentence is about: "prohibits what was allowed".
        return (first(.turns, in: text) == nil ? named.first : named.last)?.1
    }

    /// Whether a text ends with "without": what stands behind it is not there.
    private func isWithout(_ text: Substring) -> Bool {
        phrases(.without).contains { text.hasSuffix(" " + $0) }
    }

    /// Returns the text without the words that say that it ends, and whether there were any.
    func withoutEnd(_ text: String) -> (rest: String, isEnded: Bool) {
        if first(.neither, in: text) != nil { return (text, false) }
        let plain = self.plain(text)
        for phrase in phrases(.ended) {
            // "ne … plus", "n’… plus": two words with others between them.
            let parts = phrase.split(separator: "…").map { String($0).filter { $0 != " " } }
            if parts.count == 2 {
                guard let first = Self.range(of: parts[0] + " ", in: plain[...]),
                    let second = plain[first.upperBound...].firstRange(of: " \(parts[1]) "),
                    plain[first.upperBound..<second.lowerBound].split(separator: " ").count <= 4
                else { continue }
                let between = plain[first.upperBound..<second.lowerBound]
                return (
                    Self.trimmed(plain[..<first.lowerBound] + " " + between + " " + plain[second.upperBound...]), true
                )
            }
            guard let range = Self.range(of: phrase + " ", in: plain[...]) else { continue }
            return (Self.trimmed(plain[..<range.lowerBound] + " " + plain[range.upperBound...]), true)
        }
        return (text, false)
    }

    /// Returns a clause without what it says of the time before; nil where it speaks of nothing else.
    func withoutPast(_ clause: String) -> String? {
        let parts = clause.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let kept = parts.filter { part in
            first(.before, in: part) == nil || first(.now, in: withoutPhrases(.before, part)) != nil
        }
        // "Until now, you could …"
        if kept.count < parts.count, parts[0].split(separator: " ").count <= 4, first(.before, in: parts[0]) != nil {
            return nil
        }
        return kept.isEmpty ? nil : kept.joined(separator: ",")
    }

    private func withoutPhrases(_ role: Role, _ text: String) -> String {
        phrases(role).reduce(plain(text)) { $0.replacing(" \($1)", with: " ") }
    }

    /// Whether a verb such as "lifts" stands just before the word for what it ends ("lifts the ban on lamps"), or one such as
    /// "ends" somewhere behind it.
    func endsWhatItNames(_ text: String) -> Bool {
        let plain = self.plain(text)
        let named: [Role] = [.forbids, .requires, .allows, .promises]
        func names(_ text: String) -> Bool {
            named.contains { role in phrases(role).contains { Self.range(of: $0, in: (" " + text + " ")[...]) != nil } }
        }
        let isEnded = phrases(.ends).contains { verb in
            guard let end = Self.range(of: verb, in: plain[...]) else { return false }
            return names(plain[end.upperBound...].split(separator: " ", maxSplits: 4).prefix(4).joined(separator: " "))
        }
        return isEnded
            || phrases(.lapses).contains { verb in
                Self.range(of: verb, in: plain[...]).map { names(String(plain[..<$0.lowerBound])) } ?? false
            }
    }

    /// Whether a verb such as "removes" stands just before "the rule that …".
    func endsRule(_ text: String) -> Bool {
        let plain = self.plain(text)
        return phrases(.ends).contains { verb in
            guard let end = Self.range(of: verb, in: plain[...]) else { return false }
            let behind = plain[end.upperBound...].split(separator: " ", maxSplits: 3).prefix(3).joined(separator: " ")
            return phrases(.rule).contains { Self.range(of: $0, in: (" " + behind + " ")[...]) != nil }
        }
    }

    /// Returns where another statement begins; nil where none does.
    func cut(in text: Substring) -> Range<Substring.Index>? {
        let marks = [";", " – ", " — "] + phrases(.cut).map { ", \($0) " }
        return marks.compactMap { text.firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }
    }

    /// The text in lower case with single spaces around all words, and one kind of apostrophe; in French behind an article, too.
    private func plain(_ text: String) -> String {
        let plain = Tone.plain(text).replacing("'", with: "’") + " "
        return catalogue.language == "fr" ? plain.replacing("’", with: "’ ") : plain
    }

    private static func range(of phrase: String, in text: Substring) -> Range<Substring.Index>? {
        text.firstRange(of: " " + phrase)
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
        text.split(separator: " ").joined(separator: " ").replacing("’ ", with: "’")
    }
}

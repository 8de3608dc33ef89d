internal import PolicyDiff
internal import PolicyModel

/// What of a change a sentence on it has to keep, and what it may claim.
struct ChangeTruth: Sendable {
    /// The change.
    let change: Change
    /// What the notice tells that it is for readers: unclear where its words do not show that it is kinder.
    let direction: Direction
    /// The stands that a sentence on it has to claim one of; empty where it need not claim any.
    let expected: Set<Stand>
    /// The stands that its words support beside these.
    let supported: Set<Stand>
    /// The words that carry what it is about, in lower case.
    let topic: [String]
    /// Whether what is said now has a condition or an exception.
    let isConditional: Bool
    /// Whether the old or the new words have an exception.
    let hasException: Bool
    /// Whether what came with the change limits it: an exception, a condition, "only".
    let isNewlyLimited: Bool
    /// Whether the old or the new words deny something.
    let hasNegation: Bool

    init(_ change: Change, of point: NoticePoint, under meaning: Meaning, _ reader: SentenceReader) {
        func readings(_ text: String?) -> [SentenceReading] { text.map(reader.readings(of:)) ?? [] }
        let before = readings(change.before?.text)
        let after = readings(change.after?.text)
        self.change = change
        direction = point.direction == .unclear ? .unclear : change.direction
        let bound = Self.families.contains { change.kind.hasPrefix($0) }
        expected = bound ? Stand.expected(under: meaning) : []
        let now = after.compactMap { Stand($0.modality, of: $0.party) }
        let ended = change.after == nil ? before.compactMap { Stand($0.modality, of: $0.party)?.ended } : []
        let words = [change.focus?.before, change.focus?.after].flatMap(readings) + before + after
        let names = change.section + [change.rule?.replacing("-", with: " ")].compactMap { $0 }
        topic = words.flatMap(\.topic) + names.flatMap { readings($0).flatMap(\.topic) }
        let said = change.after == nil ? before : after
        isConditional = said.contains { $0.marks[.condition] != nil || $0.marks[.exception] != nil }
        hasException = (before + after).contains { $0.marks[.exception] != nil || $0.marks[.restrictor] != nil }
        hasNegation = (before + after).contains { $0.marks[.negation] != nil }
        func limits(_ readings: [SentenceReading]) -> Int {
            let marks: [SentenceReading.Mark] = [.exception, .condition, .restrictor]
            return readings.reduce(0) { sum, reading in sum + marks.count { reading.marks[$0] != nil } }
        }
        isNewlyLimited = limits(after) > limits(before)
        // What a new exception takes out of a promise or a permission is no longer promised or allowed.
        let held = before.compactMap { Stand($0.modality, of: $0.party) }
        let taken = isNewlyLimited && point.direction == .stricter ? (held + now).map(\.ended) : []
        supported = Set(now + ended + taken).union(Stand.expected(under: meaning))
    }

    /// The kinds whose sentences say that something may, must, must not or will be done.
    private static let families = [
        "prohibition-", "duty-", "permission-", "commitment-", "modality-", "rule-type-changed",
    ]

    /// Whether the change is about what a text is about: it shares as much of its words as asked for.
    func isAbout(_ words: [String], atLeast share: Double) -> Bool {
        TopicWords.share(of: words, in: topic) >= share
    }
}

/// Comparing what texts are about.
enum TopicWords {
    /// The share of some words that stand among others, in any of their forms; 1 where there are none to look for.
    static func share(of words: [String], in others: [String]) -> Double {
        let sought = Set(words.map(stem))
        if sought.isEmpty { return 1 }
        let known = Set(others.map(stem))
        // "film" and "filming" share no more than the beginning of the shorter.
        let found = sought.count { word in
            known.contains(word) || known.contains { $0.hasPrefix(word) || word.hasPrefix($0) }
        }
        return Double(found) / Double(sought.count)
    }

    /// The first letters, which the forms of a word share.
    private static func stem(_ word: String) -> String {
        let letters = word.lowercased().filter { $0.isLetter || $0.isNumber }
        return String(letters.prefix(letters.count > 6 ? 5 : max(3, letters.count - 1)))
    }
}

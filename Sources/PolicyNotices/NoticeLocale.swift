package import PolicyModel

/// How a language writes days and numbers and counts things: the seam to Foundation, which this room does without.
package protocol NoticeLocale: Sendable {
    /// The language (BCP 47).
    var language: String { get }

    /// Returns the day as the language writes it in a sentence: "25 March 2026".
    func date(_ day: CivilDate) -> String

    /// Returns the whole number with the language's own grouping.
    func number(_ number: Int) -> String

    /// Returns the name of another language in this one ("French").
    func name(ofLanguage tag: String) -> String

    /// Returns which form of a noun goes with the number.
    func plural(_ count: Int) -> PluralCategory
}

/// The forms that nouns have beside numbers, in the words of Unicode's CLDR; the languages of the catalogues need these.
package enum PluralCategory: String, Hashable, Sendable, CaseIterable {
    case one, many, other
}

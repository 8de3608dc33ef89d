/// The numbers that decide an alignment, in one place, with what led to them.
///
/// They were set on the development corpus (110 pairs, 12 moved clauses, 17 documents): the value named is the middle of the
/// range in which no figure of the evaluation changes.
enum Thresholds {
    /// The least similarity (weighted Dice, 0…1) of two clauses between the same matched neighbours.
    static let similarInPlace = 0.34
    /// The least similarity of two clauses anywhere in the text.
    static let similarAnywhere = 0.55
    /// The least similarity of two headings.
    static let similarHeading = 0.4
    /// How much likeness it is worth to stand beside the partners of one's neighbours.
    static let inPlace = 0.1
    /// What full likeness weighs, and what it weighs to stand where expected: less than any likeness that a reader would see.
    static let likenessUnit = 1e9
    static let nearness = 1_000
    /// How many rows times candidates of clauses that compete with one another are settled by the best choice of all.
    static let assignmentWork = 500_000
    /// How much of a clause's weight must stand in another for it to be a part split off or glued on.
    static let part = 0.72
    /// How much of a clause must stand in another where part of it is used up by that clause's own partner.
    static let partOfRest = 0.45
    static let partOfWhole = 0.9
    /// The least likeness of a list with its lead-in to the one sentence that it became or was, and how many words it may have:
    /// a long list that was rewritten is better told item by item.
    static let listAsSentence = 0.6
    static let wordsOfList = 80
    /// How many words make a text that stands twice a repetition rather than a coincidence.
    static let repeatedWords = 5
    /// The words in which candidates are looked for: those that stand in at most so many clauses.
    static let rareWord = 24
    /// How many candidates are weighed for one clause.
    static let candidates = 12
    /// Below this share of kept text, a comparison of long texts is of two documents rather than of two versions.
    static let rewritten = 0.25
}

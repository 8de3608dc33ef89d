import PolicyLanguage
import PolicyModel

/// The dates that a text states of itself.
struct StatedDates {
    private(set) var published: CivilDate?
    private(set) var effective: CivilDate?

    init(in document: Document) {}
}

package import PolicyDiff

/// The fixed words of a changelog in one language.
package struct ChangelogLabels: Hashable, Sendable {
    /// The headings of a changelog's sections, in their order (https://keepachangelog.com/en/1.1.0/).
    package enum Section: String, Hashable, Sendable, CaseIterable {
        case added, changed, removed, fixed
    }

    /// The language (BCP 47).
    package let language: String
    /// What stands beside a first version.
    package let first: String
    /// What stands beside a version that was taken back.
    package let withdrawn: String
    /// What stands beside the end of a policy.
    package let ended: String
    /// What stands beside a version that does not bind yet, and states no day.
    package let upcoming: String
    /// What stands beside a version without changes.
    package let nothing: String
    /// Above the list of versions: "Versions".
    package let versions: String
    /// The headings of the sections.
    package let sections: [Section: String]
    private let catalogue: Catalogue

    /// Finds the words of a language.
    ///
    /// - Throws: `NoticeError` where there are none.
    package init(language: String) throws(NoticeError) {
        guard let catalogue = Catalogue.named(language) else { throw .unknownLanguage(language) }
        self.catalogue = catalogue
        self.language = language
        self.first = catalogue.text("changelog/first")
        self.withdrawn = catalogue.text("changelog/withdrawn")
        self.ended = catalogue.text("changelog/ended")
        self.upcoming = catalogue.text("changelog/upcoming-undated")
        self.nothing = catalogue.text("changelog/nothing")
        self.versions = catalogue.text("changelog/versions")
        self.sections = Dictionary(
            uniqueKeysWithValues: Section.allCases.map { ($0, catalogue.text("changelog/\($0.rawValue)")) })
    }

    /// Returns "Changelog: Usage Policy".
    package func title(_ policy: String) -> String {
        catalogue.text("changelog/title", ["title": Quotation.flat(policy)])
    }

    /// Returns the remark on a version that does not bind yet: "Not yet in force: applies from 1 May 2026".
    package func upcoming(_ day: String) -> String { catalogue.text("changelog/upcoming", ["date": day]) }

    /// Returns a place with which way a change under it goes; the place alone where that is neutral.
    package func place(_ place: String?, _ direction: Direction) -> String? {
        guard let words = catalogue["directions/\(direction.rawValue)"] else { return place }
        return place.map { catalogue.text("style/with-direction", ["text": $0, "direction": words]) } ?? words
    }

    /// Returns the sentence below the title.
    package func introduction(_ policy: String) -> String {
        catalogue.text("changelog/intro", ["title": Quotation.flat(policy)])
    }

    /// Two sets of words are equal where their languages are.
    package static func == (left: ChangelogLabels, right: ChangelogLabels) -> Bool { left.language == right.language }

    /// Hashes the language.
    package func hash(into hasher: inout Hasher) { hasher.combine(language) }
}

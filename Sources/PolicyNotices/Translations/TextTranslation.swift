internal import PolicyDiff
package import PolicyModel

/// A text with its translation, so that what a change quotes can be quoted in the reader's language.
///
/// A translation has the sections and clauses of its text in their order. Where it has not, what stands under the same explicit anchor
/// is the same; of the rest nothing is claimed, and the original is quoted.
package struct TextTranslation: Sendable {
    /// The language of the translation (BCP 47).
    package let language: String
    /// Why the version exists, in the translation's words; nil where it does not say.
    package let reason: String?
    /// The policy's title in the translation; nil where it has none.
    var title: String? { translation.title }
    private let original: Document
    private let translation: Document
    /// The clause of the translation for a clause of the text, by index.
    private let clauses: [Int: Int]
    /// The section of the translation for a section of the text, by index.
    private let sections: [Int: Int]
    /// The clauses of the text by their words.
    private let places: [String: [Int]]

    /// Pairs a text with its translation.
    package init(of original: Document, into language: String, _ translation: Document, reason: String? = nil) {
        self.language = language
        self.reason = reason
        self.original = original
        self.translation = translation
        sections = Self.sections(original, translation)
        clauses = Self.clauses(original, translation, sections)
        places = Dictionary(grouping: original.clauses.indices) { original.clauses[$0].text }
    }

    /// Returns the translation of what stands in a text; nil where the translation has none, or names other figures.
    func clause(for evidence: Change.Evidence) -> String? {
        let candidates = places[evidence.text] ?? []
        let own = candidates.first { original.clauses[$0].lines == evidence.lines } ?? candidates.first
        guard let own, let other = clauses[own] else { return nil }
        let text = translation.clauses[other].text
        let (before, after) = (Self.figures(evidence.text), Self.figures(text))
        return before.isEmpty || after.isEmpty || before == after ? text : nil
    }

    /// Returns the translated headings of a path; nil where one of them has no translation.
    func headings(for path: [String]) -> [String]? {
        guard let section = original.sections.indices.first(where: { original.path(ofSection: $0) == path }),
            let other = sections[section]
        else { return nil }
        let headings = translation.path(ofSection: other)
        return headings.count == path.count ? headings : nil
    }

    private static func sections(_ original: Document, _ translation: Document) -> [Int: Int] {
        if original.sections.map(\.level) == translation.sections.map(\.level) {
            return Dictionary(uniqueKeysWithValues: original.sections.indices.map { ($0, $0) })
        }
        let anchored = Dictionary(
            translation.sections.indices.compactMap { index in translation.sections[index].anchor.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first })
        return Dictionary(
            uniqueKeysWithValues: original.sections.indices.compactMap { index in
                original.sections[index].anchor.flatMap { anchored[$0] }.map { (index, $0) }
            })
    }

    private static func clauses(_ original: Document, _ translation: Document, _ sections: [Int: Int]) -> [Int: Int] {
        var pairs: [Int: Int] = [:]
        for (own, other) in sections {
            let (first, second) = (original.sections[own].clauses, translation.sections[other].clauses)
            guard first.count == second.count,
                zip(first, second).allSatisfy({ isAlike(original.clauses[$0].form, translation.clauses[$1].form) })
            else { continue }
            for (left, right) in zip(first, second) { pairs[left] = right }
        }
        let anchored = Dictionary(
            translation.clauses.indices.compactMap { index in translation.clauses[index].anchor.map { ($0, index) } },
            uniquingKeysWith: { first, _ in first })
        for index in original.clauses.indices {
            if let other = original.clauses[index].anchor.flatMap({ anchored[$0] }) { pairs[index] = other }
        }
        return pairs
    }

    private static func isAlike(_ left: Clause.Form, _ right: Clause.Form) -> Bool {
        switch (left, right) {
        case (.paragraph, .paragraph), (.listItem, .listItem), (.tableRow, .tableRow), (.verbatim, .verbatim): true
        default: false
        }
    }

    /// The numbers of a text in digits, sorted.
    private static func figures(_ text: String) -> [Substring] {
        text.split { !$0.isASCII || !$0.isNumber }.sorted()
    }
}

/// The translations of both texts of a difference into the language of a notice.
package struct TranslatedPair: Sendable {
    /// Of the text that readers knew; nil where none is recorded.
    package let before: TextTranslation?
    /// Of the new text; nil where none is recorded.
    package let after: TextTranslation?

    /// Makes a pair.
    package init(before: TextTranslation?, after: TextTranslation?) {
        self.before = before
        self.after = after
    }
}

import PolicyModel

@testable import PolicyDiff

/// Compares two texts of one clause, or of several parted by line feeds, in a language.
func comparedClauses(_ old: String, _ new: String, _ language: String) -> Comparison {
    func content(_ text: String) -> PolicyContent {
        let clauses = text.split(separator: "\n").enumerated().map { index, line in
            Clause(text: String(line), lines: LineRange(index + 1, index + 1))
        }
        return PolicyContent(document: Document(sections: [], clauses: clauses), rules: nil)
    }
    return compare(content(old), content(new), options: ComparisonOptions(language: language))
}

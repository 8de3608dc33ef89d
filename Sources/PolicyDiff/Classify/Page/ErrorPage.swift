internal import PolicyModel

/// What a site answers where it does not give the page: "Access denied", "Just a moment …".
enum ErrorPage {
    /// A longer text is a text.
    private static let mostBytes = 600

    /// Whether a document is such an answer and nothing else.
    static func stands(in side: PairReader.Side, _ reader: inout PairReader) -> Bool {
        let document = reader.document(side)
        let size = document.clauses.reduce(0) { $0 + $1.text.utf8.count }
        guard size <= mostBytes, document.clauses.count <= 12 else { return false }
        let errors = reader.vocabulary.lexicon.details.errors
        let headings = document.sections.indices.filter { !document.sections[$0].heading.isEmpty }
        let passages =
            document.clauses.indices.prefix(6).map { Passage([$0], side, &reader) }
            + headings.prefix(3).map { Passage(heading: $0, side, &reader) }
        return passages.contains { errors.stands(in: $0, over: $0.words.indices, reader.vocabulary) }
    }
}

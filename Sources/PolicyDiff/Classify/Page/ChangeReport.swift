internal import PolicyModel

/// What a text says of its own changes: "We have clarified that …".
///
/// It stands under "Summary of changes", or above the text beside a line that announces an update. It is evidence of changes, which
/// are told where they stand.
enum ChangeReport {
    static func clauses(
        of document: Document, _ side: PairReader.Side, _ reader: inout PairReader
    ) -> Set<Int> {
        var found: Set<Int> = []
        for section in document.sections.indices where announces(heading: section, side, &reader) {
            for index in document.sections[section].clauses where reports(index, side, &reader) { found.insert(index) }
        }
        // Above the text, beside a line that announces.
        let first = (document.sections.first?.clauses ?? 0..<0).prefix(8)
        for index in first where found.contains(index) == false && reports(index, side, &reader) {
            let beside = [index - 1, index + 1].filter { document.clauses.indices.contains($0) }
            let isAnnounced = beside.contains { other in
                let passage = Passage([other], side, &reader)
                let traits = passage.traits(passage.words.indices)
                return passage.words.count <= 30 && traits.isSuperset(of: [.announcement, .document])
            }
            if isAnnounced { found.insert(index) }
        }
        return found
    }

    /// Whether a heading says that changes are listed below.
    private static func announces(heading section: Int, _ side: PairReader.Side, _ reader: inout PairReader) -> Bool {
        guard !reader.document(side).sections[section].heading.isEmpty else { return false }
        let tokens = reader.tokens(side, heading: section)
        return tokens.count <= 10 && tokens.contains { $0.traits.contains(.announcement) }
    }

    /// Whether every sentence of a clause begins with what was done to the text.
    private static func reports(_ index: Int, _ side: PairReader.Side, _ reader: inout PairReader) -> Bool {
        let passage = Passage([index], side, &reader)
        let reports = reader.vocabulary.lexicon.details.reports
        let sentences = passage.sentences
        return !sentences.isEmpty
            && sentences.allSatisfy { sentence in
                reports.first(in: passage, over: sentence.prefix(3), reader.vocabulary)?.lowerBound ?? .max
                    <= sentence.lowerBound + 1
            }
    }
}

internal import PolicyModel

/// Pairs of texts that are no two versions of one text: an empty or partial capture, or another document.
enum MissingText {
    private static func size(_ document: Document) -> Int { document.clauses.reduce(0) { $0 + $1.text.utf8.count } }

    /// A finding where one text is (almost) empty beside the other: a failed capture, not a change of the policy.
    static func finding(_ alignment: Alignment, _ reader: inout PairReader) -> Finding? {
        if let page = errorPage(&reader) { return page }
        let old = size(reader.old)
        let new = size(reader.new)
        guard max(old, new) >= 2_000, min(old, new) * 20 < max(old, new) else { return nil }
        return Finding(
            id: "text-missing", severity: .warning,
            message: new < old
                ? "The new text is all but empty beside the old one; it is not compared."
                : "The old text is all but empty beside the new one; it is not compared.",
            fix: "Compare with the nearest version whose text is whole.")
    }

    /// A finding where one text is what a site answers instead of the page.
    private static func errorPage(_ reader: inout PairReader) -> Finding? {
        let (old, new) = (size(reader.old), size(reader.new))
        // Beside a text that is as short, such words may be the policy's own.
        guard max(old, new) >= 500, min(old, new) * 3 < max(old, new) else { return nil }
        let isNew = new < old
        guard ErrorPage.stands(in: isNew ? .new : .old, &reader) else { return nil }
        return Finding(
            id: "text-missing", severity: .warning,
            message:
                "The \(isNew ? "new" : "old") text is what a site answers instead of the page (an error, a check of the browser); it is not compared.",
            fix: "Compare with the nearest version whose text is whole.")
    }

    /// The one editorial change that stands for a text that is not there, or not in the language of the other.
    static func draft(_ reader: PairReader, _ finding: Finding) -> Draft {
        func evidence(_ document: Document) -> Change.Evidence? {
            document.clauses.first.map { Change.Evidence(text: $0.text, lines: $0.lines) }
        }
        return Draft(
            .pageFurnitureChanged, .neutral, section: [], place: [], before: evidence(reader.old),
            after: evidence(reader.new),
            reason: finding.id == "text-missing" ? "one of the texts is missing" : "the texts are in two languages",
            order: 0)
    }

    /// A finding where the texts are in two languages: a translation or the page of another country, of which words cannot tell
    /// what changed.
    static func translated(_ alignment: Alignment, _ reader: PairReader) -> Finding? {
        guard alignment.kept < 0.5, let (old, new) = LanguageDetection.two(reader.old, reader.new) else { return nil }
        return Finding(
            id: "language-changed", severity: .warning,
            message:
                "The new text is in another language (\(new)) than the old one (\(old)); they are not compared word by word.",
            fix: "Compare with the nearest version in the same language.")
    }

    /// A finding where hardly anything of a long text was kept.
    static func rewritten(_ alignment: Alignment, _ reader: PairReader) -> Finding? {
        guard min(size(reader.old), size(reader.new)) >= 2_000, alignment.kept < Thresholds.rewritten else {
            return nil
        }
        return Finding(
            id: "document-rewritten", severity: .note,
            message:
                "Hardly anything of the old text stands in the new one: the text was rewritten as a whole, or another text took its place."
        )
    }
}

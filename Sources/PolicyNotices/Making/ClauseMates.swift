internal import PolicyDiff
internal import PolicyModel

/// The changes of each clause of a text, for telling which of its places and sentences nobody else tells.
struct ClauseMates {
    private struct Clause: Hashable {
        let before: Change.Evidence?
        let after: Change.Evidence?
    }

    /// Sentences that bind somebody and that no change tells in its own words.
    struct Untold: Hashable {
        /// Those that are new.
        var came: [String] = []
        /// Those that are gone.
        var went: [String] = []

        var isEmpty: Bool { came.isEmpty && went.isEmpty }
    }

    private var told: [Clause: [String]] = [:]

    init(_ changes: [Change]) {
        for change in changes where change.rule == nil {
            var words = [change.focus?.before, change.focus?.after].compactMap { $0 }
            words += change.quantities.flatMap { [$0.before, $0.after] }.compactMap { $0 }
            told[Self.clause(of: change), default: []] += words
        }
    }

    /// Returns the places of a change's clause that neither it nor another change tells in its own words.
    ///
    /// Only the first change of a clause that asks is given them.
    ///
    /// - Parameter isWhole: Whether places are given whole where the change itself tells their figures alone.
    mutating func untold(by change: Change, _ words: SentenceReader, isWhole: Bool = false) -> [Hunk] {
        let clause = Self.clause(of: change)
        guard clause.before != nil, clause.after != nil, change.edits.contains(where: { $0.operation == .equal }),
            let told = told[clause]
        else { return [] }
        let own = isWhole ? change.quantities.flatMap { [$0.before, $0.after] }.compactMap { $0 } : []
        let known = told.filter { !own.contains($0) }
        let places = Hunk.all(in: change.edits).compactMap { place in place.besides(known).map { (place, $0) } }
            .filter { $1.isTelling(words) }
        self.told[clause] = told + places.flatMap { [$0.0.old, $0.0.new] }
        return places.map(\.1)
    }

    /// Returns the sentences of a change's clause that came or went, bind the reader or the publisher, and are told by nobody.
    ///
    /// A paragraph that came or went may hold several statements, of which its change tells one. Only the first change of a
    /// clause that asks is given the others.
    ///
    /// - Parameter shown: The words that the change itself shows.
    mutating func untoldSentences(by change: Change, shown: [String], _ words: SentenceReader) -> Untold {
        let clause = Self.clause(of: change)
        guard change.rule == nil, let known = told[clause] else { return Untold() }
        func left(of runs: [String], standing: String? = nil) -> [String] {
            runs.flatMap { Sentences($0).all }.map(Hunk.trimmed).filter { sentence in
                !Self.isTold(sentence, in: known + shown) && standing?.contains(sentence) != true
                    && Self.binds(sentence, words)
            }
        }
        var untold = Untold()
        switch (clause.before, clause.after) {
        case (nil, let after?): untold.came = left(of: [after.text])
        case (let before?, nil): untold.went = left(of: [before.text])
        case (let before?, let after?):
            let runs = Self.runs(of: change.edits)
            untold.came = left(of: runs.inserted, standing: Quotation.flat(before.text))
            untold.went = left(of: runs.deleted, standing: Quotation.flat(after.text))
        case (nil, nil): break
        }
        told[clause] = known + shown + untold.came + untold.went
        return untold
    }

    /// Whether words that are told hold the sentence, or most of it.
    private static func isTold(_ sentence: String, in known: [String]) -> Bool {
        let count = Quotation.count(sentence)
        return known.map(Quotation.flat).contains { words in
            words.contains(sentence) || (sentence.contains(words) && Quotation.count(words) * 2 >= count)
        }
    }

    /// Whether a whole sentence lets, binds or forbids the reader or the publisher something.
    private static func binds(_ sentence: String, _ words: SentenceReader) -> Bool {
        guard sentence.first(where: \.isLetter)?.isUppercase == true, Quotation.count(sentence) > 3,
            !sentence.contains(" | ")
        else { return false }
        return words.readings(of: sentence).contains { reading in
            let isAsked = reading.isCommand && reading.modality != .mustNot
            return reading.modality != .none && !reading.isPointer && !isAsked && !reading.isPartyGuessed
                && (reading.party == .reader || reading.party == .publisher)
        }
    }

    /// The words that came and went, as they follow one another.
    private static func runs(of edits: [WordEdit]) -> (inserted: [String], deleted: [String]) {
        var (inserted, deleted) = ([""], [""])
        for edit in edits {
            switch edit.operation {
            case .insert: inserted[inserted.count - 1] += edit.text
            case .delete: deleted[deleted.count - 1] += edit.text
            case .equal where edit.text.contains(where: { $0.isLetter || $0.isNumber }):
                inserted.append("")
                deleted.append("")
            case .equal:
                inserted[inserted.count - 1] += edit.text
                deleted[deleted.count - 1] += edit.text
            }
        }
        return (inserted, deleted)
    }

    private static func clause(of change: Change) -> Clause { Clause(before: change.before, after: change.after) }
}

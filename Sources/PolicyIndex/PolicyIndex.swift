package import PolicyModel
import Synchronization

/// The index of a repository's policies: what a walk over its history found, and what was worked out from texts.
///
/// Everything in it can be made anew from the repository; whoever reads it goes on without where it cannot be used.
package final class PolicyIndex: Sendable {
    /// What the walk found.
    package let history: IndexFile
    private let results: ResultFile
    private let place: IndexPlace
    private let suffix: String
    private let maker: String
    private let today: CivilDate
    /// The files that were opened when asked for.
    private let opened = Mutex<[IndexFile]>([])

    /// Opens the index of a repository, or begins it.
    ///
    /// - Parameters:
    ///   - place: where it may lie.
    ///   - view: what is read of the repository, as asked for: each way of looking has an index of its own.
    ///   - maker: the version of the program.
    ///   - tables: the tables of the walk.
    ///   - today: the day on which it is used: what is not looked through at each question is looked through once a day.
    ///   - resultLimit: how many bytes of results are kept before those that nobody asked for are dropped; at most twice as many are there.
    package init(
        at place: IndexPlace, view: String, maker: String, tables: [IndexTable], today: CivilDate,
        resultLimit: Int? = nil
    ) throws(IndexError) {
        let suffix =
            view.isEmpty ? "" : "-" + String(IndexRow.check(table: "view", key: Array(view.utf8), []), radix: 36)
        self.place = place
        self.suffix = suffix
        self.maker = maker
        self.today = today
        history = try IndexFile(
            IndexFile.Form(stem: "history" + suffix, maker: maker, tables: tables + [PhraseIndex.notesTable]), at: place
        )
        results = try ResultFile(
            stem: "results" + suffix, maker: maker, at: place, limit: resultLimit ?? ResultFile.defaultLimit)
    }

    /// Opens the full-text index, or begins it.
    package func phrases() throws(IndexError) -> PhraseIndex {
        let phrases = try PhraseIndex(at: place, suffix: suffix, maker: maker, notes: history, today: today)
        opened.withLock { $0.append(phrases.file) }
        return phrases
    }

    /// The size of its files in bytes.
    package var size: Int { history.size + results.size }

    /// Writes the results that wait.
    ///
    /// - Returns: why they, or some before them, could not be written; nil where they were.
    package func finish() -> IndexError? { results.finish() }

    /// Lets go of the files; nothing can be asked of the index from then on.
    package func close() { for file in [history, results.file] + opened.withLock({ $0 }) { file.close() } }
}

extension PolicyIndex: ComparisonCache {
    package func kept(_ keys: [CacheKey]) -> [[UInt8]?] { results.kept(keys) }

    package func keep(_ bytes: [UInt8], as key: CacheKey) { results.keep(bytes, as: key) }
}

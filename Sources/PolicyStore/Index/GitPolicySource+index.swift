package import PolicyIndex
import Synchronization
import PolicyModel

// What was read in earlier runs is taken from the index, which is brought up to the newest commit first.

extension GitPolicySource {
    /// Why the index could not be used; nil where it could, or there is none.
    package var indexFailure: IndexError? { memory.withLock { $0.indexFailure } }

    /// Brings the index up to the newest commit; `index` does this, and every question that finds it behind.
    ///
    /// - Throws: where the index cannot be used, or the history cannot be read.
    package func refreshIndex(anew: Bool = false) throws -> IndexRefreshed? {
        guard let historyIndex else { return nil }
        return try StoreError.translating("read the history") {
            do {
                return try historyIndex.refresh(anew: anew, progress: progress)
            } catch let error as IndexError where error.code == .damaged {
                try historyIndex.file.beginAnew()
                return try historyIndex.refresh(anew: anew, progress: progress)
            }
        }
    }

    /// Keeps why the index could not be used.
    func note(indexFailure error: IndexError) { memory.withLock { $0.indexFailure = error } }

    /// Returns the full-text index: that of the index, or one that lives in memory.
    func phraseIndex() throws -> PhraseIndex {
        if let phrases = memory.withLock({ $0.phrases }) { return phrases }
        let phrases = try index?.phrases() ?? PhraseIndex()
        memory.withLock { $0.phrases = phrases }
        return phrases
    }

    /// Returns what is in the index, with what was noticed; nil where it cannot be used.
    package func indexSummary() throws -> IndexSummary? {
        guard let folder = index?.history.folder,
            let (summary, findings) = try indexed({
                (
                    IndexSummary(
                        folder: folder, commits: $1.lineCount, policies: $1.policies, size: index?.size ?? 0),
                    $1.findings
                )
            })
        else { return nil }
        note(findings)
        return summary
    }

    /// Reads from the index, brought up to date first; nil where that cannot be done, so that the history is to be walked.
    func indexed<Result>(_ body: (IndexedRows, IndexedState) throws -> Result) throws -> Result? {
        guard let historyIndex, memory.withLock({ $0.indexFailure == nil }) else { return nil }
        do {
            // What is damaged is thrown away and made anew, once.
            for _ in 0..<2 {
                do {
                    if !memory.withLock({ $0.isIndexCurrent }) {
                        guard try refreshIndex() != nil else { return nil }
                        memory.withLock { $0.isIndexCurrent = true }
                    }
                    return try historyIndex.reading(body)
                } catch let error as IndexError where error.code == .damaged {
                    memory.withLock { $0.isIndexCurrent = false }
                    try historyIndex.file.beginAnew()
                }
            }
        } catch let error as IndexError {
            // Another process that is at it for long is no failure.
            note(indexFailure: error)
        }
        return nil
    }

    private var historyIndex: HistoryIndex? {
        guard let index, index.history.folder != nil else { return nil }
        return HistoryIndex(
            file: index.history, repository: repository, files: files, newest: newest.commit, statedID: statedID)
    }
}

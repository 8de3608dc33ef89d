package import PolicyModel
import Synchronization

/// The index of a repository's policies: what a walk over its history found, and what was worked out from texts.
///
/// Everything in it can be made anew from the repository; whoever reads it goes on without where it cannot be used.
package final class PolicyIndex: Sendable {
    /// What the walk found.
    package let history: IndexFile
    /// What was worked out, by the digest of what it depends on.
    private let results: IndexFile
    private let place: IndexPlace
    private let suffix: String
    private let maker: String
    private let state = Mutex(Kept())

    private struct Kept {
        var waiting: [CacheKey: [UInt8]] = [:]
        var size = 0
        var failure: IndexError?
    }

    private static let resultTable = IndexTable.numbered("results")
    /// How many bytes of results wait to be written together.
    private static let waitingLimit = 8 << 20

    /// Opens the index of a repository, or begins it.
    ///
    /// - Parameters:
    ///   - place: where it may lie.
    ///   - view: what is read of the repository, as asked for: each way of looking has an index of its own.
    ///   - maker: the version of the program.
    ///   - tables: the tables of the walk.
    package init(
        at place: IndexPlace, view: String, maker: String, tables: [IndexTable]
    ) throws(IndexError) {
        let suffix =
            view.isEmpty ? "" : "-" + String(IndexRow.check(table: "view", key: Array(view.utf8), []), radix: 36)
        self.place = place
        self.suffix = suffix
        self.maker = maker
        history = try IndexFile(IndexFile.Form(stem: "history" + suffix, maker: maker, tables: tables), at: place)
        results = try IndexFile(
            IndexFile.Form(stem: "results" + suffix, maker: maker, tables: [Self.resultTable]), at: place)
    }

    /// Opens the full-text index, or begins it.
    package func phrases() throws(IndexError) -> PhraseIndex {
        try PhraseIndex(at: place, suffix: suffix, maker: maker)
    }

    /// The size of its files in bytes.
    package var size: Int { history.size + results.size }

    /// Writes the results that wait.
    ///
    /// - Returns: why they, or some before them, could not be written; nil where they were.
    package func finish() -> IndexError? {
        state.withLock { kept in
            write(&kept)
            return kept.failure
        }
    }

    private func write(_ kept: inout Kept) {
        if kept.waiting.isEmpty || kept.failure != nil { return }
        let waiting = kept.waiting.sorted { $0.key.digest.high < $1.key.digest.high }
        do {
            try results.write { access in
                for (key, bytes) in waiting {
                    try access.set(Self.row(bytes, key), in: Self.resultTable, at: Self.number(key))
                }
            }
            kept.waiting = [:]
            kept.size = 0
        } catch {
            let error = IndexError(error)
            if error.code == .damaged { try? results.beginAnew() }
            // Another process that writes for long is no failure: it is worked out again next time.
            if error.code == .unusable { kept.failure = error }
            kept.waiting = [:]
            kept.size = 0
        }
    }

    private static func number(_ key: CacheKey) -> Int64 { Int64(bitPattern: key.digest.high) }

    private static func row(_ bytes: [UInt8], _ key: CacheKey) -> [UInt8] {
        var packer = Packer()
        packer.addFixed(key.digest.low)
        return packer.bytes + bytes
    }
}

extension PolicyIndex: ComparisonCache {
    package func kept(_ keys: [CacheKey]) -> [[UInt8]?] {
        if keys.isEmpty { return [] }
        let waiting = state.withLock { kept in keys.map { kept.waiting[$0] } }
        do {
            let rows = try results.look { access in
                try access.bytes(in: Self.resultTable, at: keys.map(Self.number))
            }
            return zip(keys, zip(waiting, rows)).map { key, found in
                if let waiting = found.0 { return waiting }
                guard let row = found.1, row.starts(with: Self.row([], key)) else { return nil }
                return Array(row.dropFirst(8))
            }
        } catch {
            if IndexError(error).code == .damaged { try? results.beginAnew() }
            return waiting
        }
    }

    package func keep(_ bytes: [UInt8], as key: CacheKey) {
        state.withLock { kept in
            if kept.failure != nil { return }
            kept.waiting[key] = bytes
            kept.size += bytes.count + 32
            if kept.size > Self.waitingLimit { write(&kept) }
        }
    }
}

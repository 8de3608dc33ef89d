import PolicyModel
import Synchronization

/// What was worked out from texts, by the digest of what it depends on: a file that holds what was asked for lately and stays within a bound.
///
/// Which results will be asked for again cannot be told from their keys: a pair of texts stays in them after its history was rewritten. So
/// there are two tables. New results go into the first, and so does what was found in the second; once the first is full, the
/// second is emptied and they change places. What nobody asked for meanwhile is gone then, and can be worked out again.
final class ResultFile: Sendable {
    /// Up to how many bytes of results one table takes: all comparisons of an archive of forty thousand versions, and some.
    static let defaultLimit = 640 << 20
    /// How many bytes of results wait to be written together.
    private static let waitingLimit = 8 << 20

    private static let tables = [IndexTable.numbered("results_a"), IndexTable.numbered("results_b")]
    private static let turnTable = IndexTable.numbered("turn")

    let file: IndexFile
    private let limit: Int
    private let state = Mutex(State())

    private struct State {
        var waiting: [CacheKey: [UInt8]] = [:]
        var size = 0
        var failure: IndexError?
        /// The table that new results went into when that was looked up last; another process may have changed it since.
        var first: Int?
    }

    /// Which table takes what is new, and how many bytes it has taken.
    private struct Turn {
        var first = 0
        var size = 0

        var packed: [UInt8] {
            var packer = Packer()
            packer.add(first)
            packer.add(size)
            return packer.bytes
        }

        init() {}

        init(_ bytes: [UInt8]) throws {
            var unpacker = Unpacker(bytes)
            first = try unpacker.integer()
            size = try unpacker.integer()
            guard ResultFile.tables.indices.contains(first) else { throw IndexError.damaged("a turn") }
        }
    }

    /// Opens the file at a place, or begins it.
    init(stem: String, maker: String, at place: IndexPlace, limit: Int = defaultLimit) throws(IndexError) {
        self.limit = limit
        file = try IndexFile(
            IndexFile.Form(stem: stem, maker: maker, tables: Self.tables + [Self.turnTable]), at: place)
    }

    /// The size of the file in bytes.
    var size: Int { file.size }

    /// Returns what was kept under each key; nil where nothing was, or where it is damaged.
    func kept(_ keys: [CacheKey]) -> [[UInt8]?] {
        if keys.isEmpty { return [] }
        let (waiting, looked) = state.withLock { state in (keys.map { state.waiting[$0] }, state.first) }
        do {
            let first = try looked ?? firstTable()
            var found = waiting
            for table in [first, 1 - first] {
                let missing = keys.indices.filter { found[$0] == nil }
                if missing.isEmpty { break }
                let look: (IndexAccess) throws -> [[UInt8]?] = { access in
                    try access.bytes(in: Self.tables[table], at: missing.map { Self.number(keys[$0]) })
                }
                // Each look without a transaction locks the file and looks for what others wrote.
                let rows = missing.count > 1 ? try file.read(look) : try file.look(look)
                for (place, row) in zip(missing, rows) {
                    found[place] = row.flatMap { Self.result($0, keys[place]) }
                    // What is asked for from the table that goes next is written into the other one.
                    if table != first, let result = found[place] { keep(result, as: keys[place]) }
                }
            }
            return found
        } catch {
            if IndexError(error).code == .damaged { try? file.beginAnew() }
            return waiting
        }
    }

    /// Looks up which table new results go into.
    private func firstTable() throws -> Int {
        let first = try file.look { try $0.bytes(in: Self.turnTable, at: 0).map { try Turn($0) } ?? Turn() }.first
        state.withLock { $0.first = first }
        return first
    }

    /// Keeps bytes under a key; they are written when many wait, or when all is finished.
    func keep(_ bytes: [UInt8], as key: CacheKey) {
        state.withLock { state in
            if state.failure != nil { return }
            state.waiting[key] = bytes
            state.size += bytes.count + 32
            if state.size > Self.waitingLimit { write(&state) }
        }
    }

    /// Writes the results that wait.
    ///
    /// - Returns: why they, or some before them, could not be written; nil where they were.
    func finish() -> IndexError? {
        state.withLock { state in
            write(&state)
            return state.failure
        }
    }

    private func write(_ state: inout State) {
        if state.waiting.isEmpty || state.failure != nil { return }
        let waiting = state.waiting.sorted { $0.key.digest.high < $1.key.digest.high }
        do {
            state.first = try file.write { access in
                var turn = try access.bytes(in: Self.turnTable, at: 0).map { try Turn($0) } ?? Turn()
                for (key, bytes) in waiting {
                    try access.set(Self.row(bytes, key), in: Self.tables[turn.first], at: Self.number(key))
                    turn.size += bytes.count + 32
                }
                if turn.size > limit {
                    turn.first = 1 - turn.first
                    turn.size = 0
                    try access.clear(Self.tables[turn.first])
                }
                try access.set(turn.packed, in: Self.turnTable, at: 0)
                return turn.first
            }
        } catch {
            let error = IndexError(error)
            if error.code == .damaged { try? file.beginAnew() }
            // Another process that writes for long is no failure: it is worked out again next time.
            if error.code == .unusable { state.failure = error }
        }
        state.waiting = [:]
        state.size = 0
    }

    private static func number(_ key: CacheKey) -> Int64 { Int64(bitPattern: key.digest.high) }

    private static func row(_ bytes: [UInt8], _ key: CacheKey) -> [UInt8] {
        var packer = Packer()
        packer.addFixed(key.digest.low)
        return packer.bytes + bytes
    }

    /// The result in a row; nil where the row is that of another key with the same number.
    private static func result(_ row: [UInt8], _ key: CacheKey) -> [UInt8]? {
        row.starts(with: Self.row([], key)) ? Array(row.dropFirst(8)) : nil
    }
}

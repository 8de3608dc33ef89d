import Foundation
internal import GRDB
import PolicyModel

// A search looks at each row that it comes by. But SQLite's full text leads to the rows and carries no digest: a flipped bit in it would lose
// a hit and say nothing. So the index keeps the digest of all its rows, and whoever asks looks through them.

extension PhraseIndex {
    /// Looks through the whole full-text index, once a day: what a disk gave back wrongly is noticed before an answer leans on it.
    ///
    /// - Parameter always: Whether to look through it though that was done today.
    /// - Throws: `IndexError` with `damaged` where something in it is not what was written.
    package func check(always: Bool = false) throws {
        let isChecked = try file.read { access in
            if !always, try access.bytes(in: Self.state, at: StateRow.checked) == checkedToday { return true }
            try Self.check(
                access.database, rows: StateRow.digest(.rows, access), words: StateRow.digest(.words, access))
            return false
        }
        if isChecked { return }
        // Where that cannot be noted the next question looks through it again.
        try? file.write { access in try access.set(checkedToday, in: Self.state, at: StateRow.checked) }
    }

    /// Looks through the words, before further ones are merged with them.
    package func checkWords() throws {
        try file.read { access in
            try Self.check(access.database, rows: nil, words: StateRow.digest(.words, access))
        }
    }

    private var checkedToday: [UInt8] { Array(today.description.utf8) }

    private static func check(_ database: Database, rows: UInt64?, words: UInt64?) throws {
        if let words, try self.words(database) != words { throw IndexError.damaged("the words") }
        if let rows, try self.rows(database) != rows { throw IndexError.damaged("a clause or its versions") }
    }

    /// The digest of SQLite's own tables of words.
    ///
    /// It is taken anew whenever all texts are in, since words are merged as they come.
    static func words(_ database: Database) throws -> UInt64 {
        var digest: UInt64 = 0
        let blocks = try Row.fetchCursor(database, sql: "SELECT id, block FROM words_data")
        while let row = try blocks.next() {
            let number = Int64.fromDatabaseValue(row[0]) ?? 0
            digest &+= try row.withUnsafeData(atIndex: 1) { block in
                IndexRow.check(table: "words_data", key: IndexRow.key(number), block.map { Array($0) } ?? [])
            }
        }
        let pages = try Row.fetchCursor(database, sql: "SELECT segid, term, pgno FROM words_idx")
        while let row = try pages.next() {
            let term = try row.withUnsafeData(atIndex: 1) { $0.map { Array($0) } ?? [] }
            digest &+= IndexRow.check(table: "words_idx", key: numbers(row, [0, 2]), term)
        }
        return digest
    }

    /// The digest of all other rows: the sum of those of each, so that it grows with what is added.
    static func rows(_ database: Database) throws -> UInt64 {
        var digest: UInt64 = 0
        let owners = try Row.fetchCursor(database, sql: "SELECT number, id FROM owners")
        while let row = try owners.next() { digest &+= check("owners", numbers(row, [0]), text(row, 1)) }
        let contents = try Row.fetchCursor(database, sql: "SELECT number, owner, content FROM contents")
        while let row = try contents.next() {
            digest &+= check(
                "contents", numbers(row, [0, 1]), try row.withUnsafeData(atIndex: 2) { $0.map { Array($0) } ?? [] })
        }
        let clauses = try Row.fetchCursor(database, sql: "SELECT number, digest, text FROM clauses")
        while let row = try clauses.next() { digest &+= check("clauses", numbers(row, [0, 1]), text(row, 2)) }
        let runs = try Row.fetchCursor(database, sql: "SELECT clause, first, last, owner FROM runs")
        while let row = try runs.next() { digest &+= check("runs", numbers(row, [0, 1, 2, 3]), []) }
        return digest
    }

    /// The digest of one row.
    static func check(_ table: String, _ key: [UInt8], _ bytes: [UInt8]) -> UInt64 {
        IndexRow.check(table: table, key: key, bytes)
    }

    /// What of a row's digest stands in it, so that a search can tell that the row is as it was written: 31 bits, as there are millions of rows.
    static func mark(_ check: UInt64) -> Int64 { Int64(check >> 33) }

    private static func numbers(_ row: Row, _ columns: [Int]) -> [UInt8] {
        columns.flatMap { IndexRow.key(Int64.fromDatabaseValue(row[$0]) ?? 0) }
    }

    private static func text(_ row: Row, _ column: Int) -> [UInt8] {
        Array((String.fromDatabaseValue(row[column]) ?? "").utf8)
    }
}

/// What the index says of itself, by its number.
enum StateRow {
    /// The commit up to which all texts are in it.
    static let head: Int64 = 0
    /// The day on which it was looked through last.
    static let checked: Int64 = 1

    enum Digest: Int64 {
        case rows = 2
        /// Absent while texts are being added.
        case words = 3
    }

    /// Returns a digest; nil where there is none.
    static func digest(_ which: Digest, _ access: IndexAccess) throws -> UInt64? {
        try access.bytes(in: PhraseIndex.state, at: which.rawValue).map { bytes in
            var unpacker = Unpacker(bytes)
            return try unpacker.fixed()
        }
    }

    static func set(_ which: Digest, _ digest: UInt64, _ access: IndexAccess) throws {
        var packer = Packer()
        packer.addFixed(digest)
        try access.set(packer.bytes, in: PhraseIndex.state, at: which.rawValue)
    }
}

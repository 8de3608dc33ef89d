import Foundation
internal import GRDB
import PolicyModel

// A search looks at each row that it comes by. But SQLite's full text leads to the rows and carries no digest: a flipped bit in it would lose
// a hit and say nothing. So the index keeps the digest of all its rows, and whoever asks looks through them: when the file is not the one
// that was looked through last, and once a day, since a disk that gives back other bytes than were written says nothing of it.

extension PhraseIndex {
    /// The table of the notes that says what was looked through.
    static let notesTable = IndexTable.numbered("looked_through")

    /// Looks through the whole full-text index where that was not done today with the file as it is.
    ///
    /// - Parameter always: Whether to look through it all the same.
    /// - Throws: `IndexError` with `damaged` where something in it is not what was written.
    package func check(always: Bool = false) throws {
        if !always, isLookedThrough() { return }
        let seen = form
        try file.read { access in
            try Self.check(access, rows: StateRow.digest(.rows, access), words: StateRow.digest(.words, access))
        }
        note(seen)
    }

    /// Looks through the words, before further ones are merged with them.
    package func checkWords() throws {
        try file.read { access in try Self.check(access, rows: nil, words: StateRow.digest(.words, access)) }
    }

    /// Whether it was looked through today, and nobody has written to its file since.
    package func isLookedThrough() -> Bool {
        guard let notes, let form else { return false }
        return (try? notes.look { try $0.bytes(in: Self.notesTable, at: 0) }) == form
    }

    /// Notes that what this process wrote to the file lies on what was looked through.
    package func noteOwnWriting() {
        // What waits in the log would change the file when the process ends.
        try? file.look { try $0.database.run("PRAGMA wal_checkpoint(TRUNCATE)") }
        note(form)
    }

    /// The day, and the file as the system shows it: who writes to it changes that.
    ///
    /// Nil where it lives in memory.
    private var form: [UInt8]? {
        guard file.folder != nil,
            let attributes = try? FileManager.default.attributesOfItem(atPath: file.path),
            let changed = attributes[.modificationDate] as? Date, let size = attributes[.size] as? Int,
            let number = attributes[.systemFileNumber] as? Int
        else { return nil }
        var packer = Packer()
        packer.add(today)
        packer.addFixed(changed.timeIntervalSinceReferenceDate.bitPattern)
        packer.add(size)
        packer.add(number)
        return packer.bytes
    }

    private func note(_ form: [UInt8]?) {
        guard let form else { return }
        // Where that cannot be noted the next question looks through it again.
        try? notes?.write { try $0.set(form, in: Self.notesTable, at: 0) }
    }

    private static func check(_ access: IndexAccess, rows: UInt64?, words: UInt64?) throws {
        if let words, try self.words(access.database) != words { throw IndexError.damaged("the words") }
        if let rows, try self.rows(access) != rows { throw IndexError.damaged("a clause or its versions") }
    }

    /// The digest of SQLite's own tables of words.
    ///
    /// It is taken anew whenever all texts are in, since words are merged as they come.
    static func words(_ database: Database) throws -> UInt64 {
        var digest: UInt64 = 0
        let blocks = try Row.fetchCursor(database, sql: "SELECT id, block FROM words_data")
        while let row = try blocks.next() {
            digest &+= try check("words_data", [row.number(0)], row, 1)
        }
        let pages = try Row.fetchCursor(database, sql: "SELECT segid, pgno, term FROM words_idx")
        while let row = try pages.next() {
            digest &+= try check("words_idx", [row.number(0), row.number(1)], row, 2)
        }
        return digest
    }

    /// The digest of all other rows: the sum of those of each, so that it grows with what is added.
    static func rows(_ access: IndexAccess) throws -> UInt64 {
        var digest: UInt64 = 0
        for table in [policies, contents, orders, runs] {
            try access.eachSeal(of: table) { digest &+= $0 }
        }
        for row in try access.rows(named: names) {
            digest &+= IndexRow.check(table: names.name, key: row.name, row.bytes)
        }
        let clauses = try Row.fetchCursor(access.database, sql: "SELECT number, digest, text FROM clauses")
        while let row = try clauses.next() {
            digest &+= try check("clauses", [row.number(0), row.number(1)], row, 2)
        }
        return digest
    }

    /// The digest of a clause's row.
    static func check(clause number: Int64, _ digest: Int64, _ text: [UInt8]) -> UInt64 {
        IndexRow.check(table: "clauses", key: IndexRow.key(number) + IndexRow.key(digest), text)
    }

    /// The digest of a row that is SQLite's or has columns of its own.
    private static func check(_ table: String, _ key: [Int64], _ row: Row, _ column: Int) throws -> UInt64 {
        try row.withUnsafeData(atIndex: column) { data in
            guard let data else { throw IndexError.damaged("a row of \(table)") }
            return data.withUnsafeBytes { IndexRow.check(table: table, key: key.flatMap(IndexRow.key), $0) }
        }
    }
}

/// What the index says of itself, by its number.
enum StateRow {
    /// The commit up to which all texts are in it.
    static let head: Int64 = 0

    enum Digest: Int64 {
        case rows = 1
        /// Absent while texts are being added.
        case words = 2
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

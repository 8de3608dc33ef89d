import Foundation
internal import GRDB

/// The index inside of one transaction: bytes by key, each checked as it is read.
package struct IndexAccess {
    let database: Database

    init(_ database: Database) { self.database = database }

    /// Returns the bytes at a number; nil where there are none.
    ///
    /// - Throws: `IndexError` with `damaged` where they are not those that were written.
    package func bytes(in table: IndexTable, at number: Int64) throws -> [UInt8]? {
        try bytes(in: table, number.databaseValue, IndexRow.key(number))
    }

    /// Returns the bytes under a name; nil where there are none.
    package func bytes(in table: IndexTable, under name: [UInt8]) throws -> [UInt8]? {
        try bytes(in: table, Data(name).databaseValue, name)
    }

    /// Returns the rows of a table of numbers, lowest first, within a range.
    package func rows(
        of table: IndexTable, from first: Int64 = .min, through last: Int64 = .max
    ) throws -> [(number: Int64, bytes: [UInt8])] {
        let statement = try database.cachedStatement(
            sql: "SELECT key, bytes FROM \(table.name) WHERE key BETWEEN ? AND ? ORDER BY key")
        var rows: [(number: Int64, bytes: [UInt8])] = []
        let cursor = try Row.fetchCursor(statement, arguments: [first, last])
        while let row = try cursor.next() {
            let number = try row.number(0)
            rows.append((number, try row.opened(1, of: table, key: IndexRow.key(number))))
        }
        return rows
    }

    /// Returns the rows of a table of names, in the order of the bytes.
    package func rows(named table: IndexTable) throws -> [(name: [UInt8], bytes: [UInt8])] {
        let statement = try database.cachedStatement(sql: "SELECT key, bytes FROM \(table.name) ORDER BY key")
        var rows: [(name: [UInt8], bytes: [UInt8])] = []
        let cursor = try Row.fetchCursor(statement)
        while let row = try cursor.next() {
            let name = try row.bytes(0)
            rows.append((name, try row.opened(1, of: table, key: name)))
        }
        return rows
    }

    /// Gives the digest of each row of a table of numbers, looked at as it is.
    func eachSeal(of table: IndexTable, _ body: (UInt64) -> Void) throws {
        let rows = try Row.fetchCursor(database, sql: "SELECT key, bytes FROM \(table.name)")
        while let row = try rows.next() { body(try row.seal(1, of: table, key: IndexRow.key(row.number(0)))) }
    }

    /// Writes bytes at a number; what was there is replaced.
    package func set(_ bytes: [UInt8], in table: IndexTable, at number: Int64) throws {
        try set(bytes, in: table, number.databaseValue, IndexRow.key(number))
    }

    /// Writes bytes under a name; what was there is replaced.
    package func set(_ bytes: [UInt8], in table: IndexTable, under name: [UInt8]) throws {
        try set(bytes, in: table, Data(name).databaseValue, name)
    }

    /// Takes out what is at a number.
    func remove(from table: IndexTable, at number: Int64) throws {
        try database.cachedStatement(sql: "DELETE FROM \(table.name) WHERE key = ?").execute(arguments: [number])
    }

    /// Empties a table.
    package func clear(_ table: IndexTable) throws { try database.run("DELETE FROM \(table.name)") }

    /// Returns the bytes at each of some numbers; nil where there are none.
    package func bytes(in table: IndexTable, at numbers: [Int64]) throws -> [[UInt8]?] {
        let statement = try selection(table)
        return try numbers.map { try bytes(statement, table, $0.databaseValue, IndexRow.key($0)) }
    }

    private func bytes(in table: IndexTable, _ key: DatabaseValue, _ check: [UInt8]) throws -> [UInt8]? {
        try bytes(try selection(table), table, key, check)
    }

    private func selection(_ table: IndexTable) throws -> Statement {
        try database.cachedStatement(sql: "SELECT bytes FROM \(table.name) WHERE key = ?")
    }

    private func bytes(
        _ statement: Statement, _ table: IndexTable, _ key: DatabaseValue, _ check: [UInt8]
    ) throws -> [UInt8]? {
        let cursor = try Row.fetchCursor(statement, arguments: [key])
        // The row shows the bytes of the statement, which the cursor resets when it goes.
        return try withExtendedLifetime(cursor) {
            guard let row = try cursor.next() else { return nil }
            return try row.opened(0, of: table, key: check)
        }
    }

    private func set(_ bytes: [UInt8], in table: IndexTable, _ key: DatabaseValue, _ check: [UInt8]) throws {
        let row = Data(IndexRow.sealed(bytes, table: table.name, key: check))
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO \(table.name) (key, bytes) VALUES (?, ?)")
            .execute(arguments: [key, row])
    }
}

extension Row {
    /// Returns the number in a column.
    func number(_ column: Int) throws -> Int64 { try decode(Int64.self, atIndex: column) }

    /// Returns the text in a column.
    func text(_ column: Int) throws -> String { try decode(String.self, atIndex: column) }

    /// Returns the bytes in a column.
    func bytes(_ column: Int) throws -> [UInt8] {
        try withUnsafeData(atIndex: column) { data in
            guard let data else { throw IndexError.damaged("a value") }
            return data.withUnsafeBytes { Array($0) }
        }
    }

    /// Returns what is sealed in a column.
    ///
    /// - Throws: `damaged` where it is not what was written.
    func opened(_ column: Int, of table: IndexTable, key: [UInt8]) throws -> [UInt8] {
        try withUnsafeData(atIndex: column) { data in
            guard let data else { throw IndexError.damaged("a row of \(table.name)") }
            return try data.withUnsafeBytes { try IndexRow.opened($0, table: table.name, key: key) }
        }
    }

    /// Returns the digest that a column ends in.
    ///
    /// - Throws: `damaged` where it is not that of the bytes before it.
    func seal(_ column: Int, of table: IndexTable, key: [UInt8]) throws -> UInt64 {
        try withUnsafeData(atIndex: column) { data in
            guard let data else { throw IndexError.damaged("a row of \(table.name)") }
            return try data.withUnsafeBytes { try IndexRow.seal($0, table: table.name, key: key) }
        }
    }
}

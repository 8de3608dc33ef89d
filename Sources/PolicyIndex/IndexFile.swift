import Foundation
internal import GRDB
import PolicyModel
import Synchronization

/// A file of derived data that may be lost at any time: opened, checked, thrown away and begun anew.
///
/// Its name holds a number: one that is thrown away is never written to again under the same name, since a process that still has it open
/// would, on leaving, remove the log of the new one (https://sqlite.org/howtocorrupt.html, "Unlinking or renaming a database
/// file while in use"). Of several the highest number counts.
package final class IndexFile: Sendable {
    /// How long one waits for another process that writes, in seconds.
    private static let patience = 10.0

    /// What is in the file, and by whom it was made.
    package struct Form: Sendable {
        /// The first part of the file's name.
        let stem: String
        /// The version of the program that writes it: what another one wrote is not trusted.
        let maker: String
        let tables: [IndexTable]
        /// What else is made in it, by name: full-text tables.
        let further: [(name: String, creation: String)]

        /// Makes a form.
        package init(
            stem: String, maker: String, tables: [IndexTable], further: [(name: String, creation: String)] = []
        ) {
            self.stem = stem
            self.maker = maker
            self.tables = tables + [.numbered("about")]
            self.further = further
        }
    }

    private let form: Form
    /// The folder it lies in; nil where it lives in memory.
    package let folder: String?
    private let connection: Mutex<DatabaseQueue>

    /// Opens the file in the first folder where that is possible, and in memory where it is in none.
    package init(_ form: Form, at place: IndexPlace) throws(IndexError) {
        self.form = form
        if let folder = place.writable(), let queue = try? Self.open(form, in: folder) {
            self.folder = folder
            connection = Mutex(queue)
        } else {
            self.folder = nil
            connection = Mutex(try Self.openInMemory(form))
        }
    }

    /// Reads, with what other processes write meanwhile left out.
    package func read<Result>(_ body: (IndexAccess) throws -> Result) throws -> Result {
        try transaction(.deferred, body)
    }

    /// Looks up what stands for itself, without the cost of a transaction.
    package func look<Result>(_ body: (IndexAccess) throws -> Result) throws -> Result {
        let queue = connection.withLock { $0 }
        return try queue.writeWithoutTransaction { database in
            do { return try body(IndexAccess(database)) } catch { throw IndexError(error) }
        }
    }

    /// Writes: all of it or, where `body` throws or the process ends, nothing; one process at a time.
    package func write<Result>(_ body: (IndexAccess) throws -> Result) throws -> Result {
        try transaction(.immediate, body)
    }

    /// The path of the file; no path where it lives in memory.
    var path: String { connection.withLock { $0.path } }

    /// The size of the file in bytes, with its log; 0 where it lives in memory.
    package var size: Int {
        guard folder != nil else { return 0 }
        let path = path
        return ["", "-wal"].reduce(0) { sum, ending in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + ending)
            return sum + ((attributes?[.size] as? Int) ?? 0)
        }
    }

    /// Puts what waits in the log into the file, and lets go of it: what is left open when the process ends leaves its log behind, which whoever
    /// comes next would have to read.
    func close() {
        // Another process that reads keeps the log; who leaves last puts it away.
        try? connection.withLock { try $0.close() }
    }

    /// Throws the file away and begins it anew, where another process has not done so already.
    package func beginAnew() throws(IndexError) {
        try connection.withLock { (queue) throws(IndexError) in
            try? queue.close()
            if let folder, let next = try? Self.open(form, in: folder, anew: queue.path) {
                queue = next
            } else {
                queue = try Self.openInMemory(form)
            }
        }
    }

    private func transaction<Result>(
        _ kind: Database.TransactionKind, _ body: (IndexAccess) throws -> Result
    ) throws -> Result {
        let queue = connection.withLock { $0 }
        return try queue.writeWithoutTransaction { database in
            var result: Result?
            do {
                try database.inTransaction(kind) {
                    result = try body(IndexAccess(database))
                    return .commit
                }
            } catch let error as DatabaseError {
                throw IndexError(error)
            } catch is RowDecodingError {
                throw IndexError.damaged("a value")
            } catch is Unpacker.Damaged {
                throw IndexError.damaged("a row")
            }
            guard let result else { throw IndexError.damaged("a transaction") }
            return result
        }
    }

    // MARK: Opening

    private static func open(_ form: Form, in folder: String, anew damaged: String? = nil) throws -> DatabaseQueue {
        let numbers = try numbers(of: form, in: folder)
        if damaged == nil, let newest = numbers.last {
            if let queue = try opened(form, path(form, newest, in: folder)) {
                remove(numbers.dropLast(), of: form, in: folder)
                return queue
            }
        }
        var next = (numbers.last ?? 0) + 1
        // Another process may have begun the next one already.
        if let damaged, let newest = numbers.last, path(form, newest, in: folder) != damaged { next = newest }
        guard let queue = try opened(form, path(form, next, in: folder)) else {
            throw IndexError.damaged("a new index")
        }
        remove(numbers.filter { $0 < next }, of: form, in: folder)
        return queue
    }

    /// Opens a file and makes its tables where it is new; nil where it is not to be trusted.
    private static func opened(_ form: Form, _ path: String) throws -> DatabaseQueue? {
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration())
            return try prepare(queue, form) ? queue : nil
        } catch {
            let error = IndexError(error)
            if error.code == .damaged { return nil }
            throw error
        }
    }

    private static func openInMemory(_ form: Form) throws(IndexError) -> DatabaseQueue {
        do {
            let queue = try DatabaseQueue(configuration: configuration())
            _ = try prepare(queue, form)
            return queue
        } catch {
            throw IndexError(error)
        }
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(patience)
        configuration.prepareDatabase { database in
            // A file that somebody else made must not run anything, and its pages are looked at before they are believed. What a failure
            // of power takes from the end of the log can be made anew.
            for setting in [
                "trusted_schema = OFF", "cell_size_check = ON", "cache_size = -16000", "synchronous = NORMAL",
            ] {
                try database.run("PRAGMA \(setting)")
            }
        }
        return configuration
    }

    /// Makes the tables of a new file; tells whether those of an old one are as they should be.
    private static func prepare(_ queue: DatabaseQueue, _ form: Form) throws -> Bool {
        try queue.writeWithoutTransaction { database in
            if try isEmpty(database) {
                // Who reads sees the old state while another process writes. It stands in the file, so whoever comes later need not ask for it.
                // It is refused while another process begins the file, which asks for it, too; and where the disk cannot do it, readers wait.
                try? database.run("PRAGMA journal_mode = WAL")
                try database.inTransaction(.immediate) {
                    if try isEmpty(database) {
                        for table in form.tables { try database.run(table.creation) }
                        for further in form.further { try database.run(further.creation) }
                        try IndexAccess(database).set(Array(form.maker.utf8), in: .numbered("about"), at: 0)
                    }
                    return .commit
                }
            }
            var made: [String: String] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL") {
                guard let name = String.fromDatabaseValue(row[0]), let sql = String.fromDatabaseValue(row[1]) else {
                    return false
                }
                made[name] = sql
            }
            let expected = form.tables.map { ($0.name, $0.creation) } + form.further.map { ($0.name, $0.creation) }
            guard expected.allSatisfy({ made[$0.0] == $0.1 }) else { return false }
            let access = IndexAccess(database)
            return try access.bytes(in: .numbered("about"), at: 0) == Array(form.maker.utf8)
        }
    }

    private static func isEmpty(_ database: Database) throws -> Bool {
        try Row.fetchOne(database, sql: "SELECT 1 FROM sqlite_schema LIMIT 1") == nil
    }

    // MARK: Files

    private static func path(_ form: Form, _ number: Int, in folder: String) -> String {
        "\(folder)/\(form.stem).\(number).sqlite"
    }

    /// The numbers of the files that are there, lowest first.
    private static func numbers(of form: Form, in folder: String) throws -> [Int] {
        try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { name in
            let parts = name.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0] == form.stem, parts[2] == "sqlite" else { return nil }
            return Int(parts[1])
        }.sorted()
    }

    private static func remove(_ numbers: some Sequence<Int>, of form: Form, in folder: String) {
        for number in numbers {
            for ending in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: path(form, number, in: folder) + ending)
            }
        }
    }
}

extension Database {
    /// Runs one statement that takes no arguments.
    ///
    /// `execute(sql:)` splits a text of several statements by means that cost as much as the whole start of the process.
    func run(_ statement: String) throws { try makeStatement(sql: statement).execute() }
}

import Foundation
internal import GRDB
package import PolicyModel

/// The full-text index of all versions: each wording once, with the runs of contents that it stands in.
///
/// The contents of a policy are numbered in the order of its records, so that a clause which stands in a hundred versions is one run.
package final class PhraseIndex: Sendable {
    static let state = IndexTable.numbered("state")
    private static let furtherTables = [
        (
            name: "owners",
            creation: "CREATE TABLE owners (number INTEGER PRIMARY KEY, id TEXT NOT NULL, mark INTEGER NOT NULL)"
        ),
        (
            name: "contents",
            creation:
                "CREATE TABLE contents (number INTEGER PRIMARY KEY, owner INTEGER NOT NULL, content BLOB NOT NULL, mark INTEGER NOT NULL)"
        ),
        (name: "contents_by_owner", creation: "CREATE INDEX contents_by_owner ON contents (owner)"),
        (
            name: "clauses",
            creation: "CREATE TABLE clauses (number INTEGER PRIMARY KEY, digest INTEGER NOT NULL, text TEXT NOT NULL)"
        ),
        (name: "clauses_by_digest", creation: "CREATE INDEX clauses_by_digest ON clauses (digest)"),
        (
            name: "runs",
            creation:
                "CREATE TABLE runs (clause INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, owner INTEGER NOT NULL, mark INTEGER NOT NULL, PRIMARY KEY (clause, first)) WITHOUT ROWID"
        ),
        (
            name: "words",
            creation:
                "CREATE VIRTUAL TABLE words USING fts5(text, content='clauses', content_rowid='number', tokenize='unicode61 remove_diacritics 2')"
        ),
    ]

    let file: IndexFile
    let today: CivilDate

    /// Opens the full-text index at a place, or begins it.
    init(at place: IndexPlace, suffix: String, maker: String, today: CivilDate) throws(IndexError) {
        self.today = today
        file = try IndexFile(
            IndexFile.Form(
                stem: "phrases" + suffix, maker: maker, tables: [Self.state], further: Self.furtherTables), at: place)
    }

    /// Makes a full-text index that lives in memory.
    package convenience init() throws(IndexError) {
        try self.init(at: .nowhere, suffix: "", maker: "", today: CivilDate(daysSinceEpoch: 0))
    }

    /// Throws it away and begins it anew.
    package func beginAnew() throws(IndexError) { try file.beginAnew() }

    /// Returns the commit up to which all texts are in it; nil where it is not finished.
    package func head() throws -> ObjectID? {
        try file.read { access in
            try access.bytes(in: Self.state, at: StateRow.head).map { bytes in
                var unpacker = Unpacker(bytes)
                return try unpacker.id()
            }
        }
    }

    /// Notes that all texts up to a commit are in it.
    package func finish(at head: ObjectID) throws {
        try file.write { access in
            var packer = Packer()
            packer.add(head)
            try access.set(packer.bytes, in: Self.state, at: StateRow.head)
            try StateRow.set(.words, Self.words(access.database), access)
        }
    }

    /// Returns the contents of a policy that are in it, by their numbers.
    package func contents(of policy: PolicyID) throws -> [FoundPhrase.Content: Int] {
        try file.read { access in
            guard let owner = try Self.owner(policy, access.database) else { return [:] }
            return try Self.contents(of: owner, access.database)
        }
    }

    // MARK: Writing

    /// One content with its wordings.
    package struct Entry: Sendable {
        let content: FoundPhrase.Content
        let wordings: [String]

        /// Makes an entry.
        package init(content: FoundPhrase.Content, wordings: [String]) {
            self.content = content
            self.wordings = wordings
        }
    }

    /// Adds contents of one policy, in the order of its records.
    package func add(_ entries: [Entry], of policy: PolicyID) throws {
        try file.write { access in
            let database = access.database
            var digest = try StateRow.digest(.rows, access) ?? 0
            // SQLite merges words as it likes: their digest is taken when all texts are in.
            try access.remove(from: Self.state, at: StateRow.Digest.words.rawValue)
            let owner = try Self.owner(policy, database) ?? Self.newOwner(policy, database, &digest)
            let insert = try database.cachedStatement(
                sql: "INSERT INTO contents (number, owner, content, mark) VALUES (?, ?, ?, ?)")
            var newest =
                try Int64.fetchOne(database.cachedStatement(sql: "SELECT max(number) FROM contents")) ?? 0
            let begin = try database.cachedStatement(
                sql: "INSERT INTO runs (clause, first, last, owner, mark) VALUES (?, ?, ?, ?, ?)")
            func write(_ clause: Int64, _ first: Int64, _ last: Int64) throws {
                let check = Self.check("runs", [clause, first, last, owner].flatMap(IndexRow.key), [])
                try begin.execute(arguments: [clause, first, last, owner, Self.mark(check)])
                digest &+= check
            }
            // Clause by clause the run that is open at the last content.
            var open: [Int64: Int64] = [:]
            var last: Int64?
            for entry in entries {
                let number = newest + 1
                newest = number
                let check = Self.check(
                    "contents", IndexRow.key(number) + IndexRow.key(owner), entry.content.bytes)
                try insert.execute(arguments: [number, owner, Data(entry.content.bytes), Self.mark(check)])
                digest &+= check
                var standing: [Int64: Int64] = [:]
                for wording in entry.wordings {
                    let clause = try Self.clause(wording, database, &digest)
                    if standing[clause] == nil { standing[clause] = open[clause] ?? number }
                }
                if let last {
                    for (clause, first) in open.sorted(by: { $0.key < $1.key }) where standing[clause] == nil {
                        try write(clause, first, last)
                    }
                }
                open = standing
                last = number
            }
            if let last {
                for (clause, first) in open.sorted(by: { $0.key < $1.key }) { try write(clause, first, last) }
            }
            try StateRow.set(.rows, digest, access)
        }
    }

    private static func owner(_ policy: PolicyID, _ database: Database) throws -> Int64? {
        try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT number FROM owners WHERE id = ?"), arguments: [policy.text])
    }

    private static func newOwner(_ policy: PolicyID, _ database: Database, _ digest: inout UInt64) throws -> Int64 {
        let newest = try Int64.fetchOne(database.cachedStatement(sql: "SELECT max(number) FROM owners")) ?? 0
        let number = newest + 1
        let check = check("owners", IndexRow.key(number), Array(policy.text.utf8))
        try database.cachedStatement(sql: "INSERT INTO owners (number, id, mark) VALUES (?, ?, ?)")
            .execute(arguments: [number, policy.text, mark(check)])
        digest &+= check
        return number
    }

    /// Returns the number of a wording, which is written down where it is new.
    private static func clause(_ wording: String, _ database: Database, _ sum: inout UInt64) throws -> Int64 {
        let digest = digest(wording)
        let known = try database.cachedStatement(sql: "SELECT number, text FROM clauses WHERE digest = ?")
        for row in try Row.fetchAll(known, arguments: [digest]) {
            if String.fromDatabaseValue(row[1]).map({ $0.utf8.elementsEqual(wording.utf8) }) == true,
                let number = Int64.fromDatabaseValue(row[0])
            {
                return number
            }
        }
        try database.cachedStatement(sql: "INSERT INTO clauses (digest, text) VALUES (?, ?)")
            .execute(arguments: [digest, wording])
        let number = database.lastInsertedRowID
        sum &+= check("clauses", IndexRow.key(number) + IndexRow.key(digest), Array(wording.utf8))
        try database.cachedStatement(sql: "INSERT INTO words (rowid, text) VALUES (?, ?)")
            .execute(arguments: [number, wording])
        return number
    }

    private static func digest(_ wording: String) -> Int64 {
        Int64(bitPattern: Digest(of: Array(wording.utf8)).high)
    }

    // MARK: Looking up

    /// Returns where a phrase stands, by policy.
    ///
    /// - Throws: `IndexError` with `damaged` where a wording is not the one that was written.
    package func find(_ phrase: String, isPrefix: Bool) throws -> [FoundPhrase] {
        try file.read { access in
            let database = access.database
            let query = "\"" + phrase.replacingOccurrences(of: "\"", with: "\"\"") + "\"" + (isPrefix ? " *" : "")
            var clauses: [Int64: [FoundPhrase.Clause]] = [:]
            let runs = try database.cachedStatement(
                sql: "SELECT first, last, owner, mark FROM runs WHERE clause = ? ORDER BY first")
            let found = try Row.fetchAll(
                database.cachedStatement(
                    sql:
                        "SELECT clauses.number, clauses.digest, clauses.text FROM words JOIN clauses ON clauses.number = words.rowid WHERE words MATCH ? ORDER BY clauses.number"
                ), arguments: [query])
            for row in found {
                guard let clause = Int64.fromDatabaseValue(row[0]), let text = String.fromDatabaseValue(row[2]),
                    Int64.fromDatabaseValue(row[1]) == Self.digest(text)
                else { throw IndexError.damaged("a clause") }
                var owners: [Int64: [ClosedRange<Int>]] = [:]
                for run in try Row.fetchAll(runs, arguments: [clause]) {
                    guard let first = Int.fromDatabaseValue(run[0]), let last = Int.fromDatabaseValue(run[1]),
                        let owner = Int64.fromDatabaseValue(run[2]), first <= last,
                        Int64.fromDatabaseValue(run[3])
                            == Self.mark(
                                Self.check(
                                    "runs", [clause, Int64(first), Int64(last), owner].flatMap(IndexRow.key), []))
                    else { throw IndexError.damaged("a run") }
                    owners[owner, default: []].append(first...last)
                }
                for (owner, contents) in owners {
                    clauses[owner, default: []].append(FoundPhrase.Clause(text: text, contents: contents))
                }
            }
            return try clauses.sorted { $0.key < $1.key }.map { owner, clauses in
                let id = try Row.fetchOne(
                    database.cachedStatement(sql: "SELECT id, mark FROM owners WHERE number = ?"),
                    arguments: [owner])
                guard let row = id, let id = String.fromDatabaseValue(row[0]),
                    Int64.fromDatabaseValue(row[1])
                        == Self.mark(Self.check("owners", IndexRow.key(owner), Array(id.utf8)))
                else { throw IndexError.damaged("a policy") }
                return FoundPhrase(
                    policy: PolicyID(id), numbers: try Self.contents(of: owner, database), clauses: clauses)
            }
        }
    }

    private static func contents(of owner: Int64, _ database: Database) throws -> [FoundPhrase.Content: Int] {
        var contents: [FoundPhrase.Content: Int] = [:]
        let cursor = try Row.fetchCursor(
            database.cachedStatement(sql: "SELECT number, content, mark FROM contents WHERE owner = ?"),
            arguments: [owner])
        while let row = try cursor.next() {
            guard let number = Int.fromDatabaseValue(row[0]), let bytes = Data.fromDatabaseValue(row[1]),
                let content = FoundPhrase.Content(bytes: Array(bytes)),
                Int64.fromDatabaseValue(row[2])
                    == mark(
                        check("contents", IndexRow.key(Int64(number)) + IndexRow.key(owner), Array(bytes)))
            else { throw IndexError.damaged("a content") }
            contents[content] = number
        }
        return contents
    }
}

extension FoundPhrase.Content {
    /// The ids, one after the other.
    fileprivate var bytes: [UInt8] { text.bytes + (rules?.bytes ?? []) }

    fileprivate init?(bytes: [UInt8]) {
        var unpacker = Unpacker(bytes)
        guard let text = try? unpacker.id() else { return nil }
        if unpacker.isAtEnd {
            self.init(text: text, rules: nil)
        } else {
            guard let rules = try? unpacker.id(), unpacker.isAtEnd else { return nil }
            self.init(text: text, rules: rules)
        }
    }
}

internal import GRDB
package import PolicyModel

/// The full-text index of all versions: each wording once, with the runs of contents that it stands in.
///
/// The contents of a policy are numbered in the order of its records, so that a clause which stands in a hundred versions is one run. All
/// rows are sealed (`IndexRow`), so that no version is named wrongly; SQLite's own full text, which leads to them, is held against
/// a digest (`PhraseIndex+digest`).
package final class PhraseIndex: Sendable {
    /// What the index says of itself.
    static let state = IndexTable.numbered("state")
    /// The names of policies by number, and the numbers by name.
    static let policies = IndexTable.numbered("policies")
    static let names = IndexTable.named("names")
    /// The contents of each policy, in blocks.
    static let contents = IndexTable.numbered("contents")
    /// The clauses of each content in the order in which one reads them: the numbers of clauses depend on what was read first.
    static let orders = IndexTable.numbered("orders")
    /// In which contents of which policies each clause stands.
    static let runs = IndexTable.numbered("runs")
    private static let furtherTables = [
        (
            name: "clauses",
            creation: "CREATE TABLE clauses (number INTEGER PRIMARY KEY, digest INTEGER NOT NULL, text TEXT NOT NULL)"
        ),
        (name: "clauses_by_digest", creation: "CREATE INDEX clauses_by_digest ON clauses (digest)"),
        (
            name: "words",
            creation:
                "CREATE VIRTUAL TABLE words USING fts5(text, content='clauses', content_rowid='number', columnsize=0, tokenize='unicode61 remove_diacritics 2')"
        ),
    ]

    let file: IndexFile
    /// What notes that the file was looked through; nil where it lives in memory.
    let notes: IndexFile?
    let today: CivilDate

    /// Opens the full-text index at a place, or begins it.
    init(at place: IndexPlace, suffix: String, maker: String, notes: IndexFile?, today: CivilDate) throws(IndexError) {
        self.today = today
        self.notes = notes
        file = try IndexFile(
            IndexFile.Form(
                stem: "phrases" + suffix, maker: maker,
                tables: [Self.state, Self.policies, Self.names, Self.contents, Self.orders, Self.runs],
                further: Self.furtherTables),
            at: place)
    }

    /// Makes a full-text index that lives in memory.
    package convenience init() throws(IndexError) {
        try self.init(at: .nowhere, suffix: "", maker: "", notes: nil, today: CivilDate(daysSinceEpoch: 0))
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

    /// Returns the contents of a policy that are in it, in their order.
    package func contents(of policy: PolicyID) throws -> [FoundPhrase.Content] {
        try file.read { access in
            guard let owner = try Self.number(of: policy, access) else { return [] }
            return try Self.contents(of: owner, access)
        }
    }

    /// Returns the number of a policy; nil where none of its texts is here.
    static func number(of policy: PolicyID, _ access: IndexAccess) throws -> Int64? {
        try access.bytes(in: names, under: Array(policy.text.utf8)).map { bytes in
            var unpacker = Unpacker(bytes)
            return Int64(try unpacker.integer())
        }
    }

    // MARK: Contents

    /// How many contents one row holds.
    static let contentsPerRow = 128
    /// The rows of one policy's contents are numbered from a multiple of this.
    static let rowsPerPolicy: Int64 = 1 << 32

    /// Returns the contents of a policy by its number, in their order.
    static func contents(of owner: Int64, _ access: IndexAccess) throws -> [FoundPhrase.Content] {
        let first = owner * rowsPerPolicy
        var contents: [FoundPhrase.Content] = []
        for row in try access.rows(of: self.contents, from: first, through: first + rowsPerPolicy - 1) {
            var unpacker = Unpacker(row.bytes)
            // A row that is missing would give those behind it other numbers.
            guard row.number - first == Int64(contents.count / contentsPerRow),
                contents.count.isMultiple(of: contentsPerRow)
            else { throw IndexError.damaged("the contents of a policy") }
            while !unpacker.isAtEnd { contents.append(try unpacker.content()) }
        }
        return contents
    }
}

extension Packer {
    mutating func add(_ content: FoundPhrase.Content) {
        add(content.text)
        add(content.rules) { $0.add($1) }
    }
}

extension Unpacker {
    fileprivate mutating func content() throws(Damaged) -> FoundPhrase.Content {
        FoundPhrase.Content(
            text: try id(), rules: try optional { (unpacker) throws(Damaged) in try unpacker.id() })
    }
}

/// Contents of one policy that follow one another, and hold a clause.
struct PhraseRun: Hashable {
    let owner: Int64
    var contents: ClosedRange<Int>

    /// Returns the runs that a row of the index holds.
    static func runs(_ row: [UInt8]) throws -> [PhraseRun] {
        var unpacker = Unpacker(row)
        var runs: [PhraseRun] = []
        while !unpacker.isAtEnd {
            let owner = Int64(try unpacker.integer())
            let first = try unpacker.integer()
            let further = try unpacker.integer()
            guard first >= 0, further >= 0 else { throw Unpacker.Damaged() }
            runs.append(PhraseRun(owner: owner, contents: first...(first + further)))
        }
        return runs
    }

    static func packed(_ runs: [PhraseRun]) -> [UInt8] {
        var packer = Packer()
        for run in runs {
            packer.add(Int(run.owner))
            packer.add(run.contents.lowerBound)
            packer.add(run.contents.count - 1)
        }
        return packer.bytes
    }
}

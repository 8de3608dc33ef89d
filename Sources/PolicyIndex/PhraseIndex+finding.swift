internal import GRDB
package import PolicyModel

extension PhraseIndex {
    /// Looks up where a phrase stands, by policy, and answers from it while no other process changes what was found.
    ///
    /// - Parameter answer: is given what was found and what reads the clauses, each held against its digest.
    /// - Throws: `IndexError` with `damaged` where a row that the search comes by is not the one that was written.
    package func find<Answer>(
        _ phrase: String, isPrefix: Bool, _ answer: ([FoundPhrase], any ClauseReader) throws -> Answer
    ) throws -> Answer {
        try file.read { access in
            let query = "\"" + phrase.replacing("\"", with: "\"\"") + "\"" + (isPrefix ? " *" : "")
            let rows = try Row.fetchCursor(
                access.database.cachedStatement(
                    sql:
                        "SELECT words.rowid, runs.bytes FROM words LEFT JOIN runs ON runs.key = words.rowid WHERE words MATCH ? ORDER BY words.rowid"
                ), arguments: [query])
            var clauses: [Int64: [FoundPhrase.Clause]] = [:]
            while let row = try rows.next() {
                let number = try row.number(0)
                let runs = try PhraseRun.runs(row.opened(1, of: Self.runs, key: IndexRow.key(number)))
                for (owner, contents) in Self.byOwner(runs) {
                    clauses[owner, default: []].append(FoundPhrase.Clause(number: number, contents: contents))
                }
            }
            let found = try clauses.sorted { $0.key < $1.key }.map { owner, clauses in
                guard let name = try access.bytes(in: Self.policies, at: owner),
                    let id = String(utf8: name, 0..<name.count)
                else { throw IndexError.damaged("a policy") }
                return FoundPhrase(
                    policy: PolicyID(id), contents: try Self.contents(of: owner, access), clauses: clauses)
            }
            return try answer(found, IndexedClauses(access: access))
        }
    }

    /// Returns the contents of each policy in order and apart from each other; most clauses stand in one policy, in one run.
    private static func byOwner(_ runs: [PhraseRun]) -> [(owner: Int64, contents: [ClosedRange<Int>])] {
        if runs.count == 1 { return [(runs[0].owner, [runs[0].contents])] }
        var owners: [(owner: Int64, contents: [ClosedRange<Int>])] = []
        // The runs of one policy follow one another in time, those of several stand between each other.
        for run in runs {
            guard let place = owners.firstIndex(where: { $0.owner == run.owner }) else {
                owners.append((run.owner, [run.contents]))
                continue
            }
            let last = owners[place].contents.count - 1
            let before = owners[place].contents[last]
            if before.upperBound + 1 == run.contents.lowerBound {
                owners[place].contents[last] = before.lowerBound...run.contents.upperBound
            } else {
                owners[place].contents.append(run.contents)
            }
        }
        return owners
    }

    /// What a wording is looked up and held against by.
    static func digest(of wording: [UInt8]) -> Int64 { Int64(bitPattern: Digest(of: wording).high) }
}

/// Reads clauses inside of the transaction that found them.
private struct IndexedClauses: ClauseReader {
    let access: IndexAccess

    func text(of clause: Int64) throws -> String {
        let rows = try Row.fetchCursor(
            access.database.cachedStatement(sql: "SELECT digest, text FROM clauses WHERE number = ?"),
            arguments: [clause])
        return try withExtendedLifetime(rows) {
            guard let row = try rows.next() else { throw IndexError.damaged("a clause") }
            let bytes = try row.bytes(1)
            guard try row.number(0) == PhraseIndex.digest(of: bytes), let text = String(utf8: bytes, 0..<bytes.count)
            else { throw IndexError.damaged("a clause") }
            return text
        }
    }

    func clauses(of policy: PolicyID, at place: Int) throws -> [Int64] {
        guard let owner = try PhraseIndex.number(of: policy, access),
            let row = try access.bytes(in: PhraseIndex.orders, at: owner * PhraseIndex.rowsPerPolicy + Int64(place))
        else { throw IndexError.damaged("the clauses of a content") }
        var unpacker = Unpacker(row)
        var clauses: [Int64] = []
        var last: Int64 = 0
        while !unpacker.isAtEnd {
            last += Int64(try unpacker.integer())
            clauses.append(last)
        }
        return clauses
    }
}

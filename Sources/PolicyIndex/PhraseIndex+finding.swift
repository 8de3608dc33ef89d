internal import GRDB
package import PolicyModel

extension PhraseIndex {
    /// Looks up where a phrase stands, by policy, and answers from it while no other process changes what was found.
    ///
    /// - Parameter answer: is given what was found and what reads a clause, whose text is held against its digest.
    /// - Throws: `IndexError` with `damaged` where a row that the search comes by is not the one that was written.
    package func find<Answer>(
        _ phrase: String, isPrefix: Bool, _ answer: ([FoundPhrase], ClauseReading) throws -> Answer
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
            return try answer(found) { try Self.text(of: $0, access) }
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

    /// Returns the text of a clause.
    private static func text(of clause: Int64, _ access: IndexAccess) throws -> String {
        let rows = try Row.fetchCursor(
            access.database.cachedStatement(sql: "SELECT digest, text FROM clauses WHERE number = ?"),
            arguments: [clause])
        return try withExtendedLifetime(rows) {
            guard let row = try rows.next() else { throw IndexError.damaged("a clause") }
            let bytes = try row.bytes(1)
            guard try row.number(0) == digest(of: bytes), let text = String(utf8: bytes, 0..<bytes.count) else {
                throw IndexError.damaged("a clause")
            }
            return text
        }
    }

    /// What a wording is looked up and held against by.
    static func digest(of wording: [UInt8]) -> Int64 { Int64(bitPattern: Digest(of: wording).high) }
}

import Foundation
internal import GRDB
package import PolicyModel

extension PhraseIndex {
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
            // SQLite merges words as it likes: their digest is taken when all texts are in.
            try access.remove(from: Self.state, at: StateRow.Digest.words.rawValue)
            var rows = DigestedRows(access: access, digest: try StateRow.digest(.rows, access) ?? 0)
            let owner = try Self.number(of: policy, access) ?? rows.add(policy)
            var next = try rows.add(entries.map(\.content), of: owner)
            // A clause that stands in many of the contents is written once.
            var runs: [Int64: [PhraseRun]] = [:]
            for entry in entries {
                let clauses = try entry.wordings.map { try rows.clause($0) }
                for clause in clauses { runs[clause, default: []].add(next, of: owner) }
                try rows.add(order: clauses, of: next, of: owner)
                next += 1
            }
            for (clause, added) in runs.sorted(by: { $0.key < $1.key }) { try rows.add(added, to: clause) }
            try StateRow.set(.rows, rows.digest, access)
        }
    }
}

extension [PhraseRun] {
    /// Adds a content of a policy, which comes behind all that are here.
    fileprivate mutating func add(_ content: Int, of owner: Int64) {
        if let last, last.owner == owner, last.contents.upperBound >= content - 1 {
            self[count - 1].contents = last.contents.lowerBound...content
        } else {
            append(PhraseRun(owner: owner, contents: content...content))
        }
    }
}

/// The rows of the index as they are written, with the sum of their digests.
private struct DigestedRows {
    let access: IndexAccess
    private(set) var digest: UInt64

    init(access: IndexAccess, digest: UInt64) {
        self.access = access
        self.digest = digest
    }

    private mutating func set(_ bytes: [UInt8], insteadOf old: [UInt8]?, in table: IndexTable, at number: Int64) throws
    {
        let key = IndexRow.key(number)
        if let old { digest &-= IndexRow.check(table: table.name, key: key, old) }
        digest &+= IndexRow.check(table: table.name, key: key, bytes)
        try access.set(bytes, in: table, at: number)
    }

    /// Adds a policy, and returns its number.
    mutating func add(_ policy: PolicyID) throws -> Int64 {
        let name = Array(policy.text.utf8)
        let newest = try Int64.fetchOne(access.database, sql: "SELECT max(key) FROM \(PhraseIndex.policies.name)") ?? 0
        try set(name, insteadOf: nil, in: PhraseIndex.policies, at: newest + 1)
        var packer = Packer()
        packer.add(Int(newest + 1))
        digest &+= IndexRow.check(table: PhraseIndex.names.name, key: name, packer.bytes)
        try access.set(packer.bytes, in: PhraseIndex.names, under: name)
        return newest + 1
    }

    /// Adds contents to those of a policy, and returns the place of the first of them.
    mutating func add(_ contents: [FoundPhrase.Content], of owner: Int64) throws -> Int {
        let known = try PhraseIndex.contents(of: owner, access)
        var all = known
        all += contents
        let perRow = PhraseIndex.contentsPerRow
        for first in stride(from: known.count / perRow * perRow, to: all.count, by: perRow) {
            func packed(_ contents: ArraySlice<FoundPhrase.Content>) -> [UInt8] {
                var packer = Packer()
                for content in contents { packer.add(content) }
                return packer.bytes
            }
            let begun = known[min(first, known.count)...]
            try set(
                packed(all[first..<min(first + perRow, all.count)]),
                insteadOf: begun.isEmpty ? nil : packed(begun),
                in: PhraseIndex.contents, at: owner * PhraseIndex.rowsPerPolicy + Int64(first / perRow))
        }
        return known.count
    }

    /// Adds the clauses of a content in their order; those that were new with it follow one another.
    mutating func add(order clauses: [Int64], of content: Int, of owner: Int64) throws {
        var packer = Packer()
        var last: Int64 = 0
        for clause in clauses {
            packer.add(Int(clause - last))
            last = clause
        }
        try set(
            packer.bytes, insteadOf: nil, in: PhraseIndex.orders,
            at: owner * PhraseIndex.rowsPerPolicy + Int64(content))
    }

    /// Adds runs to those of a clause.
    mutating func add(_ added: [PhraseRun], to clause: Int64) throws {
        let known = try access.bytes(in: PhraseIndex.runs, at: clause)
        var runs = try known.map { try PhraseRun.runs($0) } ?? []
        for run in added {
            if let last = runs.last, last.owner == run.owner, last.contents.upperBound + 1 == run.contents.lowerBound {
                runs[runs.count - 1].contents = last.contents.lowerBound...run.contents.upperBound
            } else {
                runs.append(run)
            }
        }
        try set(PhraseRun.packed(runs), insteadOf: known, in: PhraseIndex.runs, at: clause)
    }

    /// Returns the number of a wording, which is written down where it is new.
    mutating func clause(_ wording: String) throws -> Int64 {
        let bytes = Array(wording.utf8)
        let digest = PhraseIndex.digest(of: bytes)
        let known = try Row.fetchCursor(
            access.database.cachedStatement(sql: "SELECT number, text FROM clauses WHERE digest = ?"),
            arguments: [digest])
        while let row = try known.next() {
            if try row.bytes(1) == bytes { return try row.number(0) }
        }
        // As bytes: what is handed over as a text would end at a NUL.
        try access.database.cachedStatement(sql: "INSERT INTO clauses (digest, text) VALUES (?, CAST(? AS TEXT))")
            .execute(arguments: [digest, Data(bytes)])
        let number = access.database.lastInsertedRowID
        self.digest &+= PhraseIndex.check(clause: number, digest, bytes)
        try access.database.cachedStatement(sql: "INSERT INTO words (rowid, text) VALUES (?, CAST(? AS TEXT))")
            .execute(arguments: [number, Data(bytes)])
        return number
    }
}

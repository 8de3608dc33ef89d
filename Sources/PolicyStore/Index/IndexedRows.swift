import PolicyIndex
import PolicyModel

/// The timeline as rows of the index: places, policies with their records in blocks, and names.
///
/// A further record of a policy rewrites its last block and nothing that grows with the history.
struct IndexedRows {
    /// The tables.
    static let all = [state, places, shelves, timeline, records, policies, names, line]
    static let state = IndexTable.numbered("state")
    private static let places = IndexTable.named("places")
    private static let shelves = IndexTable.numbered("shelves")
    private static let timeline = IndexTable.numbered("timeline")
    private static let records = IndexTable.numbered("records")
    static let policies = IndexTable.numbered("policies")
    static let names = IndexTable.named("names")
    private static let line = IndexTable.numbered("line")

    /// How many records one row holds, and how many commits one row of the line.
    private static let recordsPerRow = 128
    private static let commitsPerRow = 1_024
    /// The rows of one policy's records are numbered from a multiple of this.
    private static let rowsPerPolicy: Int64 = 1 << 32

    let access: IndexAccess
    let files: PolicyFiles

    // MARK: State

    func state() throws -> IndexedState? {
        try access.bytes(in: Self.state, at: 0).map { try IndexedState($0) }
    }

    func set(_ state: IndexedState) throws { try access.set(state.packed, in: Self.state, at: 0) }

    /// Empties all tables.
    func clear() throws { for table in Self.all { try access.clear(table) } }

    // MARK: Line

    /// Adds commits to the end of the line.
    ///
    /// - Parameters:
    ///   - commits: the commits, oldest first.
    ///   - count: how many the line has already.
    func add(line commits: [ObjectID], after count: Int) throws {
        var next = 0
        while next < commits.count {
            let row = Int64((count + next) / Self.commitsPerRow)
            let inside = (count + next) % Self.commitsPerRow
            let taken = min(Self.commitsPerRow - inside, commits.count - next)
            var packer = Packer()
            for commit in commits[next..<(next + taken)] { packer.add(commit) }
            var bytes: [UInt8] = []
            if inside > 0 {
                guard let begun = try access.bytes(in: Self.line, at: row), begun.count == 20 * inside else {
                    throw IndexError.damaged("the line")
                }
                bytes = begun
            }
            try access.set(bytes + packer.bytes, in: Self.line, at: row)
            next += taken
        }
    }

    /// Returns the commits of the line, oldest first.
    func line(_ state: IndexedState) throws -> [ObjectID] {
        var commits: [ObjectID] = []
        commits.reserveCapacity(state.lineCount)
        for row in try access.rows(of: Self.line) {
            var unpacker = Unpacker(row.bytes)
            while !unpacker.isAtEnd { commits.append(try unpacker.id()) }
        }
        guard commits.count == state.lineCount else { throw IndexError.damaged("the line") }
        return commits
    }

    // MARK: Timeline

    func place(_ unit: GitPath) throws -> PolicyTimeline.Place? {
        try access.bytes(in: Self.places, under: unit.bytes).map { try PolicyTimeline.Place($0) }
    }

    func set(_ place: PolicyTimeline.Place, of unit: GitPath) throws {
        try access.set(place.packed, in: Self.places, under: unit.bytes)
    }

    /// Notes that places are there, so that one which is not found can be told from one that never was.
    func shelve(_ units: some Sequence<GitPath>) throws {
        let shelves = Dictionary(grouping: units.map(Self.digest), by: Self.shelf)
        for (number, digests) in shelves.sorted(by: { $0.key < $1.key }) {
            let shelf = try shelf(number).union(digests)
            var packer = Packer()
            for digest in shelf.sorted() { packer.addFixed(digest) }
            try access.set(packer.bytes, in: Self.shelves, at: number)
        }
    }

    /// Whether a place was noted to be there.
    func isShelved(_ unit: GitPath) throws -> Bool {
        let digest = Self.digest(unit)
        return try shelf(Self.shelf(digest)).contains(digest)
    }

    private func shelf(_ number: Int64) throws -> Set<UInt64> {
        guard let bytes = try access.bytes(in: Self.shelves, at: number) else { return [] }
        var unpacker = Unpacker(bytes)
        var digests: Set<UInt64> = []
        while !unpacker.isAtEnd { digests.insert(try unpacker.fixed()) }
        return digests
    }

    private static func digest(_ unit: GitPath) -> UInt64 { Digest(of: unit.bytes).high }

    /// The number of the shelf that a place is noted on: of a hundred thousand places some two dozen share one.
    private static func shelf(_ digest: UInt64) -> Int64 { Int64(digest % 4_096) }

    /// Returns a policy of the timeline without its records.
    func policy(_ number: Int) throws -> PolicyTimeline.Policy {
        guard let bytes = try access.bytes(in: Self.timeline, at: Int64(number)) else {
            throw IndexError.damaged("a policy")
        }
        return try Self.policy(bytes)
    }

    private static func policy(_ bytes: [UInt8]) throws -> PolicyTimeline.Policy {
        var unpacker = Unpacker(bytes)
        let units = try unpacker.all { (unpacker) throws(Unpacker.Damaged) in GitPath(Array(try unpacker.content())) }
        let earlier = try unpacker.integer()
        let id = try unpacker.optional { (unpacker) throws(Unpacker.Damaged) in PolicyID(try unpacker.text()) }
        return PolicyTimeline.Policy(units: units, id: id, earlier: earlier)
    }

    /// Adds the records that a policy gained to those that are kept.
    func add(_ policy: PolicyTimeline.Policy, _ number: Int) throws {
        var packer = Packer()
        packer.add(all: policy.units) { $0.add($1.bytes) }
        packer.add(policy.earlier + policy.records.count)
        packer.add(policy.id) { $0.add($1.text) }
        try access.set(packer.bytes, in: Self.timeline, at: Int64(number))

        var next = 0
        while next < policy.records.count {
            let row = Int64(number) * Self.rowsPerPolicy + Int64((policy.earlier + next) / Self.recordsPerRow)
            let inside = (policy.earlier + next) % Self.recordsPerRow
            let taken = min(Self.recordsPerRow - inside, policy.records.count - next)
            var packer = Packer()
            for record in policy.records[next..<(next + taken)] { packer.add(record, of: policy) }
            var bytes: [UInt8] = []
            if inside > 0 {
                guard let begun = try access.bytes(in: Self.records, at: row) else {
                    throw IndexError.damaged("the records")
                }
                bytes = begun
            }
            try access.set(bytes + packer.bytes, in: Self.records, at: row)
            next += taken
        }
    }

    /// Returns a policy of the timeline with all its records.
    func whole(_ number: Int) throws -> PolicyTimeline.Policy {
        let first = Int64(number) * Self.rowsPerPolicy
        let rows = try access.rows(of: Self.records, from: first, through: first + Self.rowsPerPolicy - 1)
        return try whole(try policy(number), rows.map(\.bytes))
    }

    private func whole(_ policy: PolicyTimeline.Policy, _ rows: [[UInt8]]) throws -> PolicyTimeline.Policy {
        var whole = PolicyTimeline.Policy(units: policy.units)
        whole.records.reserveCapacity(policy.earlier)
        let paths = policy.units.map { files.textPath($0).text }
        for row in rows {
            var unpacker = Unpacker(row)
            while !unpacker.isAtEnd { whole.records.append(try unpacker.record(of: policy, paths: paths)) }
        }
        guard whole.records.count == policy.earlier else { throw IndexError.damaged("the records") }
        return whole
    }

    /// Returns all policies of the timeline with all their records, by number.
    func timeline(_ state: IndexedState) throws -> [PolicyTimeline.Policy] {
        let policies = try access.rows(of: Self.timeline)
        guard policies.count == state.timelinePolicies,
            policies.enumerated().allSatisfy({ $0.offset == Int($0.element.number) })
        else { throw IndexError.damaged("the policies") }
        var rows = [[[UInt8]]](repeating: [], count: policies.count)
        for row in try access.rows(of: Self.records) {
            let number = Int(row.number / Self.rowsPerPolicy)
            guard rows.indices.contains(number) else { throw IndexError.damaged("the records") }
            rows[number].append(row.bytes)
        }
        return try policies.indices.map { try whole(try Self.policy(policies[$0].bytes), rows[$0]) }
    }
}

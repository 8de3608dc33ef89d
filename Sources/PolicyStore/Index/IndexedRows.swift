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
    private static let policies = IndexTable.numbered("policies")
    private static let names = IndexTable.named("names")
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
    private func whole(_ number: Int) throws -> PolicyTimeline.Policy {
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

    // MARK: Names

    /// Replaces all names, and returns how many there are.
    func set(names given: [PolicyNaming.Given]) throws -> Int {
        try access.clear(Self.policies)
        try access.clear(Self.names)
        var count = 0
        for (number, policy) in given.enumerated() {
            let bearer = Bearer(names: [policy.history.id] + policy.history.aliases, parts: policy.parts)
            try set(bearer, at: number)
            count += bearer.names.count
        }
        return count
    }

    /// Which names a policy bears, the newest first, and of which policies of the timeline it is made.
    struct Bearer {
        var names: [PolicyID]
        var parts: [Int]
    }

    /// Returns the number of the policy that bears a name; nil where none does.
    func bearer(of name: PolicyID) throws -> Int? {
        guard let bytes = try access.bytes(in: Self.names, under: Array(name.text.utf8)) else { return nil }
        var unpacker = Unpacker(bytes)
        return try unpacker.integer()
    }

    /// Returns a policy by its number among the names.
    func bearer(_ number: Int) throws -> Bearer {
        guard let row = try access.bytes(in: Self.policies, at: Int64(number)) else {
            throw IndexError.damaged("a policy")
        }
        return try Bearer(row)
    }

    /// Writes which names a policy bears.
    func set(_ bearer: Bearer, at number: Int) throws {
        var packer = Packer()
        packer.add(all: bearer.names) { $0.add($1.text) }
        packer.add(all: bearer.parts) { $0.add($1) }
        try access.set(packer.bytes, in: Self.policies, at: Int64(number))
        for name in bearer.names {
            var packer = Packer()
            packer.add(number)
            try access.set(packer.bytes, in: Self.names, under: Array(name.text.utf8))
        }
    }

    /// Returns the history of a policy by its id or an earlier one; nil where there is none.
    func history(_ id: PolicyID, _ state: IndexedState) throws -> PolicyHistory? {
        guard let number = try bearer(of: id) else {
            // Not found is an answer only where nothing was lost.
            guard try access.rows(named: Self.names).count == state.names else { throw IndexError.damaged("the names") }
            return nil
        }
        return try history(try bearer(number)) { try whole($0) }
    }

    /// Returns all histories, by id.
    func histories(_ state: IndexedState) throws -> [PolicyHistory] {
        let timeline = try timeline(state)
        let rows = try access.rows(of: Self.policies)
        guard rows.count == state.policies else { throw IndexError.damaged("the policies") }
        return try rows.map { row in
            try history(try Bearer(row.bytes)) { number in
                guard timeline.indices.contains(number) else { throw IndexError.damaged("a policy") }
                return timeline[number]
            }
        }.sorted { $0.id < $1.id }
    }

    private func history(
        _ bearer: Bearer, _ whole: (Int) throws -> PolicyTimeline.Policy
    ) throws -> PolicyHistory {
        let records = PolicyNaming.joined(try bearer.parts.map { try whole($0).records })
        guard let id = bearer.names.first, !records.isEmpty else { throw IndexError.damaged("a policy") }
        return PolicyHistory(id: id, aliases: Array(bearer.names.dropFirst()), records: records.map(\.value))
    }
}

extension IndexedRows.Bearer {
    fileprivate init(_ row: [UInt8]) throws(Unpacker.Damaged) {
        var unpacker = Unpacker(row)
        names = try unpacker.all { (unpacker) throws(Unpacker.Damaged) in PolicyID(try unpacker.text()) }
        parts = try unpacker.all { (unpacker) throws(Unpacker.Damaged) in try unpacker.integer() }
    }
}

extension PolicyTimeline.Place {
    fileprivate var packed: [UInt8] {
        var packer = Packer()
        packer.add(live) { $0.add($1) }
        packer.add(ended) { $0.add($1) }
        let parts = parts.map { (role: $0.key.text, id: $0.value) }.sorted { $0.role < $1.role }
        packer.add(all: parts) {
            $0.add($1.role)
            $0.add($1.id)
        }
        return packer.bytes
    }

    fileprivate init(_ bytes: [UInt8]) throws(Unpacker.Damaged) {
        var unpacker = Unpacker(bytes)
        live = try unpacker.optional { (unpacker) throws(Unpacker.Damaged) in try unpacker.integer() }
        ended = try unpacker.optional { (unpacker) throws(Unpacker.Damaged) in try unpacker.integer() }
        for (role, id) in try unpacker.all({ (unpacker) throws(Unpacker.Damaged) in
            (PolicyFiles.Role(text: try unpacker.text()), try unpacker.id())
        }) {
            parts[role] = id
        }
    }
}

extension PolicyFiles.Role {
    /// The role as a word; no language is a word of its own here.
    fileprivate var text: String {
        switch self {
        case .text: "text"
        case .rules: "rules"
        case .translation(let language): "translation " + language
        }
    }

    fileprivate init(text: String) {
        self =
            switch text {
            case "text": .text
            case "rules": .rules
            default: .translation(language: String(text.dropFirst("translation ".count)))
            }
    }
}

extension Packer {
    fileprivate mutating func add(_ record: PolicyTimeline.Record, of policy: PolicyTimeline.Policy) {
        add(record.step)
        add(policy.units.firstIndex(of: record.unit) ?? 0)
        add(record.value.commit)
        add(record.value.recorded)
        add(record.value.text) { $0.add($1) }
        add(record.value.rules) { $0.add($1) }
        add(all: record.value.translations) {
            $0.add($1.language)
            $0.add($1.text)
        }
    }
}

extension Unpacker {
    fileprivate mutating func record(
        of policy: PolicyTimeline.Policy, paths: [String]
    ) throws(Damaged) -> PolicyTimeline.Record {
        let step = try integer()
        let unit = try integer()
        guard policy.units.indices.contains(unit) else { throw Damaged() }
        return PolicyTimeline.Record(
            step: step, unit: policy.units[unit],
            value: PolicyRecord(
                commit: try id(), recorded: try moment(), path: paths[unit],
                text: try optional { (unpacker) throws(Damaged) in try unpacker.id() },
                rules: try optional { (unpacker) throws(Damaged) in try unpacker.id() },
                translations: try all { (unpacker) throws(Damaged) in
                    PolicyRecord.Translation(language: try unpacker.text(), text: try unpacker.id())
                }))
    }
}

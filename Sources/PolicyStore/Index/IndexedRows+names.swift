import PolicyIndex
import PolicyModel

// Which policy bears which name, and its history with all the names that it bore.

extension IndexedRows {
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

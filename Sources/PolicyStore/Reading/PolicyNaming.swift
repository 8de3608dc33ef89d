import PolicyModel

/// Gives the policies of a timeline their ids: one each, the newest, with the earlier ones as aliases.
struct PolicyNaming {
    let files: PolicyFiles
    /// Returns the id that a record's text states; nil where it states none.
    let statedID: (PolicyRecord) throws -> PolicyID?

    /// A history with the numbers of the timeline's policies that it is made of.
    struct Given {
        let history: PolicyHistory
        let parts: [Int]
    }

    /// The names of all policies.
    struct Names {
        /// The histories by id.
        let histories: [Given]
        /// An error for each two policies of the newest commit that claim one id.
        let findings: [Finding]
        /// Whether two policies claim or claimed one name: who bears it depends on all of them then.
        let isContested: Bool
    }

    /// A policy with the ids it had, oldest first.
    private struct Named {
        var policy: PolicyTimeline.Policy
        var ids: [PolicyID]
        var parts: [Int]

        var id: PolicyID { ids.last ?? PolicyID("policy") }
        var unit: GitPath { policy.units.last ?? GitPath([]) }
        var lastStep: Int { policy.records.last?.step ?? 0 }
        var firstStep: Int { policy.records.first?.step ?? 0 }

        /// Returns the earlier ids, newest first, each once.
        func aliases(under id: PolicyID) -> [PolicyID] {
            var aliases: [PolicyID] = []
            for earlier in ids.reversed() where earlier != id && !aliases.contains(earlier) { aliases.append(earlier) }
            return aliases
        }
    }

    /// Returns the ids under which a policy's records carried it, oldest first; one that stays is there once.
    func ids(of records: [PolicyTimeline.Record]) throws -> [PolicyID] {
        var ids: [PolicyID] = []
        var unit: GitPath?
        for record in records where !record.value.isDeletion {
            // Where nothing states an id, only another place brings another one.
            if files.layout == .documents, record.unit == unit { continue }
            unit = record.unit
            let id = try (files.layout == .native ? statedID(record.value) : nil) ?? files.id(record.unit)
            if ids.last != id { ids.append(id) }
        }
        return ids
    }

    /// Gives all policies their names.
    func names(of policies: [PolicyTimeline.Policy]) throws -> Names {
        var named = try policies.enumerated().map { Named(policy: $1, ids: try ids(of: $1.records), parts: [$0]) }
        if files.layout == .native { named = joinedByID(named) }
        named.sort(by: Self.hasBetterClaim)

        var findings: [Finding] = []
        var holders: [PolicyID: GitPath] = [:]
        var given: [PolicyID] = []
        for claim in named {
            var id = claim.id
            if let holder = holders[id] {
                if claim.policy.isLive { findings.append(duplicate(id, holder, claim.unit)) }
                id = unusedID(for: claim) { holders[$0] != nil }
            }
            holders[id] = claim.unit
            given.append(id)
        }
        // An id that another policy bears leads there, not to the one that bore it once.
        var spoken = Set(given)
        let claimed = named.reduce(0) { $0 + Set($1.ids).count }
        let histories = zip(named, given).map { claim, id in
            Given(
                history: PolicyHistory(
                    id: id, aliases: claim.aliases(under: id).filter { spoken.insert($0).inserted },
                    records: claim.policy.records.map(\.value)),
                parts: claim.parts)
        }
        let borne = histories.reduce(0) { $0 + 1 + $1.history.aliases.count }
        return Names(
            histories: histories.sorted { $0.history.id < $1.history.id }, findings: findings,
            isContested: borne != claimed || !zip(named, given).allSatisfy { $0.id == $1 })
    }

    /// What stands today comes first, then what ended last, then the order of the paths.
    private static func hasBetterClaim(_ left: Named, than right: Named) -> Bool {
        if left.policy.isLive != right.policy.isLive { return left.policy.isLive }
        if !left.policy.isLive, left.lastStep != right.lastStep { return left.lastStep > right.lastStep }
        let (leftEnding, rightEnding) = (left.unit.bytes.count, right.unit.bytes.count)
        // `Terms.md` before `Terms.markdown`, which would have the same id.
        return left.id == right.id && leftEnding != rightEnding ? leftEnding < rightEnding : left.unit < right.unit
    }

    /// Joins policies of one id that follow each other: in the native layout the id says what is one policy, wherever its folder is.
    ///
    /// Two that both stand today are not joined: that is an error for the editor to mend.
    private func joinedByID(_ policies: [Named]) -> [Named] {
        var joined: [Named] = []
        var newest: [PolicyID: Int] = [:]
        for policy in policies.sorted(by: { ($0.firstStep, $0.unit) < ($1.firstStep, $1.unit) }) {
            guard let index = newest[policy.id], !joined[index].policy.isLive,
                joined[index].firstStep < policy.firstStep
            else {
                newest[policy.id] = joined.count
                joined.append(policy)
                continue
            }
            joined[index].policy.records = Self.joined([joined[index].policy.records, policy.policy.records])
            joined[index].parts.append(contentsOf: policy.parts)
            joined[index].policy.units.append(contentsOf: policy.policy.units)
            joined[index].ids.append(contentsOf: policy.ids)
        }
        return joined
    }

    /// Returns the records of policies that follow each other as those of one.
    static func joined(_ parts: [[PolicyTimeline.Record]]) -> [PolicyTimeline.Record] {
        guard var records = parts.first else { return [] }
        for part in parts.dropFirst() {
            // Copied to its new folder and deleted in the old one a commit later: it never ended.
            if let end = records.last, let first = part.first, end.step >= first.step { records.removeLast() }
            records.append(contentsOf: part)
            records.sort { $0.step < $1.step }
        }
        return records
    }

    /// Returns an id for a policy whose own is taken: with the day it ended, or its place.
    private func unusedID(for claim: Named, isTaken: (PolicyID) -> Bool) -> PolicyID {
        let place = PolicyID(
            (claim.unit.isEmpty ? files.textPath(claim.unit) : claim.unit.relative(to: files.root)).text)
        let day = claim.policy.records.last.map { "@\($0.value.recorded.utcDay)" } ?? ""
        let candidates = claim.policy.isLive ? [place] : [PolicyID(claim.id.text + day)]
        if let free = candidates.first(where: { !isTaken($0) }) { return free }
        var number = 2
        while isTaken(PolicyID(place.text + "#\(number)")) { number += 1 }
        return PolicyID(place.text + "#\(number)")
    }

    private func duplicate(_ id: PolicyID, _ first: GitPath, _ second: GitPath) -> Finding {
        let (first, second) = (files.textPath(first).text, files.textPath(second).text)
        return Finding(
            id: "duplicate-policy-id", severity: .error, message: "\(first) and \(second) are both the policy \(id).",
            place: Place(path: second),
            fix: files.layout == .native
                ? "Give one of them another `id:`." : "Rename one of them.")
    }
}

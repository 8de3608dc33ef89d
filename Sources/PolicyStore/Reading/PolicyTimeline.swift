import PolicyModel

/// Makes policies out of the steps of a line: which files belong to one policy, across renames, deletions and new beginnings.
///
/// Steps are given oldest first. A text that appears where another one went in the same step, and is like it, carries on that policy; a
/// path that was deleted and is created again carries on its own.
struct PolicyTimeline {
    /// A policy as it grows.
    struct Policy {
        /// Its places, oldest first; the last one is where it stands or last stood.
        var units: [GitPath]
        /// The id under which it was recorded last.
        var id: PolicyID?
        /// How many records came before those given here: they are kept in the index.
        var earlier = 0
        var records: [Record] = []

        var isLive: Bool { records.last?.value.isDeletion == false }
    }

    /// A record with its place on the line and in the tree.
    struct Record {
        /// The number of its step, from 0 at the oldest.
        let step: Int
        let unit: GitPath
        let value: PolicyRecord
    }

    /// What a place in the tree holds and held.
    struct Place: Hashable {
        /// The policy that stands there.
        var live: Int?
        /// The policy that ended there last.
        var ended: Int?
        var parts: [PolicyFiles.Role: ObjectID] = [:]
    }

    /// What steps before the first one given made: where a timeline goes on that was begun in an earlier run.
    struct Earlier {
        var policies = 0
        var steps = 0
        /// Returns what a place held; nil where it never held anything.
        var place: (GitPath) throws -> Place? = { _ in nil }
        /// Returns a policy by its number, without its records.
        var policy: (Int) throws -> Policy = { _ in Policy(units: []) }
    }

    let files: PolicyFiles
    /// The policies that the steps given touched, by number; their records are those of these steps.
    private(set) var policies: [Int: Policy] = [:]
    /// The places that the steps given touched.
    private(set) var places: [GitPath: Place] = [:]
    /// How many policies there are, the earlier ones included.
    private(set) var policyCount: Int
    /// How many steps there were, the earlier ones included.
    private(set) var stepCount: Int
    private let earlier: Earlier

    init(files: PolicyFiles, after earlier: Earlier = Earlier()) {
        self.files = files
        self.earlier = earlier
        policyCount = earlier.policies
        stepCount = earlier.steps
    }

    /// The policies in the order of their beginnings, for a timeline that had no earlier steps.
    var all: [Policy] { policies.sorted { $0.key < $1.key }.map(\.value) }

    /// What one step did to the policies' places.
    struct Effect {
        var removed: [RenameMatching.Candidate] = []
        var added: [RenameMatching.Candidate] = []
        var changed: [GitPath] = []
    }

    /// Takes in the next step.
    ///
    /// - Parameter renames: tells for what the step removed and added which new place carries on which old one.
    mutating func apply(_ step: GitStep, renames: (Effect) throws -> [GitPath: GitPath]) throws {
        let effect = try update(step)
        defer { stepCount += 1 }
        let pairs = effect.removed.isEmpty || effect.added.isEmpty ? [:] : try renames(effect)
        // Deletions first: a place that one policy leaves may be taken by another in the same step.
        var moved: [GitPath: Int] = [:]
        let carriedOn = Set(pairs.values)
        for candidate in effect.removed {
            let unit = candidate.unit
            guard let policy = places[unit]?.live else { continue }
            places[unit]?.live = nil
            if carriedOn.contains(unit) {
                moved[unit] = policy
            } else {
                places[unit]?.ended = policy
                try record(step, policy, at: unit)
            }
        }
        for candidate in effect.added {
            let unit = candidate.unit
            let policy: Int
            if let source = pairs[unit], let known = moved[source] {
                policy = known
                try load(policy)
                policies[policy]?.units.append(unit)
            } else if let known = places[unit]?.ended {
                places[unit]?.ended = nil
                policy = known
            } else {
                policy = policyCount
                policyCount += 1
                policies[policy] = Policy(units: [unit])
            }
            places[unit]?.live = policy
            try record(step, policy, at: unit)
        }
        for unit in effect.changed {
            if let policy = places[unit]?.live { try record(step, policy, at: unit) }
        }
    }

    /// Brings the parts of the policies up to the step, and returns what it did.
    private mutating func update(_ step: GitStep) throws -> Effect {
        var before: [GitPath: [PolicyFiles.Role: ObjectID]] = [:]
        for change in step.changes {
            guard let part = files.part(change.path) else { continue }
            let unit = part.unit
            var place = if let known = places[unit] { known } else { try earlier.place(unit) ?? Place() }
            if before[unit] == nil { before[unit] = place.parts }
            place.parts[part.role] = change.new.flatMap { $0.mode.isFile ? $0.id : nil }
            places[unit] = place
        }
        var effect = Effect()
        for unit in before.keys.sorted() {
            let parts = places[unit]?.parts ?? [:]
            switch (before[unit]?[.text], parts[.text]) {
            case (let old?, nil): effect.removed.append(RenameMatching.Candidate(unit: unit, text: old))
            case (nil, let new?): effect.added.append(RenameMatching.Candidate(unit: unit, text: new))
            case (.some, .some) where before[unit] != parts: effect.changed.append(unit)
            default: break
            }
        }
        return effect
    }

    private mutating func load(_ policy: Int) throws {
        if policies[policy] == nil { policies[policy] = try earlier.policy(policy) }
    }

    private mutating func record(_ step: GitStep, _ policy: Int, at unit: GitPath) throws {
        try load(policy)
        let parts = places[unit]?.parts ?? [:]
        let translations = parts.compactMap { role, id in
            if case .translation(let language) = role {
                PolicyRecord.Translation(language: language, text: id)
            } else {
                nil
            }
        }
        let text = parts[.text]
        policies[policy]?.records.append(
            Record(
                step: stepCount, unit: unit,
                value: PolicyRecord(
                    commit: step.commit, recorded: step.committed, path: files.textPath(unit).text, text: text,
                    rules: text == nil ? nil : parts[.rules],
                    translations: text == nil ? [] : translations.sorted { $0.language < $1.language })))
    }
}

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

    let files: PolicyFiles
    private(set) var policies: [Policy] = []
    private var live: [GitPath: Int] = [:]
    private var ended: [GitPath: Int] = [:]
    private var parts: [GitPath: [PolicyFiles.Role: ObjectID]] = [:]
    private var stepCount = 0

    init(files: PolicyFiles) { self.files = files }

    /// What one step did to the policies' places.
    struct Effect {
        var removed: [RenameMatching.Candidate] = []
        var added: [RenameMatching.Candidate] = []
        var changed: [GitPath] = []
    }

    /// Takes in the next step.
    ///
    /// - Parameter renames: tells for what the step removed and added which new place carries on which old one.
    mutating func apply(_ step: GitStep, renames: (Effect) throws -> [GitPath: GitPath]) rethrows {
        let effect = update(step)
        defer { stepCount += 1 }
        let pairs = effect.removed.isEmpty || effect.added.isEmpty ? [:] : try renames(effect)
        // Deletions first: a place that one policy leaves may be taken by another in the same step.
        var moved: [GitPath: Int] = [:]
        let carriedOn = Set(pairs.values)
        for candidate in effect.removed {
            guard let policy = live.removeValue(forKey: candidate.unit) else { continue }
            if carriedOn.contains(candidate.unit) {
                moved[candidate.unit] = policy
            } else {
                ended[candidate.unit] = policy
                record(step, policy, at: candidate.unit)
            }
        }
        for candidate in effect.added {
            let unit = candidate.unit
            let policy: Int
            if let source = pairs[unit], let known = moved[source] {
                policy = known
                policies[policy].units.append(unit)
            } else if let known = ended.removeValue(forKey: unit) {
                policy = known
            } else {
                policy = policies.count
                policies.append(Policy(units: [unit]))
            }
            live[unit] = policy
            record(step, policy, at: unit)
        }
        for unit in effect.changed {
            if let policy = live[unit] { record(step, policy, at: unit) }
        }
    }

    /// Brings the parts of the policies up to the step, and returns what it did.
    private mutating func update(_ step: GitStep) -> Effect {
        var before: [GitPath: [PolicyFiles.Role: ObjectID]] = [:]
        for change in step.changes {
            guard let part = files.part(change.path) else { continue }
            if before[part.unit] == nil { before[part.unit] = parts[part.unit] ?? [:] }
            let new = change.new.flatMap { $0.mode.isFile ? $0.id : nil }
            parts[part.unit, default: [:]][part.role] = new
        }
        var effect = Effect()
        for unit in before.keys.sorted() {
            let (old, new) = (before[unit]?[.text], parts[unit]?[.text])
            switch (old, new) {
            case (let old?, nil): effect.removed.append(RenameMatching.Candidate(unit: unit, text: old))
            case (nil, let new?): effect.added.append(RenameMatching.Candidate(unit: unit, text: new))
            case (.some, .some) where before[unit] != parts[unit]: effect.changed.append(unit)
            default: break
            }
        }
        return effect
    }

    private mutating func record(_ step: GitStep, _ policy: Int, at unit: GitPath) {
        let parts = parts[unit] ?? [:]
        let translations = parts.compactMap { role, id in
            if case .translation(let language) = role {
                PolicyRecord.Translation(language: language, text: id)
            } else {
                nil
            }
        }
        let text = parts[.text]
        policies[policy].records.append(
            Record(
                step: stepCount, unit: unit,
                value: PolicyRecord(
                    commit: step.commit, recorded: step.committed, path: files.textPath(unit).text, text: text,
                    rules: text == nil ? nil : parts[.rules],
                    translations: text == nil ? [] : translations.sorted { $0.language < $1.language })))
    }
}

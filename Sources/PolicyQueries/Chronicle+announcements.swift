import PolicyDiff
package import PolicyModel

/// All versions of a policy with what each of them had to announce.
package struct Announcements: Hashable, Sendable {
    /// One version.
    package struct Entry: Hashable, Sendable {
        /// The version as it stands now; of the end of a policy, the record that ends it.
        package let version: Version
        /// What it changed against the version that was recorded before it and not taken back; nil where there is nothing to
        /// announce, as for a version that was taken back from the start.
        package let difference: Difference?
        /// When it was first recorded.
        package let first: Instant
        /// When it was last recorded with other substance or dates.
        package let updated: Instant

        /// Makes an entry.
        package init(version: Version, difference: Difference?, first: Instant, updated: Instant) {
            self.version = version
            self.difference = difference
            self.first = first
            self.updated = updated
        }
    }

    /// The policy.
    package let policy: PolicyName
    /// Its versions, the one recorded last first; those announced for a later day than the present are left out.
    package let entries: [Entry]
}

extension Chronicle {
    /// Returns what each version of some policies had to announce, by policy.
    ///
    /// - Parameters:
    ///   - policies: The policies as people name them; all where empty.
    ///   - knownAt: Leaves out what was recorded later.
    /// - Throws: As `log`. Cost: compares each version with the one before it.
    package func announcements(policies names: [String] = [], knownAt: When? = nil) throws -> [Announcements] {
        let latest = try log(policies: names, changes: true, axis: .recorded, knownAt: knownAt)
        let records = try log(policies: names, all: true, axis: .recorded, knownAt: knownAt)
        return try zip(latest.entries, records.entries).map { entry, all in
            // Only labels that were recorded again have further records to compare.
            let isPlain = all.versions.count == entry.versions.count
            let compared =
                isPlain
                ? nil
                : try log(
                    policies: [entry.policy.id.text], all: true, changes: true, axis: .recorded, knownAt: knownAt
                ).entries.first
            return Announcements(policy: entry.policy, entries: announced(entry, records: compared ?? all))
        }
    }

    private func announced(_ entry: VersionLog.Entry, records: VersionLog.Entry) -> [Announcements.Entry] {
        var previous: Version?
        var announced: [Announcements.Entry] = []
        for (version, changes) in zip(entry.versions, entry.changes).reversed() {
            let moments = Self.moments(of: version, in: records)
            let difference = Self.difference(from: previous, to: version, changes, policy: entry.policy)
            if version.state == .ended {
                previous = nil
            } else if !version.isWithdrawn {
                previous = version
            }
            // Nobody is told of what is announced for a day to come.
            if let day = version.published, day > now.today { continue }
            announced.append(
                Announcements.Entry(
                    version: version, difference: difference, first: moments.first, updated: moments.updated))
        }
        return announced.reversed()
    }

    private static func difference(
        from previous: Version?, to version: Version, _ changes: Comparison?, policy: PolicyName
    ) -> Difference? {
        if version.state == .ended {
            return Difference(policy: policy, from: previous, to: nil, comparison: Comparison(changes: []))
        }
        if version.isWithdrawn {
            let taken = changes?.changes.filter { $0.kind == "version-withdrawn" } ?? []
            if taken.isEmpty { return nil }
            return Difference(policy: policy, from: version, to: version, comparison: Comparison(changes: taken))
        }
        return Difference(policy: policy, from: previous, to: version, comparison: changes ?? Comparison(changes: []))
    }

    /// When a version was first recorded, and when last with something that a reader should look at again.
    private static func moments(
        of version: Version, in records: VersionLog.Entry
    ) -> (first: Instant, updated: Instant) {
        let own = records.versions.indices.filter { place in
            records.versions[place].label == version.label
                && (records.versions[place].state == .ended) == (version.state == .ended)
        }
        let first = own.last.map { records.versions[$0].recorded } ?? version.recorded
        let again = own.dropLast().first { place in
            // A version that was taken back, or moved to another day, says so in changes of its own.
            records.changes.indices.contains(place) && records.changes[place]?.significance ?? .editorial > .editorial
        }
        return (first, again.map { records.versions[$0].recorded } ?? first)
    }
}

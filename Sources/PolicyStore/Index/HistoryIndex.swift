import PolicyIndex
import PolicyModel

/// Keeps the index of a repository's histories at the newest commit, and reads histories from it.
///
/// Only commits that came since are walked. Where the line no longer comes by the commit that was read last (an amended commit, a
/// push with force), everything is read anew.
struct HistoryIndex {
    let file: IndexFile
    let repository: GitRepository
    let files: PolicyFiles
    /// The commit that the question is asked at.
    let newest: ObjectID
    let statedID: (PolicyRecord) throws -> PolicyID?

    /// Brings the index up to the newest commit, and returns what that did; nil where another process has brought it to a newer one.
    ///
    /// - Parameters:
    ///   - anew: Whether to read everything again, whatever is there.
    ///   - progress: Is told how far the walk is.
    /// - Throws: `IndexError`, or what reading the repository throws.
    func refresh(anew: Bool = false, progress: @escaping WalkProgress = { _, _ in }) throws -> IndexRefreshed? {
        let shallow = try shallowDigest()
        if !anew, let state = try file.read({ try rows($0).state() }), isCurrent(state, shallow) { return .nothingNew }
        return try file.write { access in
            let rows = rows(access)
            let known = anew ? nil : try rows.state()
            if let known {
                if isCurrent(known, shallow) { return .nothingNew }  // Another process was faster.
                if isSameView(known, shallow) {
                    let line = try repository.firstParentLine(from: newest, until: known.head)
                    if line.end == .known {
                        try extend(known, along: line, rows, progress)
                        return .added(commits: line.commits.count - 1)
                    }
                    // Whoever asks at a commit that HEAD has left meanwhile leaves the index alone.
                    guard try repository.head().commit == newest else { return nil }
                }
            }
            try rows.clear()
            return .readWhole(commits: try build(rows, shallow, progress))
        }
    }

    /// Reads from the index, if it stands at the newest commit; nil where another process has brought it to another one meanwhile.
    func reading<Result>(_ body: (IndexedRows, IndexedState) throws -> Result) throws -> Result? {
        let shallow = try shallowDigest()
        return try file.read { access in
            let rows = rows(access)
            guard let state = try rows.state(), isCurrent(state, shallow) else { return nil }
            return try body(rows, state)
        }
    }

    private func rows(_ access: IndexAccess) -> IndexedRows { IndexedRows(access: access, files: files) }

    private func isSameView(_ state: IndexedState, _ shallow: UInt64) -> Bool {
        state.layout == files.layout && state.root == files.root && state.shallow == shallow
    }

    private func isCurrent(_ state: IndexedState, _ shallow: UInt64) -> Bool {
        state.head == newest && isSameView(state, shallow)
    }

    private func shallowDigest() throws -> UInt64 {
        var packer = Packer()
        for commit in try repository.shallowCommits().sorted() { packer.add(commit) }
        return Digest(of: packer.bytes).high
    }

    // MARK: Writing

    private func reading(_ line: FirstParentLine, _ progress: @escaping WalkProgress) -> HistoryReading {
        HistoryReading(repository: repository, files: files, line: line, statedID: statedID, progress: progress)
    }

    /// Reads the whole history into empty tables.
    private func build(_ rows: IndexedRows, _ shallow: UInt64, _ progress: @escaping WalkProgress) throws -> Int {
        let line = try repository.firstParentLine(from: newest)
        let reading = reading(line, progress)
        var timeline = PolicyTimeline(files: files)
        var paths = PathNotes()
        try reading.walk(&timeline, &paths)
        let named = try reading.naming.names(of: timeline.all)
        try rows.add(line: line.commits.reversed().map(\.id), after: 0)
        try write(timeline, reading.naming, rows)
        try rows.shelve(timeline.places.keys)
        try rows.set(
            IndexedState(
                layout: files.layout, root: files.root, head: newest, lineCount: line.commits.count, shallow: shallow,
                line: LineNotes(line), paths: paths, naming: named.findings, timelinePolicies: timeline.policyCount,
                steps: timeline.stepCount, policies: named.histories.count, names: try rows.set(names: named.histories),
                isContested: named.isContested))
        return line.commits.count
    }

    /// Adds the commits that follow on the last one that was read.
    private func extend(
        _ known: IndexedState, along line: FirstParentLine, _ rows: IndexedRows, _ progress: @escaping WalkProgress
    ) throws {
        let reading = reading(line, progress)
        var newPlaces: [GitPath] = []
        var earlier = PolicyTimeline.Earlier(policies: known.timelinePolicies, steps: known.steps)
        earlier.place = { unit in
            if let place = try rows.place(unit) { return place }
            // A place that is not found is either new or lost.
            if try rows.isShelved(unit) { throw IndexError.damaged("a place") }
            newPlaces.append(unit)
            return nil
        }
        earlier.policy = { try rows.policy($0) }
        var timeline = PolicyTimeline(files: files, after: earlier)
        var paths = known.paths
        try reading.walk(&timeline, &paths)
        var notes = known.line
        notes.add(newer: LineNotes(line))
        try rows.add(line: line.commits.dropLast().reversed().map(\.id), after: known.lineCount)
        let naming = reading.naming
        let given = known.isContested ? nil : try NamesGiven(to: timeline, after: known, naming, rows)
        try write(timeline, naming, rows)
        try rows.shelve(newPlaces)
        let state = IndexedState(
            layout: known.layout, root: known.root, head: newest,
            lineCount: known.lineCount + line.commits.count - 1, shallow: known.shallow, line: notes, paths: paths,
            naming: known.naming, timelinePolicies: timeline.policyCount, steps: timeline.stepCount,
            policies: known.policies, names: known.names, isContested: known.isContested)
        if let given {
            try given.write(rows)
            try rows.set(state.named(given.policies, names: given.names, findings: known.naming, isContested: false))
        } else {
            let named = try naming.names(of: rows.timeline(state))
            let names = try rows.set(names: named.histories)
            try rows.set(
                state.named(
                    named.histories.count, names: names, findings: named.findings, isContested: named.isContested))
        }
    }

    private func write(_ timeline: PolicyTimeline, _ naming: PolicyNaming, _ rows: IndexedRows) throws {
        for (number, policy) in timeline.policies.sorted(by: { $0.key < $1.key }) {
            var policy = policy
            let newest = policy.records.last { !$0.value.isDeletion }
            policy.id = try newest.flatMap { try naming.ids(of: [$0]).last } ?? policy.id
            try rows.add(policy, number)
        }
        for (unit, place) in timeline.places.sorted(by: { $0.key < $1.key }) { try rows.set(place, of: unit) }
    }
}

/// What bringing the index up to date did.
package enum IndexRefreshed: Hashable, Sendable {
    /// Nothing: it was.
    case nothingNew
    /// It read commits that came since.
    case added(commits: Int)
    /// It read the whole history.
    case readWhole(commits: Int)
}

/// What is in an index.
package struct IndexSummary: Hashable, Sendable {
    /// The folder that it lies in.
    package let folder: String
    /// How many commits it has read.
    package let commits: Int
    /// How many policies it knows.
    package let policies: Int
    /// The size of its files in bytes.
    package let size: Int
}

extension IndexedState {
    /// Returns the state with names that were given anew.
    fileprivate func named(_ policies: Int, names: Int, findings: [Finding], isContested: Bool) -> IndexedState {
        IndexedState(
            layout: layout, root: root, head: head, lineCount: lineCount, shallow: shallow, line: line, paths: paths,
            naming: findings, timelinePolicies: timelinePolicies, steps: steps, policies: policies, names: names,
            isContested: isContested)
    }
}

import PolicyModel

/// What the line says about the repository: dates that run backwards, and where a shallow clone was cut off.
struct LineNotes: Hashable, Sendable {
    /// A commit that is dated before the one that precedes it.
    struct Backwards: Hashable, Sendable {
        let commit: DatedCommit
        let parent: Instant
    }

    /// How many commits are dated before the one that precedes them.
    private(set) var backwards: Int
    /// The first of them.
    private(set) var first: Backwards?
    /// The oldest commit of a shallow clone.
    let cutOff: DatedCommit?

    init(backwards: Int, first: Backwards?, cutOff: DatedCommit?) {
        self.backwards = backwards
        self.first = first
        self.cutOff = cutOff
    }

    /// Notes what a line says; on one that ends at a known commit, what the commits after that say.
    init(_ line: FirstParentLine) {
        let commits = line.commits
        let places = commits.indices.dropLast().filter { commits[$0].committed < commits[$0 + 1].committed }
        backwards = places.count
        first = places.last.map {
            Backwards(commit: Self.dated(commits[$0]), parent: Self.dated(commits[$0 + 1]).recorded)
        }
        cutOff = line.end == .cutOff ? commits.last.map(Self.dated) : nil
    }

    /// Adds what the commits say that follow on the line.
    mutating func add(newer: LineNotes) {
        backwards += newer.backwards
        first = first ?? newer.first
    }

    /// The notes in words.
    var findings: [Finding] {
        var findings: [Finding] = []
        if let first {
            findings.append(.datesRunBackwards(count: backwards, first: first.commit, parent: first.parent))
        }
        if let cutOff { findings.append(.historyIsShallow(oldest: cutOff)) }
        return findings
    }

    private static func dated(_ commit: FirstParentLine.Commit) -> DatedCommit {
        DatedCommit(commit: commit.id, recorded: Instant(secondsSinceEpoch: commit.committed))
    }
}

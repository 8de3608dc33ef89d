import CGit2
import Dispatch
import PolicyModel
import Synchronization

/// One commit on the line with what it changed against its first parent.
struct GitStep: Hashable, Sendable {
    let commit: ObjectID
    /// The committer date.
    let committed: Instant
    /// In git's order of the trees.
    let changes: [GitChange]
}

/// Is told how many commits of a walk were looked at, of how many; from any thread, one call at a time.
package typealias WalkProgress = @Sendable (_ done: Int, _ of: Int) -> Void

/// The commits from HEAD along first parents, newest first.
struct FirstParentLine: Sendable {
    /// A commit on the line, as the comparison of trees needs it.
    struct Commit: Sendable {
        let id: ObjectID
        let tree: ObjectID
        let committed: Int64
    }

    /// Newest first.
    let commits: [Commit]
    /// Why the line ends with its last commit.
    let end: End

    /// Why a line ends.
    enum End: Hashable, Sendable {
        /// It is the first commit of all.
        case first
        /// A shallow clone was cut off there.
        case cutOff
        /// It is the commit up to which the line was asked for.
        case known
    }
}

extension GitRepository {
    /// How many commits one worker compares at a time: enough that reading the tree at the border twice does not count.
    private static let batch = 1_024

    /// Returns the commits along first parents from `head`, newest first.
    ///
    /// - Parameter known: a commit where to stop, if the line comes by it; it is the last one of the line then.
    /// - Throws: where a commit is missing or damaged; a shortened line is never returned.
    func firstParentLine(from head: ObjectID, until known: ObjectID? = nil) throws(GitError) -> FirstParentLine {
        let shallow = try shallowCommits()
        return try using { (state) throws(GitError) in
            var commits: [FirstParentLine.Commit] = []
            var next: git_oid? = head.raw
            while let id = next {
                let header = try state.commitHeader(id)
                let name = ObjectID(id)
                commits.append(
                    FirstParentLine.Commit(id: name, tree: ObjectID(header.tree), committed: header.committed))
                if name == known { return FirstParentLine(commits: commits, end: .known) }
                if shallow.contains(name) { return FirstParentLine(commits: commits, end: .cutOff) }
                next = header.parent
            }
            return FirstParentLine(commits: commits, end: .first)
        }
    }

    /// Returns what each commit of the line changed below `root`, oldest first; commits that changed nothing there are left out,
    /// and so is one that was known before.
    ///
    /// Two workers with handles of their own take batches of commits in turn; the result does not depend on who took which.
    /// - Parameter progress: is told from time to time how many commits were looked at, of how many.
    /// - Throws: the error of the newest batch that could not be read.
    func steps(
        along line: FirstParentLine, below root: GitPath, _ selection: GitSelection,
        progress: WalkProgress = { _, _ in }
    ) throws(GitError) -> [GitStep] {
        let count = line.end == .known ? line.commits.count - 1 : line.commits.count
        let starts = Array(stride(from: 0, to: count, by: Self.batch))
        let workers = min(2, starts.count)
        let next = Mutex(0)
        let done = Mutex(0)
        let results = Mutex([Result<[GitStep], GitError>?](repeating: nil, count: starts.count))
        var handles = [self]
        while handles.count < workers { handles.append(try reopened()) }
        let repositories = handles
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            while true {
                let batch = next.withLock { next in
                    defer { next += 1 }
                    return next
                }
                guard batch < starts.count else { return }
                let result = Result { () throws(GitError) in
                    try repositories[worker].using { (state) throws(GitError) in
                        try state.steps(
                            line.commits, starts[batch]..<min(starts[batch] + Self.batch, count), root, selection)
                    }
                }
                results.withLock { $0[batch] = result }
                if case .failure = result { next.withLock { $0 = starts.count } }
                done.withLock { done in
                    done = min(done + Self.batch, count)
                    progress(done, count)
                }
            }
        }
        var steps: [GitStep] = []
        for result in results.withLock({ $0 }) {
            guard let result else { break }
            steps.append(contentsOf: try result.get())
        }
        return steps.reversed()
    }
}

extension GitRepository.State {
    /// Reads the header of a commit.
    func commitHeader(_ id: git_oid) throws(GitError) -> CommitHeader {
        try reading(id, as: GIT_OBJECT_COMMIT) { (bytes) throws(GitError) in
            guard let header = CommitHeader(bytes) else { throw GitError.corrupt("commit", id) }
            return header
        }
    }

    /// Compares the commits of a range with their parents, newest first.
    ///
    /// The tree that one comparison read as the old one is the next one's new one: each is read once.
    fileprivate func steps(
        _ commits: [FirstParentLine.Commit], _ range: Range<Int>, _ root: GitPath, _ selection: GitSelection
    ) throws(GitError) -> [GitStep] {
        var steps: [GitStep] = []
        var newer = try folder(root, below: commits[range.lowerBound].tree)
        for index in range {
            let parent = index + 1 < commits.count ? commits[index + 1] : nil
            if let parent, parent.tree == commits[index].tree { continue }
            let older = if let parent { try folder(root, below: parent.tree) } else { GitRawObject?.none }
            var comparison = TreeComparison(selection)
            try comparison.compare(older, newer, at: root, in: self)
            if !comparison.changes.isEmpty {
                steps.append(
                    GitStep(
                        commit: commits[index].id, committed: Instant(secondsSinceEpoch: commits[index].committed),
                        changes: comparison.changes))
            }
            newer = older
        }
        return steps
    }

    /// Opens the folder at a path below a tree; nil where there is none.
    private func folder(_ path: GitPath, below tree: ObjectID) throws(GitError) -> GitRawObject? {
        var id = tree.raw
        for name in path.names {
            let next = try reading(id, as: GIT_OBJECT_TREE) { (bytes) throws(GitError) -> git_oid? in
                var cursor = try TreeCursor(bytes, of: id)
                while !cursor.isAtEnd {
                    if cursor.isFolder, cursor.name.elementsEqual(name) { return cursor.id }
                    try cursor.advance()
                }
                return nil
            }
            guard let next else { return nil }
            id = next
        }
        return try open(id, as: GIT_OBJECT_TREE)
    }
}

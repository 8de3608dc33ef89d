package import PolicyIndex
package import PolicyModel
import PolicyParsing
import Synchronization

/// The policies of a git repository, read through libgit2.
///
/// What is read is the state at the moment of making the source: HEAD is looked up once. Histories are walked when first asked
/// for and kept; texts are read when asked for.
package final class GitPolicySource: PolicySource {
    /// The largest file that is read, in bytes.
    package static let blobLimit = 16 << 20

    package let layout: Layout
    package let settings: Settings
    package let newest: (commit: ObjectID, recorded: Instant)
    /// The folder that holds the policies, relative to the repository; empty for its top.
    package var root: String { files.root.text }

    let repository: GitRepository
    let files: PolicyFiles
    /// What earlier runs read; nil where nothing is to be kept.
    package let index: PolicyIndex?
    let progress: WalkProgress
    let memory: Mutex<Memory>
    let recalling = Mutex(())

    /// What was read so far.
    struct Memory {
        var findings: [Finding]
        var cutOff: DatedCommit?
        var line: FirstParentLine?
        var positions: [ObjectID: Int]?
        var histories: [PolicyHistory]?
        var statements: [ObjectID: Stated] = [:]
        /// The texts whose statements are not in the index as they should be.
        var unkept: Set<ObjectID> = []
        /// The histories given out, and how many of them the statements were taken from the index for.
        var given: [PolicyHistory] = []
        var recalled = 0
        var isIndexCurrent = false
        var indexFailure: IndexError?
        var phrases: PhraseIndex?
    }

    /// Makes the source of a repository's newest commit.
    ///
    /// - Parameters:
    ///   - repository: the repository.
    ///   - root: the folder that holds the policies; nil means as the settings say, else the top.
    ///   - layout: the layout; nil means as the settings say, else as detected.
    ///   - index: what earlier runs read, and where to keep what this one reads.
    ///   - progress: is told how far a walk over the history is.
    /// - Throws: `StoreError` where there is no commit yet, the root does not exist, or an object is missing or damaged.
    package init(
        repository: GitRepository, root: String? = nil, layout: Layout? = nil, index: PolicyIndex? = nil,
        progress: @escaping WalkProgress = { _, _ in }
    ) throws {
        let arrangement: RepositoryArrangement
        (newest, arrangement) = try StoreError.translating("read the newest commit") {
            let head = try repository.head()
            guard let id = head.commit else { throw StoreError.unborn(repository.place, head) }
            let commit = try repository.commit(id)
            let arrangement = try repository.arrangement(
                of: commit.tree, root: root, layout: layout, cache: index
            ) {
                let parsed = parseSettings($0, path: $1)
                return (parsed.settings, parsed.findings)
            }
            return ((id, commit.committed), arrangement)
        }
        self.repository = repository
        self.index = index
        self.progress = progress
        self.layout = arrangement.layout
        self.settings = arrangement.settings
        self.files = PolicyFiles(layout: arrangement.layout, root: arrangement.root)
        self.memory = Mutex(Memory(findings: arrangement.findings))
    }

    package var findings: [Finding] { memory.withLock { $0.findings } }

    package var historyEnd: (commit: ObjectID, recorded: Instant)? {
        memory.withLock { $0.cutOff.map { ($0.commit, $0.recorded) } }
    }

    package func histories() throws -> [PolicyHistory] {
        if let known = memory.withLock({ $0.histories }) { return known }
        if let read = try indexed({ (try $0.histories($1), $1) }) {
            note(read.1)
            memory.withLock {
                $0.histories = read.0
                $0.given += read.0
            }
            return read.0
        }
        let read = try StoreError.translating("read the history") {
            try HistoryReading(
                repository: repository, files: files, line: try line(), statedID: statedID, progress: progress
            ).all()
        }
        note(read.findings)
        memory.withLock { $0.histories = read.histories }
        return read.histories
    }

    package func history(of id: PolicyID) throws -> PolicyHistory? {
        if memory.withLock({ $0.histories == nil }),
            let read = try indexed({ (try $0.history(id, $1), $1) })
        {
            note(read.1)
            if let history = read.0 { memory.withLock { $0.given.append(history) } }
            return read.0
        }
        let histories = try histories()
        return histories.first { $0.id == id } ?? histories.first { $0.aliases.contains(id) }
    }

    package func histories(of ids: [PolicyID]) throws -> [PolicyHistory?] {
        if memory.withLock({ $0.histories == nil }),
            let read = try indexed({ rows, state in (try ids.map { try rows.history($0, state) }, state) })
        {
            note(read.1)
            memory.withLock { $0.given += read.0.compactMap { $0 } }
            return read.0
        }
        return try ids.map { try history(of: $0) }
    }

    package func statement(of record: PolicyRecord) throws -> VersionStatement? {
        guard let text = record.text else { return nil }
        if let known = statement(of: text) { return known }
        recall()
        if let known = statement(of: text) { return known }
        let statement: VersionStatement
        switch try bytes(of: text) {
        case .tooLarge: statement = VersionStatement()
        case .content(let bytes): statement = parseStatement(bytes, path: record.path, layout: layout)
        }
        memory.withLock { memory in
            memory.statements[text] = .read(statement)
            memory.unkept.insert(text)
        }
        return statement
    }

    /// Returns what a text says of itself, where that is known.
    private func statement(of text: ObjectID) -> VersionStatement? {
        switch memory.withLock({ $0.statements[text] }) {
        case nil: return nil
        case .read(let statement): return statement
        case .packed(let bytes):
            guard let statement = Stated.packed(bytes).statement else { return nil }
            memory.withLock { $0.statements[text] = .read(statement) }
            return statement
        }
    }

    func statedID(_ record: PolicyRecord) throws -> PolicyID? { try statement(of: record)?.id }

    package func commit(revision: String) throws -> ObjectID? {
        try StoreError.translating("resolve the revision \(revision)") {
            do throws(GitError) {
                return try repository.commit(revision: revision)
            } catch  where error.code == .ambiguous {
                throw StoreError.ambiguousRevision(revision)
            }
        }
    }

    package func position(of commit: ObjectID) throws -> Int? {
        if let known = memory.withLock({ $0.positions }) { return known[commit] }
        let commits =
            try indexed { try $0.line($1) }
            ?? StoreError.translating("read the history") { try line() }.commits.reversed().map(\.id)
        let positions = Dictionary(commits.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        memory.withLock { $0.positions = positions }
        return positions[commit]
    }

    /// Returns the line of first parents, read once; what it says about the repository is noted.
    func line() throws(GitError) -> FirstParentLine {
        if let known = memory.withLock({ $0.line }) { return known }
        let line = try repository.firstParentLine(from: newest.commit)
        let notes = LineNotes(line)
        note(notes.findings)
        memory.withLock {
            $0.line = line
            $0.cutOff = notes.cutOff
        }
        return line
    }

    /// Keeps what the index says was noticed in reading the history.
    func note(_ state: IndexedState) {
        note(state.findings)
        memory.withLock { $0.cutOff = state.line.cutOff }
    }

    /// Keeps what was noticed, each once, in a fixed order.
    func note(_ findings: [Finding]) {
        memory.withLock { memory in
            for finding in findings where !memory.findings.contains(finding) { memory.findings.append(finding) }
        }
    }
}

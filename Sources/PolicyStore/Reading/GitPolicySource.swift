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
    private let memory: Mutex<Memory>

    /// What was read so far.
    private struct Memory {
        var findings: [Finding]
        var line: FirstParentLine?
        var positions: [ObjectID: Int]?
        var histories: [PolicyHistory]?
        var statements: [ObjectID: VersionStatement] = [:]
    }

    /// Makes the source of a repository's newest commit.
    ///
    /// - Parameters:
    ///   - repository: the repository.
    ///   - root: the folder that holds the policies; nil means as the settings say, else the top.
    ///   - layout: the layout; nil means as the settings say, else as detected.
    /// - Throws: `StoreError` where there is no commit yet, the root does not exist, or an object is missing or damaged.
    package init(repository: GitRepository, root: String? = nil, layout: Layout? = nil) throws {
        let arrangement: RepositoryArrangement
        (newest, arrangement) = try StoreError.translating("read the newest commit") {
            let head = try repository.head()
            guard let id = head.commit else { throw StoreError.unborn(repository.place, head) }
            let commit = try repository.commit(id)
            let arrangement = try repository.arrangement(of: commit.tree, root: root, layout: layout) {
                let parsed = parseSettings($0, path: $1)
                return (parsed.settings, parsed.findings)
            }
            return ((id, commit.committed), arrangement)
        }
        self.repository = repository
        self.layout = arrangement.layout
        self.settings = arrangement.settings
        self.files = PolicyFiles(layout: arrangement.layout, root: arrangement.root)
        self.memory = Mutex(Memory(findings: arrangement.findings))
    }

    package var findings: [Finding] { memory.withLock { $0.findings } }

    package func histories() throws -> [PolicyHistory] {
        if let known = memory.withLock({ $0.histories }) { return known }
        let read = try StoreError.translating("read the history") {
            try HistoryReading(source: self, line: try line()).all()
        }
        note(read.findings)
        memory.withLock { $0.histories = read.histories }
        return read.histories
    }

    package func history(of id: PolicyID) throws -> PolicyHistory? {
        let histories = try histories()
        return histories.first { $0.id == id } ?? histories.first { $0.aliases.contains(id) }
    }

    package func statement(of record: PolicyRecord) throws -> VersionStatement? {
        guard let text = record.text else { return nil }
        if let known = memory.withLock({ $0.statements[text] }) { return known }
        let statement: VersionStatement
        switch try bytes(of: text) {
        case .tooLarge: statement = VersionStatement()
        case .content(let bytes): statement = parseStatement(bytes, path: record.path, layout: layout)
        }
        memory.withLock { $0.statements[text] = statement }
        return statement
    }

    package func content(of record: PolicyRecord) throws -> PolicyContent {
        guard let text = record.text else { return PolicyContent(document: .empty) }
        return ContentBytes(
            text: try bytes(of: text), textPath: record.path, rules: try record.rules.map(bytes),
            rulesPath: GitPath(record.path).folder.appending(PolicyFiles.rulesName).text, layout: layout
        ).parsed()
    }

    package func text(of record: PolicyRecord) throws -> [UInt8]? {
        guard let text = record.text else { return nil }
        switch try bytes(of: text) {
        case .content(let bytes): return bytes
        case .tooLarge(let size): throw StoreError.textTooLarge(record.path, size: size)
        }
    }

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
        let commits = try StoreError.translating("read the history") { try line() }.commits
        let positions = Dictionary(
            commits.enumerated().map { ($1.id, commits.count - 1 - $0) }, uniquingKeysWith: { first, _ in first })
        memory.withLock { $0.positions = positions }
        return positions[commit]
    }

    /// Returns the line of first parents, read once; what it says about the repository is noted.
    func line() throws(GitError) -> FirstParentLine {
        if let known = memory.withLock({ $0.line }) { return known }
        let line = try repository.firstParentLine(from: newest.commit)
        note(line.findings)
        memory.withLock { $0.line = line }
        return line
    }

    /// Returns the bytes of a content, or its size where it is over the limit.
    func bytes(of id: ObjectID) throws -> GitBlob {
        try StoreError.translating("read a content") { try repository.content(of: id, limit: Self.blobLimit) }
    }

    /// Keeps what was noticed, each once, in a fixed order.
    private func note(_ findings: [Finding]) {
        memory.withLock { memory in
            for finding in findings where !memory.findings.contains(finding) { memory.findings.append(finding) }
        }
    }
}

extension FirstParentLine {
    /// What the line says about the repository.
    var findings: [Finding] {
        func dated(_ commit: Commit) -> DatedCommit {
            DatedCommit(commit: commit.id, recorded: Instant(secondsSinceEpoch: commit.committed))
        }
        var findings: [Finding] = []
        let backwards = commits.indices.dropLast().filter { commits[$0].committed < commits[$0 + 1].committed }
        if let first = backwards.last {
            findings.append(
                .datesRunBackwards(
                    count: backwards.count, first: dated(commits[first]), parent: dated(commits[first + 1]).recorded))
        }
        if isCutOff, let oldest = commits.last { findings.append(.historyIsShallow(oldest: dated(oldest))) }
        return findings
    }
}

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

    private func statedID(_ record: PolicyRecord) throws -> PolicyID? { try statement(of: record)?.id }

    package func content(of record: PolicyRecord) throws -> PolicyContent {
        var unshared = SharedTexts.none
        return try content(of: record, sharing: &unshared)
    }

    package func contentReader() -> any ContentReader { SharingReader(source: self) }

    /// Reads records with the texts in mind that it has read before: those of a policy are mostly those of its last version.
    private final class SharingReader: ContentReader {
        private let source: GitPolicySource
        private var shared = SharedTexts()

        init(source: GitPolicySource) { self.source = source }

        func content(of record: PolicyRecord) throws -> PolicyContent {
            try source.content(of: record, sharing: &shared)
        }
    }

    private func content(of record: PolicyRecord, sharing shared: inout SharedTexts) throws -> PolicyContent {
        guard let text = record.text else { return PolicyContent(document: .empty) }
        return ContentBytes(
            text: try bytes(of: text), textPath: record.path, rules: try record.rules.map(bytes),
            rulesPath: GitPath(record.path).folder.appending(PolicyFiles.rulesName).text, layout: layout
        ).parsed(sharing: &shared)
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

    /// Returns the bytes of a content, or its size where it is over the limit.
    func bytes(of id: ObjectID) throws -> GitBlob {
        try StoreError.translating("read a content") { try repository.content(of: id, limit: Self.blobLimit) }
    }

    /// Why the index could not be used; nil where it could, or there is none.
    package var indexFailure: IndexError? { memory.withLock { $0.indexFailure } }

    /// Brings the index up to the newest commit; `index` does this, and every question that finds it behind.
    ///
    /// - Throws: where the index cannot be used, or the history cannot be read.
    package func refreshIndex(anew: Bool = false) throws -> IndexRefreshed? {
        guard let historyIndex else { return nil }
        return try StoreError.translating("read the history") {
            do {
                return try historyIndex.refresh(anew: anew, progress: progress)
            } catch let error as IndexError where error.code == .damaged {
                try historyIndex.file.beginAnew()
                return try historyIndex.refresh(anew: anew, progress: progress)
            }
        }
    }

    /// Keeps why the index could not be used.
    func note(indexFailure error: IndexError) { memory.withLock { $0.indexFailure = error } }

    /// Returns the full-text index: that of the index, or one that lives in memory.
    func phraseIndex() throws -> PhraseIndex {
        if let phrases = memory.withLock({ $0.phrases }) { return phrases }
        let phrases = try index?.phrases() ?? PhraseIndex()
        memory.withLock { $0.phrases = phrases }
        return phrases
    }

    /// Returns what is in the index, with what was noticed; nil where it cannot be used.
    package func indexSummary() throws -> IndexSummary? {
        guard let folder = index?.history.folder,
            let (summary, findings) = try indexed({
                (
                    IndexSummary(
                        folder: folder, commits: $1.lineCount, policies: $1.policies, size: index?.size ?? 0),
                    $1.findings
                )
            })
        else { return nil }
        note(findings)
        return summary
    }

    /// Reads from the index, brought up to date first; nil where that cannot be done, so that the history is to be walked.
    private func indexed<Result>(_ body: (IndexedRows, IndexedState) throws -> Result) throws -> Result? {
        guard let historyIndex, memory.withLock({ $0.indexFailure == nil }) else { return nil }
        do {
            // What is damaged is thrown away and made anew, once.
            for _ in 0..<2 {
                do {
                    if !memory.withLock({ $0.isIndexCurrent }) {
                        guard try refreshIndex() != nil else { return nil }
                        memory.withLock { $0.isIndexCurrent = true }
                    }
                    return try historyIndex.reading(body)
                } catch let error as IndexError where error.code == .damaged {
                    memory.withLock { $0.isIndexCurrent = false }
                    try historyIndex.file.beginAnew()
                }
            }
        } catch let error as IndexError {
            // Another process that is at it for long is no failure.
            note(indexFailure: error)
        }
        return nil
    }

    private var historyIndex: HistoryIndex? {
        guard let index, index.history.folder != nil else { return nil }
        return HistoryIndex(
            file: index.history, repository: repository, files: files, newest: newest.commit, statedID: statedID)
    }

    /// Keeps what the index says was noticed in reading the history.
    private func note(_ state: IndexedState) {
        note(state.findings)
        memory.withLock { $0.cutOff = state.line.cutOff }
    }

    /// Keeps what was noticed, each once, in a fixed order.
    private func note(_ findings: [Finding]) {
        memory.withLock { memory in
            for finding in findings where !memory.findings.contains(finding) { memory.findings.append(finding) }
        }
    }
}

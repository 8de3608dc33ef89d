package import PolicyModel
import PolicyParsing

/// Says in plain lines what a version changed, for the body of its commit message; the old content is nil for the first version.
package typealias ChangeDescription =
    @Sendable (
        _ policy: PolicyID, _ label: String, _ old: PolicyContent?, _ new: PolicyContent
    ) -> [String]

/// Makes a repository out of dated snapshots, one commit a version.
///
/// The author, the dates and the order come from the snapshots alone: the same input gives the same commit ids every time.
/// Nothing is seen at the new place before all is written: the repository is made in a folder beside it and moved there last.
package struct HistoryBuilder: Sendable {
    /// Who records what no person recorded.
    package static let author = Identity(name: "policyhistory", email: "policyhistory@localhost")

    /// Says what a version changed.
    let describe: ChangeDescription

    /// Makes a builder.
    package init(describe: @escaping ChangeDescription) { self.describe = describe }

    /// What was made.
    package struct Outcome: Hashable, Sendable {
        /// The folder of the repository.
        package let path: String
        /// The commits, oldest first.
        package let commits: [ObjectID]
    }

    /// Makes a repository at a path where nothing, or an empty folder, is.
    ///
    /// - Parameters:
    ///   - path: where it is to be; missing folders above it are made.
    ///   - snapshots: the versions; nil makes a repository that holds nothing but settings.
    ///   - now: the moment of the first commit where there are no snapshots.
    ///   - bare: whether it has no working folder.
    /// - Throws: where something is there already, or it cannot be written; then nothing is left behind.
    package func create(
        at path: String, from snapshots: SnapshotFolder?, now: Instant, bare: Bool = false
    ) throws(StoreError) -> Outcome {
        let staging = try StagedFolder(for: path)
        do {
            let commits = try StoreError.translating("make the repository \(path)") {
                let repository = try GitRepository.create(in: staging.folder, bare: bare)
                return try fill(repository, from: snapshots, now: now)
            }
            try staging.finish()
            return Outcome(path: staging.target, commits: commits)
        } catch {
            staging.abandon()
            throw StoreError(wrapping: error)
        }
    }

    /// Writes the commits, points `main` at the last one and checks it out.
    private func fill(_ repository: GitRepository, from snapshots: SnapshotFolder?, now: Instant) throws -> [ObjectID] {
        let collected = try repository.collectingWrites()
        try repository.setReflogIdentity(name: Self.author.name, email: Self.author.email)
        let commits = try record(snapshots, into: repository, now: now)
        try repository.writePack(of: collected)
        guard let newest = commits.last else { throw StoreError.noSnapshots(repository.place) }
        try repository.create(reference: "refs/heads/main", at: newest, saying: "init: \(commits.count) commits")
        // git, too, flushes what it records here.
        try repository.setConfiguration("core.fsync", to: "committed")
        if !repository.isBare { try repository.checkOutHead() }
        return commits
    }

    private func record(
        _ snapshots: SnapshotFolder?, into repository: GitRepository, now: Instant
    ) throws -> [ObjectID] {
        let settings = try repository.write(blob: snapshots?.settings?.bytes ?? Array(Self.minimalSettings.utf8))
        var tree = try repository.write([GitPath(PolicyFiles.settingsName): settings], onto: nil)
        guard let snapshots else {
            return [try commit(tree, after: nil, "Begin a policy repository\n", at: now, in: repository)]
        }
        let root = try root(of: snapshots)
        var commits: [ObjectID] = []
        var newest: [String: SnapshotFolder.Version] = [:]
        var labels: Set<[String]> = []
        for version in snapshots.versions {
            let old = newest.updateValue(version, forKey: version.folder)
            var changes: [GitPath: ObjectID?] = [:]
            let folder = root.appending(version.folder.utf8)
            for file in old?.files ?? [] { changes[folder.appending(file.path.utf8)] = .some(nil) }
            for file in version.files {
                changes[folder.appending(file.path.utf8)] = try repository.write(blob: file.bytes)
            }
            tree = try repository.write(changes, onto: tree)
            let isFirst = labels.insert([version.folder, version.label]).inserted
            let message = CommitMessage.text(
                for: version, isRecordedAgain: !isFirst,
                describe(
                    version.policy, version.label, old.map { ContentBytes(files: $0.files, layout: .native).parsed() },
                    ContentBytes(files: version.files, layout: .native).parsed()))
            commits.append(try commit(tree, after: commits.last, message, at: version.recorded, in: repository))
        }
        return commits
    }

    /// The folder that the snapshots' settings name, so that the repository is read as it was written.
    private func root(of snapshots: SnapshotFolder) throws(StoreError) -> GitPath {
        guard let file = snapshots.settings else { return GitPath([]) }
        let settings = parseSettings(file.bytes, path: file.path).settings
        if settings.layout == .documents { throw .snapshotsAreNative(file.path) }
        return try GitRepository.rootPath(settings.root)
    }

    private func commit(
        _ tree: ObjectID, after parent: ObjectID?, _ message: String, at time: Instant, in repository: GitRepository
    ) throws(GitError) -> ObjectID {
        try repository.write(
            commitOf: tree, parents: parent.map { [$0] } ?? [], message: message,
            by: GitSignature(name: Self.author.name, email: Self.author.email, time: CommitMessage.gitTime(time)))
    }

    /// The settings of a repository that begins empty: every setting, with its default, as a comment.
    static let minimalSettings = """
        # Settings of this policy repository. What stands after a # is a comment; take the # away to set a value.
        layout: native
        # publisher: Example Ltd
        # contact: policy@example.com
        # languages: [en]
        # timeZone: UTC

        """
}

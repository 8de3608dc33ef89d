package import PolicyModel

/// Who records a version.
package struct Identity: Hashable, Sendable {
    /// The name.
    package let name: String
    /// The address.
    package let email: String

    /// Makes an identity.
    package init(name: String, email: String) {
        self.name = name
        self.email = email
    }
}

/// Records new versions of policies as commits.
///
/// The order keeps every failure harmless: objects are written first (nobody refers to them yet), then the branch moves in one
/// step that fails where it moved meanwhile, then the index and the working file follow. Up to the step nothing has happened; what
/// fails after it is told with the commit that is there and the command that brings the working folder up to it.
package struct Recorder: Sendable {
    let repository: GitRepository
    private let folder: String

    /// Makes a recorder for a repository with a working folder.
    ///
    /// - Throws: where the repository is bare.
    package init(repository: GitRepository) throws(StoreError) {
        guard let folder = repository.workingDirectory else { throw .bareRepository(repository.place) }
        self.repository = repository
        self.folder = folder
    }

    /// Returns who records, from git's configuration (`user.name`, `user.email`).
    ///
    /// - Throws: where it is not set, or holds what a commit cannot carry.
    package func identity() throws(StoreError) -> Identity {
        Identity(name: try setting("user.name"), email: try setting("user.email"))
    }

    private func setting(_ name: String) throws(StoreError) -> String { try value(name, orOf: nil, [:]) }

    /// Returns the value of a variable, or of a setting of git where the variable is not set.
    func value(
        _ name: String, orOf variable: String?, _ environment: [String: String]
    ) throws(StoreError) -> String {
        let set = variable.flatMap { environment[$0] }.flatMap { $0.isEmpty ? nil : $0 }
        let value: String?
        do throws(GitError) {
            value = if let set { set } else { try repository.configuration(name) }
        } catch {
            throw .git(error, doing: "read its configuration")
        }
        guard let value, value.contains(where: { $0 != " " }) else { throw .noIdentity(name) }
        // libgit2 takes a line end in a name and writes a commit that git cannot read.
        if value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F || $0 == "<" || $0 == ">" }) {
            throw .invalidIdentity(set == nil ? name : variable ?? name)
        }
        return value
    }

    /// Records a policy's working files as a new commit on the branch that is checked out.
    ///
    /// Other files of the newest commit, staged or not, stay as they are there.
    ///
    /// - Parameters:
    ///   - policy: the policy as it was read from the working folder.
    ///   - text: the bytes of its text, with the front matter as it is to be recorded; also written into the working file.
    ///   - message: the commit message.
    ///   - authorship: who records it, and when.
    /// - Returns: the commit; nil where the newest commit holds exactly this already.
    /// - Throws: where the branch moved meanwhile, is locked, or something cannot be written.
    package func record(
        _ policy: WorkingPolicy, text: [UInt8], message: String, by authorship: Authorship
    ) throws(StoreError) -> ObjectID? {
        guard let textPath = policy.text?.path else { throw .noText(policy.id.text) }
        guard !message.utf8.contains(0), message.contains(where: { !$0.isWhitespace }) else { throw .invalidMessage() }
        do {
            let reference = try branch(at: policy.base)
            try refuseLocks(reference)
            try repository.checkIndex()
            var files = policy.files.filter { $0.path != textPath } + [FolderFile(path: textPath, bytes: text)]
            files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            try refuseChanged(policy)

            var changes: [GitPath: ObjectID?] = [:]
            for path in policy.recordedFiles { changes[GitPath(path)] = .some(nil) }
            for file in files { changes[GitPath(file.path)] = try repository.write(blob: file.bytes) }
            let old = try repository.commit(policy.base).tree
            let tree = try repository.write(changes, onto: old)
            if tree == old { return nil }

            let isRewritten = policy.text?.bytes != text
            let replacement =
                isRewritten ? try FileSystem.prepareReplacement(of: folder + textPath, with: text) : nil
            let commit: ObjectID
            do {
                commit = try repository.write(
                    commitOf: tree, parents: [policy.base], message: message,
                    by: authorship.author.git, committer: authorship.committer.git, moving: "HEAD")
            } catch {
                replacement?.abandon()
                throw error
            }
            try follow(commit, changes, replacement, textPath)
            return commit
        } catch {
            throw Self.explained(error, policy)
        }
    }

    /// Returns the branch that HEAD is on, which must point at the commit that the working files were compared with.
    private func branch(at base: ObjectID) throws -> String {
        if try repository.isInTheMiddleOfSomething() { throw StoreError.unfinishedWork(repository.place) }
        switch try repository.head() {
        case .unborn: throw StoreError.unborn(repository.place, try repository.head())
        case .detached: throw StoreError.detachedHead(repository.place)
        case .branch(let reference, let commit):
            guard commit == base else { throw StoreError.branchMoved(reference) }
            return reference
        }
    }

    /// Looks for the files that another git leaves while it works, before anything is written.
    private func refuseLocks(_ reference: String) throws {
        for name in ["HEAD.lock", "index.lock", "\(reference).lock"] {
            let path = repository.gitDirectory + name
            if try FileSystem.kind(of: path) != nil { throw StoreError.locked(path) }
        }
    }

    /// Refuses to record what is no longer in the working folder.
    private func refuseChanged(_ policy: WorkingPolicy) throws {
        for file in policy.files
        where try FileSystem.read(folder + file.path, limit: GitPolicySource.blobLimit) != file.bytes {
            throw StoreError.changedMeanwhile(file.path)
        }
    }

    /// Brings the index and the working file up to the commit.
    private func follow(
        _ commit: ObjectID, _ changes: [GitPath: ObjectID?], _ replacement: FileSystem.Replacement?, _ path: String
    ) throws {
        do throws(GitError) {
            try repository.updateIndex(changes)
        } catch {
            // The file is still put in its place: then only the index is behind, which `git restore --staged` mends.
            try? replacement?.finish()
            throw StoreError.recordedButNotWritten(String(commit.description.prefix(12)), path, error.message)
        }
        do throws(FileSystem.Failure) {
            try replacement?.finish()
        } catch {
            replacement?.abandon()
            throw StoreError.recordedButNotWritten(String(commit.description.prefix(12)), path, error.words)
        }
    }

    /// Tells why recording failed.
    private static func explained(_ error: any Error, _ policy: WorkingPolicy) -> StoreError {
        guard let error = error as? GitError else { return StoreError(wrapping: error) }
        switch error.code {
        case .modified: return .branchMoved("that is checked out")
        case .locked: return .locked("A lock file (\(error.message))")
        default: return .git(error, doing: "record \(policy.id)")
        }
    }
}

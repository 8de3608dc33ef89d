import CGit2
import PolicyModel
import Synchronization

/// A git repository on disk, read and written through libgit2.
///
/// It knows no policies. libgit2 wants an object used by one thread at a time: everything happens under one lock, and only values leave it. For
/// work on several threads, `reopened()` gives a handle of its own.
package final class GitRepository: Sendable {
    /// The repository and its object database, under the lock.
    struct State: ~Copyable {
        let repository: GitHandle
        let objects: GitHandle
    }

    /// The folder of git's own files, ending in a slash.
    package let gitDirectory: String
    /// The folder with the checked-out files, ending in a slash; nil for a bare repository.
    package let workingDirectory: String?
    private let state: Mutex<State>

    /// Opens the repository at `path`, or the one that the folder `path` lies in.
    ///
    /// - Parameter search: whether to look in the folders above, as git does from the working folder.
    /// - Throws: where there is none, or libgit2 refuses it.
    init(at path: String, search: Bool) throws(GitError) {
        try GitLibrary.ready()
        try Self.refuseNUL(path)
        let flags = search ? 0 : GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue
        let repository = try GitHandle("git_repository_open_ext", free: git_repository_free) {
            git_repository_open_ext(&$0, path, flags, nil)
        }
        let objects = try GitHandle("git_repository_odb", free: git_odb_free) {
            git_repository_odb(&$0, repository.pointer)
        }
        guard let gitDirectory = git_repository_path(repository.pointer) else {
            throw GitError.noObject(from: "git_repository_path")
        }
        self.gitDirectory = String(cString: gitDirectory)
        self.workingDirectory = git_repository_workdir(repository.pointer).map { String(cString: $0) }
        self.state = Mutex(State(repository: repository, objects: objects))
    }

    /// Whether the repository has no working folder.
    package var isBare: Bool { workingDirectory == nil }

    /// The path that people know the repository by.
    package var place: String { FileSystem.withoutSlashes(workingDirectory ?? gitDirectory) }

    /// Opens the same repository once more, for another thread.
    func reopened() throws(GitError) -> GitRepository {
        try GitRepository(at: workingDirectory ?? gitDirectory, search: false)
    }

    /// Runs `body` with the open repository; only values may leave it.
    func using<Result: Sendable>(_ body: (borrowing State) throws(GitError) -> Result) throws(GitError) -> Result {
        try state.withLock { (state) throws(GitError) -> Result in try body(state) }
    }

    /// A text with a NUL would be cut short in C: it is refused before it gets there.
    static func refuseNUL(_ text: String) throws(GitError) {
        if text.utf8.contains(0) {
            throw GitError(code: .invalidSpec, call: "passing a text to git", message: "the text contains a NUL byte")
        }
    }
}

/// What HEAD points at.
enum GitHead: Hashable, Sendable {
    /// A branch without a commit yet, by its full reference name.
    case unborn(reference: String)
    /// A branch and its newest commit.
    case branch(reference: String, commit: ObjectID)
    /// A commit without a branch.
    case detached(commit: ObjectID)

    /// The commit, nil where there is none yet.
    var commit: ObjectID? {
        switch self {
        case .unborn: nil
        case .branch(_, let commit), .detached(let commit): commit
        }
    }
}

extension GitRepository {
    /// Returns what HEAD points at.
    func head() throws(GitError) -> GitHead {
        try using { (state) throws(GitError) in
            let head = try GitHandle("git_reference_lookup", free: git_reference_free) {
                git_reference_lookup(&$0, state.repository.pointer, "HEAD")
            }
            guard git_reference_type(head.pointer) == GIT_REFERENCE_SYMBOLIC else {
                guard let target = git_reference_target(head.pointer) else {
                    throw GitError.noObject(from: "git_reference_target")
                }
                return .detached(commit: ObjectID(target.pointee))
            }
            guard let name = git_reference_symbolic_target(head.pointer).map({ String(cString: $0) }) else {
                throw GitError.noObject(from: "git_reference_symbolic_target")
            }
            var id = git_oid()
            let status = git_reference_name_to_id(&id, state.repository.pointer, name)
            if status == GIT_ENOTFOUND.rawValue { return .unborn(reference: name) }
            try GitError.check(status, "git_reference_name_to_id")
            return .branch(reference: name, commit: ObjectID(id))
        }
    }

    /// Returns the commit that a revision names (`HEAD~2`, a tag, an abbreviated id); nil where git knows none.
    ///
    /// A word too short to name one object names none.
    ///
    /// - Throws: where an object on the way is missing or damaged.
    func commit(revision: String) throws(GitError) -> ObjectID? {
        if revision.utf8.contains(0) || revision.isEmpty { return nil }
        return try using { (state) throws(GitError) in
            do throws(GitError) {
                let object = try GitHandle("git_revparse_single", free: git_object_free) {
                    git_revparse_single(&$0, state.repository.pointer, revision)
                }
                let commit = try GitHandle("git_object_peel", free: git_object_free) {
                    git_object_peel(&$0, object.pointer, GIT_OBJECT_COMMIT)
                }
                guard let id = git_object_id(commit.pointer) else { throw GitError.noObject(from: "git_object_id") }
                return ObjectID(id.pointee)
            } catch  where [.notFound, .invalidSpec, .peel, .ambiguous].contains(error.code) {
                return nil
            }
        }
    }

    /// Returns the commits at which a shallow clone was cut off: their parents are not here.
    ///
    /// libgit2 1.5 does not apply them itself.
    func shallowCommits() throws(GitError) -> Set<ObjectID> {
        let shared = try using { (state) throws(GitError) -> String? in
            git_repository_is_shallow(state.repository.pointer) == 1
                ? git_repository_commondir(state.repository.pointer).map { String(cString: $0) } : nil
        }
        guard let shared, let bytes = try? FileSystem.read(shared + "shallow", limit: 1 << 24) else { return [] }
        return Set(
            bytes.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hex: String(decoding: $0, as: UTF8.self)) }
        )
    }
}

extension ObjectID {
    /// Makes an id of libgit2's, which always has 20 bytes.
    init(_ id: git_oid) {
        self = withUnsafeBytes(of: id.id) {
            ObjectID(
                high: UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                middle: UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
                low: UInt32(bigEndian: $0.loadUnaligned(fromByteOffset: 16, as: UInt32.self)))
        }
    }

    /// The id as libgit2 wants it.
    var raw: git_oid {
        var id = git_oid()
        withUnsafeMutableBytes(of: &id.id) {
            $0.storeBytes(of: high.bigEndian, toByteOffset: 0, as: UInt64.self)
            $0.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
            $0.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
        }
        return id
    }
}

/// Returns the hexadecimal digits of an id, for messages.
func hexadecimal(_ id: git_oid) -> String { ObjectID(id).description }

import CGit2
import PolicyModel

/// What a commit says of itself, as far as the walk needs it.
struct GitCommit: Hashable, Sendable {
    let id: ObjectID
    let tree: ObjectID
    /// The first parent; nil for the first commit.
    let parent: ObjectID?
    /// How many parents it has.
    let parentCount: Int
    /// The committer date.
    let committed: Instant
}

/// One entry of a tree.
struct GitTreeEntry: Hashable, Sendable {
    /// The name, as bytes.
    let name: [UInt8]
    let mode: GitMode
    let id: ObjectID
}

/// What an entry of a tree is, by its mode.
enum GitMode: Hashable, Sendable {
    case file
    case executable
    case folder
    case symlink
    case submodule

    /// Reads a mode as trees hold it.
    ///
    /// Old, group-writable files (100664) are files.
    init?(_ mode: UInt32) {
        switch mode & 0o170000 {
        case 0o040000: self = .folder
        case 0o120000: self = .symlink
        case 0o160000: self = .submodule
        case 0o100000: self = mode & 0o100 == 0 ? .file : .executable
        default: return nil
        }
    }

    /// The mode as trees hold it.
    var number: UInt32 {
        switch self {
        case .file: 0o100644
        case .executable: 0o100755
        case .folder: 0o040000
        case .symlink: 0o120000
        case .submodule: 0o160000
        }
    }

    var isFile: Bool { self == .file || self == .executable }
}

/// The bytes of a blob, or how large it is where it is over the limit.
enum GitBlob: Hashable, Sendable {
    case content([UInt8])
    case tooLarge(size: Int)
}

extension GitRepository.State {
    /// Reads an object and hands its bytes to `body`; they are gone afterwards.
    ///
    /// - Throws: where the object is missing, damaged or of another kind.
    func reading<Result>(
        _ id: git_oid, as kind: git_object_t, _ body: (UnsafeRawBufferPointer) throws(GitError) -> Result
    ) throws(GitError) -> Result {
        let object = try open(id, as: kind)
        return try body(object.bytes)
    }

    /// Opens an object for as long as the handle lives.
    func open(_ id: git_oid, as kind: git_object_t) throws(GitError) -> GitRawObject {
        var id = id
        let handle = try GitHandle("git_odb_read", free: git_odb_object_free) {
            git_odb_read(&$0, objects.pointer, &id)
        }
        guard git_odb_object_type(handle.pointer) == kind else { throw GitError.corrupt(Self.name(of: kind), id) }
        return GitRawObject(handle: handle, id: id)
    }

    static func name(of kind: git_object_t) -> String {
        git_object_type2string(kind).map { String(cString: $0) } ?? "object"
    }
}

/// An open object of the database.
struct GitRawObject: ~Copyable {
    let handle: GitHandle
    let id: git_oid

    /// The object's bytes, valid while this handle lives.
    var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: git_odb_object_data(handle.pointer), count: git_odb_object_size(handle.pointer))
    }
}

extension GitRepository {
    /// Returns the id that git gives to a content, without writing it anywhere.
    static func digest(_ bytes: [UInt8]) -> ObjectID {
        var id = git_oid()
        // Hashing memory as a blob has no way to fail; the id of nothing would be told apart by no one.
        _ = git_odb_hash(&id, bytes, bytes.count, GIT_OBJECT_BLOB)
        return ObjectID(id)
    }

    /// Returns a commit.
    func commit(_ id: ObjectID) throws(GitError) -> GitCommit {
        try using { (state) throws(GitError) in
            try state.reading(id.raw, as: GIT_OBJECT_COMMIT) { (bytes) throws(GitError) in
                guard let header = CommitHeader(bytes) else { throw GitError.corrupt("commit", id.raw) }
                return GitCommit(
                    id: id, tree: ObjectID(header.tree), parent: header.parent.map { ObjectID($0) },
                    parentCount: header.parentCount, committed: Instant(secondsSinceEpoch: header.committed))
            }
        }
    }

    /// Returns the name of a commit's author; nil where it is empty.
    func author(of id: ObjectID) throws(GitError) -> String? {
        let name = try using { (state) throws(GitError) in
            try state.reading(id.raw, as: GIT_OBJECT_COMMIT) { (bytes) throws(GitError) in
                guard let header = CommitHeader(bytes) else { throw GitError.corrupt("commit", id.raw) }
                return header.author
            }
        }
        var text = String(decoding: name, as: UTF8.self)
        while text.last == " " { text.removeLast() }
        return text.isEmpty ? nil : text
    }

    /// Returns the entries of a tree in git's order.
    func tree(_ id: ObjectID) throws(GitError) -> [GitTreeEntry] {
        try using { (state) throws(GitError) in
            try state.reading(id.raw, as: GIT_OBJECT_TREE) { (bytes) throws(GitError) in
                var cursor = try TreeCursor(bytes, of: id.raw)
                var entries: [GitTreeEntry] = []
                while !cursor.isAtEnd {
                    guard let mode = GitMode(cursor.mode) else { throw GitError.corrupt("tree", id.raw) }
                    entries.append(
                        GitTreeEntry(name: Array(cursor.name), mode: mode, id: ObjectID(cursor.id)))
                    try cursor.advance()
                }
                return entries
            }
        }
    }

    /// Returns the entry at a path below a tree; nil where there is none.
    func entry(_ path: GitPath, in tree: ObjectID) throws(GitError) -> GitTreeEntry? {
        var entry = GitTreeEntry(name: [], mode: .folder, id: tree)
        for name in path.names {
            guard entry.mode == .folder, let next = try self.tree(entry.id).first(where: { $0.name == name }) else {
                return nil
            }
            entry = next
        }
        return entry
    }

    /// Returns the bytes of a blob, or its size where it is over `limit` bytes.
    ///
    /// - Throws: where the blob is missing, or its bytes are not what its id promises.
    func content(of id: ObjectID, limit: Int) throws(GitError) -> GitBlob {
        try using { (state) throws(GitError) in
            var (raw, size, kind) = (id.raw, 0, GIT_OBJECT_INVALID)
            try GitError.check(
                git_odb_read_header(&size, &kind, state.objects.pointer, &raw), "git_odb_read_header")
            if size > limit { return .tooLarge(size: size) }
            return try state.reading(raw, as: GIT_OBJECT_BLOB) { (bytes) throws(GitError) in
                var hash = git_oid()
                try GitError.check(
                    git_odb_hash(&hash, bytes.baseAddress, bytes.count, GIT_OBJECT_BLOB), "git_odb_hash")
                guard git_oid_equal(&hash, &raw) != 0 else { throw GitError.corrupt("content", raw) }
                return .content(Array(bytes))
            }
        }
    }
}

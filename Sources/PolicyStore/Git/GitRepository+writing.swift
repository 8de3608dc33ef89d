import CGit2
import PolicyModel

/// Who made a commit, and when by the clock of which zone.
struct GitSignature: Hashable, Sendable {
    let name: String
    let email: String
    let time: Instant
    /// Minutes east of UTC.
    var offset: Int = 0
}

extension GitRepository {
    /// Makes an empty repository in a folder that exists, with HEAD at the branch `main`.
    ///
    /// No template and no setting of the user finds its way in.
    static func create(in folder: String, bare: Bool) throws(GitError) -> GitRepository {
        try GitLibrary.ready()
        try refuseNUL(folder)
        var options = git_repository_init_options()
        try GitError.check(
            git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION)),
            "git_repository_init_options_init")
        options.flags = GIT_REPOSITORY_INIT_NO_REINIT.rawValue | (bare ? GIT_REPOSITORY_INIT_BARE.rawValue : 0)
        let branch = "main".utf8CString
        try branch.withUnsafeBufferPointer { (branch) throws(GitError) in
            options.initial_head = branch.baseAddress
            _ = try GitHandle("git_repository_init_ext", free: git_repository_free) {
                git_repository_init_ext(&$0, folder, &options)
            }
        }
        return try GitRepository(at: folder, search: false)
    }

    /// Writes a blob and returns its id.
    func write(blob bytes: [UInt8]) throws(GitError) -> ObjectID {
        try using { (state) throws(GitError) in
            var id = git_oid()
            try GitError.check(
                git_blob_create_from_buffer(&id, state.repository.pointer, bytes, bytes.count),
                "git_blob_create_from_buffer")
            return ObjectID(id)
        }
    }

    /// Writes a tree and returns its id.
    func write(tree entries: [GitTreeEntry]) throws(GitError) -> ObjectID {
        for entry in entries where entry.name.contains(0) {
            throw GitError(code: .invalidSpec, call: "git_treebuilder_insert", message: "a name contains a NUL byte")
        }
        return try using { (state) throws(GitError) in
            let builder = try GitHandle("git_treebuilder_new", free: git_treebuilder_free) {
                git_treebuilder_new(&$0, state.repository.pointer, nil)
            }
            for entry in entries {
                var id = entry.id.raw
                let name = entry.name.map { CChar(bitPattern: $0) } + [0]
                try GitError.check(
                    git_treebuilder_insert(nil, builder.pointer, name, &id, git_filemode_t(entry.mode.number)),
                    "git_treebuilder_insert")
            }
            var id = git_oid()
            try GitError.check(git_treebuilder_write(&id, builder.pointer), "git_treebuilder_write")
            return ObjectID(id)
        }
    }

    /// Writes a tree like `tree` with some files set and others taken out, and returns its id.
    ///
    /// - Parameter changes: the blob at each path; nil takes the file out. Folders that become empty go too.
    func write(_ changes: [GitPath: ObjectID?], onto tree: ObjectID?) throws(GitError) -> ObjectID {
        var entries = try tree.map { (tree) throws(GitError) in try self.tree(tree) } ?? []
        var below: [[UInt8]: [GitPath: ObjectID?]] = [:]
        for (path, id) in changes {
            let name = path.names.first ?? []
            let rest = GitPath(Array(path.bytes.dropFirst(name.count + 1)))
            if rest.isEmpty {
                let mode = entries.first { $0.name == name }.map { $0.mode.isFile ? $0.mode : .file } ?? .file
                entries.removeAll { $0.name == name }
                if let id { entries.append(GitTreeEntry(name: name, mode: mode, id: id)) }
            } else {
                below[name, default: [:]][rest] = .some(id)
            }
        }
        for (name, changes) in below {
            let old = entries.first { $0.name == name && $0.mode == .folder }
            let new = try write(changes, onto: old?.id)
            entries.removeAll { $0.name == name }
            if try !self.tree(new).isEmpty { entries.append(GitTreeEntry(name: name, mode: .folder, id: new)) }
        }
        return try write(tree: entries)
    }

    /// Writes a commit and returns its id.
    ///
    /// - Parameters:
    ///   - author: who wrote it, and when.
    ///   - committer: who commits it, and when; the author where nil.
    ///   - moving: the reference that is moved to the commit, in one step that fails where it no longer points at the
    ///     first parent; nil moves none.
    func write(
        commitOf tree: ObjectID, parents: [ObjectID], message: String, by author: GitSignature,
        committer: GitSignature? = nil, moving: String? = nil
    ) throws(GitError) -> ObjectID {
        let signatures = [author, committer ?? author]
        for text in [message] + signatures.flatMap({ [$0.name, $0.email] }) { try Self.refuseNUL(text) }
        return try using { (state) throws(GitError) in
            var made: [UnsafeMutablePointer<git_signature>?] = []
            defer { for signature in made { git_signature_free(signature) } }
            for signature in signatures {
                var pointer: UnsafeMutablePointer<git_signature>?
                try GitError.check(
                    git_signature_new(
                        &pointer, signature.name, signature.email, signature.time.secondsSinceEpoch,
                        Int32(signature.offset)), "git_signature_new")
                made.append(pointer)
            }
            var treeID = tree.raw
            let treeHandle = try GitHandle("git_tree_lookup", free: git_tree_free) {
                git_tree_lookup(&$0, state.repository.pointer, &treeID)
            }
            var pointers: [OpaquePointer?] = []
            defer { for pointer in pointers { git_commit_free(pointer) } }
            for parent in parents {
                var (id, pointer) = (parent.raw, OpaquePointer?.none)
                try GitError.check(git_commit_lookup(&pointer, state.repository.pointer, &id), "git_commit_lookup")
                pointers.append(pointer)
            }
            var id = git_oid()
            try GitError.check(
                git_commit_create(
                    &id, state.repository.pointer, moving, made[0], made[1], nil, message, treeHandle.pointer,
                    pointers.count,
                    &pointers),
                "git_commit_create")
            return ObjectID(id)
        }
    }

    /// Points a reference that does not exist yet at a commit.
    func create(reference: String, at commit: ObjectID, saying message: String) throws(GitError) {
        try using { (state) throws(GitError) in
            var id = commit.raw
            _ = try GitHandle("git_reference_create", free: git_reference_free) {
                git_reference_create(&$0, state.repository.pointer, reference, &id, 0, message)
            }
        }
    }

    /// Sets who stands in the reflog, whatever the user's configuration says.
    func setReflogIdentity(name: String, email: String) throws(GitError) {
        try using { (state) throws(GitError) in
            try GitError.check(
                git_repository_set_ident(state.repository.pointer, name, email), "git_repository_set_ident")
        }
    }

    /// Keeps what is written in memory until `writePack` puts all of it into one pack.
    func collectingWrites() throws(GitError) -> GitMemoryPack {
        try using { (state) throws(GitError) in
            var backend: UnsafeMutablePointer<git_odb_backend>?
            try GitError.check(git_mempack_new(&backend), "git_mempack_new")
            // The highest priority: what is written goes here. From here on the database owns it.
            try GitError.check(git_odb_add_backend(state.objects.pointer, backend, 999), "git_odb_add_backend")
            return GitMemoryPack(address: UInt(bitPattern: backend))
        }
    }

    /// Writes what was collected into one pack, flushed to disk.
    func writePack(of collected: GitMemoryPack) throws(GitError) {
        try using { (state) throws(GitError) in
            let backend = UnsafeMutablePointer<git_odb_backend>(bitPattern: collected.address)
            var pack = git_buf()
            defer { git_buf_dispose(&pack) }
            try GitError.check(git_mempack_dump(&pack, state.repository.pointer, backend), "git_mempack_dump")
            try GitError.check(
                policyhistory_git_write_pack(state.objects.pointer, pack.ptr, pack.size), "git_odb_write_pack")
            try GitError.check(git_mempack_reset(backend), "git_mempack_reset")
        }
    }

    /// Writes the files of HEAD into the working folder, byte for byte, and the index with them.
    func checkOutHead() throws(GitError) {
        try using { (state) throws(GitError) in
            var options = git_checkout_options()
            try GitError.check(
                git_checkout_options_init(&options, UInt32(GIT_CHECKOUT_OPTIONS_VERSION)), "git_checkout_options_init")
            options.checkout_strategy = GIT_CHECKOUT_FORCE.rawValue
            options.disable_filters = 1
            try GitError.check(git_checkout_head(state.repository.pointer, &options), "git_checkout_head")
        }
    }

    /// Sets a value in the repository's own configuration.
    func setConfiguration(_ name: String, to value: String) throws(GitError) {
        try using { (state) throws(GitError) in
            let all = try GitHandle("git_repository_config", free: git_config_free) {
                git_repository_config(&$0, state.repository.pointer)
            }
            let own = try GitHandle("git_config_open_level", free: git_config_free) {
                git_config_open_level(&$0, all.pointer, GIT_CONFIG_LEVEL_LOCAL)
            }
            try GitError.check(git_config_set_string(own.pointer, name, value), "git_config_set_string")
        }
    }

    /// Returns a value of the configuration, the user's and the system's included; nil where it is not set.
    func configuration(_ name: String) throws(GitError) -> String? {
        try using { (state) throws(GitError) in
            let snapshot = try GitHandle("git_repository_config_snapshot", free: git_config_free) {
                git_repository_config_snapshot(&$0, state.repository.pointer)
            }
            var value: UnsafePointer<CChar>?
            let status = git_config_get_string(&value, snapshot.pointer, name)
            if status == GIT_ENOTFOUND.rawValue { return nil }
            try GitError.check(status, "git_config_get_string")
            return value.map { String(cString: $0) }
        }
    }
}

/// Objects that were written but are in no file yet.
struct GitMemoryPack: Hashable, Sendable {
    /// Where libgit2 keeps them; valid as long as the repository is open.
    fileprivate let address: UInt
}

import CGit2
import PolicyModel

extension GitRepository {
    /// Makes the index hold some files as given and leaves all its other entries as they are.
    ///
    /// - Parameter changes: the blob at each path; nil takes the entry out.
    func updateIndex(_ changes: [GitPath: ObjectID?]) throws(GitError) {
        try using { (state) throws(GitError) in
            let index = try GitHandle("git_repository_index", free: git_index_free) {
                git_repository_index(&$0, state.repository.pointer)
            }
            try GitError.check(git_index_read(index.pointer, 1), "git_index_read")
            for (path, id) in changes.sorted(by: { $0.key < $1.key }) {
                let name = path.bytes.map { CChar(bitPattern: $0) } + [0]
                let old = git_index_get_bypath(index.pointer, name, 0).map { $0.pointee.mode }
                let status = git_index_remove(index.pointer, name, 0)
                if status != GIT_ENOTFOUND.rawValue { try GitError.check(status, "git_index_remove") }
                guard let id else { continue }
                try name.withUnsafeBufferPointer { (name) throws(GitError) in
                    // Size and times stay zero: git then looks at the file itself, once.
                    var entry = git_index_entry()
                    entry.mode = old ?? GitMode.file.number
                    entry.id = id.raw
                    entry.path = name.baseAddress
                    try GitError.check(git_index_add(index.pointer, &entry), "git_index_add")
                }
            }
            try GitError.check(git_index_write(index.pointer), "git_index_write")
        }
    }

    /// Reads the index, to find out whether it can be.
    func checkIndex() throws(GitError) {
        try using { (state) throws(GitError) in
            let index = try GitHandle("git_repository_index", free: git_index_free) {
                git_repository_index(&$0, state.repository.pointer)
            }
            try GitError.check(git_index_read(index.pointer, 1), "git_index_read")
        }
    }

    /// Whether a merge, a rebase or the like is under way.
    func isInTheMiddleOfSomething() throws(GitError) -> Bool {
        try using { (state) throws(GitError) in git_repository_state(state.repository.pointer) != 0 }
    }

    /// Whether git's ignore rules cover a path.
    func ignores(_ path: GitPath) throws(GitError) -> Bool {
        try using { (state) throws(GitError) in
            var ignored: Int32 = 0
            let name = path.bytes.map { CChar(bitPattern: $0) } + [0]
            try GitError.check(
                git_ignore_path_is_ignored(&ignored, state.repository.pointer, name), "git_ignore_path_is_ignored")
            return ignored == 1
        }
    }
}

extension GitPolicySource {
    /// Returns the bytes of a file of the newest commit, such as a logo; nil where there is no such file.
    ///
    /// - Parameters:
    ///   - path: relative to the repository, with slashes; symbolic links are not followed.
    ///   - limit: the most bytes that are read; a larger file counts as absent.
    /// - Throws: where the repository is damaged.
    package func file(at path: String, limit: Int = GitPolicySource.blobLimit) throws -> [UInt8]? {
        try StoreError.translating("read a file of the newest commit") {
            let tree = try repository.commit(newest.commit).tree
            guard let entry = try repository.entry(GitPath(path), in: tree), entry.mode == .file else { return nil }
            guard case .content(let bytes) = try repository.content(of: entry.id, limit: limit) else { return nil }
            return bytes
        }
    }
}

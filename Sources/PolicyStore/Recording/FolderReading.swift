/// Reads the policies' files below a folder, links not followed.
enum FolderReading {
    /// The deepest that folders are looked into: snapshots lie at 3.
    private static let depthLimit = 8

    /// Returns the policies' files and the settings below a folder, in the order of their paths.
    ///
    /// Hidden files and folders are passed over, and files of other names.
    /// - Throws: where the folder or such a file cannot be read, is a symbolic link, is too large, or has a name that is not UTF-8.
    static func files(below folder: String) throws(StoreError) -> [FolderFile] {
        guard FileSystem.isFolder(folder) else { throw .noFolder(folder) }
        var files: [FolderFile] = []
        do throws(FileSystem.Failure) {
            try read(folder, prefix: "", depth: 0, into: &files)
        } catch {
            throw .unreadable(error)
        }
        return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private static func read(
        _ folder: String, prefix: String, depth: Int, into files: inout [FolderFile]
    ) throws(FileSystem.Failure) {
        for name in try FileSystem.names(in: folder) where name.bytes.first != UInt8(ascii: ".") {
            let path = "\(folder)/\(name.text)"
            guard name.isUTF8 else { throw FileSystem.Failure("read", path, .notUTF8) }
            let isWanted = name.bytes == PolicyFiles.settingsName || PolicyFiles.role(name.bytes) != nil
            switch try FileSystem.kind(of: path) {
            case .folder where depth < depthLimit:
                try read(path, prefix: "\(prefix)\(name.text)/", depth: depth + 1, into: &files)
            case .file where isWanted, .symlink where isWanted:
                // Reading refuses the link.
                files.append(
                    FolderFile(
                        path: prefix + name.text, bytes: try FileSystem.read(path, limit: GitPolicySource.blobLimit)))
            default: continue
            }
        }
    }
}

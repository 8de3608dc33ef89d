import PolicyModel

/// The history that ships with the tool, as a real repository in the user's cache folder.
package struct ExampleRepository: Sendable {
    /// Opens the repository, making it first where it is not there or not sound.
    ///
    /// Its folder is named by a digest of the files, so that another version of the tool has one of its own. Several processes may do
    /// this at once: each makes its own, and the first to finish is taken by all.
    ///
    /// - Parameters:
    ///   - files: the dated snapshots.
    ///   - cacheFolders: the folders to keep it in, the best first; the first that can be written to is taken. The last
    ///     should be a folder for temporary files.
    ///   - describe: says what a version changed, for the commit messages.
    /// - Throws: where none of the folders can be written to.
    package static func open(
        files: [FolderFile], cacheFolders: [String], describe: @escaping ChangeDescription
    ) throws(StoreError) -> GitRepository {
        do throws(GitError) { try GitLibrary.ready() } catch { throw .libraryUnusable(error) }
        let name = "example-\(digest(of: files)).git"
        var reasons: [String] = []
        for folder in cacheFolders {
            if let sound = sound(at: "\(folder)/\(name)") { return sound }
            do {
                try make("\(folder)/\(name)", of: files, describe)
                if let sound = sound(at: "\(folder)/\(name)") { return sound }
                reasons.append("\(folder)/\(name) cannot be used.")
            } catch {
                let error = StoreError(wrapping: error)
                // The files themselves are at fault: no other folder will help.
                if error.code == .badData { throw error }
                reasons.append(error.message)
            }
        }
        throw .noPlaceForExample(reasons)
    }

    /// The file in which the repository keeps the commit that it should end with.
    private static let checkFile = "policyhistory-newest"

    /// Makes the repository in a folder beside its place, and moves it there.
    private static func make(_ path: String, of files: [FolderFile], _ describe: @escaping ChangeDescription) throws {
        let folder = FileSystem.parent(of: path)
        _ = try FileSystem.makeFolders(folder)
        let staging = try FileSystem.makeUniqueFolder(in: folder, prefix: ".example-")
        defer { try? FileSystem.remove(staging) }
        let new = "\(staging)/new"
        let made = try HistoryBuilder(describe: describe).create(
            at: new, from: SnapshotFolder(files: files, name: "PolicyHistory"), now: Instant(secondsSinceEpoch: 0),
            bare: true)
        let newest = made.commits.last?.description ?? ""
        try FileSystem.write(Array("\(newest)\n".utf8), to: "\(new)/\(checkFile)")
        do throws(FileSystem.Failure) {
            try FileSystem.move(new, to: path)
        } catch {
            guard error.exists else { throw error }
            if sound(at: path) != nil { return }  // Another process was faster.
            try FileSystem.move(path, to: "\(staging)/old")
            try FileSystem.move(new, to: path)
        }
    }

    /// Returns the repository at a path where it is whole: each commit, tree and content of its line can be read.
    private static func sound(at path: String) -> GitRepository? {
        guard (try? FileSystem.kind(of: path)) == .folder,
            let check = try? FileSystem.read("\(path)/\(checkFile)", limit: 100),
            let newest = ObjectID(hex: String(decoding: check.prefix(40), as: UTF8.self)),
            let repository = try? GitRepository(at: path, search: false),
            (try? repository.head())?.commit == newest,
            let line = try? repository.firstParentLine(from: newest),
            let steps = try? repository.steps(along: line, below: GitPath([]), .everything)
        else { return nil }
        let contents = Set(steps.flatMap(\.changes).compactMap(\.new?.id))
        let areThere = contents.allSatisfy {
            (try? repository.content(of: $0, limit: GitPolicySource.blobLimit)) != nil
        }
        return areThere ? repository : nil
    }

    /// Returns a digest of the files' names and bytes, in hexadecimal digits.
    private static func digest(of files: [FolderFile]) -> String {
        var bytes: [UInt8] = []
        for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
            bytes += Array("\(file.path.utf8.count) \(file.path) \(file.bytes.count) ".utf8) + file.bytes
        }
        return String(GitRepository.digest(bytes).description.prefix(16))
    }
}

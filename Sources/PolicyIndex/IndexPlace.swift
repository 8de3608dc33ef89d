import Foundation

/// Where an index may lie, the best place first.
package struct IndexPlace: Hashable, Sendable {
    /// The folders to try, the best first; where none can be written to, the index lives in memory.
    package let folders: [String]

    /// No place: in memory.
    static let nowhere = IndexPlace(folders: [])

    private init(folders: [String]) { self.folders = folders }

    /// Makes the places of a repository: beside it, else in the user's cache.
    ///
    /// - Parameters:
    ///   - gitDirectory: git's own folder of the repository.
    ///   - caches: the folders for what can be made anew, the best first; each repository has its own folder there.
    package init(gitDirectory: String, caches: [String]) {
        let path = URL(filePath: gitDirectory, directoryHint: .isDirectory).resolvingSymlinksInPath().path
        let name = String(IndexRow.check(table: "place", key: Array(path.utf8), []), radix: 16)
        folders =
            [URL(filePath: path).appending(path: "policyhistory").path]
            + caches.map { URL(filePath: $0).appending(path: "indexes/\(name)").path }
    }

    /// Returns the first folder that can be written to, made where it is missing; nil where none can.
    func writable() -> String? {
        folders.first { folder in
            let files = FileManager.default
            // A link could lead the index anywhere.
            if (try? files.destinationOfSymbolicLink(atPath: folder)) != nil { return false }
            do {
                try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
            } catch {
                return false
            }
            return files.isWritableFile(atPath: folder)
        }
    }
}
